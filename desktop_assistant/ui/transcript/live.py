"""The clocks of replies under way: when to show text, when to pulse, when a second has passed.

Signals:
    flush_due: gathered text may be shown now.
    pulsed: (opacity) the next moment of what pulses.
    ticked: a second has passed.
"""

import math
import time

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_assistant.ui.theme import Theme

_PULSE_STEPS = 8
_LEAST_OPACITY = 0.35


class LiveClock(QObject):
    """Timers that run only while a reply under way is in sight."""

    flush_due = Signal()
    pulsed = Signal(float)
    ticked = Signal()

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._flush = QTimer(self, singleShot=True)
        self._flush.timeout.connect(self.flush_due)
        self._pulse = QTimer(self)
        self._pulse.timeout.connect(self._next_pulse)
        self._seconds = QTimer(self, interval=1000)
        self._seconds.timeout.connect(self.ticked)

    def set_running(self, running: bool) -> None:  # noqa: FBT001  # a setter in Qt's manner
        """Starts or stops pulse and seconds."""
        if not running:
            self._pulse.stop()
            self._seconds.stop()
            return
        period = self._theme.duration("caret_blink")
        if period and not self._pulse.isActive():
            self._pulse.start(period // _PULSE_STEPS)
        elif not period and self._pulse.isActive():
            self._pulse.stop()
            self.pulsed.emit(1.0)
        if not self._seconds.isActive():
            self._seconds.start()

    def flush_in(self, seconds: float) -> None:
        """Has text shown after a wait, unless that is due already."""
        if not self._flush.isActive():
            # Rounded up: a timer that fires too early would have to wait once more.
            self._flush.start(math.ceil(seconds * 1000))

    def _next_pulse(self) -> None:
        period = max(1, self._theme.duration("caret_blink")) / 1000
        wave = (1 + math.cos(2 * math.pi * time.monotonic() / period)) / 2
        self.pulsed.emit(_LEAST_OPACITY + (1 - _LEAST_OPACITY) * wave)
