"""What SQLite and the system report, as problems that can be told to a person."""

import errno
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import apsw

from desktop_assistant.adapters.sqlite_store.database import Database
from desktop_assistant.adapters.sqlite_store.library_file import DamagedFileError
from desktop_assistant.domain.errors import AssistantError, ProblemCode, problem

_FULL = {errno.ENOSPC, errno.EDQUOT}
_LEAST_FREE = 128 * 1024
"""Bytes that SQLite needs to open a library at all, for the files beside it."""
_REFUSED = {errno.EACCES, errno.EPERM, errno.EROFS}


@contextmanager
def translated(path: Path | None, database: Database | None = None) -> Iterator[None]:
    """Raises a storage problem instead of SQLite's or the system's own exceptions.

    Args:
        path: the library, named in the problem.
        database: asked for the system's error number behind a vague one of SQLite's.

    Raises:
        AssistantError: with a storage problem.
    """
    try:
        yield
    except (DamagedFileError, UnicodeDecodeError) as error:
        raise _damage(error, path) from error
    except apsw.Error as error:
        number = database.system_errno if database is not None else 0
        raise storage_problem(error, path, number) from error
    except OSError as error:
        raise storage_problem(error, path, error.errno or 0) from error


def storage_problem(
    error: apsw.Error | OSError, path: Path | None, system_errno: int
) -> AssistantError:
    """The problem that fits an exception."""
    where = str(path) if path is not None else ""
    match error:
        case apsw.FullError():
            code = ProblemCode.STORAGE_FULL
        case apsw.ReadOnlyError():
            code = ProblemCode.STORAGE_READ_ONLY
        case apsw.CorruptError() | apsw.NotADBError() | apsw.FormatError():
            code = ProblemCode.STORAGE_DAMAGED
        case apsw.BusyError() | apsw.LockedError() | apsw.ProtocolError():
            code = ProblemCode.STORAGE_BUSY
        case apsw.IOError() | apsw.CantOpenError() | OSError():
            code = _by_number(system_errno, path)
        case _:
            code = ProblemCode.STORAGE_FAILED
    return problem(code, detail=str(error), path=where, kept=where)


def _damage(error: Exception, path: Path | None) -> AssistantError:
    """What SQLite reads without complaint and nobody can have written."""
    where = str(path) if path is not None else ""
    return problem(ProblemCode.STORAGE_DAMAGED, detail=str(error), path=where, kept=where)


def _by_number(system_errno: int, path: Path | None) -> ProblemCode:
    if system_errno in _FULL or (not system_errno and _is_full(path)):
        return ProblemCode.STORAGE_FULL
    if system_errno in _REFUSED:
        return ProblemCode.STORAGE_READ_ONLY
    return ProblemCode.STORAGE_FAILED


def _is_full(path: Path | None) -> bool:
    """Whether there is hardly any space: while it opens a file SQLite does not say why it fails."""
    if path is None:
        return False
    try:
        return shutil.disk_usage(path.parent).free < _LEAST_FREE
    except OSError:
        return False
