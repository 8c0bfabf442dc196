"""What the typesetter drew, as marks.

It writes SVG of few elements: shapes in ``defs``, and one group with ``use``, ``rect``, ``line``
and ``ellipse``. Only these are read; title, metadata and the text layer are passed over unparsed.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from desktop_assistant.rendering.formulas.colors import color_of
from desktop_assistant.rendering.formulas.marks import (
    EM,
    WORDS_SIZE,
    Bar,
    Glyph,
    Mark,
    Outline,
    Ring,
    Stroke,
    Words,
)

LARGEST: Final = 500_000
"""Characters of SVG that are read at most; about 4,000 signs."""
WIDEST: Final = 1_000 * EM
"""Wider or higher formulas are not drawn."""

_ELEMENT: Final = re.compile(r"<(path|use|rect|line|ellipse) ([^<>]*)/>")
_ATTRIBUTE: Final = re.compile(r'([a-z][a-z0-9-]*)="([^"]*)"')
_BOX: Final = re.compile(r'viewBox="(\S+) (\S+) (\S+) (\S+)"')
_PLACE: Final = re.compile(r"translate\((\S+) (\S+)\)(?: scale\((\S+)\))?")
_RULE: Final = 40.0
"""How thick the lines of tables and frames are."""
_AXIS: Final = 258.0
"""How high above the baseline the middle of a table is."""
_PADDING: Final = 300.0
"""At most so far from a table's outer columns its edge is."""
_TOUCH: Final = 1.0
"""Lengths that differ by less are the same."""

_shapes: dict[str, str] = {}
"""One string for each outline of the font, whichever formula it stands in."""


class TooLargeError(ValueError):
    """More than anybody could look at."""


def read_svg(svg: str, letters: Mapping[str, str], *, has_rules: bool) -> Outline:
    """Return the outline that the typesetter drew.

    Args:
        svg: what it wrote.
        letters: by the shape of a stand-in, the letter behind it.
        has_rules: whether tables in it have vertical lines.

    Raises:
        TooLargeError: it is too large to be drawn.
        KeyError, ValueError: it is not written as it always was.
    """
    start, end = svg.index("<defs>"), svg.rindex("</g>")
    box = _BOX.search(svg)
    if box is None:
        raise ValueError("an SVG without its size")
    _, top, width, height = (float(value) for value in box.groups())
    if end - start > LARGEST or max(width, height, abs(top)) > WIDEST:
        raise TooLargeError
    marks = list(_marks(svg[start:end]))
    if has_rules:
        marks = _with_rules_in_place(marks)
    if letters:
        marks = list(_with_letters(marks, letters))
    return Outline(tuple(marks), width, -top, height + top)


def shapes_in(svg: str) -> list[str]:
    """Return the outlines of the signs that an SVG shows, in order."""
    return [mark.shape for mark in _marks(svg) if isinstance(mark, Glyph)]


def _marks(svg: str) -> Iterator[Mark]:
    shapes: dict[str, str] = {}
    for kind, text in _ELEMENT.findall(svg):
        values: dict[str, str] = dict(_ATTRIBUTE.findall(text))
        asked = values.get("fill", "none")
        if asked == "none":
            asked = values.get("stroke", "currentColor")
        color = None if asked == "currentColor" else color_of(asked)
        match kind:
            case "path":
                shapes["#" + values["id"]] = _shapes.setdefault(values["d"], values["d"])
            case "use":
                yield _glyph(shapes[values["href"]], values, color)
            case "rect":
                x, y, width, height = _numbers(values, "x", "y", "width", "height")
                # A ground of no known colour must not cover what stands on it.
                if asked == "currentColor" or color is not None:
                    yield Bar(x, y, width, height, color)
            case "line":
                x1, y1, x2, y2 = _numbers(values, "x1", "y1", "x2", "y2")
                yield Stroke(x1, y1, x2, y2, float(values["stroke-width"]), color)
            case _:
                cx, cy, rx, ry = _numbers(values, "cx", "cy", "rx", "ry")
                yield Ring(cx, cy, rx, ry, float(values["stroke-width"]), color)


def _numbers(values: Mapping[str, str], *names: str) -> list[float]:
    return [float(values[name]) for name in names]


