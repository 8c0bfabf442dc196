"""One reply from request to final state: streamed, checkpointed, retried in sight, stoppable.

Whatever happens, the job ends with a final message in the store: complete, stopped, interrupted
or failed. The status is decided by ``domain.reply_draft`` alone.
"""

import asyncio
import random
from collections.abc import Callable
from contextlib import aclosing
from dataclasses import dataclass, replace

from desktop_assistant.chat.checkpoints import Checkpoints
from desktop_assistant.chat.endpoints import Endpoints, require_local_model
from desktop_assistant.chat.events import (
    ChatEvent,
    ContextCut,
    ReplyDelta,
    ReplyRetrying,
    ReplyWaiting,
    StorageTrouble,
)
from desktop_assistant.chat.options import SendOptions
from desktop_assistant.chat.request_builder import BuiltRequest, RequestBuilder
from desktop_assistant.chat.retry import retry_delay_s, told
from desktop_assistant.chat.session import ConversationSession
from desktop_assistant.chat.settings_service import SettingsService
from desktop_assistant.chat.state import ModelChoice
from desktop_assistant.chat.task_registry import TaskRegistry
from desktop_assistant.chat.watchdog import TextWatchdog
from desktop_assistant.domain.context_window import ContextPlan
from desktop_assistant.domain.errors import AssistantError
from desktop_assistant.domain.messages import Message, MessageNode, Status, Usage
from desktop_assistant.domain.reply_draft import ReplyDraft, ReplyOutcome
from desktop_assistant.domain.stream import ReasoningDelta, TextDelta
from desktop_assistant.domain.tokens import estimate_tokens
from desktop_assistant.ports.clock import Clock
from desktop_assistant.ports.local_model import LocalModel, LocalModelState
from desktop_assistant.ports.model_client import ModelClient
from desktop_assistant.settings import schema
from desktop_assistant.settings.providers import LOCAL

STORE_RETRY_S = 2.0


@dataclass(frozen=True, slots=True)
class ReplyServices:
    """What every job needs; one set for all."""

    client: ModelClient
    endpoints: Endpoints
    local_model: LocalModel
    requests: RequestBuilder
    settings: SettingsService
    clock: Clock
    tasks: TaskRegistry
    publish: Callable[[ChatEvent], None]


