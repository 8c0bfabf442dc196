"""Brings a file to this version's format, each step whole or not at all."""

from collections.abc import Callable, Sequence
from pathlib import Path

import apsw

from desktop_assistant.adapters.sqlite_store.database import Database
from desktop_assistant.adapters.sqlite_store.library_file import APPLICATION_ID
from desktop_assistant.adapters.sqlite_store.migrations import Migration
from desktop_assistant.domain.errors import ProblemCode, problem


def fill_new_file(path: Path, migrations: Sequence[Migration]) -> None:
    """Writes the empty library into an empty file that nobody else knows yet.

    Raises:
        apsw.Error: if it cannot be written.
    """
    database = Database(apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READWRITE))
    try:
        # The caller syncs the whole file once; nobody looks at it before.
        database.script("PRAGMA journal_mode = MEMORY")
        fill(database, migrations)
        database.script("PRAGMA journal_mode = WAL")
    finally:
        database.close()


def fill(database: Database, migrations: Sequence[Migration]) -> None:
    """Makes an empty database an empty library.

    Raises:
        apsw.Error: if it cannot be written.
    """
    database.script(f"PRAGMA application_id = {APPLICATION_ID}")
    migrate(database, migrations)


def migrate(
    database: Database,
    migrations: Sequence[Migration],
    before: Callable[[], object] = lambda: None,
) -> int | None:
    """Runs the steps that the file has not seen.

    Args:
        database: the file.
        migrations: all steps, first to last.
        before: called once before the first step, to make a backup.

    Returns:
        The format the file had, or ``None`` if nothing was to be done.

    Raises:
        apsw.Error: if a step fails; the file is then as it was before that step.
    """
    found = version_of(database)
    due = [step for step in migrations if step.version > found]
    if not due:
        return None
    before()
    for step in due:
        with database.transaction(durable=True):
            # Another process may have been faster while this one waited for the lock.
            if version_of(database) < step.version:
                database.script(step.sql)
                database.script(f"PRAGMA user_version = {step.version}")
    return found


def refuse_newer(found: int, migrations: Sequence[Migration], path: Path) -> None:
    """Stops before a format that only a later version knows.

    Raises:
        AssistantError: if it is one.
    """
    known = migrations[-1].version
    if found > known:
        raise problem(ProblemCode.STORAGE_NEWER, path=str(path), known=str(known), found=str(found))


def version_of(database: Database) -> int:
    """The format of a file; 0 if it is empty."""
    ((version,),) = database.rows("PRAGMA user_version")
    return int(version)
