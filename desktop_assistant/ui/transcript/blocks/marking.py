"""Words that are marked, because they were found or selected: their ground and their colour."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTextCharFormat, QTextLayout

from desktop_assistant.ui.transcript.look import Look

_RADIUS = 2.0


def paint_hit(painter: QPainter, rect: QRectF, look: Look, *, is_current: bool) -> None:
    """Paints the ground of one line of a hit.

    Args:
        painter: where.
        rect: what the words take, as high as the line.
        look: the colours.
        is_current: whether the reader is at it; it has a border then, not only another colour.
    """
    if rect.width() <= 0:
        return  # it ends where the next line begins
    inset = max(0.0, (rect.height() - 1.3 * look.style("reading").font.pixelSize()) / 2)
    paint_ground(painter, rect.adjusted(-0.5, inset, 0.5, -inset), look, is_current=is_current)


def paint_ground(painter: QPainter, box: QRectF, look: Look, *, is_current: bool) -> None:
    """Paints the ground of a hit over a whole box."""
    if is_current:
        painter.setPen(QPen(look.color("border.strong"), 1))
        painter.setBrush(look.color("search.current"))
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color("search.hit"))
    painter.drawRoundedRect(box, _RADIUS, _RADIUS)


def colored(start: int, end: int, color: QColor) -> QTextLayout.FormatRange:
    """Gives a range of Qt's offsets another colour, whatever its own is."""
    found = QTextLayout.FormatRange()
    found.start, found.length = start, end - start
    found.format = QTextCharFormat()
    found.format.setForeground(color)
    return found
