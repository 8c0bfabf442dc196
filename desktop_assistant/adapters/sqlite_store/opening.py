"""Opens the library, whatever state it is in, and never changes what it cannot understand."""

import os
from collections.abc import Sequence
from pathlib import Path

import apsw

from desktop_assistant.adapters.sqlite_store import checking, recovery
from desktop_assistant.adapters.sqlite_store.database import (
    Database,
    open_reader,
    open_writer,
    sqlite_is_recent,
    sqlite_version,
)
from desktop_assistant.adapters.sqlite_store.library import Library, empty_in_memory
from desktop_assistant.adapters.sqlite_store.library_file import DamagedFileError
from desktop_assistant.adapters.sqlite_store.migrating import (
    fill_new_file,
    migrate,
    refuse_newer,
    version_of,
)
from desktop_assistant.adapters.sqlite_store.migrations import Migration
from desktop_assistant.adapters.sqlite_store.opening_read_only import (
    open_read_only,
    open_without_room,
)
from desktop_assistant.adapters.sqlite_store.place import Place
from desktop_assistant.adapters.sqlite_store.private_files import (
    make_private_folder,
    withdraw_access,
)
from desktop_assistant.adapters.sqlite_store.translation import storage_problem
from desktop_assistant.adapters.sqlite_store.wall_clock import WallClock
from desktop_assistant.domain.errors import ProblemCode, problem
from desktop_assistant.ports.conversation_store import OpenReport


def open_library(place: Place | None, clock: WallClock, migrations: Sequence[Migration]) -> Library:
    """Opens the library at a place, or an empty one in memory.

    Raises:
        AssistantError: if it is from a newer version or cannot be used at all.
        apsw.Error: if SQLite fails for a reason that is no damage.
        OSError: if the system fails.
    """
    version = sqlite_version()
    if not sqlite_is_recent(version):
        raise problem(ProblemCode.STORAGE_FAILED, detail=f"SQLite {version} is too old.")
    if place is None:
        database = empty_in_memory(migrations)
        return Library(database, database, OpenReport())
    _make_folder(place.file.path.parent)
    _require_readable(place)
    if not _may_write(place):
        return open_read_only(place, clock.local(), migrations)
    try:
        place.presence.announce()
        return _Opening(place, clock, migrations).run()
    except BaseException as error:
        place.presence.leave()
        if not _finds_no_room(error, place):
            raise
        try:
            return open_without_room(place, clock.local(), migrations)
        except (apsw.Error, OSError, DamagedFileError):
            raise error from None


def _make_folder(folder: Path) -> None:
    try:
        if not folder.is_dir():
            make_private_folder(folder)
    except OSError as error:
        raise problem(
            ProblemCode.FOLDER_UNUSABLE, path=str(folder), detail=error.strerror
        ) from error
    if not os.access(folder, os.R_OK | os.X_OK):
        raise problem(ProblemCode.FOLDER_UNUSABLE, path=str(folder))


def _require_readable(place: Place) -> None:
    for path in place.file.all:
        if path.exists() and not os.access(path, os.R_OK):
            raise problem(ProblemCode.STORAGE_FAILED, detail=f"{path} may not be read.")


def _may_write(place: Place) -> bool:
    paths = (place.file.path.parent, *place.file.all)
    return all(os.access(path, os.W_OK) for path in paths if path.exists())


def _finds_no_room(error: BaseException, place: Place) -> bool:
    if not isinstance(error, apsw.Error | OSError):
        return False
    number = error.errno or 0 if isinstance(error, OSError) else 0
    found = storage_problem(error, place.file.path, number)
    return found.info.code is ProblemCode.STORAGE_FULL


_DAMAGED = "damaged"


class _Opening:
    """One attempt to open a library that may be written."""

    def __init__(self, place: Place, clock: WallClock, migrations: Sequence[Migration]) -> None:
        self._file = place.file
        self._presence = place.presence
        self._backups = place.backups
        self._clock = clock
        self._migrations = migrations
        self._others_alive, others_died = place.presence.others()
        self._after_crash = not self._others_alive and (others_died or place.file.has_log)
        self._migrated_from: int | None = None

    def run(self) -> Library:
        self._clear_up()
        damaged: Path | None = None
        try:
            writer = self._open_writer()
        except DamagedFileError:
            if self._others_alive:  # it cannot be moved away from under them
                raise problem(ProblemCode.STORAGE_DAMAGED, kept=str(self._file.path)) from None
            damaged = self._file.put_aside(_DAMAGED, self._clock.local())
            writer = self._open_writer()
        try:
            interrupted = recovery.recover(writer, self._presence.is_alive)
            if damaged is None and checking.is_untouched(writer):
                # Whoever met the damage may have told nobody who could do anything about it.
                damaged = self._file.last_aside(_DAMAGED)
            reader = open_reader(self._file.path)
        except BaseException:
            writer.close()
            raise
        return Library(reader, writer, self._report(damaged, interrupted))

    def _clear_up(self) -> None:
        """Ends what killed processes were doing to the file as a whole."""
        if self._file.is_being_replaced:
            if self._others_alive:  # one of them is just restoring a backup
                raise problem(ProblemCode.STORAGE_BUSY)
            self._file.finish_replacing()
        if self._after_crash:
            self._file.remove_abandoned(self._clock.local())

    def _open_writer(self) -> Database:
        if not self._file.path.exists():
            if self._file.has_log:
                raise DamagedFileError("only its log is left")
            self._file.create(lambda draft: fill_new_file(draft, self._migrations))
        refuse_newer(self._file.read_header().user_version, self._migrations, self._file.path)
        for path in self._file.all:
            withdraw_access(path)
        with checking.damage_noticed():
            writer = open_writer(self._file.path)
            try:
                self._prepare(writer)
            except BaseException:
                writer.close_untouched()
                raise
        return writer

    def _prepare(self, writer: Database) -> None:
        found = version_of(writer)
        refuse_newer(found, self._migrations, self._file.path)
        if found < self._migrations[-1].version and self._others_alive:
            raise problem(ProblemCode.STORAGE_BUSY)  # they would write the old format into the new
        self._migrated_from = migrate(
            writer, self._migrations, lambda: self._backups.make(writer, self._clock.local())
        )
        checking.check_tables_exist(writer)
        if self._file.suspect.exists():
            checking.check_fully(writer)
            self._file.suspect.unlink(missing_ok=True)
        elif self._after_crash:
            checking.check_quickly(writer)
        writer.keep_log()

    def _report(self, damaged: Path | None, interrupted: int) -> OpenReport:
        moment = self._clock.local()
        if damaged is None:
            return OpenReport(
                backups=self._backups.listed(moment),
                interrupted=interrupted,
                migrated_from=self._migrated_from,
            )
        return OpenReport(
            notice=problem(ProblemCode.STORAGE_DAMAGED, kept=str(damaged)).info,
            damaged_file=damaged,
            backups=self._backups.whole(moment),
        )
