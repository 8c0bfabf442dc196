"""Backups on the page of data and privacy."""

from PySide6.QtWidgets import QAbstractButton

from desktop_assistant.domain.errors import ProblemCode, problem
from desktop_assistant.settings.declaration import Page
from desktop_assistant.ui.restore_dialog import RestoreDialog


def block_of(desk):
    desk.show_page(Page.DATA)
    return desk.dialog._pages[Page.DATA]._backups


def button(block, name):
    return next(b for b in block.findChildren(QAbstractButton) if b.accessibleName() == name)


async def test_a_backup_is_made_at_once(desk):
    block = block_of(desk)
    await desk.until(lambda: block.text == "There is no backup yet.")
    button(block, "Back up now").click()
    assert not button(block, "Back up now").isEnabled()
    await desk.until(lambda: block.text.startswith("Last backup: "))
    assert block.text.endswith(", 0 conversations, 0 messages")
    assert len(desk.parts.store.copies) == 1
    assert button(block, "Back up now").isEnabled()


async def test_the_last_one_is_told(desk):
    await desk.parts.store.backup()
    block = block_of(desk)
    await desk.until(lambda: block.text.startswith("Last backup: "))


async def test_what_goes_wrong_is_told(desk):
    desk.parts.store.failing["backup"] = problem(ProblemCode.STORAGE_FULL)
    block = block_of(desk)
    button(block, "Back up now").click()
    await desk.until(lambda: block.text.startswith("The disk is full."))
    assert button(block, "Back up now").isEnabled()


async def test_restore_opens_the_dialog(desk):
    await desk.parts.store.backup()
    block = block_of(desk)
    button(block, "Restore…").click()
    (dialog,) = desk.dialog.findChildren(RestoreDialog)
    await desk.until(dialog._restore.isEnabled)
    dialog._restore.click()
    await desk.until(lambda: dialog.result() == RestoreDialog.DialogCode.Accepted)
    assert desk.dialog.isVisible()
