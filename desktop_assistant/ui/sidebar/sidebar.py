"""The sidebar: what it shows and what can be pressed in it. What is done is the presenter's."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop_assistant.chat.state import SearchHit
from desktop_assistant.ui.controls.announce import announce
from desktop_assistant.ui.controls.app_mark import AppMark
from desktop_assistant.ui.controls.buttons import Button, ButtonKind, IconButton
from desktop_assistant.ui.controls.labels import ElidedLabel, Label
from desktop_assistant.ui.controls.search_field import SearchField
from desktop_assistant.ui.sidebar.conversation_view import ConversationView
from desktop_assistant.ui.sidebar.new_button import NewButton
from desktop_assistant.ui.sidebar.row_menu import RowMenuButton
from desktop_assistant.ui.sidebar.search_results import HitView
from desktop_assistant.ui.theme import Theme

_SEARCH_PAUSE_MS = 150


class Sidebar(QWidget):
    """New conversation, search, the list or what the search found, settings.

    Signals:
        new_wanted: a new conversation.
        hide_wanted: the sidebar out of the way.
        settings_wanted: the settings.
        search_wanted: (text) find it; not empty.
    """

    new_wanted = Signal()
    hide_wanted = Signal()
    settings_wanted = Signal()
    search_wanted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        # In reading order, which is the order for the Tab key and for assistive technology.
        self._mark = AppMark(theme, 22, self)
        self._name = ElidedLabel(theme, self.tr("Desktop Assistant"), font="ui_strong", parent=self)
        self._hide = IconButton(theme, "sidebar", "", icon_size=20, parent=self)
        self._hide.set_name(self.tr("Hide sidebar"), "Ctrl+B")
        self._new = NewButton(theme, self)
        self.search = SearchField(
            theme,
            self.tr("Search conversations"),
            shortcut="Ctrl+Shift+F",
            quiet=True,
            parent=self,
        )
        self._pages = QStackedWidget(self)
        # A list stays in sight when it is empty, so that it is found by its name.
        self._library = QWidget(self._pages)
        self.list = ConversationView(theme, self._library)
        self._found = QWidget(self._pages)
        self.hits = HitView(theme, self._found)
        self._empty = self._remark(
            self.tr("Your conversations will appear here. They are kept on this computer.")
        )
        self._no_hits = self._remark("")
        for page, remark, view in (
            (self._library, self._empty, self.list),
            (self._found, self._no_hits, self.hits),
        ):
            column = QVBoxLayout(page)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(0)
            column.addWidget(remark)
            column.addWidget(view, 1)
            self._pages.addWidget(page)
        self._row_menu = RowMenuButton(self.list, self._library)
        self._pause = QTimer(self, singleShot=True, interval=_SEARCH_PAUSE_MS)
        self._pause.timeout.connect(self._ask_for_search)
        self._lay_out()
        self._hide.clicked.connect(self.hide_wanted)
        self._new.clicked.connect(self.new_wanted)
        self.search.textChanged.connect(self._on_search_text)
        self.search.returnPressed.connect(self._on_search_return)
        self.search.installEventFilter(self)
        self.hits.left_upwards.connect(self.focus_search)
        for signal in (
            self.list.conversations.rowsInserted,
            self.list.conversations.rowsRemoved,
        ):
            signal.connect(self._show_page)
        self._show_page()
        theme.changed.connect(self.update)

    def focus_search(self) -> None:
        """Puts the cursor into the search field."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def show_hits(self, query: str, hits: Sequence[SearchHit]) -> None:
        """Shows what a search found, if it is still the one in the field."""
        if query != self.search.text():
            return
        if hits:
            self.hits.hits.set_hits(hits)
            self._no_hits.hide()
            self._pages.setCurrentWidget(self._found)
            count = len(hits)
            announce(
                self.hits, self.tr("1 result") if count == 1 else self.tr("%n results", "", count)
            )
            return
        self.show_search_remark(query, self.tr("Nothing found for “{query}”.").format(query=query))

    def show_search_remark(self, query: str, text: str) -> None:
        """Says why there are no hits, if the search is still the one in the field."""
        if query == self.search.text():
            self.hits.hits.set_hits(())
            self._no_hits.setText(text)
            self._no_hits.show()
            self._pages.setCurrentWidget(self._found)
            announce(self, text)

    def end_search(self) -> None:
        """Empties the field; the list is back."""
        self.search.clear()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.search and isinstance(event, QKeyEvent):
            if event.type() is not QEvent.Type.KeyPress:
                return False
            if event.key() == Qt.Key.Key_Escape and self.search.text():
                self.end_search()
                return True
            if event.key() == Qt.Key.Key_Down:
                self._enter_list()
                return True
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("bg.sidebar"))
        line = self._theme.color("border.subtle")
        edge = 0 if self.isRightToLeft() else self.width() - 1
        painter.fillRect(edge, 0, 1, self.height(), line)
        painter.fillRect(0, self._foot.geometry().top(), self.width(), 1, line)
        painter.end()

    def _lay_out(self) -> None:
        theme = self._theme
        top = QHBoxLayout()
        top.setContentsMargins(16, 10, 10, 10)
        top.setSpacing(8)
        top.addWidget(self._mark)
        top.addWidget(self._name, 1)
        top.addWidget(self._hide)
        actions = QVBoxLayout()
        actions.setContentsMargins(12, 0, 12, 2)
        actions.setSpacing(6)
        actions.addWidget(self._new)
        actions.addWidget(self.search)
        self._foot = QWidget(self)
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(4, 8, 8, 8)
        settings = Button(
            theme,
            self.tr("Settings"),
            kind=ButtonKind.QUIET,
            icon="sliders",
            parent=self._foot,
        )
        settings.align_leading()
        settings.set_name(self.tr("Settings"), "Ctrl+,")
        settings.clicked.connect(self.settings_wanted)
        foot.addWidget(settings)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        rtl = self.isRightToLeft()
        column.setContentsMargins(1 if rtl else 0, 0, 0 if rtl else 1, 0)  # the edge we paint
        column.setSpacing(0)
        column.addLayout(top)
        column.addLayout(actions)
        column.addWidget(self._pages, 1)
        column.addWidget(self._foot)

    def _remark(self, text: str) -> Label:
        label = Label(self._theme, text, font="ui", color="text.tertiary", wrap=True, parent=self)
        label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        label.setMargin(16)  # the stylesheet takes contents margins away
        return label

    def _show_page(self) -> None:
        if self.search.text().strip():
            return
        self._empty.setVisible(self.list.conversations.is_empty)
        self._pages.setCurrentWidget(self._library)

    def _on_search_text(self) -> None:
        if self.search.text().strip():
            self._pause.start()
        else:
            self._pause.stop()
            self._show_page()

    def _ask_for_search(self) -> None:
        self.search_wanted.emit(self.search.text())

    def _on_search_return(self) -> None:
        shows_hits = self.hits.isVisible() and self.hits.hits.rowCount() > 0
        if shows_hits and not self._pause.isActive():
            self.hits.choose(0)
        elif self.search.text().strip():
            self._pause.stop()
            self._ask_for_search()

    def _enter_list(self) -> None:
        page = self._pages.currentWidget()
        if page is self._found:
            self.hits.enter()
        elif page is self._library:
            self.list.setFocus(Qt.FocusReason.TabFocusReason)
