"""Finding words in the conversation, through the window: keys, count, focus, what changes."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop_assistant.domain.messages import Message, Role, Status
from tests.fakes.scripted_model import Gate, answer

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
PLAIN = Qt.KeyboardModifier.NoModifier


def bar_of(shell):
    return shell.window.commands._find.bar


def count(shell):
    return bar_of(shell).count_text


def message_at(shell):
    """The message of the hit at which the reader is."""
    place = shell.window.commands._find._place
    return None if place is None else place.message_id


def opened(shell):
    QTest.keyClick(shell.window, Qt.Key.Key_F, CONTROL)
    return bar_of(shell)


async def find(shell, words):
    """Opens the bar, types, and waits until everything was looked through."""
    bar = opened(shell)
    await shell.until(bar.field.hasFocus)
    QTest.keyClicks(bar.field, words)
    await settled(shell)
    return bar


async def settled(shell):
    await shell.until(lambda: shell.window.commands._find._scan.is_settled)


def lengthen(store, conversation_id, turns, text="Answer {number}: **her**ons, and a Heron."):
    """Adds turns below a conversation's last message."""
    parent = f"{conversation_id}-a"
    for number in range(turns):
        for name, role in (("q", Role.USER), ("r", Role.ASSISTANT)):
            message_id = f"{conversation_id}-{name}{number}"
            said = text if role is Role.ASSISTANT else "Question {number}"
            store.shelf.messages[message_id] = Message(
                id=message_id,
                conversation_id=conversation_id,
                parent_id=parent,
                role=role,
                status=Status.COMPLETE,
                text=said.format(number=number),
                created_at=0.0,
                position=2 + 2 * number + (role is Role.ASSISTANT),
            )
            parent = message_id


async def show(shell, conversation_id, title):
    await shell.until(lambda: title in shell.rows)
    shell.window.presenter.open(conversation_id)
    await shell.until_shown(title)
    await shell.until(shell.window.pane.transcript.rows.widgets)


@pytest.fixture
async def talk(shell):
    """A conversation of 402 messages, most of whose texts are not held, with 400 hits."""
    lengthen(shell.store, "c3", 200)
    await show(shell, "c3", "SQL windows")
    return shell


async def test_words_are_found_in_the_whole_conversation_from_where_the_reader_is(talk):
    await find(talk, "HERON")
    first = message_at(talk)
    assert first is not None
    assert first.startswith("c3-r19")  # the end was in sight
    number, _, total = count(talk).partition(" of ")
    assert total == "400"
    assert int(number) > 380


async def test_keys_walk_the_hits_round_the_end(talk):
    bar = await find(talk, "heron")
    walked = {count(talk)}
    for key, modifiers in ((Qt.Key.Key_Return, PLAIN), (Qt.Key.Key_F3, PLAIN)):
        QTest.keyClick(bar.field, key, modifiers)
        walked.add(count(talk))
    QTest.keyClick(talk.window, Qt.Key.Key_G, CONTROL)
    walked.add(count(talk))
    assert len(walked) == 4
    while count(talk) != "400 of 400":
        QTest.keyClick(bar.field, Qt.Key.Key_Return)
    QTest.keyClick(talk.control("Next hit"), Qt.Key.Key_Space)
    assert count(talk) == "1 of 400"
    assert message_at(talk) == "c3-r0"
    await talk.until(lambda: talk.window.pane.transcript.rows.widget("c3-r0") is not None)
    for expected in ("400 of 400", "399 of 400"):
        QTest.keyClick(bar.field, Qt.Key.Key_Return, SHIFT)
        assert count(talk) == expected
    QTest.keyClick(talk.window, Qt.Key.Key_F3, SHIFT)
    QTest.keyClick(talk.window, Qt.Key.Key_G, CONTROL | SHIFT)
    assert count(talk) == "397 of 400"


async def test_more_words_stay_where_the_reader_is(talk):
    bar = await find(talk, "answer 15")
    assert message_at(talk) == "c3-r15" or count(talk).endswith("of 11")
    QTest.keyClick(bar.field, Qt.Key.Key_Return)
    at = message_at(talk)
    number = at.removeprefix("c3-r")
    QTest.keyClicks(bar.field, number.removeprefix("15") + ":")
    await settled(talk)
    assert message_at(talk) == at
    assert count(talk) == "1 of 1"
    QTest.keyClicks(bar.field, "zzz")
    await settled(talk)
    assert count(talk) == "No hits"
    assert not talk.control("Next hit").isEnabled()
    bar.field.clear()
    QTest.keyClicks(bar.field, " ")
    QTest.keyClick(bar.field, Qt.Key.Key_Backspace)
    await settled(talk)
    assert count(talk) == ""


