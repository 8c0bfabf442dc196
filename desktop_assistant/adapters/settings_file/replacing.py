"""Puts a new text in a file's place: whole or not at all, and for this user's eyes only."""

import os
import sys
from contextlib import suppress
from pathlib import Path


def replace_file(path: Path, content: bytes) -> None:
    """Replaces what a path leads to, through links, in one step that survives a power cut.

    To be called by one process at a time: what a killed one left of a new file is written over.

    Raises:
        OSError: if that fails; the file is then as before.
    """
    target = path.resolve()
    new = target.with_name(f".{target.name}.new")
    new.unlink(missing_ok=True)
    descriptor = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        new.chmod(0o600)  # a strict umask takes even our own bits away
        new.replace(target)
    except BaseException:
        with suppress(OSError):
            new.unlink()
        raise
    _sync_folder(target.parent)


def _sync_folder(folder: Path) -> None:
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
