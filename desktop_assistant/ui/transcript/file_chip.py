"""How a file's chip is painted: a frame, and an icon on a tile."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from desktop_assistant.ui.theme import Theme
from desktop_assistant.ui.transcript.blocks.file_box import SIDE, TILE
from desktop_assistant.ui.transcript.painting import hairline, mirrored

_ICON = 16


def paint_chip(
    painter: QPainter, area: QRect, theme: Theme, ground: str, *, ratio: float, rtl: bool
) -> None:
    """Paints everything but the words.

    Args:
        painter: where.
        area: the whole chip, from the painter's origin.
        theme: colours and sizes.
        ground: the colour token of its ground.
        ratio: device pixels per logical pixel.
        rtl: whether it begins at the right.
    """
    radius = theme.radius("md")
    painter.setPen(QPen(theme.color("border.default"), 1))
    painter.setBrush(theme.color(ground))
    painter.drawRoundedRect(hairline(area), radius, radius)
    tile, icon = theme.reading_length(TILE), theme.reading_length(_ICON)
    top = (area.height() - tile) // 2
    at = QRect(theme.reading_length(SIDE), top, tile, tile)
    at = mirrored(at, area.width(), rtl=rtl)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("accent.subtle"))
    painter.drawRoundedRect(QRectF(at), theme.radius("sm"), theme.radius("sm"))
    inset = (tile - icon) // 2
    painter.drawPixmap(
        at.left() + inset, at.top() + inset, theme.pixmap("file", icon, "accent.text", ratio)
    )
