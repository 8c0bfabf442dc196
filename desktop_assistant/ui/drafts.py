"""Keeps what is typed and not yet sent: soon after the last key, at once when asked to."""

from PySide6.QtCore import QObject, QTimer

from desktop_assistant.domain.ids import ConversationId
from desktop_assistant.ui.bridge import Bridge

_PAUSE_MS = 300


class DraftKeeper(QObject):
    """Drafts by conversation; a newer text of the same one takes the older one's place."""

    def __init__(self, bridge: Bridge, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._pending: dict[ConversationId, str] = {}
        self._has_ended = False
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self.flush)

    def keep(self, conversation_id: ConversationId, text: str) -> None:
        """Stores a draft in a moment."""
        if not self._has_ended:
            self._pending[conversation_id] = text
            self._pause.start()

    def take(self, conversation_id: ConversationId) -> str | None:
        """What waits to be stored for a conversation; from now on it waits no more."""
        return self._pending.pop(conversation_id, None)

    def end(self) -> None:
        """Stores what waits, and takes nothing more."""
        self.flush()
        self._has_ended = True

    def flush(self) -> None:
        """Stores what waits, now."""
        self._pause.stop()
        pending, self._pending = self._pending, {}
        for conversation_id, text in pending.items():
            self._bridge.run(
                self._bridge.controller.save_draft(conversation_id, text), name="save a draft"
            )
