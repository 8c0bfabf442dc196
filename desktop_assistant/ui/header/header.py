"""The header: what is shown, and the ways to elsewhere."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QLocale, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_assistant.chat.state import ConversationState
from desktop_assistant.ui.controls.buttons import IconButton
from desktop_assistant.ui.controls.chips import Badge
from desktop_assistant.ui.controls.menu import Menu
from desktop_assistant.ui.export_kind import ExportKind
from desktop_assistant.ui.header.breadcrumb import Breadcrumb, Fork
from desktop_assistant.ui.header.model_button import ModelButton
from desktop_assistant.ui.header.title import TitleEdit
from desktop_assistant.ui.theme import Theme


class Header(QWidget):
    """Shows a conversation's state; its wishes go out as signals.

    Signals:
        show_sidebar_wanted, new_wanted: as their buttons say.
        renamed: (title).
        version_chosen: (message id) from the breadcrumb.
        model_wanted, branches_wanted: (the control that asks).
        find_wanted: words in the conversation.
        pin_wanted: (pinned or not).
        prompt_wanted: the conversation's own system prompt.
        export_wanted: (ExportKind) the conversation as a document.
        delete_wanted: move the conversation to the trash.
    """

    show_sidebar_wanted = Signal()
    new_wanted = Signal()
    renamed = Signal(str)
    version_chosen = Signal(str)
    model_wanted = Signal(object)
    branches_wanted = Signal(object)
    find_wanted = Signal()
    pin_wanted = Signal(bool)
    prompt_wanted = Signal()
    export_wanted = Signal(object)
    delete_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._state: ConversationState | None = None
        self._has_line = True
        self._is_narrow = False
        # In reading order, which is the order for the Tab key and for assistive technology.
        self._sidebar = IconButton(theme, "sidebar", "", icon_size=20, parent=self)
        self._sidebar.set_name(self.tr("Show sidebar"), "Ctrl+B")
        self._new = IconButton(theme, "compose", "", icon_size=20, parent=self)
        self._new.set_name(self.tr("New conversation"), "Ctrl+N")
        self.title = TitleEdit(theme, self)
        self._temporary = Badge(theme, self.tr("Temporary"), icon="clock", parent=self)
        self._temporary.setToolTip(self.tr("Nothing of this conversation is stored."))
        self.breadcrumb = Breadcrumb(theme, self)
        self.model = ModelButton(theme, self)
        self.find_button = IconButton(theme, "search", "", parent=self)
        self.find_button.set_name(self.tr("Find in conversation"), "Ctrl+F")
        self.branches = IconButton(theme, "branch", "", parent=self)
        self.more = IconButton(theme, "more", self.tr("More actions"), parent=self)
        for unknown_yet in (
            self._temporary,
            self.model,
            self.find_button,
            self.branches,
            self.more,
        ):
            unknown_yet.hide()
        self._lay_out()
        self.set_sidebar_shown(shown=True)
        self._sidebar.clicked.connect(self.show_sidebar_wanted)
        self._new.clicked.connect(self.new_wanted)
        self.title.renamed.connect(self.renamed)
        self.breadcrumb.version_chosen.connect(self.version_chosen)
        self.model.clicked.connect(lambda: self.model_wanted.emit(self.model))
        self.find_button.clicked.connect(self.find_wanted)
        self.branches.clicked.connect(lambda: self.branches_wanted.emit(self.branches))
        self.more.clicked.connect(self._open_menu)
        theme.changed.connect(self._apply_theme)
        self._apply_theme()

    def show_state(self, state: ConversationState, title: str) -> None:
        """Shows a conversation.

        Args:
            state: as it is now.
            title: its title as it is to be read; empty before the first message.
        """
        self._state = state
        self.title.show_title(title, may_rename=not state.is_new and not state.is_temporary)
        self.title.setVisible(bool(title))
        self.model.show_choice(state.choice)
        self.model.show()
        self._temporary.setVisible(state.is_temporary)
        count = QLocale().toString(state.branches)
        self.branches.set_count(count if state.branches > 1 else "")
        name = self.tr("Branches")
        if state.branches > 1:
            name = self.tr("Branches, {count}").format(count=count)
        self.branches.set_name(name, "Ctrl+Shift+B")
        self._show_find()
        self.branches.setVisible(not state.is_new)
        self.more.setVisible(not state.is_new or state.is_temporary)
        self._has_line = not state.is_new
        self.update()

    def show_forks(self, forks: Sequence[Fork]) -> None:
        """Shows the path through the forks."""
        self.breadcrumb.show_forks(forks)

    def set_sidebar_shown(self, *, shown: bool) -> None:
        """Whether the sidebar stands beside; if not, its two first buttons are here."""
        self._sidebar.setVisible(not shown)
        self._new.setVisible(not shown)
        leading = 20 if shown else 10
        self._row.setContentsMargins(leading - 4, 0, 12, 0)

    def set_narrow(self, *, narrow: bool) -> None:
        """Says less where the window is narrow."""
        self._is_narrow = narrow
        self.model.set_plain(narrow)
        self._show_find()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("bg.canvas"))
        if self._has_line:
            color = self._theme.color("border.subtle")
            painter.fillRect(0, self.height() - 1, self.width(), 1, color)
        painter.end()

    def _show_find(self) -> None:
        """In a narrow window its place is in the menu."""
        state = self._state
        self.find_button.setVisible(state is not None and bool(state.path) and not self._is_narrow)

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(self.title)
        first.addWidget(self._temporary)
        first.addStretch(1)
        second = QHBoxLayout()
        second.setContentsMargins(4, 0, 0, 0)
        second.addWidget(self.breadcrumb)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addLayout(first)
        words.addLayout(second)
        words.addStretch(1)
        self._row = QHBoxLayout(self)
        self._row.setSpacing(4)
        for widget in (self._sidebar, self._new):
            self._row.addWidget(widget)
        self._row.addLayout(words, 1)
        self._row.addWidget(self.model)
        self._row.addSpacing(4)
        self._row.addWidget(self.find_button)
        self._row.addWidget(self.branches)
        self._row.addWidget(self.more)

    def _open_menu(self) -> None:
        state = self._state
        if state is None:
            return
        menu = Menu(self._theme, self, self.tr("More actions"))
        kept = not state.is_temporary
        if self._is_narrow and state.path:
            name = self.tr("Find in conversation")
            menu.add(name, self.find_wanted.emit, icon="search", shortcut="Ctrl+F")
            menu.add_separator()
        if kept:
            menu.add(self.tr("Rename"), self.title.start, icon="edit", shortcut="F2")
            menu.add(
                self.tr("Unpin") if state.pinned else self.tr("Pin"),
                lambda: self.pin_wanted.emit(not state.pinned),
                icon="pin",
                shortcut="Ctrl+D",
            )
        menu.add(
            self.tr("System prompt of this conversation…"), self.prompt_wanted.emit, icon="book"
        )
        if state.path:
            self._offer_documents(menu)
        if kept:
            menu.add_separator()
            menu.add(self.tr("Delete"), self.delete_wanted.emit, icon="trash", destructive=True)
        menu.open_below(self.more, trailing=True)

    def _offer_documents(self, menu: Menu) -> None:
        """The ways out of the program: files, the clipboard, a printer."""
        menu.add_separator()
        for kind, words, icon, keys in (
            (ExportKind.PDF, self.tr("Save as PDF…"), "download", ""),
            (ExportKind.HTML, self.tr("Save as HTML…"), "globe", ""),
            (ExportKind.MARKDOWN, self.tr("Copy conversation as Markdown"), "copy", ""),
            (ExportKind.PAPER, self.tr("Print…"), "file", "Ctrl+P"),
        ):
            wish = partial(self.export_wanted.emit, kind)
            menu.add(words, wish, icon=icon, shortcut=keys)

    def _apply_theme(self) -> None:
        line = self._theme.line_height("title") + self._theme.line_height("label")
        self.setFixedHeight(max(self._theme.size("header"), round(line) + 16))
        self.update()
