"""An icon that stands beside words and says nothing of its own."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_assistant.ui.theme import Theme


class IconLabel(QWidget):
    """One icon in a colour token, perhaps on a rounded tile."""

    def __init__(
        self,
        theme: Theme,
        icon: str,
        size: int = 16,
        color: str = "text.secondary",
        parent: QWidget | None = None,
        *,
        tile: int = 0,
        tile_color: str = "",
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self._size = size
        self._color = color
        self._tile = tile
        self._tile_color = tile_color
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_icon(self, icon: str, color: str) -> None:
        """Shows another icon."""
        self._icon, self._color = icon, color
        self.update()

    def sizeHint(self) -> QSize:
        side = max(self._size, self._tile)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._tile:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            # On a raised ground the dark scheme's hover colour would not be seen.
            neutral = "bg.pressed" if self._theme.is_dark else "bg.hover"
            painter.setBrush(self._theme.color(self._tile_color or neutral))
            radius = self._theme.radius("block")
            painter.drawRoundedRect(QRectF(self.rect()), radius, radius)
        x, y = (self.width() - self._size) // 2, (self.height() - self._size) // 2
        ratio = self.devicePixelRatioF()
        painter.drawPixmap(x, y, self._theme.pixmap(self._icon, self._size, self._color, ratio))
        painter.end()
