"""The port ``Clock`` as the system keeps it."""

import asyncio
import time
from datetime import datetime


class SystemClock:
    """The real time."""

    def now(self) -> float:
        """Seconds since the epoch, UTC. May jump."""
        return time.time()

    def local(self) -> datetime:
        """The moment as a clock on the wall shows it, with its time zone."""
        return datetime.now().astimezone()

    def monotonic(self) -> float:
        """Seconds that never go back."""
        return time.monotonic()

    async def sleep(self, seconds: float) -> None:
        """Waits."""
        await asyncio.sleep(seconds)
