"""The clocks of replies under way: when to show text, when to pulse, when a second has passed.

Signals:
    flush_due: gathered text may be shown now.
    pulsed: (opacity) the next moment of what pulses.
    ticked: a second has passed.
"""

import math

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_assistant.ui.theme import Theme


class LiveClock(QObject):
    """Timers that run only while a reply under way is in sight."""

    flush_due = Signal()
    pulsed = Signal(float)
    ticked = Signal()

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._pulse = theme.pulse
        self._pulse.beaten.connect(self.pulsed)
        self._flush = QTimer(self, singleShot=True)
        self._flush.timeout.connect(self._on_flush)
        self._seconds = QTimer(self, interval=1000)
        self._seconds.timeout.connect(self.ticked)

    def set_running(self, running: bool) -> None:  # noqa: FBT001  # a setter in Qt's manner
        """Starts or stops pulse and seconds."""
        if not running:
            self._pulse.leave(self)
            self._seconds.stop()
            return
        self._pulse.join(self)
        if not self._seconds.isActive():
            self._seconds.start()

    def flush_in(self, seconds: float) -> None:
        """Has text shown after a wait, unless that is due already."""
        if not self._flush.isActive():
            # Rounded up: a timer that fires too early would have to wait once more.
            self._flush.start(math.ceil(seconds * 1000))

    def _on_flush(self) -> None:
        self._pulse.come_along()
        self.flush_due.emit()
