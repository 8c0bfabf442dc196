"""The keyboard in the transcript: walking messages, entering one, scrolling, copying."""

from collections.abc import Collection
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from desktop_assistant.domain.ids import MessageId
from desktop_assistant.ui.controls.announce import announce
from desktop_assistant.ui.transcript.actions import Action
from desktop_assistant.ui.transcript.key_selecting import KeySelecting

if TYPE_CHECKING:
    from desktop_assistant.ui.transcript.row import MessageRow
    from desktop_assistant.ui.transcript.view import TranscriptView

_BY_KEY = Qt.FocusReason.ShortcutFocusReason
_FORK_ROOM = 16
"""Pixels above a fork that was gone to."""
_LEEWAY = 8
"""Pixels by which a message may reach beyond the view and still count as seen whole."""
_ARROWS = frozenset([Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right])


class Keyboard(QObject):
    """Knows at which message the reader is, and what each key does there."""

    def __init__(self, view: "TranscriptView") -> None:
        super().__init__(view)
        self._view = view
        self._at: MessageId | None = None
        self._wants_focus = False
        self._selecting = KeySelecting(view)

    def is_at(self, message_id: MessageId) -> bool:
        """Whether the reader is at a message."""
        return message_id == self._at

    def forget(self) -> None:
        """Another conversation is shown."""
        self._at = None

    def enter(self, reason: Qt.FocusReason) -> bool:
        """The focus came to the transcript: on to the message the reader is at.

        Returns:
            ``False`` if it came back from that message, and must go on.
        """
        if reason is Qt.FocusReason.BacktabFocusReason and self._row() is not None:
            return False
        if reason in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, _BY_KEY):
            message_id = self._here()
            if message_id is not None:
                # It is in sight already, or was left alone: coming here moves nothing.
                self._go(message_id, reason, scroll=self._view.rows.widget(message_id) is None)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows on a button are ours: a button by itself would take them for Tab."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return event.key() in _ARROWS and self.press(event)
        return super().eventFilter(watched, event)

    def press(self, event: QKeyEvent) -> bool:
        """Does what a key stands for; returns whether it stands for anything."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
            return True
        if event.matches(QKeySequence.StandardKey.SelectAll):
            self._select_more()
            return True
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if modifiers & Qt.KeyboardModifier.ShiftModifier:
            beyond = modifiers & Qt.KeyboardModifier.AltModifier
            return not beyond and self._selecting.press(event, self._here())
        if modifiers == Qt.KeyboardModifier.AltModifier:
            return self._press_alt(event)
        control = modifiers == Qt.KeyboardModifier.ControlModifier
        if modifiers not in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier):
            return False
        return self._press_plain(event, control=control)

    def _press_plain(self, event: QKeyEvent, *, control: bool) -> bool:
        view = self._view
        page = max(60, view.viewport().height() - 60)
        match event.key():
            case Qt.Key.Key_Up | Qt.Key.Key_Down:
                step = -1 if event.key() == Qt.Key.Key_Up else 1
                self._walk(step) if control else self._step(step)
            case Qt.Key.Key_PageUp:
                view.scroll_by(-page)
            case Qt.Key.Key_PageDown | Qt.Key.Key_Space if not control:
                view.scroll_by(page)
            case Qt.Key.Key_Home:
                view.scroll_to(0)
            case Qt.Key.Key_End:
                view.go_to_end()
            case Qt.Key.Key_Right | Qt.Key.Key_Left if not control:
                return self._enter_or_leave(event.key())
            case Qt.Key.Key_Escape:
                return self._leave()
            case Qt.Key.Key_Menu:
                self._open_menu()
            case _:
                return False
        return True

    def _press_alt(self, event: QKeyEvent) -> bool:
        here = self._here()
        back, forth = Qt.Key.Key_Left, Qt.Key.Key_Right
        if self._view.isRightToLeft():
            back, forth = forth, back
        if here is None or event.key() not in (back, forth):
            return False
        content = self._view.rows.content(here)
        step = -1 if event.key() == back else 1
        if content is not None and 1 <= content.entry.version + step <= content.entry.versions:
            self._view.commands.do(Action.PREVIOUS if step < 0 else Action.NEXT, here)
        return True

    # Forks

    def step_fork(self, step: int) -> None:
        """To the next message that has several versions, or the one before.

        The focus goes along only if it is in the transcript already.
        """
        view = self._view
        forks = view.rows.forks
        at = self.fork_at_hand()
        if at is not None and step < 0 and view.rows.top(at) < view.scroll_y - _LEEWAY:
            # Back from within a long message is its beginning first.
            place = forks.index(at)
        elif at is not None:
            place = forks.index(at) + step
        else:
            above = sum(1 for fork in forks if view.rows.top(fork) < view.scroll_y + _FORK_ROOM)
            place = above - 1 if step < 0 else above
        if not 0 <= place < len(forks):
            return
        fork = forks[place]
        focus = QApplication.focusWidget()
        has_focus = isinstance(focus, QWidget) and (focus is view or view.isAncestorOf(focus))
        view.go_to(fork, margin=_FORK_ROOM)
        if view.scroll_y > view.most_y:
            view.scroll_to(view.most_y)
            view.follow.stay()
        if has_focus:
            self._go(fork, _BY_KEY, scroll=False)
        else:
            self._leave_row()
            self._at = fork
        row = view.rows.widget(fork)
        if row is not None and not has_focus:
            announce(view, row.accessible_name_now())

    def fork_at_hand(self) -> MessageId | None:
        """The message with several versions the reader is at, if it is in sight."""
        row = self._row()
        if row is None or row.content.entry.versions < 2:
            return None
        return self._at if row.geometry().intersects(self._view.viewport().rect()) else None

    def replaced(self, gone: Collection[MessageId], after: MessageId) -> None:
        """Another branch goes on with ``after``: who was at a message that goes is there now."""
        if self._at in gone:
            row = self._row()
            had_focus = row is not None and row.holds_focus()
            self._at = after
            self._wants_focus = had_focus

    def shown(self) -> None:
        """The other branch is there, and takes the focus that the one before had."""
        if not self._wants_focus:
            return
        self._wants_focus = False
        if self._at is not None and self._row() is not None:
            self._go(self._at, _BY_KEY, scroll=False)
        else:
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_to(self, message_id: MessageId) -> None:
        """The focus goes to a message; if it is in sight, that moves nothing."""
        self._go(message_id, _BY_KEY, scroll=self._view.rows.widget(message_id) is None)

    # Inside

    def _leave_row(self) -> None:
        row = self._row()
        if row is not None:
            row.set_current(False)

    def _here(self) -> MessageId | None:
        """The message the reader is at; else the last one in sight."""
        view = self._view
        if self._at is not None and self._at in view.rows:
            return self._at
        rows = view.rows.widgets()
        return rows[-1].content.entry.node.id if rows else None

    def _row(self) -> "MessageRow | None":
        return None if self._at is None else self._view.rows.widget(self._at)

    def _step(self, step: int) -> None:
        """To the message above or below; through a long one first, a line at a time."""
        view = self._view
        here = self._here()
        if here is None:
            return
        row = view.rows.widget(here)
        if row is not None and not row.holds_focus():
            self._go(here, _BY_KEY)
            return
        top, height = view.rows.top(here), view.rows.row_height(here)
        bottom = view.scroll_y + view.viewport().height()
        line = round(view.look.style("reading").line_height)
        if step > 0 and top + height > bottom + _LEEWAY:
            view.scroll_by(min(line, top + height - bottom))
            return
        if step < 0 and top < view.scroll_y - _LEEWAY:
            view.scroll_by(-min(line, view.scroll_y - top))
            return
        self._go_by(here, step)

    def _walk(self, step: int) -> None:
        """To the beginning of this message, or of the one above or below, however long it is."""
        view = self._view
        here = self._here()
        if here is None:
            return
        row = view.rows.widget(here)
        is_here = row is not None and row.holds_focus()
        if not is_here or (step < 0 and view.rows.top(here) < view.scroll_y - _LEEWAY):
            self._go(here, _BY_KEY)
        else:
            self._go_by(here, step)

    def _go_by(self, here: MessageId, step: int) -> None:
        rows = self._view.rows
        place = rows.place(here) + step
        if 0 <= place < len(rows):
            self._go(rows.id_at(place), _BY_KEY)

    def _go(self, message_id: MessageId, reason: Qt.FocusReason, *, scroll: bool = True) -> None:
        view = self._view
        before = self._row()
        self._at = message_id
        if scroll:
            view.ensure_visible(message_id)
        if before is not None:
            before.set_current(False)
        row = view.rows.widget(message_id)
        if row is not None:
            row.set_current(True)
            self._arrange(row)
            row.setFocus(reason)

    def _arrange(self, row: "MessageRow") -> list[QWidget]:
        """Puts a message and what can be pressed in it after the view, for Tab and for arrows."""
        before: QWidget = self._view
        stops = row.stops()
        for stop in (row, *stops):
            QWidget.setTabOrder(before, stop)
            before = stop
        for stop in stops:
            stop.installEventFilter(self)
        return stops

    def _enter_or_leave(self, key: int) -> bool:
        """→ goes to the next button of a message, ← to the one before, and out of it."""
        row = self._row()
        if row is None:
            return False
        forth = Qt.Key.Key_Left if row.isRightToLeft() else Qt.Key.Key_Right
        stops = self._arrange(row)
        focus = self._view.window().focusWidget()
        place = stops.index(focus) if focus in stops else -1
        place += 1 if key == forth else -1
        if place < 0:
            row.setFocus(_BY_KEY)
        elif place < len(stops):
            stops[place].setFocus(_BY_KEY)
        return True

    def _leave(self) -> bool:
        row = self._row()
        if row is not None and not row.hasFocus():
            row.setFocus(_BY_KEY)
            return True
        if not self._view.selection.is_empty:
            self._view.selection.clear()
            self._view.show_selection()
            return True
        return False

    def _select_more(self) -> None:
        """Selects the message of the last click, or the reader's; then all of them."""
        view = self._view
        head = view.selection.head
        here = self._at if head is None else head.message_id
        if here is None or here not in view.rows or view.selection.is_whole(here, here):
            view.select_all()
        elif not view.selection.is_whole(view.rows.id_at(0), view.rows.id_at(len(view.rows) - 1)):
            view.select_message(here)

    def _copy(self) -> None:
        view = self._view
        if not view.selection.is_empty:
            view.copy_selection()
            return
        row = self._row()
        if row is not None and row.hasFocus() and self._at is not None:
            view.copy_message(self._at)

    def _open_menu(self) -> None:
        row = self._row()
        if row is not None and self._at is not None:
            from desktop_assistant.ui.transcript.menus import message_menu

            menu = message_menu(self._view, self._at)
            if menu is not None:
                menu.popup(row.mapToGlobal(row.text_area.topLeft()), by_keyboard=True)
