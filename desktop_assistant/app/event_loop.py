"""The one importer of qasync: asyncio on Qt's event loop, with signals that end it in order."""

import asyncio
import signal
import socket
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import qasync
from PySide6.QtCore import QSocketNotifier
from PySide6.QtWidgets import QApplication

from desktop_assistant.app.name_lookup import look_names_up_apart

WORKERS = 4
"""Threads for what blocks now and then: imports, files, questions to the system."""


def run_on_qt(app: QApplication, main: Coroutine[Any, Any, int]) -> int:
    """Runs the main coroutine until it ends, Qt and asyncio on one loop."""

    def new_loop() -> asyncio.AbstractEventLoop:
        loop: asyncio.AbstractEventLoop = qasync.QEventLoop(app)
        # qasync's own executor starts ten QThreads at its first use.
        loop.set_default_executor(ThreadPoolExecutor(WORKERS, thread_name_prefix="worker"))
        look_names_up_apart(loop)
        return loop

    with asyncio.Runner(loop_factory=new_loop) as runner:
        return runner.run(main)


class EndSignals:
    """Calls back on SIGINT and SIGTERM, also while Python is idle inside Qt.

    Python runs its signal handlers between byte codes only; the wake-up socket makes Qt's loop
    run some.
    """

    def __init__(self, on_signal: Callable[[], None]) -> None:
        self._reader, self._writer = socket.socketpair()
        self._reader.setblocking(False)
        self._writer.setblocking(False)
        signal.set_wakeup_fd(self._writer.fileno(), warn_on_full_buffer=False)
        self._notifier = QSocketNotifier(self._reader.fileno(), QSocketNotifier.Type.Read)
        self._notifier.activated.connect(self._on_woken)
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *_: on_signal())

    def close(self) -> None:
        """Gives the signals back."""
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(-1)
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, signal.SIG_DFL)
        self._reader.close()
        self._writer.close()

    def _on_woken(self) -> None:
        try:
            self._reader.recv(64)
        except BlockingIOError:
            return
