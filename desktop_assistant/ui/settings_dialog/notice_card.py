"""A card in a page: what is the matter, what to do, and one button for it."""

from enum import StrEnum

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_assistant.ui.controls.announce import announce
from desktop_assistant.ui.controls.buttons import Button
from desktop_assistant.ui.controls.icon_label import IconLabel
from desktop_assistant.ui.controls.labels import Label
from desktop_assistant.ui.theme import Theme


class CardKind(StrEnum):
    """How bad it is."""

    NEUTRAL = "neutral"
    SUCCESS = "success"
    WARNING = "warning"
    ERROR = "error"


_LOOKS = {
    CardKind.NEUTRAL: ("bg.sunken", "border.default", "text.secondary", "info"),
    CardKind.SUCCESS: ("success.bg", "success.border", "success.text", "check"),
    CardKind.WARNING: ("warning.bg", "warning.border", "warning.text", "warning"),
    CardKind.ERROR: ("error.bg", "error.border", "error.text", "error"),
}


class NoticeCard(QWidget):
    """Hidden until it has something to say.

    Signals:
        acted: its button was pressed.
    """

    acted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._kind = CardKind.NEUTRAL
        self._icon = IconLabel(theme, "info", 16, parent=self)
        self._title = Label(theme, font="ui_strong", wrap=True)
        self._text = Label(theme, color="text.secondary", wrap=True)
        self._button = Button(theme, "", small=True)
        self._button.clicked.connect(self.acted)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._text)
        words.addWidget(self._button, 0, Qt.AlignmentFlag.AlignLeft)
        words.setSpacing(6)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 10, 14, 12)
        row.setSpacing(10)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        theme.changed.connect(self.update)
        self.hide()

    @property
    def text(self) -> str:
        """All it says."""
        return f"{self._title.text()} {self._text.text()}".strip()

    @property
    def button(self) -> Button:
        """Its button."""
        return self._button

    def say(self, kind: CardKind, title: str, text: str = "", action: str = "") -> None:
        """Shows the card, and tells assistive technology if that is news."""
        is_news = self.isHidden() or self._title.text() != title
        self._kind = kind
        self._icon.show_icon(_LOOKS[kind][3], _LOOKS[kind][2])
        self._title.setText(title)
        self._text.setText(text)
        self._text.setVisible(bool(text))
        self._button.set_label(action)
        self._button.setVisible(bool(action))
        self.setAccessibleName(self.text)
        self.show()
        self.update()
        if is_news:
            announce(self, self.text)

    def paintEvent(self, event: QPaintEvent) -> None:
        ground, border, _, _ = _LOOKS[self._kind]
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color(border), 1))
        painter.setBrush(theme.color(ground))
        radius = theme.radius("block")
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        painter.end()
