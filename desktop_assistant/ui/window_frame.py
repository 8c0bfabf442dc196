"""Sidebar and conversation side by side; in a narrow window the sidebar is a drawer."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QSplitter, QSplitterHandle, QWidget

from desktop_assistant.ui.controls.scrim import Scrim
from desktop_assistant.ui.conversation_pane import ConversationPane
from desktop_assistant.ui.drawer import Drawer
from desktop_assistant.ui.sidebar.sidebar import Sidebar
from desktop_assistant.ui.theme import Theme


class _Handle(QSplitterHandle):
    """A double click gives the sidebar its normal width."""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        splitter = self.splitter()
        if isinstance(splitter, _Splitter):
            splitter.reset_wanted.emit()


class _Splitter(QSplitter):
    reset_wanted = Signal()

    def createHandle(self) -> QSplitterHandle:
        return _Handle(self.orientation(), self)


class WindowFrame(QWidget):
    """Decides where the sidebar is, by the window's width and the user's wish.

    Signals:
        arranged: the sidebar is elsewhere, or as wide as it was not.
    """

    arranged = Signal()

    def __init__(
        self, theme: Theme, sidebar: Sidebar, pane: ConversationPane, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.sidebar = self._sidebar = sidebar
        self.pane = self._pane = pane
        self._is_wanted = True
        self._is_drawer_open = False
        self._is_narrow = False
        self._splitter = _Splitter(Qt.Orientation.Horizontal, self)
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(sidebar)
        self._splitter.addWidget(pane)
        pane.raise_()  # assistive technology meets the sidebar first, as the eye does
        self._splitter.setStretchFactor(0, 0)
        self._splitter.setStretchFactor(1, 1)
        sidebar.setMinimumWidth(theme.size("sidebar.min"))
        sidebar.setMaximumWidth(theme.size("sidebar.max"))
        self._drawer = Drawer(theme, self)
        self._scrim = Scrim(theme, self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._splitter)
        self._splitter.reset_wanted.connect(lambda: self.set_sidebar_width(0))
        self._splitter.splitterMoved.connect(self.arranged)
        self._drawer.close_wanted.connect(self.close_drawer)
        self.set_sidebar_width(0)

    # The user's wish

    @property
    def sidebar_is_wanted(self) -> bool:
        """Whether the sidebar stands beside the conversation in a wide window."""
        return self._is_wanted

    @property
    def sidebar_width(self) -> int:
        """Its width beside the conversation, in pixels."""
        return self._splitter.sizes()[0] if not self._is_narrow and self._is_wanted else 0

    def set_sidebar_width(self, width: int) -> None:
        """Makes the sidebar that wide; 0 is the normal width."""
        least, most = self._theme.size("sidebar.min"), self._theme.size("sidebar.max")
        width = max(least, min(most, width or self._theme.size("sidebar.default")))
        self._splitter.setSizes([width, max(1, self.width() - width)])
        self.arranged.emit()

    def set_sidebar_wanted(self, *, wanted: bool) -> None:
        """Shows the sidebar beside the conversation, or not."""
        self._is_wanted = wanted
        self._arrange()

    def toggle_sidebar(self) -> None:
        """Shows or hides the sidebar, whichever way the width allows."""
        if not self._is_narrow:
            self.set_sidebar_wanted(wanted=not self._is_wanted)
        elif self._is_drawer_open:
            self.close_drawer()
        else:
            self._is_drawer_open = True
            self._arrange()
            self._sidebar.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_sidebar(self) -> None:
        """Makes sure that the sidebar can be seen."""
        if not self._sidebar.isVisible():
            self.toggle_sidebar()

    def close_drawer(self) -> None:
        """Closes the drawer, if it is one and open; the focus goes to the message."""
        if self._is_drawer_open:
            self._is_drawer_open = False
            self._arrange()
            self._pane.composer.focus_box()

    def dim_under(self, dialog: QDialog) -> None:
        """Dims the window while a dialog is open over it."""
        self._scrim.show()
        self._scrim.raise_()
        dialog.finished.connect(self._scrim.hide)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < self._theme.size("breakpoint.sidebar_overlay")
        if narrow != self._is_narrow:
            self._is_narrow = narrow
            self._is_drawer_open = False
            # Moving a widget to another parent in the middle of a layout confuses both.
            QTimer.singleShot(0, self, self._arrange)
        icons_only = self.width() < self._theme.size("breakpoint.icons_only")
        self._pane.set_narrow(narrow=narrow, icons_only=icons_only)

    def _arrange(self) -> None:
        sidebar, in_drawer = self._sidebar, self._is_narrow and self._is_drawer_open
        if in_drawer:
            sidebar.setMinimumWidth(0)
            self._drawer.take(sidebar)
        else:
            self._drawer.release()
            sidebar.setMinimumWidth(self._theme.size("sidebar.min"))
            if sidebar.parentWidget() is not self._splitter:
                self._splitter.insertWidget(0, sidebar)
                self._pane.raise_()
                self._splitter.setStretchFactor(1, 1)
            sidebar.setVisible(self._is_wanted and not self._is_narrow)
        beside = self._is_wanted and not self._is_narrow
        self._pane.header.set_sidebar_shown(shown=beside)
        self.arranged.emit()
