"""Random streams through decoder, reducer, reply job and store: nothing cut may look whole.

Any events in any form, cut into any pieces, broken off anywhere, tried again as the program does,
stopped by the user at any text; carried in memory, or by the real client from a real server.
"""

import asyncio
import sys
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import aclosing, contextmanager
from itertools import count

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from desktop_assistant.adapters.openai_client import OpenAIClient
from desktop_assistant.adapters.openai_client.errors import ErrorDescriber
from desktop_assistant.adapters.openai_client.reply_body import ReplyBody
from desktop_assistant.adapters.sqlite_store import SqliteStore
from desktop_assistant.chat.events import ReplyDelta
from desktop_assistant.domain.messages import Message, Status
from desktop_assistant.domain.stream import StreamEvent
from desktop_assistant.ports.model_client import ModelRequest
from tests.fakes.assembly import Parts, assemble
from tests.fakes.memory_settings import MemorySettings
from tests.fakes.openai_server import Exchange, FakeOpenAI, answers
from tests.fakes.random_streams import STREAMS, GivenAnswer, RandomStream, says_its_end
from tests.torture.figures import Figures

LOOKS_WHOLE = (Status.COMPLETE, Status.LIMIT, Status.FILTERED)
_PAUSE_EVERY = 3
"""Pieces after which everybody else, checkpoints above all, gets time."""


class _PausingAnswer(GivenAnswer):
    async def bytes(self) -> AsyncIterator[bytes]:
        number = 0
        async for part in super().bytes():
            number += 1
            await asyncio.sleep(0 if number % _PAUSE_EVERY else 0.002)
            yield part


class _Carrier:
    """Answers each question with streams of its own, one after the other."""

    def __init__(self) -> None:
        self._streams: dict[str, list[RandomStream]] = {}
        self._last: dict[str, RandomStream] = {}

    def carry(self, question: str, streams: list[RandomStream]) -> None:
        """What a question is answered with, try after try; the last stream again and again."""
        self._streams = {question: list(streams)}

    def next(self, question: str) -> RandomStream:
        """The stream for the next try. A question that nobody asks any more may still come in."""
        streams = self._streams.get(question, [RandomStream(b"", (), breaks=True)])
        self._last[question] = streams[0]
        return streams.pop(0) if len(streams) > 1 else streams[0]

    def last(self, question: str) -> RandomStream:
        """The stream that answered last."""
        return self._last[question]


class MemoryCarrier(_Carrier):
    """A model client that reads given bytes; all below the reply job but sockets is real."""

    base_url = "http://127.0.0.1:1/v1"

    @property
    def client(self) -> "MemoryCarrier":
        return self

    async def load(self) -> None:
        return

    async def stream(self, request: ModelRequest) -> AsyncGenerator[StreamEvent]:
        stream = self.next(request.turns[-1].text)
        answer = _PausingAnswer(stream.parts, breaks=stream.breaks)
        describer = ErrorDescriber(request.endpoint, request.model)
        async with aclosing(ReplyBody(answer, describer).events()) as events:
            async for event in events:
                yield event

    async def close(self) -> None:
        return


class SocketCarrier(_Carrier):
    """The real client and a real server."""

    def __init__(self, server: FakeOpenAI) -> None:
        super().__init__()
        self.client = OpenAIClient()
        self.base_url = server.url
        server.always(self._answer)

    async def _answer(self, exchange: Exchange) -> None:
        stream = self.next(exchange.request.json["messages"][-1]["content"])
        await answers.stream(*stream.parts, end=not stream.breaks)(exchange)


