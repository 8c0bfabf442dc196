"""Which processes have the library open: each holds a lock on a file named by its token.

A reply that is being written names its writer's token. The system releases a dead process's lock,
so whoever can take it knows that the reply will never be finished.
"""

import errno
import os
import re
from contextlib import suppress
from pathlib import Path

from desktop_assistant.adapters.sqlite_store.os_lock import try_lock
from desktop_assistant.adapters.sqlite_store.private_files import (
    create_private_file,
    make_private_folder,
)

_LOCK_FILE = re.compile(r"[0-9a-f]{16}\.lock")


class Presence:
    """This process among those that have the library open."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._descriptor: int | None = None
        self.token = os.urandom(8).hex()

    def announce(self) -> None:
        """Takes this process's lock.

        Raises:
            OSError: if the folder cannot be written or knows no locks.
        """
        make_private_folder(self._folder)
        # Somebody who tidies may take a file that is not locked yet, and remove it.
        while self._descriptor is None:
            path = self._path(self.token)
            descriptor = create_private_file(path)
            if try_lock(descriptor) and _is_named(descriptor, path):
                self._descriptor = descriptor
            else:
                os.close(descriptor)
                self.token = os.urandom(8).hex()

    def leave(self) -> None:
        """Gives the lock back."""
        if self._descriptor is not None:
            _remove(self._descriptor, self._path(self.token))
            self._descriptor = None

    def is_alive(self, token: str | None) -> bool:
        """Whether the process of that token still has the library open."""
        if token == self.token:
            return self._descriptor is not None
        if token is None or not _LOCK_FILE.fullmatch(f"{token}.lock"):
            return False
        return _is_held(self._path(token))

    def others(self) -> tuple[bool, bool]:
        """Whether another process has the library open, and whether one has died with it open.

        Lock files of the dead are removed.
        """
        alive = died = False
        for path in self._folder.iterdir():
            if _LOCK_FILE.fullmatch(path.name) and path.stem != self.token:
                if _is_held(path, tidy=True):
                    alive = True
                else:
                    died = True
        return alive, died

    def _path(self, token: str) -> Path:
        return self._folder / f"{token}.lock"


def _is_held(path: Path, *, tidy: bool = False) -> bool:
    """Whether a process holds a lock file; one that is not held is removed if it is to be tidy."""
    try:
        descriptor = _open(path)
    except FileNotFoundError:
        return False
    except OSError:
        return True  # it cannot be told: leave that process's replies alone
    if not try_lock(descriptor):
        os.close(descriptor)
        return True
    if tidy:
        _remove(descriptor, path)
    else:
        os.close(descriptor)
    return False


def _open(path: Path) -> int:
    try:
        return os.open(path, os.O_RDWR)
    except OSError as error:
        if error.errno not in (errno.EACCES, errno.EROFS):
            raise
        return os.open(path, os.O_RDONLY)


def _remove(descriptor: int, path: Path) -> None:
    with suppress(OSError):  # first the name, so that nobody finds it without its lock
        path.unlink()
    os.close(descriptor)
    with suppress(OSError):  # Windows removes no open file
        path.unlink()


def _is_named(descriptor: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(descriptor), path.stat())
    except FileNotFoundError:
        return False
