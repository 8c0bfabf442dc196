"""How a setting is declared: key, type, default, choices, label and help in one value."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeAlias, TypeVar

SettingValue: TypeAlias = bool | int | float | str | None
"""What a setting may hold; ``None`` is "not set", which for model parameters means "not sent"."""

T = TypeVar("T", bound=SettingValue, covariant=True)


class ValueType(StrEnum):
    """The kinds of values, as they stand in ``settings.toml``."""

    BOOL = "bool"
    INTEGER = "integer"
    NUMBER = "number"
    TEXT = "text"
    ADDRESS = "address"
    """A base URL; normalised when it is set."""
    OBJECT = "object"
    """A JSON object as text; empty is none."""


class Page(StrEnum):
    """The pages of the settings dialog, in their order."""

    GENERAL = "General"
    PROVIDERS = "Providers & keys"
    PROMPT = "System prompt"
    MODELS = "Models & parameters"
    APPEARANCE = "Appearance"
    DATA = "Data & privacy"
    ADVANCED = "Advanced"


@dataclass(frozen=True, slots=True)
class Setting(Generic[T]):
    """One choice. ``key`` holds a ``*`` for what each provider has of its own."""

    key: str
    type: ValueType
    default: T
    page: Page
    label: str
    help: str
    choices: tuple[str, ...] = ()
    minimum: float | None = None
    maximum: float | None = None
    optional: bool = False
    """Whether it may be unset (``None``)."""
    multiline: bool = False

    def for_provider(self, provider_id: str) -> "Setting[T]":
        """The same declaration with a provider's id in place of the ``*``."""
        return Setting(
            self.key.replace("*", provider_id), self.type, self.default, self.page, self.label,
            self.help, self.choices, self.minimum, self.maximum, self.optional, self.multiline,
        )  # fmt: skip
