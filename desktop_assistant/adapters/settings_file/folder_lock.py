"""Lets one process at a time change the settings: the window and the command line may both want to.

The lock is given back by the system when a process dies, however it dies.
"""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_PAUSE_S = 0.005

if sys.platform == "win32":
    import msvcrt

    def _try_lock(descriptor: int) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _try_lock(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


@contextmanager
def locked(path: Path, limit_s: float) -> Iterator[None]:
    """Holds the lock of a file while the block runs.

    Raises:
        TimeoutError: if another process holds it for longer than the limit.
        OSError: if the lock file cannot be made.
    """
    is_new = not path.exists()
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        if is_new:
            path.chmod(0o600)  # a strict umask takes even our own bits away
        deadline = time.monotonic() + limit_s
        while not _try_lock(descriptor):
            if time.monotonic() > deadline:
                raise TimeoutError("another program is changing it")
            time.sleep(_PAUSE_S)
        yield
    finally:
        os.close(descriptor)
