"""What is below the SDK: sockets, proxies, TLS, and exactly those headers that shall leave.

The SDK fills headers from a dozen environment variables and describes this computer in others, so
its headers are not used at all: whatever is not written here is not sent.
"""

import asyncio
import ssl
from collections.abc import AsyncGenerator, Iterable
from contextlib import aclosing, suppress
from contextvars import ContextVar
from typing import Any

import httpcore2
import httpx2

from desktop_assistant.adapters.openai_client.faults import AnswerCutError, AnswerFaultError
from desktop_assistant.adapters.openai_client.framing import ChunkMerger
from desktop_assistant.adapters.openai_client.inflate import Inflater
from desktop_assistant.adapters.openai_client.proxies import Proxy
from desktop_assistant.adapters.openai_client.request_headers import request_headers
from desktop_assistant.ports.model_client import Endpoint

READ_ERRORS = (
    httpcore2.NetworkError, httpcore2.ProtocolError, httpcore2.TimeoutException, ssl.SSLError,
)  # fmt: skip
"""What reading an answer's body may raise."""

_LONGEST_READ = 65_536
_LONGEST_ERROR_BODY = 65_536
_ERROR_BODY_S = 2.0
"""Seconds that an error's body may take; what came until then is used."""
_MOST_CONNECTIONS = 32
_MOST_IDLE = 4
_IDLE_S = 30.0

_opened: ContextVar[list[httpcore2.AsyncNetworkStream]] = ContextVar("opened")
"""The sockets that the current request has opened so far."""


class Transport(httpx2.AsyncBaseTransport):
    """Carries the SDK's requests for one endpoint. Raises ``httpcore2``'s errors as they are."""

    def __init__(self, endpoint: Endpoint, proxy: Proxy | None, tls: ssl.SSLContext | None) -> None:
        self._endpoint = endpoint
        self._pool = httpcore2.AsyncConnectionPool(
            ssl_context=tls,
            proxy=None if proxy is None else httpcore2.Proxy(proxy.url, proxy.login),
            max_connections=_MOST_CONNECTIONS,
            max_keepalive_connections=_MOST_IDLE,
            keepalive_expiry=_IDLE_S,
            network_backend=_Backend(through_proxy=proxy is not None),
        )

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """Sends one request and returns its answer, an error's body already read."""
        body = await request.aread()
        answer = await self._send(
            httpcore2.Request(
                method=request.method,
                url=httpcore2.URL(
                    scheme=request.url.raw_scheme,
                    host=request.url.raw_host,
                    port=request.url.port,
                    target=request.url.raw_path,
                ),
                headers=self._headers(request.url, body),
                content=body or None,
                extensions=request.extensions,
            )
        )
        stream = _Body(answer)
        if answer.status < 300:
            return httpx2.Response(answer.status, headers=answer.headers, stream=stream)
        return httpx2.Response(
            answer.status,
            headers=[(n, v) for n, v in answer.headers if not n.lower().startswith(b"content-")],
            content=await _error_body(stream, httpx2.Headers(answer.headers)),
        )

    async def aclose(self) -> None:
        """Closes all connections."""
        await self._pool.aclose()

    async def _send(self, request: httpcore2.Request) -> httpcore2.Response:
        opened: list[httpcore2.AsyncNetworkStream] = []
        token = _opened.set(opened)
        try:
            return await self._pool.handle_async_request(request)
        except BaseException:
            # A handshake with a proxy or of TLS that fails or is cancelled leaves its socket open.
            for stream in opened:
                await stream.aclose()
            raise
        finally:
            _opened.reset(token)

    def _headers(self, url: httpx2.URL, body: bytes) -> list[tuple[bytes, bytes]]:
        headers = {"host": url.netloc.decode("ascii")} | request_headers(self._endpoint)
        if body:
            headers |= {"content-type": "application/json", "content-length": str(len(body))}
        return [(name.encode(), value.encode()) for name, value in headers.items()]


async def _error_body(stream: "_Body", headers: httpx2.Headers) -> bytes:
    """As much of an error's body as comes soon and is not too long."""
    parts: list[bytes] = []
    size = 0
    try:
        inflater = Inflater(headers.get("content-encoding", ""))
        async with asyncio.timeout(_ERROR_BODY_S), aclosing(aiter(stream)) as body:
            async for data in body:
                for piece in inflater.feed(data):
                    parts.append(piece)
                    size += len(piece)
                    if size >= _LONGEST_ERROR_BODY:
                        return b"".join(parts)[:_LONGEST_ERROR_BODY]
    except (TimeoutError, AnswerFaultError):
        pass  # The status alone is an answer.
    finally:
        await stream.aclose()
    return b"".join(parts)


class _Body(httpx2.AsyncByteStream):
    """An answer's body; breaks with ``AnswerCutError``."""

    def __init__(self, answer: httpcore2.Response) -> None:
        self._answer = answer

    async def __aiter__(self) -> AsyncGenerator[bytes]:
        try:
            async with aclosing(self._answer.aiter_stream()) as parts:
                async for part in parts:
                    yield part
        except READ_ERRORS as error:
            raise AnswerCutError(f"{type(error).__name__}: {error}") from error

    async def aclose(self) -> None:
        await self._answer.aclose()


class _Backend(httpcore2.AsyncNetworkBackend):
    """Opens sockets whose reads are merged."""

    def __init__(self, *, through_proxy: bool) -> None:
        self._through_proxy = through_proxy
        self._sockets = httpcore2.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore2.AsyncNetworkStream:
        opened = await self._sockets.connect_tcp(host, port, timeout, local_address, socket_options)
        _opened.get().append(opened)
        return _Stream(opened, proxy_timeout=timeout if self._through_proxy else None)


class _Stream(httpcore2.AsyncNetworkStream):
    """A connection that gives the HTTP layer few large chunks instead of many small ones."""

    def __init__(
        self, inner: httpcore2.AsyncNetworkStream, *, proxy_timeout: float | None = None
    ) -> None:
        """Wraps a connection.

        Args:
            inner: the connection.
            proxy_timeout: seconds a proxy may take to answer, until the first request is sent.
        """
        self._inner = inner
        self._proxy_timeout = proxy_timeout
        self._merger = ChunkMerger()
        self._ssl_object: ssl.SSLObject | None = inner.get_extra_info("ssl_object")

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        while True:
            data = await self._inner.read(max_bytes, timeout or self._proxy_timeout)
            if not data:
                return data
            if self._ssl_object is not None:
                data = _with_all_records(data, self._ssl_object)
            if merged := self._merger.feed(data):
                return merged

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._merger.request()
        if buffer.startswith((b"POST ", b"GET ")):
            self._proxy_timeout = None
        await self._inner.write(buffer, timeout)

    async def aclose(self) -> None:
        await self._inner.aclose()

    async def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore2.AsyncNetworkStream:
        return _Stream(await self._inner.start_tls(ssl_context, server_hostname, timeout))

    def get_extra_info(self, info: str) -> object:
        return self._inner.get_extra_info(info)


def _with_all_records(data: bytes, ssl_object: ssl.SSLObject) -> bytes:
    """Adds what has arrived already: TLS gives out one record, and so one token, at a time."""
    parts = [data]
    size = len(data)
    # An error means nothing more yet, or the end, which the next read will meet again.
    with suppress(ssl.SSLError):
        while size < _LONGEST_READ and (more := ssl_object.read(_LONGEST_READ)):
            parts.append(more)
            size += len(more)
    return b"".join(parts)
