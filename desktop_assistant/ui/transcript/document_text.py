"""A document's text: from offsets into what can be read of it to places, and back.

A piece of text that is too long for one leaf, or one paragraph, goes on in the next.
"""

from collections.abc import Callable, Iterator, Sequence

from desktop_assistant.rendering.blocks import Paragraph
from desktop_assistant.rendering.finding import Pattern
from desktop_assistant.rendering.readable import readable_text
from desktop_assistant.ui.transcript.blocks.box import Box
from desktop_assistant.ui.transcript.blocks.leaf import ALONE, Placed
from desktop_assistant.ui.transcript.spots import Spot

_MOST_AROUND = 65_536
"""Characters before a piece that are looked through to know which of overlapping hits are some."""


class DocumentText:
    """The text of boxes that stand below each other; they are laid out where that is needed."""

    def __init__(self, boxes: Sequence[Box], lay_out: Callable[[int], None]) -> None:
        """Looks at boxes.

        Args:
            boxes: the document's, as they are at any time.
            lay_out: has the box of a number laid out.
        """
        self._boxes = boxes
        self._lay_out = lay_out

    def spot_of(self, offset: int) -> Spot | None:
        """The spot of an offset into what can be read; lays its block out."""
        for number, box in enumerate(self._boxes):
            text = readable_text(box.block)
            if text is None:
                continue
            joined = self._goes_on(number + 1)
            if offset < len(text) or (offset == len(text) and not joined):
                self._lay_out(number)
                return _spot_in(box, number, offset)
            offset -= len(text) + (0 if joined else 1)
        return None

    def offset_of(self, spot: Spot) -> int:
        """The offset of a spot into what can be read."""
        before = 0
        for number, box in enumerate(self._boxes[: spot.block]):
            text = readable_text(box.block)
            if text is not None:
                before += len(text) + (0 if self._goes_on(number + 1) else 1)
        if spot.block >= len(self._boxes):
            return before
        leaves = self._boxes[spot.block].leaves
        for placed in leaves[: spot.leaf]:
            before += len(placed.leaf.text)
        return before + _breaks(leaves[1 : spot.leaf + 1]) + spot.offset

    def hit_at(self, offset: int, pattern: Pattern) -> tuple[Spot, Spot] | None:
        """Where a hit begins and ends that begins at an offset into what can be read."""
        start = self.spot_of(offset)
        if start is None:
            return None
        leaves = self._boxes[start.block].leaves
        text = leaves[start.leaf].leaf.text[start.offset : start.offset + pattern.reach]
        text += self._after(start.block, start.leaf, pattern.reach - len(text))
        hit = next(pattern.hits(text), None)
        end = self.spot_of(offset + (1 if hit is None else hit[1]))
        return start, start if end is None else end

    def around(self, block: int, index: int, pattern: Pattern) -> tuple[str, str]:
        """What stands before and after a leaf of whose text it is a piece.

        Just as much as tells what is found in the leaf: a hit may reach into it, or out of it.
        """
        if pattern.is_empty:
            return ALONE
        leaf = self._boxes[block].leaves[index].leaf
        after = self._after(block, index, pattern.reach)
        before = ""
        for piece in self._before(block, index):
            if not pattern.crosses(piece, before + leaf.text + after):
                break
            before = piece + before
            if len(before) >= _MOST_AROUND:
                break
        return (before, after) if before or after else ALONE

    # Inside

    def _goes_on(self, number: int) -> bool:
        """Whether a block goes on in the line with which the one above it ends."""
        block = self._boxes[number].block if number < len(self._boxes) else None
        return isinstance(block, Paragraph) and block.goes_on

    def _before(self, block: int, index: int) -> Iterator[str]:
        """The pieces before a leaf, the nearest first."""
        leaves = self._boxes[block].leaves
        while index and not leaves[index].leaf.joint:
            index -= 1
            yield leaves[index].leaf.text
        while not index and self._goes_on(block):
            block -= 1
            # It may be out of sight and not laid out; text that was typed has the same there.
            yield readable_text(self._boxes[block].block) or ""

    def _after(self, block: int, index: int, length: int) -> str:
        """What comes after a leaf in the same text, up to a length."""
        leaves = self._boxes[block].leaves
        text = ""
        while len(text) < length:
            index += 1
            if index < len(leaves) and not leaves[index].leaf.joint:
                text += leaves[index].leaf.text[: length - len(text)]
            elif index >= len(leaves) and self._goes_on(block + 1):
                block, leaves = block + 1, []
                text += (readable_text(self._boxes[block].block) or "")[: length - len(text)]
            else:
                break
        return text


def _spot_in(box: Box, number: int, offset: int) -> Spot:
    """The spot of an offset into what can be read of a block that is laid out."""
    for index, placed in enumerate(box.leaves):
        if index:
            offset -= _breaks([placed])
        after = box.leaves[index + 1 : index + 2]
        if offset < len(placed.leaf.text) or not after:
            return Spot(number, index, max(0, min(offset, len(placed.leaf.text))))
        if offset == len(placed.leaf.text) and after[0].leaf.joint:
            return Spot(number, index, offset)
        offset -= len(placed.leaf.text)
    return Spot(number, 0, 0)


def _breaks(leaves: Sequence[Placed]) -> int:
    """How many line breaks stand before leaves in what can be read; none in a cut paragraph."""
    return sum(1 for placed in leaves if placed.leaf.joint)
