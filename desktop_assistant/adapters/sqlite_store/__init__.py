"""Conversations in one SQLite file that anyone can read with ``sqlite3``: see docs/storage.md."""

from desktop_assistant.adapters.sqlite_store.store import SqliteStore

__all__ = ["SqliteStore"]