def _glyph(shape: str, values: Mapping[str, str], color: str | None) -> Glyph:
    if "transform" not in values:
        return Glyph(shape, float(values["x"]), float(values["y"]), 1.0, color)
    place = _PLACE.fullmatch(values["transform"])
    if place is None:
        raise ValueError(values["transform"])
    return Glyph(shape, float(place[1]), float(place[2]), float(place[3] or 1), color)


# Letters that the font lacks


def _with_letters(marks: list[Mark], letters: Mapping[str, str]) -> Iterator[Mark]:
    """Yield the marks with words instead of stand-ins; neighbours become one word."""
    word: Words | None = None
    for mark in marks:
        letter = letters.get(mark.shape) if isinstance(mark, Glyph) else None
        if letter is None or not isinstance(mark, Glyph):
            if word is not None:
                yield word
            word = None
            yield mark
            continue
        width = WORDS_SIZE * mark.scale
        if word is not None and _continues(word, mark):
            word = Words(
                word.text + letter, word.x, word.y, word.width + width, word.scale, word.color
            )
        else:
            if word is not None:
                yield word
            word = Words(letter, mark.x, mark.y, width, mark.scale, mark.color)
    if word is not None:
        yield word


def _continues(word: Words, glyph: Glyph) -> bool:
    return (word.y, word.scale, word.color) == (glyph.y, glyph.scale, glyph.color) and abs(
        word.x + word.width - glyph.x
    ) < _TOUCH


# Vertical lines of tables


def _with_rules_in_place(marks: list[Mark]) -> list[Mark]:
    """Return the marks with the lines of tables where they belong.

    The typesetter (mathra 1.5) draws a piece of vertical line for each row, but too low: the first
    below the table's baseline instead of below its top, and each further one twice as far down.
    """
    placed: list[Mark] = []
    rules: list[Bar] = []
    number = 0
    while number < len(marks):
        frame = _frame(marks[number : number + 4])
        pieces = [] if frame else _rule(marks, number)
        mark = marks[number]
        if frame:
            placed += frame
        elif pieces:
            rules.append(_moved(pieces))
            placed.append(rules[-1])
        elif rules and isinstance(mark, Bar):
            placed.append(_closed(mark, rules))
        else:
            # What follows is of another table, or of none.
            rules = []
            placed.append(mark)
        number += len(frame) or len(pieces) or 1
    return placed


def _closed(line: Bar, rules: list[Bar]) -> Bar:
    """Return a horizontal line so that it ends at the outer vertical ones, which meet it."""
    left, right = rules[0], rules[-1]
    start, end = line.x, line.x + line.width
    if 0 < left.x - start < _PADDING:
        start = left.x
    if 0 < end - right.x - right.width < _PADDING:
        end = right.x + right.width
    return Bar(start, line.y, end - start, line.height, line.color)


def _frame(marks: list[Mark]) -> list[Mark]:
    r"""Return the four sides if these are a frame, as of ``\boxed``."""
    bars = [mark for mark in marks if isinstance(mark, Bar)]
    if len(bars) < 4:
        return []
    top, bottom, left, right = bars
    same = top.width == bottom.width and left.height == right.height
    closed = abs(left.y - bottom.y) + abs(left.y + left.height - top.y - top.height) < _TOUCH
    return list(marks) if same and closed else []


def _rule(marks: list[Mark], start: int) -> list[Bar]:
    """Return the pieces of one vertical line, from the first row down."""
    pieces: list[Bar] = []
    for mark in marks[start:]:
        if not isinstance(mark, Bar) or mark.width > _RULE or mark.height < 4 * mark.width:
            break
        if pieces:
            last = pieces[-1]
            below = abs(last.y - last.height - mark.height - mark.y) < _TOUCH
            if mark.x != last.x or not below:
                break
        pieces.append(mark)
    return pieces


def _moved(pieces: list[Bar]) -> Bar:
    height = sum(piece.height for piece in pieces)
    baseline = pieces[0].y + pieces[0].height
    top = baseline + _AXIS * pieces[0].width / _RULE + height / 2
    return Bar(pieces[0].x, top - height, pieces[0].width, height, pieces[0].color)
