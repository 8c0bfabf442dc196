"""Closes replies whose writer has died: what was written of them is kept and is what they are."""

import logging
from collections.abc import Callable
from dataclasses import replace

import apsw

from desktop_assistant.adapters.sqlite_store import reading, writing
from desktop_assistant.adapters.sqlite_store.database import Database
from desktop_assistant.domain.errors import ErrorInfo, ProblemCode
from desktop_assistant.domain.ids import MessageId
from desktop_assistant.domain.messages import Status

_log = logging.getLogger(__name__)

IsAlive = Callable[[str | None], bool]
"""Whether the process of a token can still finish its reply."""

# Left to itself SQLite would rather walk all messages in their order.
_BEING_WRITTEN = (
    "SELECT id, writer FROM messages INDEXED BY messages_streaming WHERE status = 'streaming'"
)


def recover(writer: Database, is_alive: IsAlive) -> int:
    """Closes the replies that nobody will finish.

    Where the disk is full or another process keeps on writing, nothing is changed and it is left
    for later: neither is a reason not to read.

    Returns:
        How many there were.

    Raises:
        apsw.Error: if SQLite fails for another reason.
    """
    if not has_orphans(writer, is_alive):
        return 0
    try:
        with writer.transaction(durable=True):
            return close_orphans(writer, is_alive)
    except (apsw.FullError, apsw.BusyError) as error:
        _log.warning("Replies that were being written are closed later: %s", error)
        return 0


def has_orphans(database: Database, is_alive: IsAlive) -> bool:
    """Whether there is a reply that nobody will finish; quick, as few are being written."""
    return bool(_orphans(database, is_alive))


def close_orphans(database: Database, is_alive: IsAlive) -> int:
    """Marks the replies of dead processes as interrupted, or failed where no text had come.

    Call within a transaction.

    Returns:
        How many there were.
    """
    orphans = _orphans(database, is_alive)
    for message in reading.messages(database, orphans):
        status = Status.INTERRUPTED if message.text else Status.FAILED
        error = ErrorInfo(ProblemCode.APP_CLOSED)
        writing.finish_reply(database, replace(message, status=status, error=error))
    return len(orphans)


def _orphans(database: Database, is_alive: IsAlive) -> list[MessageId]:
    alive: dict[str | None, bool] = {}
    orphans = []
    for message_id, writer in database.rows(_BEING_WRITTEN):
        if writer not in alive:
            alive[writer] = is_alive(writer)
        if not alive[writer]:
            orphans.append(MessageId(message_id))
    return orphans
