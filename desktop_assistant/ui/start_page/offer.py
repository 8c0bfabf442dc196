"""A card that offers a way to begin: what it is, how it stands with it, one button."""

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop_assistant.ui.controls.buttons import Button, ButtonKind
from desktop_assistant.ui.controls.chips import Badge, BadgeKind
from desktop_assistant.ui.controls.icon_label import IconLabel
from desktop_assistant.ui.controls.labels import Label
from desktop_assistant.ui.sentences import joined
from desktop_assistant.ui.theme import Theme


class Offer(QWidget):
    """One of the three cards of the first run.

    Signals:
        taken: its button was pressed.
        hint_taken: the button of its hint was pressed.
    """

    taken = Signal()
    hint_taken = Signal()

    def __init__(
        self,
        theme: Theme,
        *,
        icon: str,
        title: str,
        text: str,
        action: str,
        is_main: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._is_main = is_main
        tile = IconLabel(
            theme,
            icon,
            20,
            "accent.text" if is_main else "text.secondary",
            self,
            tile=40,
            tile_color="accent.subtle" if is_main else "",
        )
        self._badge = Badge(theme, parent=self)
        self._badge.hide()
        top = QHBoxLayout()
        top.addWidget(tile)
        top.addStretch(1)
        top.addWidget(self._badge)
        self._text = Label(theme, text, color="text.secondary", wrap=True, parent=self)
        self._hint = Label(theme, font="label", color="text.tertiary", wrap=True, parent=self)
        self._hint.hide()
        kind = ButtonKind.PRIMARY if is_main else ButtonKind.SECONDARY
        self._button = Button(theme, action, kind=kind, parent=self)
        self._button.clicked.connect(self.taken)
        self._hint_button = Button(theme, "", kind=ButtonKind.LINK, parent=self)
        self._hint_button.clicked.connect(self.hint_taken)
        self._hint_button.hide()
        for wide in (self._button, self._hint_button):
            wide.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 18, 18, 16)
        column.setSpacing(4)
        column.addLayout(top)
        column.addSpacing(10)
        column.addWidget(Label(theme, title, font="heading4", wrap=True, parent=self))
        column.addWidget(self._text)
        column.addWidget(self._hint)
        column.addStretch(1)
        column.addSpacing(12)
        column.addWidget(self._hint_button)
        column.addWidget(self._button)
        self.setAccessibleName(joined(title, text))
        theme.changed.connect(self.update)

    @property
    def button(self) -> Button:
        """Its button."""
        return self._button

    def show_badge(self, text: str, kind: BadgeKind, icon: str = "") -> None:
        """Says how it stands."""
        self._badge.show_state(text, kind, icon)
        self._badge.setVisible(bool(text))

    def show_text(self, text: str, action: str) -> None:
        """Offers something else in the same place."""
        self._text.setText(text)
        self._button.set_label(action)

    def show_hint(self, text: str, action: str) -> None:
        """Adds a remark with a quiet button."""
        self._hint.setText(text)
        self._hint.setVisible(bool(text))
        self._hint_button.set_label(action)
        self._hint_button.setVisible(bool(action))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = 2 if self._is_main else 1
        color = "accent.fill" if self._is_main else "border.default"
        painter.setPen(QPen(theme.color(color), width))
        painter.setBrush(theme.color("bg.raised"))
        inset = width / 2
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(box, theme.radius("lg"), theme.radius("lg"))
        painter.end()
