"""Quotes and footnotes: blocks in blocks, flattened into one set of leaves."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from desktop_assistant.rendering.blocks import Block, Footnotes, Quote
from desktop_assistant.rendering.controls import show_controls
from desktop_assistant.rendering.direction import reads_from_right
from desktop_assistant.ui.transcript.blocks.box import Box, PlacedFrame, Setting
from desktop_assistant.ui.transcript.blocks.column import stack
from desktop_assistant.ui.transcript.blocks.leaf import Leaf, Placed

_QUOTE_RULE = 2
_QUOTE_INDENT = 14
_MARKER = 24
_WIDEST_LABEL, _LONGEST_LABEL = 120, 40
"""In pixels and in characters: more of a label is not shown."""


class ContainerBox(Box):
    """Child boxes below each other, each at an indent."""

    def __init__(self, block: Block, setting: Setting) -> None:
        super().__init__(block, setting)
        self._children: list[tuple[float, float, Box]] = []
        """Where each child stands, and the child."""
        self._frames: list[PlacedFrame] = []
        self._rtl = False
        """Whether it reads from right to left, and has its marks at the right."""

    @property
    def frames(self) -> list[PlacedFrame]:
        return self._frames

    def invalidate(self) -> None:
        super().invalidate()
        for _, _, box in self._children:
            box.invalidate()

    def _first_leaf(self) -> Leaf | None:
        return next((p.leaf for _, _, box in self._children for p in box.leaves), None)

    def _turn(self, indent: float) -> None:
        """Puts the marks at the side where the text begins."""
        first = self._first_leaf()
        self._rtl = first is not None and reads_from_right(first.text)
        if self._rtl:
            self._children = [(x - indent, y, box) for x, y, box in self._children]

    def _flatten(self, kept: int = 0) -> None:
        """Gathers the leaves and frames of the children, after those that are gathered already.

        Args:
            kept: how many children at the beginning are gathered.
        """
        for x, y, box in self._children[kept:]:
            first = len(self.leaves)
            self.leaves += [Placed(p.leaf, p.x + x, p.y + y, p.framed) for p in box.leaves]
            self._frames += [
                PlacedFrame(f.x + x, f.y + y, f.first + first, f.box) for f in box.frames
            ]

    def _forget_leaves(self) -> None:
        self.leaves, self._frames = [], []

    def paint(self, painter: QPainter, x: float, y: float, clip: QRectF) -> None:
        first = bisect_right(self._children, clip.top() - y, key=_top_of) - 1
        for dx, dy, box in self._children[max(0, first) :]:
            if y + dy > clip.bottom():
                return
            box.paint(painter, x + dx, y + dy, clip)


def _top_of(child: tuple[float, float, Box]) -> float:
    return child[1]


class QuoteBox(ContainerBox):
    """A quote: a rule, and the quoted blocks beside it."""

    def __init__(self, block: Quote, setting: Setting) -> None:
        super().__init__(block, setting)
        self.gap_above = self.gap_below = setting.gap(12)
        self._inner: Sequence[Box] = ()

    def lay_out(self, width: float) -> None:
        if width == self.width:
            return
        assert isinstance(self.block, Quote)
        self.width = width
        indent = _QUOTE_RULE + _QUOTE_INDENT
        self._inner, tops, self.height = stack(
            self.block.blocks, self.setting, max(1.0, width - indent), self._inner
        )
        self._children = [(indent, top, box) for top, box in zip(tops, self._inner, strict=True)]
        self._turn(indent)
        self._forget_leaves()
        self._flatten()

    def update(self, block: Block) -> bool:
        if not isinstance(block, Quote):
            return False
        self.block = block
        width, self.width = self.width, -1.0
        self.lay_out(width)
        return True

    def paint(self, painter: QPainter, x: float, y: float, clip: QRectF) -> None:
        rule = QRectF(x, y, _QUOTE_RULE, self.height)
        if self._rtl:
            rule.moveRight(x + self.width)
        painter.fillRect(rule, self.look.color("accent.line"))
        super().paint(painter, x, y, clip)


class FootnotesBox(ContainerBox):
    """The notes at the end, small, below a short rule."""

    def __init__(self, block: Footnotes, setting: Setting) -> None:
        super().__init__(block, setting)
        self.gap_above = 0 if block.goes_on else setting.gap(20)
        self.gap_below = 0
        self._notes: list[Sequence[Box]] = []
        self._tops: list[float] = []
        self._indent = 0.0
        self._turned: list[bool] = []
        """Which notes read from right to left, and have their label at the right."""

    def lay_out(self, width: float) -> None:
        if width == self.width:
            return
        assert isinstance(self.block, Footnotes)
        self.width = width
        old, self._notes = self._notes, []
        small = replace(self.setting, text="label", color="text.secondary")
        self._children, self._tops, self._turned = [], [], []
        indent = self._indent = self._measure_labels()
        y = 0.0 if self.block.goes_on else 9.0
        for label, blocks in self.block.notes:
            reuse = old[len(self._notes)] if len(self._notes) < len(old) else ()
            boxes, tops, height = stack(blocks, small, max(1.0, width - indent), reuse)
            leaf = next((p.leaf for box in boxes for p in box.leaves), None)
            turned = leaf is not None and reads_from_right(leaf.text)
            self._notes.append(boxes)
            self._tops.append(y)
            self._turned.append(turned)
            x = 0.0 if turned else indent
            self._children += [(x, y + top, box) for top, box in zip(tops, boxes, strict=True)]
            if leaf is not None:
                leaf.prefix = f"[{label}] "
            y += height + 4
        self.height = y
        self._forget_leaves()
        self._flatten()

    def labels_between(self, top: float, bottom: float) -> list[str]:
        """The labels of the notes that begin between two heights."""
        assert isinstance(self.block, Footnotes)
        notes = zip(self._tops, self.block.notes, strict=True) if self._tops else ()
        return [label for y, (label, _) in notes if top <= y <= bottom]

    def _measure_labels(self) -> float:
        """Room for the longest label, within reason."""
        assert isinstance(self.block, Footnotes)
        metrics = self.look.metrics("label")
        longest = max((label for label, _ in self.block.notes), key=len, default="")
        least, most = self.look.length(_MARKER), self.look.length(_WIDEST_LABEL)
        needed = metrics.horizontalAdvance(longest[:_LONGEST_LABEL]) + self.look.length(8)
        return min(max(least, needed), most)

    def paint(self, painter: QPainter, x: float, y: float, clip: QRectF) -> None:
        assert isinstance(self.block, Footnotes)
        if self.width < 0:
            return  # it came since rows in sight were laid out
        if not self.block.goes_on:
            rule = self.look.length(120)
            left = x + self.width - rule if self._turned[:1] == [True] else x
            painter.fillRect(QRectF(left, y, rule, 1), self.look.color("border.subtle"))
        style = self.look.style("label", "link")
        metrics = self.look.metrics("label")
        room = self._indent - self.look.length(8)
        painter.setFont(style.font)
        painter.setPen(self.look.color(style.color))
        for top, turned, (label, _) in zip(self._tops, self._turned, self.block.notes, strict=True):
            shown = metrics.elidedText(show_controls(label), Qt.TextElideMode.ElideRight, room)
            at = x + self.width - metrics.horizontalAdvance(shown) if turned else x
            painter.drawText(QPointF(at, y + top + style.baseline), shown)
        super().paint(painter, x, y, clip)
