"""A keyring in memory, which can also be absent or locked."""

from desktop_assistant.domain.errors import AssistantError
from desktop_assistant.domain.ids import ProviderId
from desktop_assistant.domain.secret import Secret
from desktop_assistant.ports.secret_store import KeyringState, KeyringStatus, StoredKey


class MemorySecrets:
    """Keeps keys; set ``trouble`` to make every access to the keyring fail.

    Keys for this session only are kept apart and work without a keyring, as in the real one.
    """

    def __init__(self, **keys: tuple[str, str]) -> None:
        """Takes keys by provider, each with the origin it is bound to."""
        self._kept = {
            ProviderId(name): StoredKey(Secret(key), origin) for name, (key, origin) in keys.items()
        }
        self._session: dict[ProviderId, StoredKey] = {}
        self.trouble: AssistantError | None = None
        self.state_in_trouble = KeyringState.ABSENT
        self.is_closed = False

    async def get(self, provider_id: ProviderId) -> StoredKey | None:
        """The session's key, else the keyring's."""
        if provider_id in self._session:
            return self._session[provider_id]
        self._check()
        return self._kept.get(provider_id)

    async def set(self, provider_id: ProviderId, key: StoredKey) -> None:
        """Keeps a key."""
        if key.session_only:
            self._session[provider_id] = key
            return
        self._check()
        self._kept[provider_id] = key
        self._session.pop(provider_id, None)

    async def delete(self, provider_id: ProviderId) -> bool:
        """Forgets a key."""
        had_session_key = self._session.pop(provider_id, None) is not None
        self._check()
        return (self._kept.pop(provider_id, None) is not None) or had_session_key

    async def status(self) -> KeyringStatus:
        """Ready, or in the trouble that was set."""
        if self.trouble is not None:
            return KeyringStatus(
                self.state_in_trouble, "Memory", self.trouble.info, tuple(self._session)
            )
        names = tuple(dict.fromkeys([*self._kept, *self._session]))
        return KeyringStatus(KeyringState.READY, "Memory", None, names)

    async def close(self) -> None:
        """Takes note."""
        self.is_closed = True

    def _check(self) -> None:
        if self.trouble is not None:
            raise self.trouble
