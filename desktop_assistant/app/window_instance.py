"""Listens for second launches (``second_launch``) and brings the window forward.

The channel knows one word; whatever else comes, or more than that, is dropped unread.
"""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from desktop_assistant.app.second_launch import ANSWER, RAISE


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
