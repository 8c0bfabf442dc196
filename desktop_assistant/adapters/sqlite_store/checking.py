"""Whether a file that opens is really a whole library."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import apsw

from desktop_assistant.adapters.sqlite_store import search_index
from desktop_assistant.adapters.sqlite_store.database import Database, open_reader
from desktop_assistant.adapters.sqlite_store.library_file import DamagedFileError, LibraryFile

TABLES = (
    "system_texts",
    "conversations",
    "messages",
    "bodies",
    "chunks",
    "drafts",
    "scroll_anchors",
    "app_state",
)
"""What holds the user's words; the search tables can be made anew from these."""
SEARCH_TABLES = ("search_trigrams", "search_characters")


@contextmanager
def damage_noticed() -> Iterator[None]:
    """What SQLite calls malformed or no database is a damaged file; so is text that is none.

    Raises:
        DamagedFileError: with SQLite's words.
    """
    try:
        yield
    except (apsw.CorruptError, apsw.NotADBError, UnicodeDecodeError) as error:
        raise DamagedFileError(str(error)) from error


def check_tables_exist(database: Database) -> None:
    """A glance at every table: none may be missing, nor be something else of the same name.

    Raises:
        DamagedFileError: if one is.
    """
    kinds: dict[str, str] = dict(database.rows("SELECT name, type FROM sqlite_schema"))
    for table in TABLES + SEARCH_TABLES:
        if kinds.get(table) != "table":
            raise DamagedFileError(f"the table {table} is missing")


def check_quickly(database: Database) -> None:
    """Reads through the structure of every table; what follows an unclean end.

    Raises:
        DamagedFileError: with SQLite's first complaint.
    """
    for table in TABLES:
        _check(database, f"PRAGMA quick_check({table})")


def check_fully(database: Database) -> None:
    """Also compares indices with their tables, and mends the search index if that is all.

    Raises:
        DamagedFileError: with SQLite's first complaint.
    """
    for table in TABLES:
        _check(database, f"PRAGMA integrity_check({table})")
    try:
        for table in SEARCH_TABLES:
            _check(database, f"PRAGMA integrity_check({table})")
    except DamagedFileError:
        with database.transaction(durable=True):
            search_index.rebuild(database)


def first_complaint(database: Database) -> str:
    """What a full check of everything says: ``ok``, or what is wrong first."""
    try:
        return str(database.rows("PRAGMA integrity_check(1)")[0][0])
    except (apsw.CorruptError, apsw.NotADBError) as error:
        return str(error)


def is_whole(path: Path) -> bool:
    """Whether a file is a whole library of ours, such as a backup should be."""
    file = LibraryFile(path)
    try:
        file.read_header()
        with closing(open_reader(path, immutable=not file.has_log)) as database:
            return first_complaint(database) == "ok"
    except (DamagedFileError, OSError, apsw.Error):
        return False


def _check(database: Database, pragma: str) -> None:
    ((complaint,),) = database.rows(pragma)[:1]
    if complaint != "ok":
        raise DamagedFileError(str(complaint))


def is_untouched(database: Database) -> bool:
    """Whether nothing was ever written into a library; what is in the trash was."""
    return database.row("SELECT 1 FROM conversations") is None
