"""What of a conversation is exported: an allow-list.

Whatever is written from a branch is made of these values and nothing else. A field that messages
get later is not in an export until it is named here; a test asks for that decision.
"""

from dataclasses import dataclass, replace

from desktop_assistant.domain.messages import Message, Usage


@dataclass(frozen=True, slots=True)
class ExportedMessage:
    """A message of the branch; of its fields only those that ``exported`` names are filled."""

    message: Message
    version: int = 1
    """Which version of its place this is, from 1."""
    versions: int = 1


@dataclass(frozen=True, slots=True)
class Branch:
    """One path through a conversation, first message first."""

    title: str
    """May be empty."""
    messages: tuple[ExportedMessage, ...]

    @property
    def models(self) -> tuple[str, ...]:
        """The models that answered, each once, in the order of their first replies."""
        named = (m.message.model for m in self.messages)
        return tuple(dict.fromkeys(model for model in named if model))

    @property
    def written_at(self) -> float:
        """When its last message was written, in seconds since the epoch, UTC; 0 if it is empty."""
        return self.messages[-1].message.created_at if self.messages else 0.0


def exported(message: Message, version: int = 1, versions: int = 1) -> ExportedMessage:
    """Take over what a reader of the conversation sees, and nothing else.

    Args:
        message: as the library holds it.
        version: which version of its place it is, from 1.
        versions: how many there are.
    """
    error = message.error
    usage = message.usage
    return ExportedMessage(
        Message(
            id=message.id,
            conversation_id=message.conversation_id,
            parent_id=message.parent_id,
            role=message.role,
            status=message.status,
            text=message.text,
            created_at=message.created_at,
            reasoning=message.reasoning,
            reasoning_s=message.reasoning_s,
            model=message.model,
            # How long a reply cut at its limit is, as the window says it.
            usage=None if usage is None else Usage(0, usage.output_tokens, usage.estimated),
            # The sentences for people; never the service's own words.
            error=None if error is None else replace(error, detail=None, retry_after_s=None),
        ),
        version,
        versions,
    )
