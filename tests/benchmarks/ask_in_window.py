"""Asks one question in the real window and tells what the answer cost this process."""

import time

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QTextEdit


def ask(window, tell, memory_mb):
    """Types into the composer and presses Return, as a user would; closes the window at the end."""
    from PySide6.QtCore import QEvent, Qt
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QApplication

    bridge = window.presenter._bridge
    composer = next(e for e in window.findChildren(QTextEdit) if e.accessibleName() == "Message")
    cost = {}

    def started(event):
        cost.setdefault("began", time.process_time())
        cost.setdefault("wall", time.monotonic())

    def finished(event):
        # The last flush of the view belongs to the cost.
        QTimer.singleShot(1000, lambda: done(event.message))

    def done(message):
        rss, own = memory_mb()
        tell(
            stream_cpu_s=time.process_time() - cost["began"],
            stream_wall_s=time.monotonic() - cost["wall"] - 1.0,
            chars=len(message.text),
            status=str(message.status),
            after_rss_mb=rss,
            after_own_mb=own,
        )
        runs.append(message)
        if len(runs) < 2:
            # The first send loads the SDK; the second is the stream alone.
            cost.clear()
            send()
        else:
            window.close()

    runs = []

    def send():
        composer.setPlainText("Go")
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.postEvent(
                composer, QKeyEvent(kind, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r")
            )

    bridge.reply_started.connect(started)
    bridge.reply_finished.connect(finished)
    send()
