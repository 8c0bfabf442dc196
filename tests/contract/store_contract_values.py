"""Conversations and messages for tests of stores: as short to write as they are to read."""

import itertools
from dataclasses import replace

from desktop_assistant.domain.ids import ConversationId, MessageId, ProviderId
from desktop_assistant.domain.messages import Message, Role, Status
from desktop_assistant.ports.conversation_store import ConversationRecord

START = 1_790_000_000.0
_numbers = itertools.count(1)


def new_record(title="Tides", at=START, **fields):
    """A conversation that no store knows yet."""
    return ConversationRecord(
        id=ConversationId(f"c{next(_numbers):05}"),
        title=title,
        created_at=at,
        updated_at=at,
        pinned=False,
        active_leaf_id=None,
        nodes=(),
        provider_id=ProviderId("openai"),
        model="gpt-4.1",
        **fields,
    )


def question(record, text="Why are there tides?", parent=None, position=0, at=START, **fields):
    """A finished message of the user's."""
    return Message(
        id=MessageId(f"m{next(_numbers):05}"),
        conversation_id=record.id,
        parent_id=parent,
        role=Role.USER,
        status=Status.COMPLETE,
        text=text,
        created_at=at,
        position=position,
        **fields,
    )


def reply_to(message, **fields):
    """An empty reply that is about to be written."""
    fields = {"created_at": message.created_at, "position": message.position + 1} | fields
    return Message(
        id=MessageId(f"m{next(_numbers):05}"),
        conversation_id=message.conversation_id,
        parent_id=message.id,
        role=Role.ASSISTANT,
        status=Status.STREAMING,
        text="",
        provider_id=ProviderId("openai"),
        model="gpt-4.1",
        **fields,
    )


def finished(reply, text="The moon pulls at the sea.", status=Status.COMPLETE, **fields):
    """The reply in its final form."""
    return replace(reply, text=text, status=status, **fields)


async def stored_turn(
    store, record=None, *, text="Why are there tides?", reply_text=None, **fields
):
    """A question with a finished reply, in the store: record, question and reply."""
    record = record or new_record()
    asked = question(record, text, **fields)
    reply = reply_to(asked)
    await store.begin_turn(record, [asked, reply], reply.id)
    reply = finished(reply) if reply_text is None else finished(reply, reply_text)
    await store.finish_reply(reply)
    return record, asked, reply
