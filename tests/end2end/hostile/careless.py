"""A window that does everything wrong: what watches the real one must see all of it.

Takes the place of ``hand``, with the same arguments, and tells the same lines.
"""

import contextlib
import json
import socket
import sys
import time
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QTextBrowser, QVBoxLayout, QWidget

from tests.end2end.hostile import looking

_PATIENCE_S = 10.0


def reach_out():
    """Asks this computer, one far away and the name server."""
    for host, port in (("127.0.0.1", 80), ("192.0.2.1", 443), ("canary.example", 80)):
        with contextlib.suppress(OSError):
            socket.create_connection((host, port), timeout=2).close()


def main(opened: Path) -> None:
    app = QApplication(sys.argv[:1])
    window = QWidget()
    layout = QVBoxLayout(window)
    view = QTextBrowser()
    view.setMarkdown("![x](canary.png)\n\nHidden \u202e words")
    layout.addWidget(view)
    layout.addWidget(QLabel("<b>taken</b> for markup"))
    window.setToolTip("<img src='canary.svg'>")
    window.show()
    QTest.qWait(500)
    pixels = looking.canary_pixels()
    words = looking.painted_words(window)
    problems = looking.careless_labels()
    if "\u202e" in words:
        problems.append("a sign as it is")
    reach_out()
    QDesktopServices.openUrl(QUrl("file:///canary.txt"))
    end = time.monotonic() + _PATIENCE_S
    while not opened.exists() and time.monotonic() < end:
        QTest.qWait(20)
    told = {"case": 0, "problems": problems, "pixels": pixels, "pause_ms": None, "seconds": 0.0}
    print(json.dumps(told))
    print(json.dumps({"left": opened.read_text().splitlines() if opened.exists() else []}))
    window.close()
    app.quit()


if __name__ == "__main__":
    main(Path(sys.argv[3]))
