"""The port ``SettingsFile`` on ``settings.toml``."""

from pathlib import Path

from desktop_assistant.adapters.settings_file.editing import HEADER, edit
from desktop_assistant.adapters.settings_file.folder_lock import locked
from desktop_assistant.adapters.settings_file.reading import UnreadableError, decode, read
from desktop_assistant.adapters.settings_file.replacing import replace_file
from desktop_assistant.domain.errors import AssistantError, ProblemCode, problem
from desktop_assistant.ports.settings_file import LoadedSettings
from desktop_assistant.settings.codec import check, setting_for
from desktop_assistant.settings.declaration import SettingValue
from desktop_assistant.settings.values import Settings

_LOCK_LIMIT_S = 2.0
"""Others hold the lock for milliseconds; one that hangs must not hang the window for long."""


class TomlSettingsFile:
    """Reads the file as it is now and changes only what it is told to."""

    def __init__(self, path: Path, *, lock_limit_s: float = _LOCK_LIMIT_S) -> None:
        self._path = path
        self._lock_limit_s = lock_limit_s

    @property
    def path(self) -> Path:
        """Where it is."""
        return self._path

    def load(self) -> LoadedSettings:
        """Reads it; what cannot be used comes back as problems, and its defaults are in force."""
        try:
            return read(self._text())
        except FileNotFoundError:
            return LoadedSettings(Settings())
        except (OSError, UnreadableError) as error:
            return LoadedSettings(Settings(), (self._unreadable(error).info,))

    def stamp(self) -> object:
        """Another value after every change of the file, whoever made it."""
        try:
            now = self._path.stat()
        except OSError:
            return None
        return now.st_ino, now.st_mtime_ns, now.st_size

    def write(self, changes: dict[str, SettingValue], *, removed: tuple[str, ...] = ()) -> None:
        """Sets and removes keys in one atomic step, keeping comments, order and unknown keys.

        Raises:
            InvalidInputError: naming the key, if one is unknown or its value is bad.
            AssistantError: if the file cannot be parsed or written; it is then as before.
        """
        checked = {key: check(setting_for(key), value) for key, value in changes.items()}
        unset = [*removed, *(key for key, value in checked.items() if value is None)]
        values = {key: value for key, value in checked.items() if key not in unset}
        try:
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with locked(self._path.with_name(f"{self._path.name}.lock"), self._lock_limit_s):
                self._change(values, unset)
        except UnreadableError as error:
            raise self._unreadable(error) from None
        except OSError as error:
            raise problem(
                ProblemCode.SETTINGS_NOT_SAVED, path=str(self._path), reason=_words(error)
            ) from None

    def _change(self, values: dict[str, SettingValue], unset: list[str]) -> None:
        try:
            text = self._text()
            edited = edit(text, values, unset)
        except FileNotFoundError:
            if not values:
                return
            text, edited = "", edit(f"{HEADER}\n", values, unset)
        if edited != text:
            replace_file(self._path, edited.encode("utf-8", "replace"))

    def _text(self) -> str:
        return decode(self._path.read_bytes())

    def _unreadable(self, error: Exception) -> AssistantError:
        return problem(ProblemCode.SETTINGS_UNREADABLE, path=str(self._path), reason=_words(error))


def _words(error: Exception) -> str:
    return getattr(error, "strerror", None) or str(error)
