"""The one object of the window that knows the controller: events become signals, slots calls.

Signals carry the event values of ``chat.events``.
"""

from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal

from desktop_assistant.chat import events
from desktop_assistant.chat.controller import ChatController
from desktop_assistant.chat.task_registry import TaskRegistry
from desktop_assistant.domain.errors import AssistantError, ErrorInfo
from desktop_assistant.settings.values import Settings

T = TypeVar("T")


class Bridge(QObject):
    """Controller events as Qt signals, and a way to run the controller's coroutines.

    Signals:
        library_changed: the list of conversations differs.
        library_replaced: a backup was restored; open again what was open.
        conversation_changed: (conversation id) its state differs.
        reply_started, reply_delta, reply_retrying, reply_waiting, reply_finished: (event).
        settings_changed: read ``settings`` again.
        storage_trouble: (ErrorInfo or None) saving fails, or works again.
        failed: (ErrorInfo) a verb failed and nobody else told the user.
    """

    library_changed = Signal()
    library_replaced = Signal()
    conversation_changed = Signal(str)
    reply_started = Signal(object)
    reply_delta = Signal(object)
    reply_retrying = Signal(object)
    reply_waiting = Signal(object)
    reply_finished = Signal(object)
    settings_changed = Signal()
    storage_trouble = Signal(object)
    failed = Signal(object)

    def __init__(
        self, controller: ChatController, tasks: TaskRegistry, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.controller = controller
        self._tasks = tasks
        self._end_subscription = controller.subscribe(self._on_event)

    @property
    def settings(self) -> Settings:
        """The settings in force."""
        return self.controller.settings.current

    def run(
        self,
        coroutine: Coroutine[Any, Any, T],
        *,
        name: str,
        on_done: Callable[[T], None] | None = None,
        on_error: Callable[[ErrorInfo], None] | None = None,
    ) -> Callable[[], None]:
        """Runs one of the controller's coroutines beside the window; returns how to cancel it.

        Args:
            coroutine: what to do.
            name: how its task is called in logs.
            on_done: gets the result.
            on_error: gets what went wrong outside; without it ``failed`` is emitted.
        """

        async def work() -> None:
            try:
                result = await coroutine
            except AssistantError as error:
                if on_error is not None:
                    on_error(error.info)
                else:
                    self.failed.emit(error.info)
            else:
                if on_done is not None:
                    on_done(result)

        task = self._tasks.start(work(), name=name, owner=self)
        # Cancelled before its first step it would never have been awaited, and Python complains.
        task.add_done_callback(lambda _: coroutine.close())

        def cancel() -> None:
            task.cancel()

        return cancel

    def stop_listening(self) -> None:
        """Hears no more events; the window is about to go."""
        self._end_subscription()

    def _on_event(self, event: events.ChatEvent) -> None:
        match event:
            case events.ReplyDelta():
                self.reply_delta.emit(event)
            case events.LibraryChanged():
                self.library_changed.emit()
            case events.LibraryReplaced():
                self.library_replaced.emit()
            case events.ConversationChanged(conversation_id):
                self.conversation_changed.emit(conversation_id)
            case events.SettingsChanged():
                self.settings_changed.emit()
            case events.StorageTrouble(error):
                self.storage_trouble.emit(error)
            case _:
                self._on_turn(event)

    def _on_turn(
        self,
        event: events.ReplyStarted
        | events.ReplyRetrying
        | events.ReplyWaiting
        | events.ContextCut
        | events.ReplyFinished,
    ) -> None:
        """A reply begins, is held up, or ends."""
        match event:
            case events.ReplyStarted():
                self.reply_started.emit(event)
            case events.ReplyRetrying():
                self.reply_retrying.emit(event)
            case events.ReplyWaiting():
                self.reply_waiting.emit(event)
            case events.ContextCut():
                pass  # the window has shown it already while the question was typed
            case events.ReplyFinished():
                self.reply_finished.emit(event)
