import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop_assistant.domain.errors import ProblemCode, problem
from desktop_assistant.domain.messages import Status
from desktop_assistant.ui.window_state import WindowState
from tests.fakes.assembly import Parts
from tests.fakes.memory_settings import MemorySettings
from tests.fakes.scripted_model import Gate, answer, cut_off
from tests.fakes.ui_library import BRANCHES

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def key(shell, key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(shell.window, key, modifier)


async def open_titled(shell, title):
    shell.window.presenter.open(next(r.id for r in await all_rows(shell) if r.title == title))
    await shell.until_shown(title)


async def all_rows(shell):
    return await shell.assembly.controller.library.summaries()


async def last_messages(shell):
    state = shell.state
    ids = [entry.node.id for entry in state.path]
    return await shell.assembly.controller.messages(state.id, ids)


# Opening


async def test_a_window_shows_the_list_and_an_empty_conversation(shell):
    await shell.until(lambda: "Connection pool" in shell.rows)
    assert shell.window.windowTitle() == "Desktop Assistant"
    assert shell.state.is_new
    assert shell.window.pane.shows_start_page
    assert shell.box.hasFocus()


async def test_a_conversation_that_is_chosen_is_shown(shell):
    await shell.until(lambda: "SQL windows" in shell.rows)
    view = shell.view
    row = view.visualRect(view.conversations.index_of("c3"))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=row.center())
    await shell.until_shown("SQL windows")
    assert shell.window.windowTitle() == "SQL windows – Desktop Assistant"
    assert shell.window.pane.shows_transcript
    assert view.current_id() == "c3"


async def test_the_newest_wish_counts(shell):
    await shell.until(lambda: "SQL windows" in shell.rows)
    shell.window.presenter.open("c3")
    shell.window.presenter.open("c2")
    await shell.until_shown("Reply to the landlord")
    await shell.settle()
    assert shell.state.id == "c2"


async def test_the_last_conversation_and_the_sidebar_come_back(parts, opening):
    async with opening(parts) as shell:
        await open_titled(shell, "SQL windows")
        shell.window.resize(760, 600)
        shell.window.frame.set_sidebar_width(310)
    async with opening(parts) as shell:
        await shell.until_shown("SQL windows")
        await shell.until(lambda: shell.window.width() == 760)
        assert shell.window.frame.sidebar_width == 310
        shell.window.frame.toggle_sidebar()
    async with opening(parts) as shell:
        await shell.until_shown("SQL windows")
        assert not shell.window.sidebar.isVisible()


@pytest.mark.parametrize(
    ("x", "y", "is_put_there"), [(30, 40, True), (-5_000, 40, False), (30, 90_000, False)]
)
async def test_a_window_is_never_put_where_no_screen_is(parts, opening, x, y, is_put_there):
    parts.store.shelf.window_state = WindowState(x, y, 500, 480).to_text()
    async with opening(parts) as shell:
        await shell.until(lambda: shell.window.width() == 500)
        assert ((shell.window.x(), shell.window.y()) == (x, y)) is is_put_there


async def test_by_choice_it_opens_with_a_new_conversation(parts, opening):
    parts.settings.values["window.open_with"] = "new"
    async with opening(parts) as shell:
        await open_titled(shell, "SQL windows")
    async with opening(parts) as shell:
        assert shell.state.is_new


async def test_a_last_conversation_that_is_gone_is_no_trouble(parts, opening):
    parts.store.shelf.window_state = '{"conversation_id": "gone"}'
    async with opening(parts) as shell:
        assert shell.state.is_new
        assert shell.window.pane.notices.keys == ()


def typing(text):
    return lambda shell: QTest.keyClicks(shell.box, text)


async def test_words_typed_before_anything_is_shown_stay(parts, opening):
    async with opening(parts, early=typing("Already typing")) as shell:
        assert shell.box.text() == "Already typing"
        await shell.until(lambda: shell.store.shelf.new_draft == "Already typing")


async def test_words_typed_early_stand_below_the_draft_that_was_stored(parts, opening):
    async with opening(parts) as shell:
        await open_titled(shell, "SQL windows")
        QTest.keyClicks(shell.box, "From before")
    async with opening(parts, early=typing("and now")) as shell:
        await shell.until_shown("SQL windows")
        assert shell.box.text() == "From before\n\nand now"


