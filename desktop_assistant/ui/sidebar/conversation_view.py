"""The list of conversations: opens what is selected, renames in place, keeps still meanwhile."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date

from PySide6.QtCore import (
    QItemSelection,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPalette,
    QShowEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from desktop_assistant.chat.state import ConversationSummary
from desktop_assistant.domain.ids import ConversationId
from desktop_assistant.ui.controls.focus_ring import shows_ring
from desktop_assistant.ui.sidebar.conversation_delegate import ConversationDelegate
from desktop_assistant.ui.sidebar.conversation_model import ConversationModel, ConversationRole
from desktop_assistant.ui.theme import Theme

_KEYBOARD_PAUSE_MS = 120
"""Arrow keys held down pass over conversations without opening each."""


class ConversationView(QListView):
    """Shows the library; knows ids, not what is done with them.

    Signals:
        opened: (conversation id) the user has selected it.
        menu_wanted: (conversation id, global position, whether the keyboard asked).
        delete_wanted: (conversation id).
    """

    opened = Signal(str)
    menu_wanted = Signal(str, QPoint, bool)
    delete_wanted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: str | None = None
        self._is_changing = False
        self.conversations = ConversationModel(self)
        self._delegate = ConversationDelegate(theme, self)
        self.setAccessibleName(self.tr("Conversations"))
        self.setModel(self.conversations)
        self.setItemDelegate(self._delegate)
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setDropIndicatorShown(False)
        self._keyboard_pause = QTimer(self, singleShot=True, interval=_KEYBOARD_PAUSE_MS)
        self._keyboard_pause.timeout.connect(self._open_selected)
        theme.pulse.beaten.connect(self._beat)
        self._apply_theme()
        theme.changed.connect(self._apply_theme)

    # What the sidebar tells it

    def take(self, summaries: Sequence[ConversationSummary], today: date) -> None:
        """Shows another list; what is selected and what is in view stay so."""
        with self._steady():
            self.conversations.set_summaries(summaries, today)
        self._start_or_stop_pulse()

    def take_today(self, today: date) -> None:
        """Lets a day pass."""
        with self._steady():
            self.conversations.set_today(today)

    def leave_out(self, conversation_ids: frozenset[ConversationId]) -> None:
        """Hides conversations that are about to be deleted."""
        with self._steady():
            self.conversations.hide(conversation_ids)

    def show_selected(self, conversation_id: str | None) -> None:
        """Marks the conversation that the window shows; opens nothing."""
        self._shown = conversation_id
        self._keyboard_pause.stop()
        self._select_shown()
        self._reveal_shown()

    def current_id(self) -> ConversationId | None:
        """The conversation that the keyboard is on."""
        return _id_at(self.currentIndex())

    def rename(self, conversation_id: str) -> None:
        """Makes a conversation's title a field."""
        index = self.conversations.index_of(conversation_id)
        if index.isValid():
            self.scrollTo(index)
            self.edit(index)

    def open_menu_of_current(self) -> None:
        """Opens the menu of the conversation that the keyboard is on."""
        conversation_id = self.current_id()
        if conversation_id is not None:
            row = self.visualRect(self.currentIndex())
            below = self.viewport().mapToGlobal(QPoint(row.center().x(), row.bottom()))
            self.menu_wanted.emit(conversation_id, below, True)

    # What the user does

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._show_keyboard_focus(shown=True)
        conversation_id = _id_at(self.currentIndex())
        match event.key():
            case Qt.Key.Key_F2 if conversation_id is not None:
                self.rename(conversation_id)
            case Qt.Key.Key_Delete if conversation_id is not None:
                self.delete_wanted.emit(conversation_id)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if conversation_id is not None:
                self._open_selected()
            case _:
                super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            self.open_menu_of_current()
            return
        conversation_id = _id_at(self.indexAt(event.pos()))
        if conversation_id is not None:
            at = self.viewport().mapToGlobal(event.pos())
            self.menu_wanted.emit(conversation_id, at, False)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._show_keyboard_focus(shown=False)
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        index = self.indexAt(event.position().toPoint())
        conversation_id = _id_at(index)
        if conversation_id is not None and self._is_on_more(event):
            button = self._delegate.more_button(self.visualRect(index), self.layoutDirection())
            corner = self.viewport().mapToGlobal(button.bottomLeft())
            self.menu_wanted.emit(conversation_id, corner, False)
            return
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        on_more = self._is_on_more(event)
        if on_more != self._delegate.more_is_under_pointer:
            self._delegate.more_is_under_pointer = on_more
            self.viewport().update(self.visualRect(self.indexAt(event.position().toPoint())))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        before = self._delegate.shows_keyboard_focus
        self._show_keyboard_focus(shown=shows_ring(event.reason(), before=before))
        if not self.currentIndex().isValid() and self.conversations.rowCount() > 1:
            self.selectionModel().setCurrentIndex(
                self.conversations.index(1),
                self.selectionModel().SelectionFlag.NoUpdate,
            )

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        if self._is_changing or selected.isEmpty():
            return
        index = selected.indexes()[0]
        if index != self.currentIndex():
            # Assistive technology selects without making current; keys then start from there.
            flag = self.selectionModel().SelectionFlag.NoUpdate
            self.selectionModel().setCurrentIndex(index, flag)
        if self._delegate.shows_keyboard_focus:
            self._keyboard_pause.start()
        else:
            self._open_selected()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._start_or_stop_pulse()
        QTimer.singleShot(0, self, self._reveal_shown)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._theme.pulse.leave(self)

    # Inside

    def _open_selected(self) -> None:
        self._keyboard_pause.stop()
        conversation_id = _id_at(self.currentIndex())
        if conversation_id is not None:
            self.opened.emit(conversation_id)

    @contextmanager
    def _steady(self) -> Iterator[None]:
        """Keeps selection and the first visible row where they are while the rows change."""
        bar = self.verticalScrollBar()
        top = QPersistentModelIndex(self.indexAt(QPoint(1, 1)))
        offset = self.visualRect(self.indexAt(QPoint(1, 1))).top()
        was_at_top = bar.value() == bar.minimum()
        self._is_changing = True
        try:
            yield
        finally:
            self._is_changing = False
        self._select_shown()
        if not was_at_top and top.isValid():
            self.executeDelayedItemsLayout()
            moved = self.visualRect(self.conversations.index(top.row())).top() - offset
            bar.setValue(bar.value() + moved)

    def _select_shown(self) -> None:
        self._is_changing = True
        try:
            index = self.conversations.index_of(self._shown)
            if not index.isValid():
                self.selectionModel().clearSelection()
            elif not self.selectionModel().isSelected(index):
                self.setCurrentIndex(index)
        finally:
            self._is_changing = False

    def _reveal_shown(self) -> None:
        """Scrolls to the conversation that is shown; a list out of sight has no place to go to."""
        index = self.conversations.index_of(self._shown)
        if index.isValid() and self.isVisible():
            self.scrollTo(index)

    def _is_on_more(self, event: QMouseEvent) -> bool:
        at = event.position().toPoint()
        index = self.indexAt(at)
        if _id_at(index) is None:
            return False
        row = self.visualRect(index)
        return self._delegate.more_button(row, self.layoutDirection()).contains(at)

    def _show_keyboard_focus(self, *, shown: bool) -> None:
        if shown != self._delegate.shows_keyboard_focus:
            self._delegate.shows_keyboard_focus = shown
            self.viewport().update()

    def _start_or_stop_pulse(self) -> None:
        if self.isVisible() and self.conversations.is_any_answering:
            self._theme.pulse.join(self)
        else:
            self._theme.pulse.leave(self)

    def _beat(self, opacity: float) -> None:
        if opacity != self._delegate.pulse:
            self._delegate.pulse = opacity
            for index in self.conversations.answering():
                self.viewport().update(self.visualRect(index))

    def _apply_theme(self) -> None:
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, self._theme.color("bg.sidebar"))
        self.setPalette(palette)
        self.viewport().setPalette(palette)  # it does not follow once the window's style was set
        self._start_or_stop_pulse()
        self.scheduleDelayedItemsLayout()
        self.viewport().update()


def _id_at(index: QModelIndex) -> ConversationId | None:
    summary = index.data(ConversationRole.SUMMARY) if index.isValid() else None
    return None if summary is None else summary.id
