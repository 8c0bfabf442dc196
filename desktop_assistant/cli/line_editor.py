"""Lines typed at a prompt, or piped in; the event loop goes on meanwhile."""

import asyncio
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import ModuleType

from desktop_assistant.cli.context import CliContext
from desktop_assistant.cli.interrupts import Interrupts, end_was_asked_for

END_OF_INPUT = "Ctrl+Z and Enter" if os.name == "nt" else "Ctrl+D"
"""What ends the input at a terminal."""
LEAVE_HINT = f"{END_OF_INPUT} or /quit leaves."


class LineEditor:
    """Reads lines; on a terminal with the editing and the history that people are used to.

    The history lives as long as the program: questions are not written to a file beside the
    library.
    """

    def __init__(self, context: CliContext, *, is_plain: bool = False) -> None:
        """Takes the terminal; ``is_plain`` shows no prompts even there."""
        self._context = context
        self.is_interactive = context.is_stdin_tty and context.is_stdout_tty and not is_plain
        """Whether somebody sits at a terminal: prompts are shown only then."""
        self._readline = _readline() if self.is_interactive else None

    @property
    def can_prefill(self) -> bool:
        """Whether a line can be offered for editing."""
        return self._readline is not None

    async def line(self, prompt: str, *, prefill: str = "") -> str | None:
        """The next line, or ``None`` at the end of input.

        Args:
            prompt: what stands before it on a terminal.
            prefill: what stands in it already, where ``can_prefill``.
        """
        if not self.is_interactive:
            return await self._context.source.read_line()

        def hint() -> None:
            typed = "" if self._readline is None else self._readline.get_line_buffer()
            self._context.notice(f"\n{LEAVE_HINT}")
            print(prompt + typed, end="", flush=True)

        lines: asyncio.Queue[str | None] = asyncio.Queue()
        with (
            _terminal_given_back(),
            Interrupts(hint, hint, on_end=lambda _: lines.put_nowait(None)),
        ):
            self._start_reading(prompt, prefill, lines)
            return await lines.get()

    def _start_reading(self, prompt: str, prefill: str, lines: "asyncio.Queue[str | None]") -> None:
        """Reads on a daemon thread: it could not be ended if the program has to."""
        loop = asyncio.get_running_loop()

        def read() -> None:
            line = self._read(prompt, prefill)
            with suppress(RuntimeError):  # the loop has ended meanwhile
                loop.call_soon_threadsafe(lines.put_nowait, line)

        threading.Thread(target=read, name="prompt", daemon=True).start()

    def _read(self, prompt: str, prefill: str) -> str | None:
        readline = self._readline
        if readline is not None:
            readline.set_startup_hook(lambda: readline.insert_text(prefill))
        try:
            return input(prompt)
        except (EOFError, OSError, ValueError):
            return None
        finally:
            if readline is not None:
                readline.set_startup_hook()


@contextmanager
def _terminal_given_back() -> Iterator[None]:
    """At our end the terminal is as it was, which a thread that still reads cannot see to."""
    try:
        import termios
    except ImportError:  # Windows
        yield
        return
    before = termios.tcgetattr(0)
    yield
    if end_was_asked_for():
        with suppress(termios.error):
            termios.tcsetattr(0, termios.TCSADRAIN, before)


def _readline() -> ModuleType | None:
    try:
        import readline
    except ImportError:  # Windows
        return None
    return readline
