"""The widget of a table or a wide formula: it scrolls sideways and fades where it goes on."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPaintEvent

from desktop_assistant.ui.transcript.blocks.leaf_search import touching
from desktop_assistant.ui.transcript.frame import Frame

_FADE = 24


class TableFrame(Frame):
    """A table, or a formula wider than the column."""

    def paintEvent(self, event: QPaintEvent) -> None:
        box = self.place.box
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            clip = QRectF(event.rect())
            dx = -box.scroll.value
            for number, placed in touching(box.leaves, clip.top(), clip.bottom()):
                x = placed.x + dx
                if x > clip.right() + _FADE or x + placed.leaf.width < clip.left() - _FADE:
                    continue
                chosen = self.selection_in(number, placed.leaf)
                self.mark_found(number, placed.leaf)
                placed.leaf.paint(painter, x, placed.y, clip, chosen)
            box.paint_lines(painter, clip)
            self._paint_fade(painter)
            box.scroll.paint(painter, box.scroll_area, box.look)
            self.paint_end(painter)

    def _paint_fade(self, painter: QPainter) -> None:
        scroll = self.place.box.scroll
        if scroll.most <= 0:
            return
        canvas = self.place.box.look.color("bg.canvas")
        clear = QColor(canvas)
        clear.setAlpha(0)
        if scroll.value < scroll.most:
            self._shade(
                painter, QRectF(self.width() - _FADE, 0, _FADE, self.height()), clear, canvas
            )
        if scroll.value > 0:
            self._shade(painter, QRectF(0, 0, _FADE, self.height()), canvas, clear)

    @staticmethod
    def _shade(painter: QPainter, area: QRectF, left: QColor, right: QColor) -> None:
        gradient = QLinearGradient(area.topLeft(), area.topRight())
        gradient.setColorAt(0, left)
        gradient.setColorAt(1, right)
        painter.fillRect(area, gradient)
