"""When Python looks for garbage in its whole memory: while nothing else goes on.

Most of what is not needed any more goes at once, because Python counts references. Only objects
that refer to each other in a circle wait to be found. Looking through the young ones takes less
than a millisecond and is left to Python. Looking through all of them takes 50 ms and more once a
long answer is on the screen, and Python would do it in the middle of that answer. So those that
have been looked through are set aside (``gc.freeze``) before they become many, and looked through
again after some seconds in which the program did next to nothing.
``docs/decisions/0015-garbage.md`` has the figures.
"""

import gc
import time

from PySide6.QtCore import QObject, QTimer

YOUNG = 2_000
"""New objects after which Python looks through the young ones; its own choice is 700."""
MIDDLE = 10
NEVER = 1_000_000_000
TICK_MS = 500
QUIET_SHARE = 0.03
"""The share of a core below which the program does next to nothing."""
QUIET_TICKS = 10
SET_ASIDE_AT = 2
"""Looks through the middle-aged after which all are set aside: some 40,000 new objects."""
OVERDUE_AT = 50
"""Times that was done without a quiet moment after which everything is looked through anyway."""


class GarbageCollection(QObject):
    """Takes the collection of garbage over from Python, from the end of the start on."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.set_threshold(YOUNG, MIDDLE, NEVER)
        gc.freeze()
        gc.enable()
        self._spent_s = time.process_time()
        self._quiet = 0
        self._set_aside = 0
        self._has_set_aside = False
        self._is_clean = True
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.timeout.connect(self.tick)
        self._timer.start()

    def tick(self) -> None:
        """To be called every ``TICK_MS``."""
        spent_s = time.process_time()
        is_quiet = spent_s - self._spent_s < QUIET_SHARE * TICK_MS / 1000
        self._spent_s = spent_s
        self._quiet = self._quiet + 1 if is_quiet else 0
        self._is_clean = self._is_clean and is_quiet
        if gc.get_count()[2] >= SET_ASIDE_AT:
            if self._has_set_aside:
                gc.collect()
            # The first time it is the modules of the SDK, and nothing of them is garbage.
            gc.freeze()
            self._has_set_aside = True
            self._set_aside += 1
        if (self._quiet >= QUIET_TICKS and not self._is_clean) or self._set_aside >= OVERDUE_AT:
            self.collect()

    def collect(self) -> None:
        """Looks through everything, and sets aside what is in use."""
        gc.unfreeze()
        gc.collect()
        gc.freeze()
        self._set_aside = 0
        self._is_clean = True
