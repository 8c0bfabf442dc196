"""The user's verbs about keys: save, look at, delete. What a key is stays inside."""

from dataclasses import dataclass, field
from enum import StrEnum

from desktop_assistant.chat.settings_service import SettingsService
from desktop_assistant.domain.errors import AssistantError
from desktop_assistant.domain.ids import ProviderId
from desktop_assistant.domain.origin import origin_of
from desktop_assistant.domain.secret import Secret
from desktop_assistant.ports.secret_store import (
    KeyringState,
    KeyringStatus,
    SecretStore,
    StoredKey,
)
from desktop_assistant.settings import schema
from desktop_assistant.settings.providers import provider

__all__ = ["KeyFault", "KeyInfo", "KeyringState", "KeyringStatus", "Keys", "KnownKeys", "fault_of"]

_SHORTENED = ("…", "...", "***", "•")
_FIRST_VISIBLE, _LAST_VISIBLE = "!", "~"


class KeyFault(StrEnum):
    """Why a text can be no key."""

    SEVERAL_LINES = "several_lines"
    SPACES = "spaces"
    SHORTENED = "shortened"
    """As web pages show keys after their making: ``sk-…7Qd4``."""
    STRANGE_SIGNS = "strange_signs"


@dataclass(frozen=True, slots=True)
class KeyInfo:
    """What may be shown of a key that is there."""

    last4: str
    origin: str
    """The only origin it is sent to."""
    session_only: bool


@dataclass(frozen=True, slots=True)
class KnownKeys:
    """The keyring and the keys that could be looked at."""

    keyring: KeyringStatus
    by_provider: dict[ProviderId, KeyInfo] = field(default_factory=dict)


def fault_of(key_text: str) -> KeyFault | None:
    """Why a text can be no key, or ``None``; spaces around it do not count."""
    text = key_text.strip()
    if len(text.splitlines()) > 1:
        return KeyFault.SEVERAL_LINES
    if any(mark in text for mark in _SHORTENED):
        return KeyFault.SHORTENED
    if any(sign.isspace() for sign in text):
        return KeyFault.SPACES
    if not all(_FIRST_VISIBLE <= sign <= _LAST_VISIBLE for sign in text):
        return KeyFault.STRANGE_SIGNS
    return None


class Keys:
    """Keys by provider, each bound to the origin of the address it was given for."""

    def __init__(self, secrets: SecretStore, settings: SettingsService) -> None:
        self._secrets = secrets
        self._settings = settings

    async def save(
        self, provider_id: ProviderId, key_text: str, *, session_only: bool = False
    ) -> None:
        """Keeps a key for the provider's address as the settings have it now.

        The first key makes its provider the one of new conversations, unless the user has
        chosen one: whoever adds a key wants to use it.

        Args:
            provider_id: whose key it is.
            key_text: the key; spaces around it are dropped.
            session_only: keep it in memory until the app quits, and nowhere else.

        Raises:
            InvalidInputError: if there is no such provider.
            AssistantError: with a keyring problem; then nothing is stored.
        """
        origin = origin_of(provider(self._settings.current, provider_id).base_url)
        key = StoredKey(Secret(key_text.strip()), origin, session_only=session_only)
        await self._secrets.set(provider_id, key)
        if not self._settings.current.is_set(schema.PROVIDER.key):
            self._settings.change({schema.PROVIDER.key: provider_id})

    async def delete(self, provider_id: ProviderId) -> bool:
        """Forgets a key; tells whether there was one.

        Raises:
            AssistantError: with a keyring problem.
        """
        return await self._secrets.delete(provider_id)

    async def known(self) -> KnownKeys:
        """What is there. A keyring that fails meanwhile is told by its status, not raised."""
        status = await self._secrets.status()
        keys: dict[ProviderId, KeyInfo] = {}
        for provider_id in status.providers:
            try:
                key = await self._secrets.get(provider_id)
            except AssistantError as error:
                status = KeyringStatus(KeyringState.FAILED, status.backend, error.info)
                break
            if key is not None:
                keys[provider_id] = KeyInfo(key.secret.last4, key.origin, key.session_only)
        return KnownKeys(status, keys)
