"""What is shown and what can be done: frozen snapshots for window and terminal.

Some of them are the ports' own values. They are handed on here, because the window knows the user's
verbs and not the outside.
"""

from dataclasses import dataclass

from desktop_assistant.chat.visible_path import PathEntry, VisiblePath
from desktop_assistant.domain.ids import ConversationId, MessageId, ProviderId
from desktop_assistant.ports.conversation_store import (
    ConversationSummary,
    OpenReport,
    SearchHit,
    StoreMode,
)
from desktop_assistant.ports.local_model import LocalModelState, LocalModelStatus
from desktop_assistant.ports.model_client import ModelInfo

__all__ = [
    "ContextMeter",
    "ConversationState",
    "ConversationSummary",
    "LocalModelState",
    "LocalModelStatus",
    "ModelChoice",
    "ModelInfo",
    "OpenReport",
    "PathEntry",
    "SearchHit",
    "StoreMode",
    "VisiblePath",
]


@dataclass(frozen=True, slots=True)
class ModelChoice:
    """What a conversation talks to."""

    provider_id: ProviderId
    provider_name: str
    model: str


@dataclass(frozen=True, slots=True)
class ConversationState:
    """A conversation as it is shown now."""

    id: ConversationId
    title: str
    is_temporary: bool
    is_new: bool
    """Not stored yet: nothing was sent."""
    pinned: bool
    path: VisiblePath
    """The visible branch, first message first."""
    branches: int
    """Number of leaves of the whole tree."""
    messages_elsewhere: int
    """Messages on other branches."""
    choice: ModelChoice
    system_prompt: str | None
    """This conversation's own; ``None`` follows the settings."""
    draft: str
    scroll_anchor: str
    replying_to: tuple[MessageId, ...]
    """Ids of the replies being written, on any branch of this conversation."""

    @property
    def active_leaf_id(self) -> MessageId | None:
        """The last visible message."""
        return self.path.nodes[-1].id if self.path else None

    @property
    def is_answering_here(self) -> bool:
        """Whether the visible branch is being answered."""
        return self.active_leaf_id in self.replying_to


@dataclass(frozen=True, slots=True)
class ContextMeter:
    """What the next press of Enter would send."""

    tokens: int
    window: int
    messages: int
    left_out: tuple[MessageId, ...]

    @property
    def share(self) -> float:
        """How full the window is; 1.0 is full."""
        return self.tokens / self.window if self.window else 0.0
