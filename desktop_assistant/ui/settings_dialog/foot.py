"""The foot of the dialog: Save and Cancel, and what is to be said about them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from desktop_assistant.ui.controls.announce import announce
from desktop_assistant.ui.controls.buttons import Button, ButtonKind
from desktop_assistant.ui.controls.labels import Label
from desktop_assistant.ui.theme import Theme

_HEIGHT = 56


class Foot(QWidget):
    """Seen on every page.

    Signals:
        save_wanted: keep what waits, and close.
        cancel_wanted: close, without what waits.
    """

    save_wanted = Signal()
    cancel_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._beginnings = QStackedWidget()
        self._beginnings.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._beginnings.addWidget(QWidget())
        self.save = Button(theme, self.tr("Save"), kind=ButtonKind.PRIMARY)
        self.cancel = Button(theme, self.tr("Cancel"))
        self.save.clicked.connect(self.save_wanted)
        self.cancel.clicked.connect(self.cancel_wanted)
        self.words = Label(theme, color="error.text", wrap=True)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(8, 8, 8, 8)
        buttons.setSpacing(8)
        buttons.addWidget(self._beginnings, 1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.save)
        buttons.addSpacing(18)  # margins are not mirrored, spacers are
        self._notice = QWidget()
        notice = QHBoxLayout(self._notice)
        notice.setContentsMargins(26, 12, 26, 0)
        notice.addWidget(self.words, 1)
        self._notice.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 1, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._notice)
        layout.addLayout(buttons)
        self.setMinimumHeight(_HEIGHT)
        theme.changed.connect(self.update)

    def add_beginning(self, widget: QWidget) -> None:
        """Keeps a page's own part."""
        self._beginnings.addWidget(widget)

    def show_beginning(self, widget: QWidget | None) -> None:
        """Shows a page's own part, or none; what was said before is taken back."""
        self._beginnings.setCurrentIndex(0 if widget is None else self._beginnings.indexOf(widget))
        self._notice.hide()

    def ask_about_changes(self) -> None:
        """Says that something would be lost, and how to keep or drop it."""
        text = self.tr(
            "Some changes are not saved yet. Save keeps them; Cancel, or Escape once more, "
            "drops them."
        )
        self._say(text, "warning.text")
        self.save.setFocus(Qt.FocusReason.TabFocusReason)

    def say(self, text: str) -> None:
        """Says why saving did not work."""
        self._say(text, "error.text")

    def take_back(self) -> None:
        """Says nothing any more."""
        self._notice.hide()

    @property
    def says_something(self) -> bool:
        """Whether a question or a problem stands above the buttons."""
        return not self._notice.isHidden()

    def set_busy(self, busy: bool) -> None:  # noqa: FBT001  # a setter in Qt's manner
        """Shows that saving is under way."""
        self.save.set_busy(busy)
        if busy:
            self._notice.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(0, 0, self.width(), 1, self._theme.color("border.subtle"))
        painter.end()

    def _say(self, text: str, color: str) -> None:
        self.words.setText(text)
        self.words.set_color(color)
        self._notice.show()
        announce(self.words, text)
