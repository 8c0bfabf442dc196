"""Text that is shown as it is, in a font and a colour of the theme."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from desktop_assistant.rendering.controls import show_controls
from desktop_assistant.ui.controls.tips import plain_tip
from desktop_assistant.ui.theme import Theme


class Label(QLabel):
    """Plain text, never markup; follows the theme."""

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        *,
        font: str = "ui",
        color: str = "text.primary",
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._font_name = font
        self._color = color
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self.setText(text)
        self._apply_theme()
        theme.changed.connect(self._apply_theme)

    def setText(self, text: str) -> None:
        """Shows a text, with marks for signs that nobody would see."""
        super().setText(show_controls(text))

    def set_color(self, color: str) -> None:
        """Takes another colour token."""
        self._color = color
        self._apply_theme()

    def _apply_theme(self) -> None:
        self.setFont(self._theme.font(self._font_name))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, self._theme.color(self._color))
        self.setPalette(palette)


class ElidedLabel(Label):
    """One line that ends in … where there is no room; the tip then has the whole text."""

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        *,
        font: str = "ui",
        color: str = "text.primary",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, text, font=font, color=color, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self.font())
        height = max(metrics.height(), round(self._theme.line_height(self._font_name)))
        return QSize(metrics.horizontalAdvance(self.text()) + 1, height)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        metrics = QFontMetrics(self.font())
        shown = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        self.setToolTip(plain_tip(self.text()) if shown != self.text() else "")
        painter = QPainter(self)
        painter.setPen(self._theme.color(self._color))
        where = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
        painter.drawText(self.rect(), where, shown)
        painter.end()
