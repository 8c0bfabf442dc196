"""A row that moves or grows takes along what was painted of it: nothing stale stays on screen."""

import time

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

PARTS = [
    "First words.\n\n",
    "A paragraph that goes on for a while, ",
    "and on, to the next line and the one after that. " * 4,
    "\n\n- one\n- two\n",
    "- three\n\n| a | b |\n|---|---|\n| 1 | 2 |\n",
    "| 3 | 4 |\n\n```python\nfor x in range(3):\n",
    "    print(x)\n" * 8,
    "```\n\n> A quote\n\n",
    "The end, some time later. " * 12,
]


@pytest.fixture
def is_whole(qtbot, view):
    """Waits until the screen shows what a paint of everything would: seconds may have passed."""

    def pixels(pixmap):
        return pixmap.toImage().convertToFormat(QImage.Format.Format_RGB32)

    def is_whole():
        def same():
            QApplication.processEvents()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            return pixels(view.screen().grabWindow(view.winId())) == pixels(view.grab())

        qtbot.waitUntil(same)
        return True

    return is_whole


@pytest.fixture
def live(view, talk, show):
    """A reply under way, below enough other messages to scroll."""
    talk.turns(6)
    talk.user("Go on")
    reply = talk.live()
    show(talk)
    view.message_sent()
    return reply


@pytest.fixture
def write(qtbot, view, live):
    """Adds text and waits until it is shown."""

    def write(text="", reasoning=""):
        view.append_delta(live, text, reasoning)
        stream = view.rows.content(live).stream
        qtbot.waitUntil(lambda: stream.wait(time.monotonic()) is None)

    return write


def count_paints(row, qtbot):
    """The heights that are painted of a row from now on."""
    heights = []
    paint = row.paintEvent

    def counted(event):
        heights.append(event.region().boundingRect().height())
        paint(event)

    row.paintEvent = counted
    return heights


def test_a_reply_that_is_written_shows_as_a_whole(view, talk, live, write, is_whole):
    for part in PARTS:
        write(part)
        assert is_whole()
    text = view.rows.content(live).text
    view.set_final(talk.finish(live, text=text))
    assert is_whole()


def test_thinking_moves_the_text_below_it(live, write, row_of, is_whole):
    write("Text first. ")
    write(reasoning="And then a thought. " * 20)
    assert is_whole()
    row_of(live).show_thinking()
    write(reasoning="Another one. " * 20)
    assert is_whole()


def test_a_frame_and_a_ring_grow_with_the_row(view, live, write, row_of, is_whole):
    view.set_left_out([live])
    view.setFocus(Qt.FocusReason.TabFocusReason)
    row_of(live).setFocus(Qt.FocusReason.TabFocusReason)
    for part in PARTS[:3]:
        write(part)
        assert is_whole()


def test_scrolling_leaves_nothing_behind(view, write, is_whole):
    for part in PARTS:
        write(part)
    for pixels in (-40, -300, 24, -900, 120, 5000, -1):
        view.scroll_by(pixels)
        assert is_whole()


def test_a_selection_is_taken_along_and_taken_back(qtbot, view, write, is_whole):
    for part in PARTS:
        write(part)
    viewport = view.viewport()
    qtbot.mousePress(viewport, Qt.MouseButton.LeftButton, pos=QPoint(200, 200))
    qtbot.mouseMove(viewport, QPoint(500, 500))
    qtbot.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=QPoint(500, 500))
    assert is_whole()
    view.scroll_by(-100)
    assert is_whole()
    view.selection.clear()
    view.show_selection()
    assert is_whole()


def test_other_looks_are_painted_at_once(view, theme, write, is_whole):
    for part in PARTS[:4]:
        write(part)
    theme.apply(choice="dark", reading_size=15, reduce_motion=True)
    assert is_whole()
    view.set_column(560)
    assert is_whole()
    view.resize(700, 500)
    assert is_whole()


def test_only_the_end_is_painted_while_a_reply_is_written(qtbot, view, live, write, row_of):
    write("A line.\n\n" * 40)
    QApplication.processEvents()
    heights = count_paints(row_of(live), qtbot)
    before = view.scroll_y
    write("One more line.\n\n" * 3)
    QApplication.processEvents()
    assert view.scroll_y > before
    assert heights
    assert max(heights) < 200
