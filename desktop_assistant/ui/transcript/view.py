"""The transcript: opens a conversation of any length at once, streams, selects, and stays still.

It decides nothing: what the user wants done is said by signals, and what there is to show is given
by calls.
"""

from collections.abc import Callable, Collection, Iterable

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QImage, QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop_assistant.chat.events import ReplyRetrying, ReplyWaiting
from desktop_assistant.chat.state import ConversationState, VisiblePath
from desktop_assistant.domain.ids import ConversationId, MessageId
from desktop_assistant.domain.messages import Message, Status
from desktop_assistant.rendering.row_index import Anchor
from desktop_assistant.ui.theme import Theme
from desktop_assistant.ui.transcript import words
from desktop_assistant.ui.transcript.commands import MessageCommands
from desktop_assistant.ui.transcript.content import RowContent
from desktop_assistant.ui.transcript.finding import Finding
from desktop_assistant.ui.transcript.footnotes import follow_note
from desktop_assistant.ui.transcript.frame import Frame
from desktop_assistant.ui.transcript.keyboard import Keyboard
from desktop_assistant.ui.transcript.link_gate import LinkGate, open_in_system
from desktop_assistant.ui.transcript.menus import message_menu, open_image_menu
from desktop_assistant.ui.transcript.picture_arrival import show_picture
from desktop_assistant.ui.transcript.replies import Replies
from desktop_assistant.ui.transcript.reply_row import ReplyRow
from desktop_assistant.ui.transcript.row import MessageRow
from desktop_assistant.ui.transcript.selecting import SelectingArea
from desktop_assistant.ui.transcript.under_pointer import TextTips, formula_under, link_under
from desktop_assistant.ui.transcript.user_row import UserRow


