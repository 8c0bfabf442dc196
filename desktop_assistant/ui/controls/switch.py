"""A switch: on or off at once."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_assistant.ui.controls.buttons import PaintedButton
from desktop_assistant.ui.theme import Theme

_WIDTH, _HEIGHT = 34, 20


class Switch(PaintedButton):
    """On or off; for assistive technology a check box of that name."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, name, parent)
        self.setCheckable(True)
        self.setToolTip("")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def corner_radius(self) -> float:
        return _HEIGHT / 2

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, on = self.theme, self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self.isEnabled():
            painter.setOpacity(0.4)
        track = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if on:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent.fill"))
        else:
            painter.setPen(QPen(theme.color("border.strong"), 1))
            painter.setBrush(theme.color("bg.pressed"))
        painter.drawRoundedRect(track, track.height() / 2, track.height() / 2)
        radius = 6.5 if self.mouse_is_over() else 6.0
        at_end = on != self.isRightToLeft()
        x = self.width() - _HEIGHT / 2 if at_end else _HEIGHT / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("accent.on" if on else "text.secondary"))
        painter.drawEllipse(QPointF(x, self.height() / 2), radius, radius)
        painter.end()
