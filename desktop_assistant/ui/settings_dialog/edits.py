"""Where the dialog's edits go: at once into the settings, or kept aside until Save."""

from typing import Protocol

from PySide6.QtCore import QObject, Signal

from desktop_assistant.domain.errors import AssistantError, ErrorInfo
from desktop_assistant.domain.ids import ProviderId
from desktop_assistant.settings import schema
from desktop_assistant.settings.codec import check
from desktop_assistant.settings.declaration import Setting, SettingValue
from desktop_assistant.settings.providers import LOCAL, OPENAI, provider_ids
from desktop_assistant.settings.values import Settings
from desktop_assistant.ui.bridge import Bridge

ALWAYS_THERE = (OPENAI, LOCAL)


class Edits(Protocol):
    """What an editor reads from and writes to."""

    def value(self, setting: Setting[SettingValue]) -> SettingValue:
        """What to show."""
        ...

    def put(self, setting: Setting[SettingValue], value: SettingValue) -> ErrorInfo | None:
        """Takes a value; returns why not, if it cannot be used."""
        ...


class LiveEdits:
    """Changes apply at once."""

    def __init__(self, bridge: Bridge) -> None:
        self._bridge = bridge

    def value(self, setting: Setting[SettingValue]) -> SettingValue:
        """What is in force."""
        return self._bridge.settings.get(setting)

    def put(self, setting: Setting[SettingValue], value: SettingValue) -> ErrorInfo | None:
        """Changes the setting, here and in the file."""
        try:
            checked = check(setting, value)
            if checked != self.value(setting):
                self._bridge.controller.settings.change({setting.key: checked})
        except AssistantError as error:
            return error.info
        return None


class StagedEdits(QObject):
    """Changes wait for Save. A value that cannot be used is kept too, so that it can be mended.

    Signals:
        changed: something is pending that was not, or the other way round.
    """

    changed = Signal()

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._pending: dict[str, SettingValue] = {}
        self._defaults: dict[str, SettingValue] = {}
        self._unusable: dict[str, SettingValue] = {}
        self._removed: set[ProviderId] = set()

    @property
    def is_pending(self) -> bool:
        """Whether Save would change anything."""
        return bool(self._pending or self._unusable or self._removed)

    @property
    def unusable(self) -> tuple[str, ...]:
        """Keys whose value Save cannot take, of providers that are to stay."""
        return tuple(key for key in self._unusable if not self._is_removed(key))

    @property
    def settings(self) -> Settings:
        """The settings as they would be after Save."""
        staged = self._bridge.settings.with_values(self._pending)
        for key in staged.chosen():
            if self._is_removed(key):
                staged = staged.without(key)
        return staged

    @property
    def removed(self) -> frozenset[ProviderId]:
        """Providers that Save removes."""
        return frozenset(self._removed)

    def value(self, setting: Setting[SettingValue]) -> SettingValue:
        """What was last put, usable or not, else what is in force."""
        key = setting.key
        if key in self._unusable:
            return self._unusable[key]
        return self._pending.get(key, self._bridge.settings.get(setting))

    def put(self, setting: Setting[SettingValue], value: SettingValue) -> ErrorInfo | None:
        """Keeps the value for Save."""
        key = setting.key
        self._unusable.pop(key, None)
        self._pending.pop(key, None)
        try:
            checked = check(setting, value)
        except AssistantError as error:
            self._unusable[key] = value
            self.changed.emit()
            return error.info
        if checked != self._bridge.settings.get(setting):
            self._pending[key] = checked
            self._defaults[key] = setting.default
        self.changed.emit()
        return None

    def add_provider(self, values: dict[str, SettingValue]) -> None:
        """Keeps a new provider's settings, by their whole keys."""
        self._pending |= values
        self.changed.emit()

    def remove_provider(self, provider_id: ProviderId) -> None:
        """Lets Save remove a provider that the user added; a new one is forgotten at once."""
        if provider_id in ALWAYS_THERE:
            return
        if provider_id in provider_ids(self._bridge.settings):
            self._removed.add(provider_id)
        else:
            for edits in (self._pending, self._unusable):
                for key in [key for key in edits if _provider_of(key) == provider_id]:
                    del edits[key]
        self.changed.emit()

    def restore_provider(self, provider_id: ProviderId) -> None:
        """Lets a provider stay after all."""
        self._removed.discard(provider_id)
        self.changed.emit()

    def save(self) -> None:
        """Applies everything that can be used.

        Raises:
            AssistantError: if the settings file cannot be written; everything is pending still.
        """
        service = self._bridge.controller.settings
        kept = {k: v for k, v in self._pending.items() if not self._is_removed(k)}
        # What equals its default need not stand in the file, except for a provider's own keys:
        # they are what makes the provider exist.
        back = [k for k, v in kept.items() if v == self._defaults.get(k) and _stays_without(k)]
        gone = [k for k in service.current.chosen() if self._is_removed(k)]
        if service.current.get(schema.PROVIDER) in self._removed:
            gone += [schema.PROVIDER.key, schema.MODEL.key]
        values = {k: v for k, v in kept.items() if k not in back}
        if values:
            service.change(values)
        if back or gone:
            service.unset(*back, *gone)
        self._pending.clear()
        self._removed.clear()
        self.changed.emit()

    def _is_removed(self, key: str) -> bool:
        return _provider_of(key) in self._removed


def _provider_of(key: str) -> ProviderId | None:
    parts = key.split(".")
    return ProviderId(parts[1]) if parts[0] == "providers" else None


def _stays_without(key: str) -> bool:
    provider_id = _provider_of(key)
    return provider_id is None or provider_id in ALWAYS_THERE
