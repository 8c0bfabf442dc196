"""A disk under SQLite that can be watched, held up, filled up, and cut off from its power."""

import threading
from collections import Counter
from contextlib import contextmanager
from pathlib import Path

import apsw

_REAL = "unix" if "unix" in apsw.vfs_names() else "win32"


class WatchedDisk:
    """What SQLite did to its files since the disk was put in."""

    def __init__(self):
        self.syncs = Counter()
        self.written = Counter()
        self.image = {}
        """What each file would hold after a power cut: its bytes when it was last synced."""
        self.may_sync = threading.Event()
        self.may_sync.set()
        self.waits_to_sync = threading.Event()
        self.writes_left = None
        """Writes until the disk is full; ``None``: never."""

    def forget(self):
        self.syncs.clear()
        self.written.clear()

    def cut_power(self, folder):
        """Puts what a power cut would leave into another folder."""
        for path, content in self.image.items():
            (folder / path.name).write_bytes(content)


class _File(apsw.VFSFile):
    def __init__(self, disk, name, flags):
        self._disk = disk
        self._path = Path(name.filename() if isinstance(name, apsw.URIFilename) else name or "temp")
        super().__init__(_REAL, name, flags)

    def xSync(self, flags):
        disk = self._disk
        disk.waits_to_sync.set()
        assert disk.may_sync.wait(30)
        super().xSync(flags)
        disk.syncs[self._path.suffix] += 1
        disk.image[self._path] = self._path.read_bytes()

    def xWrite(self, data, offset):
        disk = self._disk
        if disk.writes_left is not None:
            if disk.writes_left <= 0:
                raise apsw.FullError
            disk.writes_left -= 1
        super().xWrite(data, offset)
        disk.written[self._path.suffix] += len(data)


class _Disk(apsw.VFS):
    def __init__(self, disk):
        self._disk = disk
        super().__init__("watched", _REAL, makedefault=True)

    def xOpen(self, name, flags):
        return _File(self._disk, name, flags)


@contextmanager
def watched_disk():
    """Every SQLite file opened meanwhile is on this disk."""
    disk = WatchedDisk()
    vfs = _Disk(disk)
    try:
        yield disk
    finally:
        disk.may_sync.set()
        vfs.unregister()
