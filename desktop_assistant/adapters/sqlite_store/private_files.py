"""Files and folders that only this user may read, whatever the umask."""

import os
import stat
import sys
from contextlib import suppress
from pathlib import Path

FILE_MODE = 0o600
FOLDER_MODE = 0o700


def create_private_file(path: Path) -> int:
    """Creates an empty file and returns its descriptor, open for reading and writing.

    Raises:
        FileExistsError: if the path is taken.
        OSError: if it cannot be created.
    """
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, FILE_MODE)
    if sys.platform != "win32":  # pragma: no branch
        os.fchmod(descriptor, FILE_MODE)  # the umask may have taken even our own bits away
    return descriptor


def make_private_folder(folder: Path) -> None:
    """Makes a folder of ours (and what is above it), or takes others' access to it away.

    Raises:
        OSError: if it cannot be made.
    """
    was_there = folder.is_dir()
    folder.mkdir(mode=FOLDER_MODE, parents=True, exist_ok=True)
    if was_there:
        withdraw_access(folder)
    else:
        folder.chmod(FOLDER_MODE)  # the umask may have taken even our own bits away


def withdraw_access(path: Path) -> None:
    """Takes away what group and others may do; never grants this user more than there was.

    A path that is not there, belongs to somebody else or is on a read-only disk stays as it is.
    """
    with suppress(OSError):
        mode = stat.S_IMODE(path.stat().st_mode)
        if mode & ~FOLDER_MODE:
            path.chmod(mode & FOLDER_MODE)


def publish(finished: Path, path: Path) -> bool:
    """Gives a finished file its final name, in one step, unless that name is taken.

    Returns:
        Whether it got the name; if not, the finished file is gone.

    Raises:
        OSError: if the folder cannot be written.
    """
    try:
        _name_unless_taken(finished, path)
    except FileExistsError:
        return False
    else:
        return True
    finally:
        finished.unlink(missing_ok=True)


def _name_unless_taken(finished: Path, path: Path) -> None:
    if sys.platform == "win32":  # pragma: no cover
        finished.rename(path)
        return
    try:
        os.link(finished, path)  # unlike a rename it never replaces another process's file
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links, such as a memory stick's
        if path.exists():
            raise FileExistsError(path) from None
        finished.rename(path)


def sync_file(path: Path) -> None:
    """Forces a file's contents to the disk.

    Raises:
        OSError: if that fails.
    """
    descriptor = os.open(path, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_folder(folder: Path) -> None:
    """Forces a folder's names to the disk, where the system can do that."""
    if sys.platform == "win32":  # pragma: no cover
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
