"""Code blocks and tables: sideways scrolling, colours, the bar that stays, the caret."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop_assistant.ui.controls.menu import Menu
from desktop_assistant.ui.transcript.blocks.hscroll import HorizontalScroll
from desktop_assistant.ui.transcript.code_frame import CodeFrame

WIDE_CODE = "```\n" + "word " * 60 + "\nshort\n```"
WIDE_TABLE = "|" + "some words in a cell|" * 10 + "\n|" + "-|" * 10 + "\n|" + "x|" * 10


@pytest.fixture
def frame_of(show, row_of):
    def frame_of(talk, text):
        reply = talk.reply(text)
        show(talk)
        return row_of(reply).frames.widgets[0]

    return frame_of


def wheel(widget, x, y, modifiers=Qt.KeyboardModifier.NoModifier):
    at = QPointF(widget.rect().center())
    event = QWheelEvent(
        at,
        QPointF(widget.mapToGlobal(at.toPoint())),
        QPoint(),
        QPoint(x, y),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)


@pytest.mark.parametrize("text", [WIDE_CODE, WIDE_TABLE], ids=["code", "table"])
def test_what_is_too_wide_scrolls_sideways(talk, frame_of, text):
    frame = frame_of(talk, text)
    scroll = frame.place.box.scroll
    wheel(frame, -120, 0)
    assert scroll.value == 60
    wheel(frame, 0, -120, Qt.KeyboardModifier.ShiftModifier)
    assert scroll.value == 120
    wheel(frame, 10_000, 0)
    assert scroll.value == 0


def test_turning_the_wheel_over_code_scrolls_the_transcript(view, talk, frame_of, on_screen):
    talk.turns(20)
    frame = frame_of(talk, WIDE_CODE)
    before = on_screen(talk.path[-1])
    at = QPointF(frame.mapTo(view.window(), frame.rect().center()))
    QTest.wheelEvent(view.window().windowHandle(), at, QPoint(0, 120))
    QApplication.sendPostedEvents()
    assert on_screen(talk.path[-1]) == before + 72
    assert frame.place.box.scroll.value == 0


@pytest.mark.parametrize("text", [WIDE_CODE, WIDE_TABLE], ids=["code", "table"])
def test_the_thin_bar_is_dragged(qtbot, talk, frame_of, text):
    frame = frame_of(talk, text)
    box = frame.place.box
    thumb = box.scroll.bar(box.scroll_area)
    at = thumb.center().toPoint()
    qtbot.mousePress(frame, Qt.MouseButton.LeftButton, pos=at)
    qtbot.mouseMove(frame, at + QPoint(40, 0))
    assert box.scroll.value > 0
    qtbot.mouseMove(frame, at + QPoint(5_000, 0))
    assert box.scroll.value == box.scroll.most
    qtbot.mouseRelease(frame, Qt.MouseButton.LeftButton, pos=at)
    assert not box.scroll.is_held
    frame.grab()


def test_dragging_the_bar_selects_nothing(view, qtbot, talk, frame_of):
    frame = frame_of(talk, WIDE_CODE)
    box = frame.place.box
    at = box.scroll.bar(box.scroll_area).center().toPoint()
    qtbot.mousePress(frame, Qt.MouseButton.LeftButton, pos=at)
    qtbot.mouseMove(frame, at + QPoint(40, 0))
    qtbot.mouseRelease(frame, Qt.MouseButton.LeftButton, pos=at)
    assert view.selection.is_empty


def test_a_scrolled_table_is_selected_where_it_is_seen(view, qtbot, talk, frame_of):
    frame = frame_of(talk, WIDE_TABLE)
    box = frame.place.box
    box.scroll.move_by(10_000)
    placed = box.leaves[-1]
    at = QPoint(round(placed.x - box.scroll.value) + 2, round(placed.y) + 5)
    qtbot.mouseDClick(frame, Qt.MouseButton.LeftButton, pos=at)
    view.copy_selection()
    assert QGuiApplication.clipboard().text() == "x"


def test_the_bar_of_code_stays_in_sight(view, talk, show, row_of):
    live = talk.live()
    talk.messages[live] = talk.finish(live, text="```python\n" + "line\n" * 39 + "```")
    show(talk)
    view.resize(900, 300)
    view.scroll_to(view.rows.top(live) + 200)
    (frame,) = row_of(live).frames.widgets
    assert isinstance(frame, CodeFrame)
    bar = frame._bar.mapTo(view.viewport(), QPoint(0, 0))
    assert 0 <= bar.y() <= 2
    view.scroll_to(view.rows.top(live))
    assert frame._bar.y() == 1
    frame.grab()


def test_code_gets_its_colours_when_there_is_time(qtbot, talk, frame_of):
    frame = frame_of(talk, "```python\ndef f():\n    return 1\n```")
    qtbot.waitUntil(lambda: frame.place.box.is_highlighted)
    assert frame.place.box.leaf._layout(0)[0].formats()


def test_several_blocks_and_equal_ones_get_their_colours(view, qtbot, talk, show, row_of):
    code = "```python\n" + "x = [1, 'two']  # three\n" * 30 + "```\n\n"
    reply = talk.reply(code + "```json\n{}\n```\n\n" + code)
    show(talk)
    view.scroll_to(0)
    row = row_of(reply)
    qtbot.waitUntil(lambda: all(box.is_highlighted for box in row.code_boxes()))
    assert len(row.code_boxes()) >= 1


def roles(box):
    """What of a block is coloured, and how."""
    return {box.code[start:end]: str(role) for start, end, role in box.leaf._runs}


@pytest.fixture
def open_code(view, qtbot, talk, show, row_of):
    """Lets code in a language come; returns its box."""
    live = talk.live()
    show(talk)

    def come(text):
        view.append_delta(live, text)
        qtbot.waitUntil(lambda: len(row_of(live).code_boxes()) == 1)
        return row_of(live).code_boxes()[0]

    return come


def test_open_code_gets_its_colours_as_it_comes(qtbot, open_code):
    box = open_code("```python\nx = 1\n")
    qtbot.waitUntil(lambda: box.is_highlighted)  # the lexer is loaded
    assert roles(box)["1"] == "number"
    box = open_code("y = 'two'\n")
    qtbot.waitUntil(lambda: "y" in box.code)
    assert box.is_highlighted
    assert not box.is_closed
    assert roles(box)["'two'"] == "string"
    assert box.leaf._layout(1)[0].formats()


def test_code_is_read_as_a_whole_once_it_is_closed(qtbot, open_code):
    box = open_code("```python\nx = 1\n")
    qtbot.waitUntil(lambda: box.is_highlighted)
    box.leaf.set_runs([])
    open_code("```\n")
    qtbot.waitUntil(lambda: box.is_closed and box.is_highlighted)
    assert roles(box)["1"] == "number"


def test_open_code_that_can_only_be_read_whole_is_coloured_too(qtbot, open_code):
    box = open_code('```json\n{"a": 1,\n')
    qtbot.waitUntil(lambda: box.is_highlighted)
    assert roles(box)["1"] == "number"
    box = open_code('"b": 23')
    qtbot.waitUntil(lambda: '"b"' in box.code)
    assert not box.is_highlighted  # not read again at once
    qtbot.waitUntil(lambda: box.is_highlighted)  # nothing more needs to come for it
    assert roles(box)["23"] == "number"
    open_code("}\n```\n")
    qtbot.waitUntil(lambda: box.is_closed and box.is_highlighted)


def test_much_open_code_at_once_is_coloured_in_pieces(qtbot, open_code):
    code = "".join(f"value_{number} = [{number}, 'text']  # why\n" for number in range(400))
    code += "end"
    box = open_code("```python\nx = 1\n")
    qtbot.waitUntil(lambda: box.is_highlighted)
    open_code(code)
    qtbot.waitUntil(lambda: code in box.code and box.is_highlighted)
    assert roles(box)["399"] == "number"
    assert roles(box)["'text'"] == "string"


def test_the_caret_stands_after_the_last_sign(view, qtbot, talk, show, row_of):
    live = talk.live()
    show(talk)
    view.append_delta(live, "Some words")
    row = row_of(live)
    qtbot.waitUntil(lambda: bool(row.document.blocks))
    rect, frame = row.document.caret()
    assert frame is None
    assert rect.x() == pytest.approx(row.document._boxes[0].leaves[0].leaf.natural_width, abs=1)
    view.append_delta(live, "\n\n```\ncode")
    qtbot.waitUntil(lambda: bool(row.frames.widgets))
    assert row.document.caret()[1] is row.frames.widgets[0].place.box
    assert row.frames.widgets[0]._caret is not None
    view.set_final(talk.finish(live, text="Some words\n\n```\ncode\n```"))
    assert row.frames.widgets[0]._caret is None


def test_caret_and_dot_pulse_unless_motion_is_unwanted(view, qtbot, theme, talk, show, row_of):
    live = talk.live("Some words")
    show(talk)
    assert not theme.pulse.is_beating
    theme.apply(choice="light", reading_size=15, reduce_motion=False)
    qtbot.waitUntil(lambda: 0.35 <= row_of(live).caret_opacity < 1)
    theme.apply(choice="light", reading_size=15, reduce_motion=True)
    assert not theme.pulse.is_beating
    assert row_of(live).caret_opacity == 1


def test_a_beat_that_is_nearly_due_comes_along_with_new_text(
    view, qtbot, theme, talk, show, row_of
):
    live = talk.live("Some words")
    theme.apply(choice="light", reading_size=15, reduce_motion=False)
    show(talk)
    beats = []
    theme.pulse.beaten.connect(beats.append)
    timer = theme.pulse._timer
    qtbot.waitUntil(lambda: timer.remainingTime() < timer.interval() // 4)
    before = len(beats)
    theme.pulse.come_along()
    assert len(beats) == before + 1
    assert row_of(live).caret_opacity == beats[-1]
    theme.pulse.come_along()
    assert len(beats) == before + 1
    theme.apply(choice="light", reading_size=15, reduce_motion=True)


def test_the_clock_rests_when_nothing_is_written(view, qtbot, talk, show):
    live = talk.live("Some words")
    show(talk)
    assert view.replies._clock._seconds.isActive()
    view.set_final(talk.finish(live))
    show(talk)
    assert not view.replies._clock._seconds.isActive()


def test_thinking_shows_its_last_line_while_it_goes_on(view, qtbot, talk, show, row_of):
    live = talk.live()
    show(talk)
    view.append_delta(live, "", "First this.\nThen that.")
    row = row_of(live)
    qtbot.waitUntil(lambda: row._chip is not None)
    assert row._chip._line == "Then that."
    row.grab()
    view.append_delta(live, "Answer")
    qtbot.waitUntil(lambda: row._chip._line == "")


def test_no_position_is_beyond_the_ends():
    scroll = HorizontalScroll()
    scroll.set_extent(500, 200)
    assert scroll.move_by(1_000)
    assert scroll.value == 300
    assert not scroll.move_by(10)
    assert scroll.show_range(100, 150)
    assert scroll.value == 100
    assert not scroll.show_range(120, 180)
    assert scroll.show_range(350, 400)
    assert scroll.value == 200
    scroll.set_extent(100, 200)
    assert scroll.value == 0


def choose(view, words):
    """Opens the menu of the code block in sight and takes an entry."""
    frame = next(f for row in view.rows.widgets() for f in row.frames.widgets)
    frame._bar.more.click()
    menu = next(m for m in view.window().findChildren(Menu) if m.isVisible())
    next(item for item in menu.items if item.words == words).click()


def test_code_is_asked_to_be_saved_as_it_came(view, qtbot, talk, show):
    talk.reply("```python\nx\u200b = 1\t\n```")
    show(talk)
    with qtbot.waitSignal(view.save_code_requested) as asked:
        choose(view, "Save as…")
    assert asked.args == ["x\u200b = 1\t", "python"]


def test_lines_are_numbered_beside_the_code(view, qtbot, talk, show, frame_of):
    code = "\n".join("long = 1 # " * 30 if n == 3 else f"line {n}" for n in range(120))
    reply = talk.reply(f"```\n{code}\n```")
    show(talk)
    box = view.rows.widget(reply).code_boxes()[0]
    before = box.leaves[0].x
    with qtbot.waitSignal(view.line_numbers_requested) as asked:
        choose(view, "Line numbers")
    assert asked.args == [True]
    view.set_code_look(wrap=False, numbers=True)
    row = view.rows.widget(reply)
    box = row.code_boxes()[0]
    assert box.leaves[0].x > before + 20
    frame = row.frames.widgets[0]

    def gutter():
        image = frame.grab().toImage()
        paper = box.look.code_color("bg").rgb()
        return [
            (x, y)
            for y in range(36, 200)
            for x in range(14, int(box.leaves[0].x) - 8)
            if image.pixel(x, y) != paper
        ]

    numbers = gutter()
    assert len(numbers) > 100
    box.scroll.move_by(300)
    frame.update()
    assert gutter() == numbers
    at = row.document.spot_at(box.leaves[0].x + 1, 60)
    assert row.document.leaf_at(at).text == code
    with qtbot.waitSignal(view.line_numbers_requested) as asked:
        choose(view, "Line numbers")
    assert asked.args == [False]
