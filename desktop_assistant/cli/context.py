"""What every command gets, and how it ends."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from desktop_assistant.chat.controller import ChatController
from desktop_assistant.chat.diagnosis import Finding
from desktop_assistant.cli.output import Output
from desktop_assistant.cli.standard_input import StandardInput
from desktop_assistant.cli.terminal_text import visible
from desktop_assistant.domain.errors import ErrorInfo
from desktop_assistant.domain.messages import Status

if TYPE_CHECKING:
    from desktop_assistant.rendering.export.branch import Branch


class ExitCode(IntEnum):
    """The outside contract's exit codes."""

    OK = 0
    BAD_INPUT = 2
    CUT_SHORT = 3
    """Interrupted or filtered: text came, but not all of it."""
    FAILED = 4
    STOPPED = 130
    """By Ctrl+C; what was written is stored. A signal that asked us to end makes it 128 and its
    number instead."""


_OF_STATUS = {
    Status.COMPLETE: ExitCode.OK,
    Status.LIMIT: ExitCode.OK,
    Status.FILTERED: ExitCode.CUT_SHORT,
    Status.INTERRUPTED: ExitCode.CUT_SHORT,
    Status.FAILED: ExitCode.FAILED,
    Status.STOPPED: ExitCode.STOPPED,
}


def exit_code_of(status: Status) -> ExitCode:
    """The exit code for a reply's final status."""
    return _OF_STATUS[status]


@dataclass
class CliContext:
    """The controller and the terminal, as ``app`` found them.

    The controller need not be started: ``run_command`` does that for the commands that need the
    library. Whoever made it closes it.
    """

    controller: ChatController
    stdin: TextIO | None
    stdout: TextIO | None
    stderr: TextIO | None
    environ: Mapping[str, str]
    is_stdin_tty: bool
    is_stdout_tty: bool
    diagnose: Callable[[], Awaitable[list[Finding]]]
    """What only ``app`` can find out for ``doctor``, such as the display."""
    make_pdf: "Callable[[Branch], Awaitable[tuple[bytes, int]]]"
    """Makes a PDF of a branch; gives it with the number of its pages. Needs Qt, so ``app`` has it.

    Raises:
        AssistantError: if Qt cannot be loaded.
    """
    data_dir: Path | None = None
    """The data folder, for ``doctor``."""
    out: Output = field(init=False)
    source: StandardInput = field(init=False)

    def __post_init__(self) -> None:
        self.out = Output(self.stdout, is_tty=self.is_stdout_tty)
        self.source = StandardInput(self.stdin, self.notice)

    def notice(self, text: str) -> None:
        """Says something beside the result: one line on standard error."""
        if self.stderr is None:
            return
        try:
            self.stderr.write(visible(text) + "\n")
            self.stderr.flush()
        except OSError:
            self.stderr = None

    def ending(self, code: int) -> int:
        """The exit code at the end of a command: output that could not be written is a failure."""
        if self.out.fault is None:
            return int(code)
        self.notice(f"The output could not be written: {self.out.fault.strerror}.")
        return ExitCode.FAILED

    def complain(self, error: ErrorInfo) -> None:
        """Tells a problem: what happened, what to do, and the details if there are any."""
        self.notice(f"{error.title}. {error.hint}".rstrip())
        if error.detail:
            self.notice(f"Details: {error.detail}")
