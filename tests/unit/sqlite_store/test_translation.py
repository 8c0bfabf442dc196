"""SQLite's and the system's exceptions, as problems."""

import errno

import apsw
import pytest

from desktop_assistant.adapters.sqlite_store.translation import translated
from desktop_assistant.domain.errors import AssistantError, InvalidInputError, ProblemCode, problem


class Connection:
    def __init__(self, system_errno):
        self.system_errno = system_errno


CASES = [
    (apsw.FullError, 0, ProblemCode.STORAGE_FULL),
    (apsw.ReadOnlyError, 0, ProblemCode.STORAGE_READ_ONLY),
    (apsw.CorruptError, 0, ProblemCode.STORAGE_DAMAGED),
    (apsw.NotADBError, 0, ProblemCode.STORAGE_DAMAGED),
    (apsw.BusyError, 0, ProblemCode.STORAGE_BUSY),
    (apsw.LockedError, 0, ProblemCode.STORAGE_BUSY),
    (apsw.IOError, errno.ENOSPC, ProblemCode.STORAGE_FULL),
    (apsw.IOError, errno.EDQUOT, ProblemCode.STORAGE_FULL),
    (apsw.IOError, errno.EIO, ProblemCode.STORAGE_FAILED),
    (apsw.IOError, 0, ProblemCode.STORAGE_FAILED),
    (apsw.CantOpenError, errno.EACCES, ProblemCode.STORAGE_READ_ONLY),
    (apsw.CantOpenError, errno.EROFS, ProblemCode.STORAGE_READ_ONLY),
    (apsw.ConstraintError, 0, ProblemCode.STORAGE_FAILED),
    (apsw.SQLError, errno.ENOSPC, ProblemCode.STORAGE_FAILED),
]


@pytest.mark.parametrize(("error", "number", "code"), CASES)
def test_sqlite(tmp_path, error, number, code):
    path = tmp_path / "x.db"
    with pytest.raises(AssistantError) as caught, translated(path, Connection(number)):
        raise error("its words")
    assert caught.value.info.code is code
    assert caught.value.info.detail == "its words"
    assert "{" not in caught.value.info.hint


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, ProblemCode.STORAGE_FULL),
        (errno.EROFS, ProblemCode.STORAGE_READ_ONLY),
        (errno.EACCES, ProblemCode.STORAGE_READ_ONLY),
        (errno.EIO, ProblemCode.STORAGE_FAILED),
        (None, ProblemCode.STORAGE_FAILED),
    ],
)
def test_the_system(number, code):
    with pytest.raises(AssistantError) as caught, translated(None):
        raise OSError(number, "its words")
    assert caught.value.info.code is code


def test_before_there_is_a_connection():
    with pytest.raises(AssistantError) as caught, translated(None):
        raise apsw.CantOpenError
    assert caught.value.info.code is ProblemCode.STORAGE_FAILED


def test_everything_else_passes():
    with pytest.raises(InvalidInputError), translated(None):
        raise problem(ProblemCode.UNKNOWN_MESSAGE, id="x")
    with pytest.raises(ZeroDivisionError), translated(None):
        raise ZeroDivisionError
