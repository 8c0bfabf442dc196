"""Menus, remedies, notices, settings: the ways through the window that are taken less often."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop_assistant.chat.state import OpenReport, StoreMode
from desktop_assistant.domain.errors import ProblemCode, Remedy, problem
from desktop_assistant.settings.declaration import Page
from desktop_assistant.ui.controls.menu import Menu
from desktop_assistant.ui.settings_dialog import SettingsDialog
from tests.fakes.scripted_model import Gate, answer, cut_off

# Dialogs ask for more than the offscreen platform can do.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def menu_of(shell):
    return next(menu for menu in shell.window.findChildren(Menu) if menu.isVisible())


def entries(menu):
    return [item.words for item in menu.items]


def choose(menu, text):
    next(item for item in menu.items if item.words.startswith(text)).click()


async def shown(shell, conversation_id, title):
    await shell.until(lambda: title in shell.rows)
    shell.window.presenter.open(conversation_id)
    await shell.until_shown(title)


# Menus


async def test_a_row_has_a_menu_behind_its_button(shell):
    await shown(shell, "c3", "SQL windows")
    view = shell.view
    opened = []
    view.opened.connect(opened.append)
    row = view.visualRect(view.conversations.index_of("c2"))
    button = view._delegate.more_button(row, view.layoutDirection())
    QTest.mouseMove(view.viewport(), button.center())
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=button.center())
    menu = menu_of(shell)
    menu.grab()
    assert entries(menu) == ["Rename", "Pin", "Delete"]
    choose(menu, "Pin")
    await shell.until(lambda: shell.store.shelf.records["c2"].pinned)
    assert opened == []


async def test_a_row_has_the_same_menu_by_keyboard(shell):
    await shown(shell, "c0", "Lisbon in May")
    view = shell.view
    view.setFocus()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
    QApplication.sendEvent(view.viewport(), event)
    menu = menu_of(shell)
    assert entries(menu) == ["Rename", "Unpin", "Delete"]
    choose(menu, "Rename")
    editor = QApplication.focusWidget()
    assert editor.accessibleName() == "Conversation title"
    QTest.keyClick(editor, Qt.Key.Key_Escape)


async def test_arrow_keys_open_what_they_stop_at(shell):
    await shown(shell, "c1", "Connection pool")
    shell.view.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(shell.view, Qt.Key.Key_Down)
    QTest.keyClick(shell.view, Qt.Key.Key_Down)
    await shell.until_shown("SQL windows")
    assert shell.view.hasFocus()


async def test_the_header_has_a_menu(shell):
    await shown(shell, "c3", "SQL windows")
    shell.header.more.click()
    menu = menu_of(shell)
    assert entries(menu) == [
        "Rename", "Pin", "System prompt of this conversation…",
        "Save as PDF…", "Save as HTML…", "Copy conversation as Markdown", "Print…", "Delete",
    ]  # fmt: skip
    choose(menu, "Delete")
    await shell.until(lambda: "c3" in shell.store.shelf.trash)


async def test_a_temporary_conversation_can_neither_be_renamed_nor_pinned(shell):
    shell.window.commands.open_temporary()
    await shell.until(lambda: shell.state is not None and shell.state.is_temporary)
    assert shell.window.pane.start_page._title.text() == "Temporary conversation"
    shell.header.more.click()
    assert entries(menu_of(shell)) == ["System prompt of this conversation…"]
    menu_of(shell).close_card()
    shell.window.commands.toggle_pin()
    shell.window.commands.delete()
    shell.window.commands.rename()
    assert shell.window.pane.notices.keys == ()


async def test_a_crumb_is_a_menu_of_versions(shell):
    await shown(shell, "c1", "Connection pool")
    await shell.until(shell.header.breadcrumb.isVisible)
    shell.header.breadcrumb._crumbs[0].click()
    menu = menu_of(shell)
    menu.grab()
    assert entries(menu) == ["1. First try", "2. Second try", "3. Third try"]
    choose(menu, "2.")
    await shell.until(lambda: shell.state.active_leaf_id == "c1-a1")


async def test_the_list_of_branches_says_which_is_shown(shell):
    from desktop_assistant.ui.header.branch_list import BranchList

    await shown(shell, "c1", "Connection pool")
    shell.header.branches.click()
    await shell.until(lambda: bool(shell.window.findChildren(BranchList)))
    (card,) = shell.window.findChildren(BranchList)
    assert not card.grab().toImage().isNull()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    await shell.until(lambda: not shell.window.findChildren(BranchList))
    assert shell.state.active_leaf_id == "c1-a2"


# The transcript's wishes


async def test_versions_switch_from_the_transcript(shell):
    await shown(shell, "c1", "Connection pool")
    shell.window.pane.transcript.previous_version_requested.emit("c1-q2")
    await shell.until(lambda: shell.state.active_leaf_id == "c1-a1")
    shell.window.pane.transcript.undo_switch_requested.emit("c1-a2")
    await shell.until(lambda: shell.state.active_leaf_id == "c1-a2")


async def test_an_edited_question_is_asked_anew_on_a_branch(shell):
    await shown(shell, "c3", "SQL windows")
    transcript = shell.window.pane.transcript
    transcript.edit_submitted.emit("c3-q", "Other words", "branch")
    await shell.until(lambda: shell.state.branches == 2 and not shell.state.replying_to)
    assert shell.model.sent[-1] == ("user", "Other words")
    transcript.edit_submitted.emit("c3-a", "By hand", "wording")
    await shell.until(lambda: shell.state.branches == 3)
    assert len(shell.model.requests) == 1


async def test_up_makes_the_last_question_a_field(shell):
    await shown(shell, "c3", "SQL windows")
    await shell.settle()
    shell.box.setFocus()
    QTest.keyClick(shell.box, Qt.Key.Key_Up)
    await shell.until(
        lambda: shell.window.pane.transcript.isAncestorOf(QApplication.focusWidget() or shell.box)
    )


async def test_a_cut_reply_can_be_continued_and_retried(shell):
    shell.model.then(*cut_off("Half"))
    await shell.send("Tell me")
    await shell.until(lambda: not shell.state.is_new and not shell.state.replying_to)
    transcript = shell.window.pane.transcript
    transcript.continue_requested.emit(shell.state.active_leaf_id)
    await shell.until(lambda: shell.state.branches == 2 and not shell.state.replying_to)
    transcript.retry_requested.emit(shell.state.active_leaf_id)
    await shell.until(lambda: shell.state.branches == 3 and not shell.state.replying_to)
    transcript.continue_from_requested.emit(shell.state.path[0].node.id)
    await shell.until(lambda: len(shell.state.path) == 1)


async def test_a_reply_is_stopped_from_the_transcript(shell):
    gate = Gate()
    shell.model.then(*answer("Begun")[:2], gate)
    await shell.send("Go on")
    await gate.reached()
    shell.window.pane.transcript.stop_requested.emit(shell.state.active_leaf_id)
    await shell.until(lambda: not shell.state.replying_to)


@pytest.mark.parametrize(
    ("remedy", "page", "provider_id", "setting"),
    [
        (Remedy.OPEN_KEY_SETTINGS, Page.PROVIDERS, "openai", "key"),
        (Remedy.USE_SESSION_KEY, Page.PROVIDERS, "openai", "key"),
        (Remedy.OPEN_PROVIDER_SETTINGS, Page.PROVIDERS, "openai", "base_url"),
        (Remedy.OPEN_LOCAL_MODEL_SETTINGS, Page.MODELS, "", "local_model.file"),
    ],
)
async def test_remedies_that_lie_in_the_settings(shell, remedy, page, provider_id, setting):
    await shown(shell, "c3", "SQL windows")
    wanted = []
    actions = shell.window.commands._actions
    actions.settings_wanted.disconnect(shell.window.commands.open_settings)
    actions.settings_wanted.connect(lambda *args: wanted.append(args))
    shell.window.pane.transcript.remedy_requested.emit(remedy, "c3-a")
    await shell.until(lambda: bool(wanted))
    assert wanted == [(page, provider_id, setting)]


async def test_the_other_remedies(shell, monkeypatch):
    from desktop_assistant.ui.header.model_picker import ModelPicker

    await shown(shell, "c3", "SQL windows")
    actions, transcript = shell.window.commands._actions, shell.window.pane.transcript
    pages, folders = [], []
    actions.page_wanted.disconnect()
    actions.folder_wanted.disconnect()
    actions.page_wanted.connect(pages.append)
    actions.folder_wanted.connect(lambda: folders.append(1))
    transcript.remedy_requested.emit(Remedy.OPEN_BILLING, "c3-a")
    transcript.remedy_requested.emit(Remedy.OPEN_DATA_FOLDER, "c3-a")
    transcript.remedy_requested.emit(Remedy.NONE, "c3-a")
    assert pages == ["https://platform.openai.com/settings/organization/billing"]
    assert folders == [1]
    transcript.remedy_requested.emit(Remedy.CHOOSE_MODEL, "c3-a")
    (picker,) = shell.window.findChildren(ModelPicker)
    picker.close_card()
    transcript.remedy_requested.emit(Remedy.TRY_AGAIN, "c3-a")
    await shell.until(lambda: shell.state.branches == 2 and not shell.state.replying_to)


async def test_a_length_limit_leads_to_its_setting(shell):
    await shown(shell, "c3", "SQL windows")
    wanted = []
    actions = shell.window.commands._actions
    actions.settings_wanted.disconnect(shell.window.commands.open_settings)
    actions.settings_wanted.connect(lambda *args: wanted.append(args))
    shell.window.pane.transcript.raise_limit_requested.emit("c3-a")
    assert wanted == [(Page.MODELS, "", "chat.reply_limit")]


# Settings and notices


async def test_settings_open_over_a_dimmed_window(shell):
    await shown(shell, "c3", "SQL windows")
    shell.control("Settings").click()
    shell.control("Settings").click()  # opens no second one
    await shell.until(lambda: shell.window.findChildren(SettingsDialog))
    (dialog,) = shell.window.findChildren(SettingsDialog)
    assert dialog.isVisible()
    assert shell.window.frame._scrim.isVisible()
    dialog.reject()
    await shell.until(lambda: not shell.window.findChildren(SettingsDialog))
    assert not shell.window.frame._scrim.isVisible()


async def test_manage_providers_leads_from_the_picker_to_the_settings(shell):
    await shown(shell, "c3", "SQL windows")
    shell.header.model.click()
    shell.control("Manage providers…").click()
    await shell.until(lambda: shell.window.findChildren(SettingsDialog))
    (dialog,) = shell.window.findChildren(SettingsDialog)
    assert dialog._page is Page.PROVIDERS
    dialog.reject()
    await shell.until(lambda: not shell.window.findChildren(SettingsDialog))


@pytest.mark.parametrize(
    ("code", "action"),
    [
        (ProblemCode.KEYRING_LOCKED, "Open key settings"),
        (ProblemCode.CERTIFICATE_UNTRUSTED, "Open provider settings"),
        (ProblemCode.STORAGE_READ_ONLY, "Show data folder"),
    ],
)
async def test_every_notice_offers_what_helps(shell, code, action):
    shell.bridge.failed.emit(problem(code, host="h", path="/p", provider="OpenAI").info)
    assert shell.control(action)


async def test_a_library_that_is_read_only_is_said_at_once(parts, opening):
    notice = problem(ProblemCode.STORAGE_READ_ONLY, path="/data").info
    parts.store.open_report = OpenReport(mode=StoreMode.READ_ONLY, notice=notice)
    async with opening(parts) as shell:
        assert shell.window.pane.notices.keys == ("library",)
        again = problem(ProblemCode.STORAGE_READ_ONLY, path="/data").info
        shell.bridge.failed.emit(again)
        shell.bridge.storage_trouble.emit(again)
        assert shell.window.pane.notices.keys == ("library",)
        shell.control("Dismiss notice").click()
        shell.bridge.failed.emit(again)
        assert shell.window.pane.notices.keys == ("storage",)


async def test_a_notice_that_was_put_aside_comes_back_when_it_happens_again(shell):
    full = problem(ProblemCode.STORAGE_FULL).info
    shell.bridge.storage_trouble.emit(full)
    shell.control("Dismiss notice").click()
    shell.bridge.storage_trouble.emit(full)
    assert shell.window.pane.notices.keys == ()
    shell.bridge.storage_trouble.emit(None)
    shell.bridge.storage_trouble.emit(full)
    assert shell.window.pane.notices.keys == ("storage",)


async def test_several_bad_settings_are_one_notice(parts, opening):
    bad = [
        problem(ProblemCode.BAD_SETTING, key=f"chat.{name}", value="7", expected="Small.").info
        for name in ("temperature", "top_p", "reply_limit")
    ]
    parts.settings.problems = tuple(bad)
    async with opening(parts) as shell:
        (bar,) = [w for w in shell.window.pane.notices.children() if hasattr(w, "dismissed")]
        assert "2 other entries" in bar.accessibleName()


# Searching


async def test_a_title_that_matches_opens_its_conversation(shell):
    await shell.until(lambda: "SQL windows" in shell.rows)
    shell.window.sidebar.search.setText("SQL windows")
    hits = shell.window.sidebar.hits
    await shell.until(hits.isVisible)
    QTest.mouseClick(
        hits.viewport(),
        Qt.MouseButton.LeftButton,
        pos=hits.visualRect(hits.hits.index(0)).center(),
    )
    await shell.until_shown("SQL windows")


async def test_a_search_that_fails_says_why(shell):
    await shell.until(lambda: "SQL windows" in shell.rows)
    shell.store.failing["search"] = problem(ProblemCode.STORAGE_BUSY)
    shell.window.sidebar.search.setText("anything")
    label = shell.window.sidebar._no_hits
    await shell.until(label.isVisible)
    assert label.text()
    shell.window.sidebar.end_search()
    assert shell.view.isVisible()


async def test_hits_show_the_match_even_far_into_the_text(shell):
    from dataclasses import replace

    message = shell.store.shelf.messages["c3-a"]
    text = "words before it " * 20 + "needle" + " words after it" * 20
    shell.store.shelf.messages["c3-a"] = replace(message, text=text)
    await shell.until(lambda: "SQL windows" in shell.rows)
    shell.window.sidebar.search.setText("needle")
    hits = shell.window.sidebar.hits
    await shell.until(hits.isVisible)
    assert not hits.grab().toImage().isNull()


# The window


async def test_a_double_click_gives_the_sidebar_its_width_back(shell):
    frame = shell.window.frame
    frame.set_sidebar_width(330)
    assert frame.sidebar_width == 330
    handle = frame._splitter.handle(1)
    QTest.mouseDClick(handle, Qt.MouseButton.LeftButton)
    assert frame.sidebar_width == 280


async def test_the_sidebar_has_its_bounds(shell):
    frame = shell.window.frame
    frame.set_sidebar_width(900)
    assert frame.sidebar_width == 360
    frame.set_sidebar_width(10)
    assert frame.sidebar_width == 240


async def test_full_screen_and_back(shell):
    shell.window.commands.toggle_full_screen()
    assert shell.window.isFullScreen()
    shell.window.commands.toggle_full_screen()
    assert not shell.window.isFullScreen()


async def test_settings_that_cannot_be_written_are_told(shell):
    shell.parts.settings.write_error = problem(ProblemCode.STORAGE_FULL)
    shell.window.commands.resize_text(1)
    assert shell.window.pane.notices.keys == ("storage",)


async def test_the_column_follows_the_setting(shell):
    shell.assembly.controller.settings.change({"appearance.column": "narrow"})
    assert shell.composer.maximumWidth() < 680
    shell.assembly.controller.settings.change({"appearance.column": "wide"})
    assert shell.composer.maximumWidth() > 960


async def test_dots_pulse_only_while_something_is_answered(shell, theme):
    theme.apply(choice="light", reading_size=15, reduce_motion=False)
    gate = Gate()
    shell.model.then(*answer("Begun")[:2], gate)
    await shell.send("Go on")
    await gate.reached()
    await shell.until(lambda: theme.pulse.is_beating)
    await shell.until(lambda: 0.3 < shell.view._delegate.pulse < 1.0)
    assert not shell.view.grab().toImage().isNull()
    shell.window.presenter.stop()
    await shell.until(lambda: not theme.pulse.is_beating)
    theme.apply(choice="light", reading_size=15, reduce_motion=True)


async def test_both_schemes_and_both_directions_are_painted(shell, theme, qapp):
    await shown(shell, "c1", "Connection pool")
    for choice in ("dark", "light"):
        theme.apply(choice=choice, reading_size=15, reduce_motion=True)
        assert not shell.window.grab().toImage().isNull()
    shell.window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert not shell.window.grab().toImage().isNull()
