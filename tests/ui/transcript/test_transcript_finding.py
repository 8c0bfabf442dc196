"""What is found in the transcript: marked where it stands, unfolded, brought into sight."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QRectF
from PySide6.QtGui import QImage, QPainter

from desktop_assistant.rendering.finding import Pattern
from desktop_assistant.rendering.parse import parse
from desktop_assistant.rendering.readable import ReadableText
from desktop_assistant.ui.transcript.blocks import text_leaf
from desktop_assistant.ui.transcript.blocks.box import Setting
from desktop_assistant.ui.transcript.content import plain_blocks
from desktop_assistant.ui.transcript.document import Document
from desktop_assistant.ui.transcript.finding import Place
from desktop_assistant.ui.transcript.look import Look
from desktop_assistant.ui.transcript.spots import END, START, Found
from tests.unit.rendering.conftest import FRAGMENTS
from tests.unit.rendering.test_readable import TEXT


def place_of(talk, message_id, words, nth=0, *, in_thinking=False):
    """Where the nth hit is, by what can be read of the message."""
    message = talk.messages[message_id]
    if in_thinking:
        text = message.reasoning.strip()
    elif message.role == "user":
        text = message.text
    else:
        readable = ReadableText()
        readable.update(parse(message.text))
        text = readable.text
    return Place(message_id, in_thinking, [start for start, _ in Pattern(words).hits(text)][nth])


@pytest.fixture
def document(theme, qapp):
    look = Look(theme, 1.0, wrap_code=False)

    def document(text, width=400):
        document = Document(Setting(look), width)
        document.set_blocks(parse(text))
        return document

    return document


@pytest.fixture
def find(view):
    """Goes to a hit and returns it as a picture's colours: how many pixels each token has."""

    def find(words, place):
        view.finding.show(Pattern(words), place)
        if place is not None:
            view.finding.go_to(place)

    return find


@pytest.fixture
def pixels(view, theme):
    """How many pixels of the viewport have a token's colour."""

    def pixels(token):
        image = view.viewport().grab().toImage()
        wanted = theme.color(token).rgb()
        return sum(
            image.pixel(x, y) == wanted
            for y in range(0, image.height())
            for x in range(0, image.width())
        )

    return pixels


def check(document, text):
    """Every offset is a spot, every spot its offset, and both show the same character."""
    readable = ReadableText()
    readable.update(document.blocks)
    for offset, char in enumerate(readable.text):
        spot = document.spot_of(offset)
        assert spot is not None
        leaf = document.leaf_at(spot)
        assert leaf is not None
        if char != "\n":
            assert leaf.text[spot.offset] == char
            assert document.offset_of(spot) == offset


def test_every_offset_has_its_spot(document):
    check(document(TEXT), TEXT)
    check(document("word " * 4000 + "\n\nend"), "")


