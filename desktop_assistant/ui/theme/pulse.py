"""The rhythm of what pulses while an answer is written: caret, dots."""

import math
import time

from PySide6.QtCore import QObject, QTimer, Signal

_STEPS = 8
"""Beats of one period."""
_LEAST = 0.35
_NEARLY = 0.3
"""The last part of a beat in which the next one may come early."""


class Pulse(QObject):
    """One for everything: what pulses together is painted together.

    Signals:
        beaten: (opacity) the next moment; 1 where nothing shall move.
    """

    beaten = Signal(float)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._period_ms = 0
        self._members: set[QObject] = set()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._beat)

    @property
    def is_beating(self) -> bool:
        """Whether anything pulses just now."""
        return self._timer.isActive()

    def set_period(self, milliseconds: int) -> None:
        """Takes another period; 0 if nothing shall move."""
        if milliseconds != self._period_ms:
            self._period_ms = milliseconds
            self._timer.stop()
            self._start_or_stop()

    def join(self, member: QObject) -> None:
        """Something pulses from now on."""
        if member not in self._members:
            self._members.add(member)
            self._start_or_stop()

    def leave(self, member: QObject) -> None:
        """It does so no more, or is out of sight."""
        if member in self._members:
            self._members.discard(member)
            self._start_or_stop()

    def come_along(self) -> None:
        """Something is about to be painted: a beat that is nearly due is painted with it."""
        if (
            self._timer.isActive()
            and self._timer.remainingTime() < _NEARLY * self._timer.interval()
        ):
            self._timer.start()
            self._beat()

    def _start_or_stop(self) -> None:
        if not self._members:
            self._timer.stop()
        elif not self._period_ms:
            self._timer.stop()
            self.beaten.emit(1.0)
        elif not self._timer.isActive():
            self._timer.start(self._period_ms // _STEPS)

    def _beat(self) -> None:
        wave = (1 + math.cos(2 * math.pi * time.monotonic() * 1000 / self._period_ms)) / 2
        self.beaten.emit(_LEAST + (1 - _LEAST) * wave)
