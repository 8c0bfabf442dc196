"""Text on its way to becoming blocks: a little in every frame, however much there is."""

import math
import time

from desktop_assistant.rendering.blocks import Block, BlockChange
from desktop_assistant.rendering.incremental import IncrementalDocument

BUDGET_S = 0.004
"""Seconds of a frame that may go into parsing."""
LATE_S = 0.006
"""Seconds after which a lot of text that was read is shown in the next frame."""
_PIECE = 1_000
"""Characters that are read before the next look at the clock."""
_MOST = 3_000
"""Characters that are read in one frame: they must also be laid out in it."""
_LARGEST_PIECE = 4_000
_MOST_OPEN = 6_000
"""By how much the open end may grow in one frame, as it costs to parse, in characters."""
AT_ONCE = 64_000
"""The same where nothing is laid out yet, and most of it will be out of sight."""


class BlockFeed:
    """An incremental document, and the text that it has not seen yet."""

    def __init__(self, text: str = "") -> None:
        self._document = IncrementalDocument()
        self._waiting = text
        self._length = len(text)
        self._is_unseen = False
        """Whether something was read that is not shown yet."""
        self._is_finished = False

    @property
    def blocks(self) -> tuple[Block, ...]:
        """What the text means, as far as it was read."""
        return self._document.blocks

    @property
    def is_waiting(self) -> bool:
        """Whether there is text that is not shown yet."""
        return bool(self._waiting) or self._is_unseen

    @property
    def is_finished(self) -> bool:
        """Whether the last word was spoken."""
        return self._is_finished

    def add(self, text: str) -> None:
        """Gives more text."""
        self._waiting += text
        self._length += len(text)

    def read(self, budget_s: float = BUDGET_S, most: int = _MOST) -> BlockChange:
        """Reads what waits, for as long as there is time, but always a piece; shows it."""
        if self._is_unseen:
            self._is_unseen = False
            return self._document.show()
        unchanged = BlockChange(len(self._document.blocks), ())
        if not self._waiting:
            return unchanged
        is_little = len(self._waiting) <= _MOST
        spent = self._read_pieces(budget_s, most)
        # The last piece may have closed a paragraph of many thousand characters.
        self._is_unseen = spent >= LATE_S and not is_little
        return unchanged if self._is_unseen else self._document.show()

    def _read_pieces(self, budget_s: float, most: int) -> float:
        """Reads pieces of what waits until the time is over; returns how long that took."""
        start = time.perf_counter()
        place, size, spent = 0, _PIECE, 0.0
        document = self._document
        # What is open is parsed as one when it closes; shown as it grows, it is known by then.
        most_open = document.unread_load + _MOST_OPEN
        while place < min(len(self._waiting), most) and spent < budget_s:
            piece = self._waiting[place : place + size]
            place += len(piece)
            document.read(piece)
            spent = time.perf_counter() - start
            if document.unread_load > most_open:
                break
            # What is read quickly is read in larger pieces: each has a cost of its own.
            size = min(2 * size, _LARGEST_PIECE, max(1, most - place))
        self._waiting = self._waiting[place:]
        return spent

    def go_on(self, budget_s: float = BUDGET_S, most: int = _MOST) -> BlockChange:
        """Reads on in a text that is whole, and settles it when all was read."""
        was_waiting = self.is_waiting
        start = time.perf_counter()
        change = self.read(budget_s, most)
        if self.is_waiting:
            return change
        # Closing the end may cost as much again, and so may each part that uses a late definition.
        limit = math.inf if self._length <= _MOST else start + max(budget_s, LATE_S)
        if was_waiting and time.perf_counter() >= limit:
            return change
        while self._document.prepare_finish():
            if time.perf_counter() >= limit:
                return change
        self._is_finished = True
        keep = min(change.keep, self._document.finish().keep)
        return BlockChange(keep, self._document.blocks[keep:])
