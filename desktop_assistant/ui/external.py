"""What the window opens outside of itself by its own wish: the data folder, our own pages.

Links in a conversation are another matter: ``transcript.link_gate`` judges those.
"""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices


def open_folder(folder: Path) -> None:
    """Shows a folder in the system's file manager."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def open_page(address: str) -> None:
    """Opens an address that stands in our own code in the browser."""
    QDesktopServices.openUrl(QUrl(address, QUrl.ParsingMode.StrictMode))
