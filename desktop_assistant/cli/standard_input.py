"""Standard input, read without blocking the event loop and without holding up the program's end.

Reading happens on a daemon thread, by descriptor: a thread that still waits for input in a
buffered reader would make the interpreter abort at exit, and one that is no daemon would keep it
from ending at all. The thread reads a piece when one is wanted, and not ahead.
"""

import asyncio
import os
import threading
from collections.abc import Callable
from typing import TextIO

from desktop_assistant.domain.errors import ProblemCode, problem

_PIECE = 65_536
MOST_BYTES = 32_000_000
"""No model takes as much at once; what goes on for ever must not fill the memory."""
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_REPLACED = "\ufffd"


class StandardInput:
    """Bytes as they come, cut into lines or taken whole; text is UTF-8 whatever the locale."""

    def __init__(self, stream: TextIO | None, remark: Callable[[str], object]) -> None:
        """Takes what is read, and who is told if it is no text."""
        self._stream = stream
        self._remark = remark
        self._pieces: asyncio.Queue[bytes] = asyncio.Queue()
        self._wanted = threading.Semaphore(0)
        self._is_reading = False
        self._is_waiting = False
        self._rest = bytearray()
        self._looked_at = 0
        """How much of the rest is known to hold no line end."""
        self._at_end = stream is None

    async def read_all(self, *, first_within_s: float | None = None) -> str | None:
        """Everything up to the end of input.

        Args:
            first_within_s: longest wait for the first piece or the end, seconds; ``None`` waits
                as long as it takes.

        Returns:
            The text, or ``None`` if nothing came within that time, not even the end.

        Raises:
            InvalidInputError: if it is more than any model takes.
        """
        try:
            async with asyncio.timeout(first_within_s):
                await self._read_piece()
        except TimeoutError:
            return None
        while not self._at_end:
            await self._read_piece()
        data, self._rest = bytes(self._rest), bytearray()
        return self._decoded(data)

    async def read_line(self) -> str | None:
        """The next line without its end, or ``None`` at the end of input.

        Raises:
            InvalidInputError: if it is longer than any model takes.
        """
        while (end := self._rest.find(b"\n", self._looked_at)) < 0 and not self._at_end:
            self._looked_at = len(self._rest)
            await self._read_piece()
        self._looked_at = 0
        if not self._rest:
            return None
        end = len(self._rest) if end < 0 else end
        line = bytes(self._rest[:end])
        del self._rest[: end + 1]
        return self._decoded(line).removesuffix("\r")

    async def _read_piece(self) -> None:
        if self._at_end:
            return
        if not self._is_reading:
            self._is_reading = True
            loop = asyncio.get_running_loop()
            threading.Thread(
                target=self._read, args=(loop,), name="standard input", daemon=True
            ).start()
        if not self._is_waiting:  # else the piece of a wait that was given up is still to come
            self._is_waiting = True
            self._wanted.release()
        piece = await self._pieces.get()
        self._is_waiting = False
        self._rest += piece
        self._at_end = not piece
        if len(self._rest) > MOST_BYTES:
            raise problem(
                ProblemCode.BAD_ARGUMENT,
                what=f"There is more than {MOST_BYTES // 1_000_000} MB on standard input",
                expected="No model takes as much at once. Nothing was sent.",
            )

    def _read(self, loop: asyncio.AbstractEventLoop) -> None:
        piece = b"more"
        while piece:
            self._wanted.acquire()
            piece = self._next()
            try:
                loop.call_soon_threadsafe(self._pieces.put_nowait, piece)
            except RuntimeError:  # the loop has ended meanwhile
                return

    def _next(self) -> bytes:
        assert self._stream is not None
        try:
            return os.read(self._stream.fileno(), _PIECE)
        except (OSError, ValueError):  # closed: the same as its end
            return b""

    def _decoded(self, data: bytes) -> str:
        if data.startswith(_UTF16) and b"\0" in data:  # as the shell of Windows writes files
            return data.decode("utf-16", "replace")
        try:
            return data.decode("utf-8-sig")
        except UnicodeDecodeError:
            self._remark(
                "Standard input is not UTF-8 text: what could not be read in it is sent as "
                f"{_REPLACED}."
            )
            return data.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace")
