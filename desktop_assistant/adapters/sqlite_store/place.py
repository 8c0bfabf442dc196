"""Where a library is on disk, with what belongs to it."""

from dataclasses import dataclass
from pathlib import Path

from desktop_assistant.adapters.sqlite_store.backups import Backups
from desktop_assistant.adapters.sqlite_store.library_file import LibraryFile
from desktop_assistant.adapters.sqlite_store.presence import Presence


@dataclass(frozen=True, slots=True)
class Place:
    """The file, who has it open, and its copies."""

    file: LibraryFile
    presence: Presence
    backups: Backups

    @classmethod
    def at(cls, path: Path, backups_dir: Path | None, locks_dir: Path | None) -> "Place":
        """The place of the file at a path; the folders are beside it if they are not given."""
        return cls(
            LibraryFile(path),
            Presence(locks_dir or path.parent / "locks"),
            Backups(backups_dir or path.parent / "backups", path),
        )
