"""Icons: one line set, coloured and rendered for the screen's scale, kept by name, size, colour."""

import re
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

_MIRRORED = frozenset(
    (
        *("chevron-left", "chevron-right", "undo", "redo", "wrap", "external"),
        *("outline", "sidebar", "dock-right", "prompt"),
    )
)
_STROKE = re.compile(r'stroke-width="1\.5"')


class Icons:
    """Renders icons from a folder of SVG files whose strokes are ``currentColor``."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._sources: dict[str, str] = {}
        self._pixmaps: dict[tuple[str, int, str, float, bool], QPixmap] = {}

    def pixmap(
        self, name: str, size: int, color: QColor, ratio: float = 1.0, *, mirrored: bool = False
    ) -> QPixmap:
        """One icon, ``size`` logical pixels square; right-to-left mirrors those that point."""
        mirrored = mirrored and name in _MIRRORED
        key = (name, size, color.name(QColor.NameFormat.HexArgb), ratio, mirrored)
        if key not in self._pixmaps:
            self._pixmaps[key] = self._render(name, size, color, ratio, mirrored=mirrored)
        return self._pixmaps[key]

    def icon(self, name: str, size: int, color: QColor, disabled: QColor, ratio: float) -> QIcon:
        """One icon for a control, with its disabled look."""
        icon = QIcon(self.pixmap(name, size, color, ratio))
        icon.addPixmap(self.pixmap(name, size, disabled, ratio), QIcon.Mode.Disabled)
        return icon

    def _render(
        self, name: str, size: int, color: QColor, ratio: float, *, mirrored: bool
    ) -> QPixmap:
        svg = self._source(name).replace("currentColor", color.name())
        if size <= 16:
            svg = _STROKE.sub('stroke-width="1.6"', svg)
        pixmap = QPixmap(round(size * ratio), round(size * ratio))
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setOpacity(color.alphaF())
        if mirrored:
            painter.translate(pixmap.width(), 0)
            painter.scale(-1, 1)
        renderer = QSvgRenderer(QByteArray(svg.encode()))
        renderer.render(painter, QRectF(0, 0, pixmap.width(), pixmap.height()))
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        return pixmap

    def _source(self, name: str) -> str:
        if name not in self._sources:
            path = self._folder / f"{name}.svg"
            self._sources[name] = path.read_text(encoding="utf-8")
        return self._sources[name]
