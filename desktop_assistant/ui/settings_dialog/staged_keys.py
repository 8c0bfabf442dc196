"""Keys that were typed or are to be deleted, until Save; and what the keyring has."""

from PySide6.QtCore import QObject, Signal

from desktop_assistant.chat.keys import KeyFault, KeyInfo, KnownKeys, fault_of
from desktop_assistant.domain.errors import AssistantError, ErrorInfo
from desktop_assistant.domain.ids import ProviderId
from desktop_assistant.ui.bridge import Bridge


class StagedKeys(QObject):
    """The dialog's picture of all keys. A key never leaves it but to the keyring.

    Signals:
        changed: something was typed, or the keyring has answered.
    """

    changed = Signal()

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._known: KnownKeys | None = None
        self._is_loading = False
        self._is_closed = False
        self._typed: dict[ProviderId, str] = {}
        self._deleted: set[ProviderId] = set()

    @property
    def keyring_trouble(self) -> ErrorInfo | None:
        """Why the keyring cannot be used, if it cannot and was asked already."""
        return self._known.keyring.problem if self._known is not None else None

    @property
    def known(self) -> KnownKeys | None:
        """The keyring's answer, once it came."""
        return self._known

    @property
    def is_pending(self) -> bool:
        """Whether Save would change anything."""
        return bool(self._typed or self._deleted)

    def load(self) -> None:
        """Asks the keyring, beside the window: it may want a password first."""
        if self._is_loading:
            return
        self._is_loading = True
        self._bridge.run(
            self._bridge.controller.keys.known(), name="look at keys", on_done=self._on_known
        )

    def info(self, provider_id: ProviderId) -> KeyInfo | None:
        """The stored key, unless it is to be deleted."""
        if self._known is None or provider_id in self._deleted:
            return None
        return self._known.by_provider.get(provider_id)

    def typed(self, provider_id: ProviderId) -> str:
        """The key that was typed, without the spaces around it; empty if none was."""
        return self._typed.get(provider_id, "")

    def is_deleted(self, provider_id: ProviderId) -> bool:
        """Whether Save deletes the stored key."""
        return provider_id in self._deleted

    def type_key(self, provider_id: ProviderId, text: str) -> None:
        """Keeps what was typed for Save."""
        self._typed.pop(provider_id, None)
        if text.strip():
            self._typed[provider_id] = text.strip()
            self._deleted.discard(provider_id)
        self.changed.emit()

    def delete(self, provider_id: ProviderId, *, undo: bool = False) -> None:
        """Lets Save delete the stored key, or not after all."""
        if undo:
            self._deleted.discard(provider_id)
        else:
            self._deleted.add(provider_id)
            self._typed.pop(provider_id, None)
        self.changed.emit()

    def forget(self, provider_id: ProviderId) -> None:
        """Drops what was typed for a provider that goes away."""
        self._typed.pop(provider_id, None)
        self._deleted.discard(provider_id)

    def fault(self, provider_id: ProviderId) -> KeyFault | None:
        """Why what was typed can be no key."""
        return fault_of(self._typed.get(provider_id, ""))

    @property
    def faulty(self) -> tuple[ProviderId, ...]:
        """Providers whose typed text can be no key."""
        return tuple(p for p in self._typed if self.fault(p) is not None)

    async def save(
        self, removed: frozenset[ProviderId], *, session_only: bool = False
    ) -> dict[ProviderId, ErrorInfo]:
        """Saves and deletes; what failed stays pending.

        Args:
            removed: providers that have gone; their keys go too.
            session_only: keep the typed keys in memory until the app quits.

        Returns:
            What failed, by provider.
        """
        failed: dict[ProviderId, ErrorInfo] = {}
        keys = self._bridge.controller.keys
        known = self._known.by_provider if self._known is not None else {}
        self._deleted |= removed & known.keys()
        for provider_id in list(self._deleted):
            info = known.get(provider_id)
            try:
                await keys.delete(provider_id)
            except AssistantError as error:
                # A key of this session is gone by now, even if the keyring cannot be asked.
                if info is None or not info.session_only:
                    failed[provider_id] = error.info
                    continue
            self._deleted.discard(provider_id)
        for provider_id, text in list(self._typed.items()):
            try:
                await keys.save(provider_id, text, session_only=session_only)
            except AssistantError as error:
                failed[provider_id] = error.info
            else:
                self._typed.pop(provider_id, None)
        self._on_known(await keys.known())
        return failed

    def close(self) -> None:
        """Says nothing any more: the dialog has gone, but what it began goes on."""
        self._is_closed = True

    def _on_known(self, known: KnownKeys) -> None:
        if self._is_closed:
            return
        self._is_loading = False
        self._known = known
        self.changed.emit()
