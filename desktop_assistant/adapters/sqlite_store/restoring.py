"""Puts a backup in the library's place, and the library aside."""

from collections.abc import Sequence
from contextlib import closing
from datetime import datetime
from pathlib import Path

from desktop_assistant.adapters.sqlite_store import checking
from desktop_assistant.adapters.sqlite_store.database import open_reader, open_writer
from desktop_assistant.adapters.sqlite_store.library_file import DamagedFileError, LibraryFile
from desktop_assistant.adapters.sqlite_store.migrating import refuse_newer
from desktop_assistant.adapters.sqlite_store.migrations import Migration
from desktop_assistant.adapters.sqlite_store.place import Place
from desktop_assistant.adapters.sqlite_store.private_files import make_private_folder
from desktop_assistant.domain.errors import ProblemCode, problem


def restore(
    place: Place, backup: Path, moment: datetime, migrations: Sequence[Migration]
) -> Path | None:
    """Copies a backup, checks the copy, and only then puts what was there aside.

    Returns:
        Where the old library is kept, or ``None`` if there was none.

    Raises:
        AssistantError: if somebody has the library open, or the backup cannot be used.
        apsw.Error: if the copy cannot be written.
        OSError: if the folder cannot be written.
    """
    file = place.file
    if not file.path.parent.exists():
        make_private_folder(file.path.parent)
    place.presence.announce()
    try:
        others_alive, _ = place.presence.others()
        if others_alive:
            raise problem(ProblemCode.STORAGE_BUSY)
        refuse_newer(LibraryFile(backup).read_header().user_version, migrations, backup)
        file.finish_replacing()  # what another restoring left unfinished is not to be lost
        return file.replace(lambda draft: _copy(backup, draft), moment)
    except DamagedFileError as error:
        raise problem(ProblemCode.STORAGE_DAMAGED, kept=str(backup), detail=str(error)) from error
    finally:
        place.presence.leave()


def _copy(backup: Path, draft: Path) -> None:
    immutable = not LibraryFile(backup).has_log
    with (
        checking.damage_noticed(),
        closing(open_reader(backup, immutable=immutable)) as source,
        closing(open_writer(draft)) as copy,
    ):
        copy.copy_from(source)
        copy.keep_log()
        complaint = checking.first_complaint(copy)
    if complaint != "ok":
        raise DamagedFileError(complaint)
