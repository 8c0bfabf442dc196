"""Standard output: UTF-8, flushed, off the event loop, and at peace with a closed pipe."""

import asyncio
import contextlib
import errno
import os
import shutil
from typing import TextIO

_READER_GONE = (errno.EPIPE, errno.ECONNRESET, errno.EINVAL if os.name == "nt" else errno.EPIPE)


class Output:
    """Writes text as it comes.

    Writing happens on another thread: a reader that is slow (``| less``) must not hold up the reply
    that is being stored, nor Ctrl+C. When the reader is gone (``| head -1``), the rest is dropped
    in silence. A fault that is none of the reader's doing is kept in ``fault``.
    """

    def __init__(self, stream: TextIO | None, *, is_tty: bool) -> None:
        self._stream = stream
        self.is_tty = is_tty
        self.fault: OSError | None = None
        """What kept text from being written, such as a full disk."""

    @property
    def columns(self) -> int | None:
        """How wide the terminal is, or ``None`` where none is written to."""
        return shutil.get_terminal_size().columns if self.is_tty else None

    async def write(self, text: str) -> None:
        """Writes and flushes."""
        await self.write_bytes(text.encode("utf-8", "replace"))

    async def write_bytes(self, content: bytes) -> None:
        """Writes what is no text, or is in UTF-8 already, and flushes."""
        if content and self._stream is not None:
            await asyncio.to_thread(self._write_now, self._stream, content)

    def _write_now(self, stream: TextIO, content: bytes) -> None:
        try:
            buffer = getattr(stream, "buffer", None)
            if buffer is None:
                stream.write(content.decode("utf-8", "replace"))
            else:
                buffer.write(content)
            stream.flush()
        except OSError as error:
            if error.errno not in _READER_GONE:
                self.fault = error
            self._stream = None
            let_go(stream)


def let_go(stream: TextIO) -> None:
    """Points the stream at nothing, else the interpreter complains when flushing it at exit."""
    with contextlib.suppress(OSError, ValueError):
        nothing = os.open(os.devnull, os.O_WRONLY)
        try:
            os.dup2(nothing, stream.fileno())
        finally:
            os.close(nothing)
