"""A message's blocks below each other: laid out where they are looked at, guessed elsewhere.

Positions inside a document are ``Spot``s: block, leaf within the block, offset within the leaf.
They stay true while the text grows, and compare in reading order.
"""

import math
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from desktop_assistant.rendering.blocks import Block, BlockChange, Span
from desktop_assistant.rendering.finding import Pattern
from desktop_assistant.ui.transcript.blocks.box import Box, FrameBox, Setting
from desktop_assistant.ui.transcript.blocks.factory import box_for
from desktop_assistant.ui.transcript.blocks.leaf import FormulaHere, Leaf
from desktop_assistant.ui.transcript.blocks.leaf_search import nearest, touching
from desktop_assistant.ui.transcript.document_text import DocumentText
from desktop_assistant.ui.transcript.spots import NOTHING, START, Spot, part_of_leaf

_EAGER = 2_000.0
"""Pixels that may be laid out at once, so that the height of a usual message is exact."""


class FramePlace(NamedTuple):
    """A code block or table, and where it stands in the document."""

    key: tuple[int, int]
    """Block and number within the block."""
    x: float
    y: float
    first: int
    """The number of its first leaf within the block."""
    box: FrameBox


class Document:
    """The laid-out blocks of one message."""

    def __init__(self, setting: Setting, width: float) -> None:
        self._setting = setting
        self._width = width
        self._boxes: list[Box] = []
        self._tops: list[float] = []
        self._caret: tuple[QRectF, FrameBox | None] | None = None
        """Where the next character would stand, once somebody has asked."""
        self._height = 0.0
        self.found = NOTHING
        """What is looked for in it."""

    # Content

    @property
    def height(self) -> float:
        """The height of all blocks; exact where they were laid out."""
        return self._height

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to see."""
        return not self._boxes

    @property
    def blocks(self) -> list[Block]:
        """The blocks shown."""
        return [box.block for box in self._boxes]

    @property
    def setting(self) -> Setting:
        """The surroundings of its blocks."""
        return self._setting

    @property
    def natural_width(self) -> float:
        """How wide the widest line of running text is."""
        return max((getattr(box, "natural_width", self._width) for box in self._boxes), default=0.0)

    def set_blocks(self, blocks: Sequence[Block]) -> None:
        """Shows other blocks; those that are equal stay laid out."""
        self.apply(BlockChange(0, tuple(blocks)))

    def apply(self, change: BlockChange) -> float:
        """Takes over a change; returns from which height on something differs."""
        old = self._boxes[change.keep :]
        del self._boxes[change.keep :]
        for number, block in enumerate(change.blocks):
            before = old[number] if number < len(old) else None
            self._boxes.append(box_for(block, self._setting, before))
        if not change.keep or self._tops[change.keep - 1] < _EAGER:
            self._lay_out_eagerly(change.keep)
        self._place(change.keep)
        return self._tops[change.keep] if change.keep < len(self._tops) else self._height

    def set_width(self, width: float) -> None:
        """Takes another width; what is not in sight is laid out later."""
        if width != self._width:
            self._width = width
            self._lay_out_eagerly(0)
            self._place(0)

    def ensure(self, top: float, bottom: float) -> bool:
        """Lays out what stands between two heights; returns whether the height changed."""
        before = self._height
        number = self.block_at(top)
        while number < len(self._boxes) and self._tops[number] <= bottom:
            self._lay_out(number)
            y = self._tops[number]
            if self._boxes[number].ensure(top - y, bottom - y):
                self._place(number)
            number += 1
        return self._height != before

    def lay_out_whole(self) -> Iterator[Box]:
        """Lays out every block, one a step; each is measured again if it was made invalid then."""
        for box in self._boxes:
            box.lay_out(self._width)
            yield box
            box.lay_out(self._width)
        self._place(0)

    def relayout(self, block: int) -> None:
        """Measures a block again after something in it folded or unfolded."""
        box = self._boxes[block]
        box.invalidate()
        box.lay_out(self._width)
        self._place(block)

    def block_at(self, y: float) -> int:
        """The block at a height; the nearest outside."""
        return max(0, min(bisect_right(self._tops, y) - 1, len(self._tops) - 1))

    def top_of(self, block: int) -> float:
        """Where a block starts."""
        return self._tops[block]

    def bottom_of(self, block: int) -> float:
        """Where a block ends."""
        return self._tops[block] + self._height_of(self._boxes[block])

    def binds_below(self, block: int) -> bool:
        """Whether a block belongs to the one below, as a heading does."""
        return self._boxes[block].binds_below and block + 1 < len(self._boxes)

    def row_at(self, y: float, *, page: float = math.inf) -> tuple[float, float]:
        """What stays together at a height: a line, or a row that is no taller than a page."""
        for place in self.frames_in(y, y):
            top, bottom = place.box.row_at(y - place.y)
            if bottom - top > page:
                top, bottom = place.box.line_at(y - place.y)
            return place.y + top, place.y + bottom
        low, high = y, y
        for _, box, top in self._boxes_in(y, y):
            for _, placed in touching(box.leaves, y - top, y - top):
                if not placed.framed:
                    above, below = placed.leaf.row_at(y - top - placed.y)
                    low = min(low, top + placed.y + above)
                    high = max(high, top + placed.y + below)
        return low, high

    # Painting

    def paint(self, painter: QPainter, clip: QRectF, selected: tuple[Spot, Spot] | None) -> None:
        """Paints what touches ``clip``, except what stands in frames; origin is the top left."""
        for number, box, y in self._boxes_in(clip.top(), clip.bottom()):
            box.paint(painter, 0, y, clip)
            for index, placed in touching(box.leaves, clip.top() - y, clip.bottom() - y):
                if placed.framed:
                    continue
                chosen = part_of_leaf(selected, number, index, placed.leaf)
                around = self._text.around(number, index, self.found.pattern)
                self.found.mark(placed.leaf, number, index, around)
                placed.leaf.paint(painter, placed.x, y + placed.y, clip, chosen)

    def frames_in(self, top: float, bottom: float) -> Iterator[FramePlace]:
        """The frames between two heights."""
        for number, box, y in self._boxes_in(top, bottom):
            for index, (fx, fy, first, frame) in enumerate(box.frames):
                if y + fy <= bottom and y + fy + frame.height >= top:
                    yield FramePlace((number, index), fx, y + fy, first, frame)

    def boxes_between(self, top: float, bottom: float) -> Iterator[tuple[float, Box]]:
        """The blocks between two heights, each after where it starts."""
        for _, box, y in self._boxes_in(top, bottom):
            yield y, box

    # Positions

    def spot_at(self, x: float, y: float) -> Spot:
        """The place in the text nearest to a point."""
        if not self._boxes:
            return START
        number = self.block_at(y)
        found = self._leaf_near(x, y)
        if found is None:
            return Spot(number, 0, 0)
        index, leaf, at = found
        return Spot(number, index, leaf.offset_at(at.x(), at.y()))

    def span_at(self, x: float, y: float) -> tuple[Span, str] | None:
        """The link or image under a point, and its words."""
        found = self._leaf_near(x, y)
        if found is None:
            return None
        _, leaf, at = found
        span = leaf.span_at(at.x(), at.y())
        return None if span is None else (span, leaf.words_of(span))

    def formula_at(self, x: float, y: float) -> FormulaHere | None:
        """The formula under a point, drawn or not."""
        found = self._leaf_near(x, y)
        return None if found is None else found[1].formula_at(found[2].x(), found[2].y())

    def _leaf_near(self, x: float, y: float) -> tuple[int, Leaf, QPointF] | None:
        """The leaf nearest to a point, its number in its block, and the point within it."""
        if not self._boxes:
            return None
        number = self.block_at(y)
        box, top = self._boxes[number], self._tops[number]
        found = nearest(box.leaves, x, y - top)
        if found is None:
            return None
        index, placed = found
        dx = self._scroll_of(box, index) if placed.framed else 0.0
        return index, placed.leaf, QPointF(x - placed.x + dx, y - top - placed.y)

    def links(self) -> list[tuple[str, str]]:
        """Addresses and words of all links that are laid out, each address once."""
        found: dict[str, str] = {}
        for box in self._boxes:
            for placed in box.leaves:
                for span in placed.leaf.links:
                    if span.link:
                        found.setdefault(span.link, placed.leaf.words_of(span))
        return list(found.items())

    def leaf_at(self, spot: Spot) -> Leaf | None:
        """The leaf a spot stands in."""
        if spot.block >= len(self._boxes):
            return None
        leaves = self._boxes[spot.block].leaves
        return leaves[spot.leaf].leaf if spot.leaf < len(leaves) else None

    def word_at(self, spot: Spot) -> tuple[Spot, Spot]:
        """The word around a spot."""
        leaf = self.leaf_at(spot)
        start, end = (spot.offset, spot.offset) if leaf is None else leaf.word_at(spot.offset)
        return spot._replace(offset=start), spot._replace(offset=end)

    def paragraph_at(self, spot: Spot) -> tuple[Spot, Spot]:
        """What a triple click takes."""
        leaf = self.leaf_at(spot)
        start, end = (0, 0) if leaf is None else leaf.paragraph_at(spot.offset)
        return spot._replace(offset=start), spot._replace(offset=end)

    def caret(self) -> tuple[QRectF, FrameBox | None] | None:
        """Where the next character would stand, and the frame it stands in."""
        if self._caret is not None:
            return self._caret
        for number in range(len(self._boxes) - 1, -1, -1):
            box = self._boxes[number]
            if box.leaves:
                placed = box.leaves[-1]
                rect = placed.leaf.caret().translated(placed.x, placed.y + self._tops[number])
                frame = self._frame_of(box, len(box.leaves) - 1) if placed.framed else None
                self._caret = rect, frame
                return self._caret
        return None

    def rect_of(self, spot: Spot) -> QRectF:
        """Where a spot stands, in a block that is laid out."""
        placed = self._boxes[spot.block].leaves[spot.leaf]
        rect = placed.leaf.rect_of(spot.offset)
        return rect.translated(placed.x, placed.y + self._tops[spot.block])

    def has(self, spot: Spot) -> bool:
        """Whether the block of a spot is there; a long text is read bit by bit."""
        return spot.block < len(self._boxes)

    def line_top(self, spot: Spot) -> float:
        """Where the line of a spot starts; lays its block out. A block without text is one line."""
        self._lay_out(spot.block)
        leaf = self.leaf_at(spot)
        if leaf is None:
            return self._tops[spot.block]
        return self.rect_of(spot._replace(offset=min(spot.offset, len(leaf.text)))).top()

    def frame_at(self, spot: Spot) -> FrameBox | None:
        """The code block or table that a spot stands in."""
        box = self._boxes[spot.block]
        return self._frame_of(box, spot.leaf) if box.leaves[spot.leaf].framed else None

    def show_sideways(self, spot: Spot, length: int) -> FrameBox | None:
        """Scrolls what stands in a frame sideways until a part is in sight.

        Args:
            spot: where the part begins.
            length: how many characters it has.

        Returns:
            The frame, if it moved.
        """
        for frame in self._boxes[spot.block].frames:
            number = spot.leaf - frame.first
            if 0 <= number < len(frame.box.leaves):
                moved = frame.box.show_part(number, spot.offset, spot.offset + length)
                return frame.box if moved else None
        return None

    # Text

    def spot_of(self, offset: int) -> Spot | None:
        """The spot of an offset into what can be read of the document; lays its block out."""
        return self._text.spot_of(offset)

    def offset_of(self, spot: Spot) -> int:
        """The offset of a spot into what can be read of the document."""
        return self._text.offset_of(spot)

    def hit_at(self, offset: int, pattern: Pattern) -> tuple[Spot, Spot] | None:
        """Where a hit begins and ends that begins at an offset into what can be read."""
        return self._text.hit_at(offset, pattern)

    def text_between(self, start: Spot, end: Spot) -> str:
        """The selected text as plain text."""
        parts: list[str] = []
        for number in range(start.block, min(end.block, len(self._boxes) - 1) + 1):
            box = self._boxes[number]
            if box.width != self._width:
                box.lay_out(self._width)
            for index, placed in enumerate(box.leaves):
                chosen = part_of_leaf((start, end), number, index, placed.leaf)
                if chosen is None or (chosen[0] == chosen[1] and placed.leaf.text):
                    continue
                if parts:
                    parts.append(placed.leaf.joint)
                if chosen[0] == 0:
                    parts.append(placed.leaf.prefix)
                parts.append(placed.leaf.text[chosen[0] : chosen[1]])
        return "".join(parts)

    # Inside

    @property
    def _text(self) -> DocumentText:
        # Made for whoever asks: it refers to the document, and kept there would close a circle.
        return DocumentText(self._boxes, self._lay_out)

    def _boxes_in(self, top: float, bottom: float) -> Iterator[tuple[int, Box, float]]:
        for number in range(self.block_at(top), len(self._boxes)):
            y = self._tops[number]
            if y > bottom:
                return
            yield number, self._boxes[number], y

    def _lay_out(self, number: int) -> None:
        """Lays a block out, if it is not."""
        if self._boxes[number].width != self._width:
            self._boxes[number].lay_out(self._width)
            self._place(number)

    def _lay_out_eagerly(self, start: int) -> None:
        """Lays out the first blocks from one on; what comes far below can wait."""
        done = 0.0
        for box in self._boxes[start:]:
            box.lay_out(self._width)
            done += box.height
            if done > _EAGER:
                return

    def _place(self, start: int) -> None:
        boxes, self._caret = self._boxes, None
        start = max(0, min(start, len(self._tops), len(boxes)))
        del self._tops[start:]
        y = self._tops[start - 1] + self._height_of(boxes[start - 1]) if start else 0.0
        for number in range(start, len(boxes)):
            box = boxes[number]
            if number:
                y += boxes[number - 1].gap_to(box)
            self._tops.append(y)
            y += self._height_of(box)
        self._height = y

    def _height_of(self, box: Box) -> float:
        return box.height if box.width >= 0 else box.guess(self._width)

    def _scroll_of(self, box: Box, index: int) -> float:
        frame = self._frame_of(box, index)
        return 0.0 if frame is None else frame.scroll.value

    @staticmethod
    def _frame_of(box: Box, index: int) -> FrameBox | None:
        for frame in box.frames:
            if frame.first <= index < frame.first + len(frame.box.leaves):
                return frame.box
        return None
