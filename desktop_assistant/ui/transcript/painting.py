"""Small things that several painted parts share."""

from PySide6.QtCore import QRect, QRectF


def hairline(rect: QRect) -> QRectF:
    """A rectangle on whose outline a pen of one pixel paints sharply, and inside."""
    return QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5)


def mirrored(box: QRect, width: int, *, rtl: bool) -> QRect:
    """A box of a row of that width, on the other side where one reads from right to left."""
    return QRect(width - box.right() - 1, box.top(), box.width(), box.height()) if rtl else box
