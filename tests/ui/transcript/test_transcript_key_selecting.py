"""Selecting with the keyboard: one selection across lines, blocks and messages."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

LONG = "A line of words that is long enough to fill some room.\n\n" * 30
LEFT = Qt.MouseButton.LeftButton
NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
Key = Qt.Key


@pytest.fixture
def keys(view, qtbot):
    """Gives the view the keyboard and sends keys to whatever has it."""
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)
    view.setFocus()

    def keys(*pressed, modifier=SHIFT):
        for key in pressed:
            qtbot.keyClick(QApplication.focusWidget(), key, modifier)

    return keys


@pytest.fixture
def click(view, qtbot, row_of):
    """Clicks at an offset into the first words of a message."""

    def click(message_id, offset, modifier=NONE):
        qtbot.waitUntil(lambda: view.rows.content(message_id).feed is None)
        row = row_of(message_id)
        placed = row.document._boxes[0].leaves[0]
        rect = placed.leaf.rect_of(offset)
        at = QPoint(round(placed.x + rect.x()), round(placed.y + rect.center().y()))
        qtbot.mouseClick(row, LEFT, modifier, row.text_area.topLeft() + at)

    return click


@pytest.fixture
def copied(view, keys):
    def copied():
        keys(Key.Key_C, modifier=CONTROL)
        return QGuiApplication.clipboard().text()

    return copied


def test_signs_and_words_from_where_the_pointer_clicked(talk, show, keys, click, copied):
    reply = talk.reply("The quick 👍🏽 brown fox")
    show(talk)
    click(reply, 4)
    keys(*[Key.Key_Right] * 3)
    assert copied() == "qui"
    keys(Key.Key_Right, modifier=SHIFT | CONTROL)
    assert copied() == "quick"
    keys(Key.Key_Right, Key.Key_Right)
    assert copied() == "quick 👍🏽"
    keys(Key.Key_Left)
    assert copied() == "quick "
    keys(Key.Key_Left, modifier=SHIFT | CONTROL)
    keys(Key.Key_Left, modifier=SHIFT | CONTROL)
    assert copied() == "The "


def test_the_ends_of_a_line_and_of_the_conversation(talk, show, keys, click, copied):
    talk.user("First question")
    reply = talk.reply("One line\nand another")
    talk.user("Last question")
    show(talk)
    click(reply, 4)
    keys(Key.Key_End)
    assert copied() == "line and another"
    keys(Key.Key_Home)
    assert copied() == "One "
    keys(Key.Key_Home, modifier=SHIFT | CONTROL)
    assert copied() == "First question\n\nOne "
    keys(Key.Key_End, modifier=SHIFT | CONTROL)
    assert copied() == "line and another\n\nLast question"


def test_lines_across_blocks_and_messages_and_back(talk, show, keys, click, copied):
    question = talk.user("A question")
    talk.reply("# Head\n\nWords here.\n\n- item\n\n```\ncode\n```\n\n|a|b|\n|-|-|\n|c|d|")
    talk.user("Second")
    show(talk)
    click(question, 2)
    keys(*[Key.Key_Down] * 3)
    assert copied() == "question\n\nHead\n\nWords here."
    keys(*[Key.Key_Down] * 3)
    assert copied().startswith("question\n\nHead\n\nWords here.\n\n• item\n\ncode\n\na")
    keys(*[Key.Key_Down] * 20)
    assert copied().endswith("Second")
    keys(*[Key.Key_Up] * 30)
    assert copied() == "A "


def test_left_and_right_go_from_one_block_and_message_to_the_next(talk, show, keys, click, copied):
    question = talk.user("ab")
    talk.reply("cd\n\nef")
    show(talk)
    click(question, 1)
    keys(*[Key.Key_Right] * 6)
    assert copied() == "b\n\ncd\n\ne"
    keys(*[Key.Key_Left] * 7)
    assert copied() == "a"
    keys(*[Key.Key_Left] * 3)
    assert copied() == "a"


def test_in_a_paragraph_from_the_right_the_arrows_go_as_they_look(talk, show, keys, click, copied):
    reply = talk.reply("שלום עולם")
    show(talk)
    click(reply, 0)
    keys(*[Key.Key_Left] * 4)
    assert copied() == "שלום"


def test_without_a_click_it_starts_at_the_message_the_reader_is_at(talk, show, keys, copied, view):
    talk.user("Question")
    talk.reply("Answer here")
    show(talk)
    keys(Key.Key_Up, modifier=NONE)
    keys(Key.Key_Right, modifier=SHIFT | CONTROL)
    assert copied() == "Answer"


def test_a_page_at_a_time_with_the_view_going_along(view, talk, show, keys, click, copied):
    talk.turns(2)
    reply = talk.reply(LONG * 3)
    talk.turns(2)
    show(talk)
    view.scroll_to(view.rows.top(reply))
    click(reply, 0)
    keys(Key.Key_PageDown, Key.Key_PageDown)
    lines = copied().split("\n\n")
    assert 15 < len(lines) < 40
    assert view.scroll_y > view.rows.top(reply) + 500
    before = view.scroll_y
    keys(*[Key.Key_Down] * 30)
    assert view.scroll_y > before + 300
    keys(*[Key.Key_PageDown] * 20)
    assert copied().endswith(talk.messages[talk.path[-1]].text.strip())
    keys(*[Key.Key_PageUp] * 40)
    assert copied().startswith("Question 0")


def test_in_the_middle_of_a_long_message_it_starts_with_the_first_line_in_sight(
    view, talk, show, keys, copied
):
    talk.reply("\n\n".join(f"Line {number}" for number in range(200)))
    show(talk)
    view.scroll_to(3_000)
    keys(Key.Key_PageUp, modifier=NONE)
    keys(Key.Key_Down)
    first = int(copied().split("\n")[0].removeprefix("Line "))
    assert 40 < first < 100


def test_shift_and_a_click_reach_from_the_last_click(talk, show, click, copied, keys):
    reply = talk.reply("The quick brown fox")
    show(talk)
    click(reply, 4)
    click(reply, 9, SHIFT)
    assert copied() == "quick"
    click(reply, 15, SHIFT)
    assert copied() == "quick brown"


def test_a_word_that_was_double_clicked_grows(qtbot, talk, show, row_of, keys, copied):
    reply = talk.reply("The quick brown fox")
    show(talk)
    row = row_of(reply)
    rect = row.document._boxes[0].leaves[0].leaf.rect_of(6)
    at = row.text_area.topLeft() + QPoint(round(rect.x()), round(rect.center().y()))
    qtbot.mouseDClick(row, LEFT, pos=at)
    keys(Key.Key_Right, modifier=SHIFT | CONTROL)
    assert copied() == "quick brown"


def test_selecting_all_takes_the_message_first(view, talk, show, click, keys, copied):
    talk.user("Question")
    reply = talk.reply("Some **bold** words")
    show(talk)
    click(reply, 3)
    keys(Key.Key_A, modifier=CONTROL)
    assert copied() == "Some bold words"
    assert view.selection.is_whole(reply, reply)
    keys(Key.Key_A, modifier=CONTROL)
    assert copied() == "Question\n\nSome bold words"
    keys(Key.Key_A, modifier=CONTROL)
    assert copied() == "Question\n\nSome bold words"


def test_other_keys_with_shift_are_not_taken(view, talk, show, click, keys):
    reply = talk.reply("Words")
    show(talk)
    click(reply, 1)
    keys(Key.Key_X)
    keys(Key.Key_Right, modifier=SHIFT | Qt.KeyboardModifier.AltModifier)
    assert view.selection.is_empty
