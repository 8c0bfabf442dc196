"""One request and the raw means to answer it: bytes are written exactly as a scenario says."""

import asyncio
import contextlib
import json
import socket
import struct
import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any

_WAIT_S = 20.0
"""How long helpers wait for something that must happen; tests fail then instead of hanging."""


@dataclass
class RecordedRequest:
    """What a client sent, and what became of its connection."""

    method: str
    path: str
    raw_headers: list[tuple[str, str]]
    body: bytes
    received_at: float = field(default_factory=time.monotonic)
    finished: bool = False
    """The scenario ran to its end."""
    closed_at: float | None = None
    closed: threading.Event = field(default_factory=threading.Event)
    """Set when the client closed the connection, or the server did."""

    @property
    def headers(self) -> dict[str, str]:
        """Headers by lower-case name."""
        return {name.lower(): value for name, value in self.raw_headers}

    @property
    def json(self) -> Any:
        """The body as JSON."""
        return json.loads(self.body)

    async def was_closed(self, timeout: float = _WAIT_S) -> None:
        """Waits until the connection is closed.

        Raises:
            TimeoutError: if it stays open.
        """
        if not await asyncio.to_thread(self.closed.wait, timeout):
            raise TimeoutError("the client did not close the connection")

    def mark_closed(self) -> None:
        if self.closed_at is None:
            self.closed_at = time.monotonic()
            self.closed.set()


class ClientGoneError(Exception):
    """The client closed the connection while it was being answered."""


class Wire:
    """A connection's bytes, with an end that is noticed while nothing is being read."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer
        self._buffer = bytearray()
        self._news = asyncio.Event()
        self.ended = asyncio.Event()
        self.on_end: Callable[[], None] | None = None
        sock = writer.get_extra_info("socket")
        if sock.family != getattr(socket, "AF_UNIX", None):
            sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    async def pump(self) -> None:
        """Reads for as long as the connection lasts."""
        try:
            while data := await self._reader.read(1 << 16):
                self._buffer += data
                self._news.set()
        except OSError:
            pass
        finally:
            self.ended.set()
            self._news.set()
            if self.on_end is not None:
                self.on_end()

    async def _more(self) -> None:
        self._news.clear()
        if self.ended.is_set():
            raise ClientGoneError
        await self._news.wait()
        if self.ended.is_set() and not self._buffer:
            raise ClientGoneError

    async def peek(self) -> bytes:
        """The next byte, which stays."""
        while not self._buffer:
            await self._more()
        return bytes(self._buffer[:1])

    async def read_until(self, mark: bytes) -> bytes:
        while (end := self._buffer.find(mark)) < 0:
            await self._more()
        taken = bytes(self._buffer[: end + len(mark)])
        del self._buffer[: end + len(mark)]
        return taken

    async def read_exactly(self, count: int) -> bytes:
        while len(self._buffer) < count:
            await self._more()
        taken = bytes(self._buffer[:count])
        del self._buffer[:count]
        return taken

    async def write(self, data: bytes) -> None:
        if self.ended.is_set():
            raise ClientGoneError
        try:
            self._writer.write(data)
            await self._writer.drain()
        except OSError:
            raise ClientGoneError from None

    def reset(self) -> None:
        """Ends the connection with RST: what is unsent is lost, the peer gets an error."""
        sock = self._writer.get_extra_info("socket")
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self._writer.transport.abort()

    async def close(self) -> None:
        """Ends the connection in good order."""
        self._writer.close()
        with contextlib.suppress(OSError):
            await self._writer.wait_closed()


@dataclass
class Exchange:
    """A request with its answer; scenarios get one each."""

    request: RecordedRequest
    wire: Wire
    text: str
    """What a good answer says."""
    tokens_per_s: float | None = None
    keep_alive: bool = True
    """Set to False by whatever leaves the connection unusable."""

    @property
    def streamed(self) -> bool:
        """Whether the client asked for a stream."""
        return bool(self.request.body) and bool(self.request.json.get("stream"))

    @property
    def wants_usage(self) -> bool:
        return bool((self.request.json.get("stream_options") or {}).get("include_usage"))

    @property
    def model(self) -> str:
        return str(self.request.json.get("model", "fake-model"))

    async def send(self, data: bytes) -> None:
        """Writes raw bytes."""
        await self.wire.write(data)

    async def head(
        self,
        status: int = 200,
        headers: Iterable[tuple[str, str]] = (),
        *,
        content_type: str | None = "text/event-stream",
        chunked: bool = True,
    ) -> None:
        """The status line and headers; chunked bodies go on with ``chunk`` and ``end``."""
        try:
            reason = HTTPStatus(status).phrase
        except ValueError:
            reason = "Odd"
        lines = [f"HTTP/1.1 {status} {reason}", "X-Request-Id: req_fake_1"]
        if content_type is not None:
            lines.append(f"Content-Type: {content_type}")
        if chunked:
            lines.append("Transfer-Encoding: chunked")
        lines += [f"{name}: {value}" for name, value in headers]
        await self.send("\r\n".join([*lines, "", ""]).encode("utf-8"))

    async def chunk(self, data: bytes) -> None:
        """One chunk of a chunked body."""
        await self.send(b"%x\r\n%b\r\n" % (len(data), data))

    async def event(self, data: object) -> None:
        """One event as a chunk of its own: a string as it stands, anything else as JSON."""
        text = data if isinstance(data, str) else json.dumps(data, ensure_ascii=False)
        await self.chunk(f"data: {text}\n\n".encode())

    async def end(self) -> None:
        """The end of a chunked body."""
        await self.send(b"0\r\n\r\n")

    async def body(
        self,
        status: int,
        body: bytes,
        content_type: str | None = "application/json",
        headers: Iterable[tuple[str, str]] = (),
    ) -> None:
        """A whole answer of known length."""
        length = [("Content-Length", str(len(body))), *headers]
        await self.head(status, length, content_type=content_type, chunked=False)
        await self.send(body)

    async def json(
        self, status: int, payload: object, headers: Iterable[tuple[str, str]] = ()
    ) -> None:
        """A whole JSON answer."""
        await self.body(status, json.dumps(payload).encode(), headers=headers)

    async def stall(self) -> None:
        """Says nothing more; ends when the client goes."""
        self.keep_alive = False
        await self.wire.ended.wait()
        raise ClientGoneError

    def reset(self) -> None:
        """Breaks the connection."""
        self.keep_alive = False
        self.wire.reset()
