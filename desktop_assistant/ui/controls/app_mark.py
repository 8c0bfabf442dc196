"""The app's mark, in the theme's colours."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_assistant.ui.theme import Theme

_GRID = 20


class AppMark(QWidget):
    """A branch in a rounded square, as in ``app-mark.svg``."""

    def __init__(self, theme: Theme, size: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(self._size, self._size)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self.width() / _GRID, self.height() / _GRID)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("accent.fill"))
        painter.drawRoundedRect(QRectF(0, 0, _GRID, _GRID), 5.6, 5.6)
        on = self._theme.color("accent.on")
        pen = QPen(on, 1.7)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        branch = QPainterPath(QPointF(7, 15.2))
        branch.lineTo(7, 4.8)
        branch.moveTo(7, 11.6)
        branch.cubicTo(7, 8.4, 13, 9.9, 13, 6.5)
        painter.drawPath(branch)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(on)
        painter.drawEllipse(QPointF(13, 5.3), 1.75, 1.75)
        painter.end()
