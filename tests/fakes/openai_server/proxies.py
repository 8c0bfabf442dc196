"""Proxies for tests: HTTP (forwarding and CONNECT) and SOCKS 5, honest or not.

::

    with FakeProxy(target=("127.0.0.1", server.port)) as proxy:
        proxy.url                      # http://127.0.0.1:PORT
        proxy.asked                    # what clients wanted to reach: ["service.test:443"]

``target`` is where every connection is sent, whatever name was asked for: so names that do not
exist can be used. ``login`` makes it ask for a name and password; ``mood`` makes it misbehave.
"""

import asyncio
import base64
import threading
from contextlib import suppress
from typing import Literal, Self

Mood = Literal["good", "silent", "bad-gateway", "garbage", "forbidden"]
_WAIT_S = 20.0


class FakeProxy:
    """One proxy on loopback, on a thread of its own."""

    def __init__(
        self,
        *,
        kind: Literal["http", "socks5"] = "http",
        target: tuple[str, int] | None = None,
        login: tuple[str, str] | None = None,
        mood: Mood = "good",
    ) -> None:
        self.asked: list[str] = []
        self.headers: list[bytes] = []
        self.connections: list[threading.Event] = []
        """One for each connection, set when it has ended."""
        self.port = 0
        self._kind = kind
        self._target = target
        self._login = login
        self._mood = mood
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="fake-proxy")
        self._tasks: set[asyncio.Task[None]] = set()

    @property
    def url(self) -> str:
        """Its address, without name and password."""
        return f"{self._kind}://127.0.0.1:{self.port}"

    def __enter__(self) -> Self:
        self._thread.start()
        asyncio.run_coroutine_threadsafe(self._start(), self._loop).result(_WAIT_S)
        return self

    def __exit__(self, *_: object) -> None:
        asyncio.run_coroutine_threadsafe(self._stop(), self._loop).result(_WAIT_S)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(_WAIT_S)
        self._loop.close()

    async def _start(self) -> None:
        self._server = await asyncio.start_server(self._accept, "127.0.0.1", 0)
        self.port = self._server.sockets[0].getsockname()[1]

    async def _stop(self) -> None:
        self._server.close()
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        for _ in range(3):
            await asyncio.sleep(0)

    def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = self._loop.create_task(self._serve(reader, writer))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        # A task cancelled before its first step runs no "finally".
        task.add_done_callback(lambda _: writer.close())

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        ended = threading.Event()
        self.connections.append(ended)
        try:
            with suppress(OSError, asyncio.IncompleteReadError):
                if self._mood == "garbage":
                    await reader.read(1 << 16)
                    writer.write(b"what?\r\n\r\n")
                    await writer.drain()
                elif self._mood == "silent":
                    await reader.read(-1)
                elif self._kind == "http":
                    await self._http(reader, writer)
                else:
                    await self._socks(reader, writer)
        finally:
            ended.set()
            writer.close()
            with suppress(OSError):
                await writer.wait_closed()

    async def _http(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = await reader.readuntil(b"\r\n\r\n")
        self.headers.append(head)
        method, wanted, _ = head.split(b"\r\n")[0].split(b" ")
        self.asked.append(wanted.decode())
        if self._login is not None:
            basic = base64.b64encode(":".join(self._login).encode())
            if b"Basic " + basic not in head:
                writer.write(
                    b"HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n"
                )
                await writer.drain()
                return
        refusal = {"bad-gateway": b"502 Bad Gateway", "forbidden": b"403 Forbidden"}.get(self._mood)
        if refusal is not None:
            writer.write(b"HTTP/1.1 %b\r\nContent-Length: 0\r\n\r\n" % refusal)
            await writer.drain()
            return
        if method == b"CONNECT":
            await self._connect(reader, writer, before=b"HTTP/1.1 200 Connected\r\n\r\n")
        else:
            await self._connect(reader, writer, sent=head)

    async def _socks(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        _, count = await reader.readexactly(2)
        offered = await reader.readexactly(count)
        method = b"\x00" if self._login is None else b"\x02"
        if method not in offered:
            writer.write(b"\x05\xff")
            await writer.drain()
            return
        writer.write(b"\x05" + method)
        if self._login is not None and not await self._socks_login(reader, writer):
            return
        *_, kind = await reader.readexactly(4)
        length = {1: 4, 4: 16}.get(kind) or (await reader.readexactly(1))[0]
        host = await reader.readexactly(length)
        port = int.from_bytes(await reader.readexactly(2))
        self.asked.append(f"{host.decode('latin-1')}:{port}")
        if self._mood == "bad-gateway":
            writer.write(b"\x05\x05\x00\x01\0\0\0\0\0\0")  # connection refused
            await writer.drain()
            return
        await self._connect(reader, writer, before=b"\x05\x00\x00\x01\0\0\0\0\0\0")

    async def _socks_login(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> bool:
        _, length = await reader.readexactly(2)
        name = await reader.readexactly(length)
        password = await reader.readexactly((await reader.readexactly(1))[0])
        right = (name.decode(), password.decode()) == self._login
        writer.write(b"\x01\x00" if right else b"\x01\x01")
        await writer.drain()
        return right

    async def _connect(
        self,
        reader: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
        *,
        before: bytes = b"",
        sent: bytes = b"",
    ) -> None:
        assert self._target is not None, "the proxy was not told where to connect to"
        far_reader, far_writer = await asyncio.open_connection(*self._target)
        try:
            writer.write(before)
            far_writer.write(sent)
            await asyncio.gather(_copy(reader, far_writer), _copy(far_reader, writer))
        finally:
            far_writer.close()
            with suppress(OSError):
                await far_writer.wait_closed()


async def _copy(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with suppress(OSError):
        while data := await reader.read(1 << 16):
            writer.write(data)
            await writer.drain()
    writer.close()
