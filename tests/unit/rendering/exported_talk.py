"""A branch of a conversation that is easily written down."""

from desktop_assistant.domain.ids import ConversationId, MessageId
from desktop_assistant.domain.messages import Message, Role, Status
from desktop_assistant.rendering.export.branch import Branch, ExportedMessage, exported
from desktop_assistant.rendering.export.words import EnglishWords

WORDS = EnglishWords(lambda seconds: f"day {seconds:.0f}")


def question(text, **more):
    return _exported(Role.USER, text, more)


def reply(text, **more):
    more.setdefault("model", "gpt-4.1")
    return _exported(Role.ASSISTANT, text, more)


def branch(*messages: ExportedMessage, title="A talk") -> Branch:
    return Branch(title, messages)


def _exported(role, text, more):
    version, versions = more.pop("version", 1), more.pop("versions", 1)
    message = Message(
        id=MessageId("m"),
        conversation_id=ConversationId("c"),
        parent_id=None,
        role=role,
        status=more.pop("status", Status.COMPLETE),
        text=text,
        created_at=7.0,
        **more,
    )
    return exported(message, version, versions)
