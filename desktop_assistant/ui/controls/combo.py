"""A choice from a list, or, editable, a line of text with proposals."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QComboBox, QWidget

from desktop_assistant.ui.controls import accessible
from desktop_assistant.ui.controls.accessible import AccessibleCombo
from desktop_assistant.ui.theme import Theme


class Combo(QComboBox, AccessibleCombo):
    """Painted like a field with an arrow; the list is the stylesheet's."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        accessible.install()
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(name)
        self._apply_theme()
        theme.changed.connect(self._apply_theme)

    def setEditable(self, editable: bool) -> None:  # noqa: FBT001  # Qt's signature
        super().setEditable(editable)
        line = self.lineEdit()
        if line is not None:
            line.setTextMargins(7, 0, 7, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        focused = self.hasFocus()
        color = "focus" if focused else "border.strong"
        if self.underMouse() and not focused:
            color = "text.tertiary"
        width = 2 if focused else 1
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        enabled = self.isEnabled()
        painter.setPen(QPen(theme.color(color), width) if enabled else Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("bg.canvas" if enabled else "bg.sunken"))
        inset = width / 2
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(box, theme.radius("sm"), theme.radius("sm"))
        arrow = QRect(self.width() - 24, (self.height() - 14) // 2, 14, 14)
        words = self.rect().adjusted(10, 0, -30, 0)
        if self.isRightToLeft():
            arrow.moveLeft(10)
            words = self.rect().adjusted(30, 0, -10, 0)
        ratio = self.devicePixelRatioF()
        painter.drawPixmap(
            arrow.topLeft(), theme.pixmap("chevron-down", 14, "text.tertiary", ratio)
        )
        if not self.isEditable():
            painter.setFont(self.font())
            painter.setPen(theme.color("text.primary" if enabled else "text.disabled"))
            metrics = QFontMetrics(self.font())
            elide = Qt.TextElideMode.ElideRight
            shown = metrics.elidedText(self.currentText(), elide, words.width())
            where = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
            painter.drawText(words, where, shown)
        painter.end()

    def _apply_theme(self) -> None:
        self.setFont(self._theme.font("ui"))
        self.setFixedHeight(
            max(self._theme.size("control"), QFontMetrics(self.font()).height() + 12)
        )
        self.update()
