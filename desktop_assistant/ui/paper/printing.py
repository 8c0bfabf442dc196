"""A branch through a printer. Importing this fails where Qt has no print support."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QLocale
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from desktop_assistant.chat.slices import in_slices
from desktop_assistant.domain.errors import ProblemCode, problem
from desktop_assistant.rendering.controls import show_controls
from desktop_assistant.rendering.export.branch import Branch
from desktop_assistant.ui.paper.look import paper_look
from desktop_assistant.ui.paper.pages import Pages, telling
from desktop_assistant.ui.paper.sheet import page_size
from desktop_assistant.ui.paper.words import WindowWords


def print_dialog(window: QWidget) -> tuple[QPrintDialog, QPrinter]:
    """The system's dialog, and the printer that it sets up."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(page_size(QLocale()))
    printer.setFullPage(True)
    dialog = QPrintDialog(printer, window)
    # Pages are known only when they are painted.
    dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange, False)
    dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintSelection, False)
    return dialog, printer


async def print_onto(
    printer: QPrinter, branch: Branch, resources: Path, on_progress: Callable[[int], None]
) -> int:
    """Paints all pages in slices of the event loop; returns how many there are.

    Args:
        printer: as the dialog has set it up.
        branch: what is printed.
        resources: the folder of icons and tokens.
        on_progress: told now and then how many messages are painted.

    Raises:
        AssistantError: if the printer takes nothing.
    """
    words = WindowWords()
    printer.setDocName(show_controls(words.title(branch)))
    printer.setFullPage(True)  # the margins are painted around
    pages = Pages(printer, branch, words, paper_look(resources))
    try:
        await in_slices(telling(pages, on_progress))
    except OSError as error:
        raise problem(ProblemCode.PRINTER_FAILED) from error
    except BaseException:
        printer.abort()
        raise
    return pages.count
