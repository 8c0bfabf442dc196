"""What is read from the library. Each function is called within one snapshot of the reader."""

from collections.abc import Sequence
from functools import partial

from desktop_assistant.adapters.sqlite_store.database import Database
from desktop_assistant.adapters.sqlite_store.rows import (
    MESSAGE_COLUMNS,
    ROLES,
    STATUSES,
    message_from,
    role_from,
    status_from,
)
from desktop_assistant.domain.errors import ProblemCode, problem
from desktop_assistant.domain.ids import ConversationId, MessageId
from desktop_assistant.domain.messages import Message, MessageNode, Status
from desktop_assistant.ports.conversation_store import ConversationRecord, ConversationSummary

_SUMMARY = """
SELECT id, title, created_at, updated_at, branches, pinned, unread,
  pk IN (SELECT conversation FROM messages INDEXED BY messages_streaming
    WHERE status = 'streaming'),
  deleted_at
FROM conversations
"""
_KEPT = f"{_SUMMARY} WHERE deleted_at IS NULL ORDER BY pinned DESC, used_at DESC, pk DESC"
_DELETED = f"{_SUMMARY} WHERE deleted_at IS NOT NULL ORDER BY deleted_at DESC, pk DESC"
_RECORD = """
SELECT c.pk, c.title, c.created_at, c.updated_at, c.pinned, leaf.id, c.provider_id, c.model,
  s.text, coalesce(d.text, ''), coalesce(a.anchor, ''), c.deleted_at
FROM conversations AS c
LEFT JOIN messages AS leaf ON leaf.pk = c.active_leaf
LEFT JOIN system_texts AS s ON s.pk = c.system_text
LEFT JOIN drafts AS d ON d.conversation = c.pk
LEFT JOIN scroll_anchors AS a ON a.conversation = c.pk
WHERE c.id = ?
"""
_NODES = """
SELECT pk, id, parent, last_child, role, status, created_at, position, length, model
FROM messages WHERE conversation = ? ORDER BY position
"""
_MESSAGE = f"""
SELECT m.pk, b.text, b.reasoning, {MESSAGE_COLUMNS}
FROM messages AS m
JOIN conversations AS c ON c.pk = m.conversation
JOIN bodies AS b ON b.message = m.pk
LEFT JOIN messages AS p ON p.pk = m.parent
LEFT JOIN system_texts AS s ON s.pk = m.system_text
WHERE m.id = ?
"""


def summaries(database: Database) -> list[ConversationSummary]:
    """All conversations that are not in the trash."""
    return _summaries(database, _KEPT)


def deleted_summaries(database: Database) -> list[ConversationSummary]:
    """All conversations that are in the trash, deleted last first."""
    return _summaries(database, _DELETED)


def _summaries(database: Database, query: str) -> list[ConversationSummary]:
    return [
        ConversationSummary(
            id_, title, created_at, updated_at, branches,
            bool(pinned), bool(unread), bool(answering), deleted_at,
        )
        for id_, title, created_at, updated_at, branches, pinned, unread, answering, deleted_at in (
            database.execute(query)
        )
    ]  # fmt: skip


def conversation(database: Database, conversation_id: ConversationId) -> ConversationRecord:
    """One conversation with its tree; one in the trash too, as long as it is asked for by id.

    Raises:
        InvalidInputError: if there is none of that id.
    """
    row = database.row(_RECORD, conversation_id)
    if row is None:
        raise problem(ProblemCode.UNKNOWN_CONVERSATION, id=conversation_id)
    pk, title, created_at, updated_at, pinned, leaf, *chosen, draft, anchor, deleted_at = row
    provider_id, model, prompt = chosen
    return ConversationRecord(
        id=conversation_id,
        title=title,
        created_at=created_at,
        updated_at=updated_at,
        pinned=bool(pinned),
        active_leaf_id=leaf,
        nodes=_nodes(database, pk),
        provider_id=provider_id,
        model=model,
        system_prompt=prompt,
        draft=draft,
        scroll_anchor=anchor,
        is_deleted=deleted_at is not None,
    )


def messages(database: Database, message_ids: Sequence[MessageId]) -> list[Message]:
    """Whole messages in the order asked for.

    Raises:
        InvalidInputError: if one does not exist.
    """
    return [_message(database, message_id) for message_id in message_ids]


def conversation_of(database: Database, message_id: MessageId) -> ConversationId:
    """The conversation a message belongs to.

    Raises:
        InvalidInputError: if there is no such message.
    """
    row = database.row(
        "SELECT c.id FROM messages AS m JOIN conversations AS c ON c.pk = m.conversation"
        " WHERE m.id = ?",
        message_id,
    )
    if row is None:
        raise problem(ProblemCode.UNKNOWN_MESSAGE, id=message_id)
    return ConversationId(row[0])


def state(database: Database, key: str) -> str:
    """A state of the app, or an empty string."""
    row = database.row("SELECT value FROM app_state WHERE key = ?", key)
    return row[0] if row else ""


def text_so_far(
    database: Database, message_pk: int, text: str, reasoning: str | None
) -> tuple[str, str | None]:
    """Text and thinking of a reply that is being written: its body with its chunks."""
    chunks = database.rows(
        "SELECT text, reasoning FROM chunks WHERE message = ? ORDER BY seq", message_pk
    )
    texts = [text, *(chunk[0] for chunk in chunks)]
    thoughts = [reasoning or "", *(chunk[1] for chunk in chunks)]
    return "".join(texts), "".join(thoughts) or None


def _message(database: Database, message_id: MessageId) -> Message:
    row = database.row(_MESSAGE, message_id)
    if row is None:
        raise problem(ProblemCode.UNKNOWN_MESSAGE, id=message_id)
    pk, text, reasoning, *columns = row
    message = message_from(tuple(columns), text, reasoning)
    if message.status is Status.STREAMING:
        text, reasoning = text_so_far(database, pk, text, reasoning)
        return message_from(tuple(columns), text, reasoning)
    return message


def _nodes(database: Database, conversation: int) -> tuple[MessageNode, ...]:
    rows = database.rows(_NODES, conversation)
    ids = {row[0]: row[1] for row in rows}
    ids[None] = None
    # There may be ten thousand. Naming the fields of each would take half as long again.
    made, roles, statuses = partial(tuple.__new__, MessageNode), ROLES, STATUSES
    try:
        return tuple(
            [
                made((
                    id_, ids[parent], roles[role], statuses[status], created_at, position, length,
                    ids[last_child], model,
                ))
                for _, id_, parent, last_child, role, status, created_at, position, length, model
                in rows
            ]
        )  # fmt: skip
    except KeyError:
        for row in rows:
            role_from(row[4])
            status_from(row[5])
        raise
