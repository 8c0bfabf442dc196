"""The server: accepts, parses, records, and hands each request to its answer."""

import asyncio
import ssl
import threading
import time
from collections import deque
from collections.abc import Callable
from types import TracebackType
from typing import Self

from tests.fakes.openai_server import answers
from tests.fakes.openai_server.answers import Answer
from tests.fakes.openai_server.exchange import ClientGoneError, Exchange, RecordedRequest, Wire
from tests.fakes.openai_server.markdown_text import markdown
from tests.fakes.openai_server.scenarios import SCENARIOS

_WAIT_S = 20.0
_TLS_HELLO = b"\x16"
"""How a client begins that took a plain server for one with TLS."""
DEFAULT_REPLY = "Hello from the fake model. It says **the same** every time."


class FakeOpenAI:
    """See the package for how to use it."""

    def __init__(
        self,
        *,
        reply: str | Callable[[RecordedRequest], str] = DEFAULT_REPLY,
        tokens: int | None = None,
        tokens_per_s: float | None = None,
        key: str | None = None,
        models: tuple[str, ...] = ("fake-model", "fake-model-large"),
        tls: ssl.SSLContext | None = None,
        port: int = 0,
        host: str = "127.0.0.1",
    ) -> None:
        self.reply = markdown(tokens) if tokens is not None else reply
        self.tokens_per_s = tokens_per_s
        self.key = key
        self.models = models
        self.requests: list[RecordedRequest] = []
        self.connections = 0
        self.faults: list[BaseException] = []
        """Errors of scenarios themselves; leaving the ``with`` block raises the first."""
        self.on_first_byte: Callable[[], None] = lambda: None
        """Called on the server's thread when a request begins, before anything of it is read."""
        self._host = host
        self._port = port
        self._tls = tls
        self._scripted: deque[Answer] = deque()
        self._standing: Answer | None = None
        self._models_answer: Answer | None = None
        self._changed = threading.Condition()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._run, name="fake-openai", daemon=True)
        self._tasks: set[asyncio.Task[None]] = set()
        self._server: asyncio.Server | None = None

    # What tests say.

    def script(self, *scenarios: str | Answer) -> None:
        """Answers the next chat requests so, one each, in order."""
        self._scripted.extend(_answer(s) for s in scenarios)

    def always(self, scenario: str | Answer | None) -> None:
        """Answers all chat requests so that have no script."""
        self._standing = None if scenario is None else _answer(scenario)

    def answer_models(self, answer: str | Answer | None) -> None:
        """Answers requests for the list of models so."""
        self._models_answer = None if answer is None else _answer(answer)

    def reset_records(self) -> None:
        """Forgets all requests so far."""
        with self._changed:
            self.requests.clear()
            self.connections = 0

    # What tests ask.

    @property
    def origin(self) -> str:
        """Scheme, host and port."""
        host = f"[{self._host}]" if ":" in self._host else self._host
        return f"{'https' if self._tls else 'http'}://{host}:{self.port}"

    @property
    def url(self) -> str:
        """The base URL, with ``/v1``."""
        return f"{self.origin}/v1"

    @property
    def port(self) -> int:
        """The port it listens on."""
        return self._port

    @property
    def chats(self) -> list[RecordedRequest]:
        """The questions among the requests."""
        return [r for r in self.requests if r.path.split("?")[0].endswith("/chat/completions")]

    def wait_for_chats(self, count: int, timeout: float = _WAIT_S) -> list[RecordedRequest]:
        """Waits until so many questions came, and gives them.

        Raises:
            TimeoutError: if they do not come.
        """
        with self._changed:
            if not self._changed.wait_for(lambda: len(self.chats) >= count, timeout):
                raise TimeoutError(f"{len(self.chats)} of {count} questions came")
            return self.chats

    async def chats_came(self, count: int, timeout: float = _WAIT_S) -> list[RecordedRequest]:
        """``wait_for_chats`` without blocking the event loop."""
        return await asyncio.to_thread(self.wait_for_chats, count, timeout)

    # Running.

    def __enter__(self) -> Self:
        self._thread.start()
        asyncio.run_coroutine_threadsafe(self._start(), self._loop).result(_WAIT_S)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        asyncio.run_coroutine_threadsafe(self._stop(), self._loop).result(_WAIT_S)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(_WAIT_S)
        self._loop.close()
        if self.faults and error is None:
            raise self.faults[0]

    def stop_listening(self) -> None:
        """Accepts no more connections; open ones stay."""

        async def close() -> None:
            if self._server is not None:
                self._server.close()

        asyncio.run_coroutine_threadsafe(close(), self._loop).result(_WAIT_S)

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        self._loop.run_forever()

    async def _start(self) -> None:
        self._server = await asyncio.start_server(
            self._accept,
            self._host,
            self._port,
            backlog=200,
            ssl=self._tls,
            # Clients that just close are not waited for.
            ssl_shutdown_timeout=0.1 if self._tls else None,
        )
        self._port = self._server.sockets[0].getsockname()[1]

    async def _stop(self) -> None:
        if self._server is not None:
            self._server.close()
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        # Transports say goodbye in callbacks of their own.
        for _ in range(3):
            await asyncio.sleep(0)

    def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        task = self._loop.create_task(self._serve(Wire(reader, writer)))
        self._tasks.add(task)
        task.add_done_callback(self._served)
        # A task cancelled before its first step runs no "finally".
        task.add_done_callback(lambda _: writer.close())

    def _served(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (fault := task.exception()) is not None:
            self.faults.append(fault)

    async def _serve(self, wire: Wire) -> None:
        pump = self._loop.create_task(wire.pump())
        record: RecordedRequest | None = None
        try:
            while True:
                record = await self._receive(wire)
                wire.on_end = record.mark_closed
                exchange = Exchange(record, wire, self._text_for(record), self.tokens_per_s)
                with self._changed:
                    self.requests.append(record)
                    answer = self._answer_for(record)
                    self._changed.notify_all()
                await self._answer(answer, exchange)
                record.finished = True
                if not exchange.keep_alive:
                    break
        except ClientGoneError:
            pass
        finally:
            pump.cancel()
            await asyncio.gather(pump, return_exceptions=True)
            await wire.close()
            if record is not None:
                record.mark_closed()

    async def _answer(self, answer: Answer, exchange: Exchange) -> None:
        """Answers until done or until the client goes, whichever is first."""
        answering = self._loop.create_task(answer(exchange))
        gone = self._loop.create_task(exchange.wire.ended.wait())
        try:
            await asyncio.wait({answering, gone}, return_when=asyncio.FIRST_COMPLETED)
            if not answering.done():
                raise ClientGoneError
            answering.result()
        finally:
            for task in (answering, gone):
                task.cancel()
            await asyncio.gather(answering, gone, return_exceptions=True)

    async def _receive(self, wire: Wire) -> RecordedRequest:
        first_byte = await wire.peek()
        self.on_first_byte()
        if first_byte == _TLS_HELLO:
            await wire.write(b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n")
            raise ClientGoneError
        head = (await wire.read_until(b"\r\n\r\n")).decode("latin-1")
        started = time.monotonic()
        first, *lines = head.strip().split("\r\n")
        method, path, _ = first.split(" ", 2)
        pairs = [(n.strip(), v.strip()) for n, _, v in (line.partition(":") for line in lines)]
        headers = {name.lower(): value for name, value in pairs}
        if headers.get("transfer-encoding", "").lower() == "chunked":
            body = await _chunked_body(wire)
        else:
            body = await wire.read_exactly(int(headers.get("content-length", "0")))
        return RecordedRequest(method, path, pairs, body, received_at=started)

    def _text_for(self, record: RecordedRequest) -> str:
        if callable(self.reply):
            return self.reply(record) if record.body else ""
        return self.reply

    def _answer_for(self, record: RecordedRequest) -> Answer:
        path = record.path.split("?")[0].rstrip("/")
        if self.key is not None and record.headers.get("authorization") != f"Bearer {self.key}":
            return answers.wrong_key
        if record.method == "GET" and path.endswith("/models"):
            return self._models_answer or answers.models(self.models)
        if record.method == "POST" and path.endswith("/chat/completions"):
            if self._scripted:
                return self._scripted.popleft()
            return self._standing or answers.clean
        return answers.no_such_path


async def _chunked_body(wire: Wire) -> bytes:
    body = b""
    while size := int((await wire.read_until(b"\r\n")).split(b";")[0], 16):
        body += (await wire.read_exactly(size + 2))[:-2]
    await wire.read_until(b"\r\n")
    return body


def _answer(scenario: str | Answer) -> Answer:
    if not isinstance(scenario, str):
        return scenario
    if scenario in SCENARIOS:
        return SCENARIOS[scenario]
    name, _, number = scenario.partition("-")
    if name == "status" and number.isdigit():
        return answers.status(int(number))
    raise KeyError(f"no scenario {scenario!r}; there are {sorted(SCENARIOS)}")
