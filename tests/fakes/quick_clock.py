"""A clock whose waits are over almost at once; it remembers how long they would have been."""

import asyncio
from datetime import UTC, datetime


class QuickClock:
    """Starts at a fixed moment; every sleep moves it on by its full length.

    A sleep really lasts a millisecond, so that loops of waiting do not starve everything else.
    """

    def __init__(self, start: float = 1_795_505_668.123) -> None:
        self._now = start
        self._monotonic = 0.0
        self.slept: list[float] = []

    def now(self) -> float:
        """Seconds since the epoch: 24 November 2026, 07:34:28.123 UTC at first."""
        return self._now

    def local(self) -> datetime:
        """The same moment; the wall clock here shows UTC."""
        return datetime.fromtimestamp(self._now, UTC)

    def monotonic(self) -> float:
        """Seconds since this clock was made."""
        return self._monotonic

    def advance(self, seconds: float) -> None:
        """Lets time pass."""
        self._now += seconds
        self._monotonic += seconds

    async def sleep(self, seconds: float) -> None:
        """Moves the clock on."""
        self.slept.append(seconds)
        self.advance(seconds)
        await asyncio.sleep(0.001)
