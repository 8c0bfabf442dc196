"""A lock on a file that the operating system gives back when the process dies, however it dies."""

import os
import sys

if sys.platform == "win32":  # pragma: no cover - not this system
    import msvcrt

    def try_lock(descriptor: int) -> bool:
        """Takes the lock of an open file; ``False`` if another holds it."""
        os.lseek(descriptor, 0, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def try_lock(descriptor: int) -> bool:
        """Takes the lock of an open file; ``False`` if another holds it.

        Raises:
            OSError: if the file system knows no locks.
        """
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
