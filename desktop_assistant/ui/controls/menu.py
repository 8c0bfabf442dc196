"""Menus in the theme's look, with entries that are shown as they are written."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QAction, QKeySequence, QPainterPath, QRegion, QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget

from desktop_assistant.ui.theme import Theme


class Menu(QMenu):
    """A menu that goes away by itself: made for one opening, deleted after it."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowFlag(Qt.WindowType.NoDropShadowWindowHint)
        self.setToolTipsVisible(False)
        self.setFont(theme.font("ui"))

    def add(
        self,
        text: str,
        on_chosen: Callable[[], None],
        *,
        icon: str = "",
        shortcut: str = "",
        destructive: bool = False,
    ) -> QAction:
        """Adds an entry.

        Args:
            text: what it says; ampersands are ampersands.
            on_chosen: what it does.
            icon: before the text.
            shortcut: keys shown at the end; the window owns them, not the menu.
            destructive: whether it removes something.
        """
        keys = QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText)
        escaped = text.replace("&", "&&")
        action = QAction(f"{escaped}\t{keys}" if keys else escaped, self)
        if icon:
            color = "error.text" if destructive else "text.secondary"
            action.setIcon(self._theme.icon(icon, 16, color))

        def choose() -> None:  # takes no argument, so that ``checked`` is not handed on
            on_chosen()

        action.triggered.connect(choose)
        self.addAction(action)
        return action

    def open_below(self, anchor: QWidget, *, trailing: bool = False) -> None:
        """Opens under a control, flush with its leading or trailing edge."""
        at_right = trailing != anchor.isRightToLeft()
        corner = anchor.mapToGlobal(QPoint(0, anchor.height() + 4))
        if at_right:
            corner.setX(corner.x() + anchor.width() - self.sizeHint().width())
        self.popup(corner)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Translucent corners would be black where nothing composes windows; a mask never is.
        path = QPainterPath()
        radius = self._theme.radius("md")
        path.addRoundedRect(QRectF(self.rect()), radius, radius)
        self.setMask(QRegion(path.toFillPolygon().toPolygon()))