async def test_a_message_sent_before_anything_is_shown_goes(parts, opening):
    parts.model.then(*answer("Hello"))

    def send(shell):
        typing("Quick")(shell)
        QTest.keyClick(shell.box, Qt.Key.Key_Return)

    async with opening(parts, early=send) as shell:
        await shell.until(lambda: not shell.state.is_new and not shell.state.replying_to)
        assert [m.text for m in await last_messages(shell)] == ["Quick", "Hello"]
        assert shell.box.text() == ""


# Asking


async def test_a_question_is_answered(shell):
    shell.model.then(*answer("Hello ", "there"))
    await shell.send("Say hello")
    await shell.until(lambda: not shell.state.is_new and not shell.state.replying_to)
    assert shell.window.windowTitle() == "Say hello – Desktop Assistant"
    question, reply = await last_messages(shell)
    assert (question.text, reply.text) == ("Say hello", "Hello there")
    await shell.until(lambda: "Say hello" in shell.rows)
    assert shell.view.current_id() == shell.state.id
    assert shell.box.text() == ""
    await shell.settle()
    assert shell.store.shelf.new_draft == ""


async def test_while_a_reply_is_written_the_button_stops_it(shell):
    gate = Gate()
    shell.model.then(*answer("Begun")[:2], gate)
    await shell.send("Go on")
    await shell.until(lambda: shell.composer.send.stops)
    assert shell.composer.send.accessibleName() == "Stop reply"
    await gate.reached()
    shell.composer.send.click()
    await shell.until(lambda: not shell.state.replying_to)
    assert shell.composer.send.accessibleName() == "Send message"
    assert (await last_messages(shell))[-1].status is Status.STOPPED


async def test_escape_stops_the_reply(shell):
    gate = Gate()
    shell.model.then(*answer("Begun")[:2], gate)
    await shell.send("Go on")
    await gate.reached()
    QTest.keyClick(shell.box, Qt.Key.Key_Escape)
    await shell.until(lambda: not shell.state.replying_to)
    assert (await last_messages(shell))[-1].status is Status.STOPPED


async def test_a_message_waits_for_the_reply_and_then_goes(shell):
    gate = Gate()
    shell.model.then(*answer("First")[:2], gate, *answer("")[2:])
    await shell.send("One")
    await gate.reached()
    await shell.send("Two")
    assert shell.composer.queue == ("Two",)
    assert shell.box.text() == ""
    assert len(shell.model.requests) == 1
    gate.open()
    await shell.until(lambda: len(shell.model.requests) == 2 and not shell.state.replying_to)
    assert shell.composer.queue == ()
    assert [m.text for m in await last_messages(shell)][::2] == ["One", "Two"]


async def test_what_waited_becomes_a_draft_if_the_reply_fails(shell):
    gate = Gate()
    steps = cut_off("First")
    shell.model.then(*steps[:2], gate, *steps[2:])
    await shell.send("One")
    await gate.reached()
    await shell.send("Two")
    gate.open()
    await shell.until(lambda: shell.composer.queue == () and shell.box.text() == "Two")
    assert len(shell.model.requests) == 1
    await shell.until(lambda: shell.store.shelf.records[shell.state.id].draft == "Two")


async def test_what_waits_outlives_the_program(parts, opening):
    gate = Gate()
    parts.model.then(*answer("First")[:2], gate)
    async with opening(parts) as shell:
        await shell.send("One")
        await gate.reached()
        await shell.send("Two")
        QTest.keyClicks(shell.box, "Three")
    async with opening(parts) as shell:
        await shell.until_shown("One")
        assert shell.box.text() == "Two\n\nThree"
        assert shell.composer.queue == ()


async def test_a_waiting_message_can_be_taken_back(shell):
    gate = Gate()
    shell.model.then(*answer("First")[:2], gate)
    await shell.send("One")
    await gate.reached()
    await shell.send("Two")
    shell.control("Remove queued message").click()
    gate.open()
    await shell.until(lambda: shell.composer.queue == ())
    shell.window.presenter.stop()
    await shell.until(lambda: not shell.state.replying_to)
    await shell.settle()
    assert shell.store.shelf.records[shell.state.id].draft == ""


