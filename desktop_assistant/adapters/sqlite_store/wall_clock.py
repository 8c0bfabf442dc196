"""The time of day, for names of files and dates; a part of the port's ``Clock``."""

import time
from datetime import datetime
from typing import Protocol


class WallClock(Protocol):
    """What a clock on the wall tells."""

    def now(self) -> float:
        """Seconds since the epoch, UTC."""
        ...

    def local(self) -> datetime:
        """The moment with its time zone."""
        ...


class SystemWallClock:
    """This computer's."""

    def now(self) -> float:
        """Seconds since the epoch, UTC."""
        return time.time()

    def local(self) -> datetime:
        """The moment with its time zone."""
        return datetime.now().astimezone()
