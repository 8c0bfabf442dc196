"""Ends a stream that brings no text. Bytes do not count: keep-alive comments would fool it.

One timer serves a whole reply and is only set anew when it fires: a timeout object per event
would leave a Qt timer behind for every piece of text, because qasync does not remove the timers
of cancelled callbacks before they are due.
"""

import asyncio
import math
from types import TracebackType
from typing import cast

from desktop_assistant.domain.errors import ProblemCode, problem
from desktop_assistant.domain.stream import ReasoningDelta, StreamEvent, TextDelta


class TextWatchdog:
    """Guards the block it is the context of; tell it every event with ``saw``."""

    def __init__(
        self, *, provider: str, first_text_s: float, idle_s: float, total_s: float | None = None
    ) -> None:
        """Takes the limits.

        Args:
            provider: the provider's name, for the error.
            first_text_s: longest wait for the first text, seconds.
            idle_s: longest wait between two texts, seconds.
            total_s: longest time in all, seconds; ``None`` for no limit.
        """
        self._provider = provider
        self._loop = asyncio.get_running_loop()
        now = self._loop.time()
        self._idle_s = idle_s
        self._code, self._limit = ProblemCode.FIRST_TEXT_TIMEOUT, first_text_s
        self._deadline = now + first_text_s
        self._total_s = math.inf if total_s is None else total_s
        self._end = now + self._total_s
        # Made inside the coroutine it guards, so there is a task.
        self._task = cast("asyncio.Task[object]", asyncio.current_task())
        self._timer = self._arm()
        self._struck = False

    async def __aenter__(self) -> "TextWatchdog":
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Turns its own cancellation into the timeout's error.

        Raises:
            AssistantError: with the timeout that struck.
        """
        self._timer.cancel()
        if not self._struck:
            return
        others = self._task.uncancel()
        if isinstance(error, asyncio.CancelledError) and not others:
            raise problem(self._code, provider=self._provider, seconds=f"{self._limit:g}") from None

    def saw(self, event: StreamEvent) -> None:
        """Takes note of an event; only text and thinking count as progress."""
        if isinstance(event, TextDelta | ReasoningDelta):
            self._code, self._limit = ProblemCode.IDLE_TIMEOUT, self._idle_s
            self._deadline = self._loop.time() + self._idle_s

    def _arm(self) -> asyncio.TimerHandle:
        return self._loop.call_at(min(self._deadline, self._end), self._check)

    def _check(self) -> None:
        now = self._loop.time()
        if now >= self._end:
            self._code, self._limit = ProblemCode.TOTAL_TIMEOUT, self._total_s
        elif now < self._deadline:
            self._timer = self._arm()
            return
        self._struck = True
        self._task.cancel()