async def test_a_message_that_cannot_be_stored_comes_back(shell):
    shell.store.failing["begin_turn"] = problem(ProblemCode.STORAGE_FULL)
    await shell.send("Keep me")
    await shell.until(lambda: shell.box.text() == "Keep me")
    assert shell.window.pane.notices.keys == ("storage",)
    del shell.store.failing["begin_turn"]
    await shell.send("")
    await shell.until(lambda: not shell.state.is_new)
    assert (await last_messages(shell))[0].text == "Keep me"


async def test_replies_elsewhere_go_on_and_are_unread(shell):
    gate = Gate()
    shell.model.then(*answer("Slow")[:2], gate, *answer("")[2:])
    await shell.send("Take your time")
    await gate.reached()
    slow = shell.state.id
    await open_titled(shell, "SQL windows")
    assert not shell.composer.send.stops
    gate.open()
    await shell.until(lambda: slow in shell.store.shelf.unread)
    shell.window.activateWindow()
    shell.window.presenter.open(slow)
    await shell.until(lambda: shell.state.id == slow)
    shell.window._mark_read()
    await shell.settle()
    assert slow not in shell.store.shelf.unread


# Drafts


async def test_drafts_stay_with_their_conversations(shell):
    await open_titled(shell, "SQL windows")
    QTest.keyClicks(shell.box, "about windows")
    await open_titled(shell, "Connection pool")
    assert shell.box.text() == ""
    QTest.keyClicks(shell.box, "about pools")
    await open_titled(shell, "SQL windows")
    assert shell.box.text() == "about windows"
    await shell.settle()
    drafts = {r.id: r.draft for r in shell.store.shelf.records.values()}
    assert (drafts["c3"], drafts["c1"]) == ("about windows", "about pools")


async def test_a_draft_is_stored_soon_after_the_last_key(shell):
    QTest.keyClicks(shell.box, "not yet sent")
    await shell.until(lambda: shell.store.shelf.new_draft == "not yet sent")


async def test_the_draft_of_a_new_conversation_comes_back(parts, opening):
    async with opening(parts) as shell:
        QTest.keyClicks(shell.box, "half a thought")
    async with opening(parts) as shell:
        await shell.until(lambda: shell.box.text() == "half a thought")


async def test_files_in_a_draft_come_back_as_files(parts, opening, tmp_path):
    path = tmp_path / "pool.py"
    path.write_text("size = 12\n")
    async with opening(parts) as shell:
        shell.window.pane.composer.box.setFocus()
        QTest.keyClicks(shell.box, "Why?")
        shell.window._attaching.attach([str(path)])
        await shell.until(lambda: "pool.py" in shell.composer.message)
    async with opening(parts) as shell:
        await shell.until(lambda: shell.box.text() == "Why?")
        assert shell.control("Remove pool.py")
        assert shell.composer.message.startswith("File `pool.py`:\n```py\nsize = 12\n```")


# The library


async def test_delete_can_be_undone_from_the_keyboard(shell):
    await open_titled(shell, "SQL windows")
    shell.view.setFocus()
    QTest.keyClick(shell.view, Qt.Key.Key_Delete)
    assert "SQL windows" not in shell.rows
    await shell.until(lambda: shell.window.toast.can_act)
    await shell.until_shown("Old story")
    key(shell, Qt.Key.Key_Z, CTRL)
    await shell.until(lambda: "SQL windows" in shell.rows)
    await shell.settle()
    assert "c3" not in shell.store.shelf.trash


async def test_deleting_the_last_conversation_leaves_an_empty_one(shell):
    await shell.until(lambda: len(shell.rows) > 5)
    for conversation_id in ("c0", "c1", "c2", "c3"):
        shell.window.library.delete(conversation_id)
    await open_titled(shell, "Old story")
    shell.window.commands.delete()
    await shell.until(lambda: shell.state is not None and shell.state.is_new)
    assert shell.rows == []


async def test_a_delete_that_fails_gives_the_row_back(shell):
    await shell.until(lambda: "SQL windows" in shell.rows)
    shell.store.failing["delete"] = problem(ProblemCode.STORAGE_FULL)
    shell.window.library.delete("c3")
    await shell.until(lambda: shell.window.pane.notices.keys == ("storage",))
    assert "SQL windows" in shell.rows


