"""A branch as a PDF in memory: whoever wants a file writes it, whole or not at all."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QLocale
from PySide6.QtGui import QPdfWriter

from desktop_assistant import __version__
from desktop_assistant.chat.slices import in_slices
from desktop_assistant.rendering.controls import show_controls
from desktop_assistant.rendering.export.branch import Branch
from desktop_assistant.ui.paper.look import paper_look
from desktop_assistant.ui.paper.pages import Pages, telling
from desktop_assistant.ui.paper.sheet import page_layout, page_size
from desktop_assistant.ui.paper.words import WindowWords

_RESOLUTION = 1200


async def pdf_of(
    branch: Branch, resources: Path, on_progress: Callable[[int], None] | None = None
) -> tuple[bytes, int]:
    """A PDF, and how many pages it has; painted in slices of the event loop.

    Args:
        branch: what it shows.
        resources: the folder of icons and tokens.
        on_progress: told now and then how many messages are painted.
    """
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageLayout(page_layout(page_size(QLocale())))
    writer.setResolution(_RESOLUTION)
    words = WindowWords()
    writer.setTitle(show_controls(words.title(branch)))
    writer.setCreator(f"Desktop Assistant {__version__}")
    pages = Pages(writer, branch, words, paper_look(resources))
    await in_slices(telling(pages, on_progress))
    return bytes(buffer.data().data()), pages.count
