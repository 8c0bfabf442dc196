"""A settings file that is none."""

from pathlib import Path

from desktop_assistant.domain.errors import AssistantError, ErrorInfo
from desktop_assistant.ports.settings_file import LoadedSettings
from desktop_assistant.settings.declaration import SettingValue
from desktop_assistant.settings.values import Settings


class MemorySettings:
    """Holds values by key; ``problems`` stands for what could not be used in a real file.

    ``write_error`` makes writing fail, as with a file that cannot be parsed.
    """

    def __init__(
        self, values: dict[str, SettingValue] | None = None, *, problems: tuple[ErrorInfo, ...] = ()
    ) -> None:
        self.values = dict(values or {})
        self.problems = problems
        self.write_error: AssistantError | None = None

    @property
    def path(self) -> Path:
        """Where it would be."""
        return Path("settings.toml")

    def load(self) -> LoadedSettings:
        """The values, checked as a real file's are."""
        return LoadedSettings(Settings().with_values(self.values), self.problems)

    def stamp(self) -> object:
        """What it holds now."""
        return repr((self.values, self.problems))

    def write(self, changes: dict[str, SettingValue], *, removed: tuple[str, ...] = ()) -> None:
        """Sets and removes values."""
        if self.write_error is not None:
            raise self.write_error
        self.values.update(changes)
        for key in removed:
            self.values.pop(key, None)
