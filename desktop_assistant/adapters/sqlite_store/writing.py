"""What changes the library. Each function is called within one transaction of the writer."""

from collections.abc import Sequence

from desktop_assistant.adapters.sqlite_store import search_index
from desktop_assistant.adapters.sqlite_store.database import Database, Value
from desktop_assistant.adapters.sqlite_store.rows import OUTCOME_COLUMNS, outcome_values
from desktop_assistant.domain.errors import ProblemCode, problem
from desktop_assistant.domain.ids import ConversationId, MessageId
from desktop_assistant.domain.messages import Message, Status
from desktop_assistant.domain.surrogates import join_surrogates
from desktop_assistant.ports.conversation_store import ConversationRecord

WINDOW_STATE = "window"
NEW_DRAFT = "new_draft"
_TICK_S = 0.001
"""What a conversation is moved ahead of the one used before it if the clock was set back."""

_INSERT_MESSAGE = (
    "INSERT INTO messages"
    f" (id, conversation, parent, position, role, created_at, writer, {OUTCOME_COLUMNS})"
    " VALUES (?,?,?,?,?,?,?, ?,?,?,?,?,?,?,?,?,?,?,?,?)"
)
_FINISH_MESSAGE = (
    f"UPDATE messages SET ({OUTCOME_COLUMNS}) = (?,?,?,?,?,?,?,?,?,?,?,?,?), writer = NULL"
    " WHERE pk = ?"
)
_APPEND_CHUNK = """
INSERT INTO chunks (message, seq, text, reasoning)
SELECT m.pk, coalesce((SELECT max(seq) + 1 FROM chunks WHERE message = m.pk), 0), ?, ?
FROM messages AS m WHERE m.id = ? AND m.status = 'streaming'
"""
_REMEMBER_PATH = """
WITH RECURSIVE path (node, child) AS (
  SELECT parent, pk FROM messages WHERE pk = ?
  UNION ALL
  SELECT m.parent, m.pk FROM path JOIN messages AS m ON m.pk = path.node
)
UPDATE messages SET last_child = path.child FROM path
WHERE messages.pk = path.node AND messages.last_child IS NOT path.child
"""


def begin_turn(
    database: Database,
    record: ConversationRecord,
    messages: Sequence[Message],
    active_leaf_id: MessageId,
    writer: str | None,
) -> None:
    """Adds messages, their conversation if it is new, and shows the branch they are on.

    Args:
        database: the writer.
        record: the conversation; only a new one is taken from it.
        messages: parents before their children.
        active_leaf_id: the end of the branch to show.
        writer: the token of this process, kept with a message in status ``streaming``.

    Raises:
        InvalidInputError: if a parent or the leaf is unknown in this conversation.
    """
    conversation = _find_conversation(database, record.id)
    if conversation is None:
        conversation = _create_conversation(database, record)
    for message in messages:
        _add_message(database, conversation, message, writer)
    if messages:
        _mark_used(database, conversation, messages[-1])
    _activate(database, conversation, active_leaf_id)


def append_chunk(database: Database, message_id: MessageId, text: str, reasoning: str) -> None:
    """Adds to a reply that is being written.

    Raises:
        InvalidInputError: if there is no such message.
        ValueError: if it is finished, which is a bug of the caller's.
    """
    database.execute(_APPEND_CHUNK, text, reasoning, message_id)
    if database.changed() == 0:
        _message(database, message_id)
        raise ValueError(f"message {message_id} is finished")


def finish_reply(database: Database, message: Message) -> None:
    """Replaces a reply's chunks by the final message. Doing it again changes nothing.

    Raises:
        InvalidInputError: if there is no such message.
        ValueError: if the message is not final, which is a bug of the caller's.
    """
    if not message.status.is_final:
        raise ValueError(f"message {message.id} is not finished")
    pk, status = _message(database, message.id)
    text = join_surrogates(message.text)
    database.execute(_FINISH_MESSAGE, *_outcome(database, message, text), pk)
    database.execute(
        "UPDATE bodies SET text = ?, reasoning = ? WHERE message = ?", text, message.reasoning, pk
    )
    database.execute("DELETE FROM chunks WHERE message = ?", pk)
    if status != Status.STREAMING.value:
        search_index.remove(database, pk)
    search_index.add(database, pk, text)


def activate(database: Database, conversation_id: ConversationId, leaf_id: MessageId) -> None:
    """Shows another branch and remembers it all the way up.

    Raises:
        InvalidInputError: if the conversation or the message in it is unknown.
    """
    _activate(database, _conversation(database, conversation_id), leaf_id)


def set_column(
    database: Database, conversation_id: ConversationId, column: str, value: Value
) -> None:
    """Sets one column of a conversation; its name is one of ours, never the user's.

    Raises:
        InvalidInputError: if the conversation is unknown.
    """
    pk = _conversation(database, conversation_id)
    database.execute(f"UPDATE conversations SET {column} = ? WHERE pk = ?", value, pk)


def set_model(
    database: Database, conversation_id: ConversationId, provider_id: str | None, model: str | None
) -> None:
    """Sets what a conversation talks to.

    Raises:
        InvalidInputError: if the conversation is unknown.
    """
    set_column(database, conversation_id, "provider_id", provider_id)
    set_column(database, conversation_id, "model", model)


def set_system_prompt(
    database: Database, conversation_id: ConversationId, system_prompt: str | None
) -> None:
    """Sets a conversation's own system prompt.

    Raises:
        InvalidInputError: if the conversation is unknown.
    """
    set_column(database, conversation_id, "system_text", _system_text(database, system_prompt))


