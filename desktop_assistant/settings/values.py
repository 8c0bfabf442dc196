"""The settings in force: declared defaults under what the user has set."""

from collections.abc import Iterator, Mapping
from typing import TypeVar, cast

from desktop_assistant.settings.codec import check, setting_for
from desktop_assistant.settings.declaration import Setting, SettingValue

T = TypeVar("T", bound=SettingValue)


class Settings:
    """An immutable set of choices; ``with_values`` makes another one."""

    def __init__(self, values: Mapping[str, SettingValue] | None = None) -> None:
        self._values = dict(values or {})

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Settings) and other._values == self._values

    __hash__ = None  # type: ignore[assignment]  # equal by content, so not a key

    def get(self, setting: Setting[T]) -> T:
        """The value of a setting: the user's, else its default."""
        return cast("T", self._values.get(setting.key, setting.default))

    def is_set(self, key: str) -> bool:
        """Whether the user has set it."""
        return key in self._values

    def chosen(self) -> dict[str, SettingValue]:
        """What the user has set, by key."""
        return dict(self._values)

    def with_values(self, changes: Mapping[str, SettingValue]) -> "Settings":
        """These settings with some values set.

        Raises:
            InvalidInputError: naming the key, if one is unknown or its value is bad.
        """
        values = dict(self._values)
        for key, value in changes.items():
            values[key] = check(setting_for(key), value)
        return Settings(values)

    def without(self, key: str) -> "Settings":
        """These settings with one back at its default.

        Raises:
            InvalidInputError: if there is no such setting.
        """
        setting_for(key)
        return Settings({k: v for k, v in self._values.items() if k != key})
