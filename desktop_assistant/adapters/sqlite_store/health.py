"""A full check of the library, for ``doctor``."""

from desktop_assistant.adapters.sqlite_store.checking import first_complaint
from desktop_assistant.adapters.sqlite_store.database import Database, sqlite_version
from desktop_assistant.adapters.sqlite_store.library_file import size_of
from desktop_assistant.adapters.sqlite_store.migrating import version_of
from desktop_assistant.adapters.sqlite_store.place import Place
from desktop_assistant.ports.conversation_store import StoreHealth


def health(database: Database, place: Place | None) -> StoreHealth:
    """Reads everything once; what is in the trash is not counted."""
    ((conversations, messages),) = database.rows(
        "SELECT (SELECT count(*) FROM conversations WHERE deleted_at IS NULL),"
        " (SELECT count(*) FROM messages AS m JOIN conversations AS c ON c.pk = m.conversation"
        "  WHERE c.deleted_at IS NULL)"
    )
    return StoreHealth(
        path=place.file.path if place else None,
        schema_version=version_of(database),
        sqlite_version=sqlite_version(),
        integrity=first_complaint(database),
        conversations=conversations,
        messages=messages,
        size_bytes=size_of(place.file.path) if place else 0,
        wal_bytes=size_of(place.file.wal) if place else 0,
    )
