"""A model client that says what a test tells it to; it remembers what it was asked."""

import asyncio
from collections.abc import AsyncGenerator
from typing import TypeAlias

from desktop_assistant.domain.errors import AssistantError, ProblemCode, problem
from desktop_assistant.domain.messages import Usage
from desktop_assistant.domain.stream import (
    EndMarker,
    FinishReported,
    ResponseStarted,
    StreamEvent,
    StreamFault,
    TextDelta,
    UsageReported,
)
from desktop_assistant.ports.model_client import Endpoint, ModelInfo, ModelRequest


class Gate:
    """A step at which the stream waits until the test opens it; one never opened is a stall."""

    def __init__(self) -> None:
        self._reached = asyncio.Event()
        self._opened = asyncio.Event()

    async def reached(self) -> None:
        """Returns once the stream has come to this step."""
        await self._reached.wait()

    def open(self) -> None:
        """Lets the stream go on."""
        self._opened.set()

    async def pass_through(self) -> None:
        self._reached.set()
        await self._opened.wait()


Step: TypeAlias = StreamEvent | AssistantError | Gate


def answer(*pieces: str, usage: Usage | None = None, finish: str = "stop") -> list[Step]:
    """The steps of a whole and healthy reply in these pieces."""
    steps: list[Step] = [ResponseStarted("scripted"), *(TextDelta(piece) for piece in pieces)]
    steps.append(FinishReported(finish))
    if usage is not None:
        steps.append(UsageReported(usage))
    return [*steps, EndMarker()]


def cut_off(*pieces: str) -> list[Step]:
    """The steps of a reply whose connection is lost after these pieces."""
    lost = problem(ProblemCode.CONNECTION_LOST, host="test").info
    return [ResponseStarted("scripted"), *(TextDelta(piece) for piece in pieces), StreamFault(lost)]


class ScriptedModel:
    """Plays one script per request, in order.

    An ``AssistantError`` in a script is raised there, as for a request that got no response. With
    no script left it answers the last question's text in capitals.
    """

    def __init__(self, *scripts: list[Step], models: tuple[str, ...] = ("scripted",)) -> None:
        self._scripts = list(scripts)
        self.models = models
        self.models_error: AssistantError | None = None
        self.requests: list[ModelRequest] = []
        self.listed: list[Endpoint] = []
        self.open_streams = 0
        self.is_closed = False
        self.is_loaded = False

    def then(self, *steps: Step) -> None:
        """Adds a script for one more request."""
        self._scripts.append(list(steps))

    @property
    def request(self) -> ModelRequest:
        """The last request."""
        return self.requests[-1]

    @property
    def sent(self) -> list[tuple[str, str]]:
        """The turns of the last request as pairs of role and text."""
        return [(str(turn.role), turn.text) for turn in self.request.turns]

    async def load(self) -> None:
        """Takes note."""
        self.is_loaded = True

    async def stream(self, request: ModelRequest) -> AsyncGenerator[StreamEvent, None]:
        """Plays the next script."""
        self.requests.append(request)
        script = self._scripts.pop(0) if self._scripts else answer(request.turns[-1].text.upper())
        self.open_streams += 1
        try:
            for step in script:
                # A real stream waits for the network between events.
                await asyncio.sleep(0)
                if isinstance(step, Gate):
                    await step.pass_through()
                elif isinstance(step, AssistantError):
                    raise step
                else:
                    yield step
        finally:
            self.open_streams -= 1

    async def list_models(self, endpoint: Endpoint) -> list[ModelInfo]:
        """The models this was made with."""
        self.listed.append(endpoint)
        if self.models_error is not None:
            raise self.models_error
        return [ModelInfo(name) for name in self.models]

    async def close(self) -> None:
        """Takes note."""
        self.is_closed = True