async def test_escape_closes_and_gives_the_focus_back(talk, focused):
    transcript = talk.window.pane.transcript
    for before in (talk.box, talk.window.sidebar.list):
        before.setFocus()
        bar = await find(talk, "heron")
        assert focused() is bar.field
        QTest.keyClick(bar.field, Qt.Key.Key_Escape)
        assert not bar.isVisible()
        assert focused() is before
        assert transcript.rows.widgets()[0].document.found.pattern.is_empty
    QTest.keyClick(talk.window, Qt.Key.Key_F3)  # opens it again, with the same words
    await settled(talk)
    assert bar.isVisible()
    assert bar.field.text() == "heron"
    assert bar.field.selectedText() == "heron"
    QTest.mouseClick(talk.control("Close"), Qt.MouseButton.LeftButton)
    assert focused() is talk.window.sidebar.list


async def test_the_header_has_a_button_and_a_narrow_window_an_entry(talk):
    QTest.mouseClick(talk.control("Find in conversation"), Qt.MouseButton.LeftButton)
    assert bar_of(talk).isVisible()
    talk.window.resize(600, 700)
    await talk.until(lambda: not talk.header.find_button.isVisible())
    bar = bar_of(talk)
    transcript = talk.window.pane.transcript
    assert bar.width() <= transcript.width() + 16
    talk.window.resize(1200, 800)
    await talk.until(talk.header.find_button.isVisible)


async def test_a_selection_is_what_is_looked_for(talk):
    transcript = talk.window.pane.transcript
    row = transcript.rows.widgets()[-1]
    spot = row.document.spot_at(0, 0)
    selected = row.content.entry.node.id
    transcript.selection.start(selected, row.document.word_at(spot))
    assert opened(talk).field.text() == "Answer"
    await settled(talk)
    assert count(talk).endswith("of 200")
    assert message_at(talk) == selected
    transcript.selection.clear()
    QTest.keyClick(talk.window, Qt.Key.Key_F3, SHIFT)
    assert message_at(talk) != selected
    transcript.selection.start(selected, row.document.word_at(spot))
    opened(talk)
    await settled(talk)
    assert message_at(talk) == selected


async def test_what_a_search_led_here_by_is_what_is_looked_for(talk):
    shell = talk
    shell.window.sidebar.search.setText("reply")
    await shell.until(shell.window.sidebar.hits.isVisible)
    hit = next(h for h in shell.window.sidebar.hits.hits._hits if h.message_id)
    shell.window.commands.open_hit(hit)
    await shell.until(lambda: shell.state.id == hit.conversation_id)
    await shell.until(shell.window.pane.transcript.rows.widgets)
    assert opened(shell).field.text() == "reply"
    await settled(shell)
    assert count(shell) == "1 of 1"
    assert message_at(shell) == hit.message_id


async def test_another_branch_and_conversation_are_counted_anew_without_moving(shell):
    await show(shell, "c1", "Connection pool")
    await find(shell, "try")
    assert count(shell) == "1 of 2"
    other = "c1-q0"
    assert shell.state.path[2].node.id != other
    await shell.assembly.controller.show_message(other)
    await shell.until(lambda: shell.state.path[2].node.id == other)
    await shell.until(lambda: count(shell) == "2 hits")
    shell.window.presenter.open("c2")
    await shell.until_shown("Reply to the landlord")
    await shell.until(lambda: count(shell) == "No hits")
    shell.window.presenter.open_new()
    await shell.until(lambda: not bar_of(shell).isVisible())


async def test_a_reply_under_way_is_looked_through_as_it_grows(shell):
    await show(shell, "c2", "Reply to the landlord")
    await find(shell, "heron")
    assert count(shell) == "No hits"
    gate = Gate()
    steps = answer("One heron, ", "two **her**ons.")
    shell.model.then(*steps[:2], gate, *steps[2:])
    await shell.send("Go on")
    await shell.until(lambda: count(shell) == "1 hit")
    gate.open()
    await shell.settle()
    await shell.until(lambda: count(shell) == "2 hits")
    press_next = shell.control("Next hit")
    QTest.mouseClick(press_next, Qt.MouseButton.LeftButton)
    assert count(shell) == "1 of 2"


async def test_what_cannot_be_read_is_passed_over(talk):
    del talk.store.shelf.messages["c3-r0"]
    await find(talk, "heron")
    assert count(talk).endswith(" of 398")


async def test_there_is_nothing_to_find_before_the_first_message(first_run):
    QTest.keyClick(first_run.window, Qt.Key.Key_F, CONTROL)
    QTest.keyClick(first_run.window, Qt.Key.Key_F3)
    assert first_run.window.commands._find is None
    assert not first_run.header.find_button.isVisible()
