"""Standard input, read without blocking the event loop and without holding up the program's end.

Reading happens on a daemon thread, by descriptor: a thread that still waits for input in a
buffered reader would make the interpreter abort at exit, and one that is no daemon would keep it
from ending at all.
"""

import asyncio
import os
import threading
from typing import TextIO

_PIECE = 65_536


class StandardInput:
    """Bytes as they come, cut into lines or taken whole; text is UTF-8 whatever the locale."""

    def __init__(self, stream: TextIO | None) -> None:
        self._stream = stream
        self._pieces: asyncio.Queue[bytes] = asyncio.Queue()
        self._is_reading = False
        self._rest = b""
        self._at_end = stream is None

    async def read_all(self, *, first_within_s: float | None = None) -> str | None:
        """Everything up to the end of input.

        Args:
            first_within_s: longest wait for the first piece or the end, seconds; ``None`` waits
                as long as it takes.

        Returns:
            The text, or ``None`` if nothing came within that time, not even the end.
        """
        try:
            async with asyncio.timeout(first_within_s):
                await self._read_piece()
        except TimeoutError:
            return None
        while not self._at_end:
            await self._read_piece()
        data, self._rest = self._rest, b""
        return _decoded(data)

    async def read_line(self) -> str | None:
        """The next line without its end, or ``None`` at the end of input."""
        while b"\n" not in self._rest and not self._at_end:
            await self._read_piece()
        if not self._rest:
            return None
        line, _, self._rest = self._rest.partition(b"\n")
        return _decoded(line).removesuffix("\r")

    async def _read_piece(self) -> None:
        if self._at_end:
            return
        if not self._is_reading:
            self._is_reading = True
            loop = asyncio.get_running_loop()
            threading.Thread(
                target=self._read, args=(loop,), name="standard input", daemon=True
            ).start()
        piece = await self._pieces.get()
        self._rest += piece
        self._at_end = not piece

    def _read(self, loop: asyncio.AbstractEventLoop) -> None:
        piece = b"more"
        while piece:
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


def _decoded(data: bytes) -> str:
    return data.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace")
