"""What the child process says: the last lines for an error's details, all of them in a file."""

import os
from collections import deque
from contextlib import suppress
from pathlib import Path

_LAST_LINES = 25
_MOST_BYTES = 1_000_000


class ChildLog:
    """Collects lines. A file that cannot be written is done without: the model still runs."""

    def __init__(self, file: Path | None = None) -> None:
        """Begins an empty log; the file of the run before is replaced with the first line."""
        self._file = file
        self._written = 0
        self._last: deque[str] = deque(maxlen=_LAST_LINES)

    @property
    def last_words(self) -> str:
        """The last lines, oldest first."""
        return "\n".join(self._last.copy())

    def add(self, line: str) -> None:
        """Takes one line."""
        self._last.append(line)
        if self._file is not None and self._written < _MOST_BYTES:
            with suppress(OSError):
                self._write(self._file, f"{line}\n".encode())

    def _write(self, file: Path, line: bytes) -> None:
        start = 0 if self._written else os.O_TRUNC
        self._written += len(line)
        if start:
            file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        is_new = not file.exists()
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_APPEND | start, 0o600)
        with os.fdopen(descriptor, "wb") as log:
            if is_new:
                file.chmod(0o600)  # a strict umask takes even our own bits away
            log.write(line)
