"""The round button: sends, or, while this branch is answered, stops."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_assistant.ui.controls.buttons import PaintedButton
from desktop_assistant.ui.theme import Theme

_ICON = 16


class SendButton(PaintedButton):
    """Its name tells what a press would do."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent)
        self._stops = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_stops(stops=False)

    @property
    def stops(self) -> bool:
        """Whether a press stops the reply."""
        return self._stops

    @property
    def corner_radius(self) -> float:
        return self.height() / 2

    def set_stops(self, *, stops: bool) -> None:
        """Makes it the button to stop with, or to send with again."""
        self._stops = stops
        if stops:
            self.set_name(self.tr("Stop reply"), "Esc")
        else:
            self.set_name(self.tr("Send message"))
        self.update()

    def sizeHint(self) -> QSize:
        side = self.theme.size("control")
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self.theme
        ground, sign = "accent.fill", "accent.on"
        if self._stops:
            ground, sign = "text.primary", "bg.canvas"
            if self.mouse_is_over() or self.isDown():
                ground = "text.secondary"
        elif not self.isEnabled():
            # On the raised ground of the dark scheme the hover colour would not be seen.
            ground, sign = ("bg.pressed" if theme.is_dark else "bg.hover"), "text.disabled"
        elif self.isDown():
            ground = "accent.pressed"
        elif self.mouse_is_over():
            ground = "accent.hover"
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(ground))
        painter.drawEllipse(QRectF(self.rect()))
        left, top = (self.width() - _ICON) // 2, (self.height() - _ICON) // 2
        if self._stops:
            painter.setBrush(theme.color(sign))
            square = QRectF(self.width() / 2 - 4.5, self.height() / 2 - 4.5, 9, 9)
            painter.drawRoundedRect(square, 1.5, 1.5)
        else:
            self.paint_icon(painter, "arrow-up", QRect(left, top, _ICON, _ICON), sign)
        painter.end()
