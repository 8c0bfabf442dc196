"""A service that answers: the one door to every model, local or far."""

from collections.abc import AsyncGenerator
from dataclasses import dataclass, field
from typing import Protocol

from desktop_assistant.domain.messages import Role
from desktop_assistant.domain.secret import Secret
from desktop_assistant.domain.stream import StreamEvent


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where a request goes and with what. Two equal endpoints may share a connection."""

    name: str
    """How the provider is called in error texts."""
    base_url: str
    key: Secret | None = None
    organization: str = ""
    project: str = ""
    headers: tuple[tuple[str, str], ...] = ()
    proxy: str = "system"
    """``system``, ``none`` or a proxy's address."""
    ca_file: str = ""
    connect_timeout_s: float = 10.0


@dataclass(frozen=True, slots=True)
class ChatTurn:
    """One message of a request."""

    role: Role | str
    """A ``Role``, or ``"system"``."""
    text: str


@dataclass(frozen=True, slots=True)
class Sampling:
    """Model parameters; ``None`` is not sent."""

    temperature: float | None = None
    top_p: float | None = None
    reply_limit: int | None = None
    frequency_penalty: float | None = None
    presence_penalty: float | None = None
    seed: int | None = None
    reasoning_effort: str | None = None
    stop: tuple[str, ...] | None = None
    extra_json: str | None = None
    """The text of a JSON object whose members join the request; it has been checked."""


@dataclass(frozen=True, slots=True)
class ModelRequest:
    """One question with its context."""

    endpoint: Endpoint
    model: str
    turns: tuple[ChatTurn, ...]
    sampling: Sampling = field(default_factory=Sampling)
    stream: bool = True


@dataclass(frozen=True, slots=True)
class ModelInfo:
    """A model that a provider offers."""

    id: str


class ModelClient(Protocol):
    """Talks to OpenAI-compatible services."""

    async def load(self) -> None:
        """Gets ready what takes long at first use, without connecting anywhere; may be left out."""
        ...

    def stream(self, request: ModelRequest) -> AsyncGenerator[StreamEvent, None]:
        """The reply as events; also a whole (non-streamed) one, then in few events.

        An async generator: the caller wraps it in ``contextlib.aclosing``, so that stopping,
        failing and quitting all close the HTTP response. Never retries by itself. Faults after
        the response began come as a ``StreamFault`` event, the last one; faults before that are
        raised. Does not time text out: the caller watches that.

        Raises:
            AssistantError: if no response began.
        """
        ...

    async def list_models(self, endpoint: Endpoint) -> list[ModelInfo]:
        """The provider's models, by name.

        Raises:
            AssistantError: if the list cannot be had.
        """
        ...

    async def close(self) -> None:
        """Closes all connections."""
        ...
