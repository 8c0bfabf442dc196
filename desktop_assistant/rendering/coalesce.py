"""When gathered text is shown: the first at once, then at most once a frame."""

from typing import Final

FRAME: Final = 0.040
"""Seconds between two flushes: what the design allows the stream to paint."""


class Coalescer:
    """Gathers the deltas of one reply. It has no clock: times are seconds of any steady clock."""

    def __init__(self, interval: float = FRAME) -> None:
        self._interval = interval
        self._parts: list[str] = []
        self._last: float | None = None

    def add(self, delta: str) -> None:
        """Gather a delta."""
        if delta:
            self._parts.append(delta)

    def wait(self, now: float) -> float | None:
        """Return in how many seconds to :meth:`take`: 0 is now, ``None`` is nothing gathered."""
        if not self._parts:
            return None
        if self._last is None:
            return 0.0
        return min(self._interval, max(0.0, self._last + self._interval - now))

    def take(self, now: float) -> str:
        """Return all that was gathered and start the next frame."""
        text = "".join(self._parts)
        self._parts.clear()
        if text:
            self._last = now
        return text
