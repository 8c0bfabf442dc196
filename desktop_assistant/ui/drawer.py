"""Lays the sidebar over the conversation where there is no room beside it."""

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop_assistant.ui.theme import Theme


class Drawer(QWidget):
    """Covers its host: the sidebar at the leading edge, a scrim over the rest.

    Signals:
        close_wanted: Escape, or a press on the scrim.
    """

    close_wanted = Signal()

    def __init__(self, theme: Theme, host: QWidget) -> None:
        super().__init__(host)
        self._theme = theme
        self._host = host
        self._content: QWidget | None = None
        host.installEventFilter(self)
        self.hide()

    def take(self, content: QWidget) -> None:
        """Shows the sidebar in the drawer."""
        self._content = content
        content.setParent(self)
        content.show()
        self._place()
        self.show()
        self.raise_()

    def release(self) -> None:
        """Lets the sidebar go; the drawer is gone."""
        self._content = None
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._host and event.type() is QEvent.Type.Resize:
            self._place()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_wanted.emit()
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.close_wanted.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("bg.scrim"))
        painter.end()

    def _place(self) -> None:
        self.setGeometry(self._host.rect())
        if self._content is not None:
            width = min(self._theme.size("sidebar.default"), self.width() - 48)
            left = self.width() - width if self.isRightToLeft() else 0
            self._content.setGeometry(QRect(left, 0, width, self.height()))
