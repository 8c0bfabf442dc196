"""Remembers what the window shows, at once, and its place and sidebar a moment after a change."""

from PySide6.QtCore import QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from desktop_assistant.ui.bridge import Bridge
from desktop_assistant.ui.window_frame import WindowFrame
from desktop_assistant.ui.window_state import WindowState

_PAUSE_MS = 400
_LEAST_SEEN = 100
"""Pixels of a window that must be on a screen for it to be put there again."""


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
        self._place(state)
        if state.sidebar_width:
            self._frame.set_sidebar_width(state.sidebar_width)
        self._frame.set_sidebar_wanted(wanted=state.sidebar_shown)
        self._conversation_id = state.conversation_id
        self._stored = state
        return state

    def note_conversation(self, conversation_id: str) -> None:
        """Another conversation is shown; an empty id stands for a new one.

        Written at once: a crash a moment later shows this one again, not the one before.
        """
        self._conversation_id = conversation_id
        self.flush()

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
        state = self._state_now(self._stored)
        if state != self._stored:
            self._stored = state
            self._bridge.run(
                self._bridge.controller.library.save_window_state(state.to_text()),
                name="remember the window",
            )

    def _state_now(self, stored: WindowState) -> WindowState:
        window = self._window
        is_large = window.isMaximized() or window.isFullScreen()
        place, size = window.pos(), window.size()
        if is_large:
            # Where it goes when it no longer fills the screen.
            place, size = QPoint(stored.x, stored.y), window.normalGeometry().size()
        return WindowState(
            x=place.x(),
            y=place.y(),
            width=size.width(),
            height=size.height(),
            maximized=window.isMaximized(),
            sidebar_width=self._frame.sidebar_width or stored.sidebar_width,
            sidebar_shown=self._frame.sidebar_is_wanted,
            conversation_id=self._conversation_id,
        )

    def _place(self, state: WindowState) -> None:
        """Puts the window where it was, if that place can still be seen.

        ``restoreGeometry`` would move it down by a title bar where windows have none.
        """
        if not (state.width and state.height):
            return
        wanted = QRect(state.x, state.y, state.width, state.height)
        for screen in QGuiApplication.screens():
            seen = screen.availableGeometry().intersected(wanted)
            if seen.width() >= _LEAST_SEEN and seen.height() >= _LEAST_SEEN:
                self._window.resize(wanted.size().boundedTo(screen.availableGeometry().size()))
                self._window.move(wanted.topLeft())
                break
        else:
            self._window.resize(wanted.size())
        if state.maximized:
            self._window.setWindowState(self._window.windowState() | Qt.WindowState.WindowMaximized)
