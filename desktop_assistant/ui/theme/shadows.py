"""Shadows as nine-patch pixmaps: drawn once for a look, then only stretched.

``QGraphicsEffect`` would render its widget through an off-screen image at every change.
"""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from desktop_assistant.ui.theme.theme import Theme

_Key = tuple[str, float, int, int, float]
_patches: dict[_Key, QPixmap] = {}


def paint_shadow(
    painter: QPainter, box: QRect, radius: float, theme: Theme, elevation: str
) -> None:
    """Paints the shadow of a rounded box around it, for the box to be painted over.

    Args:
        painter: where.
        box: the box that casts it.
        radius: of the box's corners.
        theme: gives colour and sizes.
        elevation: how high the box lies: ``composer``, ``menu`` or ``dialog``.
    """
    dx, dy, blur, spread = theme.elevation(elevation)
    ratio = painter.device().devicePixelRatio()
    color = theme.color("shadow")
    key = (color.name(QColor.NameFormat.HexArgb), radius, blur, spread, ratio)
    if key not in _patches:
        _patches[key] = _patch(color, radius + spread, blur, ratio)
    reach = blur + spread
    outer = box.adjusted(-reach, -reach, reach, reach).translated(dx, dy)
    _draw_nine(painter, outer, _patches[key], round(blur + max(1.0, radius + spread) + blur / 2))


def _patch(color: QColor, radius: float, blur: int, ratio: float) -> QPixmap:
    """A square with the shadow of a small box; its middle row and column may be stretched."""
    radius = max(1.0, radius)
    edge = round(blur + radius + blur / 2)
    size = 2 * edge + 1
    pixmap = QPixmap(round(size * ratio), round(size * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    # Box upon box, each a little smaller, adds up to a soft edge.
    layers = max(1, blur)
    done = 0.0
    for layer in range(layers):
        share = (layer + 1) / layers
        wanted = color.alphaF() * share * share * (3 - 2 * share)
        step = (wanted - done) / (1 - done)
        done = wanted
        tint = QColor(color)
        tint.setAlphaF(max(0.0, step))
        painter.setBrush(tint)
        inset = layer * (1.5 * blur / layers)
        corner = max(1.0, radius + blur - inset)
        painter.drawRoundedRect(
            QRectF(inset, inset, size - 2 * inset, size - 2 * inset), corner, corner
        )
    painter.end()
    return pixmap


def _draw_nine(painter: QPainter, outer: QRect, patch: QPixmap, edge: int) -> None:
    edge = min(edge, outer.width() // 2, outer.height() // 2)
    size = patch.width() / patch.devicePixelRatio()
    ratio = patch.devicePixelRatio()
    xs = ((outer.left(), edge, 0.0, edge), (outer.left() + edge, outer.width() - 2 * edge, edge, 1))
    columns = (*xs, (outer.right() + 1 - edge, edge, size - edge, edge))
    ys = ((outer.top(), edge, 0.0, edge), (outer.top() + edge, outer.height() - 2 * edge, edge, 1))
    rows = (*ys, (outer.bottom() + 1 - edge, edge, size - edge, edge))
    for x, width, source_x, source_width in columns:
        for y, height, source_y, source_height in rows:
            if width > 0 and height > 0:
                source = QRectF(source_x, source_y, source_width, source_height)
                scaled = QRectF(
                    source.x() * ratio,
                    source.y() * ratio,
                    source.width() * ratio,
                    source.height() * ratio,
                )
                painter.drawPixmap(QRectF(x, y, width, height), patch, scaled)
