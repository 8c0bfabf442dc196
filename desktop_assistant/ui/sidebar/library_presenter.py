"""Between the library and the sidebar: loads the list, searches, renames, pins, deletes."""

from datetime import date

from PySide6.QtCore import QObject, QPoint, Signal

from desktop_assistant.chat.state import ConversationSummary, SearchHit
from desktop_assistant.domain.errors import ErrorInfo
from desktop_assistant.domain.ids import ConversationId
from desktop_assistant.ui.bridge import Bridge
from desktop_assistant.ui.controls.menu import Menu
from desktop_assistant.ui.controls.toast import Toast
from desktop_assistant.ui.error_words import error_sentences
from desktop_assistant.ui.sidebar.conversation_model import ConversationRole
from desktop_assistant.ui.sidebar.sidebar import Sidebar
from desktop_assistant.ui.theme import Theme


class LibraryPresenter(QObject):
    """Does to the library what is asked for in the sidebar and the header.

    Signals:
        deleted: (conversation id, id of its neighbour or an empty string) it left the list.
        loaded: (whether it is empty) the list was read.
    """

    deleted = Signal(str, str)
    loaded = Signal(bool)

    def __init__(self, bridge: Bridge, theme: Theme, sidebar: Sidebar, toast: Toast) -> None:
        super().__init__(sidebar)
        self._bridge = bridge
        self._theme = theme
        self._sidebar = sidebar
        self._toast = toast
        self._is_loading = False
        self._is_stale = False
        self._leaving: frozenset[ConversationId] = frozenset()
        self._unread: set[ConversationId] = set()
        bridge.library_changed.connect(self.refresh)
        sidebar.search_wanted.connect(self._search)
        sidebar.list.menu_wanted.connect(self._open_menu)
        sidebar.list.delete_wanted.connect(self.delete)
        sidebar.list.conversations.rename_wanted.connect(self.rename)

    def refresh(self) -> None:
        """Loads the list; while it is being loaded, once more afterwards."""
        if self._is_loading:
            self._is_stale = True
            return
        self._is_loading = True
        self._bridge.run(
            self._bridge.controller.library.summaries(),
            name="load the list of conversations",
            on_done=self.take,
            on_error=self._on_load_error,
        )

    def take(self, summaries: list[ConversationSummary]) -> None:
        """Shows a list that was loaded."""
        self._is_loading = False
        # What the library does not list any more need not be left out any more.
        self._leave_out(self._leaving & {summary.id for summary in summaries})
        self._sidebar.list.take(summaries, date.today())  # noqa: DTZ011  # the user's own day
        self._unread = {summary.id for summary in summaries if summary.unread}
        self.loaded.emit(not summaries)
        if self._is_stale:
            self._is_stale = False
            self.refresh()

    def let_a_day_pass(self) -> None:
        """Looks at the calendar: headings such as Today may have changed."""
        self._sidebar.list.take_today(date.today())  # noqa: DTZ011  # the user's own day

    def rename(self, conversation_id: str, title: str) -> None:
        """Gives a conversation another title."""
        self._bridge.run(
            self._bridge.controller.library.rename(ConversationId(conversation_id), title),
            name="rename a conversation",
            on_error=self._tell_and_refresh,
        )

    def set_pinned(self, conversation_id: str, *, pinned: bool) -> None:
        """Pins or unpins a conversation."""
        self._bridge.run(
            self._bridge.controller.library.set_pinned(
                ConversationId(conversation_id), pinned=pinned
            ),
            name="pin a conversation",
        )

    def mark_unread(self, conversation_id: ConversationId) -> None:
        """A reply came that nobody has seen; conversations that are not listed have no mark."""
        if self._sidebar.list.conversations.index_of(conversation_id).isValid():
            self._set_unread(conversation_id, unread=True)

    def mark_read(self, conversation_id: ConversationId) -> None:
        """The conversation is being looked at."""
        if conversation_id in self._unread:
            self._unread.discard(conversation_id)
            self._set_unread(conversation_id, unread=False)

    def delete(self, conversation_id: str) -> None:
        """Moves a conversation to the trash, with a way back."""
        index = self._sidebar.list.conversations.index_of(conversation_id)
        title = str(index.data() or "")
        deleted = ConversationId(conversation_id)
        neighbour = self._sidebar.list.conversations.neighbour_of(conversation_id)
        self._leave_out(self._leaving | {deleted})
        self.deleted.emit(conversation_id, neighbour or "")

        def tell(_: None) -> None:
            self._toast.tell(
                self.tr("Moved to trash: {title}").format(title=title),
                self.tr("Undo"),
                lambda: self._undelete(deleted),
            )

        def give_back(error: ErrorInfo) -> None:
            self._leave_out(self._leaving - {deleted})
            self._tell_and_refresh(error)

        self._bridge.run(
            self._bridge.controller.library.delete(deleted),
            name="delete a conversation",
            on_done=tell,
            on_error=give_back,
        )

    def _set_unread(self, conversation_id: ConversationId, *, unread: bool) -> None:
        self._bridge.run(
            self._bridge.controller.library.set_unread(conversation_id, unread=unread),
            name="mark a conversation",
        )

    def _undelete(self, conversation_id: ConversationId) -> None:
        def show(_: None) -> None:
            self._leave_out(self._leaving - {conversation_id})

        self._bridge.run(
            self._bridge.controller.library.undelete(conversation_id),
            name="take a conversation out of the trash",
            on_done=show,
        )

    def _leave_out(self, leaving: frozenset[ConversationId]) -> None:
        self._leaving = leaving
        self._sidebar.list.leave_out(leaving)

    def _search(self, query: str) -> None:
        def show(hits: list[SearchHit]) -> None:
            self._sidebar.show_hits(query, hits)

        def complain(error: ErrorInfo) -> None:
            self._sidebar.show_search_remark(query, error_sentences(error))

        self._bridge.run(
            self._bridge.controller.library.search(query),
            name="search the library",
            on_done=show,
            on_error=complain,
        )

    def _open_menu(self, conversation_id: str, at: QPoint, by_keyboard: bool) -> None:  # noqa: FBT001  # a slot
        index = self._sidebar.list.conversations.index_of(conversation_id)
        summary = index.data(ConversationRole.SUMMARY)
        if summary is not None:
            sidebar = self._sidebar
            menu = Menu(self._theme, sidebar, self.tr("More actions"))
            menu.add(
                self.tr("Rename"),
                lambda: sidebar.list.rename(conversation_id),
                icon="edit",
                shortcut="F2",
            )
            menu.add(
                self.tr("Unpin") if summary.pinned else self.tr("Pin"),
                lambda: self.set_pinned(conversation_id, pinned=not summary.pinned),
                icon="pin",
                shortcut="Ctrl+D",
            )
            menu.add_separator()
            menu.add(
                self.tr("Delete"),
                lambda: self.delete(conversation_id),
                icon="trash",
                shortcut="Del",
                destructive=True,
            )
            menu.popup(at, by_keyboard=by_keyboard)

    def _on_load_error(self, error: ErrorInfo) -> None:
        self._is_loading = self._is_stale = False
        self._bridge.failed.emit(error)

    def _tell_and_refresh(self, error: ErrorInfo) -> None:
        self._bridge.failed.emit(error)
        self.refresh()
