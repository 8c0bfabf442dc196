"""The rotating log: one line per request, never a key and never a text of the conversation."""

import io
import logging
import logging.handlers
import os
from pathlib import Path

from desktop_assistant.app.paths import make_private_folder, open_private_file
from desktop_assistant.app.request_log import RequestLog
from desktop_assistant.chat.controller import ChatController
from desktop_assistant.domain.redaction import redact
from desktop_assistant.settings import schema

MAX_BYTES = 1_000_000
KEPT_FILES = 3
_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"


class _PrivateFileHandler(logging.handlers.RotatingFileHandler):
    """Creates its files for this user alone, whatever the umask."""

    def _open(self) -> io.TextIOWrapper:
        descriptor = open_private_file(Path(self.baseFilename), os.O_WRONLY | os.O_APPEND)
        return open(descriptor, "a", encoding="utf-8", errors="backslashreplace")  # noqa: PTH123  # a descriptor; the handler closes it


class _RedactingFormatter(logging.Formatter):
    """Redacts the finished line, traceback included: that is the last place a key could hide."""

    def format(self, record: logging.LogRecord) -> str:
        return redact(super().format(record))


def start_logging(path: Path, controller: ChatController) -> None:
    """Begins to log; where the log cannot be written the program goes on without one."""
    root = logging.getLogger()
    root.setLevel(controller.settings.current.get(schema.LOG_LEVEL).upper())
    try:
        make_private_folder(path.parent)
        handler: logging.Handler = _PrivateFileHandler(
            path, maxBytes=MAX_BYTES, backupCount=KEPT_FILES, encoding="utf-8", delay=True
        )
        os.close(open_private_file(path, os.O_WRONLY))
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(_RedactingFormatter(_FORMAT))
    root.addHandler(handler)
    # The libraries below log addresses and headers at these levels.
    for name in ("openai", "httpx2", "httpcore2", "keyring", "qasync", "markdown_it"):
        logging.getLogger(name).setLevel(logging.WARNING)
    controller.subscribe(RequestLog().on_event)