async def test_rename_in_the_list(shell):
    await open_titled(shell, "SQL windows")
    shell.view.setFocus(Qt.FocusReason.TabFocusReason)
    key(shell, Qt.Key.Key_F2)
    editor = QApplication.focusWidget()
    assert editor.accessibleName() == "Conversation title"
    QTest.keyClicks(editor, "Window functions")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    await shell.until_shown("Window functions")
    assert shell.store.shelf.records["c3"].title == "Window functions"


async def test_rename_in_the_header(shell):
    await open_titled(shell, "SQL windows")
    shell.box.setFocus()
    key(shell, Qt.Key.Key_F2)
    editor = QApplication.focusWidget()
    editor.selectAll()
    QTest.keyClicks(editor, "By hand")
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    await shell.settle()
    assert shell.store.shelf.records["c3"].title == "SQL windows"
    key(shell, Qt.Key.Key_F2)
    editor = QApplication.focusWidget()
    QTest.keyClicks(editor, "By hand")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    await shell.until_shown("By hand")
    await shell.until(lambda: "By hand" in shell.rows)


async def test_pin_by_key(shell):
    await open_titled(shell, "SQL windows")
    key(shell, Qt.Key.Key_D, CTRL)
    await shell.until(lambda: shell.store.shelf.records["c3"].pinned)
    await shell.until(lambda: shell.rows.index("SQL windows") < shell.rows.index("Today"))


async def test_updates_keep_selection_and_place(shell):
    await open_titled(shell, "Old story")
    view = shell.view
    view.setFixedHeight(120)
    await shell.until(lambda: view.verticalScrollBar().maximum() > 0)
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    top = view.indexAt(view.rect().topLeft()).data()
    opened = []
    view.opened.connect(opened.append)
    await shell.assembly.controller.library.rename("c2", "Another name")
    await shell.until(lambda: "Another name" in shell.rows)
    await shell.settle()
    assert view.current_id() == "c4"
    assert view.indexAt(view.rect().topLeft()).data() == top
    assert opened == []


async def test_what_another_process_wrote_appears(shell):
    from tests.fakes.memory_store import MemoryStore

    await shell.until(lambda: "SQL windows" in shell.rows)
    await MemoryStore(beside=shell.store).rename("c3", "From the terminal")
    shell.window._look_around()
    await shell.until(lambda: "From the terminal" in shell.rows)


# Search


async def test_search_finds_on_every_branch_and_goes_there(shell):
    await shell.until(lambda: "SQL windows" in shell.rows)
    key(shell, Qt.Key.Key_F, CTRL | SHIFT)
    search = shell.window.sidebar.search
    assert search.hasFocus()
    QTest.keyClicks(search, "first try")
    hits = shell.window.sidebar.hits
    await shell.until(hits.isVisible)
    spoken = [
        hits.hits.index(row).data(Qt.ItemDataRole.AccessibleTextRole)
        for row in range(hits.hits.rowCount())
    ]
    assert any("on another branch" in text and "First try" in text for text in spoken)
    QTest.keyClick(search, Qt.Key.Key_Return)
    await shell.until_shown("Connection pool")
    texts = [m.text for m in await last_messages(shell)]
    assert BRANCHES[0] in "".join(texts)


async def test_search_by_keys_alone(shell):
    await shell.until(lambda: "SQL windows" in shell.rows)
    search, hits = shell.window.sidebar.search, shell.window.sidebar.hits
    shell.window.sidebar.focus_search()
    QTest.keyClicks(search, "landlord")
    await shell.until(hits.isVisible)
    QTest.keyClick(search, Qt.Key.Key_Down)
    assert hits.hasFocus()
    QTest.keyClick(hits, Qt.Key.Key_Up)
    assert search.hasFocus()
    QTest.keyClick(search, Qt.Key.Key_Down)
    QTest.keyClick(hits, Qt.Key.Key_Return)
    await shell.until_shown("Reply to the landlord")
    shell.window.sidebar.focus_search()
    QTest.keyClick(search, Qt.Key.Key_Escape)
    assert search.text() == ""
    assert shell.view.isVisible()


