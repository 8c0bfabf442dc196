"""What happens with a bug of ours: logged with its traceback (redacted), shown, never swallowed."""

import logging
import sys
import threading
import traceback
from collections.abc import Callable
from types import TracebackType

from desktop_assistant.domain.redaction import redact

_LOG = logging.getLogger("desktop_assistant.crash")


def print_bug(error: BaseException) -> None:
    """Prints a traceback as Python does, but without what looks like a key."""
    if sys.stderr is not None:
        sys.stderr.write(redact("".join(traceback.format_exception(error))))


class CrashReporter:
    """The last stop of every unexpected exception."""

    def __init__(self) -> None:
        self._show: Callable[[BaseException], None] | None = None
        self._shown: set[tuple[str, int]] = set()

    def install(self) -> None:
        """Takes over the interpreter's hooks."""
        sys.excepthook = self._on_exception
        threading.excepthook = lambda hook: self.report(hook.exc_value or SystemError("thread"))

    def show_with(self, show: Callable[[BaseException], None]) -> None:
        """From now on bugs are also shown to the user."""
        self._show = show

    def report(self, error: BaseException) -> None:
        """Logs a bug; shows it, once per place it comes from."""
        _LOG.critical("unexpected error", exc_info=error)
        if self._show is None:
            print_bug(error)
            return
        place = (type(error).__name__, _line(error.__traceback__))
        if place not in self._shown:
            self._shown.add(place)
            self._show(error)

    def _on_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self.report(error)


def _line(trace: TracebackType | None) -> int:
    line = 0
    while trace is not None:
        line, trace = trace.tb_lineno, trace.tb_next
    return line
