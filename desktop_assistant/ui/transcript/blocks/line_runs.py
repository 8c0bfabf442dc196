"""Where a range of a laid-out text stands: a run for each line, or several where directions mix."""

from typing import NamedTuple, cast

from PySide6.QtGui import QTextLayout, QTextLine

_TOUCHING = 0.5
"""Pixels between two pieces that count as one."""


class LineRun(NamedTuple):
    """A part of one line."""

    line: int
    left: float
    width: float


def line_runs(layout: QTextLayout, start: int, end: int, *, turns: bool) -> list[LineRun]:
    """Finds what a range covers.

    Args:
        layout: the text, with its lines.
        start: of the range, in Qt's offsets.
        end: of the range.
        turns: whether the text mixes directions, so that a range may stand in several pieces.
    """
    runs: list[LineRun] = []
    first = layout.lineForTextPosition(start)
    if not first.isValid():
        return runs
    for number in range(first.lineNumber(), layout.lineCount()):
        line = layout.lineAt(number)
        line_start = line.textStart()
        if line_start >= end:
            break
        low, high = max(start, line_start), min(end, line_start + line.textLength())
        pieces = _pieces(line, low, high) if turns else [_whole(line, low, high)]
        runs += (LineRun(number, left, right - left) for left, right in pieces)
    return runs


def cursor_x(line: QTextLine, at: int) -> float:
    """Where the cursor stands before a character of a line."""
    # PySide gives x together with the position it clamped, and types neither.
    x, _ = cast("tuple[float, int]", line.cursorToX(at))
    return x


def _whole(line: QTextLine, low: int, high: int) -> tuple[float, float]:
    left, right = cursor_x(line, low), cursor_x(line, high)
    return min(left, right), max(left, right)


def _pieces(line: QTextLine, low: int, high: int) -> list[tuple[float, float]]:
    """Left and right edges by the glyphs themselves: a cursor knows one place only at each turn."""
    spans: list[tuple[float, float]] = []
    for run in line.glyphRuns(low, high - low) if high > low else ():
        places = [place.x() for place in run.positions()]
        advances = run.rawFont().advancesForGlyphIndexes(run.glyphIndexes())
        ends = (x + advance.x() for x, advance in zip(places, advances, strict=True))
        spans.append((min(places), max(ends)))
    joined: list[tuple[float, float]] = []
    for left, right in sorted(spans):
        if joined and left - joined[-1][1] <= _TOUCHING:
            left, right = joined[-1][0], max(right, joined.pop()[1])
        joined.append((left, right))
    return joined
