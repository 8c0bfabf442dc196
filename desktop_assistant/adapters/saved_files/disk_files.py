"""Writes a file beside its place first, then puts it there in one step."""

import asyncio
import errno
import os
import sys
from contextlib import suppress
from pathlib import Path

from desktop_assistant.domain.errors import AssistantError, ProblemCode, problem

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT if sys.platform != "win32" else errno.ENOSPC})
_WRONG_PLACE = frozenset(
    {
        errno.ENOENT,
        errno.ENOTDIR,
        errno.EISDIR,
        errno.EACCES,
        errno.EPERM,
        errno.EROFS,
        errno.ENAMETOOLONG,
        errno.ELOOP,
        errno.EINVAL,
    }
)


class DiskFiles:
    """The port's adapter; a slow disk holds up nobody but who waits for it."""

    async def write(self, path: Path, content: bytes, *, replace: bool) -> None:
        """Writes a file whole or not at all."""
        try:
            await asyncio.to_thread(write_file, path, content, replace=replace)
        except OSError as error:
            raise _told(path, error) from error


def write_file(path: Path, content: bytes, *, replace: bool) -> None:
    """Puts a file in its place in one step that survives a power cut.

    Raises:
        OSError: if that fails; what was there is then as before.
    """
    target = _real(path)
    if target.exists() and not target.is_file():
        # A device or a pipe is written to; a folder refuses by itself.
        with target.open("wb") as place:
            place.write(content)
        return
    if target.exists() and not replace:
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(target))
    # Few runs save anything, and the module is slow to load.
    from tempfile import mkstemp

    # Made for this user only, whatever the umask.
    descriptor, name = mkstemp(dir=target.parent, prefix=".saving-", suffix=".new")
    new = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if replace:
            new.replace(target)
        else:
            _put_beside(new, target)
    finally:
        with suppress(OSError):
            new.unlink(missing_ok=True)
    _sync_folder(target.parent)


def _real(path: Path) -> Path:
    try:
        return path.resolve()
    except RuntimeError as error:  # a loop of links, as Python before 3.13 tells it
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(path)) from error


def _put_beside(new: Path, target: Path) -> None:
    """Gives the new file its name unless somebody has taken that meanwhile."""
    try:
        os.link(new, target)
    except FileExistsError:
        raise
    except OSError:  # not every disk knows links
        new.replace(target)


def _sync_folder(folder: Path) -> None:
    if sys.platform == "win32":
        return
    with suppress(OSError):  # the file is there; some disks cannot promise more
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _told(path: Path, error: OSError) -> AssistantError:
    where = str(path)
    if isinstance(error, FileExistsError):
        return problem(ProblemCode.FILE_EXISTS, path=where)
    if error.errno in _FULL:
        return problem(ProblemCode.FILE_DISK_FULL, path=where)
    reason = error.strerror or type(error).__name__
    if error.errno in _WRONG_PLACE:
        return problem(ProblemCode.FILE_UNWRITABLE, path=where, reason=reason)
    return problem(ProblemCode.FILE_NOT_SAVED, path=where, reason=reason)
