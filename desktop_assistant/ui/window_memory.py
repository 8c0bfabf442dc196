"""Remembers place, sidebar and conversation of the window, a moment after each change."""

from PySide6.QtCore import QByteArray, QObject, QTimer
from PySide6.QtWidgets import QWidget

from desktop_assistant.ui.bridge import Bridge
from desktop_assistant.ui.window_frame import WindowFrame
from desktop_assistant.ui.window_state import WindowState

_PAUSE_MS = 400


class WindowMemory(QObject):
    """Writes only what differs from what was written last, and nothing before ``restore``."""

    def __init__(self, bridge: Bridge, window: QWidget, frame: WindowFrame) -> None:
        super().__init__(window)
        self._bridge = bridge
        self._window = window
        self._frame = frame
        self._stored: WindowState | None = None
        self._conversation_id = ""
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self.flush)
        frame.arranged.connect(self.note)

    def restore(self, text: str) -> WindowState:
        """Puts the window where it was; from now on changes are kept."""
        state = WindowState.from_text(text)
        if state.geometry:
            self._window.restoreGeometry(
                QByteArray.fromHex(state.geometry.encode("ascii", "ignore"))
            )
        if state.sidebar_width:
            self._frame.set_sidebar_width(state.sidebar_width)
        self._frame.set_sidebar_wanted(wanted=state.sidebar_shown)
        self._conversation_id = state.conversation_id
        self._stored = state
        return state

    def note_conversation(self, conversation_id: str) -> None:
        """Another conversation is shown; an empty id stands for a new one."""
        self._conversation_id = conversation_id
        self.note()

    def note(self) -> None:
        """Something of the window may have changed."""
        if self._stored is not None:
            self._pause.start()

    def end(self) -> None:
        """Writes what has changed, and nothing more after that: the window goes."""
        self.flush()
        self._stored = None

    def flush(self) -> None:
        """Writes what has changed, now."""
        self._pause.stop()
        if self._stored is None:
            return
        state = WindowState(
            geometry=bytes(self._window.saveGeometry().toHex().data()).decode("ascii"),
            sidebar_width=self._frame.sidebar_width or self._stored.sidebar_width,
            sidebar_shown=self._frame.sidebar_is_wanted,
            conversation_id=self._conversation_id,
        )
        if state != self._stored:
            self._stored = state
            self._bridge.run(
                self._bridge.controller.library.save_window_state(state.to_text()),
                name="remember the window",
            )
