"""The one data folder, and where things are in it. Folder 0700, files 0600, whatever the umask."""

import contextlib
import os
import stat
import sys
from dataclasses import dataclass
from pathlib import Path

from desktop_assistant.domain.errors import ProblemCode, problem

APP_NAME = "desktop-assistant"


@dataclass(frozen=True, slots=True)
class DataFolder:
    """All state of the program."""

    root: Path

    @property
    def database(self) -> Path:
        """The library."""
        return self.root / "conversations.db"

    @property
    def settings(self) -> Path:
        """The hand-editable settings."""
        return self.root / "settings.toml"

    @property
    def backups(self) -> Path:
        """Verified copies of the library."""
        return self.root / "backups"

    @property
    def locks(self) -> Path:
        """Lock files of the processes that write replies."""
        return self.root / "locks"

    @property
    def log(self) -> Path:
        """The rotating log."""
        return self.root / "logs" / "desktop-assistant.log"

    @property
    def socket(self) -> Path:
        """Where a second launch asks the first window to come forward."""
        return self.root / "locks" / "window.socket"


def data_folder(chosen: Path | None) -> DataFolder:
    """The data folder, made private.

    Raises:
        InvalidInputError: if it cannot be made or is no folder.
    """
    root = chosen.absolute() if chosen is not None else _platform_folder()
    try:
        make_private_folder(root)
    except OSError as error:
        raise problem(ProblemCode.FOLDER_UNUSABLE, path=str(root), detail=error.strerror) from error
    _make_files_private(root)
    return DataFolder(root)


def open_private_file(path: Path, flags: int) -> int:
    """Opens a file, made for this user alone if it is not there yet, and returns its descriptor.

    Raises:
        OSError: if it cannot be opened.
    """
    is_new = not path.exists()
    descriptor = os.open(path, flags | os.O_CREAT, 0o600)
    if is_new and sys.platform != "win32":
        os.fchmod(descriptor, 0o600)  # the umask may have taken even our own bits away
    return descriptor


def make_private_folder(folder: Path) -> None:
    """Makes a folder for this user alone; one that is read-only is left as it is.

    Raises:
        OSError: if it cannot be made or is no folder.
    """
    was_there = folder.is_dir()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if os.name == "posix":
        if not was_there:
            folder.chmod(0o700)  # the umask may have taken even our own bits away
        mode = stat.S_IMODE(folder.stat().st_mode)
        if mode & 0o077 and os.access(folder, os.W_OK):
            folder.chmod(mode & 0o700)


def _make_files_private(folder: Path) -> None:
    """Files that others put here, such as settings written by hand, become this user's alone."""
    if os.name != "posix":
        return
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_file(follow_symlinks=False):
                mode = stat.S_IMODE(entry.stat(follow_symlinks=False).st_mode)
                if mode & 0o077:
                    with contextlib.suppress(OSError):  # somebody else's file
                        Path(entry.path).chmod(mode & 0o700)


def _platform_folder() -> Path:
    import platformdirs

    return Path(platformdirs.user_data_dir(APP_NAME, appauthor=False))
