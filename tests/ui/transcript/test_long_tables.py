"""Long tables are measured where somebody looks, and guessed elsewhere."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from desktop_assistant.rendering.finding import Pattern
from desktop_assistant.rendering.parse import parse
from desktop_assistant.rendering.readable import readable_text
from desktop_assistant.ui.transcript.blocks import table_box
from desktop_assistant.ui.transcript.blocks.box import Setting
from desktop_assistant.ui.transcript.document import Document
from desktop_assistant.ui.transcript.look import Look

WRAPPED = "many words that do not fit into one line of a narrow column " * 4


@pytest.fixture
def document(theme, qapp):
    def document(text, width=700):
        document = Document(Setting(Look(theme, 1.0, wrap_code=False)), width)
        document.set_blocks(parse(text))
        return document

    return document


def table(rows, columns=3, *, cell="c{0} **b** `x`"):
    head = "|" + "a|" * columns + "\n|" + "-|" * columns + "\n"
    return head + "".join("|" + f"{cell.format(row)}|" * columns + "\n" for row in range(rows))


def heights(document, columns):
    """The height of each row as it is placed, and as its cells need it."""
    leaves = next(document.frames_in(0, 1e9)).box.leaves
    rows = [leaves[at : at + columns] for at in range(0, len(leaves), columns)]
    placed = [below[0].y - above[0].y for above, below in pairwise(rows)]
    return placed, [max(cell.leaf.height for cell in row) + 14 for row in rows]


def test_what_was_guessed_is_what_is_measured_where_cells_are_short(document, monkeypatch):
    guessed = document(table(400))
    before = guessed.height
    assert not guessed.ensure(0, 700)
    assert not guessed.ensure(0, 1e9)
    assert guessed.height == before
    monkeypatch.setattr(table_box, "_MEASURED", 10_000)
    assert document(table(400)).height == before


@pytest.mark.parametrize("looks", ["", "**"])
def test_rows_in_sight_are_as_high_as_they_need(document, looks):
    text = table(300, cell="{0}") + f"| x | {looks}{WRAPPED}{looks} | y |\n" * 40
    text += table(300, cell="{0}").partition("-|\n")[2]
    shown = document(text, width=400)
    shown.ensure(0, 300)
    for y in range(0, 40_000, 700):
        shown.ensure(y, y + 700)
    placed, needed = heights(shown, 3)
    assert placed == pytest.approx(needed[:-1])
    assert max(placed) > 3 * min(placed)
    end = next(shown.frames_in(0, 1e9)).box
    assert shown.height == end.height == pytest.approx(sum(needed) + 1, abs=12)


def test_another_width_measures_what_is_in_sight_again(document):
    shown = document(table(100) + f"| x | {WRAPPED} | y |\n" * 200)
    shown.ensure(0, 1e9)
    shown.set_width(420)
    shown.ensure(0, 1e9)
    placed, needed = heights(shown, 3)
    assert placed == pytest.approx(needed[:-1])


def test_a_table_that_grows_long_keeps_its_rows(document):
    shown = document(table(150))
    shown.ensure(0, 1e9)
    before = heights(shown, 3)[0]
    shown.set_blocks(parse(table(400)))
    shown.ensure(0, 1e9)
    placed, needed = heights(shown, 3)
    assert placed[: len(before)] == before
    assert placed == pytest.approx(needed[:-1])


def test_every_place_of_a_long_table_is_known_before_it_is_seen(document):
    shown = document(table(400))
    text = readable_text(shown.blocks[0])
    for offset in (0, len(text) // 2, text.index("c399"), len(text)):
        spot = shown.spot_of(offset)
        assert shown.offset_of(spot) == offset
        assert shown.rect_of(spot).height() > 5
    start, end = shown.hit_at(text.index("c399"), Pattern("c399"))
    assert shown.text_between(start, end) == "c399"
    rect = shown.rect_of(start)
    at = shown.spot_at(rect.left() + 1, rect.center().y())
    assert at == start


def test_cells_far_at_the_side_are_measured_when_they_are_painted(document):
    shown = document(table(20, columns=200, cell="word{0}"))
    shown.ensure(0, 1e9)
    (place,) = shown.frames_in(0, 1e9)
    box = place.box
    cell = box.leaves[-1]
    assert cell.x > 3_000
    assert cell.leaf.line_count == 1
    image = QImage(60, 30, QImage.Format.Format_ARGB32)
    image.fill(0xFFFFFFFF)
    other = box.leaves[-2]
    with QPainter(image) as painter:
        other.leaf.paint(painter, 0, 0, QRectF(0, 0, 60, 30), None)
    assert any(image.pixel(x, y) != 0xFFFFFFFF for x in range(60) for y in range(30))
    assert shown.show_sideways(shown.spot_of(len(readable_text(shown.blocks[0])) - 1), 1) is box


def test_a_long_table_in_a_quote_is_measured_whole(document):
    quoted = "".join(f"> {line}\n" for line in (table(300) + f"|{WRAPPED}|b|c|").split("\n"))
    shown = document(quoted, width=400)
    shown.ensure(0, 100)
    placed, needed = heights(shown, 3)
    assert placed == pytest.approx(needed[:-1])


def test_rows_are_counted_right_at_another_width(document):
    shown = document(table(3))
    shown.set_width(420)
    box = next(shown.frames_in(0, 1e9)).box
    rows = [box.row_at(y) for y in (1, 35, 69, 103)]
    assert [round(top) for top, _ in rows] == [0, 0, 68, 102]
    assert box.header_height == 34
