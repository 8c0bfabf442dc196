"""Displayed formulas: centred, and scrolling sideways if they do not fit."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from desktop_assistant.rendering.blocks import MathBlock, Span, Style
from desktop_assistant.rendering.formulas.marks import Outline
from desktop_assistant.rendering.formulas.typeset import typeset
from desktop_assistant.ui.transcript import words
from desktop_assistant.ui.transcript.blocks.box import FrameBox, Setting
from desktop_assistant.ui.transcript.blocks.formula_drawing import FormulaDrawing
from desktop_assistant.ui.transcript.blocks.leaf import FormulaHere, Leaf, Placed, Range
from desktop_assistant.ui.transcript.blocks.marking import paint_ground
from desktop_assistant.ui.transcript.blocks.text_leaf import TextLeaf
from desktop_assistant.ui.transcript.look import Look

DISPLAYED_SIZE = 16
"""Font size of a displayed formula, in pixels at the usual reading size."""
_ABOVE = 4
_SCROLL_ROOM = 10


class FormulaLeaf(Leaf):
    """A drawn formula; its text is its source."""

    def __init__(self, source: str, outline: Outline, look: Look, color: str) -> None:
        self.text = source
        self._drawing = FormulaDrawing(outline)
        self._look = look
        self._color = color
        self._size = self._usual_size = DISPLAYED_SIZE * look.scale
        self._measure()

    def fit(self, width: float) -> None:
        """Takes its usual size, or one so small that it is no wider than ``width``."""
        self._size = self._usual_size
        self._size *= min(1.0, width / self._drawing.width(self._size))
        self._measure()

    def _measure(self) -> None:
        self.width = self._drawing.width(self._size)
        self.height = self._drawing.ascent(self._size) + self._drawing.descent(self._size)

    def paint(
        self, painter: QPainter, x: float, y: float, clip: QRectF, selected: Range | None
    ) -> None:
        color = self._color
        hits = [] if self.pattern is None else list(self.pattern.hits(self.text))
        if hits:
            # Where in the drawing a part of its source stands is not known.
            is_current = any(start == self.current_hit for start, _ in hits)
            ground = QRectF(x - 2, y - 2, self.width + 4, self.height + 4)
            paint_ground(painter, ground, self._look, is_current=is_current)
            color = "text.primary"
        if selected is not None and selected[0] < selected[1]:
            ground = QRectF(x, y, self.width, self.height)
            painter.fillRect(ground, self._look.color("selection.bg"))
            color = "selection.text"
        at = QPointF(x, y + self._drawing.ascent(self._size))
        self._drawing.paint_as_text(painter, at, self._size, self._look, color)

    def offset_at(self, x: float, y: float) -> int:
        return 0 if x < self.width / 2 else len(self.text)

    def caret(self) -> QRectF:
        return self.rect_of(len(self.text))

    def rect_of(self, offset: int) -> QRectF:
        return QRectF(self.width if offset else 0.0, 0, 1, self.height)

    def formula_at(self, x: float, y: float) -> FormulaHere | None:
        if not QRectF(0, 0, self.width, self.height).contains(x, y):
            return None
        return FormulaHere(self.text, is_displayed=True, fault=None)

    def word_at(self, offset: int) -> Range:
        return 0, len(self.text)


class MathBox(FrameBox):
    """A displayed formula. One that does not fit stands in a frame; a faulty one is its source."""

    def __init__(self, block: MathBlock, setting: Setting) -> None:
        super().__init__(block, setting)
        self.gap_above = self.gap_below = setting.gap(12)
        source = block.source.strip() or " "
        found = typeset(source, displayed=True)
        self._leaf: FormulaLeaf | TextLeaf
        if isinstance(found, Outline):
            self._leaf = FormulaLeaf(source, found, setting.look, setting.color)
        else:
            style = setting.look.style("reading", "text.secondary")
            spans = (Span(0, len(source), Style.MATH),)
            middle = Qt.AlignmentFlag.AlignHCenter
            self._leaf = TextLeaf(source, spans, style, setting.look, alignment=middle)

    @property
    def accessible_name(self) -> str:
        return words.formula_name(self._leaf.text)

    def lay_out(self, width: float) -> None:
        if width == self.width:
            return
        self.width = width
        self.revision += 1
        leaf = self._leaf
        if isinstance(leaf, TextLeaf):
            leaf.lay_out(width)
        elif self.setting.on_paper:
            leaf.fit(width)
        wide = leaf.width > width and not self.setting.on_paper
        left = 0.0 if wide else (width - leaf.width) / 2
        self.leaves = [Placed(leaf, left, _ABOVE, framed=wide)]
        self.is_framed = wide
        self.scroll.set_extent(leaf.width, width)
        self.height = leaf.height + 2 * _ABOVE + (_SCROLL_ROOM if wide else 0)

    def show_part(self, number: int, start: int, end: int) -> bool:
        leaf = self.leaves[number].leaf
        return self.scroll.show_rects(leaf.rect_of(start), leaf.rect_of(end), 0)

    def row_at(self, y: float) -> tuple[float, float]:
        return 0.0, self.height

    def paint_on_paper(self, painter: QPainter, clip: QRectF) -> None:
        for placed in self.leaves:
            placed.leaf.paint(painter, placed.x, placed.y, clip, None)
