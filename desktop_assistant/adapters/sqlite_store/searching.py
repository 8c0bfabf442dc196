"""Finds a text in every message of every branch, and in titles; called within one snapshot."""

from collections.abc import Generator, Iterator, Sequence
from contextlib import closing
from typing import NamedTuple

from desktop_assistant.adapters.sqlite_store.database import Database
from desktop_assistant.adapters.sqlite_store.reading import text_so_far
from desktop_assistant.adapters.sqlite_store.search_index import (
    TRIGRAM,
    character_expression,
    fold,
    trigram_expression,
)
from desktop_assistant.adapters.sqlite_store.snippets import find, snippet
from desktop_assistant.domain.surrogates import join_surrogates
from desktop_assistant.ports.conversation_store import SearchHit

SURPLUS = 5
"""Messages are met in the order they were added; so many times the limit are then put in the order
of their dates, which is another one where conversations were imported."""

_BY_TRIGRAMS = "SELECT rowid FROM search_trigrams WHERE search_trigrams MATCH ? ORDER BY rowid DESC"
_BY_CHARACTERS = (
    "SELECT rowid FROM search_characters WHERE search_characters MATCH ? ORDER BY rowid DESC"
)
_FINISHED = "SELECT text FROM bodies WHERE message = ?"
_ALL = """
SELECT b.message, b.text FROM bodies AS b
WHERE b.message NOT IN (
  SELECT pk FROM messages INDEXED BY messages_streaming WHERE status = 'streaming')
ORDER BY b.message DESC
"""
_BEING_WRITTEN = """
SELECT m.pk, b.text
FROM messages AS m INDEXED BY messages_streaming JOIN bodies AS b ON b.message = m.pk
WHERE m.status = 'streaming'
"""
_PLACE = """
SELECT m.created_at, c.pk FROM messages AS m JOIN conversations AS c ON c.pk = m.conversation
WHERE m.pk = ? AND c.deleted_at IS NULL
"""
_TITLES = "SELECT updated_at, pk, title FROM conversations WHERE deleted_at IS NULL"
_DESCRIPTION = """
SELECT c.id, c.title, m.id, b.text
FROM conversations AS c LEFT JOIN messages AS m ON m.pk = ?2
LEFT JOIN bodies AS b ON b.message = m.pk
WHERE c.pk = ?1
"""
_SHOWN = """
WITH RECURSIVE shown (pk) AS (
  SELECT active_leaf FROM conversations WHERE pk IN (SELECT value FROM json_each(?1))
  UNION ALL
  SELECT m.parent FROM shown JOIN messages AS m ON m.pk = shown.pk WHERE m.parent IS NOT NULL
)
SELECT pk FROM shown WHERE pk IN (SELECT value FROM json_each(?2))
"""


class _Match(NamedTuple):
    """Where a text was found, in the order that hits are wanted in."""

    at: float
    message: int
    """0 if it is in the title."""
    conversation: int


def search(database: Database, query: str, limit: int) -> list[SearchHit]:
    """Messages and titles that contain the text, newest first."""
    needle = fold(join_surrogates(query))
    if not needle or limit <= 0:
        return []
    matches = list(_titles(database, needle))
    with closing(_messages(database, needle)) as found:
        for match in found:
            matches.append(match)
            if len(matches) >= limit * SURPLUS:
                break
    matches.sort(reverse=True)
    wanted = matches[:limit]
    shown = _shown(database, wanted)
    return [_hit(database, match, needle, shown) for match in wanted]


def _titles(database: Database, needle: str) -> Iterator[_Match]:
    for updated_at, pk, title in database.rows(_TITLES):
        if needle in fold(title):
            yield _Match(updated_at, 0, pk)


def _messages(database: Database, needle: str) -> Generator[_Match, None, None]:
    for pk, text in _candidates(database, needle):
        if needle in fold(text):
            place = database.row(_PLACE, pk)
            if place is not None:
                yield _Match(place[0], pk, place[1])


def _candidates(database: Database, needle: str) -> Iterator[tuple[int, str]]:
    """Messages that may contain a folded text, last added first, each with its text."""
    for pk, text in database.rows(_BEING_WRITTEN):
        yield pk, text_so_far(database, pk, text, None)[0]
    if len(needle) >= TRIGRAM:
        yield from _indexed(database, _BY_TRIGRAMS, trigram_expression(needle))
    elif not needle.isascii():
        yield from _indexed(database, _BY_CHARACTERS, character_expression(needle))
    else:
        # One or two ASCII characters are in most texts, so reading along is soon done; and where
        # they are rare, folding ASCII is so cheap that an index would gain little.
        with closing(database.execute(_ALL)) as cursor:
            yield from cursor


def _indexed(database: Database, sql: str, expression: str) -> Iterator[tuple[int, str]]:
    with closing(database.execute(sql, expression)) as cursor:
        for (pk,) in cursor:
            for (text,) in database.rows(_FINISHED, pk):
                yield pk, text


def _shown(database: Database, matches: Sequence[_Match]) -> set[int]:
    """Which of the messages are on the branch that their conversation shows."""
    conversations = ",".join(str(pk) for pk in {match.conversation for match in matches})
    messages = ",".join(str(match.message) for match in matches)
    return {row[0] for row in database.execute(_SHOWN, f"[{conversations}]", f"[{messages}]")}


def _hit(database: Database, match: _Match, needle: str, shown: set[int]) -> SearchHit:
    ((conversation_id, title, message_id, text),) = database.rows(
        _DESCRIPTION, match.conversation, match.message
    )
    text = title if text is None else text_so_far(database, match.message, text, None)[0]
    shown_text, start, length = snippet(text, *find(text, needle))
    return SearchHit(
        conversation_id=conversation_id,
        message_id=message_id,
        title=title,
        snippet=shown_text,
        match_start=start,
        match_length=length,
        on_active_branch=match.message == 0 or match.message in shown,
    )