def save_draft(database: Database, conversation_id: ConversationId | None, text: str) -> None:
    """Keeps what was typed.

    Raises:
        InvalidInputError: if the conversation is unknown.
    """
    if conversation_id is None:
        save_state(database, NEW_DRAFT, text)
        return
    pk = _conversation(database, conversation_id)
    database.execute("INSERT OR REPLACE INTO drafts (conversation, text) VALUES (?, ?)", pk, text)


def save_scroll_anchor(database: Database, conversation_id: ConversationId, anchor: str) -> None:
    """Keeps where the window was left.

    Raises:
        InvalidInputError: if the conversation is unknown.
    """
    pk = _conversation(database, conversation_id)
    database.execute(
        "INSERT OR REPLACE INTO scroll_anchors (conversation, anchor) VALUES (?, ?)", pk, anchor
    )


def save_state(database: Database, key: str, value: str) -> None:
    """Keeps a state of the app that belongs to no conversation."""
    database.execute("INSERT OR REPLACE INTO app_state (key, value) VALUES (?, ?)", key, value)


def _find_conversation(database: Database, conversation_id: ConversationId) -> int | None:
    row = database.row("SELECT pk FROM conversations WHERE id = ?", conversation_id)
    return row[0] if row else None


def _conversation(database: Database, conversation_id: ConversationId) -> int:
    pk = _find_conversation(database, conversation_id)
    if pk is None:
        raise problem(ProblemCode.UNKNOWN_CONVERSATION, id=conversation_id)
    return pk


def _message(database: Database, message_id: MessageId) -> tuple[int, str]:
    row = database.row("SELECT pk, status FROM messages WHERE id = ?", message_id)
    if row is None:
        raise problem(ProblemCode.UNKNOWN_MESSAGE, id=message_id)
    return row[0], row[1]


def _message_in(database: Database, conversation: int, message_id: MessageId) -> int:
    row = database.row(
        "SELECT pk FROM messages WHERE id = ? AND conversation = ?", message_id, conversation
    )
    if row is None:
        raise problem(ProblemCode.UNKNOWN_MESSAGE, id=message_id)
    return int(row[0])


def _create_conversation(database: Database, record: ConversationRecord) -> int:
    database.execute(
        "INSERT INTO conversations (id, title, created_at, updated_at, used_at, pinned,"
        " provider_id, model, system_text) VALUES (?,?,?,?,?,?,?,?,?)",
        record.id,
        record.title,
        record.created_at,
        record.updated_at,
        record.updated_at,
        int(record.pinned),
        record.provider_id,
        record.model,
        _system_text(database, record.system_prompt),
    )
    return database.last_pk


def _add_message(
    database: Database, conversation: int, message: Message, writer: str | None
) -> None:
    parent = None
    starts_branch = True
    if message.parent_id is not None:
        parent = _message_in(database, conversation, message.parent_id)
        child = database.row("SELECT 1 FROM messages WHERE parent = ? LIMIT 1", parent)
        starts_branch = child is not None
    text = join_surrogates(message.text)
    is_final = message.status.is_final
    database.execute(
        _INSERT_MESSAGE,
        message.id,
        conversation,
        parent,
        _position(database, conversation, message.position),
        message.role.value,
        message.created_at,
        None if is_final else writer,
        *_outcome(database, message, text),
    )
    pk = database.last_pk
    database.execute(
        "INSERT INTO bodies (message, text, reasoning) VALUES (?,?,?)", pk, text, message.reasoning
    )
    if is_final:
        search_index.add(database, pk, text)
    if starts_branch:
        database.execute(
            "UPDATE conversations SET branches = branches + 1 WHERE pk = ?", conversation
        )


def _position(database: Database, conversation: int, wanted: int) -> int:
    """The wanted position, or the next free one: another process may have added a message too."""
    ((last,),) = database.rows(
        "SELECT max(position) FROM messages WHERE conversation = ?", conversation
    )
    return wanted if last is None else max(wanted, last + 1)


def _outcome(database: Database, message: Message, text: str) -> tuple[Value, ...]:
    return outcome_values(message, _system_text(database, message.system_prompt), len(text))


def _system_text(database: Database, text: str | None) -> int | None:
    """The key of a system prompt's text, which is stored once."""
    if text is None:
        return None
    import hashlib  # loads OpenSSL: not at start

    text = join_surrogates(text)
    digest = hashlib.sha256(text.encode()).digest()
    row = database.row("SELECT pk FROM system_texts WHERE digest = ?", digest)
    if row is not None:
        return int(row[0])
    database.execute("INSERT INTO system_texts (digest, text) VALUES (?, ?)", digest, text)
    return database.last_pk


def _mark_used(database: Database, conversation: int, newest: Message) -> None:
    """Takes the conversation out of the trash and, if it is being answered, to the top.

    What is imported or only noted is put where its date belongs.
    """
    used_at = newest.created_at
    if not newest.status.is_final:
        ((last,),) = database.rows("SELECT max(used_at) FROM conversations")
        used_at = max(used_at, last + _TICK_S)
    database.execute(
        "UPDATE conversations SET updated_at = ?, used_at = max(used_at, ?), deleted_at = NULL"
        " WHERE pk = ?",
        newest.created_at,
        used_at,
        conversation,
    )


def _activate(database: Database, conversation: int, leaf_id: MessageId) -> None:
    leaf = _message_in(database, conversation, leaf_id)
    database.execute("UPDATE conversations SET active_leaf = ? WHERE pk = ?", leaf, conversation)
    database.execute(_REMEMBER_PATH, leaf)
