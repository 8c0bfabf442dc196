"""The settings in force while the program runs, and the only way to change them."""

from collections.abc import Callable, Mapping

from desktop_assistant.domain.errors import ErrorInfo, ProblemCode
from desktop_assistant.ports.settings_file import LoadedSettings, SettingsFile
from desktop_assistant.settings.codec import setting_for
from desktop_assistant.settings.declaration import SettingValue
from desktop_assistant.settings.values import Settings


class SettingsService:
    """Holds what was loaded and writes changes through; listeners hear of every change."""

    def __init__(self, file: SettingsFile) -> None:
        self._file = file
        self._stamp = file.stamp()
        loaded = file.load()
        self._settings = loaded.settings
        self._problems = loaded.problems
        self._listeners: list[Callable[[], None]] = []

    @property
    def current(self) -> Settings:
        """The settings in force."""
        return self._settings

    @property
    def problems(self) -> tuple[ErrorInfo, ...]:
        """What in the file could not be used; its defaults are in force instead."""
        return self._problems

    def subscribe(self, listener: Callable[[], None]) -> None:
        """Calls the listener after every change."""
        self._listeners.append(listener)

    def change(self, values: Mapping[str, SettingValue]) -> None:
        """Sets values, here and in the file.

        Raises:
            InvalidInputError: naming the key, if one is unknown or its value is bad.
            AssistantError: if the file cannot be written; nothing has changed then.
        """
        checked = self._settings.with_values(values)
        changes = {key: checked.chosen()[key] for key in values}
        unset = tuple(key for key, value in changes.items() if value is None)
        self._file.write({k: v for k, v in changes.items() if v is not None}, removed=unset)
        self.reload()

    def unset(self, *keys: str) -> None:
        """Puts settings back to their defaults.

        Raises:
            InvalidInputError: if there is no such setting.
            AssistantError: if the file cannot be written.
        """
        for key in keys:
            setting_for(key)
        self._file.write({}, removed=keys)
        self.reload()

    def reload(self) -> None:
        """Takes what stands in the file now."""
        self._stamp = self._file.stamp()
        self._take(self._file.load())

    def notice_changes(self) -> None:
        """Takes over what another process or an editor wrote; cheap if nobody wrote.

        A file that cannot be read at all, perhaps half edited, is told of and changes nothing.
        """
        stamp = self._file.stamp()
        if stamp == self._stamp:
            return
        self._stamp = stamp
        loaded = self._file.load()
        if any(found.code is ProblemCode.SETTINGS_UNREADABLE for found in loaded.problems):
            loaded = LoadedSettings(self._settings, loaded.problems)
        self._take(loaded)

    def _take(self, loaded: LoadedSettings) -> None:
        changed = loaded.settings != self._settings or loaded.problems != self._problems
        self._settings, self._problems = loaded.settings, loaded.problems
        if changed:
            for listener in self._listeners:
                listener()