async def test_nothing_found_is_said_with_the_words(shell):
    await shell.until(lambda: "SQL windows" in shell.rows)
    shell.window.sidebar.search.setText("<b>herring</b>")
    label = shell.window.sidebar._no_hits
    await shell.until(label.isVisible)
    assert label.text() == "Nothing found for “<b>herring</b>”."
    assert label.textFormat() is Qt.TextFormat.PlainText
    hits = shell.window.sidebar.hits
    assert hits.isVisible()  # the place of the list keeps its name
    assert hits.accessibleName() == shell.view.accessibleName() == "Conversations"
    assert hits.hits.rowCount() == 0


async def test_a_hit_is_chosen_by_selecting_it_as_assistive_technology_does(shell):
    await shell.until(lambda: "SQL windows" in shell.rows)
    hits = shell.window.sidebar.hits
    shell.window.sidebar.search.setText("landlord")
    await shell.until(hits.isVisible)
    flag = hits.selectionModel().SelectionFlag.Select
    hits.selectionModel().select(hits.hits.index(0), flag)
    await shell.until_shown("Reply to the landlord")


async def test_going_through_the_hits_chooses_none(shell):
    await shell.until(lambda: "SQL windows" in shell.rows)
    hits, chosen = shell.window.sidebar.hits, []
    hits.chosen.connect(chosen.append)
    shell.window.sidebar.search.setText("e")
    await shell.until(hits.isVisible)
    assert hits.hits.rowCount() > 1
    hits.enter()
    QTest.keyClick(hits, Qt.Key.Key_Down)
    assert (hits.currentIndex().row(), chosen) == (1, [])


# Branches


async def test_the_breadcrumb_names_the_fork_and_leads_elsewhere(shell):
    await open_titled(shell, "Connection pool")
    crumb = shell.header.breadcrumb
    await shell.until(crumb.isVisible)
    assert crumb.accessibleName() == "Branch path, Third try"
    assert shell.header.branches.accessibleName() == "Branches, 3"
    crumb.version_chosen.emit("c1-q0")
    await shell.until(lambda: crumb.accessibleName() == "Branch path, First try")


async def test_the_list_of_branches_leads_to_each(shell):
    from desktop_assistant.ui.header.branch_row import BranchRow

    await open_titled(shell, "Connection pool")
    key(shell, Qt.Key.Key_B, CTRL | SHIFT)
    await shell.until(lambda: len(shell.window.findChildren(BranchRow)) == 3)
    rows = shell.window.findChildren(BranchRow)
    names = [row.accessibleName() for row in rows]
    assert names[0].startswith("Third try, 4 messages · gpt-4.1")
    assert names[0].endswith("shown now")
    assert rows[0].hasFocus()
    QTest.keyClick(rows[0], Qt.Key.Key_Down)
    assert rows[1].hasFocus()
    QTest.keyClick(rows[1], Qt.Key.Key_Return)
    await shell.until(lambda: shell.state.active_leaf_id == "c1-a1")


