"""Tries a provider stage by stage, by the code path of a real chat, and says where it failed."""

from collections.abc import Callable
from contextlib import aclosing
from dataclasses import dataclass
from enum import StrEnum

from desktop_assistant.chat.endpoints import Endpoints
from desktop_assistant.chat.options import SendOptions
from desktop_assistant.chat.watchdog import TextWatchdog
from desktop_assistant.domain.errors import AssistantError, ErrorInfo, ErrorKind
from desktop_assistant.domain.messages import Role
from desktop_assistant.domain.origin import host_of
from desktop_assistant.domain.reply_draft import ReplyDraft
from desktop_assistant.domain.secret import Secret
from desktop_assistant.ports.clock import Clock
from desktop_assistant.ports.model_client import ChatTurn, Endpoint, ModelClient, ModelRequest
from desktop_assistant.settings.providers import Provider
from desktop_assistant.settings.values import Settings

FIRST_WORDS_S = 30.0


class Stage(StrEnum):
    """The stages, in their order."""

    ADDRESS = "address"
    SECURE = "secure"
    KEY = "key"
    MODELS = "models"
    WORDS = "words"


class Result(StrEnum):
    """How a stage went."""

    NOT_TRIED = "not_tried"
    RUNNING = "running"
    PASSED = "passed"
    SKIPPED = "skipped"
    """Does not apply, such as a secure connection to this computer."""
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class StageReport:
    """One row of the report."""

    stage: Stage
    result: Result = Result.NOT_TRIED
    finding: str = ""
    """A host, a model's name, a count: a value, not a sentence."""
    ms: int | None = None
    error: ErrorInfo | None = None


@dataclass(frozen=True, slots=True)
class ConnectionReport:
    """All stages so far."""

    stages: tuple[StageReport, ...] = tuple(StageReport(stage) for stage in Stage)
    models: tuple[str, ...] = ()
    total_ms: int = 0

    @property
    def error(self) -> ErrorInfo | None:
        """The first failure."""
        return next((s.error for s in self.stages if s.error is not None), None)

    @property
    def passed(self) -> bool:
        """Whether the provider can be chatted with."""
        last = self.stages[-1].result
        return self.error is None and last is Result.PASSED


_STAGE_OF_KIND = {
    ErrorKind.DNS: Stage.ADDRESS,
    ErrorKind.NETWORK: Stage.ADDRESS,
    ErrorKind.PROXY: Stage.ADDRESS,
    ErrorKind.TIMEOUT: Stage.ADDRESS,
    ErrorKind.TLS: Stage.SECURE,
    ErrorKind.AUTH: Stage.KEY,
    ErrorKind.PERMISSION: Stage.KEY,
    ErrorKind.KEYRING: Stage.KEY,
}


class ConnectionTest:
    """One run of the test; the report grows as stages end."""

    def __init__(
        self,
        chosen: Provider,
        *,
        endpoints: Endpoints,
        client: ModelClient,
        settings: Settings,
        clock: Clock,
        on_progress: Callable[[ConnectionReport], None],
    ) -> None:
        self._chosen = chosen
        self._endpoints = endpoints
        self._client = client
        self._settings = settings
        self._clock = clock
        self._on_progress = on_progress
        self._rows = {stage: StageReport(stage) for stage in Stage}
        self._models: tuple[str, ...] = ()
        self._began = clock.monotonic()

    async def run(self, key: Secret | None) -> ConnectionReport:
        """Tries to list the models and to get the first words of a reply.

        Args:
            key: the provider's key; ``None`` takes the stored one.
        """
        self._show(StageReport(Stage.ADDRESS, Result.RUNNING))
        try:
            endpoint = await self._endpoint(key)
        except AssistantError as error:
            return self._fail(error.info, Stage.ADDRESS)
        began = self._clock.monotonic()
        try:
            self._models = tuple(m.id for m in await self._client.list_models(endpoint))
        except AssistantError as error:
            if error.info.kind is not ErrorKind.NOT_FOUND:
                return self._fail(error.info, Stage.MODELS)
            # Some servers chat well and have no list: the words below decide.
            self._reached(endpoint, began, Result.SKIPPED)
        else:
            self._reached(endpoint, began, Result.PASSED)
        return await self._words(endpoint)

    async def _endpoint(self, key: Secret | None) -> Endpoint:
        if self._chosen.is_local:
            return await self._endpoints.resolve(self._settings, self._chosen.id, SendOptions())
        return await self._endpoints.of_provider(self._settings, self._chosen, key)

    def _reached(self, endpoint: Endpoint, began: float, models: Result) -> None:
        """The list came (or is missing), so all before it works: it took one connection."""
        ms = self._ms_since(began)
        is_secure = endpoint.base_url.startswith("https:")
        has_key = endpoint.key is not None and models is Result.PASSED
        self._show(
            StageReport(Stage.ADDRESS, Result.PASSED, host_of(endpoint.base_url)),
            StageReport(Stage.SECURE, Result.PASSED if is_secure else Result.SKIPPED),
            StageReport(Stage.KEY, Result.PASSED if has_key else Result.SKIPPED),
            StageReport(Stage.MODELS, models, str(len(self._models)), ms),
            StageReport(Stage.WORDS, Result.RUNNING),
        )

    async def _words(self, endpoint: Endpoint) -> ConnectionReport:
        model = self._chosen.model or (self._models[0] if self._models else "")
        began = self._clock.monotonic()
        error = await self._first_words_error(endpoint, model)
        if error is not None:
            return self._fail(error, Stage.WORDS)
        ms = self._ms_since(began)
        return self._show(StageReport(Stage.WORDS, Result.PASSED, model, ms))

    async def _first_words_error(self, endpoint: Endpoint, model: str) -> ErrorInfo | None:
        """Asks for a word and hangs up as soon as there is one; returns what went wrong."""
        request = ModelRequest(endpoint, model, (ChatTurn(Role.USER, "Say hello."),))
        draft = ReplyDraft(self._chosen.name)
        stream = self._client.stream(request)
        watchdog = TextWatchdog(
            provider=self._chosen.name, first_text_s=FIRST_WORDS_S, idle_s=FIRST_WORDS_S
        )
        try:
            async with watchdog, aclosing(stream):
                async for event in stream:
                    draft.apply(event)
                    if draft.has_output:
                        return None
        except AssistantError as error:
            return error.info
        return draft.finish().error

    def _fail(self, error: ErrorInfo, at: Stage) -> ConnectionReport:
        """The stage that the error's kind points to failed; earlier ones must have worked."""
        order = list(Stage)
        failed = min(order.index(_STAGE_OF_KIND.get(error.kind, at)), order.index(at))
        for stage in order[:failed]:
            if self._rows[stage].result in (Result.NOT_TRIED, Result.RUNNING):
                self._rows[stage] = StageReport(stage, Result.PASSED)
        self._rows[order[failed]] = StageReport(order[failed], Result.FAILED, error=error)
        return self._show()

    def _show(self, *rows: StageReport) -> ConnectionReport:
        self._rows.update({row.stage: row for row in rows})
        report = ConnectionReport(
            stages=tuple(self._rows.values()),
            models=self._models,
            total_ms=self._ms_since(self._began),
        )
        self._on_progress(report)
        return report

    def _ms_since(self, began: float) -> int:
        return round((self._clock.monotonic() - began) * 1000)
