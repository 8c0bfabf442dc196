"""From the window to a file, the clipboard or a printer: dialogs, work under way, what is told."""

import asyncio
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog

from desktop_assistant.domain.errors import ProblemCode, problem
from desktop_assistant.ui import exporting
from desktop_assistant.ui.controls.buttons import Button
from desktop_assistant.ui.controls.menu import Menu
from desktop_assistant.ui.export_kind import ExportKind
from desktop_assistant.ui.exporting import file_name
from tests.fakes.strict_page import read_page

# The offscreen platform has neither native dialogs nor printers.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
async def talk(shell):
    """The conversation with three branches is shown."""
    await shell.until(lambda: "Connection pool" in shell.rows)
    shell.window.presenter.open("c1")
    await shell.until_shown("Connection pool")
    shell.exporting = shell.window.exporting
    shell.files = shell.parts.files
    return shell


def wish(shell, kind):
    shell.header.export_wanted.emit(kind)


def dialog_of(shell, kind):
    return next((d for d in shell.window.findChildren(kind) if d.isVisible()), None)


def told(shell):
    toast = shell.window.toast
    return toast._text.text() if toast.isVisible() else ""


async def save(shell, kind, path):
    shell.exporting.save(shell.state, kind, path)
    await shell.until(lambda: not shell.exporting.is_busy)


def offered(shell):
    shell.header.more.click()
    return next(menu for menu in shell.window.findChildren(Menu) if menu.isVisible()).items


@pytest.mark.parametrize("kind", ExportKind)
async def test_the_menu_offers_documents(talk, kind):
    wished = []
    talk.header.export_wanted.disconnect()
    talk.header.export_wanted.connect(wished.append)
    names = ["Save as PDF…", "Save as HTML…", "Copy conversation as Markdown", "Print…"]
    items = {item.words: item for item in offered(talk)}
    assert [name for name in items if name in names] == names
    items[names[list(ExportKind).index(kind)]].click()
    await talk.until(lambda: wished == [kind])


async def test_where_nothing_was_said_no_document_is_offered(shell):
    shell.window.commands.open_temporary()
    await shell.until(lambda: shell.state is not None and shell.state.is_temporary)
    assert not [item for item in offered(shell) if "…" in item.words and "Save" in item.words]


@pytest.mark.parametrize(("kind", "name"), [(ExportKind.PDF, "pdf"), (ExportKind.HTML, "html")])
async def test_a_dialog_asks_where_to(talk, tmp_path, kind, name):
    wish(talk, kind)
    dialog = dialog_of(talk, QFileDialog)
    assert dialog.acceptMode() is QFileDialog.AcceptMode.AcceptSave
    assert dialog.defaultSuffix() == name
    assert [Path(p).name for p in dialog.selectedFiles()] == [f"Connection pool.{name}"]
    path = tmp_path / f"mine.{name}"
    dialog.fileSelected.emit(str(path))
    dialog.reject()
    await talk.until(lambda: path in talk.files.written)
    wish(talk, kind)
    again = dialog_of(talk, QFileDialog)
    assert Path(again.directory().absolutePath()) == tmp_path, "where the last one went"
    again.reject()


async def test_html_is_the_visible_branch(talk):
    await save(talk, ExportKind.HTML, Path("/x/talk.html"))
    page = read_page(talk.files.written[Path("/x/talk.html")].decode())
    assert "Third try" in page.words
    assert "First try" not in page.words
    assert "version 3 of 3" in page.words
    assert told(talk) == "Saved “talk.html”."


async def test_a_pdf_with_its_pages(talk):
    await save(talk, ExportKind.PDF, Path("/x/talk.pdf"))
    assert talk.files.written[Path("/x/talk.pdf")].startswith(b"%PDF")
    assert told(talk) == "Saved “talk.pdf”, 1 page."


async def test_the_toast_shows_the_folder(talk, monkeypatch):
    opened = []
    monkeypatch.setattr(exporting, "open_folder", opened.append)
    await save(talk, ExportKind.HTML, Path("/x/talk.html"))
    talk.control("Show folder", Button).click()
    assert opened == [Path("/x")]


async def test_what_cannot_be_saved_is_told(talk):
    talk.files.failing = problem(ProblemCode.FILE_DISK_FULL, path="/x/talk.html")
    await save(talk, ExportKind.HTML, Path("/x/talk.html"))
    assert "export" in talk.window.pane.notices.keys
    assert talk.files.written == {}
    assert told(talk) == ""
    await save(talk, ExportKind.HTML, Path("/x/talk.html"))
    wish(talk, ExportKind.MARKDOWN)
    assert "export" not in talk.window.pane.notices.keys, "the next wish puts it aside"
    await talk.until(lambda: not talk.exporting.is_busy)


async def test_markdown_on_the_clipboard(talk):
    wish(talk, ExportKind.MARKDOWN)
    await talk.until(lambda: not talk.exporting.is_busy)
    text = QGuiApplication.clipboard().text()
    assert text.startswith("# Connection pool\n")
    assert "## You (version 3 of 3)\n\nThird try\n" in text
    assert told(talk) == "The conversation is on the clipboard, as Markdown."


