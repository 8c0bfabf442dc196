"""Ctrl+C, and the system's wish that we end, as calls instead of exceptions out of nowhere."""

import asyncio
import contextlib
import os
import signal
from collections.abc import Callable
from types import FrameType, TracebackType
from typing import TypeAlias

_Handler: TypeAlias = Callable[[int, FrameType | None], object] | int | None

_ENDINGS = (signal.SIGTERM, *([signal.SIGHUP] if hasattr(signal, "SIGHUP") else []))
"""By these the system, or whoever started us, asks us to end."""


def exit_code_for(number: int) -> int:
    """The exit code of a program that a signal ended, as shells have it: 130 for Ctrl+C."""
    return 128 + number


def end_at_once(number: int = signal.SIGINT) -> None:
    """Ends the process without waiting for anything; what was written is stored already."""
    os._exit(exit_code_for(number))


class Interrupts:
    """While in the block, the first Ctrl+C calls ``on_first`` and every further one ``on_more``.

    Being asked to end (SIGTERM, or SIGHUP when the terminal is closed) calls ``on_end``, and ends
    the process at once if it comes again. Blocks may stand inside each other: the inner one
    counts, and afterwards the outer one again, which then knows ``ended_by``.
    """

    _innermost: "Interrupts | None" = None

    def __init__(
        self,
        on_first: Callable[[], object],
        on_more: Callable[[], object] = end_at_once,
        *,
        on_end: Callable[[int], object] | None = None,
    ) -> None:
        """Takes what is called.

        Args:
            on_first: the first Ctrl+C.
            on_more: every further one.
            on_end: being asked to end, with the signal's number; else ``on_first``.
        """
        self._on_first = on_first
        self._on_more = on_more
        self._on_end = on_end or (lambda _: on_first())
        self._before: dict[int, _Handler] = {}
        self._outer: Interrupts | None = None
        self.count = 0
        """How often Ctrl+C was pressed in this block."""
        self.ended_by: int | None = None
        """The signal that asked us to end in this block or in one inside it, or ``None``."""

    def __enter__(self) -> "Interrupts":
        self._outer, Interrupts._innermost = Interrupts._innermost, self
        if self._outer is None:
            found = {number: signal.getsignal(number) for number in (signal.SIGINT, *_ENDINGS)}
            # Under nohup the end of the terminal is not to count.
            self._before = {
                number: handler
                for number, handler in found.items()
                if number == signal.SIGINT or handler is not signal.SIG_IGN
            }
            for number in self._before:
                _listen(number)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        Interrupts._innermost = self._outer
        for number, before in self._before.items():
            with contextlib.suppress(NotImplementedError):
                asyncio.get_running_loop().remove_signal_handler(number)
            usual = signal.default_int_handler if number == signal.SIGINT else signal.SIG_DFL
            signal.signal(number, usual if before is None else before)

    def _received(self, number: int) -> None:
        if number != signal.SIGINT:
            self._asked_to_end(number)
            return
        self.count += 1
        if self.count == 1 and self.ended_by is None:
            self._on_first()
        else:
            self._on_more()

    def _asked_to_end(self, number: int) -> None:
        if self.ended_by is not None:
            end_at_once(number)
        block: Interrupts | None = self
        while block is not None:
            block.ended_by = number
            block = block._outer
        self._on_end(number)


def end_was_asked_for() -> bool:
    """Whether a signal has asked us to end since the block we are in began."""
    block = Interrupts._innermost
    return block is not None and block.ended_by is not None


def _listen(number: int) -> None:
    loop = asyncio.get_running_loop()
    try:
        loop.add_signal_handler(number, _received, number)
    except NotImplementedError:  # Windows
        signal.signal(number, lambda *_: loop.call_soon_threadsafe(_received, number))


def _received(number: int) -> None:
    if Interrupts._innermost is not None:
        Interrupts._innermost._received(number)
