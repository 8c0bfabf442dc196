"""What assistive technology finds."""

import time

import pytest
from PySide6.QtGui import QAccessible, QAccessibleActionInterface

from desktop_assistant.chat.events import ReplyRetrying
from desktop_assistant.domain.errors import ProblemCode, problem
from desktop_assistant.domain.messages import Status
from desktop_assistant.ui.transcript import words


def interface(widget):
    return QAccessible.queryAccessibleInterface(widget)


def text(widget, kind=QAccessible.Text.Name):
    return interface(widget).text(kind)


def children(found):
    return [found.child(i) for i in range(found.childCount())]


def names_below(found):
    yield found.text(QAccessible.Text.Name), found.role()
    for child in children(found):
        yield from names_below(child)


def test_the_transcript_is_a_list_of_the_messages_in_sight(view, talk, show):
    talk.user("Hello there")
    talk.reply("Good day")
    show(talk)
    found = interface(view.viewport())
    assert found.role() == QAccessible.Role.List
    assert found.text(QAccessible.Text.Name) == "Transcript"
    rows = children(found)
    assert [row.role() for row in rows] == [QAccessible.Role.ListItem] * 2
    assert [row.text(QAccessible.Text.Name) for row in rows] == [
        "You: Hello there",
        "gpt-4.1, complete: Good day",
    ]


def test_a_row_names_its_version(view, talk, show, row_of):
    question = talk.user("Hello", versions=("a", "b", "c"), message_id="b")
    reply = talk.reply("Good day", versions=("x", "y"), message_id="x")
    show(talk)
    assert text(row_of(question)) == "You, version 2 of 3: Hello"
    assert text(row_of(reply)) == "gpt-4.1, complete, version 1 of 2: Good day"


@pytest.mark.parametrize(
    ("status", "word"),
    [
        (Status.STREAMING, "being written"),
        (Status.STOPPED, "stopped"),
        (Status.INTERRUPTED, "interrupted"),
        (Status.FAILED, "failed"),
        (Status.LIMIT, "length limit reached"),
        (Status.FILTERED, "withheld by the provider"),
    ],
)
def test_a_row_names_its_state(view, talk, show, row_of, status, word):
    reply = talk.reply("Text", status=status)
    show(talk)
    assert text(row_of(reply)) == f"gpt-4.1, {word}: Text"


def test_a_reply_without_text_says_what_happened(view, talk, show, row_of):
    from desktop_assistant.domain.errors import ProblemCode, problem

    error = problem(ProblemCode.KEY_REJECTED, provider="OpenAI").info
    reply = talk.reply("", status=Status.FAILED, error=error)
    show(talk)
    assert text(row_of(reply)).startswith(
        "gpt-4.1, failed: The key for OpenAI was rejected. It may have been revoked"
    )


def test_the_description_is_the_whole_plain_text(view, talk, show, row_of):
    reply = talk.reply("## Title\n\n" + "Some **bold** words. " * 100)
    show(talk)
    whole = text(row_of(reply), QAccessible.Text.Description)
    assert whole == "Title\n\n" + ("Some bold words. " * 100).strip()
    assert text(row_of(reply)).endswith("…")


def test_streamed_text_is_there_when_it_is_asked_for(view, qtbot, talk, show, row_of):
    live = talk.live()
    show(talk)
    view.append_delta(live, "Some **bold** words")
    qtbot.waitUntil(lambda: len(row_of(live).document.blocks) == 1)
    assert text(row_of(live), QAccessible.Text.Description) == "Some bold words"


def test_buttons_are_buttons_below_their_row(view, talk, show, row_of):
    talk.user("Hello")
    reply = talk.reply("Good day", versions=("x", "y"), message_id="x")
    show(talk)
    names = dict(names_below(interface(row_of(reply))))
    for name in (
        "Copy message",
        "Edit message",
        "Regenerate reply",
        "Previous version",
        "Next version",
        "More actions",
    ):
        assert names[name] == QAccessible.Role.Button


def test_a_button_is_pressed_without_a_mouse(view, qtbot, talk, show, row_of):
    reply = talk.reply("Good day")
    show(talk)
    button = row_of(reply).actions_bar.in_order()[2]
    with qtbot.waitSignal(view.regenerate_requested):
        interface(button).actionInterface().doAction("Press")


