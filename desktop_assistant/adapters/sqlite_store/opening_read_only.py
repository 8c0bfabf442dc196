"""Opens a library that cannot be written: everything can be read, nothing beside it is made."""

import shutil
import tempfile
from collections.abc import Callable, Sequence
from contextlib import closing
from datetime import datetime
from pathlib import Path

import apsw

from desktop_assistant.adapters.sqlite_store import checking, recovery
from desktop_assistant.adapters.sqlite_store.database import (
    Database,
    open_alone,
    open_reader,
    open_writer,
)
from desktop_assistant.adapters.sqlite_store.library import (
    Library,
    copy_in_memory,
    empty_in_memory,
)
from desktop_assistant.adapters.sqlite_store.library_file import DamagedFileError, LibraryFile
from desktop_assistant.adapters.sqlite_store.migrating import refuse_newer, version_of
from desktop_assistant.adapters.sqlite_store.migrations import Migration
from desktop_assistant.adapters.sqlite_store.place import Place
from desktop_assistant.domain.errors import ProblemCode, problem
from desktop_assistant.ports.conversation_store import OpenReport, StoreMode


def open_read_only(place: Place, moment: datetime, migrations: Sequence[Migration]) -> Library:
    """Opens it; a missing or damaged one is shown as empty, and the report says so.

    Raises:
        AssistantError: if it is from another version.
        apsw.Error: if SQLite fails for a reason that is no damage.
        OSError: if the file cannot be read.
    """
    path = place.file.path
    reason = notice = problem(ProblemCode.STORAGE_READ_ONLY, path=str(path)).info
    backups = place.backups.listed(moment)
    damaged = None
    try:
        if path.exists():
            reader = _open(place, migrations, _connect)
        else:
            reader = empty_in_memory(migrations)
    except DamagedFileError:
        reader = empty_in_memory(migrations)
        notice = problem(ProblemCode.STORAGE_DAMAGED, kept=str(path)).info
        backups = place.backups.whole(moment)
        damaged = path
    report = OpenReport(StoreMode.READ_ONLY, notice, damaged_file=damaged, backups=backups)
    return Library(reader, None, report, reason)


def open_without_room(place: Place, moment: datetime, migrations: Sequence[Migration]) -> Library:
    """Opens it on a disk so full that SQLite finds no room for the files beside it.

    Raises:
        AssistantError: if it is from another version.
        apsw.Error: if SQLite fails all the same, or another process has it open.
        DamagedFileError: if it is damaged.
        OSError: if the file cannot be read, or there is none.
    """
    reason = problem(ProblemCode.STORAGE_FULL_AT_START, path=str(place.file.path)).info
    reader = _open(place, migrations, lambda file: open_alone(file.path))
    backups = place.backups.listed(moment)
    return Library(reader, None, OpenReport(StoreMode.READ_ONLY, reason, backups=backups), reason)


def _open(
    place: Place, migrations: Sequence[Migration], connect: Callable[[LibraryFile], Database]
) -> Database:
    path = place.file.path
    refuse_newer(place.file.read_header().user_version, migrations, path)
    with checking.damage_noticed():
        reader = connect(place.file)
        try:
            found = version_of(reader)
            refuse_newer(found, migrations, path)
            _refuse_older(found, migrations, path)
            checking.check_tables_exist(reader)
            if not recovery.has_orphans(reader, place.presence.is_alive):
                return reader
            copy = copy_in_memory(reader)
        except BaseException:
            reader.close()
            raise
        reader.close()
    with copy.transaction(durable=False):
        recovery.close_orphans(copy, place.presence.is_alive)
    return copy


def _connect(file: LibraryFile) -> Database:
    if not file.has_log:
        return open_reader(file.path, immutable=True)
    try:
        return open_reader(file.path)
    except apsw.CantOpenError:
        # SQLite needs a third file to read the log, which is gone and cannot be made there.
        return _copy_with_log(file)


def _copy_with_log(file: LibraryFile) -> Database:
    with tempfile.TemporaryDirectory() as folder:  # made for this user alone
        copy = LibraryFile(Path(folder) / file.path.name)
        shutil.copyfile(file.path, copy.path)
        shutil.copyfile(file.wal, copy.wal)
        with closing(open_writer(copy.path)) as source:
            return copy_in_memory(source)


def _refuse_older(found: int, migrations: Sequence[Migration], path: Path) -> None:
    wanted = migrations[-1].version
    if found < wanted:
        raise problem(
            ProblemCode.STORAGE_READ_ONLY,
            path=str(path),
            detail=f"Format {found} must be brought to format {wanted} first.",
        )