async def test_versions_switch_by_key(shell):
    await open_titled(shell, "Connection pool")
    key(shell, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    await shell.until(lambda: shell.state.active_leaf_id == "c1-a1")
    key(shell, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    await shell.until(lambda: shell.state.active_leaf_id == "c1-a2")


async def test_regenerate_by_key(shell):
    await open_titled(shell, "SQL windows")
    key(shell, Qt.Key.Key_R, CTRL)
    await shell.until(lambda: shell.state.branches == 2 and not shell.state.replying_to)


# The model


async def test_the_picker_lists_models_and_takes_one(shell):
    from desktop_assistant.ui.header.model_picker import ModelPicker

    await open_titled(shell, "SQL windows")
    assert shell.header.model.accessibleName() == "Model, gpt-4.1 from OpenAI"
    key(shell, Qt.Key.Key_M, CTRL | SHIFT)
    (picker,) = shell.window.findChildren(ModelPicker)
    rows = picker._rows

    def texts():
        return [rows.index(row).data() for row in range(rows.rowCount())]

    await shell.until(lambda: "o4-mini" in texts())
    assert texts() == ["OpenAI", "gpt-4.1", "o4-mini", "On this computer", "Tiny model"]
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    await shell.until(lambda: shell.state.choice.model == "o4-mini")
    assert shell.header.model.accessibleName() == "Model, o4-mini from OpenAI"
    assert shell.composer.chip.accessibleName() == "Model, o4-mini from OpenAI"
    assert shell.store.shelf.records["c3"].model == "o4-mini"


async def test_a_model_is_chosen_by_selecting_it_as_assistive_technology_does(shell):
    from desktop_assistant.ui.header.model_picker import ModelPicker

    await open_titled(shell, "SQL windows")
    shell.header.model.click()
    (picker,) = shell.window.findChildren(ModelPicker)
    await shell.until(lambda: picker._rows.find("openai", "o4-mini").isValid())
    selection = picker._list.selectionModel()
    flag = selection.SelectionFlag.ClearAndSelect
    selection.select(picker._rows.find("openai", "o4-mini"), flag)
    await shell.until(lambda: shell.state.choice.model == "o4-mini")


async def test_any_model_name_can_be_typed(shell):
    shell.model.models_error = problem(ProblemCode.UNREACHABLE, host="api.openai.com")
    await open_titled(shell, "SQL windows")
    shell.header.model.click()
    from desktop_assistant.ui.header.model_picker import ModelPicker

    (picker,) = shell.window.findChildren(ModelPicker)
    rows = picker._rows
    await shell.until(
        lambda: (
            "api.openai.com cannot be reached"
            in [rows.index(row).data() for row in range(rows.rowCount())]
        )
    )
    QTest.keyClicks(QApplication.focusWidget(), "my-own-model")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    await shell.until(lambda: shell.state.choice.model == "my-own-model")


async def test_escape_closes_the_picker_and_nothing_else(shell):
    from desktop_assistant.ui.header.model_picker import ModelPicker

    gate = Gate()
    shell.model.then(*answer("Begun")[:2], gate)
    await shell.send("Go on")
    await gate.reached()
    shell.header.model.setFocus()
    shell.header.model.click()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    await shell.until(lambda: shell.window.findChildren(ModelPicker) == [])
    assert shell.header.model.hasFocus()
    assert shell.state.replying_to
    gate.open()
    shell.window.presenter.stop()
    await shell.until(lambda: not shell.state.replying_to)


async def test_the_meter_tells_what_would_be_sent(shell):
    await open_titled(shell, "SQL windows")
    await shell.until(lambda: shell.composer.meter.text().startswith("≈"))
    before = shell.composer.meter.accessibleName()
    assert before.startswith("Context, about ")
    QTest.keyClicks(shell.box, "one more question about windows")
    await shell.until(lambda: shell.composer.meter.accessibleName() != before)
    await shell.until(lambda: "Enter sends 3 messages" in shell.composer._under.text())


async def test_a_conversation_gets_its_own_system_prompt(shell):
    from desktop_assistant.ui.header.prompt_dialog import PromptDialog

    await open_titled(shell, "SQL windows")
    shell.window.commands.edit_prompt()
    (dialog,) = shell.window.findChildren(PromptDialog)
    dialog._switch.click()
    dialog._text.setPlainText("Speak like a pirate.")
    dialog._save()
    await shell.until(lambda: shell.state.system_prompt == "Speak like a pirate.")
    shell.window.commands.edit_prompt()
    dialog = next(d for d in shell.window.findChildren(PromptDialog) if d.isVisible())
    dialog._switch.click()
    assert dialog._text.toPlainText().startswith("You are a helpful assistant.")
    dialog._save()
    await shell.until(lambda: shell.state.system_prompt is None)


# Temporary conversations


async def test_a_temporary_conversation_is_never_stored_and_can_be_gone_back_to(shell):
    await shell.until(lambda: "SQL windows" in shell.rows)
    before = len(shell.store.shelf.records)
    key(shell, Qt.Key.Key_N, CTRL | SHIFT)
    await shell.until(lambda: shell.state is not None and shell.state.is_temporary)
    await shell.send("Between us")
    await shell.until(lambda: shell.state.path and not shell.state.replying_to)
    temporary = shell.state.id
    assert len(shell.store.shelf.records) == before
    await open_titled(shell, "SQL windows")
    assert shell.window.toast.can_act
    shell.window.toast.act()
    await shell.until(lambda: shell.state.id == temporary)
    assert [m.text for m in await last_messages(shell)] == ["Between us", "BETWEEN US"]


# The first run


async def test_the_first_run_offers_three_ways(first_run):
    page = first_run.window.pane.start_page
    await first_run.until(page.isVisible)
    await first_run.until(page._local.isVisible)
    assert page._local._badge.text() == "Ready"
    wanted = []
    first_run.window._start.settings_wanted.connect(lambda *args: wanted.append(args[1:]))
    first_run.window._start.settings_wanted.disconnect(first_run.window.commands.open_settings)
    first_run.control("Add a key").click()
    first_run.control("Connect").click()
    assert wanted == [("openai", "key"), ("", "")]
    variables = []
    first_run.window.key_variable_wanted.connect(lambda *args: variables.append(args))
    first_run.control("Use OPENAI_API_KEY").click()
    assert variables == [("OPENAI_API_KEY", False)]
    first_run.window.key_variable_failed("OPENAI_API_KEY", problem(ProblemCode.KEYRING_ABSENT).info)
    first_run.control("Use until I quit").click()
    assert variables[-1] == ("OPENAI_API_KEY", True)
    first_run.control("Start chatting").click()
    assert first_run.box.hasFocus()


async def test_the_first_question_ends_the_first_run(first_run):
    assert first_run.box.placeholderText() == "Ask anything"
    await first_run.send("Hello")
    await first_run.until(lambda: first_run.window.pane.shows_transcript)
    await first_run.until(lambda: not first_run.state.replying_to)
    first_run.window.commands.open_new()
    page = first_run.window.pane.start_page
    await first_run.until(lambda: page.isVisible() and page._prompts.isVisible())
    assert not page._offers.isVisible()
    first_run.control("Hello").click()
    assert first_run.box.text() == "Hello"


async def test_a_model_that_is_not_installed_is_not_called_ready(theme, tmp_path, opening):
    async with opening(Parts(settings=MemorySettings({}))) as shell:
        page = shell.window.pane.start_page
        await shell.until(page._local.isVisible)
        assert page._local._badge.text() == "Not installed"
        assert shell.control("Choose a model file")


# Notices


async def test_a_bad_setting_is_named_until_it_is_put_aside(parts, opening):
    bad = problem(
        ProblemCode.BAD_SETTING, key="chat.temperature", value="7", expected="It must be small."
    ).info
    parts.settings.problems = (bad,)
    async with opening(parts) as shell:
        notices = shell.window.pane.notices
        assert notices.keys == ("settings",)
        (bar,) = [w for w in notices.children() if hasattr(w, "dismissed")]
        assert "chat.temperature" in bar.accessibleName()
        shell.control("Dismiss notice").click()
        assert notices.keys == ()
        shell.bridge.settings_changed.emit()
        assert notices.keys == ()


async def test_storage_trouble_comes_and_goes_by_itself(shell):
    shell.bridge.storage_trouble.emit(problem(ProblemCode.STORAGE_FULL).info)
    assert shell.window.pane.notices.keys == ("storage",)
    assert shell.control("Show data folder")
    shell.bridge.storage_trouble.emit(None)
    assert shell.window.pane.notices.keys == ()


async def test_files_that_cannot_be_attached_are_named(shell, tmp_path):
    (tmp_path / "big.bin").write_bytes(b"x" * 300_000)
    shell.window._attaching.attach([str(tmp_path / "big.bin")])
    await shell.until(lambda: shell.window.pane.notices.keys == ("attach",))
    assert shell.composer.message == ""


# Keys, regions, widths


async def test_f6_goes_through_the_regions(shell):
    await open_titled(shell, "SQL windows")
    shell.view.setFocus()
    seen = []
    for _ in range(4):
        key(shell, Qt.Key.Key_F6)
        seen.append(QApplication.focusWidget())
    transcript = seen.pop(1)
    assert shell.window.pane.transcript.isAncestorOf(transcript)
    assert seen == [shell.header.model, shell.box, shell.view]
    key(shell, Qt.Key.Key_F6, SHIFT)
    assert shell.box.hasFocus()


async def test_ctrl_tab_goes_through_the_conversations(shell):
    await open_titled(shell, "Lisbon in May")
    key(shell, Qt.Key.Key_Tab, CTRL)
    await shell.until_shown("Connection pool")
    key(shell, Qt.Key.Key_Backtab, CTRL | SHIFT)
    await shell.until_shown("Lisbon in May")


async def test_a_narrow_window_has_a_drawer(shell):
    await open_titled(shell, "SQL windows")
    shell.window.resize(640, 700)
    await shell.until(lambda: not shell.window.sidebar.isVisible())
    show = shell.control("Show sidebar")
    assert shell.control("New conversation")
    show.click()
    assert shell.window.sidebar.isVisible()
    assert shell.view.hasFocus()
    QTest.keyClick(shell.view, Qt.Key.Key_Escape)
    assert not shell.window.sidebar.isVisible()
    show.click()
    shell.window.commands.open("c2")
    await shell.until_shown("Reply to the landlord")
    assert not shell.window.sidebar.isVisible()
    shell.window.resize(1200, 700)
    await shell.until(shell.window.sidebar.isVisible)


async def test_the_sidebar_hides_and_shows_by_key(shell):
    key(shell, Qt.Key.Key_B, CTRL)
    assert not shell.window.sidebar.isVisible()
    key(shell, Qt.Key.Key_F, CTRL | SHIFT)
    assert shell.window.sidebar.isVisible()
    assert shell.window.sidebar.search.hasFocus()


async def test_the_text_grows_by_key_within_its_bounds(shell):
    for _ in range(20):
        key(shell, Qt.Key.Key_Plus, CTRL)
    assert shell.parts.settings.values["appearance.reading_size"] == 30
    key(shell, Qt.Key.Key_0, CTRL)
    assert shell.parts.settings.values["appearance.reading_size"] == 15


async def test_ctrl_enter_sends_when_chosen(shell):
    shell.assembly.controller.settings.change({"composer.send_with": "ctrl_enter"})
    await shell.send("One")
    assert shell.state.is_new
    assert shell.box.text() == "One\n"
    QTest.keyClick(shell.box, Qt.Key.Key_Return, CTRL)
    await shell.until(lambda: not shell.state.is_new)


async def test_the_smallest_window_cuts_nothing_off(shell):
    await open_titled(shell, "SQL windows")
    shell.window.resize(shell.window.minimumSize())
    await shell.until(lambda: not shell.window.sidebar.isVisible())
    assert shell.window.width() == 420
    for control in (shell.composer.send, shell.composer.attach, shell.header.more):
        corner = control.mapTo(shell.window, control.rect().bottomRight())
        assert shell.window.rect().contains(corner)


# Names


NAMES = (
    "Hide sidebar", "New conversation", "Search conversations", "Conversations", "Settings",
    "Model, gpt-4.1 from OpenAI", "Branches", "More actions", "Message", "Attach files",
    "Send message",
)  # fmt: skip


def names_below(interface):
    yield interface.text(QAccessible.Text.Name)
    for at in range(interface.childCount()):
        child = interface.child(at)
        if child is not None and child.isValid():
            yield from names_below(child)


async def test_everything_is_found_by_its_name(shell):
    await open_titled(shell, "SQL windows")
    await shell.settle()
    names = list(names_below(QAccessible.queryAccessibleInterface(shell.window)))
    missing = [name for name in NAMES if name not in names]
    assert missing == []
    assert any(name.startswith("Conversation title, SQL windows") for name in names)
    assert "Connection pool, 3 branches" in names


async def test_every_control_of_the_window_has_a_name_and_a_way_by_keyboard(shell):
    from PySide6.QtWidgets import QAbstractButton

    from desktop_assistant.ui.sidebar.row_menu import RowMenuButton

    await open_titled(shell, "Connection pool")
    transcript = shell.window.pane.transcript  # has its own way from button to button
    for button in shell.window.findChildren(QAbstractButton):
        if isinstance(button, RowMenuButton):  # by keyboard, the menu key in the list does it
            continue
        if button.isVisible() and not transcript.isAncestorOf(button):
            assert button.accessibleName(), button
            assert button.focusPolicy() is not Qt.FocusPolicy.NoFocus, button.accessibleName()


async def test_labels_never_take_text_for_markup(shell):
    from PySide6.QtWidgets import QLabel

    await open_titled(shell, "Connection pool")
    for label in shell.window.findChildren(QLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText


# The end


async def test_closing_tells_once(shell):
    told = []
    shell.window.closed.connect(lambda: told.append(1))
    shell.window.close()
    shell.window.close()
    QCoreApplication.processEvents()
    assert told == [1]


@pytest.mark.qt_log_ignore("does not support raise")
async def test_a_second_launch_brings_the_window_forward(shell):
    shell.window.showMinimized()
    shell.window.come_forward()
    assert not shell.window.isMinimized()