class TranscriptView(SelectingArea):
    """One conversation's visible branch.

    Signals; ids are message ids:
        edit_submitted: (id, text, mode) the user edited a message; mode is ``branch`` to ask anew
            on a new branch, ``wording`` only to say it in other words.
        regenerate_requested, retry_requested, continue_requested, continue_from_requested,
        raise_limit_requested, choose_model_requested: (id).
        previous_version_requested, next_version_requested: (id).
        versions_requested: (id, the switcher, whether the pointer only rests on it) show them all.
        stop_requested: (id) of the reply under way.
        remedy_requested: (Remedy, id) the one right action of an error.
        show_branches_requested: the user wants to see what continues elsewhere.
        undo_switch_requested: (id) the leaf that was shown before.
        link_opened: (address) a link was followed.
        save_code_requested: (code, language) a block of code is to be saved as a file.
        image_requested: (address) an image is to be loaded.
        line_numbers_requested: (bool) whether lines of code are to be numbered.
    """

    edit_submitted = Signal(str, str, str)
    regenerate_requested = Signal(str)
    retry_requested = Signal(str)
    continue_requested = Signal(str)
    continue_from_requested = Signal(str)
    raise_limit_requested = Signal(str)
    choose_model_requested = Signal(str)
    previous_version_requested = Signal(str)
    next_version_requested = Signal(str)
    versions_requested = Signal(str, object, bool)
    stop_requested = Signal(str)
    remedy_requested = Signal(object, str)
    show_branches_requested = Signal()
    undo_switch_requested = Signal(str)
    link_opened = Signal(str)
    save_code_requested = Signal(str, str)
    line_numbers_requested = Signal(bool)
    image_requested = Signal(str)

    def __init__(
        self,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        opener: Callable[[str], bool] = open_in_system,
    ) -> None:
        super().__init__(theme, parent)
        self._conversation_id: ConversationId | None = None
        self._state: ConversationState | None = None
        self._undo_leaf: MessageId | None = None
        self.send_with_enter = True
        """Whether Enter submits an edited message; with ``False`` Ctrl+Enter does."""
        self._links = LinkGate(theme, self, opener)
        self._links.opened.connect(self.link_opened)
        self.pointer.link_pressed.connect(self._links.follow)
        self.pointer.clicked.connect(self._on_clicked)
        self._tips = TextTips(self.viewport(), lambda: self.rows)
        self.replies = Replies(self)
        self.commands = MessageCommands(self)
        self._keyboard = Keyboard(self)
        self.finding = Finding(self)

    # What is shown

    def show_conversation(self, state: ConversationState | None) -> None:
        """Shows a conversation, or another state of it.

        A new state of the same conversation leaves everything where it is; where the path turns
        into another branch, the fork stays at the same height. Another conversation opens where it
        was left.
        """
        old = self._state
        self._state = state
        if state is None:
            self._conversation_id = None
            self._undo_leaf = None
            self._clear()
        elif old is None or state.id != self._conversation_id:
            self._conversation_id = state.id
            self._undo_leaf = None
            self._clear()
            self._take_path(state)
            self.restore_anchor(state.scroll_anchor)
        else:
            self._update_path(old, state)
        self._mark_last()
        self.replies.run_clock()

    def set_messages(self, messages: Iterable[Message]) -> None:
        """Gives whole messages that were asked for; those of other conversations are ignored."""
        for message in messages:
            content = self.rows.content(message.id)
            if content is not None:
                self._set_message(content, message)
        self.refresh()
        self.texts_came()

    def set_left_out(self, message_ids: Collection[MessageId]) -> None:
        """Marks the messages that the next request would not carry."""
        changed = self.rows.set_left_out(message_ids)
        for content in changed:
            self._show_left_out(content)
        if changed:
            self.refresh()

    def message_sent(self) -> None:
        """The user's own message was sent: shows it and goes along with the reply."""
        self._undo_leaf = None
        self.go_to_end()

    # Replies under way

    def append_delta(self, message_id: MessageId, text: str, reasoning: str = "") -> None:
        """Adds text or thinking to a reply under way."""
        self.replies.append(message_id, text, reasoning)

    def set_retrying(self, event: ReplyRetrying) -> None:
        """Says that a reply's request is sent again after a wait."""
        self.replies.set_retrying(event)

    def set_waiting(self, event: ReplyWaiting) -> None:
        """Says that nothing has come yet, or that the built-in model starts."""
        self.replies.set_waiting(event)

    def set_final(self, message: Message) -> None:
        """Gives a reply's final state. The view does not move."""
        content = self.rows.content(message.id)
        if content is not None:
            was_live = content.is_live
            self._set_message(content, message)
            if was_live:
                self.replies.announce_end(message)
                self.replies.stop_at_start(message.id)
            self.refresh()

    # What the user does

    def links_of(self, message_id: MessageId) -> list[tuple[str, str]]:
        """Addresses and words of the links in a message that is in sight."""
        content = self.rows.content(message_id)
        if content is None or content.document is None:
            return []
        return content.document.links()

    def follow_link(self, address: str, link_words: str) -> None:
        """Opens a link as if it were clicked: through the one gate."""
        self._links.follow(address, link_words)

    def show_picture(self, address: str, image: QImage) -> None:
        """Draws an image that was loaded. The view does not move."""
        show_picture(self, address, image)

    def edit_message(self, message_id: MessageId) -> None:
        """Turns a message into a field."""
        content = self.rows.content(message_id)
        if content is None or content.message is None or content.is_live:
            return
        self.ensure_visible(message_id)
        row = self.rows.widget(message_id)
        if row is not None:
            row.start_editing(send_with_enter=self.send_with_enter)

    def edit_last_question(self) -> None:
        """Turns the last question into a field."""
        for content in self.rows.backwards():
            if content.is_user:
                self.edit_message(content.entry.node.id)
                return

    def step_fork(self, step: int) -> None:
        """Goes to the next message that has several versions, or the one before."""
        self._keyboard.step_fork(step)

    def fork_at_hand(self) -> MessageId | None:
        """The message with several versions that the reader is at, if any."""
        return self._keyboard.fork_at_hand()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        at = self.viewport().mapFromGlobal(event.globalPos())
        message_id = self.rows.id_near(self.scroll_y + at.y())
        if message_id is not None:
            under: QObject | None = self.viewport().childAt(at)
            while under is not None and not isinstance(under, Frame):
                under = under.parent()
            place = (self.viewport(), self.rows, event.globalPos())
            menu = message_menu(self, message_id, under, formula_under(*place), link_under(*place))
            if menu is not None:
                menu.popup(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._keyboard.press(event):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self._keyboard.enter(event.reason()):
            self.focusNextPrevChild(False)

    # For the base class

    def make_row(self, content: RowContent) -> MessageRow:
        message_id = content.entry.node.id
        row: MessageRow
        if content.is_user:
            row = UserRow(self.theme, self.look, content, self.viewport())
        else:
            row = ReplyRow(self.theme, self.look, content, self.viewport())
            row.stop_pressed.connect(lambda: self.stop_requested.emit(message_id))
        row.triggered.connect(lambda action: self.commands.do(action, message_id))
        row.submitted.connect(lambda text, mode: self.edit_submitted.emit(message_id, text, mode))
        row.frames.save_wanted.connect(self.save_code_requested)
        row.frames.numbers_wanted.connect(self.line_numbers_requested)
        row.branches_pressed.connect(self.show_branches_requested)
        row.undo_pressed.connect(self._undo_switch)
        row.focus_wanted.connect(lambda: self._keyboard.go_to(message_id))
        self.replies.catch_up(content)
        row.refresh()
        row.set_last(message_id == self.rows.last_id)
        row.set_notice(self._notice() if message_id == self.rows.last_id else "")
        row.set_current(self._keyboard.is_at(message_id))
        return row

    def in_sight_changed(self) -> None:
        self.finding.refresh()
        self.replies.run_clock()
        self.replies.plan_flush()

    def _on_clicked(self, row: MessageRow, at: QPoint) -> None:
        found = row.span_at(at)
        if found is not None and found[0].image:
            open_image_menu(self, found[0].image, row.mapToGlobal(at))
        else:
            follow_note(self, row, at)

    # Paths

    def _clear(self) -> None:
        self.rows.drop_all()
        self.rows.replace(VisiblePath())
        self.requests.forget()
        self.forget_selection()
        self._keyboard.forget()
        self.pin(None)
        self.refresh()

    def _take_path(self, state: ConversationState) -> None:
        self.rows.replace(state.path)
        streaming = Status.STREAMING
        for node in state.path.nodes:
            if node.status is streaming:
                self._start_reply(node.id, is_ours=node.id in state.replying_to)
        for content in self.rows.known():
            node = content.entry.node
            if node.status.is_final and (
                (content.message is not None and content.message.status is not node.status)
                or content.stream is not None
            ):
                self._forget_text(content)

    def _start_reply(self, message_id: MessageId, *, is_ours: bool) -> None:
        content = self.rows.content(message_id)
        assert content is not None
        self.replies.start(content)
        if not is_ours:
            # Somebody else writes it: it grows only as we ask again.
            self.requests.forget(message_id)

    def _forget_text(self, content: RowContent) -> None:
        """Has a text read again that changed without us."""
        content.stream = None
        content.message = None
        content.forget_layout()
        self.requests.forget(content.entry.node.id)

    def _update_path(self, old: ConversationState, state: ConversationState) -> None:
        fork = _fork(old, state)
        pinned: Anchor[MessageId] | None = None
        if fork is not None and fork < len(old.path) and fork < len(state.path):
            before, after = old.path.nodes[fork], state.path.nodes[fork]
            self._keyboard.replaced({node.id for node in old.path.nodes[fork:]}, after.id)
            offset = self.scroll_y - self.rows.top(before.id)
            if -self.viewport().height() < offset:
                pinned = Anchor(after.id, offset)
        if fork is not None and old.path and fork < len(old.path):
            self._undo_leaf = old.active_leaf_id
        self.pin_here()
        self._take_path(state)
        if pinned is not None:
            if not state.is_answering_here:
                self.follow.stay()
            self.pin(pinned)
        if state.is_answering_here:
            self._undo_leaf = None
        for row in self.rows.widgets():
            row.refresh()
            self.rows.mark_stale(row.content.entry.node.id)
        self.refresh()
        self._keyboard.shown()

    def _mark_last(self) -> None:
        last = self.rows.last_id
        for row in self.rows.widgets():
            is_last = row.content.entry.node.id == last
            row.set_last(is_last)
            if row.set_notice(self._notice() if is_last else ""):
                self.remeasure(row.content.entry.node.id)

    def _notice(self) -> str:
        state = self._state
        if state is None or self._undo_leaf is None or not state.messages_elsewhere:
            return ""
        return words.elsewhere(state.messages_elsewhere, max(1, state.branches - 1))

    def _undo_switch(self) -> None:
        if self._undo_leaf is not None:
            self.undo_switch_requested.emit(self._undo_leaf)

    # Texts

    def _show_left_out(self, content: RowContent) -> None:
        """Lays a message out in its other colour, with what was read of it so far."""
        if content.feed is None:
            content.forget_layout()
        row = self.rows.widget(content.entry.node.id)
        if row is not None:
            row.frames.drop()
            row.refresh()
            self.rows.mark_stale(content.entry.node.id)

    def _set_message(self, content: RowContent, message: Message) -> None:
        message_id = message.id
        self.rows.hold(message_id, len(message.text))
        self.requests.forget(message_id)
        if message.status is Status.STREAMING:
            self.replies.start(content)
            stream = content.stream
            assert stream is not None
            content.message = message
            if stream.take_over(message.text, message.reasoning or ""):
                content.forget_layout()
        elif content.message != message or content.is_live:
            self.replies.settle(content, message)
        row = self.rows.widget(message_id)
        if row is not None:
            self.replies.catch_up(content)
            row.refresh()
            self.rows.measure(message_id)


def _fork(old: ConversationState, new: ConversationState) -> int | None:
    """Where two paths part; ``None`` if one only goes on where the other ends."""
    for place, (before, after) in enumerate(zip(old.path.nodes, new.path.nodes, strict=False)):
        if before.id != after.id:
            return place
    return None
