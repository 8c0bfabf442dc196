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
    """While in the block, the first Ctrl+C calls ``on_first`` and every further one ``on_more``.

    Blocks may stand inside each other: the inner one counts, and afterwards the outer one again.
    """

    _innermost: "Interrupts | None" = None

    def __init__(
        self, on_first: Callable[[], object], on_more: Callable[[], object] = end_at_once
    ) -> None:
        self._on_first = on_first
        self._on_more = on_more
        self._before: signal.Handlers | Callable[[int, FrameType | None], object] | int | None = (
            None
        )
        self._outer: Interrupts | None = None
        self.count = 0
        """How often Ctrl+C was pressed in this block."""

    def __enter__(self) -> "Interrupts":
        self._outer, Interrupts._innermost = Interrupts._innermost, self
        if self._outer is None:
            self._before = signal.getsignal(signal.SIGINT)
        self._listen()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        Interrupts._innermost = self._outer
        if self._outer is not None:
            self._outer._listen()
            return
        with contextlib.suppress(NotImplementedError):
            asyncio.get_running_loop().remove_signal_handler(signal.SIGINT)
        before = signal.default_int_handler if self._before is None else self._before
        signal.signal(signal.SIGINT, before)

    def _listen(self) -> None:
        loop = asyncio.get_running_loop()
        try:
            loop.add_signal_handler(signal.SIGINT, self._interrupted)
        except NotImplementedError:  # Windows
            signal.signal(signal.SIGINT, lambda *_: loop.call_soon_threadsafe(self._interrupted))

    def _interrupted(self) -> None:
        self.count += 1
        if self.count == 1:
            self._on_first()
        else:
            self._on_more()
