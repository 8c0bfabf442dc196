"""What the controller tells whoever listens: typed, immutable, in order."""

from dataclasses import dataclass
from typing import TypeAlias

from desktop_assistant.domain.errors import ErrorInfo
from desktop_assistant.domain.ids import ConversationId, MessageId
from desktop_assistant.domain.messages import Message


@dataclass(frozen=True, slots=True)
class LibraryChanged:
    """The list of conversations differs: a title, an order, a badge, one more or less."""


@dataclass(frozen=True, slots=True)
class LibraryReplaced:
    """A backup was restored: what was open may be gone, so open it again."""


@dataclass(frozen=True, slots=True)
class ConversationChanged:
    """The shown branch or the tree of a conversation differs; ask for its state again."""

    conversation_id: ConversationId


@dataclass(frozen=True, slots=True)
class ReplyStarted:
    """A request is about to leave; question and empty reply are stored."""

    conversation_id: ConversationId
    message_id: MessageId
    parent_id: MessageId
    is_new_question: bool
    """False for retries, regenerations and continuations of an existing question."""


@dataclass(frozen=True, slots=True)
class ReplyDelta:
    """More text or thinking."""

    conversation_id: ConversationId
    message_id: MessageId
    text: str
    reasoning: str


@dataclass(frozen=True, slots=True)
class ReplyRetrying:
    """The request failed before any text and is sent again after a wait."""

    conversation_id: ConversationId
    message_id: MessageId
    attempt: int
    """The attempt that comes next, from 2."""
    of: int
    in_s: float
    error: ErrorInfo


@dataclass(frozen=True, slots=True)
class ReplyWaiting:
    """Nothing but signs of life came for a while, or a local model is starting."""

    conversation_id: ConversationId
    message_id: MessageId
    seconds: float
    starting_local_model: bool = False


@dataclass(frozen=True, slots=True)
class ContextCut:
    """The request about to leave does not carry the whole branch, or is too long even so."""

    conversation_id: ConversationId
    message_id: MessageId
    left_out: int
    """How many earlier messages it does not carry."""
    tokens: int
    """About how long it is."""
    budget: int
    """The most it should be: the model's window less what is kept free for the reply."""


@dataclass(frozen=True, slots=True)
class ReplyFinished:
    """A reply reached its final state and is stored."""

    conversation_id: ConversationId
    message: Message


@dataclass(frozen=True, slots=True)
class SettingsChanged:
    """Settings were changed, here or in the file."""


@dataclass(frozen=True, slots=True)
class StorageTrouble:
    """Something could not be saved; ``None`` says that saving works again."""

    error: ErrorInfo | None


ChatEvent: TypeAlias = (
    LibraryChanged
    | LibraryReplaced
    | ConversationChanged
    | ReplyStarted
    | ReplyDelta
    | ReplyRetrying
    | ReplyWaiting
    | ContextCut
    | ReplyFinished
    | SettingsChanged
    | StorageTrouble
)
