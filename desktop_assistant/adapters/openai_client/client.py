"""The model client for every service that speaks OpenAI's protocol."""

from collections.abc import AsyncGenerator, Mapping
from contextlib import aclosing
from typing import TYPE_CHECKING, Any

from desktop_assistant.adapters.openai_client.errors import ErrorDescriber
from desktop_assistant.adapters.openai_client.faults import AnswerFaultError, StatusError
from desktop_assistant.adapters.openai_client.model_list import read_model_list
from desktop_assistant.adapters.openai_client.reply_body import ReplyBody, unpacked, whole_text
from desktop_assistant.adapters.openai_client.request_body import RequestBodies
from desktop_assistant.adapters.openai_client.services import Services
from desktop_assistant.domain.errors import AssistantError
from desktop_assistant.domain.stream import RequestAdjusted, ResponseStarted, StreamEvent
from desktop_assistant.ports.model_client import Endpoint, ModelInfo, ModelRequest

if TYPE_CHECKING:
    from desktop_assistant.adapters.openai_client.service import Service, ServiceAnswer

CHAT_PATH, MODELS_PATH = "/chat/completions", "/models"
MODELS_WITHIN_S = 30.0
"""Longest silence while a list of models comes."""


class OpenAIClient:
    """Talks to OpenAI-compatible services; fulfils ``ports.model_client.ModelClient``."""

    def __init__(self) -> None:
        self._services = Services()
        self._bodies = RequestBodies()

    async def load(self) -> None:
        """Imports the SDK on a worker thread, so that the first request need not wait for it."""
        await self._services.load()

    async def stream(self, request: ModelRequest) -> AsyncGenerator[StreamEvent]:
        """The reply as events; the port says more.

        Raises:
            AssistantError: if no response began.
        """
        async with self._services.use(request.endpoint) as service:
            describer = service.describer(request.model)
            notes = self._bodies.left_out(request)
            answer = await self._ask(service, request, describer, notes)
            try:
                for note in notes:
                    yield RequestAdjusted(note)
                yield ResponseStarted(request_id=answer.headers.get("x-request-id"))
                async with aclosing(ReplyBody(answer, describer).events()) as events:
                    async for event in events:
                        yield event
            finally:
                await answer.close()

    async def list_models(self, endpoint: Endpoint) -> list[ModelInfo]:
        """The service's models, by name.

        Raises:
            AssistantError: if the list cannot be had.
        """
        async with self._services.use(endpoint) as service:
            describer = service.describer()
            text = await self._models_text(service, describer)
        names = read_model_list(text)
        if names is None:
            is_page = text.startswith("<")
            raise AssistantError(describer.page(text) if is_page else describer.junk(text))
        return [ModelInfo(name) for name in names]

    async def close(self) -> None:
        """Closes all connections."""
        await self._services.close()

    async def _ask(
        self,
        service: "Service",
        request: ModelRequest,
        describer: ErrorDescriber,
        notes: list[str],
    ) -> "ServiceAnswer":
        """Sends the request, again as long as the service refuses things it can do without."""
        while True:
            body: Mapping[str, Any] = self._bodies.build(request)
            try:
                return await service.ask(CHAT_PATH, body, describer)
            except StatusError as refusal:
                error, said = describer.status(refusal.status, refusal.headers, refusal.body)
                # Each turn takes something away for good, so this ends.
                note = self._bodies.learn(request, refusal.status, said)
                if note is None:
                    raise error from refusal
                notes.append(note)

    async def _models_text(self, service: "Service", describer: ErrorDescriber) -> str:
        try:
            answer = await service.ask(MODELS_PATH, None, describer, read_timeout_s=MODELS_WITHIN_S)
        except StatusError as error:
            raise describer.status(error.status, error.headers, error.body)[0] from error
        try:
            async with aclosing(unpacked(answer)) as pieces:
                return await whole_text(pieces)
        except AnswerFaultError as error:
            raise AssistantError(describer.unreadable(error, has_output=False)) from error
        finally:
            await answer.close()
