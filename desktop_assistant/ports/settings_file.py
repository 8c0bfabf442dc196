"""The hand-editable settings file."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from desktop_assistant.domain.errors import ErrorInfo
from desktop_assistant.settings.declaration import SettingValue
from desktop_assistant.settings.values import Settings


@dataclass(frozen=True, slots=True)
class LoadedSettings:
    """The usable settings and what was not usable; bad entries fall back to their defaults."""

    settings: Settings
    problems: tuple[ErrorInfo, ...] = field(default=())


class SettingsFile(Protocol):
    """Reads and writes ``settings.toml``; small enough to be synchronous (well under 5 ms)."""

    @property
    def path(self) -> Path:
        """Where it is."""
        ...

    def load(self) -> LoadedSettings:
        """Reads it; never raises for what a person may have written into it."""
        ...

    def stamp(self) -> object:
        """Another value after every change of the file, whoever made it; cheap, never raises."""
        ...

    def write(self, changes: dict[str, SettingValue], *, removed: tuple[str, ...] = ()) -> None:
        """Sets and removes keys in one atomic step, keeping comments, order and unknown keys.

        Raises:
            AssistantError: if the file cannot be parsed or written; it is then as before.
        """
        ...
