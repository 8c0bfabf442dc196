"""Text on its way to becoming blocks: a little in every frame, however much there is."""

import math
import time

from desktop_assistant.rendering.blocks import Block, BlockChange
from desktop_assistant.rendering.incremental import IncrementalDocument

BUDGET_S = 0.004
"""Seconds of a frame that may go into parsing."""
_PIECE = 1_000
"""Characters that are parsed before the next look at the clock."""


class BlockFeed:
    """An incremental document, and the text that it has not seen yet."""

    def __init__(self, text: str = "") -> None:
        self._document = IncrementalDocument()
        self._waiting = text
        self._is_finished = False

    @property
    def blocks(self) -> tuple[Block, ...]:
        """What the text means, as far as it was read."""
        return self._document.blocks

    @property
    def is_waiting(self) -> bool:
        """Whether there is text that was not read yet."""
        return bool(self._waiting)

    @property
    def is_finished(self) -> bool:
        """Whether the last word was spoken."""
        return self._is_finished

    def add(self, text: str) -> None:
        """Gives more text."""
        self._waiting += text

    def read(self, budget_s: float = BUDGET_S) -> BlockChange:
        """Reads what waits, for as long as there is time, but always a piece."""
        keep = len(self._document.blocks)
        start = time.perf_counter()
        place, size = 0, _PIECE
        while place < len(self._waiting):
            piece = self._waiting[place : place + size]
            place += len(piece)
            keep = min(keep, self._document.feed(piece).keep)
            if time.perf_counter() - start >= budget_s:
                break
            # What is read quickly is read in larger pieces: each has a cost of its own.
            size *= 2
        self._waiting = self._waiting[place:]
        return BlockChange(keep, self._document.blocks[keep:])

    def finish(self) -> BlockChange:
        """Reads everything and settles it."""
        read = self.read(math.inf)
        self._is_finished = True
        keep = min(read.keep, self._document.finish().keep)
        return BlockChange(keep, self._document.blocks[keep:])

    def go_on(self, budget_s: float = BUDGET_S) -> BlockChange:
        """Reads on in a text that is whole, and settles it when all was read."""
        change = self.read(budget_s)
        if self.is_waiting:
            return change
        keep = min(change.keep, self.finish().keep)
        return BlockChange(keep, self._document.blocks[keep:])
