"""A veil over the window while a dialog is open: what lies under it waits."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QFocusFrame, QWidget

from desktop_assistant.ui.theme import Theme


class Scrim(QFocusFrame):
    """Covers its host. Assistive technology passes over it, as over every ``QFocusFrame``."""

    def __init__(self, theme: Theme, host: QWidget) -> None:
        super().__init__(host)
        self._theme = theme
        self._host = host
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        host.installEventFilter(self)
        self.hide()

    def showEvent(self, event: QShowEvent) -> None:
        self.setGeometry(self._host.rect())
        super().showEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._host and event.type() is QEvent.Type.Resize:
            self.setGeometry(self._host.rect())
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("bg.scrim"))
        painter.end()
