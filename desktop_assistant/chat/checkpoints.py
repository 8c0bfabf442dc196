"""Writes a reply's text to the store while it streams, at most a moment behind the screen."""

import asyncio
from collections.abc import Callable

from desktop_assistant.domain.errors import AssistantError, ErrorInfo
from desktop_assistant.domain.ids import MessageId
from desktop_assistant.ports.clock import Clock
from desktop_assistant.ports.conversation_store import ConversationStore

CHECKPOINT_S = 0.1
"""Longest time text waits before it is written; with the write itself it stays under 250 ms."""
RETRY_S = 2.0
"""After a failed write (a full disk, say) the text waits this long for the next try."""


class Checkpoints:
    """Gathers deltas and appends them in one write at a time; run ``keep`` as a task beside it."""

    def __init__(
        self,
        store: ConversationStore,
        message_id: MessageId,
        clock: Clock,
        on_trouble: Callable[[ErrorInfo | None], None],
    ) -> None:
        self._store = store
        self._message_id = message_id
        self._clock = clock
        self._on_trouble = on_trouble
        self._text: list[str] = []
        self._reasoning: list[str] = []
        self._waiting = asyncio.Event()
        self._in_trouble = False

    def add(self, text: str, reasoning: str) -> None:
        """Takes what was shown."""
        if text:
            self._text.append(text)
        if reasoning:
            self._reasoning.append(reasoning)
        self._waiting.set()

    async def keep(self) -> None:
        """Writes until cancelled."""
        while True:
            await self._waiting.wait()
            await self._clock.sleep(RETRY_S if self._in_trouble else CHECKPOINT_S)
            await self.write()

    async def write(self) -> None:
        """Writes what waits; after a failure it waits on, nothing is dropped."""
        text, reasoning = "".join(self._text), "".join(self._reasoning)
        self._text.clear()
        self._reasoning.clear()
        self._waiting.clear()
        try:
            await self._store.append_chunk(self._message_id, text, reasoning)
        except AssistantError as error:
            self._text.insert(0, text)
            self._reasoning.insert(0, reasoning)
            self._waiting.set()
            self._report(error.info)
        else:
            self._report(None)

    def _report(self, trouble: ErrorInfo | None) -> None:
        if trouble is not None or self._in_trouble:
            self._on_trouble(trouble)
        self._in_trouble = trouble is not None
