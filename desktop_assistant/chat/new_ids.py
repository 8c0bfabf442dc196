"""Where new ids come from: random, so that no server, import or clock can make two alike."""

from uuid import uuid4

from desktop_assistant.domain.ids import ConversationId, MessageId


def new_message_id() -> MessageId:
    """An id that no message has."""
    return MessageId(uuid4().hex)


def new_conversation_id() -> ConversationId:
    """An id that no conversation has."""
    return ConversationId(uuid4().hex)
