"""How a loaded image is drawn: in the column, not too high, with round corners."""

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPen

from desktop_assistant.ui.transcript.look import Look

_HIGHEST = 480
_RADIUS = 12.0


def picture_size(image: QImage, width: float) -> QSizeF:
    """The room an image takes: its own size, or less to fit the column, in pixels."""
    size = QSizeF(image.size())
    room = QSizeF(max(1.0, width), _HIGHEST)
    if size.width() > room.width() or size.height() > room.height():
        size.scale(room, Qt.AspectRatioMode.KeepAspectRatio)
    return size


def paint_picture(painter: QPainter, place: QRectF, image: QImage, look: Look) -> None:
    """Paints an image with a thin border."""
    radius = min(_RADIUS, place.width() / 2, place.height() / 2)
    shape = QPainterPath()
    shape.addRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.setClipPath(shape, Qt.ClipOperation.IntersectClip)
    painter.drawImage(place, image)
    painter.restore()
    painter.strokePath(shape, QPen(look.color("border.subtle"), 1))
