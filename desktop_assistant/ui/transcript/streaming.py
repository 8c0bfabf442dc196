"""One reply while it is written: text gathered, cut into frames, turned into blocks."""

from enum import StrEnum

from desktop_assistant.chat.events import ReplyRetrying
from desktop_assistant.rendering.blocks import BlockChange
from desktop_assistant.rendering.coalesce import Coalescer
from desktop_assistant.ui.transcript.block_feed import BlockFeed

SOON_S = 0.008
"""Seconds to the next frame while text is waiting."""
SLOW_AFTER_S = 15.0
"""Seconds without a sign of life after which the label says so."""


class Phase(StrEnum):
    """What a reply under way is doing."""

    WAITING = "waiting"
    STARTING_MODEL = "starting_model"
    RETRYING = "retrying"
    THINKING = "thinking"
    WRITING = "writing"


class ReplyStream:
    """Text of a reply under way. Nothing is parsed before ``flush`` asks for it.

    Times are seconds of the monotonic clock.
    """

    def __init__(self, now: float) -> None:
        self.phase = Phase.WAITING
        self.started_at = now
        """When this reply, as far as we know, began."""
        self.retry: ReplyRetrying | None = None
        self.retry_at = 0.0
        """When the announced retry starts."""
        self._parts: list[str] = []
        self._reasoning_parts: list[str] = []
        self._shown = Coalescer()
        self.feed = BlockFeed()
        """Turns the text into blocks."""
        self._reasoning_changed = False

    @property
    def text(self) -> str:
        """The text so far."""
        self._parts = ["".join(self._parts)]
        return self._parts[0]

    @property
    def reasoning(self) -> str:
        """The thinking so far."""
        self._reasoning_parts = ["".join(self._reasoning_parts)]
        return self._reasoning_parts[0]

    @property
    def length(self) -> int:
        """Characters of text so far."""
        return sum(map(len, self._parts))

    def add(self, text: str, reasoning: str) -> None:
        """Gathers a delta."""
        if text:
            self._parts.append(text)
            self._shown.add(text)
            self.phase = Phase.WRITING
        if reasoning:
            self._reasoning_parts.append(reasoning)
            self._reasoning_changed = True
            if self.phase is not Phase.WRITING:
                self.phase = Phase.THINKING
        self.retry = None

    def take_over(self, text: str, reasoning: str) -> bool:
        """Takes the text that came before we listened; returns whether all must be shown anew."""
        known = self.text
        if text.startswith(known):
            self.add(text[len(known) :], "")
            anew = False
        else:
            self._parts, self._shown, self.feed = [], Coalescer(), BlockFeed()
            self.add(text, "")
            anew = True
        if reasoning != self.reasoning:
            self._reasoning_parts = []
            self.add("", reasoning)
        return anew

    def wait(self, now: float) -> float | None:
        """In how many seconds to flush; ``None`` if there is nothing new."""
        if self.feed.is_waiting:
            return SOON_S
        wait = self._shown.wait(now)
        return 0.0 if wait is None and self._reasoning_changed else wait

    def flush(self, now: float) -> BlockChange:
        """Turns what was gathered into blocks, as much as a frame has time for."""
        self._reasoning_changed = False
        self.feed.add(self._shown.take(now))
        return self.feed.read()

    def hand_over(self, now: float) -> BlockFeed:
        """The text came to its end: whoever takes the feed reads the rest."""
        self.feed.add(self._shown.take(now))
        return self.feed

    def wait_for_retry(self, event: ReplyRetrying, now: float) -> None:
        """The request is sent again in a moment."""
        self.phase = Phase.RETRYING
        self.retry = event
        self.retry_at = now + event.in_s

    def is_slow(self, now: float) -> bool:
        """Whether nothing came for so long that stopping should be offered beside it."""
        return self.phase is Phase.WAITING and now - self.started_at >= SLOW_AFTER_S

    def seconds(self, now: float) -> int:
        """Whole seconds since the reply began."""
        return max(0, int(now - self.started_at))

    def seconds_to_retry(self, now: float) -> int:
        """Whole seconds until the next try, counting the one that runs."""
        return max(0, -int(-(self.retry_at - now) // 1))