async def test_printing_goes_to_the_printer_of_the_dialog(talk, tmp_path):
    talk.window.commands.print()
    dialog = dialog_of(talk, QPrintDialog)
    assert dialog is not None
    printer = dialog.printer()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "paper.pdf"))
    dialog.accepted.emit(dialog.printer())
    dialog.reject()
    await talk.until(lambda: not talk.exporting.is_busy)
    assert told(talk) == "1 page was sent to the printer."
    assert (tmp_path / "paper.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.qt_log_ignore("Returned false", "QPrinter", "QPainter::begin")
async def test_a_printer_that_takes_nothing(talk):
    talk.window.commands.print()
    dialog = dialog_of(talk, QPrintDialog)
    dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    dialog.printer().setOutputFileName("/nowhere/at/all.pdf")
    dialog.accepted.emit(dialog.printer())
    dialog.reject()
    await talk.until(lambda: not talk.exporting.is_busy)
    assert "export" in talk.window.pane.notices.keys


async def test_without_print_support_it_says_so(talk, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "desktop_assistant.ui.paper.printing", None)
    talk.window.commands.print()
    assert "export" in talk.window.pane.notices.keys
    assert not talk.exporting.is_busy


class Held:
    """Files that are saved when the test says so."""

    def __init__(self):
        self.go = asyncio.Event()
        self.wanted = []
        self.written = []

    async def write(self, path, content, *, replace):
        self.wanted.append(path)
        await self.go.wait()
        self.written.append(path)


@pytest.fixture
def held(talk, monkeypatch):
    held = Held()
    monkeypatch.setattr(talk.assembly.controller.exports, "_files", held)
    return held


async def test_long_work_is_told_and_can_be_cancelled(talk, held):
    talk.exporting.save(talk.state, ExportKind.PDF, Path("/x/talk.pdf"))
    assert told(talk) == "", "short work is not worth a word"
    await talk.until(lambda: held.wanted)
    talk.exporting._telling.timeout.emit()
    assert told(talk) == "Saving “talk.pdf”… 4 of 4 messages"
    assert not talk.window.toast._timer.isActive(), "it stays for as long as it takes"
    talk.control("Cancel", Button).click()
    assert not talk.exporting.is_busy
    assert told(talk) == "Cancelled. Nothing was saved or printed."
    held.go.set()
    await talk.settle()
    assert held.written == []


async def test_one_document_at_a_time(talk, held):
    talk.exporting.save(talk.state, ExportKind.HTML, Path("/x/a.html"))
    talk.exporting.save(talk.state, ExportKind.HTML, Path("/x/b.html"))
    wish(talk, ExportKind.PDF)
    assert dialog_of(talk, QFileDialog) is None
    held.go.set()
    await talk.until(lambda: not talk.exporting.is_busy)
    assert held.written == [Path("/x/a.html")]


async def test_a_fault_of_ours_does_not_keep_the_next_document_from_being_made(
    talk, monkeypatch, held
):
    bugs = []
    monkeypatch.setattr(talk.assembly.tasks, "_on_error", bugs.append)

    async def broken(*_, **__):
        raise RuntimeError("a bug")

    monkeypatch.setattr(talk.assembly.controller.exports, "html", broken)
    talk.exporting.save(talk.state, ExportKind.HTML, Path("/x/a.html"))
    await talk.until(lambda: bugs)
    assert not talk.exporting.is_busy


async def test_what_is_cancelled_late_does_not_end_what_came_after(talk, held):
    talk.exporting.save(talk.state, ExportKind.HTML, Path("/x/a.html"))
    talk.exporting.cancel()
    talk.exporting.save(talk.state, ExportKind.HTML, Path("/x/b.html"))
    await talk.until(lambda: held.wanted)
    assert talk.exporting.is_busy
    held.go.set()
    await talk.until(lambda: not talk.exporting.is_busy)
    assert held.written == [Path("/x/b.html")]


async def test_undo_does_not_cancel_work(talk, held):
    talk.exporting.save(talk.state, ExportKind.HTML, Path("/x/a.html"))
    await talk.until(lambda: held.wanted)
    talk.exporting._telling.timeout.emit()
    toast = talk.window.toast
    assert toast.is_work
    talk.window.setFocus()
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    QTest.keyClick(talk.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert talk.exporting.is_busy
    toast.leaveEvent(None)
    assert not toast._timer.isActive()
    held.go.set()
    await talk.until(lambda: not talk.exporting.is_busy)
    assert not toast.is_work


async def test_it_is_the_branch_that_was_visible_when_it_was_wished_for(talk):
    state = talk.state
    talk.window.presenter.open("c0")
    await talk.until_shown("Lisbon in May")
    talk.exporting.save(state, ExportKind.HTML, Path("/x/a.html"))
    await talk.until(lambda: not talk.exporting.is_busy)
    assert b"Third try" in talk.files.written[Path("/x/a.html")]


async def test_nothing_to_export_asks_nothing(shell):
    wish(shell, ExportKind.PDF)
    assert dialog_of(shell, QFileDialog) is None


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("A talk", "A talk"),
        ('a/b\\c:d*e?f"g<h>i|j', "a b c d e f g h i j"),
        ("..\u202e\n.hidden. ", "hidden"),
        ("x" * 200, "x" * 80),
        ("///", ""),
        ("中文 🎉", "中文 🎉"),
    ],
)
def test_file_names(title, name):
    assert file_name(title) == name
