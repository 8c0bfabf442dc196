"""Keeps a slow disk from holding up whoever changes a setting.

Forcing a file to the disk may take seconds, and another program may hold the settings' lock. The
window cannot wait for either. So writing happens on a thread, and is waited for only as long as a
healthy disk takes; what takes longer counts as done, and is finished in the background, at the
latest while the program ends.
"""

import logging
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from desktop_assistant.domain.errors import AssistantError, ErrorInfo
from desktop_assistant.ports.settings_file import LoadedSettings, SettingsFile
from desktop_assistant.settings.declaration import SettingValue
from desktop_assistant.settings.values import Settings

PATIENCE_S = 0.02
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, eq=False)
class _Change:
    values: dict[str, SettingValue]
    removed: tuple[str, ...]

    def applied_to(self, settings: Settings) -> Settings:
        for key in (*self.removed, *(k for k, value in self.values.items() if value is None)):
            settings = settings.without(key)
        return settings.with_values({k: v for k, v in self.values.items() if v is not None})


class UnhurriedSettingsFile:
    """A settings file whose changes are in force at once, and on the disk as soon as it can."""

    def __init__(self, file: SettingsFile, *, patience_s: float = PATIENCE_S) -> None:
        self._file = file
        self._patience_s = patience_s
        self._writer = ThreadPoolExecutor(max_workers=1, thread_name_prefix="settings-writer")
        self._under_way: list[_Change] = []
        self._late_failure: ErrorInfo | None = None

    @property
    def path(self) -> Path:
        """Where it is."""
        return self._file.path

    def load(self) -> LoadedSettings:
        """What stands in it, and what is about to. A late failure is told as a problem."""
        # Looked at first: what gets written meanwhile is then in both, which does no harm.
        under_way = tuple(self._under_way)
        loaded = self._file.load()
        settings = loaded.settings
        for change in under_way:
            settings = change.applied_to(settings)
        failures = () if self._late_failure is None else (self._late_failure,)
        return LoadedSettings(settings, (*loaded.problems, *failures))

    def stamp(self) -> object:
        """Another value after every change of the file, and after a failure that came late."""
        return self._file.stamp(), self._late_failure

    def write(self, changes: dict[str, SettingValue], *, removed: tuple[str, ...] = ()) -> None:
        """Sets and removes keys.

        Raises:
            InvalidInputError: naming the key, if one is unknown or its value is bad.
            AssistantError: if it is known soon that the file cannot be written.
        """
        change = _Change(dict(changes), removed)
        change.applied_to(Settings())  # what is no setting is refused here
        self._under_way.append(change)
        writing = self._writer.submit(self._write, change)
        try:
            writing.result(self._patience_s)
        except TimeoutError:
            writing.add_done_callback(self._note_late_failure)
        else:
            self._late_failure = None

    def _write(self, change: _Change) -> None:
        try:
            self._file.write(change.values, removed=change.removed)
        finally:
            self._under_way.remove(change)

    def _note_late_failure(self, writing: Future[None]) -> None:
        error = writing.exception()
        self._late_failure = error.info if isinstance(error, AssistantError) else None
        if error is not None:
            _log.warning("Settings could not be written after all: %s", error)
