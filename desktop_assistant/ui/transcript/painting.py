"""Small things that several painted parts share."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from desktop_assistant.ui.transcript.look import Look


def hairline(rect: QRect) -> QRectF:
    """A rectangle on whose outline a pen of one pixel paints sharply, and inside."""
    return QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5)


def paint_left_out(painter: QPainter, look: Look, x: int, top: int, bottom: int) -> None:
    """Paints the dashed rule beside what is not sent."""
    painter.setPen(QPen(look.color("text.excluded"), 1.5, Qt.PenStyle.DashLine))
    painter.drawLine(QPointF(x, top), QPointF(x, bottom))


def mirrored(box: QRect, width: int, *, rtl: bool) -> QRect:
    """A box of a row of that width, on the other side where one reads from right to left."""
    return QRect(width - box.right() - 1, box.top(), box.width(), box.height()) if rtl else box
