"""Where keys are kept: the system's keyring, and, by choice, memory until the app quits."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from desktop_assistant.domain.errors import ErrorInfo
from desktop_assistant.domain.ids import ProviderId
from desktop_assistant.domain.secret import Secret


@dataclass(frozen=True, slots=True)
class StoredKey:
    """A key and the only origin (``https://host:443``) it may be sent to."""

    secret: Secret
    origin: str
    session_only: bool = False


class KeyringState(StrEnum):
    """Whether keys can be kept here."""

    READY = "ready"
    ABSENT = "absent"
    LOCKED = "locked"
    UNSAFE = "unsafe"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class KeyringStatus:
    """What ``doctor`` and the dialog tell about the keyring."""

    state: KeyringState
    backend: str
    """The backend's own name, such as ``SecretService Keyring``."""
    problem: ErrorInfo | None = None
    providers: tuple[ProviderId, ...] = ()
    """Providers with a key, stored or for this session."""


class SecretStore(Protocol):
    """Keys by provider, in one keyring item. Touched lazily and never on the calling thread."""

    async def get(self, provider_id: ProviderId) -> StoredKey | None:
        """The key, or ``None`` if there is none.

        Raises:
            AssistantError: with a keyring problem.
        """
        ...

    async def set(self, provider_id: ProviderId, key: StoredKey) -> None:
        """Stores a key and reads it back; with ``session_only`` keeps it in memory instead.

        Raises:
            AssistantError: with a keyring problem; then nothing is stored anywhere.
        """
        ...

    async def delete(self, provider_id: ProviderId) -> bool:
        """Forgets a key, here and in the keyring; tells whether there was one.

        Raises:
            AssistantError: with a keyring problem.
        """
        ...

    async def status(self) -> KeyringStatus:
        """Whether keys can be kept; never raises."""
        ...

    async def close(self) -> None:
        """Lets the keyring go."""
        ...
