"""Messages that were sent while a reply was being written: each waits for that reply.

They are part of the draft that is stored, so that they outlive the program; only a complete reply
lets the next one go.
"""

from collections.abc import Sequence

from desktop_assistant.domain.ids import ConversationId

_BETWEEN = "\n\n"


class WaitingMessages:
    """Queues by conversation."""

    def __init__(self) -> None:
        self._queues: dict[ConversationId, list[str]] = {}

    def of(self, conversation_id: ConversationId) -> tuple[str, ...]:
        """The messages that wait there, first one first."""
        return tuple(self._queues.get(conversation_id, ()))

    def add(self, conversation_id: ConversationId, text: str) -> None:
        """Lets a message wait."""
        self._queues.setdefault(conversation_id, []).append(text)

    def replace(self, conversation_id: ConversationId, texts: Sequence[str]) -> None:
        """Lets these wait instead."""
        if texts:
            self._queues[conversation_id] = list(texts)
        else:
            self._queues.pop(conversation_id, None)

    def take_first(self, conversation_id: ConversationId) -> str | None:
        """The message whose turn it is; it waits no more."""
        waiting = self.of(conversation_id)
        self.replace(conversation_id, waiting[1:])
        return waiting[0] if waiting else None

    def with_draft(self, conversation_id: ConversationId, draft: str) -> str:
        """The draft to store: what waits, then what is being typed."""
        return join_drafts(*self.of(conversation_id), draft)

    def give_up(self, conversation_id: ConversationId, draft: str) -> str:
        """Lets nothing wait any more; returns it all as one draft."""
        whole = self.with_draft(conversation_id, draft)
        self.replace(conversation_id, ())
        return whole


def join_drafts(*texts: str) -> str:
    """Texts as one, an empty line between them; empty ones leave no trace."""
    return _BETWEEN.join(text for text in texts if text.strip())
