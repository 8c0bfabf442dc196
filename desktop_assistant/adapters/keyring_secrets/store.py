"""The port ``SecretStore``: keys in the keyring, and some in memory only."""

from desktop_assistant.adapters.keyring_secrets.backends import (
    Backend,
    LoadBackend,
    holds_nothing_yet,
    length_limit,
    name_of,
    safe_backend,
    system_backend,
)
from desktop_assistant.adapters.keyring_secrets.faults import keyring_faults
from desktop_assistant.adapters.keyring_secrets.key_item import (
    Entries,
    entry_for,
    format_item,
    keys_in,
    parse_item,
)
from desktop_assistant.adapters.keyring_secrets.keyring_thread import IsWanted, KeyringThread
from desktop_assistant.domain.errors import AssistantError, ProblemCode, problem
from desktop_assistant.domain.ids import ProviderId
from desktop_assistant.ports.secret_store import KeyringState, KeyringStatus, StoredKey

SERVICE = "desktop-assistant"
USERNAME = "keys"
_LIMIT_S = 20.0
_STATES = {
    ProblemCode.KEYRING_ABSENT: KeyringState.ABSENT,
    ProblemCode.KEYRING_LOCKED: KeyringState.LOCKED,
    ProblemCode.KEYRING_UNSAFE: KeyringState.UNSAFE,
}
_KEEPS_NOTHING = (ProblemCode.KEYRING_ABSENT, ProblemCode.KEYRING_UNSAFE)


class KeyringSecrets:
    """Reads the item once and remembers it, so that a keyring asks for its password once.

    It is read again for a key that is not known, since another process may have added it, and
    before every change. Keys of this session come before those in the keyring.
    """

    def __init__(
        self, load_backend: LoadBackend = system_backend, *, limit_s: float = _LIMIT_S
    ) -> None:
        self._load_backend = load_backend
        self._thread = KeyringThread(limit_s)
        self._session: dict[ProviderId, StoredKey] = {}
        self._known: dict[ProviderId, StoredKey] = {}
        self._safe_backend: Backend | None = None
        self._backend_name = ""

    async def get(self, provider_id: ProviderId) -> StoredKey | None:
        """The key of this session, else the keyring's, or ``None`` if there is none.

        Raises:
            AssistantError: with a keyring problem.
        """
        known = self._session.get(provider_id) or self._known.get(provider_id)
        if known is None:
            await self._thread.run(lambda _is_wanted: self._read(self._backend()))
            known = self._known.get(provider_id)
        return known

    async def set(self, provider_id: ProviderId, key: StoredKey) -> None:
        """Stores a key and reads it back; with ``session_only`` keeps it in memory instead.

        Raises:
            AssistantError: with a keyring problem; then nothing is stored anywhere.
        """
        if not key.session_only:
            await self._thread.run(lambda is_wanted: self._store(provider_id, key, is_wanted))
            self._session.pop(provider_id, None)
        else:
            self._session[provider_id] = key

    async def delete(self, provider_id: ProviderId) -> bool:
        """Forgets a key, here and in the keyring; tells whether there was one.

        Raises:
            AssistantError: with a keyring problem.
        """
        was_here = self._session.pop(provider_id, None) is not None
        try:
            was_kept = await self._thread.run(
                lambda is_wanted: self._remove(provider_id, is_wanted)
            )
        except AssistantError as error:
            if error.info.code not in _KEEPS_NOTHING:
                raise
            was_kept = False
        return was_here or was_kept

    async def status(self) -> KeyringStatus:
        """Whether keys can be kept; never raises."""
        trouble = None
        try:
            await self._thread.run(lambda _is_wanted: self._read(self._backend()))
        except AssistantError as error:
            trouble = error.info
        state = _STATES.get(trouble.code, KeyringState.FAILED) if trouble else KeyringState.READY
        providers = tuple(dict.fromkeys([*self._known, *self._session]))
        return KeyringStatus(state, self._backend_name, trouble, providers)

    async def close(self) -> None:
        """Lets the keyring go and forgets all keys."""
        self._thread.close()
        self._session.clear()
        self._known = {}
        self._safe_backend = None

    # What follows runs on the keyring's thread.

    def _backend(self) -> Backend:
        if self._safe_backend is None:
            with keyring_faults():
                found = self._load_backend()
                self._backend_name = name_of(found)
                self._safe_backend = safe_backend(found)
                self._backend_name = name_of(self._safe_backend)
        return self._safe_backend

    def _read(self, backend: Backend) -> Entries:
        with keyring_faults():
            is_empty = holds_nothing_yet(backend)
            item = None if is_empty else backend.get_password(SERVICE, USERNAME)
        entries = parse_item(item)
        self._known = keys_in(entries)
        return entries

    def _store(self, provider_id: ProviderId, key: StoredKey, is_wanted: IsWanted) -> None:
        backend = self._backend()
        entries = self._read(backend) | {provider_id: entry_for(key)}
        self._write(backend, entries, is_wanted, key)
        if self._read(backend).get(provider_id) != entry_for(key):
            raise problem(ProblemCode.KEYRING_LOST_WRITE, backend=self._backend_name)

    def _remove(self, provider_id: ProviderId, is_wanted: IsWanted) -> bool:
        backend = self._backend()
        entries = self._read(backend)
        if entries.pop(provider_id, None) is None:
            return False
        self._write(backend, entries, is_wanted)
        if provider_id in self._read(backend):
            raise problem(ProblemCode.KEYRING_LOST_WRITE, backend=self._backend_name)
        return True

    def _write(
        self,
        backend: Backend,
        entries: Entries,
        is_wanted: IsWanted,
        added: StoredKey | None = None,
    ) -> None:
        item = format_item(entries)
        limit = length_limit(backend)
        if limit is not None and len(item) > limit:
            raise problem(ProblemCode.KEY_TOO_LONG, limit=str(limit))
        if not is_wanted():
            return  # it was told that nothing is stored: the keyring answered too late
        secrets = [item, *(key.secret.reveal() for key in (*self._known.values(), added) if key)]
        with keyring_faults(secrets):
            if entries:
                backend.set_password(SERVICE, USERNAME, item)
            else:
                backend.delete_password(SERVICE, USERNAME)
