"""What a model client says while a reply comes in: typed events, in order, as values."""

from dataclasses import dataclass
from typing import TypeAlias

from desktop_assistant.domain.errors import ErrorInfo
from desktop_assistant.domain.messages import Usage


@dataclass(frozen=True, slots=True)
class TextDelta:
    """More text. May hold many tokens: everything that one network read brought."""

    text: str


@dataclass(frozen=True, slots=True)
class ReasoningDelta:
    """More of the model's thinking, shown folded."""

    text: str


@dataclass(frozen=True, slots=True)
class ProviderBusy:
    """A sign of life without text (a comment, a ping): never resets the watchdog on text."""


@dataclass(frozen=True, slots=True)
class ResponseStarted:
    """The provider accepted the request."""

    model: str | None = None
    request_id: str | None = None


@dataclass(frozen=True, slots=True)
class UsageReported:
    """The provider's own token count."""

    usage: Usage


@dataclass(frozen=True, slots=True)
class FinishReported:
    """The provider named a reason for the end, such as ``stop``, ``length``, ``content_filter``."""

    reason: str


@dataclass(frozen=True, slots=True)
class EndMarker:
    """The stream's own end mark (``[DONE]``) was seen."""


@dataclass(frozen=True, slots=True)
class RequestAdjusted:
    """The request was sent again without something the provider does not know."""

    note: str


@dataclass(frozen=True, slots=True)
class StreamFault:
    """The stream broke; nothing more will come. Text so far stays."""

    error: ErrorInfo


StreamEvent: TypeAlias = (
    TextDelta
    | ReasoningDelta
    | ProviderBusy
    | ResponseStarted
    | UsageReported
    | FinishReported
    | EndMarker
    | RequestAdjusted
    | StreamFault
)
