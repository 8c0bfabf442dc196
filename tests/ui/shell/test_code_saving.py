"""Saving code and numbering its lines, through the window."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from desktop_assistant.domain.errors import ProblemCode, problem
from desktop_assistant.settings import schema


@pytest.fixture
async def talk(shell):
    await shell.until(lambda: "SQL windows" in shell.rows)
    shell.window.presenter.open("c3")
    await shell.until_shown("SQL windows")
    await shell.until(shell.window.pane.transcript.rows.widgets)
    return shell


def dialog_of(shell):
    return next(d for d in shell.window.findChildren(QFileDialog) if d.isVisible())


async def test_code_is_saved_where_the_user_says(talk):
    talk.window.pane.transcript.save_code_requested.emit("a = 'é\u200b'\r\n\0", "python")
    dialog = dialog_of(talk)
    assert dialog.acceptMode() is QFileDialog.AcceptMode.AcceptSave
    assert Path(dialog.selectedFiles()[0]).name == "code.py"
    dialog.fileSelected.emit("/somewhere/mine.py")
    dialog.reject()
    written = talk.parts.files.written
    await talk.until(lambda: Path("/somewhere/mine.py") in written)
    assert written[Path("/somewhere/mine.py")] == "a = 'é\u200b'\r\n\0".encode()
    await talk.until(talk.window.toast.isVisible)
    assert talk.window.toast._text.text() == "Saved as mine.py."


async def test_who_cannot_be_served_is_told(talk):
    talk.parts.files.failing = problem(ProblemCode.FILE_DISK_FULL)
    told = []
    talk.bridge.failed.connect(told.append)
    talk.window.pane.transcript.save_code_requested.emit("a", "")
    dialog = dialog_of(talk)
    dialog.fileSelected.emit("/somewhere/mine.txt")
    dialog.reject()
    await talk.until(lambda: told)
    assert not talk.window.toast.isVisible()


async def test_line_numbers_are_remembered(talk):
    transcript = talk.window.pane.transcript
    transcript.line_numbers_requested.emit(True)
    assert talk.bridge.settings.get(schema.LINE_NUMBERS)
    assert transcript.look.line_numbers
    transcript.line_numbers_requested.emit(False)
    assert not transcript.look.line_numbers
