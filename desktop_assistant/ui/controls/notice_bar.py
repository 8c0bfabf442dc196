"""A bar across the window: one thing the user should know, one thing to do about it."""

from enum import StrEnum

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop_assistant.ui.controls.announce import announce
from desktop_assistant.ui.controls.buttons import Button, IconButton
from desktop_assistant.ui.controls.icon_label import IconLabel
from desktop_assistant.ui.controls.labels import Label
from desktop_assistant.ui.sentences import joined, stopped
from desktop_assistant.ui.theme import Theme


class NoticeKind(StrEnum):
    """How bad it is."""

    WARNING = "warning"
    ERROR = "error"


class NoticeBar(QWidget):
    """Title, sentence, one action, and a way to put it aside.

    Signals:
        acted: the action was chosen.
        dismissed: the user put it aside; the bar stays until its owner removes it.
    """

    acted = Signal()
    dismissed = Signal()

    def __init__(
        self,
        theme: Theme,
        *,
        title: str,
        text: str,
        action: str = "",
        kind: NoticeKind = NoticeKind.WARNING,
        icon: str = "warning",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._kind = kind
        self.setAccessibleName(joined(title, text))
        sign = IconLabel(theme, icon, 20, f"{kind.value}.text", self)
        head = Label(theme, stopped(title), font="ui_strong", wrap=True, parent=self)
        rest = Label(theme, text, color="text.secondary", wrap=True, parent=self)
        for label in (head, rest):
            policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            policy.setHeightForWidth(True)
            label.setSizePolicy(policy)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(head)
        words.addWidget(rest)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 8, 12, 8)
        row.setSpacing(10)
        row.addWidget(sign)
        row.addLayout(words, 1)
        if action:
            button = Button(theme, action, small=True, parent=self)
            button.clicked.connect(self.acted)
            row.addWidget(button)
        name = QCoreApplication.translate("NoticeBar", "Dismiss notice")
        close = IconButton(theme, "close", name, size=28, icon_size=14, parent=self)
        close.clicked.connect(self.dismissed)
        row.addWidget(close)
        theme.changed.connect(self.update)
        announce(self, joined(title, text))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color(f"{self._kind.value}.bg"))
        line = self.rect()
        line.setTop(line.bottom())
        painter.fillRect(line, self._theme.color(f"{self._kind.value}.border"))
        painter.end()
