"""In a narrow window: the way back to the list of pages."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_assistant.ui.controls.buttons import Button, ButtonKind
from desktop_assistant.ui.theme import Theme

_HEIGHT = 44


class NarrowHead(QWidget):
    """Seen in narrow windows only.

    Signals:
        back_wanted: show the list of pages.
    """

    back_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.back = Button(
            theme, self.tr("All pages"), kind=ButtonKind.QUIET, icon="chevron-left", small=True
        )
        self.back.clicked.connect(self.back_wanted)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 4, 16, 5)
        layout.addWidget(self.back)
        layout.addStretch(1)
        self.setMinimumHeight(_HEIGHT)
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        line = self._theme.color("border.subtle")
        painter.fillRect(0, self.height() - 1, self.width(), 1, line)
        painter.end()
