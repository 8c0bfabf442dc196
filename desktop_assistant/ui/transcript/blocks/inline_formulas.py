"""Formulas in running text: each is one invisible character as wide as the formula."""

from collections.abc import Iterable, Sequence
from typing import Final

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextCharFormat

from desktop_assistant.rendering.blocks import Span, Style
from desktop_assistant.rendering.formulas.marks import Fault
from desktop_assistant.rendering.formulas.typeset import typeset
from desktop_assistant.ui.transcript.blocks.formula_drawing import FormulaDrawing, Ink
from desktop_assistant.ui.transcript.blocks.offsets import OBJECT
from desktop_assistant.ui.transcript.look import TextStyle

_SIZE: Final = 1.1
"""A formula's font size by that of the text around it."""
_SIDE: Final = 0.06
"""Room left and right of it, by its font size."""
_LEAST_ZOOM: Final = 0.6
"""How far a formula wider than the column is made smaller; beyond that its source is shown."""


class InlineFormula:
    """One formula in a text."""

    def __init__(self, span: Span, source: str, size: float) -> None:
        self.span = span
        self.source = source
        found = typeset(source, displayed=False)
        self.fault = found if isinstance(found, Fault) else None
        self._drawing = None if isinstance(found, Fault) else FormulaDrawing(found)
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

    def paint(self, painter: QPainter, at: QPointF, ink: Ink) -> None:
        """Paints it; ``at`` is the left end of its room, on the baseline."""
        if self._drawing is not None:
            size = self._size * self._zoom
            self._drawing.paint(painter, at + QPointF(_SIDE * size, 0), size, ink)

    @property
    def _natural(self) -> float:
        if self._drawing is None:
            return 0.0
        return self._drawing.width(self._size) + 2 * _SIDE * self._size


def formulas_in(text: str, spans: Iterable[Span], style: TextStyle) -> list[InlineFormula]:
    """The formulas of a text in order."""
    size = _SIZE * style.font.pixelSize()
    return [
        InlineFormula(span, text[span.start : span.end], size)
        for span in spans
        if Style.MATH in span.style and span.end > span.start
    ]


def room_format(width: float) -> QTextCharFormat:
    """The looks of a character that nobody sees and that is as wide as asked."""
    font = QFont()
    font.setPixelSize(1)
    font.setStretch(QFont.Stretch.UltraCondensed)
    natural = QFontMetricsF(font).horizontalAdvance(OBJECT)
    font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, width - natural)
    room = QTextCharFormat()
    room.setFont(font)
    room.setForeground(QColor(Qt.GlobalColor.transparent))
    return room


def drawn(formulas: Sequence[InlineFormula]) -> list[InlineFormula]:
    """Those that are drawn."""
    return [formula for formula in formulas if formula.is_drawn]
