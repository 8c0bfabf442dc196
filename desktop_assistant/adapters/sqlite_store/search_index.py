"""What is written to find texts again: candidates only, as the text itself has the last word.

FTS5 has a query language and a folding of its own; neither sees what the user typed. It is given
folded text and single tokens that came from folded text, so it can neither miss nor misread any.
"""

from desktop_assistant.adapters.sqlite_store.database import Database

TRIGRAM = 3
MAX_TERMS = 24
"""Trigrams of a long text that are looked up; more would not narrow the candidates further."""
_NUL_SIGN = "\u2400"
"""Stands for NUL, at which FTS5 would stop reading."""


def fold(text: str) -> str:
    """The form in which letter case does not count; every character folds by itself."""
    return text.casefold()


def add(database: Database, message_pk: int, text: str) -> None:
    """Makes a message's text findable."""
    folded = _without_nul(fold(text))
    if len(folded) >= TRIGRAM:
        database.execute(
            "INSERT INTO search_trigrams (rowid, text) VALUES (?, ?)", message_pk, folded
        )
    if not folded.isascii():
        database.execute(
            "INSERT INTO search_characters (rowid, codes) VALUES (?, ?)",
            message_pk,
            " ".join(_code(character) for character in set(folded) if not character.isascii()),
        )


def remove(database: Database, message_pk: int) -> None:
    """Forgets a message's text, before another is added for it."""
    database.execute("DELETE FROM search_trigrams WHERE rowid = ?", message_pk)
    database.execute("DELETE FROM search_characters WHERE rowid = ?", message_pk)


def rebuild(database: Database) -> None:
    """Makes the index anew from the texts; call within a transaction."""
    for table in ("search_trigrams", "search_characters"):
        database.execute(f"INSERT INTO {table} ({table}) VALUES ('delete-all')")
    for message_pk, text in database.execute(
        "SELECT b.message, b.text FROM bodies AS b JOIN messages AS m ON m.pk = b.message"
        " WHERE m.status <> 'streaming'"
    ):
        add(database, message_pk, text)


def trigram_expression(needle: str) -> str:
    """The FTS5 query for texts that may hold a folded text of three or more characters."""
    needle = _without_nul(needle)
    terms = list(dict.fromkeys(needle[i : i + TRIGRAM] for i in range(len(needle) - TRIGRAM + 1)))
    if len(terms) > MAX_TERMS:
        terms = [terms[i * len(terms) // MAX_TERMS] for i in range(MAX_TERMS)]
    return " AND ".join('"' + term.replace('"', '""') + '"' for term in terms)


def character_expression(needle: str) -> str:
    """The FTS5 query for texts that may hold a short folded text; it must not be pure ASCII."""
    return " AND ".join(f'"{_code(c)}"' for c in dict.fromkeys(needle) if not c.isascii())


def _without_nul(text: str) -> str:
    return text.replace("\0", _NUL_SIGN)


def _code(character: str) -> str:
    return f"{ord(character):x}"
