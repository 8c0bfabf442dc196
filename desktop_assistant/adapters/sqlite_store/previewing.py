"""Tells what is in a backup, and what restoring it would do; changes nothing."""

from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

import apsw

from desktop_assistant.adapters.sqlite_store import checking
from desktop_assistant.adapters.sqlite_store.database import Database, open_reader
from desktop_assistant.adapters.sqlite_store.library_file import (
    DamagedFileError,
    LibraryFile,
)
from desktop_assistant.adapters.sqlite_store.migrating import refuse_newer
from desktop_assistant.adapters.sqlite_store.migrations import Migration
from desktop_assistant.adapters.sqlite_store.place import Place
from desktop_assistant.adapters.sqlite_store.translation import storage_problem
from desktop_assistant.domain.errors import AssistantError, ErrorInfo, ProblemCode, problem
from desktop_assistant.ports.conversation_store import BackupInfo, LibraryCounts, RestorePreview

_CONVERSATIONS = "SELECT id FROM conversations WHERE deleted_at IS NULL"
_MESSAGES = """
SELECT m.id FROM messages AS m JOIN conversations AS c ON c.pk = m.conversation
WHERE c.deleted_at IS NULL
"""
_NEWEST_TITLE = """
SELECT title FROM conversations WHERE deleted_at IS NULL ORDER BY used_at DESC, pk DESC LIMIT 1
"""


@dataclass(frozen=True, slots=True)
class _Contents:
    """Ids of everything that is not in the trash."""

    conversations: frozenset[str] = frozenset()
    messages: frozenset[str] = frozenset()

    @property
    def counts(self) -> LibraryCounts:
        return LibraryCounts(len(self.conversations), len(self.messages))


def describe(place: Place, backup: Path, migrations: Sequence[Migration]) -> BackupInfo:
    """A backup at a glance: counted, not read through.

    Raises:
        OSError: if there is no such file, or it may not be read.
    """
    info = BackupInfo(
        path=backup,
        made_at=place.backups.made_at(backup),
        conversations=0,
        messages=0,
        newest_title="",
        size_bytes=backup.stat().st_size,
        is_whole=False,
    )
    try:
        refuse_newer(LibraryFile(backup).read_header().user_version, migrations, backup)
        with closing(_open(backup)) as database:
            ((conversations,),) = database.rows(f"SELECT count(*) FROM ({_CONVERSATIONS})")
            ((messages,),) = database.rows(f"SELECT count(*) FROM ({_MESSAGES})")
            newest = database.row(_NEWEST_TITLE)
    except (AssistantError, DamagedFileError, apsw.Error):
        return info
    return replace(
        info,
        conversations=conversations,
        messages=messages,
        newest_title=newest[0] if newest else "",
        is_whole=None,
    )


def describe_closely(place: Place, backup: Path, migrations: Sequence[Migration]) -> BackupInfo:
    """A backup, read through.

    Raises:
        OSError: if there is no such file, or it may not be read.
    """
    info = describe(place, backup, migrations)
    if info.is_whole is None:
        return replace(info, is_whole=checking.is_whole(backup))
    return info


def preview(place: Place, backup: Path, migrations: Sequence[Migration]) -> RestorePreview:
    """What restoring would do.

    Raises:
        AssistantError: if the backup cannot be restored.
        OSError: if there is no such file, or it may not be read.
        apsw.Error: if it cannot be read.
    """
    _refuse_unusable(backup, migrations)
    info = describe_closely(place, backup, migrations)
    if not info.is_whole:
        raise problem(ProblemCode.BACKUP_UNUSABLE, path=str(backup))
    with closing(_open(backup)) as database:
        then = _contents(database)
    now, trouble = _current(place, migrations)
    known = now or _Contents()
    return RestorePreview(
        backup=info,
        current=now.counts if now is not None else None,
        current_problem=trouble,
        conversations_only_now=len(known.conversations - then.conversations),
        conversations_only_then=len(then.conversations - known.conversations),
        messages_only_now=len(known.messages - then.messages),
        kept_as=place.file.aside_pattern if place.file.exists else None,
    )


def _refuse_unusable(backup: Path, migrations: Sequence[Migration]) -> None:
    """Stops before a backup whose first bytes tell already that it cannot be restored.

    Raises:
        AssistantError: if it is from a newer version or no library of ours.
        OSError: if there is no such file, or it may not be read.
    """
    try:
        found = LibraryFile(backup).read_header().user_version
    except DamagedFileError as error:
        raise problem(ProblemCode.BACKUP_UNUSABLE, path=str(backup), detail=str(error)) from error
    refuse_newer(found, migrations, backup)


def _current(
    place: Place, migrations: Sequence[Migration]
) -> tuple[_Contents | None, ErrorInfo | None]:
    """What is in the library now, or why that cannot be told."""
    path = place.file.path
    if not place.file.exists:
        return None, None
    try:
        refuse_newer(place.file.read_header().user_version, migrations, path)
        with checking.damage_noticed(), closing(_open(path)) as database:
            checking.check_tables_exist(database)
            with database.snapshot():
                return _contents(database), None
    except AssistantError as error:
        return None, error.info
    except DamagedFileError as error:
        damage = problem(ProblemCode.STORAGE_DAMAGED, kept=str(path), detail=str(error))
        return None, damage.info
    except (OSError, apsw.Error) as error:
        number = error.errno or 0 if isinstance(error, OSError) else 0
        return None, storage_problem(error, path, number).info


def _contents(database: Database) -> _Contents:
    return _Contents(
        frozenset(id_ for (id_,) in database.execute(_CONVERSATIONS)),
        frozenset(id_ for (id_,) in database.execute(_MESSAGES)),
    )


def _open(path: Path) -> Database:
    return open_reader(path, immutable=not LibraryFile(path).has_log)
