"""Buttons, cards, editing, copying: what the user can do with a message."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QFontMetrics, QGuiApplication
from PySide6.QtWidgets import QAbstractButton

from desktop_assistant.chat.events import ReplyRetrying, ReplyWaiting
from desktop_assistant.domain.errors import ProblemCode, Remedy, problem
from desktop_assistant.domain.messages import Status, Usage
from desktop_assistant.ui.transcript.actions import Action
from desktop_assistant.ui.transcript.code_frame import _CodeBar
from desktop_assistant.ui.transcript.menus import message_menu


def buttons(row):
    """All buttons of a row that are there, by accessible name."""
    return {b.accessibleName(): b for b in row.findChildren(QAbstractButton) if not b.isHidden()}


def press(qtbot, row, name):
    qtbot.mouseClick(buttons(row)[name], Qt.MouseButton.LeftButton)


def test_a_question_and_a_reply_have_their_buttons(talk, show, row_of):
    question = talk.user("Hello", versions=("a", "b", "c"), message_id="b")
    reply = talk.reply("Good day.")
    show(talk)
    assert {"Copy message", "Edit message", "More actions"} <= set(buttons(row_of(question)))
    assert {"Previous version", "Next version"} <= set(buttons(row_of(question)))
    wanted = {"Copy message", "Edit message", "Regenerate reply", "More actions"}
    assert wanted <= set(buttons(row_of(reply)))
    assert "Previous version" not in buttons(row_of(reply))


@pytest.mark.parametrize(
    ("name", "signal"),
    [
        ("Regenerate reply", "regenerate_requested"),
        ("Previous version", "previous_version_requested"),
        ("Next version", "next_version_requested"),
    ],
)
def test_buttons_ask(view, qtbot, talk, show, row_of, name, signal):
    talk.user("Hello")
    reply = talk.reply("Good day.", versions=("a", "b", "c"), message_id="b")
    show(talk)
    with qtbot.waitSignal(getattr(view, signal)) as asked:
        press(qtbot, row_of(reply), name)
    assert asked.args == [reply]


def test_the_first_version_has_none_before_it(talk, show, row_of):
    first = talk.user("Hello", versions=("a", "b"), message_id="a")
    show(talk)
    assert not buttons(row_of(first))["Previous version"].isEnabled()
    assert buttons(row_of(first))["Next version"].isEnabled()


def test_a_reply_under_way_offers_only_copying(talk, show, row_of):
    live = talk.live("So far")
    show(talk)
    assert set(buttons(row_of(live))) == {"Copy message"}


def test_buttons_are_painted_for_the_last_reply_and_under_the_pointer(view, talk, show, row_of):
    talk.user("Hello")
    first, last = talk.reply("Good day."), talk.reply("And more.")
    show(talk)
    assert row_of(last).actions_bar.is_revealed
    assert not row_of(first).actions_bar.is_revealed


def test_tokens_and_seconds_are_shown(talk, show, row_of):
    counted = talk.reply("Good day.", usage=Usage(10, 418), duration_s=5.2)
    guessed = talk.reply("Good day.", usage=Usage(10, 1, estimated=True))
    show(talk)
    assert row_of(counted).actions_bar._meta == "418 tokens · 5.2 s"
    assert row_of(guessed).actions_bar._meta == "≈ 1 token"


def test_copying_offers_three_forms(qtbot, talk, show, row_of):
    reply = talk.reply("Some **bold** words.\n\n- one\n- two")
    show(talk)
    press(qtbot, row_of(reply), "Copy message")
    data = QGuiApplication.clipboard().mimeData()
    assert data.text() == "Some bold words.\n\n- one\n- two"
    assert bytes(data.data("text/markdown").data()).decode() == talk.messages[reply].text
    assert "<strong>bold</strong>" in data.html()


def test_code_is_copied_exactly(qtbot, talk, show, row_of):
    code = "def f():\n\treturn '\u200b  x'  \n\n\nend"
    reply = talk.reply(f"```python\n{code}\n```")
    show(talk)
    press(qtbot, row_of(reply), "Copy code")
    assert QGuiApplication.clipboard().text() == code


@pytest.mark.parametrize(("code", "told"), [("ls", "Copied"), ("l\u202es", "hidden signs")])
def test_copied_code_tells_what_nobody_sees_in_it(qtbot, talk, show, row_of, code, told):
    reply = talk.reply(f"```\n{code}\n```")
    show(talk)
    row = row_of(reply)
    press(qtbot, row, "Copy code")
    (bar,) = row.findChildren(_CodeBar)
    assert told in bar._copy._words
    assert ("hidden" in bar._copy._words) == (code != "ls")


def test_a_model_s_name_is_one_line_that_leaves_room(talk, show, row_of):
    reply = talk.reply("Words.", model="a\nb\u202e " + "long " * 400)
    show(talk)
    author = row_of(reply)._author()
    assert author.startswith("a b⇄ long")
    assert "…" in author
    assert QFontMetrics(row_of(reply).font()).horizontalAdvance(author) < row_of(reply).width()


def test_code_is_wrapped_and_unwrapped(qtbot, talk, show, row_of):
    reply = talk.reply("```\n" + "word " * 100 + "\n```")
    show(talk)
    row = row_of(reply)
    before = row.height()
    press(qtbot, row, "Wrap code lines")
    assert row.height() > before
    press(qtbot, row, "Wrap code lines")
    assert row.height() == before


@pytest.mark.parametrize("action", ["Press", "Toggle"])
def test_code_is_wrapped_by_assistive_technology(qtbot, talk, show, row_of, action):
    reply = talk.reply("```\n" + "word " * 100 + "\n```")
    show(talk)
    row = row_of(reply)
    before = row.height()
    wrap = QAccessible.queryAccessibleInterface(buttons(row)["Wrap code lines"])
    assert not wrap.state().checked
    wrap.actionInterface().doAction(action)
    qtbot.waitUntil(lambda: row.height() > before)
    assert wrap.state().checked


def test_long_code_is_folded_and_unfolds(view, qtbot, talk, show, row_of):
    reply = talk.reply("```\n" + "line\n" * 212 + "```")
    show(talk)
    view.scroll_to(0)
    before = view.rows.row_height(reply)
    press(qtbot, row_of(reply), "Show all 212 lines")
    assert view.rows.row_height(reply) > before + 3_000
    assert "Show all 212 lines" not in buttons(row_of(reply))


def test_code_that_grew_in_sight_is_not_folded(view, qtbot, talk, show, row_of):
    live = talk.live()
    show(talk)
    text = "```\n" + "line\n" * 100 + "```\n"
    view.append_delta(live, text)
    qtbot.waitUntil(lambda: bool(row_of(live).document.blocks))
    view.set_final(talk.finish(live, text=text))
    show(talk)
    assert view.rows.row_height(live) > 2_000


def test_a_long_question_is_folded_and_unfolds(view, qtbot, talk, show, row_of):
    question = talk.user("line\n" * 40)
    show(talk)
    before = view.rows.row_height(question)
    press(qtbot, row_of(question), "Show all")
    assert view.rows.row_height(question) > before + 500


@pytest.mark.parametrize(
    ("code", "remedy", "words"),
    [
        (ProblemCode.KEY_REJECTED, Remedy.OPEN_KEY_SETTINGS, "Open key settings"),
        (ProblemCode.MODEL_NOT_FOUND, Remedy.CHOOSE_MODEL, "Choose a model"),
        (ProblemCode.NO_CREDIT, Remedy.OPEN_BILLING, "Open billing"),
        (ProblemCode.BAD_STREAM, Remedy.OPEN_PROVIDER_SETTINGS, "Open provider settings"),
    ],
)
def test_an_error_has_its_one_right_action(view, qtbot, talk, show, row_of, code, remedy, words):
    talk.user("Hello")
    error = problem(code, provider="OpenAI", model="gpt-4.1").info
    reply = talk.reply("", status=Status.FAILED, error=error)
    show(talk)
    with qtbot.waitSignal(view.remedy_requested) as asked:
        press(qtbot, row_of(reply), words)
    assert asked.args == [remedy, reply]
    with qtbot.waitSignal(view.retry_requested) as asked:
        press(qtbot, row_of(reply), "Retry as a new version")
    assert asked.args == [reply]


def test_every_remedy_has_words(qapp):
    from desktop_assistant.ui.transcript.words import remedy_words

    assert {r for r in Remedy if remedy_words(r) is None} == {Remedy.NONE}


def test_where_trying_again_is_right_it_is_the_only_way(view, talk, show, row_of):
    error = problem(ProblemCode.UNREACHABLE, host="example.org", detail="refused").info
    reply = talk.reply("", status=Status.FAILED, error=error)
    show(talk)
    card = row_of(reply).card
    names = [b.accessibleName() for b in card.buttons()]
    assert names == ["Retry as a new version", "Details"]
    assert "example.org cannot be reached" in card.accessibleName()


def test_an_interrupted_reply_keeps_its_text_and_goes_on(view, qtbot, talk, show, row_of):
    error = problem(ProblemCode.STREAM_CUT, detail="closed").info
    reply = talk.reply("Half a sent", status=Status.INTERRUPTED, error=error)
    show(talk)
    row = row_of(reply)
    assert row.document.blocks[0].text == "Half a sent"
    with qtbot.waitSignal(view.continue_requested) as asked:
        press(qtbot, row, "Continue reply")
    assert asked.args == [reply]
    assert "Retry as a new version" in buttons(row)


@pytest.mark.parametrize(
    ("usage", "words"),
    [
        (Usage(1, 4096), "The reply reached 4096 tokens, the most it may use."),
        (Usage(1, 4096, estimated=True), "The reply reached the most tokens it may use."),
        (None, "The reply reached the most tokens it may use."),
    ],
)
def test_a_limit_is_named_only_if_the_service_counted(talk, show, row_of, usage, words):
    reply = talk.reply("Text", status=Status.LIMIT, usage=usage)
    show(talk)
    told = row_of(reply).card.accessibleName()
    assert words in told.replace("4,096", "4096"), "grouped as the system's language groups"


def test_a_reply_at_its_limit(view, qtbot, talk, show, row_of):
    reply = talk.reply("Text", status=Status.LIMIT, usage=Usage(1, 4096))
    show(talk)
    row = row_of(reply)
    assert "4096 tokens" in row.card.accessibleName().replace(",", "")
    with qtbot.waitSignal(view.raise_limit_requested):
        press(qtbot, row, "Raise limit…")


def test_a_withheld_reply_leads_to_the_question(view, qtbot, talk, show, row_of):
    question = talk.user("Hello")
    reply = talk.reply("", status=Status.FILTERED)
    show(talk)
    press(qtbot, row_of(reply), "Edit the question")
    assert view.rows.content(question).is_editing


def test_a_stopped_reply_says_so(view, qtbot, talk, show, row_of):
    reply = talk.reply("Three words here", status=Status.STOPPED)
    show(talk)
    assert row_of(reply)._line.text == "Stopped by you after 3 words"
    with qtbot.waitSignal(view.continue_requested):
        press(qtbot, row_of(reply), "Continue reply")


def test_details_unfold_and_are_copied(view, qtbot, talk, show, row_of):
    detail = "HTTP 401\nrequest-id: abc"
    error = problem(ProblemCode.KEY_REJECTED, provider="OpenAI", detail=detail).info
    reply = talk.reply("", status=Status.FAILED, error=error)
    show(talk)
    row = row_of(reply)
    before = view.rows.row_height(reply)
    press(qtbot, row, "Details")
    assert view.rows.row_height(reply) > before
    press(qtbot, row, "Copy details")
    assert detail in QGuiApplication.clipboard().text()
    press(qtbot, row, "Details")
    assert view.rows.row_height(reply) == before


def test_a_retry_counts_down_and_can_be_cancelled(view, qtbot, talk, show, row_of):
    live = talk.live()
    show(talk)
    error = problem(ProblemCode.RATE_LIMITED, provider="OpenAI").info
    view.set_retrying(ReplyRetrying(talk.id, live, 2, 3, 20.0, error))
    assert row_of(live)._state_words() == "Trying again in 20 s. OpenAI asks to slow down"
    with qtbot.waitSignal(view.stop_requested) as asked:
        press(qtbot, row_of(live), "Cancel")
    assert asked.args == [live]


def test_the_label_says_what_is_going_on(view, talk, show, row_of):
    live = talk.live()
    show(talk)
    row = row_of(live)
    assert row._state_words() == "Thinking… 0 s"
    view.set_waiting(ReplyWaiting(talk.id, live, 0.0, starting_local_model=True))
    assert row._state_words() == "Starting the built-in model…"
    view.append_delta(live, "Text")
    assert row._state_words() == "Writing… 0 s"


def test_there_is_nothing_to_copy_before_the_first_word(view, talk, show, row_of):
    live = talk.live()
    show(talk)
    row = row_of(live)
    height = row.height()
    assert "Copy message" not in buttons(row)
    view.append_delta(live, "", "Thinking")
    assert "Copy message" not in buttons(row)
    view.append_delta(live, "Text")
    assert "Copy message" in buttons(row)
    talk.finish(live, text="Text")
    other = talk.live()
    show(talk)
    assert row_of(other).height() == height, "the place of the button is kept"


def test_after_a_long_wait_stopping_is_offered(view, qtbot, talk, show, row_of):
    live = talk.live()
    show(talk)
    row_of(live).content.stream.started_at -= 16
    row_of(live).tick()
    assert row_of(live)._state_words().startswith("Still waiting… 16 s")
    with qtbot.waitSignal(view.stop_requested):
        press(qtbot, row_of(live), "Stop")


def test_thinking_is_folded_and_opens(view, qtbot, talk, show, row_of):
    reply = talk.reply("Answer", reasoning="First this.\n\nThen that.", reasoning_s=6.2)
    show(talk)
    before = view.rows.row_height(reply)
    press(qtbot, row_of(reply), "Show reasoning, 6 seconds")
    assert view.rows.row_height(reply) > before + 40
    press(qtbot, row_of(reply), "Hide reasoning, 6 seconds")
    assert view.rows.row_height(reply) == before


def test_a_switch_leaves_a_way_back(view, qtbot, talk, show, row_of):
    talk.user("First", versions=("a", "b"), message_id="a")
    old_leaf = talk.reply("Old answer")
    show(talk)
    talk.path.clear()
    talk.user("Second", versions=("a", "b"), message_id="b")
    last = talk.reply("New answer")
    talk.branches, talk.elsewhere = 3, 12
    show(talk)
    row = row_of(last)
    assert row._notice.text == "12 messages continue on 2 other branches"
    with qtbot.waitSignal(view.show_branches_requested):
        press(qtbot, row, "Show")
    with qtbot.waitSignal(view.undo_switch_requested) as asked:
        press(qtbot, row, "Undo switch")
    assert asked.args == [old_leaf]
    # It goes away with the next question.
    talk.user("On we go")
    talk.live()
    show(talk)
    view.message_sent()
    assert row_of(last)._notice is None


# Editing


def test_an_edited_question_is_asked_anew(view, qtbot, talk, show, row_of):
    question = talk.user("Old words")
    talk.reply("Answer")
    show(talk)
    press(qtbot, row_of(question), "Edit message")
    field = row_of(question)._editor._field
    field.setPlainText("New words")
    with qtbot.waitSignal(view.edit_submitted) as asked:
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert asked.args == [question, "New words", "branch"]
    assert not view.rows.content(question).is_editing


def test_only_the_wording_can_be_saved(view, qtbot, talk, show, row_of):
    question = talk.user("Old words")
    show(talk)
    press(qtbot, row_of(question), "Edit message")
    row_of(question)._editor._field.setPlainText("New words")
    with qtbot.waitSignal(view.edit_submitted) as asked:
        press(qtbot, row_of(question), "Save wording only")
    assert asked.args == [question, "New words", "wording"]


def test_a_reply_can_only_be_worded_otherwise(view, qtbot, talk, show, row_of):
    talk.user("Hello")
    reply = talk.reply("Old **words**")
    show(talk)
    press(qtbot, row_of(reply), "Edit message")
    field = row_of(reply)._editor._field
    assert field.toPlainText() == "Old **words**"
    with qtbot.waitSignal(view.edit_submitted) as asked:
        press(qtbot, row_of(reply), "Save wording")
    assert asked.args == [reply, "Old **words**", "wording"]


def test_escape_gives_up_editing(view, qtbot, talk, show, row_of):
    question = talk.user("Old words")
    show(talk)
    press(qtbot, row_of(question), "Edit message")
    field = row_of(question)._editor._field
    field.setPlainText("New words")
    with qtbot.assertNotEmitted(view.edit_submitted):
        qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert row_of(question).document.blocks[0].text == "Old words"
    assert not view.rows.content(question).is_editing


def test_enter_starts_a_line_where_ctrl_enter_sends(view, qtbot, talk, show, row_of):
    view.send_with_enter = False
    question = talk.user("Old words")
    show(talk)
    press(qtbot, row_of(question), "Edit message")
    field = row_of(question)._editor._field
    with qtbot.assertNotEmitted(view.edit_submitted):
        qtbot.keyClick(field, Qt.Key.Key_Return)
    with qtbot.waitSignal(view.edit_submitted):
        qtbot.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_an_empty_text_is_not_sent(view, qtbot, talk, show, row_of):
    question = talk.user("Old words")
    show(talk)
    press(qtbot, row_of(question), "Edit message")
    row_of(question)._editor._field.setPlainText("  \n ")
    with qtbot.assertNotEmitted(view.edit_submitted):
        press(qtbot, row_of(question), "Send as new branch")


def test_what_is_being_edited_stays_through_scrolling(view, qtbot, talk, show, row_of):
    talk.turns(2)
    question = talk.user("Old words")
    talk.turns(20)
    talk.anchor = f"{question}:0"
    show(talk)
    view.commands.do(Action.EDIT, question)
    row_of(question)._editor._field.setPlainText("New words")
    view.go_to_end()
    view.go_to(question)
    assert row_of(question)._editor._field.toPlainText() == "New words"


def test_rich_text_is_pasted_as_text(view, qtbot, talk, show, row_of):
    from PySide6.QtCore import QMimeData

    question = talk.user("Old words")
    show(talk)
    view.commands.do(Action.EDIT, question)
    field = row_of(question)._editor._field
    field.selectAll()
    data = QMimeData()
    data.setHtml('<b>bold</b><img src="file:///etc/passwd">')
    data.setText("bold")
    field.insertFromMimeData(data)
    assert field.toPlainText() == "bold"
    assert "<img" not in field.toHtml()


# What the menu offers


@pytest.fixture
def menu_entry(view):
    """Chooses an entry of the menu over a widget."""
    from PySide6.QtGui import QContextMenuEvent
    from PySide6.QtWidgets import QApplication

    from desktop_assistant.ui.controls.menu import Menu

    def choose(widget, text):
        at = widget.rect().center()
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, widget.mapToGlobal(at))
        QApplication.sendEvent(widget, event)
        menu = view.window().findChildren(Menu)[-1]
        next(item for item in menu.items if item.words == text).click()

    return choose


def test_the_menu_copies_in_other_forms(talk, show, row_of, menu_entry):
    reply = talk.reply("Some **bold** words")
    show(talk)
    menu_entry(row_of(reply), "Copy as Markdown")
    assert QGuiApplication.clipboard().text() == "Some **bold** words"
    menu_entry(row_of(reply), "Copy as plain text")
    assert QGuiApplication.clipboard().text() == "Some bold words"


def test_the_menu_continues_from_a_message(view, qtbot, talk, show, row_of, menu_entry):
    reply = talk.reply("Some words")
    show(talk)
    with qtbot.waitSignal(view.continue_from_requested) as asked:
        menu_entry(row_of(reply), "Continue from here")
    assert asked.args == [reply]


def test_the_menu_opens_links(talk, show, row_of, menu_entry, opened):
    reply = talk.reply("[words](https://example.org/a)")
    show(talk)
    menu_entry(row_of(reply), "Open link to example.org")
    assert opened == ["https://example.org/a"]


def test_the_menu_of_a_table_copies_it_in_three_forms(talk, show, row_of, menu_entry):
    reply = talk.reply("|a|b|\n|-|-|\n|c|d|")
    show(talk)
    menu_entry(row_of(reply).frames.widgets[0], "Copy table")
    data = QGuiApplication.clipboard().mimeData()
    assert data.text() == "a\tb\nc\td"
    assert "| a | b |" in bytes(data.data("text/markdown").data()).decode()
    assert bytes(data.data("text/tab-separated-values").data()).decode() == data.text()
    assert "<table>" in data.html()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("|a|\n|-|\n|one|", ["Copy table"]),
        ("> |a|\n> |-|\n> |one|\n\n- x\n\n  |b|\n  |-|\n  |two|", ["Copy table 1", "Copy table 2"]),
        ("no table", []),
    ],
)
def test_tables_are_copied_without_a_pointer_too(view, talk, show, text, names):
    reply = talk.reply(text)
    show(talk)
    items = {item.words: item for item in message_menu(view, reply).items}
    assert [name for name in items if "table" in name] == names
    for name, cell in zip(names, ("one", "two"), strict=False):
        items[name].click()
        assert QGuiApplication.clipboard().text().endswith(cell)


def test_the_more_button_opens_the_same_menu(view, qtbot, talk, show, row_of):
    from desktop_assistant.ui.controls.menu import Menu

    reply = talk.reply("Some words")
    show(talk)
    press(qtbot, row_of(reply), "More actions")
    (menu,) = view.window().findChildren(Menu)
    words = {item.words for item in menu.items}
    assert {"Copy message", "Copy as Markdown", "Regenerate reply"} <= words


def test_the_last_reply_and_the_last_code_are_copied(view, talk, show):
    talk.reply("```\nfirst\n```\n\n- item\n\n  ```\n  last\n  ```")
    talk.user("Question")
    talk.reply("No code here")
    show(talk)
    view.copy_last_code()
    assert QGuiApplication.clipboard().text() == "last"
    view.copy_last_reply()
    assert QGuiApplication.clipboard().text() == "No code here"


def test_code_in_a_list_unfolds_in_place(view, qtbot, talk, show, row_of):
    lines = "\n".join("  line" for _ in range(60))
    reply = talk.reply(f"- item\n\n  > quoted\n\n  ```\n{lines}\n  ```\n\nAfter")
    show(talk)
    view.scroll_to(0)
    before = view.rows.row_height(reply)
    press(qtbot, row_of(reply), "Show all 60 lines")
    assert view.rows.row_height(reply) > before + 600


def test_what_is_not_sent_says_so(view, talk, show, row_of):
    question, reply = talk.user("Question"), talk.reply("Answer")
    show(talk)
    view.set_left_out({question, reply})
    assert "not sent" in row_of(question).accessible_name_now()
    assert row_of(reply)._state_words().endswith("Not sent: over the window")
    leaf = row_of(reply).document._boxes[0].leaves[0].leaf
    assert leaf._style.color == "text.excluded"
    view.set_left_out(())
    assert "not sent" not in row_of(question).accessible_name_now()
