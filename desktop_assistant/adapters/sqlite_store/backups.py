"""Verified copies of the library: whole, checked and private before they get their names."""

import glob
import os
import re
from contextlib import closing, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from desktop_assistant.adapters.sqlite_store.checking import first_complaint, is_whole
from desktop_assistant.adapters.sqlite_store.database import Database, open_writer
from desktop_assistant.adapters.sqlite_store.library_file import DamagedFileError
from desktop_assistant.adapters.sqlite_store.private_files import (
    create_private_file,
    make_private_folder,
    sync_file,
    sync_folder,
)

KEPT = 7
"""Backups that are kept; the oldest make room."""
INTERVAL = timedelta(days=1)
ABANDONED_AFTER = timedelta(hours=1)
_STAMP = "%Y%m%d-%H%M%SZ"


class Backups:
    """The folder with copies of one library; their names tell when they were made, in UTC."""

    def __init__(self, folder: Path, library: Path) -> None:
        self._folder = folder
        self._stem = library.stem
        self._suffix = library.suffix
        self._name = re.compile(
            re.escape(self._stem) + r"-(\d{8}-\d{6}Z)" + re.escape(self._suffix)
        )

    def listed(self, moment: datetime) -> tuple[Path, ...]:
        """All backups, newest first; those of a clock that was ahead come last."""
        try:
            names = [path.name for path in self._folder.iterdir()]
        except OSError:  # there is none, or it is not for us: no reason not to open the library
            return ()
        now = _stamp(moment)
        stamps = [match[1] for name in names if (match := self._name.fullmatch(name))]
        stamps.sort(key=lambda stamp: (stamp <= now, stamp), reverse=True)
        return tuple(self._path(stamp) for stamp in stamps)

    def whole(self, moment: datetime) -> tuple[Path, ...]:
        """The backups that are still whole, newest first; reads each of them."""
        return tuple(path for path in self.listed(moment) if is_whole(path))

    def made_at(self, backup: Path) -> float:
        """When a backup was made, as its name tells; for another file, when it was last changed.

        Raises:
            OSError: if its name does not tell and there is no such file.
        """
        match = self._name.fullmatch(backup.name)
        if match is not None:
            with suppress(ValueError):  # no day of any calendar
                return datetime.strptime(match[1], _STAMP).replace(tzinfo=UTC).timestamp()
        return backup.stat().st_mtime

    def are_due(self, library: Path, moment: datetime) -> bool:
        """Whether the newest backup is older than a day and the library has changed since."""
        for newest in self.listed(moment)[:1]:
            if self._path(_stamp(moment - INTERVAL)) < newest <= self._path(_stamp(moment)):
                return False
            return _changed_at(library) > newest.stat().st_mtime
        return True

    def make(self, source: Database, moment: datetime) -> Path:
        """Copies the library as it is at this moment, checks the copy, removes the oldest.

        Raises:
            DamagedFileError: if the copy is not whole, so neither is the library.
            OSError: if the folder cannot be written.
            apsw.Error: if the copy cannot be written or the library not be read.
        """
        make_private_folder(self._folder)
        self._remove_abandoned(moment)
        draft = self._folder / f".{self._stem}.{os.urandom(8).hex()}.part"
        os.close(create_private_file(draft))
        try:
            _fill(draft, source)
            sync_file(draft)
            made = draft.replace(self._path(_stamp(moment)))
        finally:
            draft.unlink(missing_ok=True)
        sync_folder(self._folder)
        for old in self.listed(moment)[KEPT:]:
            old.unlink()
        return made

    def _remove_abandoned(self, moment: datetime) -> None:
        """What a process left that was killed while it copied; a copy never takes so long."""
        long_ago = moment.timestamp() - ABANDONED_AFTER.total_seconds()
        for draft in self._folder.glob(f".{glob.escape(self._stem)}.*.part"):
            if draft.stat().st_mtime < long_ago:
                draft.unlink(missing_ok=True)

    def _path(self, stamp: str) -> Path:
        return self._folder / f"{self._stem}-{stamp}{self._suffix}"


def _fill(draft: Path, source: Database) -> None:
    with closing(open_writer(draft)) as copy:
        copy.copy_from(source)
        copy.script("PRAGMA journal_mode = DELETE")  # one file, complete by itself
        complaint = first_complaint(copy)
    if complaint != "ok":
        raise DamagedFileError(complaint)


def _changed_at(library: Path) -> float:
    log = library.with_name(library.name + "-wal")
    return max(path.stat().st_mtime for path in (library, log) if path.exists())


def _stamp(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime(_STAMP)
