"""One log line per reply: ids, model, times, tokens, status. No text and no key."""

import logging
import time

from desktop_assistant.chat.events import (
    ChatEvent,
    ReplyDelta,
    ReplyFinished,
    ReplyRetrying,
    ReplyStarted,
)
from desktop_assistant.domain.ids import MessageId

_LOG = logging.getLogger("desktop_assistant.requests")


class RequestLog:
    """Listens to the controller."""

    def __init__(self) -> None:
        self._started: dict[MessageId, float] = {}
        self._first: dict[MessageId, float] = {}

    def on_event(self, event: ChatEvent) -> None:
        """Takes one event of the controller."""
        match event:
            case ReplyStarted(message_id=message_id):
                self._started[message_id] = time.monotonic()
            case ReplyDelta(message_id=message_id):
                self._first.setdefault(message_id, time.monotonic())
            case ReplyRetrying(message_id=message_id, attempt=attempt, error=error):
                _LOG.info("reply %s: attempt %d after %s", message_id, attempt, error.code)
            case ReplyFinished(message=message):
                began = self._started.pop(message.id, None)
                first = self._first.pop(message.id, None)
                wait = "-" if began is None or first is None else f"{(first - began) * 1000:.0f}"
                usage = message.usage
                _LOG.info(
                    "reply %s: provider=%s model=%s first_text_ms=%s total_s=%.2f tokens=%s "
                    "status=%s error=%s",
                    message.id,
                    message.provider_id,
                    message.model,
                    wait,
                    message.duration_s or 0.0,
                    "-" if usage is None else f"{usage.input_tokens}+{usage.output_tokens}",
                    message.status,
                    "-" if message.error is None else message.error.code,
                )
            case _:
                pass
