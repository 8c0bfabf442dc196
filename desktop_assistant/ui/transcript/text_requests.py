"""Which texts are asked for: those in sight and some around, each once."""

import time
from collections.abc import Iterable

from desktop_assistant.domain.ids import MessageId

_ASK_AGAIN_S = 10.0
"""A text that has not come by then could not be read; it may work now."""


class TextRequests:
    """Remembers what was asked for and has not come."""

    def __init__(self) -> None:
        self._asked: dict[MessageId, float] = {}

    def due(self, wanted: Iterable[MessageId]) -> list[MessageId]:
        """Those that must be asked for now; they count as asked."""
        now = time.monotonic()
        due = [m for m in wanted if now - self._asked.get(m, -_ASK_AGAIN_S) >= _ASK_AGAIN_S]
        self._asked.update(dict.fromkeys(due, now))
        return due

    def forget(self, message_id: MessageId | None = None) -> None:
        """Lets one text, or every one, be asked for again."""
        if message_id is None:
            self._asked.clear()
        else:
            self._asked.pop(message_id, None)
