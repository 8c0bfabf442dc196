"""Places in a document's text, and what stands out there: what is selected, what is found."""

from typing import NamedTuple

from desktop_assistant.rendering.finding import Pattern
from desktop_assistant.ui.transcript.blocks.leaf import ALONE, Leaf, Range


class Spot(NamedTuple):
    """A place in a document's text."""

    block: int
    leaf: int
    offset: int


START = Spot(0, 0, 0)
END = Spot(1 << 60, 0, 0)


class Found(NamedTuple):
    """What is looked for in a document, and the hit at which the reader is, if it is here."""

    pattern: Pattern
    at: tuple[Spot, Spot] | None = None
    """Where that hit begins and ends."""

    def mark(self, leaf: Leaf, block: int, index: int, around: tuple[str, str] = ALONE) -> None:
        """Has a leaf paint what is found in it.

        Args:
            leaf: the leaf.
            block: the number of its block.
            index: its own number there.
            around: what stands before and after it in the text that it is a piece of.
        """
        leaf.pattern = None if self.pattern.is_empty else self.pattern
        leaf.around = around
        leaf.current_hit = self._current_in(block, index)

    def _current_in(self, block: int, index: int) -> int:
        if self.at is None:
            return -1
        start, end = self.at
        if (block, index) == (start.block, start.leaf):
            return start.offset
        # What began in the leaf before has its other part at the beginning of this one.
        return 0 if start < (block, index, 0) < end else -1


NOTHING = Found(Pattern(""))


def part_of_leaf(
    selected: tuple[Spot, Spot] | None, block: int, index: int, leaf: Leaf
) -> Range | None:
    """Which part of a leaf is selected."""
    if selected is None:
        return None
    start, end = selected
    here = (block, index)
    if here < (start.block, start.leaf) or here > (end.block, end.leaf):
        return None
    low = start.offset if here == (start.block, start.leaf) else 0
    # What is selected beyond a leaf includes its last line break.
    high = end.offset if here == (end.block, end.leaf) else len(leaf.text) + 1
    return (low, min(high, len(leaf.text))) if low <= high else None
