"""What a service says, chunk by chunk or whole, as events; nothing that it may say raises.

Everything that one network read brought becomes at most one event of text and one of thinking, so
the number of events depends on packets, not on tokens.
"""

from collections.abc import Callable, Iterable
from json import JSONDecoder
from typing import Any, TypeAlias

from desktop_assistant.adapters.openai_client.sse import SseEvent
from desktop_assistant.domain.errors import ErrorInfo
from desktop_assistant.domain.messages import Usage
from desktop_assistant.domain.stream import (
    EndMarker,
    FinishReported,
    ProviderBusy,
    ReasoningDelta,
    ResponseStarted,
    StreamEvent,
    StreamFault,
    TextDelta,
    UsageReported,
)
from desktop_assistant.domain.surrogates import SurrogateJoiner

Json: TypeAlias = Any
"""A JSON value: whatever a service may have sent."""

MAX_BAD_CHUNKS = 3
"""So many events may be no JSON before the whole stream is given up."""

_END_MARK = "[DONE]"
_FINISH_REASONS = {
    "max_tokens": "length",
    "max_output_tokens": "length",
    "model_length": "length",
    "safety": "content_filter",
}
"""Other services' words for ends that must not look whole."""
_BROKEN = frozenset({"error", "abort"})
"""Finish reasons that name a fault, not an end."""
_ERROR_KEYS = ("message", "detail")
"""An object without choices that has one of these is an error."""

# ``raw_decode`` is ``json.loads`` without its checks of type and of space around, which cost as
# much again as the parsing of a token's chunk.
_decode = JSONDecoder().raw_decode


