"""A line typed at a terminal that does not show it.

The event loop goes on meanwhile and hears Ctrl+C: a blocking read, as ``getpass`` has it, misses
one that comes in the moment before it begins to wait.
"""

import asyncio
import contextlib
import os
import sys
from collections.abc import Iterator

_PIECE = 4096


async def read_hidden_line(terminal: int, prompt: str) -> str:
    """The line, without its end; empty at the end of input.

    Args:
        terminal: descriptor of the terminal it is typed at.
        prompt: what stands before it.
    """
    if sys.platform == "win32":
        import getpass

        return getpass.getpass(prompt)
    with _without_echo(terminal):
        _say(prompt)
        try:
            return await _line(terminal)
        finally:
            _say("\n")


@contextlib.contextmanager
def _without_echo(terminal: int) -> Iterator[None]:
    import termios

    before = termios.tcgetattr(terminal)
    silent = list(before)
    silent[3] &= ~termios.ECHO
    termios.tcsetattr(terminal, termios.TCSAFLUSH, silent)
    try:
        yield
    finally:
        termios.tcsetattr(terminal, termios.TCSAFLUSH, before)


async def _line(terminal: int) -> str:
    """What is typed, read by descriptor as soon as there is something to read."""
    loop = asyncio.get_running_loop()
    pieces: asyncio.Queue[bytes] = asyncio.Queue()

    def read() -> None:
        try:
            pieces.put_nowait(os.read(terminal, _PIECE))
        except OSError:  # the terminal is gone
            pieces.put_nowait(b"")

    loop.add_reader(terminal, read)
    line = b""
    try:
        while b"\n" not in line:
            piece = await pieces.get()
            line += piece
            if not piece:
                break
    finally:
        loop.remove_reader(terminal)
    return line.partition(b"\n")[0].decode("utf-8", "replace")


def _say(text: str) -> None:
    with contextlib.suppress(OSError):
        sys.stderr.write(text)
        sys.stderr.flush()
