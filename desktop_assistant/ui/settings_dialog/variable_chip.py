"""A small tinted button that shows a variable as it is written."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from desktop_assistant.ui.controls.buttons import PaintedButton
from desktop_assistant.ui.theme import Theme


class VariableChip(PaintedButton):
    """``{date}`` and its like, to be put into the text."""

    def __init__(self, theme: Theme, text: str) -> None:
        super().__init__(theme, text)
        self._text = text
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def text_shown(self) -> str:
        """The variable in its braces."""
        return self._text

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self.theme.font("code"))
        height = max(self.theme.size("hit.min"), metrics.height() + 8)
        return QSize(metrics.horizontalAdvance(self._text) + 16, height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self.theme
        over = self.isDown() or self.mouse_is_over()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("accent.subtle_hover" if over else "accent.subtle"))
        # Two pixels smaller than what can be hit, as drawn in the design.
        box = QRectF(self.rect()).adjusted(0, 2, 0, -2)
        painter.drawRoundedRect(box, self.corner_radius, self.corner_radius)
        painter.setFont(theme.font("code"))
        painter.setPen(theme.color("accent.text"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._text)
        painter.end()
