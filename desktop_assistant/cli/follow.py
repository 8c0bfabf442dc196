"""Follows a reply from its start to its final state, and lets Ctrl+C stop it."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from types import TracebackType
from typing import Protocol

from desktop_assistant.chat.controller import ChatController
from desktop_assistant.chat.events import (
    ChatEvent,
    ContextCut,
    ReplyDelta,
    ReplyRetrying,
    ReplyWaiting,
    StorageTrouble,
)
from desktop_assistant.chat.reply import Reply
from desktop_assistant.chat.task_registry import TaskRegistry
from desktop_assistant.cli.interrupts import Interrupts
from desktop_assistant.domain.errors import ErrorInfo
from desktop_assistant.domain.ids import MessageId
from desktop_assistant.domain.messages import Message


class ReplyView(Protocol):
    """How a reply is shown."""

    async def started(self, reply: Reply, /) -> None:
        """Question and empty reply are stored."""
        ...

    async def show(self, events: list[ChatEvent]) -> None:
        """What happened since the last call, in order."""
        ...

    async def finished(self, message: Message) -> None:
        """The reply is in its final state."""
        ...


class ReplyFollower:
    """Hears what the controller says about one reply, from before the reply begins.

    Use it as a context: it listens inside the block. ``trouble`` is what kept the last state of
    the reply from being stored, or ``None``.
    """

    def __init__(self, controller: ChatController) -> None:
        self._controller = controller
        self._queue: asyncio.Queue[ChatEvent | None] = asyncio.Queue()
        self._unsubscribe: Callable[[], None] = lambda: None
        self.trouble: ErrorInfo | None = None

    def __enter__(self) -> "ReplyFollower":
        self._unsubscribe = self._controller.subscribe(self._queue.put_nowait)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._unsubscribe()

    async def events(self, reply: Reply) -> AsyncIterator[list[ChatEvent]]:
        """What happens to the reply, gathered while the reader was busy; ends with the reply."""
        # The queue's end mark comes after the last event: the task ends after publishing it.
        reply.task.add_done_callback(lambda _: self._queue.put_nowait(None))
        goes_on = True
        while goes_on:
            gathered = [await self._queue.get()]
            while not self._queue.empty():
                gathered.append(self._queue.get_nowait())
            goes_on = None not in gathered
            for event in gathered:
                if isinstance(event, StorageTrouble):
                    self.trouble = event.error
            yield [event for event in gathered if event and _is_about(event, reply.message_id)]


async def follow(
    controller: ChatController,
    begin: Callable[[], Awaitable[Reply]],
    view: ReplyView,
    complain: Callable[[ErrorInfo], None],
) -> Message:
    """Begins a reply and shows it to its end; Ctrl+C stops it, a second one ends the process.

    Args:
        controller: what gives the reply.
        begin: asks for it.
        view: how it is shown.
        complain: told if the reply could not be stored.

    Returns:
        The final message.

    Raises:
        AssistantError: if it could not be begun.
    """
    tasks = TaskRegistry(_raise)
    started: list[Reply] = []
    interrupted = False

    def stop() -> None:
        nonlocal interrupted
        interrupted = True
        if started:
            tasks.start(controller.stop(started[0].message_id), name="stop", owner=controller)

    with ReplyFollower(controller) as follower, Interrupts(stop):
        reply = await begin()
        started.append(reply)
        if interrupted:
            stop()
        await view.started(reply)
        async for events in follower.events(reply):
            await view.show(events)
        message = await reply.wait()
        await view.finished(message)
    if follower.trouble is not None:
        complain(follower.trouble)
    return message


def _is_about(event: ChatEvent, message_id: MessageId) -> bool:
    return (
        isinstance(event, ReplyDelta | ReplyRetrying | ReplyWaiting | ContextCut)
        and event.message_id == message_id
    )


def _raise(error: BaseException) -> None:
    raise error
