"""Messages as values: immutable nodes of a tree, never edited, only joined by siblings."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from desktop_assistant.domain.errors import ErrorInfo
from desktop_assistant.domain.ids import ConversationId, MessageId, ProviderId


class Role(StrEnum):
    """Who wrote a message. The system prompt is no message: it is filled anew at every send."""

    USER = "user"
    ASSISTANT = "assistant"


class Status(StrEnum):
    """How far a message got. Only ``STREAMING`` is not final."""

    STREAMING = "streaming"
    COMPLETE = "complete"
    LIMIT = "limit"
    """The reply reached the length limit."""
    FILTERED = "filtered"
    """The provider withheld the reply or its end."""
    STOPPED = "stopped"
    """By the user."""
    INTERRUPTED = "interrupted"
    """Text came, then a fault; the text is kept."""
    FAILED = "failed"
    """No text came."""

    @property
    def is_final(self) -> bool:
        """Whether nothing more will be added to the message."""
        return self is not Status.STREAMING


@dataclass(frozen=True, slots=True)
class Usage:
    """Tokens as the provider counted them, or our estimate when it did not say."""

    input_tokens: int
    output_tokens: int
    estimated: bool = False


class MessageNode(NamedTuple):
    """A message's place in the tree, without its text: cheap to load by the ten thousand.

    That is also why it is a tuple: a frozen dataclass takes twice the time to make.
    """

    id: MessageId
    parent_id: MessageId | None
    role: Role
    status: Status
    created_at: float
    """Seconds since the epoch, UTC. For display only: siblings are ordered by ``position``."""
    position: int
    """Grows by one with every message of a conversation; clocks may jump, this does not."""
    length: int = 0
    """Characters of text, so that a row's height can be guessed before the text is read."""
    last_child_id: MessageId | None = None
    """The child towards the leaf last shown below this node; ``None`` means the newest child."""
    model: str | None = None


@dataclass(frozen=True, slots=True)
class Message:
    """A whole message, with text and the provenance of a reply."""

    id: MessageId
    conversation_id: ConversationId
    parent_id: MessageId | None
    role: Role
    status: Status
    text: str
    created_at: float
    """Seconds since the epoch, UTC."""
    position: int = 0
    reasoning: str | None = None
    reasoning_s: float | None = None
    """Seconds from the first thought to the first text."""
    provider_id: ProviderId | None = None
    model: str | None = None
    system_prompt: str | None = None
    """The system text exactly as it was sent with this request, variables filled."""
    finish_reason: str | None = None
    usage: Usage | None = None
    error: ErrorInfo | None = None
    duration_s: float | None = None
    """Seconds from the request to the last text."""
    note: str | None = None
    """A remark on a whole reply, such as a parameter that was left out."""

    @property
    def node(self) -> MessageNode:
        """This message's place in the tree, as it would be loaded without text."""
        return MessageNode(
            id=self.id,
            parent_id=self.parent_id,
            role=self.role,
            status=self.status,
            created_at=self.created_at,
            position=self.position,
            length=len(self.text),
            model=self.model,
        )
