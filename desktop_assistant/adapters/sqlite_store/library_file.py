"""The library as a file: what its first bytes tell, making a new one, putting a damaged one aside.

Nothing here opens a file with SQLite that might not be ours.
"""

import glob
import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from desktop_assistant.adapters.sqlite_store.private_files import (
    create_private_file,
    publish,
    sync_file,
    sync_folder,
)

APPLICATION_ID = 0x44734173
"""``DsAs``: stands in the file's header, so that another program's database is told from ours."""

ABANDONED_AFTER = timedelta(hours=1)
"""Making a file never takes so long: what is left of one is a killed process's."""

_RESTORING, _REPLACED = "restoring", "replaced"
_MAGIC = b"SQLite format 3\0"
_HEADER_BYTES = 100


class DamagedFileError(Exception):
    """A file is not a whole library of ours."""


@dataclass(frozen=True, slots=True)
class Header:
    """What the first 100 bytes of a database file say."""

    page_size: int
    page_count: int
    application_id: int
    user_version: int

    @property
    def size(self) -> int:
        """Bytes the file should have, once its write-ahead log has been emptied into it."""
        return self.page_size * self.page_count


class LibraryFile:
    """The database file and the two that SQLite keeps beside it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.wal = path.with_name(path.name + "-wal")
        self.shm = path.with_name(path.name + "-shm")
        self.suspect = path.with_name(path.name + ".suspect")
        """Is there if damage was met while the library was in use: look closely at next start."""

    @property
    def all(self) -> tuple[Path, Path, Path]:
        """Log files first: a log that outlived its database would be read into the next one."""
        return self.wal, self.shm, self.path

    @property
    def exists(self) -> bool:
        """Whether there is anything of it."""
        return any(path.exists() for path in self.all)

    @property
    def aside_pattern(self) -> Path:
        """Where ``replace`` puts this file, with ``DATE-TIME`` for the moment."""
        return self.path.with_name(f"{self.path.stem}.{_REPLACED}-DATE-TIME{self.path.suffix}")

    @property
    def has_log(self) -> bool:
        """Whether something may stand in the write-ahead log that the file lacks."""
        return size_of(self.wal) > 0

    def read_header(self) -> Header:
        """Reads the file's first bytes and checks what they tell of the whole.

        Raises:
            DamagedFileError: if this cannot be a whole library of ours.
            OSError: if the file cannot be read.
        """
        with self.path.open("rb") as file:
            header = parse_header(file.read(_HEADER_BYTES))
        if header.application_id != APPLICATION_ID:
            raise DamagedFileError("it belongs to another program")
        if not self.has_log and size_of(self.path) < header.size:
            raise DamagedFileError("its end is missing")
        return header

    def create(self, fill: Callable[[Path], None]) -> None:
        """Makes a new file: whole and private before it gets its name, in one step.

        If another process makes one at the same time, one of the two is taken and is whole.

        Args:
            fill: writes into the empty file of the path it is given.

        Raises:
            OSError: if the folder cannot be written.
        """
        draft = self.path.with_name(f".{self.path.name}.{os.urandom(8).hex()}.new")
        os.close(create_private_file(draft))
        try:
            fill(draft)
            sync_file(draft)
            publish(draft, self.path)
        finally:
            draft.unlink(missing_ok=True)
        sync_folder(self.path.parent)

    def replace(self, fill: Callable[[Path], None], moment: datetime) -> Path | None:
        """Puts a new file in this one's place, and this one aside.

        The new one first waits, whole, under a name that tells where this one goes. So a process
        that is killed in between leaves all that ``finish_replacing`` needs.

        Returns:
            The old file's new name, or ``None`` if there was no old file.

        Raises:
            OSError: if the folder cannot be written.
        """
        waiting = LibraryFile(self._free_name(_RESTORING, moment, also_for=_REPLACED))
        waiting.create(fill)
        return self.finish_replacing()

    @property
    def is_being_replaced(self) -> bool:
        """Whether a new file waits to take this one's place."""
        return bool(self._waiting)

    def finish_replacing(self) -> Path | None:
        """Goes on with a replacement from wherever it was left; nothing, if there is none.

        Returns:
            The old file's new name, or ``None`` if there was no old file.

        Raises:
            OSError: if the folder cannot be written.
        """
        aside = None
        for waiting in self._waiting:
            name = waiting.name.replace(f".{_RESTORING}-", f".{_REPLACED}-")
            aside = self._move_to(LibraryFile(waiting.with_name(name)))
            waiting.rename(self.path)
            sync_folder(self.path.parent)
        return aside

    def remove_abandoned(self, moment: datetime) -> None:
        """Removes drafts of files that killed processes were making, long ago."""
        long_ago = moment.timestamp() - ABANDONED_AFTER.total_seconds()
        for draft in self.path.parent.glob(f".{glob.escape(self.path.stem)}.*.new*"):
            with suppress(OSError):  # one more file does no harm
                if draft.stat().st_mtime < long_ago:
                    draft.unlink()

    def mark_suspect(self) -> None:
        """Leaves word that damage was met."""
        with suppress(OSError):  # the mark is a help for the next start, no more
            os.close(create_private_file(self.suspect))

    def put_aside(self, word: str, moment: datetime) -> Path:
        """Moves the file, with its log, to a name that tells when; nothing in it changes.

        Returns:
            The new name.

        Raises:
            OSError: if the folder cannot be written.
        """
        target = LibraryFile(self._free_name(word, moment))
        self._move_to(target)
        return target.path

    def last_aside(self, word: str) -> Path | None:
        """The file that was put aside last with a word in its name, if any is left."""
        return max(self._named(word), default=None)

    def _move_to(self, target: "LibraryFile") -> Path | None:
        for source, name in zip(self.all, target.all, strict=True):
            if source.exists():
                source.rename(name)
        self.suspect.unlink(missing_ok=True)
        sync_folder(self.path.parent)
        return target.path if target.path.exists() else None

    @property
    def _waiting(self) -> list[Path]:
        return sorted(self._named(_RESTORING))

    def _named(self, word: str) -> list[Path]:
        name = f"{glob.escape(self.path.stem)}.{word}-*{glob.escape(self.path.suffix)}"
        return list(self.path.parent.glob(name))

    def _free_name(self, word: str, moment: datetime, *, also_for: str = "") -> Path:
        number = 1
        while True:
            count = "" if number == 1 else f"-{number}"
            names = [
                f"{self.path.stem}.{each}-{moment:%Y%m%d-%H%M%S}{count}{self.path.suffix}"
                for each in (word, also_for or word)
            ]
            files = [LibraryFile(self.path.with_name(name)) for name in names]
            if not any(path.exists() for file in files for path in file.all):
                return files[0].path
            number += 1


def parse_header(header: bytes) -> Header:
    """The header of a SQLite database.

    Raises:
        DamagedFileError: if it is none.
    """
    if not header:
        raise DamagedFileError("it is empty")
    if len(header) < _HEADER_BYTES or not header.startswith(_MAGIC):
        raise DamagedFileError("it is no SQLite database")
    page_size = _number(header, 16, 2)
    return Header(
        page_size=65536 if page_size == 1 else page_size,
        page_count=_number(header, 28, 4),
        application_id=_number(header, 68, 4),
        user_version=_number(header, 60, 4),
    )


def size_of(path: Path) -> int:
    """Bytes of a file, 0 if there is none."""
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return 0


def _number(header: bytes, offset: int, length: int) -> int:
    return int.from_bytes(header[offset : offset + length], "big")
