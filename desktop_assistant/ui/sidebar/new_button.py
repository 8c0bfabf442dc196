"""The button that starts a conversation."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_assistant.ui.controls.buttons import PaintedButton
from desktop_assistant.ui.theme import Theme

_PADDING, _ICON, _GAP = 12, 16, 10


class NewButton(PaintedButton):
    """As wide as the sidebar; shows its keys while there is room."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        name = self.tr("New conversation")
        super().__init__(theme, name, parent)
        self.set_name(name, "Ctrl+N")
        self._label = name
        self._keys = QKeySequence("Ctrl+N").toString(QKeySequence.SequenceFormat.NativeText)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def corner_radius(self) -> float:
        return self.theme.radius("md")

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self.theme.font("ui"))
        height = max(self.theme.size("button.new"), metrics.height() + 16)
        return QSize(2 * _PADDING + _ICON + _GAP + metrics.horizontalAdvance(self._label), height)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = "bg.raised"
        if self.isDown():
            ground = "bg.pressed"
        elif self.mouse_is_over():
            ground = "bg.hover"
        painter.setPen(QPen(theme.color("border.default"), 1))
        painter.setBrush(theme.color(ground))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, self.corner_radius, self.corner_radius)
        rtl = self.isRightToLeft()
        icon = QRect(_PADDING, (self.height() - _ICON) // 2, _ICON, _ICON)
        if rtl:
            icon.moveRight(self.width() - 1 - _PADDING)
        self.paint_icon(painter, "compose", icon, "accent.text")
        words = self.rect().adjusted(_PADDING + _ICON + _GAP, 0, -_PADDING, 0)
        if rtl:
            words = self.rect().adjusted(_PADDING, 0, -_PADDING - _ICON - _GAP, 0)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(theme.font("ui"))
        painter.setPen(theme.color("text.primary"))
        painter.drawText(words, middle | Qt.AlignmentFlag.AlignLeading, self._label)
        used = QFontMetrics(painter.font()).horizontalAdvance(self._label)
        painter.setFont(theme.font("caption"))
        keys = QFontMetrics(painter.font()).horizontalAdvance(self._keys)
        if words.width() - used - 12 >= keys:
            painter.setPen(theme.color("text.tertiary"))
            painter.drawText(words, middle | Qt.AlignmentFlag.AlignTrailing, self._keys)
        painter.end()
