"""Going back to a backup in the window: shown first, done only on Restore."""

from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from desktop_assistant.chat.state import OpenReport
from desktop_assistant.domain.errors import ProblemCode, problem
from desktop_assistant.ui.restore_dialog import RestoreDialog
from tests.fakes.scripted_model import Gate, answer


@pytest.fixture
async def damaged(parts, opening):
    """An empty library after damage, with a backup of the five conversations."""
    await parts.store.backup()
    for kept in (parts.store.shelf.records, parts.store.shelf.messages):
        kept.clear()
    notice = problem(ProblemCode.STORAGE_DAMAGED, kept="/damaged.db").info
    parts.store.open_report = OpenReport(
        notice=notice, damaged_file=Path("/damaged.db"), backups=tuple(parts.store.copies)
    )
    async with opening(parts) as shell:
        yield shell


def dialogs(shell):
    return shell.window.findChildren(RestoreDialog)


async def open_dialog(shell) -> RestoreDialog:
    shell.window.commands.restore_backup()
    (dialog,) = dialogs(shell)
    await shell.until(lambda: "…" not in dialog._text.text()[-1:])
    return dialog


async def test_after_damage_the_latest_backup_is_offered_and_restored(damaged):
    shell = damaged
    assert shell.window.pane.notices.keys == ("library",)
    shell.control("Restore the latest backup…").click()
    (dialog,) = dialogs(shell)
    await shell.until(dialog._restore.isEnabled)
    text = dialog._text.text()
    assert "In the backup: 5 conversations, 16 messages." in text
    assert "In the library now: 0 conversations, 0 messages." in text
    assert "conversations.replaced-DATE-TIME.db" in text
    assert dialog._text.height() >= dialog._text.heightForWidth(dialog._text.width())
    assert dialog._choice.accessibleName() == "Backup"
    assert shell.rows == []

    shell.control("Restore").click()

    await shell.until(lambda: not dialogs(shell))
    await shell.until(lambda: "Lisbon in May" in shell.rows)
    assert shell.window.pane.notices.keys == ()


async def test_without_backups_the_folder_is_offered(parts, opening):
    notice = problem(ProblemCode.STORAGE_DAMAGED, kept="/damaged.db").info
    parts.store.open_report = OpenReport(notice=notice, damaged_file=Path("/damaged.db"))
    async with opening(parts) as shell:
        assert shell.control("Show data folder")


async def test_cancel_changes_nothing(damaged):
    dialog = await open_dialog(damaged)
    results = []
    dialog.finished.connect(results.append)
    damaged.control("Cancel").click()
    await damaged.until(lambda: not dialogs(damaged))
    assert results == [QDialog.DialogCode.Rejected]
    assert damaged.rows == []
    assert damaged.window.pane.notices.keys == ("library",)


async def test_the_conversation_that_is_gone_is_left(shell):
    await shell.store.backup()
    shell.window.commands.open_new()
    await shell.until(lambda: shell.state is not None and shell.state.is_new)
    await shell.send("Tell me more")
    await shell.until(lambda: "Tell me more" in shell.rows)
    await shell.settle()
    dialog = await open_dialog(shell)
    assert "Not in the backup: 1 conversation, 2 messages." in dialog._text.text()
    dialog._restore.click()
    await shell.until(lambda: not dialogs(shell))
    await shell.until(lambda: shell.state is not None and shell.state.is_new)
    await shell.until(lambda: "Tell me more" not in shell.rows)
    assert shell.window.pane.notices.keys == ()


async def test_the_conversation_that_is_there_stays_shown_as_it_was_then(shell):
    shell.window.commands.open("c0")
    await shell.until_shown("Lisbon in May")
    await shell.store.backup()
    await shell.send("And in June?")
    await shell.until(lambda: shell.state is not None and len(shell.state.path) == 4)
    await shell.settle()
    dialog = await open_dialog(shell)
    dialog._restore.click()
    await shell.until(lambda: not dialogs(shell))
    await shell.until(lambda: shell.state is not None and len(shell.state.path) == 2)
    assert shell.state.id == "c0"


async def test_there_may_be_none(shell):
    dialog = await open_dialog(shell)
    assert dialog._text.text() == "There are no backups yet."
    assert not dialog._restore.isEnabled()
    dialog.reject()


async def test_another_one_can_be_chosen(shell):
    older = await shell.store.backup()
    await shell.store.delete("c0")
    newer = await shell.store.backup()
    shell.store.damaged.add(newer)
    dialog = await open_dialog(shell)
    assert dialog._choice.count() == 2
    assert "The backup cannot be restored" in dialog._text.text()
    assert not dialog._restore.isEnabled()
    dialog._choice.setCurrentIndex(1)
    dialog._choice.activated.emit(1)
    await shell.until(dialog._restore.isEnabled)
    assert dialog._shown == older
    dialog.reject()


async def test_under_a_reply_it_is_refused_and_can_be_tried_again(shell):
    await shell.store.backup()
    gate = Gate()
    shell.model.then(gate, *answer("Done"))
    await shell.send("Slowly")
    await gate.reached()
    dialog = await open_dialog(shell)
    dialog._restore.click()
    await shell.until(lambda: "A reply is still being written" in dialog._text.text())
    assert dialog.isVisible()
    gate.open()
    await shell.settle()
    dialog._restore.click()
    await shell.until(lambda: not dialogs(shell))


async def test_it_cannot_be_closed_while_it_restores(shell):
    await shell.store.backup()
    dialog = await open_dialog(shell)
    dialog._restore.click()
    QTest.keyClick(dialog, "\x1b")
    dialog.reject()
    assert dialog.isVisible()
    await shell.until(lambda: not dialogs(shell))


async def test_a_library_that_cannot_be_read_is_told(shell):
    await shell.store.backup()
    shell.store.current_problem = problem(ProblemCode.STORAGE_DAMAGED, kept="/x").info
    dialog = await open_dialog(shell)
    assert "The library now cannot be read: The conversation database is damaged." in (
        dialog._text.text()
    )
    dialog.reject()