class Asker:
    """Asks question after question of one controller and judges what becomes of the replies."""

    def __init__(self, carrier: MemoryCarrier | SocketCarrier, figures: Figures) -> None:
        self._carrier = carrier
        self._figures = figures
        self.unhandled: list[str] = []
        self._numbers = count()
        self._store = SqliteStore(None)
        values = {
            "chat.provider": "fake",
            "providers.fake.base_url": carrier.base_url,
            "providers.fake.needs_key": False,
            "providers.fake.model": "m",
        }
        parts = Parts(model=carrier.client, store=self._store, settings=MemorySettings(values))
        self._bugs: list[BaseException] = []
        self._app = assemble(parts, self._bugs)

    async def start(self) -> None:
        asyncio.get_running_loop().set_exception_handler(
            lambda _, context: self.unhandled.append(str(context))
        )
        await self._app.controller.start()

    async def close(self) -> None:
        await self._app.controller.close()

    async def ask(self, streams: list[RandomStream], stop_at: int | None) -> None:
        """One question.

        Raises:
            AssertionError: if a promise is broken.
        """
        app = self._app
        app.events.clear()
        question = f"question {next(self._numbers)}"
        self._carrier.carry(question, streams)
        state = await app.controller.new_conversation()
        reply = await app.controller.send(state.id, question)
        shown = {"text": "", "thought": "", "deltas": 0}

        def watch(event: object) -> None:
            if isinstance(event, ReplyDelta):
                shown["text"] += event.text
                shown["thought"] += event.reasoning
                shown["deltas"] += 1
                if shown["deltas"] == stop_at:
                    stop()

        def stop() -> None:
            app.tasks.start(
                app.controller.stop(reply.message_id), name="stop", owner=app.controller
            )

        end = app.controller.subscribe(watch)
        if stop_at == 0:
            stop()
        message = await reply.wait()
        end()
        (stored,) = await self._store.messages([reply.message_id])
        app.controller.leave(state.id)
        self._judge(question, message, stored, shown)

    def _judge(self, question: str, message: Message, stored: Message, shown: dict) -> None:
        figures = self._figures
        figures.count("streams")
        figures.count(f"  {message.status}")
        assert not self._bugs, self._bugs
        assert not self.unhandled, self.unhandled
        assert message.status.is_final
        assert stored == message, "stored is something else than what was told"
        assert (shown["text"], shown["thought"] or None) == (message.text, message.reasoning)
        if message.status in LOOKS_WHOLE:
            body = self._carrier.last(question).body
            assert says_its_end(body), "a cut answer looks whole"
        if message.status in (Status.INTERRUPTED, Status.FAILED):
            assert message.error is not None
            assert "{" not in message.error.title + message.error.hint.split("\n")[0]


def try_streams(number: int, seed_: int, *, over_sockets: bool = False) -> Figures:
    """Tries so many streams; what breaks a promise is made as small as it gets, and told."""
    by = "the real client from a real server" if over_sockets else "memory"
    figures = Figures(f"Random streams through the reply job, carried by {by}")
    for name in ("streams", "truncated answers marked complete or other broken promises"):
        figures.count(name, 0)
    with _carrier(over_sockets) as carrier, asyncio.Runner() as runner, _unraisable() as lost:
        asker = Asker(carrier, figures)
        runner.run(asker.start())

        @seed(seed_)
        @settings(
            max_examples=number,
            deadline=None,
            database=None,
            phases=(Phase.generate, Phase.shrink),
            suppress_health_check=list(HealthCheck),
        )
        @given(
            streams=st.lists(STREAMS, min_size=1, max_size=3),
            stop_at=st.none() | st.integers(0, 3),
        )
        def one(streams: list[RandomStream], stop_at: int | None) -> None:
            runner.run(asker.ask(streams, stop_at))

        try:
            one()
        except BaseException as error:
            words = "\n".join([str(error), *getattr(error, "__notes__", [])])
            figures.fault("truncated answers marked complete or other broken promises", words)
        finally:
            runner.run(asker.close())
    for words in lost:
        figures.fault("errors nobody handled", words)
    return figures


@contextmanager
def _carrier(over_sockets: bool):
    if over_sockets:
        with FakeOpenAI() as server:
            yield SocketCarrier(server)
    else:
        yield MemoryCarrier()


@contextmanager
def _unraisable():
    """Collects what Python can only complain about, such as coroutines nobody awaited."""
    words: list[str] = []
    before, sys.unraisablehook = sys.unraisablehook, lambda hook: words.append(str(hook.exc_value))
    try:
        yield words
    finally:
        sys.unraisablehook = before