def test_code_and_tables_have_names(view, talk, show, row_of):
    reply = talk.reply("```python\na\nb\n```\n\n|a|b|\n|-|-|\n|c|d|\n|e|f|")
    show(talk)
    names = [name for name, _ in names_below(interface(row_of(reply)))]
    for name in ("Python code, 2 lines", "Copy code", "Wrap code lines"):
        assert name in names
    assert "Table, 2 rows, 2 columns" in names


def test_nothing_else_is_in_the_list(view, qtbot, talk, show):
    show(talk.turns(20))
    view.scroll_by(-500)
    view.note_news()
    # Rows that went out of sight are deleted when the loop comes round.
    found = interface(view.viewport())
    qtbot.waitUntil(lambda: len(children(found)) == len(view.rows.widgets()))


@pytest.fixture
def said(monkeypatch):
    from desktop_assistant.ui.transcript import replies as replies_module

    said = []
    monkeypatch.setattr(replies_module, "announce", lambda _, text: said.append(text))
    return said


def test_a_reply_is_announced_at_its_beginning_and_end_only(view, talk, show, said):
    live = talk.live()
    show(talk)
    for _ in range(5):
        view.append_delta(live, "one two ")
    view.set_final(talk.finish(live, text="one two " * 5))
    assert said == ["Answering", "Reply complete, 10 words"]


def test_thinking_and_writing_are_one_answer(view, talk, show, said):
    live = talk.live()
    show(talk)
    view.append_delta(live, "", "hm")
    view.append_delta(live, "word", "")
    assert said == ["Answering"]


def test_an_error_is_announced_by_its_title(view, talk, show, said):
    live = talk.live()
    show(talk)
    error = problem(ProblemCode.KEY_REJECTED, provider="OpenAI").info
    view.set_final(talk.finish(live, status=Status.FAILED, error=error))
    assert said == ["The key for OpenAI was rejected"]


def test_a_reply_that_waits_to_be_asked_again_says_so_by_name(
    view, talk, show, row_of, said, monkeypatch
):
    live = talk.live()
    show(talk)
    told = []
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: told.append(event.type()))
    error = problem(ProblemCode.RATE_LIMITED, provider="OpenAI").info
    view.set_retrying(ReplyRetrying(talk.id, live, 2, 3, 20.0, error))
    row = row_of(live)
    assert row.accessible_name_now() == "gpt-4.1, retrying in 20 s, attempt 2 of 3: "
    assert said == ["gpt-4.1, retrying in 20 s, attempt 2 of 3"]
    assert told == [QAccessible.Event.NameChanged]
    for left, is_told in ((17.5, False), (14.5, True), (12.0, False)):
        told.clear()
        row.content.stream.retry_at = time.monotonic() + left
        view.replies._tick()
        assert bool(told) is is_told, left
    assert row.accessible_name_now().startswith("gpt-4.1, retrying in 12 s, attempt 2 of 3")
    told.clear()
    view.append_delta(live, "Text")
    assert told == [QAccessible.Event.NameChanged]
    assert row.accessible_name_now().startswith("gpt-4.1, being written: ")
    assert said[1:] == ["Answering"]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("Three short words.", 3),
        ("Grüße an alle", 3),
        ("灰浆是沙子、胶结料。", 8),
        ("用 garden 命令", 4),
        ("كل شيء هنا", 3),
    ],
)
def test_words_are_counted_in_scripts_without_spaces_too(text, count):
    assert words.word_count(text) == count


def take_focus(widget):
    interface(widget).actionInterface().doAction(QAccessibleActionInterface.setFocusAction())


def test_any_message_takes_the_focus_from_assistive_technology(view, qtbot, talk, show, row_of):
    question = talk.user("Hello there")
    reply = talk.reply("Good day")
    show(talk)
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)
    for message in (question, reply, question):
        row = row_of(message)
        assert interface(row).state().focusable
        take_focus(row)
        assert row.hasFocus()
        assert interface(row).state().focused
    view.clearFocus()
    assert interface(view.viewport()).state().focusable
    take_focus(view.viewport())
    assert row_of(question).hasFocus(), "the message the reader is at"


def test_the_focus_moves_nothing_that_is_in_sight(view, qtbot, talk, show, row_of):
    reply = talk.reply("A line of words.\n\n" * 200)
    show(talk)
    qtbot.waitUntil(lambda: view.rows.row_height(reply) > 3_000)
    view.scroll_to(1_000)
    take_focus(row_of(reply))
    assert view.scroll_y == 1_000