class ReplyJob:
    """Writes one reply. ``run`` is its task, and ``stop`` ends it early."""

    def __init__(
        self,
        services: ReplyServices,
        session: ConversationSession,
        reply: Message,
        question: MessageNode,
        *,
        choice: ModelChoice,
        options: SendOptions,
        continued: Message | None = None,
    ) -> None:
        self._services = services
        self._session = session
        self._question = question
        self._choice = choice
        self._options = options
        self._continued = continued
        self._prefix = continued.text if continued is not None else ""
        self._draft = ReplyDraft(choice.provider_name)
        self._built: BuiltRequest | None = None
        self._first_reasoning_at: float | None = None
        self._first_text_at: float | None = None
        self._started_at = services.clock.monotonic()
        self._checkpoints = Checkpoints(
            session.store,
            reply.id,
            services.clock,
            lambda trouble: services.publish(StorageTrouble(trouble)),
        )
        self._answering: asyncio.Task[object] | None = None
        self._is_stopped = False
        self.reply = reply
        self.ended = asyncio.Event()
        """Set once the final message is stored or has failed to be."""

    @property
    def text(self) -> str:
        """Text shown so far, for a view that opens late."""
        return self._prefix + self._draft.text

    @property
    def reasoning(self) -> str | None:
        """Thinking shown so far."""
        return self._draft.reasoning

    async def run(self) -> Message:
        """Gets the reply and stores it; returns the final message."""
        keeper = self._services.tasks.start(
            self._checkpoints.keep(), name=f"checkpoints {self.reply.id}", owner=self
        )
        self._show(self._prefix, "")
        try:
            self._answering = None if self._is_stopped else asyncio.current_task()
            outcome = self._draft.stop() if self._is_stopped else await self._outcome()
        except asyncio.CancelledError:
            outcome = self._draft.stop()
        finally:
            self._answering = None
            keeper.cancel()
        return await self._store_final(outcome)

    def stop(self) -> None:
        """Ends the answering, never the storing of what was written; also before ``run`` began."""
        if self._answering is not None and not self._is_stopped:
            self._answering.cancel()
        self._is_stopped = True

    async def _outcome(self) -> ReplyOutcome:
        retries = self._services.settings.current.get(schema.RETRIES)
        failures = 0
        while True:
            outcome = await self._attempt()
            if outcome.error is None or self._draft.has_output:
                return outcome
            failures += 1
            delay = retry_delay_s(
                outcome.error, failures=failures, retries=retries, jitter=random.random()
            )
            if delay is None:
                return replace(outcome, error=told(outcome.error))
            self._services.publish(
                ReplyRetrying(
                    self._session.id, self.reply.id, failures + 1, retries + 1, delay, outcome.error
                )
            )
            # From here on a stop is the user's, whatever the last try came to.
            self._draft = ReplyDraft(self._choice.provider_name)
            await self._services.clock.sleep(delay)

    async def _attempt(self) -> ReplyOutcome:
        try:
            await self._consume()
        except AssistantError as error:
            return self._draft.fail(error.info)
        return self._draft.finish()

    async def _consume(self) -> None:
        services, settings = self._services, self._services.settings.current
        if self._choice.provider_id == LOCAL:
            require_local_model(settings, self._options.model)
            if services.local_model.status.state is not LocalModelState.READY:
                services.publish(
                    ReplyWaiting(self._session.id, self.reply.id, 0.0, starting_local_model=True)
                )
        endpoint = await services.endpoints.resolve(
            settings, self._choice.provider_id, self._options
        )
        is_first_try = self._built is None
        self._built = await services.requests.build(
            self._session,
            self._question,
            endpoint=endpoint,
            choice=self._choice,
            options=self._options,
            continued=self._continued,
        )
        if is_first_try:
            self._tell_what_is_cut(self._built.plan)
        wait = self._options.text_timeout_s
        await services.client.load()  # what we take to get ready is not the provider's time
        stream = services.client.stream(self._built.request)
        watchdog = TextWatchdog(
            provider=self._choice.provider_name,
            first_text_s=wait or settings.get(schema.FIRST_TEXT_TIMEOUT),
            idle_s=wait or settings.get(schema.IDLE_TIMEOUT),
            total_s=settings.get(schema.TOTAL_TIMEOUT),
        )
        # Closing the stream, whatever happens, is what closes the HTTP response.
        async with watchdog, aclosing(stream):
            async for event in stream:
                watchdog.saw(event)
                self._draft.apply(event)
                if isinstance(event, TextDelta):
                    self._show(event.text, "")
                elif isinstance(event, ReasoningDelta):
                    self._show("", event.text)

    def _tell_what_is_cut(self, plan: ContextPlan) -> None:
        if plan.left_out or plan.is_over_budget:
            self._services.publish(
                ContextCut(
                    self._session.id,
                    self.reply.id,
                    len(plan.left_out),
                    plan.input_tokens,
                    plan.budget,
                )
            )

    def _show(self, text: str, reasoning: str) -> None:
        if not (text or reasoning):
            return
        now = self._services.clock.monotonic()
        if reasoning and self._first_reasoning_at is None:
            self._first_reasoning_at = now
        if text and self._first_text_at is None:
            self._first_text_at = now
        self._checkpoints.add(text, reasoning)
        self._services.publish(ReplyDelta(self._session.id, self.reply.id, text, reasoning))

    async def _store_final(self, outcome: ReplyOutcome) -> Message:
        """Stores the final message; if the disk is full, again and again beside everything else."""
        self.reply = final = self._final(outcome)
        try:
            await self._session.store.finish_reply(final)
        except AssistantError as error:
            self._services.publish(StorageTrouble(error.info))
            self._services.tasks.start(
                self._store_later(final), name=f"store {final.id}", owner=self._services
            )
        return final

    async def _store_later(self, final: Message) -> None:
        while True:
            await self._services.clock.sleep(STORE_RETRY_S)
            try:
                await self._session.store.finish_reply(final)
            except AssistantError as error:
                self._services.publish(StorageTrouble(error.info))
            else:
                self._services.publish(StorageTrouble(None))
                return

    def _final(self, outcome: ReplyOutcome) -> Message:
        status = outcome.status
        if self._prefix and status is Status.FAILED:
            status = Status.INTERRUPTED
        reasoning_s = None
        if self._first_reasoning_at is not None:
            end = self._first_text_at or self._services.clock.monotonic()
            reasoning_s = max(0.0, end - self._first_reasoning_at)
        return replace(
            self.reply,
            status=status,
            text=self._prefix + outcome.text,
            reasoning=outcome.reasoning,
            reasoning_s=reasoning_s,
            model=self.reply.model or outcome.model,
            system_prompt=self._built.system_prompt if self._built else None,
            finish_reason=outcome.finish_reason,
            usage=outcome.usage or self._estimated_usage(outcome),
            error=outcome.error,
            duration_s=self._services.clock.monotonic() - self._started_at,
            note=outcome.note,
        )

    def _estimated_usage(self, outcome: ReplyOutcome) -> Usage | None:
        if self._built is None or not (outcome.text or outcome.reasoning):
            return None
        written = estimate_tokens(outcome.text) + estimate_tokens(outcome.reasoning or "")
        return Usage(self._built.plan.input_tokens, written, estimated=True)
