"""What pulses in a reply under way: the block at its end, the dot in its label."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from desktop_assistant.ui.transcript.look import Look

_WIDTH, _HEIGHT, _GAP = 8, 17, 3


def caret_rect(at: QRectF, look: Look) -> QRectF:
    """Where the block is painted for a text position; one of negative width goes on to the left."""
    width, height = _WIDTH * look.scale, _HEIGHT * look.scale
    left = at.left() + _GAP if at.width() >= 0 else at.left() - _GAP - width
    return QRectF(left, at.center().y() - height / 2, width, height)


def paint_caret(painter: QPainter, at: QRectF, look: Look, opacity: float) -> None:
    """Paints it after a text position."""
    color = QColor(look.color("accent.fill"))
    color.setAlphaF(opacity)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawRoundedRect(caret_rect(at, look), 2, 2)


def paint_dot(painter: QPainter, middle: QPointF, look: Look, opacity: float) -> None:
    """Paints the dot beside "Writing…"."""
    color = QColor(look.color("accent.fill"))
    halo = QColor(color)
    halo.setAlphaF(0.2 * opacity)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(halo)
    painter.drawEllipse(middle, 6.5 * look.scale, 6.5 * look.scale)
    painter.setBrush(color)
    painter.drawEllipse(middle, 3.5 * look.scale, 3.5 * look.scale)
