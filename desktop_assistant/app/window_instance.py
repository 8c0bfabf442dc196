"""Listens for second launches (``second_launch``) and brings the window forward.

The channel knows one word; whatever else comes, or more than that, is dropped unread.
"""

import os
import socket
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, QSocketNotifier, QTimer

from desktop_assistant.app.second_launch import ANSWER, HAS_SOCKETS, RAISE, short_address

_MOST_WAITING = 4
_PATIENCE_MS = 2000


class WindowInstance(QObject):
    """The listening end; where it cannot listen there is simply no such service."""

    def __init__(self, path: Path, on_raise: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._path = path
        self._on_raise = on_raise
        self._server: socket.socket | None = None
        self._waiting: dict[socket.socket, QSocketNotifier] = {}
        if HAS_SOCKETS:
            with suppress(OSError):
                self._server = self._listen()

    def close(self) -> None:
        """Stops listening and removes the socket."""
        for channel in tuple(self._waiting):
            self._drop(channel)
        if self._server is not None:
            self._notifier.setEnabled(False)
            self._server.close()
            self._server = None
            with suppress(OSError):
                self._path.unlink()

    def _listen(self) -> socket.socket:
        # Nobody answered there when this program started: what is left is of a window that died.
        self._path.unlink(missing_ok=True)
        self._path.parent.mkdir(mode=0o700, exist_ok=True)
        server = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        with short_address(self._path) as address:
            server.bind(address)
        self._path.chmod(0o600)
        server.listen(_MOST_WAITING)
        server.setblocking(False)
        self._notifier = QSocketNotifier(server.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_connection)
        return server

    def _on_connection(self) -> None:
        if self._server is None:
            return
        with suppress(OSError):
            channel, _ = self._server.accept()
            channel.setblocking(False)
            if len(self._waiting) >= _MOST_WAITING or not _is_own(channel):
                channel.close()
                return
            notifier = QSocketNotifier(channel.fileno(), QSocketNotifier.Type.Read, self)
            self._waiting[channel] = notifier
            notifier.activated.connect(lambda: self._on_word(channel))
            QTimer.singleShot(_PATIENCE_MS, self, lambda: self._drop(channel))

    def _on_word(self, channel: socket.socket) -> None:
        with suppress(OSError):
            if channel.recv(len(RAISE)) == RAISE:
                channel.sendall(ANSWER)
                self._on_raise()
        self._drop(channel)

    def _drop(self, channel: socket.socket) -> None:
        notifier = self._waiting.pop(channel, None)
        if notifier is not None:
            notifier.setEnabled(False)
            notifier.deleteLater()
            channel.close()


def _is_own(channel: socket.socket) -> bool:
    """Whether the other end is this user's; the folder's mode says so too."""
    if not hasattr(socket, "SO_PEERCRED"):
        return True
    credentials = channel.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, 12)
    return int.from_bytes(credentials[4:8], sys.byteorder) == os.getuid()
