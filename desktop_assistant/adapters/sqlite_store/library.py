"""An open library, and the ways to one in memory."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from desktop_assistant.adapters.sqlite_store.database import Database, open_memory
from desktop_assistant.adapters.sqlite_store.migrating import fill
from desktop_assistant.adapters.sqlite_store.migrations import Migration
from desktop_assistant.domain.errors import ErrorInfo
from desktop_assistant.ports.conversation_store import OpenReport


@dataclass(frozen=True, slots=True)
class Library:
    """Its connections, and what opening it found."""

    reader: Database
    writer: Database | None
    """``None`` if it may only be read; in memory the same connection as ``reader``."""
    report: OpenReport
    read_only_because: ErrorInfo | None = None
    """Told to whoever wants to write all the same."""


OpenLibrary = Callable[[], Library]


def empty_in_memory(migrations: Sequence[Migration]) -> Database:
    """An empty library that leaves no trace."""
    database = open_memory()
    fill(database, migrations)
    return database


def copy_in_memory(source: Database) -> Database:
    """A library's contents, apart from its file."""
    copy = open_memory()
    copy.copy_from(source)
    return copy
