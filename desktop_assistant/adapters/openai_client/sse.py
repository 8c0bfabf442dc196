"""Server-sent events from raw bytes, however they are cut and however odd.

Incremental and linear: packets of one byte and events of megabytes cost what their length costs.
Differs from the standard where that saves a reply: an event that the end of the stream cut short is
still given out (``finish``), and a line ``error: …`` is an event named ``error``, as older
llama.cpp servers write it.
"""

import codecs
from itertools import islice
from typing import TypeAlias

from desktop_assistant.adapters.openai_client.faults import TooLargeError

MAX_EVENT = 4_000_000
"""Characters of one event; more is no reply but an attack or a fault."""
MAX_STREAM = 64_000_000
"""Bytes of one stream."""

SseEvent: TypeAlias = tuple[str, str]
"""Name and data of an event. One without data is only a sign of life: a comment, a ping."""

SIGN_OF_LIFE: SseEvent = ("", "")

# The "-sig" codec drops a byte order mark, also one cut in two.
_Utf8Decoder = codecs.getincrementaldecoder("utf-8-sig")


class SseDecoder:
    """One per stream: ``feed`` the bytes in order, then ``finish``."""

    def __init__(self, *, max_event: int = MAX_EVENT, max_stream: int = MAX_STREAM) -> None:
        self._max_event = max_event
        self._max_stream = max_stream
        self._received = 0
        self._utf8 = _Utf8Decoder("replace")
        self._after_cr = False
        # The line whose end has not come, in pieces.
        self._line: list[str] = []
        self._line_size = 0
        # The event whose end has not come.
        self._name = ""
        self._data: list[str] = []
        self._has_fields = False
        self._data_size = 0
        self._data_counted = 0

    def feed(self, data: bytes) -> list[SseEvent]:
        """The events that these bytes complete.

        Raises:
            TooLargeError: if the event under way or the stream passes its cap.
        """
        self._received += len(data)
        if self._received > self._max_stream:
            raise TooLargeError(self._max_stream)
        events = self._take(self._utf8.decode(data))
        if self._data_size + self._line_size > self._max_event:
            raise TooLargeError(self._max_event)
        return events

    def finish(self) -> list[SseEvent]:
        """The event under way when the stream ended, if any; its data may be cut in the middle."""
        return self._take(self._utf8.decode(b"", True) + "\n\n")

    def _take(self, text: str) -> list[SseEvent]:
        text = self._with_plain_line_ends(text)
        if "\n" not in text:
            if text:
                self._line.append(text)
                self._line_size += len(text)
            return []
        if self._line:
            text = "".join((*self._line, text))
            self._line.clear()
        lines = text.split("\n")
        rest = lines.pop()
        self._line_size = len(rest)
        if rest:
            self._line.append(rest)
        return self._take_lines(lines)

    def _with_plain_line_ends(self, text: str) -> str:
        if self._after_cr and text:
            self._after_cr = False
            text = text.removeprefix("\n")
        if "\r" in text:
            self._after_cr = text.endswith("\r")
            text = text.replace("\r\n", "\n").replace("\r", "\n")
        return text

    def _take_lines(self, lines: list[str]) -> list[SseEvent]:
        events: list[SseEvent] = []
        data = self._data
        for line in lines:
            # Nearly all lines of a stream are of the first two kinds.
            if line.startswith("data: "):
                data.append(line[6:])
            elif not line:
                if data:
                    events.append((self._name, data[0] if len(data) == 1 else "\n".join(data)))
                    data.clear()
                    self._data_size = self._data_counted = 0
                elif self._has_fields:
                    events.append(SIGN_OF_LIFE)
                self._name = ""
                self._has_fields = False
            elif line.startswith(":"):
                events.append(SIGN_OF_LIFE)
            else:
                self._take_field(line)
        self._data_size += sum(1 + len(piece) for piece in islice(data, self._data_counted, None))
        self._data_counted = len(data)
        return events

    def _take_field(self, line: str) -> None:
        field, _, value = line.partition(":")
        value = value.removeprefix(" ")
        match field:
            case "data":
                self._data.append(value)
            case "error":
                self._name = field
                self._data.append(value)
            case "event":
                self._name = value
                self._has_fields = True
            case "id" | "retry":
                self._has_fields = True
            case _:
                pass  # The standard wants unknown fields ignored.
