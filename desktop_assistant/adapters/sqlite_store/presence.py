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
        return not _take_away(self._path(token))

    def others(self) -> tuple[bool, bool]:
        """Whether another process has the library open, and whether one has died with it open.

        Lock files of the dead are removed.
        """
        alive = died = False
        for path in self._folder.iterdir():
            if _LOCK_FILE.fullmatch(path.name) and path.stem != self.token:
                if _take_away(path):
                    died = True
                else:
                    alive = True
        return alive, died

    def _path(self, token: str) -> Path:
        return self._folder / f"{token}.lock"


def _take_away(path: Path) -> bool:
    """Removes a lock file that nobody holds; ``False`` if somebody does."""
    try:
        descriptor = _open(path)
    except FileNotFoundError:
        return True
    except OSError:
        return False
    if not try_lock(descriptor):
        os.close(descriptor)
        return False
    _remove(descriptor, path)
    return True


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