class ReplyReader:
    """Reads one reply: a stream's events as they come, or a whole one."""

    def __init__(
        self,
        describe_error: Callable[[Json], ErrorInfo],
        describe_junk: Callable[[str], ErrorInfo],
    ) -> None:
        """What a service's error and what something that is no reply mean is the caller's."""
        self._describe_error = describe_error
        self._describe_junk = describe_junk
        self._text_joiner = SurrogateJoiner()
        self._reasoning_joiner = SurrogateJoiner()
        self.has_output = False
        """Whether text or thinking was given out."""
        self.finish_seen = False
        """Whether a finish reason was given out: a connection may break after it."""
        self._has_text = False
        self._bad_chunks = 0
        self._model: str | None = None
        self._end_mark_seen = False
        self._fault: ErrorInfo | None = None
        self._told_end = False
        # Gathered since the last events were given out.
        self._new_model: str | None = None
        self._text: list[str] = []
        self._reasoning: list[str] = []
        self._usage: Usage | None = None
        self._finish_reason: str | None = None

    @property
    def ended(self) -> bool:
        """Whether the end mark or a fault came: nothing after it counts."""
        return self._end_mark_seen or self._fault is not None

    @property
    def broken(self) -> bool:
        """Whether a fault came."""
        return self._fault is not None

    def read(self, events: Iterable[SseEvent]) -> list[StreamEvent]:
        """What these events of a stream say."""
        heard = False
        for name, data in events:
            if self.ended:
                break
            heard = True
            if data.startswith("{") and not name:
                self._take_data(data)
            elif data:
                self._take_odd_event(name, data.strip())
        said = self._give_out()
        return said or ([ProviderBusy()] if heard else [])

    def read_whole(self, text: str) -> list[StreamEvent]:
        """What a whole reply says, its end included; nothing if there is none."""
        text = text.strip("\ufeff \t\r\n")
        if not text:
            return []
        reply = _parse(text)
        if isinstance(reply, list) and reply:
            # One service wraps its errors so.
            reply = reply[0]
        choices = reply.get("choices") if isinstance(reply, dict) else None
        if isinstance(choices, list) and not reply.get("error"):
            self._take_chunk(reply)
            self._end_mark_seen = True
        elif isinstance(reply, dict) and _is_error(reply):
            self._fault = self._describe_error(reply)
        else:
            self._fault = self._describe_junk(text)
        return self._give_out()

    def finish(self) -> list[StreamEvent]:
        """What was held back, once a stream has ended without an end mark."""
        return [] if self.ended else self._give_out(last=True)

    def _give_out(self, *, last: bool = False) -> list[StreamEvent]:
        last = last or self.ended
        thought = self._reasoning_joiner.feed("".join(self._reasoning))
        text = self._text_joiner.feed("".join(self._text))
        if last:
            thought += self._reasoning_joiner.flush()
            text += self._text_joiner.flush()
        self.has_output = self.has_output or bool(thought or text)
        said: list[StreamEvent] = []
        if self._new_model is not None:
            said.append(ResponseStarted(model=self._new_model))
        if thought:
            said.append(ReasoningDelta(thought))
        if text:
            said.append(TextDelta(text))
            self._has_text = True
        if self._usage is not None:
            said.append(UsageReported(self._usage))
        if self._finish_reason is not None:
            said.append(FinishReported(self._finish_reason))
            self.finish_seen = True
        if self._fault is not None and not self._told_end:
            said.append(StreamFault(self._fault))
        elif self._end_mark_seen and not self._told_end:
            said.append(EndMarker())
        self._told_end = self.ended
        self._text.clear()
        self._reasoning.clear()
        self._new_model = self._usage = self._finish_reason = None
        return said

    def _take_data(self, data: str) -> None:
        chunk = _parse(data)
        if isinstance(chunk, dict):
            self._take_chunk(chunk)
        else:
            self._take_bad(data)

    def _take_odd_event(self, name: str, data: str) -> None:
        if data == _END_MARK:
            self._end_mark_seen = True
        elif name == "error":
            parsed = _parse(data)
            self._fault = self._describe_error(data if parsed is None else parsed)
        elif data.startswith("{"):
            self._take_data(data)
        elif not name and _parse(data) is None and data != "null":
            self._take_bad(data)

    def _take_bad(self, data: str) -> None:
        self._bad_chunks += 1
        if self._bad_chunks > MAX_BAD_CHUNKS:
            self._fault = self._describe_junk(data)

    def _take_chunk(self, chunk: dict[str, Json]) -> None:
        choices = chunk.get("choices")
        if chunk.get("error") or not isinstance(choices, list):
            if _is_error(chunk):
                self._fault = self._describe_error(chunk)
                return
            choices = ()
        for choice in choices:
            # Only one choice is ever asked for; the first is number 0 or has no number.
            if isinstance(choice, dict) and not choice.get("index"):
                self._take_choice(choice)
                break
        usage = chunk.get("usage")
        if usage:
            self._usage = _usage(usage) or self._usage
        if self._model is None:
            model = chunk.get("model")
            if model and isinstance(model, str):
                self._model = self._new_model = model

    def _take_choice(self, choice: dict[str, Json]) -> None:
        delta = choice.get("delta")
        if isinstance(delta, dict):
            self._take_delta(delta)
        elif not (self._has_text or self._text):
            # A whole reply, which some services also repeat at the end of a stream.
            message = choice.get("message")
            self._take_delta(
                message if isinstance(message, dict) else {"content": choice.get("text")}
            )
        reason = choice.get("finish_reason")
        if reason and isinstance(reason, str):
            if reason in _BROKEN:
                self._fault = self._describe_error(choice)
            elif self._finish_reason is None:
                self._finish_reason = _FINISH_REASONS.get(reason.lower(), reason)

    def _take_delta(self, delta: dict[str, Json]) -> None:
        content = delta.get("content")
        if isinstance(content, str):
            if content:
                self._text.append(content)
        elif isinstance(content, list):
            self._take_parts(content)
        thought = delta.get("reasoning_content") or delta.get("reasoning")
        if thought and isinstance(thought, str):
            self._reasoning.append(thought)
        refusal = delta.get("refusal")
        if refusal and isinstance(refusal, str):
            self._text.append(refusal)

    def _take_parts(self, parts: list[Json]) -> None:
        for part in parts:
            if isinstance(part, dict) and part.get("type") == "thinking":
                self._reasoning.extend(_texts(part.get("thinking")))
            else:
                self._text.extend(_texts(part))


def _parse(text: str) -> Json:
    """The JSON value; ``None`` if it is none or nothing but ``null``."""
    try:
        value, end = _decode(text)
    except (ValueError, RecursionError):
        return None
    return value if end == len(text) or text[end:].isspace() else None


def _texts(part: Json) -> list[str]:
    """The texts of a content part or of a list of parts; of anything else, none."""
    parts = part if isinstance(part, list) else [part]
    texts = (p.get("text") if isinstance(p, dict) else p for p in parts)
    return [text for text in texts if isinstance(text, str)]


def _is_error(chunk: dict[str, Json]) -> bool:
    if chunk.get("error") or chunk.get("object") == "error":
        return True
    return "choices" not in chunk and any(chunk.get(key) for key in _ERROR_KEYS)


def _usage(said: Json) -> Usage | None:
    if not isinstance(said, dict):
        return None
    counts = [
        count
        for names in (("prompt_tokens", "input_tokens"), ("completion_tokens", "output_tokens"))
        for count in [said.get(names[0], said.get(names[1]))]
        if isinstance(count, int) and not isinstance(count, bool) and count >= 0
    ]
    return Usage(counts[0], counts[1]) if len(counts) == 2 else None
