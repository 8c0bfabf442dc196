"""The rounded frame of the composer, with its shadow and the ring while it is written in."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop_assistant.ui.theme import Theme
from desktop_assistant.ui.theme.shadows import paint_shadow

ROOM = 8
"""Room around the frame for ring and shadow, in pixels."""
_HALO = 3


class ComposerFrame(QWidget):
    """Paints ground, edge and ring; a click on its ground goes to the field."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._is_focused = False
        self._field: QWidget | None = None
        self.setCursor(Qt.CursorShape.IBeamCursor)
        theme.changed.connect(self.update)

    def set_field(self, field: QWidget) -> None:
        """The field that a click on the ground goes to."""
        self._field = field
        self.setFocusProxy(field)

    def set_focused(self, *, focused: bool) -> None:
        """Whether the field has the focus."""
        self._is_focused = focused
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._field is not None:
            self._field.setFocus(Qt.FocusReason.MouseFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = self.rect().adjusted(ROOM, ROOM, -ROOM, -ROOM)
        radius = theme.radius("xl")
        paint_shadow(painter, box, radius, theme, "composer")
        edge = theme.color("focus" if self._is_focused else "border.default")
        if self._is_focused:
            halo = QColor(theme.color("focus"))
            halo.setAlphaF(0.15)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(halo)
            outer = QRectF(box).adjusted(-_HALO, -_HALO, _HALO, _HALO)
            painter.drawRoundedRect(outer, radius + _HALO, radius + _HALO)
        painter.setPen(QPen(edge, 1))
        painter.setBrush(theme.color("bg.raised"))
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        painter.end()
