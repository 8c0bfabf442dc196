"""One window per data folder: a second launch asks the first to come forward.

The channel is a local socket inside the private folder, for this user only. It knows one word;
whatever else comes, or more than that, is dropped unread.
"""

import os
import socket
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtNetwork import QLocalServer, QLocalSocket

RAISE = b"raise\n"
ANSWER = b"ok\n"
_WAIT_S = 2.0


def raise_running_window(path: Path) -> bool:
    """Asks a window on the same folder to come forward; tells whether there was one."""
    if os.name != "posix" or len(os.fsencode(path)) > 100:
        return False
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as channel:
        channel.settimeout(_WAIT_S)
        try:
            channel.connect(str(path))
            channel.sendall(RAISE)
            return channel.recv(len(ANSWER)) == ANSWER
        except OSError:
            return False


class WindowInstance(QObject):
    """Listens for second launches."""

    def __init__(self, path: Path, on_raise: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._on_raise = on_raise
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.setMaxPendingConnections(4)
        self._server.newConnection.connect(self._on_connection)
        QLocalServer.removeServer(str(path))
        self._server.listen(str(path))

    def close(self) -> None:
        """Stops listening and removes the socket."""
        self._server.close()

    def _on_connection(self) -> None:
        channel = self._server.nextPendingConnection()
        channel.disconnected.connect(channel.deleteLater)
        channel.readyRead.connect(lambda: self._on_word(channel))

    def _on_word(self, channel: QLocalSocket) -> None:
        word = channel.read(len(RAISE)).data()
        if word == RAISE:
            channel.write(ANSWER)
            channel.flush()
            self._on_raise()
        channel.disconnectFromServer()
