"""From an answer's bytes to a reply's events, whatever it turns out to be.

What a service sends is judged by its first characters, not by its Content-Type: a login page may
call itself an event stream, and a whole reply may come where a stream was asked for.
"""

import asyncio
import re
from collections.abc import AsyncGenerator, Mapping
from contextlib import aclosing
from typing import Protocol

from desktop_assistant.adapters.openai_client.chunks import ReplyReader
from desktop_assistant.adapters.openai_client.errors import ErrorDescriber
from desktop_assistant.adapters.openai_client.faults import (
    AnswerCutError,
    AnswerFaultError,
    TooLargeError,
)
from desktop_assistant.adapters.openai_client.inflate import Inflater
from desktop_assistant.adapters.openai_client.sse import SseDecoder
from desktop_assistant.domain.stream import StreamEvent, StreamFault

MAX_WHOLE = 16_000_000
"""Bytes of an answer that comes whole: it is held in memory several times."""
_FIRST = 4
"""So many characters show what a body is."""
_BEFORE = re.compile(rb"(?:[ \t\r\n]|\xef\xbb\xbf)*")
"""What may stand before anything and means nothing: space and byte order marks."""
_EXCERPT = 1_000
"""Bytes of something that is no reply, to be shown."""
_LAST_WORDS_S = 0.25
"""Seconds for a connection to end its answer after the end mark, so that it can be used again."""

Pieces = AsyncGenerator[bytes]


class Answer(Protocol):
    """An answer whose status is success."""

    @property
    def headers(self) -> Mapping[str, str]:
        """Headers by lower-case name."""
        ...

    def bytes(self) -> Pieces:
        """The body, a network read at a time, packed as it came.

        Raises:
            AnswerCutError: if it breaks off.
        """
        ...


class ReplyBody:
    """Reads the body of one answer."""

    def __init__(self, answer: Answer, describer: ErrorDescriber) -> None:
        self._answer = answer
        self._describer = describer
        self._reader = ReplyReader(describer.reported, describer.junk)

    async def events(self) -> AsyncGenerator[StreamEvent]:
        """The reply. A fault is the last event; raises nothing but cancellation."""
        try:
            async with aclosing(unpacked(self._answer)) as pieces:
                first = await _first_of(pieces)
                read = self._whole if first[:1] in (b"{", b"<", b"[") else self._stream
                async with aclosing(read(first, pieces)) as events:
                    async for event in events:
                        yield event
        except AnswerFaultError as error:
            if isinstance(error, AnswerCutError) and self._reader.finish_seen:
                # Rude, but everything had been said.
                return
            fault = self._describer.unreadable(error, has_output=self._reader.has_output)
            for event in (*self._reader.finish(), StreamFault(fault)):
                yield event

    async def _stream(self, first: bytes, pieces: Pieces) -> AsyncGenerator[StreamEvent]:
        decoder = SseDecoder()
        reader = self._reader
        is_stream = False
        excerpt = b""
        piece: bytes | None = first
        while piece is not None:
            events = decoder.feed(piece)
            if not is_stream:
                is_stream = bool(events)
                excerpt = (excerpt + piece)[:_EXCERPT]
            for event in reader.read(events):
                yield event
            if reader.ended:
                if not reader.broken:
                    await _hear_out(pieces)
                return
            piece = await anext(pieces, None)
        rest = decoder.finish()
        if excerpt and not (is_stream or rest):
            yield StreamFault(self._describer.junk(excerpt.decode("utf-8", "replace")))
            return
        for event in (*reader.read(rest), *reader.finish()):
            yield event

    async def _whole(self, first: bytes, pieces: Pieces) -> AsyncGenerator[StreamEvent]:
        text = await whole_text(pieces, first)
        if text.startswith("<"):
            yield StreamFault(self._describer.page(text))
            return
        for event in self._reader.read_whole(text):
            yield event


async def unpacked(answer: Answer) -> Pieces:
    """The body in pieces of bounded size.

    Raises:
        AnswerFaultError: if it breaks off or cannot be unpacked.
    """
    inflater = Inflater(answer.headers.get("content-encoding", ""))
    async with aclosing(answer.bytes()) as parts:
        async for part in parts:
            for piece in inflater.feed(part):
                yield piece


async def whole_text(pieces: Pieces, first: bytes = b"") -> str:
    """The whole body as text.

    Raises:
        AnswerFaultError: if it breaks off, cannot be unpacked or is too large.
    """
    body = bytearray(first)
    async for piece in pieces:
        body += piece
        if len(body) > MAX_WHOLE:
            raise TooLargeError(MAX_WHOLE)
    return body.decode("utf-8-sig", "replace").strip()


async def _first_of(pieces: Pieces) -> bytes:
    """Enough of a body to see what it is, without space or a byte order mark before it."""
    first = b""
    async for piece in pieces:
        first = _BEFORE.sub(b"", first + piece, count=1)
        if len(first) >= _FIRST:
            break
    return first


async def _hear_out(pieces: Pieces) -> None:
    """Lets an answer come to its end in good order, for a moment."""
    try:
        async with asyncio.timeout(_LAST_WORDS_S):
            while await anext(pieces, None) is not None:
                pass
    except (TimeoutError, AnswerFaultError):
        pass