@given(st.lists(st.sampled_from(FRAGMENTS), max_size=24).map("".join))
@settings(
    deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_every_offset_has_its_spot_in_any_text(document, text):
    check(document(text), text)


def test_a_spot_beyond_the_end_is_none(document):
    assert document("short").spot_of(100) is None


def test_hits_are_marked_and_the_current_one_differs(view, show, talk, find, pixels):
    talk.user("Where is the pool?")
    reply = talk.reply("The **pool** is here.\n\n| pool | b |\n|--|--|\n| c | Pool |\n")
    show(talk)
    assert pixels("search.hit") == pixels("search.current") == 0
    find("pool", None)
    all_hits = pixels("search.hit")
    assert all_hits > 300
    find("pool", place_of(talk, reply, "pool", 1))
    assert 0 < pixels("search.hit") < all_hits
    assert pixels("search.current") > 100
    find("", None)
    assert pixels("search.hit") == pixels("search.current") == 0


def test_hits_in_code_are_marked_in_every_row_of_a_wrapped_line(view, show, talk, find, pixels):
    talk.reply("```py\n" + "needle_" * 60 + "\nother\n```")
    show(talk)
    find("needle", None)
    in_one_row = pixels("search.hit")
    view.set_code_look(wrap=True, numbers=True)
    assert pixels("search.hit") > 2 * in_one_row


def test_going_to_a_far_hit_reads_its_message_and_shows_it(view, show, talk, find, pixels, qtbot):
    talk.turns(100)
    target = talk.reply("filler\n\n" * 80 + "the needle\n\n" + "filler\n\n" * 80)
    talk.turns(100)
    show(talk)
    find("needle", place_of(talk, target, "needle"))
    qtbot.waitUntil(lambda: pixels("search.current") > 50)
    assert not view.follow.is_on
    y = view.scroll_y
    view.finding.go_to(place_of(talk, target, "needle"))
    assert view.scroll_y == y


def test_who_scrolls_away_before_the_text_is_there_is_left_alone(view, qtbot, talk, show, find):
    talk.turns(100)
    target = talk.reply("filler\n\n" * 80 + "the needle\n\n" + "filler\n\n" * 80)
    talk.turns(100)
    show(talk)
    kept, view.sources = view.sources, []
    find("needle", place_of(talk, target, "needle"))
    view.scroll_to(0)
    view.sources = kept
    view.requests.forget()
    view.set_messages([talk.messages[target]])
    view.refresh()
    qtbot.waitUntil(lambda: view.rows.content(talk.path[0]).is_loaded)
    assert view.scroll_y == 0


def test_going_to_a_hit_in_sight_moves_nothing(view, show, talk, find):
    talk.turns(3)
    target = talk.reply("a needle")
    talk.reply("more " * 2000)
    show(talk)
    view.go_to(target, margin=200)
    y = view.scroll_y
    find("needle", place_of(talk, target, "needle"))
    assert view.scroll_y == y


def test_a_hit_in_folded_code_unfolds_it(view, show, talk, find, row_of, pixels):
    code = "\n".join(f"line_{number}" for number in range(90))
    reply = talk.reply(f"- in a list\n\n  ```py\n{code.replace('line', '  line')}\n  ```")
    show(talk)
    find("line_5", place_of(talk, reply, "line_5"))
    assert row_of(reply).code_boxes()[0].is_folded
    find("line_77", place_of(talk, reply, "line_77"))
    assert not row_of(reply).code_boxes()[0].is_folded
    assert pixels("search.current") > 50


def test_a_hit_in_a_cut_line_unfolds_and_scrolls_to_it(view, show, talk, find, row_of, pixels):
    reply = talk.reply("```\n" + "x" * 5000 + "needle\n```")
    show(talk)
    find("needle", place_of(talk, reply, "needle"))
    assert row_of(reply).code_boxes()[0].scroll.value > 0
    assert pixels("search.current") > 50


def test_a_hit_beyond_the_edge_of_a_table_scrolls_it(view, show, talk, find, pixels):
    head = "|".join(f" column {number} with words " for number in range(20))
    reply = talk.reply(f"|{head}| needle |\n{'|--' * 21}|\n")
    show(talk)
    find("needle", place_of(talk, reply, "needle"))
    assert pixels("search.current") > 50


def test_a_hit_in_a_folded_question_unfolds_it(view, show, talk, find, row_of, pixels):
    question = talk.user("\n".join(f"row {number}" for number in range(60)) + "\nneedle")
    talk.reply("yes")
    show(talk)
    find("needle", place_of(talk, question, "needle"))
    assert view.rows.content(question).is_unfolded
    assert pixels("search.current") > 50


def test_a_hit_in_folded_thinking_opens_it(view, show, talk, find, row_of, pixels):
    reply = talk.reply("The answer.", reasoning="First.\n" * 80 + "The needle.", reasoning_s=4.0)
    show(talk)
    find("needle", place_of(talk, reply, "needle", in_thinking=True))
    assert view.rows.content(reply).shows_thinking
    assert pixels("search.current") > 50


def test_marks_stay_through_theme_width_and_streaming(view, show, talk, find, pixels, theme):
    talk.user("q")
    reply = talk.live("")
    show(talk)
    view.append_delta(reply, "one needle\n\n")
    view.replies._flush()
    find("needle", Place(reply, False, 4))
    before = pixels("search.current")
    assert before > 50
    view.append_delta(reply, "and another needle")
    view.replies._flush()
    assert pixels("search.hit") > 50
    assert pixels("search.current") == before
    view.resize(500, 600)
    assert pixels("search.current") == before
    theme.apply(choice="dark", reading_size=15, reduce_motion=False)
    assert pixels("search.current") > 50


def test_the_reader_is_where_the_top_of_the_view_is(view, show, talk):
    assert view.finding.reader_is_at() is None
    talk.turns(3)
    target = talk.reply("".join(f"paragraph {number}\n\n" for number in range(200)))
    show(talk)
    view.go_to(target, margin=0)
    view.scroll_by(2000)
    message_id, offset = view.finding.reader_is_at()
    assert message_id == target
    spot = view.rows.content(target).document.spot_of(offset)
    row = view.rows.widget(target)
    y = row.content.document.rect_of(spot).top() + row.text_area.top()
    assert 0 <= row.mapTo(view.viewport(), QPoint(0, round(y))).y() <= 120


def test_a_place_in_a_message_that_is_not_there_is_no_place(view, show, talk, find):
    talk.turns(1)
    show(talk)
    y = view.scroll_y
    view.finding.go_to(Place("gone", False, 0))
    find("needle", None)
    assert view.scroll_y == y


def test_a_hit_in_a_formulas_source_marks_the_formula(view, show, talk, find, pixels):
    reply = talk.reply("In words $\\lambda W$ and\n\n$$\n\\lambda + x\n$$\n")
    show(talk)
    find("lambda", None)
    assert pixels("search.hit") > 300
    find("lambda", place_of(talk, reply, "lambda", 0))
    inline = pixels("search.current")
    find("lambda", place_of(talk, reply, "lambda", 1))
    assert min(inline, pixels("search.current")) > 50


class Marks:
    """What is marked while a document is painted: each mark's box, and whether it is current."""

    def __init__(self, monkeypatch):
        self.boxes = []

        def paint_hit(painter, rect, look, *, is_current):
            self.boxes.append((rect, is_current))

        monkeypatch.setattr(text_leaf, "paint_hit", paint_hit)

    def of(self, document, words, start=None):
        """The marks of all words, from the top; ``start`` is where the current hit begins."""
        self.boxes.clear()
        pattern = Pattern(words)
        at = None if start is None else document.hit_at(start, pattern)
        document.found = Found(pattern, at)
        image = QImage(450, 40, QImage.Format.Format_ARGB32)
        with QPainter(image) as painter:
            document.paint(painter, QRectF(0, 0, 450, document.height), None)
        return list(self.boxes)


@pytest.fixture
def marks(monkeypatch):
    return Marks(monkeypatch)


@pytest.fixture
def typed(theme, qapp):
    def typed(text):
        document = Document(Setting(Look(theme, 1.0, wrap_code=False), is_plain=True), 400)
        document.set_blocks(plain_blocks(text))
        document.ensure(0, 1e6)
        return document

    return typed


def shown(document):
    document.ensure(0, 1e6)
    return document


@pytest.mark.parametrize("make", ["document", "typed"])
def test_a_hit_over_the_cut_of_a_long_line_is_marked_in_both_parts(make, request, marks):
    text = "x" * 3998 + "needle" + "y" * 3000 + "needle" + "z" * 3000
    document = shown(request.getfixturevalue(make)(text))
    assert len(marks.of(document, "nothing like it")) == 0
    found = marks.of(document, "needle")
    assert len(found) == 3
    assert not any(is_current for _, is_current in found)
    current = [box for box, is_current in marks.of(document, "needle", 3998) if is_current]
    assert len(current) == 2
    assert current[0].bottom() <= current[1].top() + 1
    current = [box for box, is_current in marks.of(document, "needle", 7004) if is_current]
    assert len(current) == 1


@pytest.mark.parametrize("make", ["document", "typed"])
def test_hits_that_overlap_are_marked_as_they_are_counted(make, request, marks):
    for length in (4001, 4002, 9999):
        document = shown(request.getfixturevalue(make)("b" + "a" * length))
        whole = sum(box.width() for box, _ in marks.of(document, "aaa"))
        one = sum(box.width() for box, is_current in marks.of(document, "aaa", 1) if is_current)
        assert round(whole / one) == length // 3


def test_a_hit_as_long_as_several_pieces_is_marked_in_each(document, marks):
    text = "x" * 9000
    boxes = marks.of(shown(document(text)), text, 0)
    assert sum(is_current for _, is_current in boxes) == len(boxes) > 3


def test_what_is_typed_in_one_line_is_copied_in_one_line(typed):
    text = "x" * 9000 + "\n" + "y" * 100
    assert typed(text).text_between(START, END) == text


def test_going_to_a_hit_over_the_cut_shows_it(view, qtbot, show, talk, find, pixels):
    question = talk.user("word " * 799 + "a nee" + "dle" + " word" * 600)
    reply = talk.reply("x" * 3998 + "needle " + "y" * 3000)
    show(talk)
    find("needle", place_of(talk, question, "needle"))
    assert view.rows.content(question).is_unfolded
    qtbot.waitUntil(lambda: pixels("search.current") > 50)
    find("needle", place_of(talk, reply, "needle"))
    qtbot.waitUntil(lambda: pixels("search.current") > 50)


@given(
    st.lists(st.sampled_from(["a", "ab", " ", "\n", "ü", "אב"]), max_size=30), st.integers(1, 400)
)
@settings(
    deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_every_offset_of_typed_text_has_its_spot(typed, parts, times):
    text = "".join(parts) * times
    document = typed(text)
    for offset in range(0, len(text), 1 + len(text) // 200):
        spot = document.spot_of(offset)
        leaf = document.leaf_at(spot)
        if text[offset] != "\n":
            assert leaf.text[spot.offset] == text[offset]
            assert document.offset_of(spot) == offset
