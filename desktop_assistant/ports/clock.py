"""Time, so that tests can drive it."""

from datetime import datetime
from typing import Protocol


class Clock(Protocol):
    """Wall time for display, monotonic time for waiting."""

    def now(self) -> float:
        """Seconds since the epoch, UTC. May jump."""
        ...

    def local(self) -> datetime:
        """The moment as a clock on the wall shows it, with its time zone."""
        ...

    def monotonic(self) -> float:
        """Seconds that never go back."""
        ...

    async def sleep(self, seconds: float) -> None:
        """Waits."""
        ...
