"""The text of a file that is not open, and the name on its chip."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from desktop_assistant.rendering.blocks import CodeBlock
from desktop_assistant.rendering.controls import show_controls
from desktop_assistant.rendering.direction import has_right_to_left
from desktop_assistant.ui.transcript.blocks.box import FilesShown
from desktop_assistant.ui.transcript.blocks.leaf import Leaf, Range
from desktop_assistant.ui.transcript.blocks.marking import paint_hit
from desktop_assistant.ui.transcript.look import Look, TextStyle


class FoldedText(Leaf):
    """What a closed file holds: found and copied, but not seen."""

    def __init__(self, file: CodeBlock, files: FilesShown) -> None:
        self.text = file.code
        self._file = file
        self._files = files

    def unfold(self) -> None:
        """Shows the text, from the next time its block is laid out."""
        self._files.open.add(self._file)

    def paint(
        self, painter: QPainter, x: float, y: float, clip: QRectF, selected: Range | None
    ) -> None:
        """There is nothing to see."""

    def offset_at(self, x: float, y: float) -> int:
        return 0

    def caret(self) -> QRectF:
        return QRectF()

    def rect_of(self, offset: int) -> QRectF:
        return QRectF()


class NameLeaf(Leaf):
    """A file's name on one line, cut in its middle where there is no room for it."""

    def __init__(self, name: str, style: TextStyle, look: Look) -> None:
        self.text = name
        self._style = style
        self._look = look
        self._metrics = QFontMetricsF(style.font)
        self._shown = show_controls(name)
        self._cut = self._shown
        self.natural_width = self._metrics.horizontalAdvance(self._shown)
        self.height = style.line_height
        self._is_simple = self._shown == name and not has_right_to_left(name)

    def set_width(self, width: float) -> None:
        """Takes the room there is."""
        self.width = min(width, self.natural_width)
        self._cut = self._metrics.elidedText(self._shown, Qt.TextElideMode.ElideMiddle, width)

    def paint(
        self, painter: QPainter, x: float, y: float, clip: QRectF, selected: Range | None
    ) -> None:
        color = self._style.color
        for hit in [] if self.pattern is None else self.pattern.hits(self.text):
            is_current = hit[0] == self.current_hit
            paint_hit(painter, self._box(*hit).translated(x, y), self._look, is_current=is_current)
            color = "text.primary"
        if selected is not None and selected[0] < selected[1]:
            ground = self._look.color("selection.bg")
            painter.fillRect(self._box(*selected).translated(x, y), ground)
            color = "selection.text"
        painter.setFont(self._style.font)
        painter.setPen(self._look.color(color))
        painter.drawText(QPointF(x, y + self._style.baseline), self._cut)

    def offset_at(self, x: float, y: float) -> int:
        if not self._is_simple or self._cut != self._shown:
            return 0 if x < self.width / 2 else len(self.text)
        advance = self._metrics.horizontalAdvance
        return min(range(len(self.text) + 1), key=lambda end: abs(x - advance(self.text[:end])))

    def caret(self) -> QRectF:
        return self.rect_of(len(self.text))

    def rect_of(self, offset: int) -> QRectF:
        return QRectF(self._box(0, offset).right(), 0, 1, self.height)

    def _box(self, start: int, end: int) -> QRectF:
        """Where a part of it stands: the whole, where parts cannot be told apart."""
        if not self._is_simple or self._cut != self._shown:
            return QRectF(0, 0, self.width, self.height)
        left = self._metrics.horizontalAdvance(self.text[:start])
        right = self._metrics.horizontalAdvance(self.text[:end])
        return QRectF(left, 0, right - left, self.height)
