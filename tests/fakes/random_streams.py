"""Random replies of services: any events, in any form of lines, cut and broken anywhere."""

import json
from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from hypothesis import strategies as st

from desktop_assistant.adapters.openai_client.faults import AnswerCutError


class GivenAnswer:
    """An answer whose bytes are given; a ``ReplyBody`` reads it."""

    def __init__(
        self,
        parts: Sequence[bytes],
        *,
        breaks: bool = False,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        self.headers = headers or {}
        self._parts = parts
        self._breaks = breaks

    async def bytes(self) -> AsyncIterator[bytes]:
        """The parts, one after the other; breaks after the last if it is to."""
        for part in self._parts:
            yield part
        if self._breaks:
            raise AnswerCutError("ReadError: gone")


def chunk(finish: str | None = None, **delta: object) -> dict[str, object]:
    """One chunk of a stream."""
    return {"choices": [{"index": 0, "delta": delta, "finish_reason": finish}]}


TEXTS = st.text(max_size=6) | st.sampled_from(
    ["\ud83d", "\ude00", "\0", "\u2028", "\r\n", "data: "]
)
ITEMS = st.one_of(
    TEXTS.map(lambda text: chunk(content=text)),
    TEXTS.map(lambda text: chunk(content=text)),
    TEXTS.map(lambda text: chunk(reasoning_content=text)),
    st.sampled_from(["stop", "length", "content_filter", "odd", "error"]).map(chunk),
    st.sampled_from(["[DONE]", "null", "{oops", "{}", ": comment", "event: ping", "retry: 3"]),
    st.sampled_from([{"error": {"message": "x"}}, {"object": "error", "message": "y"}]),
    st.just({"choices": [], "usage": {"prompt_tokens": 1, "completion_tokens": 2}}),
)
LINE_ENDS = st.sampled_from(["\n", "\r\n", "\r"])
_ENDS = {
    "[DONE]",
    *(json.dumps(chunk(reason)) for reason in ("stop", "length", "content_filter", "odd")),
}


def line(item: object) -> str:
    """The line of an item: JSON, or as it stands."""
    if not isinstance(item, str):
        return f"data: {json.dumps(item)}"
    return item if item.startswith((": ", "event", "retry")) else f"data: {item}"


def body_of(items: Sequence[object], line_end: str, until: int | None = None) -> bytes:
    """The bytes of a stream, broken off somewhere if ``until`` is given."""
    body = "".join(line(item) + line_end * 2 for item in items).encode()
    return body if until is None else body[: until % (len(body) + 1)]


def cut(body: bytes, places: Sequence[int]) -> list[bytes]:
    """The body in pieces, cut at these places."""
    edges = sorted({0, len(body), *(place % (len(body) + 1) for place in places)})
    return [body[a:b] for a, b in pairwise(edges)]


def says_its_end(body: bytes) -> bool:
    """Whether a stream names a finish reason or has the end mark: only then it may look whole."""
    return any(f"data: {end}".encode() in body for end in _ENDS)


@dataclass(frozen=True)
class RandomStream:
    """One stream as its bytes arrive."""

    body: bytes
    parts: tuple[bytes, ...]
    breaks: bool
    """Whether the connection breaks after the last byte."""


def _stream(
    items: list[object], line_end: str, places: list[int], until: int | None, breaks: bool
) -> RandomStream:
    body = body_of(items, line_end, until)
    return RandomStream(body, tuple(cut(body, places)), breaks)


_GOOD = st.lists(TEXTS.filter(bool), min_size=1, max_size=8).map(
    lambda texts: [*(chunk(content=text) for text in texts), chunk("stop"), "[DONE]"]
)
STREAMS = st.builds(
    _stream,
    items=st.one_of(st.lists(ITEMS, max_size=8), _GOOD),
    line_end=LINE_ENDS,
    places=st.lists(st.integers(0, 2000), max_size=12),
    until=st.none() | st.integers(0, 2000),
    breaks=st.booleans(),
)
