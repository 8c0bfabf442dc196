"""The conversation that is shown: opens it, keeps every part of the pane in step, asks."""

from collections.abc import Callable, Coroutine
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_assistant.chat import events
from desktop_assistant.chat.reply import Reply
from desktop_assistant.chat.state import ContextMeter, ConversationState
from desktop_assistant.domain.errors import ErrorInfo
from desktop_assistant.domain.ids import ConversationId, MessageId, ProviderId
from desktop_assistant.domain.messages import Status
from desktop_assistant.ui.branch_presenter import BranchPresenter
from desktop_assistant.ui.bridge import Bridge
from desktop_assistant.ui.conversation_pane import ConversationPane
from desktop_assistant.ui.drafts import DraftKeeper
from desktop_assistant.ui.theme import Theme
from desktop_assistant.ui.waiting_messages import WaitingMessages, join_drafts

_METER_PAUSE_MS = 250
_PLACE_PAUSE_MS = 500


class ConversationPresenter(QObject):
    """One conversation at a time; replies of others go on without it.

    Signals:
        shown: (ConversationState) another conversation is shown, or another state of it.
        left: (ConversationState) it is shown no more.
    """

    shown = Signal(object)
    left = Signal(object)

    def __init__(self, bridge: Bridge, theme: Theme, pane: ConversationPane) -> None:
        super().__init__(pane)
        self._bridge = bridge
        self._controller = bridge.controller
        self._pane = pane
        self._state: ConversationState | None = None
        self.branches = BranchPresenter(bridge, theme, pane.header)
        """Forks, branches and versions of what is shown."""
        self._drafts = DraftKeeper(bridge, self)
        self._waiting = WaitingMessages()
        self._wish = 0
        self._is_warm = False
        self._is_sent_early = False
        self._meter_pause = QTimer(self, singleShot=True, interval=_METER_PAUSE_MS)
        self._meter_pause.timeout.connect(self._measure)
        self._place_pause = QTimer(self, singleShot=True, interval=_PLACE_PAUSE_MS)
        self._place_pause.timeout.connect(self._keep_place)
        self._connect()

    # What is shown

    @property
    def state(self) -> ConversationState | None:
        """The conversation that is shown."""
        return self._state

    def open(self, conversation_id: str, *, otherwise: Callable[[], None] | None = None) -> None:
        """Shows a conversation.

        Args:
            conversation_id: which.
            otherwise: called if it cannot be opened; without it the user is told.
        """
        opening = self._controller.open(ConversationId(conversation_id))
        self._open(opening, self._take, otherwise)

    def open_new(self, *, temporary: bool = False) -> None:
        """Shows an empty conversation; if one is shown already, only the field is ready."""
        state = self._state
        if state is not None and state.is_new and state.is_temporary == temporary:
            self._pane.composer.focus_box()
            return

        def take(new: ConversationState) -> None:
            self._take(new)
            self._pane.composer.focus_box()

        self._open(self._controller.new_conversation(temporary=temporary), take)
        if state is not None:
            # From now on what is typed, or even sent, is for the new one.
            self._state = None
            self._leave(state)
            self._pane.composer.set_message("")
            self._pane.composer.set_answering(answering=False)

    def reopen(self) -> None:
        """Another library has taken the place of the one that the conversation is from."""
        state = self._state
        if state is not None and not state.is_new and not state.is_temporary:
            self._place_pause.stop()  # it was a place in the old one
            self.open(state.id, otherwise=self.open_new)

    def open_message(self, conversation_id: str, message_id: str) -> None:
        """Shows a message on its branch."""

        async def show() -> ConversationState:
            await self._controller.show_message(MessageId(message_id))
            return await self._controller.open(ConversationId(conversation_id))

        def take(state: ConversationState) -> None:
            self._take(state)
            self._pane.transcript.go_to(MessageId(message_id))

        self._open(show(), take)

    def connect_transcript(self) -> None:
        """From now on there is a transcript to fill."""
        transcript = self._pane.transcript
        self._bridge.reply_retrying.connect(transcript.set_retrying)
        self._bridge.reply_waiting.connect(transcript.set_waiting)
        transcript.messages_needed.connect(self._load_messages)
        transcript.place_changed.connect(self._place_pause.start)

    def flush(self) -> None:
        """Stores drafts and the reader's place now."""
        if self._place_pause.isActive():
            self._place_pause.stop()
            self._keep_place()
        self._drafts.flush()

    def end(self) -> None:
        """The window goes: stores what is to be stored, and starts nothing more."""
        self.flush()
        self._drafts.end()
        self._state = None

    # What is asked

    def send(self, text: str) -> None:
        """Asks, or lets the message wait while this branch is answered."""
        state = self._state
        if state is None:
            self._is_sent_early = True
            return
        self._pane.composer.set_message("")
        self._send_on(state, text)

    def stop(self) -> None:
        """Stops the reply of the visible branch."""
        state = self._state
        if state is not None and state.is_answering_here and state.active_leaf_id is not None:
            self._bridge.run(self._controller.stop(state.active_leaf_id), name="stop a reply")

    def set_model(self, provider_id: str, model: str) -> None:
        """Lets the conversation talk to another model."""
        if self._state is not None:
            self._bridge.run(
                self._controller.set_model(self._state.id, ProviderId(provider_id), model),
                name="choose a model",
            )

    def set_system_prompt(self, prompt: str | None) -> None:
        """Gives the conversation its own system prompt, or none of its own."""
        if self._state is not None:
            self._bridge.run(
                self._controller.set_system_prompt(self._state.id, prompt),
                name="set the system prompt",
            )

    # Inside

    def _send_on(self, state: ConversationState, text: str) -> None:
        if state.is_answering_here:
            self._waiting.add(state.id, text)
            self._show_queue(state.id)
            self._keep_draft()
        else:
            self._ask(state, text)

    def _connect(self) -> None:
        bridge, pane = self._bridge, self._pane
        bridge.conversation_changed.connect(self._on_changed)
        bridge.reply_delta.connect(self._on_delta)
        bridge.reply_finished.connect(self._on_finished)
        bridge.settings_changed.connect(self._refresh)
        pane.composer.sent.connect(self.send)
        pane.composer.stop_wanted.connect(self.stop)
        pane.composer.text_changed.connect(self._on_text)
        pane.composer.queue_changed.connect(self._on_queue_edited)

    def _open(
        self,
        opening: Coroutine[Any, Any, ConversationState],
        take: Callable[[ConversationState], None],
        otherwise: Callable[[], None] | None = None,
    ) -> None:
        """Opens a conversation, unless another one is wished for meanwhile."""
        self._wish = wish = self._wish + 1
        self.flush()

        def take_if_still_wished(state: ConversationState) -> None:
            if wish == self._wish:
                take(state)

        def complain(error: ErrorInfo) -> None:
            if otherwise is not None:
                otherwise()
            else:
                self._bridge.failed.emit(error)

        self._bridge.run(
            opening, name="open a conversation", on_done=take_if_still_wished, on_error=complain
        )

    def _take(self, state: ConversationState) -> None:
        """Shows a conversation that was opened."""
        old = self._state
        is_other = old is None or old.id != state.id
        self._state = state
        if is_other and old is not None:
            self._leave(old)
        self._pane.transcript.show_conversation(state)
        sent = ""
        if is_other:
            # What was typed, or even sent, before anything could be shown, is for this one.
            typed = self._pane.composer.message if old is None else ""
            sent = typed if self._is_sent_early else ""
            self._is_sent_early = False
            self._show_draft(state, "" if sent else typed)
            self._show_queue(state.id)
        self._show(state)
        if sent:
            self._send_on(state, sent)

    def _show_draft(self, state: ConversationState, typed: str) -> None:
        draft = self._own_draft(state)
        if draft or not typed:  # else the field is as it should be, and somebody types in it
            self._pane.composer.set_message(join_drafts(draft, typed))
        if typed:
            self._keep_draft()

    def _leave(self, old: ConversationState) -> None:
        """Stores what was typed last; then the conversation need not be held any more."""
        text = self._drafts.take(old.id)

        async def leave() -> None:
            if text is not None:
                await self._controller.save_draft(old.id, text)
            if self._state is None or self._state.id != old.id:
                self._controller.leave(old.id)

        self._bridge.run(leave(), name="leave a conversation")
        self.left.emit(old)

    def _own_draft(self, state: ConversationState) -> str:
        """The draft without what waits here: that is shown as waiting."""
        stored = state.draft
        for text in self._waiting.of(state.id):
            stored = stored.removeprefix(text).removeprefix("\n\n")
        return stored

    def _show(self, state: ConversationState) -> None:
        pane = self._pane
        pane.show_transcript(shown=bool(state.path))
        pane.composer.set_choice(state.choice)
        pane.composer.set_answering(answering=state.is_answering_here)
        self.branches.show_state(state)
        self._meter_pause.start()
        self.shown.emit(state)

    def _refresh(self) -> None:
        if self._state is not None:
            self._on_changed(self._state.id)

    def _on_changed(self, conversation_id: str) -> None:
        if self._state is None or conversation_id != self._state.id:
            return
        state = self._controller.state(self._state.id)
        if state is not None:
            self._state = state
            self._pane.transcript.show_conversation(state)
            self._show(state)

    def _on_delta(self, event: events.ReplyDelta) -> None:
        if self._state is not None and event.conversation_id == self._state.id:
            self._pane.transcript.append_delta(event.message_id, event.text, event.reasoning)

    def _on_finished(self, event: events.ReplyFinished) -> None:
        here = self._state is not None and event.conversation_id == self._state.id
        if here:
            self._pane.transcript.set_final(event.message)
        if not self._waiting.of(event.conversation_id):
            return
        # What follows this event makes the branch free; the next message goes after it.
        QTimer.singleShot(0, self, lambda: self._after_reply(event))

    def _after_reply(self, event: events.ReplyFinished) -> None:
        """Sends the message that waited, or gives it back as a draft."""
        conversation_id = event.conversation_id
        state = self._controller.state(conversation_id)
        here = self._state is not None and self._state.id == conversation_id
        goes_on = (
            event.message.status is Status.COMPLETE
            and state is not None
            and state.active_leaf_id == event.message.id
        )
        if state is not None and goes_on:
            text = self._waiting.take_first(conversation_id)
            if here:
                self._show_queue(conversation_id)
            if text is not None:
                self._ask(state, text)
            return
        draft = self._pane.composer.message if here else ""
        if not here and state is not None:
            draft = self._own_draft(state)
        whole = self._waiting.give_up(conversation_id, draft)
        if here:
            self._pane.composer.set_message(whole)
            self._show_queue(conversation_id)
        self._drafts.keep(conversation_id, whole)

    def _ask(self, state: ConversationState, text: str) -> None:
        here = self._state is not None and self._state.id == state.id
        self._drafts.take(state.id)
        draft = self._pane.composer.message if here else self._own_draft(state)
        rest = self._waiting.with_draft(state.id, draft)

        async def ask() -> Reply:
            reply = await self._controller.send(state.id, text)
            # Only now: were the program killed before, the draft would be all there is.
            if state.is_new and not state.is_temporary:
                await self._controller.save_new_draft("")
            await self._controller.save_draft(state.id, rest)
            return reply

        def go_along(_: Reply) -> None:
            if self._state is not None and self._state.id == state.id:
                self._pane.transcript.message_sent()

        def give_back(error: ErrorInfo) -> None:
            if self._state is not None and self._state.id == state.id:
                typed = self._pane.composer.message
                self._pane.composer.set_message("\n\n".join(t for t in (text, typed) if t))
                self._keep_draft()
            else:
                self._drafts.keep(state.id, "\n\n".join(t for t in (text, rest) if t))
            self._bridge.failed.emit(error)

        self._bridge.run(ask(), name="send a message", on_done=go_along, on_error=give_back)

    def _load_messages(self, message_ids: list[MessageId]) -> None:
        if self._state is not None:
            self._bridge.run(
                self._controller.messages(self._state.id, message_ids),
                name="read messages",
                on_done=self._pane.transcript.set_messages,
            )

    def _on_text(self) -> None:
        self._keep_draft()
        self._meter_pause.start()
        if self._state is not None and not self._is_warm and self._pane.composer.message:
            self._is_warm = True
            self._bridge.run(self._controller.warm_up(self._state.id), name="warm up")

    def _on_queue_edited(self) -> None:
        if self._state is not None:
            self._waiting.replace(self._state.id, self._pane.composer.queue)
            self._keep_draft()

    def _show_queue(self, conversation_id: ConversationId) -> None:
        self._pane.composer.set_queue(self._waiting.of(conversation_id))

    def _keep_draft(self) -> None:
        if self._state is not None:
            typed = self._pane.composer.message
            self._drafts.keep(self._state.id, self._waiting.with_draft(self._state.id, typed))

    def _keep_place(self) -> None:
        state = self._state
        if state is not None and not state.is_new and self._pane.shows_transcript:
            self._bridge.run(
                self._controller.save_scroll_anchor(state.id, self._pane.transcript.anchor()),
                name="keep the place",
            )

    def _measure(self) -> None:
        state = self._state
        if state is None:
            return

        def show(meter: ContextMeter) -> None:
            if self._state is not None and self._state.id == state.id:
                self._pane.composer.set_meter(meter)
                if self._pane.shows_transcript:
                    self._pane.transcript.set_left_out(meter.left_out)

        self._bridge.run(
            self._controller.meter(state.id, self._pane.composer.message),
            name="measure the context",
            on_done=show,
        )
