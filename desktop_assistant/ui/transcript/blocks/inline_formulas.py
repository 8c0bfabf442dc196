"""Formulas in running text: each is one invisible character as wide as the formula."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextCharFormat, QTextLine

from desktop_assistant.rendering.blocks import Span, Style
from desktop_assistant.ui.transcript.blocks.leaf import Range
from desktop_assistant.ui.transcript.blocks.offsets import OBJECT, OffsetMap
from desktop_assistant.ui.transcript.look import Look, TextStyle

if TYPE_CHECKING:
    from desktop_assistant.rendering.formulas.marks import Fault

_SIZE: Final = 1.1
"""A formula's font size by that of the text around it."""
_SIDE: Final = 0.06
"""Room left and right of it, by its font size."""
_CLEARANCE: Final = 1.0
"""Pixels between a formula and the lines above and below."""
_LEAST_ZOOM: Final = 0.6
"""How far a formula wider than the column is made smaller; beyond that its source is shown."""


class InlineFormula:
    """One formula in a text."""

    def __init__(self, span: Span, source: str, size: float) -> None:
        # Most texts have none, so what draws them is imported for the first.
        from desktop_assistant.rendering.formulas.marks import Outline
        from desktop_assistant.rendering.formulas.typeset import typeset
        from desktop_assistant.ui.transcript.blocks.formula_drawing import FormulaDrawing

        self.span = span
        self.source = source
        found = typeset(source, displayed=False)
        self.fault: Fault | None = None if isinstance(found, Outline) else found
        self._drawing = FormulaDrawing(found) if isinstance(found, Outline) else None
        self._size = size
        self._zoom = 1.0

    def fit(self, width: float) -> bool:
        """Takes the width of the column; returns whether the formula takes another room then."""
        natural = self._natural
        zoom = 1.0 if natural <= width else width / natural
        if zoom < _LEAST_ZOOM:
            zoom = 0.0
        changed = zoom != self._zoom
        self._zoom = zoom
        return changed and self._drawing is not None

    @property
    def is_drawn(self) -> bool:
        """Whether it is drawn; else its source stands in the text."""
        return self._drawing is not None and self._zoom > 0

    @property
    def width(self) -> float:
        """The room it takes in its line."""
        return self._natural * self._zoom

    @property
    def ascent(self) -> float:
        """How far it reaches above the line's baseline."""
        return 0.0 if self._drawing is None else self._drawing.ascent(self._size * self._zoom)

    @property
    def descent(self) -> float:
        """How far it reaches below."""
        return 0.0 if self._drawing is None else self._drawing.descent(self._size * self._zoom)

    def paint(self, painter: QPainter, at: QPointF, look: Look, color: str) -> None:
        """Paints it.

        Args:
            painter: paints on the theme's ground.
            at: left end of its room, on the baseline.
            look: colours and fonts.
            color: the colour token of the text around it.
        """
        if self._drawing is not None:
            size = self._size * self._zoom
            self._drawing.paint_as_text(painter, at + QPointF(_SIDE * size, 0), size, look, color)

    @property
    def _natural(self) -> float:
        if self._drawing is None:
            return 0.0
        return self._drawing.width(self._size) + 2 * _SIDE * self._size


class InlineFormulas:
    """The formulas of one text, and where they stand in its layout."""

    def __init__(self, text: str, spans: Iterable[Span], style: TextStyle) -> None:
        size = _SIZE * style.font.pixelSize()
        self._all = [
            InlineFormula(span, text[span.start : span.end], size)
            for span in spans
            if Style.MATH in span.style and span.end > span.start
        ]
        self._places: list[tuple[int, InlineFormula]] = []

    def __iter__(self) -> Iterator[InlineFormula]:
        return iter(self._all)

    def fit(self, width: float) -> bool:
        """Takes the width of the column; returns whether any takes another room then."""
        # Every one is asked, so that all are right if the text is laid out anew.
        changed = [formula.fit(width) for formula in self._all]
        return any(changed)

    @property
    def drawn(self) -> list[Range]:
        """Start and end of those that are drawn, in order."""
        return [(f.span.start, f.span.end) for f in self._all if f.is_drawn]

    def room_formats(self) -> dict[int, QTextCharFormat]:
        """The looks of the character that makes room for each that is drawn, by its start."""
        return {f.span.start: _room(f.width) for f in self._all if f.is_drawn}

    def faulty(self) -> set[int]:
        """Where those start that cannot be drawn."""
        return {formula.span.start for formula in self._all if formula.fault is not None}

    def stand(self, offsets: OffsetMap) -> None:
        """Takes over where they stand in the layout."""
        self._places = [
            (offsets.start_in_layout(formula.span.start), formula)
            for formula in self._all
            if formula.is_drawn
        ]

    def in_line(self, line: QTextLine) -> list[tuple[int, InlineFormula]]:
        """Those drawn in a line, each with its place in the layout."""
        if not self._places:
            return []
        start = line.textStart()
        first = bisect_left(self._places, start, key=_place_of)
        last = bisect_left(self._places, start + line.textLength(), key=_place_of)
        return self._places[first:last]

    def reach(self, line: QTextLine) -> tuple[float, float]:
        """How far above and below its baseline a line must have room for them."""
        found = self.in_line(line)
        above = max((f.ascent + _CLEARANCE for _, f in found), default=0.0)
        return above, max((f.descent + _CLEARANCE for _, f in found), default=0.0)


def _room(width: float) -> QTextCharFormat:
    """The looks of a character that nobody sees and that is as wide as asked."""
    unseen, natural = _unseen()
    font = QFont(unseen)
    font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, width - natural)
    room = QTextCharFormat()
    room.setFont(font)
    room.setForeground(QColor(Qt.GlobalColor.transparent))
    return room


@cache
def _unseen() -> tuple[QFont, float]:
    """A font too small to be seen, and how wide the character is in it."""
    font = QFont()
    font.setPixelSize(1)
    font.setStretch(QFont.Stretch.UltraCondensed)
    return font, QFontMetricsF(font).horizontalAdvance(OBJECT)


def _place_of(place: tuple[int, InlineFormula]) -> int:
    return place[0]
