"""Ctrl+C as a call instead of an exception out of nowhere."""

import asyncio
import contextlib
import os
import signal
from collections.abc import Callable
from types import FrameType, TracebackType

EXIT_CODE = 130


def end_at_once() -> None:
    """Ends the process without waiting for anything; what was written is stored already."""
    os._exit(EXIT_CODE)


class Interrupts:
    """While in the block, the first Ctrl+C calls ``on_first`` and every further one ``on_more``."""

    def __init__(
        self, on_first: Callable[[], None], on_more: Callable[[], None] = end_at_once
    ) -> None:
        self._on_first = on_first
        self._on_more = on_more
        self._count = 0
        self._before: signal.Handlers | Callable[[int, FrameType | None], object] | int | None = (
            None
        )
        self._loop: asyncio.AbstractEventLoop | None = None

    def __enter__(self) -> "Interrupts":
        self._before = signal.getsignal(signal.SIGINT)
        self._loop = loop = asyncio.get_running_loop()
        try:
            loop.add_signal_handler(signal.SIGINT, self._interrupted)
        except NotImplementedError:  # Windows
            signal.signal(signal.SIGINT, lambda *_: loop.call_soon_threadsafe(self._interrupted))
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._loop is not None:
            with contextlib.suppress(NotImplementedError):
                self._loop.remove_signal_handler(signal.SIGINT)
        if self._before is not None:
            signal.signal(signal.SIGINT, self._before)

    def _interrupted(self) -> None:
        self._count += 1
        if self._count == 1:
            self._on_first()
        else:
            self._on_more()
