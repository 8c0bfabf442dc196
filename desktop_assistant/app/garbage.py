"""When Python looks for garbage: while nothing else goes on, and never through everything at once.

Most of what is not needed any more goes at once, because Python counts references. Only objects
that refer to each other in a circle wait to be found. Looking through the young ones takes less
than a millisecond and is left to Python. Looking through all takes 30 to 70 ms, most of it for the
modules, and Python would do it in the middle of an answer. So the modules are set aside for good
(``gc.freeze``), and the others are looked through here, in a few ms. When they have become many,
as with a very long answer on the screen, they are set aside as well, until the user has been away
for a minute. ``docs/decisions/0015-garbage.md`` has the figures.
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
"""So long for a look at what is not set aside."""
AWAY_TICKS = 120
"""So long for a look at everything."""
LOOK_AT = 2
"""Looks through the middle-aged after which all that is not set aside is looked through, even if
no quiet moment comes: some 40,000 new objects."""
MANY = 30_000
"""Objects in use that are set aside, because looking through them again would take 10 ms."""


class GarbageCollection(QObject):
    """Takes the collection of garbage over from Python, from the end of the start on."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.set_threshold(YOUNG, MIDDLE, NEVER)
        gc.freeze()
        gc.enable()
        self._spent_s = time.process_time()
        self._quiet = 0
        self._worked = False
        """Since the last look."""
        self._has_set_aside = False
        self._knows_modules = False
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.timeout.connect(self.tick)
        self._timer.start()

    def tick(self) -> None:
        """To be called every ``TICK_MS``."""
        spent_s = time.process_time()
        is_quiet = spent_s - self._spent_s < QUIET_SHARE * TICK_MS / 1000
        self._spent_s = spent_s
        self._quiet = self._quiet + 1 if is_quiet else 0
        self._worked = self._worked or not is_quiet
        if gc.get_count()[2] >= LOOK_AT and not self._knows_modules:
            # The first time it is the modules of the SDK, and nothing of them is garbage.
            gc.freeze()
            self._knows_modules = True
        elif gc.get_count()[2] >= LOOK_AT or (self._worked and self._quiet >= QUIET_TICKS):
            self.look()
        if self._has_set_aside and self._quiet >= AWAY_TICKS:
            self.look_through_everything()

    def look(self) -> None:
        """Looks through what is not set aside."""
        gc.collect()
        self._worked = False
        if len(gc.get_objects(generation=2)) >= MANY:
            gc.freeze()
            self._has_set_aside = True

    def look_through_everything(self) -> None:
        """Looks also through what was set aside, and sets aside again what is in use."""
        gc.unfreeze()
        gc.collect()
        gc.freeze()
        self._has_set_aside = False
