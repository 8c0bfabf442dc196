"""Small labels, bars and buttons of the transcript grow with the reading size, and all has room."""

import itertools

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QWidget

from desktop_assistant.domain.attachments import attached, join
from desktop_assistant.domain.errors import ErrorInfo
from desktop_assistant.domain.messages import Status, Usage
from desktop_assistant.domain.problems import ProblemCode
from desktop_assistant.ui.controls.buttons import Button, PaintedButton
from desktop_assistant.ui.transcript.code_frame import CodeFrame, _CodeBar
from desktop_assistant.ui.transcript.status_line import StatusLine

TWICE = 30
CUT = ErrorInfo(ProblemCode.STREAM_CUT, detail="the server's own words")


@pytest.fixture
def everything(talk, show, view):
    """A talk with every part that has small words; gives its rows at a size and width."""
    question = talk.user(join((attached("notes.md", "# Notes"),), "Short"))
    talk.versions[question] = ("other", question)
    reply = talk.reply(
        "Text\n\n```python\nx = 1\n```",
        reasoning="So it is", reasoning_s=6.0, usage=Usage(5, 386), duration_s=4.8,
    )  # fmt: skip
    talk.versions[reply] = ("other", reply, "third")
    talk.user("word " * 300)
    stopped = talk.reply("Half", status=Status.STOPPED)
    interrupted = talk.reply("Half", status=Status.INTERRUPTED, error=CUT)
    limit = talk.reply("Cut", status=Status.LIMIT, usage=Usage(5, 4096))
    live = talk.live("Growing")

    def rows(theme, size, width=900):
        view.resize(width, 9_000)
        theme.apply(choice="light", reading_size=size, reduce_motion=True)
        show(talk)
        view.set_left_out({question, reply})
        chip = view.rows.widget(question).frames.widgets[0]
        if not chip.box.is_open:
            chip.stops()[0].click()
        view.rows.widget(talk.path[-1]).set_notice("12 messages continue on 2 other branches")
        view.remeasure(talk.path[-1])
        view.edit_message(talk.path[2])
        assert {stopped, interrupted, limit, live} <= set(talk.path)
        return view.rows.widgets()

    return rows


def buttons(rows):
    found = [b for row in rows for b in row.findChildren(PaintedButton) if b.isVisibleTo(row)]
    return {(type(b).__name__, b.accessibleName(), n): b for n, b in enumerate(found)}


def test_every_button_and_label_is_twice_as_high_at_twice_the_size(everything, theme):
    usual = {key: b.sizeHint().height() for key, b in buttons(everything(theme, 15)).items()}
    large = {key: b.sizeHint().height() for key, b in buttons(everything(theme, TWICE)).items()}
    assert set(usual) == set(large)
    assert len(usual) > 20
    for key, height in usual.items():
        assert large[key] == pytest.approx(2 * height, abs=1), key


def test_bars_grow_with_their_words(everything, theme):
    for size, height in ((15, 34), (TWICE, 68)):
        frames = [f for row in everything(theme, size) for f in row.frames.widgets]
        bars = [frame.box.bar for frame in frames if isinstance(frame, CodeFrame)]
        assert bars == [height, height]


@pytest.mark.parametrize("rtl", [False, True])
@pytest.mark.parametrize("width", [420, 640, 900])
def test_nothing_is_cut_and_nothing_overlaps(everything, theme, view, width, rtl):
    sides = Qt.LayoutDirection
    view.setLayoutDirection(sides.RightToLeft if rtl else sides.LeftToRight)
    rows = everything(theme, TWICE, width)
    view.setLayoutDirection(sides.RightToLeft if rtl else sides.LeftToRight)
    view.grab()
    for row in rows:
        for parent in (row, *row.findChildren(QWidget)):
            check_parts(parent)
        for button in row.findChildren(Button):
            assert button.width() >= button.sizeHint().width() or button.width() > width * 0.6
        for bar in row.findChildren(_CodeBar):
            assert bar._words_end > 0.3 * bar.width() or bar.width() < 400
        meta = row.actions_bar._meta
        words = QFontMetrics(theme.font("label", reading=True)).horizontalAdvance(meta)
        assert words <= row.actions_bar.width()
        for line in row.findChildren(StatusLine):
            assert line._text_area.right() <= line.width()
            assert line._text_area.left() >= 0
    view.setLayoutDirection(sides.LeftToRight)


def check_parts(parent):
    """Children that can be pressed lie within their parent, and not on each other."""
    parts = [
        child
        for child in parent.children()
        if isinstance(child, PaintedButton) and child.isVisibleTo(parent)
    ]
    for part in parts:
        assert parent.rect().contains(part.geometry()), (parent, part.accessibleName())
    for one, other in itertools.combinations(parts, 2):
        assert not one.geometry().intersects(other.geometry()), (
            one.accessibleName(),
            other.accessibleName(),
        )


def test_the_line_of_buttons_breaks_where_there_is_no_room(everything, theme, view, talk):
    wide = [row.actions_bar.height() for row in everything(theme, TWICE, 900)]
    narrow = [row.actions_bar.height() for row in everything(theme, TWICE, 420)]
    assert wide[1] == 56
    assert narrow[1] > 56, "tokens and seconds stand below"
    bar = view.rows.widget(talk.path[1]).actions_bar
    assert bar.lay_out(200) >= 2 * 56
    bar.resize(200, bar.lay_out(200))
    assert bar.switcher.y() >= 56


def test_a_sentence_too_long_for_its_line_breaks_before_its_links(qtbot, theme):
    theme.apply(choice="light", reading_size=TWICE, reduce_motion=True)
    host = QWidget()
    qtbot.addWidget(host)
    line = StatusLine(theme, "12 messages continue on 2 other branches", [("a", "Show", "")], host)
    high, low = line.lay_out(260), line.lay_out(900)
    assert low == 40
    assert high >= 3 * 32
    line.lay_out(260)
    assert line._links[0].y() >= line._text_area.height() - 1


def test_a_chip_says_less_where_there_is_no_room(everything, theme):
    wide = everything(theme, 15)[0].frames.widgets[0].box
    assert wide.shown_about == wide.about
    narrow = everything(theme, TWICE, 420)[0].frames.widgets[0].box
    assert narrow.shown_about == "7 bytes"
    assert narrow.about in narrow.accessible_name


def test_the_state_of_a_reply_ends_where_its_line_does(everything, theme, view, talk):
    everything(theme, TWICE, 900)
    row = view.rows.widget(talk.path[1])
    assert row._state_words().endswith("Not sent: over the window")
    everything(theme, TWICE, 420)
    row = view.rows.widget(talk.path[1])
    assert row._state_words().endswith("…")
    assert row._label_width() <= row.column.width() + 1
