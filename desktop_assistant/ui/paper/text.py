"""A message's blocks for paper: everything unfolded and coloured, and cut between lines."""

import math
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from desktop_assistant.rendering.blocks import Block
from desktop_assistant.rendering.highlight import Run, highlight_runs
from desktop_assistant.ui.transcript.blocks.box import Box, Setting
from desktop_assistant.ui.transcript.blocks.code_box import CodeBox
from desktop_assistant.ui.transcript.blocks.table_box import TableBox
from desktop_assistant.ui.transcript.document import Document

_RUNS_A_STEP = 200
_KEPT_WHOLE = 0.25
"""Code and tables up to this share of a page are not cut."""
_LEFT_BLANK = 0.08
"""The share of a page that may stay blank so that a block begins on the next one."""
_KEPT_ROWS = 2
"""Lines of a block that stay together at either side of a cut."""
_SAME = 0.01
"""Pixels by which one height may be reckoned in two ways."""
_EDGE = 0.75
"""Pixels at a cut in which a neighbouring line may reach over, and is not painted twice."""


class _TablePlace(NamedTuple):
    """A table, and where it stands sideways."""

    x: float
    box: TableBox


class PaperText:
    """A document that is laid out whole."""

    def __init__(self, states: Iterable[Sequence[Block]], setting: Setting, width: float) -> None:
        """Takes what it shows.

        Args:
            states: reads the text, a little with every step; the last state is shown.
            setting: the blocks' surroundings.
            width: of the column.
        """
        self._states = states
        self.width = width
        self._document = Document(setting, width)
        self._line = setting.look.style(setting.text).line_height

    @property
    def height(self) -> float:
        """The height of everything, once it is laid out."""
        return self._document.height

    def steps(self) -> Iterator[None]:
        """Reads, lays out and colours."""
        shown: Sequence[Block] = ()
        for state in self._states:
            shown = state
            yield
        self._document.set_blocks(shown)
        yield
        for box in self._document.lay_out_whole():
            yield from _unfold(box)
            yield

    def shrink(self) -> Iterator[None]:
        """Takes only the width that its lines need."""
        self.width = math.ceil(self._document.natural_width) + 1.0
        self._document.set_width(self.width)
        for _ in self._document.lay_out_whole():
            yield

    def cut(self, top: float, room: float, page: float) -> float:
        """Down to where it may stand on a page; ``top`` if nothing should.

        Args:
            top: from where.
            room: how much the page has left.
            page: how much a whole page has.
        """
        document = self._document
        if document.height - top <= room:
            return document.height
        at = self._between_rows(top + room, page)
        block = document.block_at(at)
        start, end = document.top_of(block), document.bottom_of(block)
        if start < at < end:
            if start > top and self._stays_whole(start, at, end, page):
                at = start
            elif end - at < (_KEPT_ROWS - 0.5) * self._line:
                at = max(top, self._between_rows(at - 1, page))
        return max(top, self._above_headings(at))

    def lead(self, top: float, page: float) -> float:
        """How much room a page needs for the header of the table that goes on there.

        Args:
            top: where the page begins in the text.
            page: how much a whole page has.
        """
        place = self._table_cut_at(top)
        height = 0.0 if place is None else place.box.header_height
        return height if height <= _KEPT_WHOLE * page else 0.0

    def paint_lead(self, painter: QPainter, top: float) -> None:
        """Paints the header of the table that goes on at ``top``; the origin is its top left."""
        place = self._table_cut_at(top)
        if place is not None:
            painter.translate(place.x, 0)
            place.box.paint_on_paper(
                painter, QRectF(0, 0, place.box.width, place.box.header_height - 1)
            )

    def _table_cut_at(self, top: float) -> _TablePlace | None:
        for place in self._document.frames_in(top, top):
            box = place.box
            if isinstance(box, TableBox) and 1 < top - place.y < box.height - 1:
                return _TablePlace(place.x, box)
        return None

    def paint(self, painter: QPainter, clip: QRectF) -> None:
        """Paints what touches ``clip``."""
        inside = clip.adjusted(0, _EDGE, 0, -_EDGE)
        self._document.paint(painter, inside, None)
        for place in self._document.frames_in(inside.top(), inside.bottom()):
            painter.save()
            painter.translate(place.x, place.y)
            place.box.paint_on_paper(painter, inside.translated(-place.x, -place.y))
            painter.restore()

    def _stays_whole(self, start: float, at: float, end: float, page: float) -> bool:
        if at - start <= _LEFT_BLANK * page:
            return True
        framed = next(self._document.frames_in(at, at), None) is not None
        return framed and end - start <= _KEPT_WHOLE * page

    def _above_headings(self, at: float) -> float:
        """A cut after a heading goes above it, and above those that stand above that."""
        document = self._document
        block = document.block_at(at)
        if at <= document.top_of(block) + _SAME:
            block -= 1
        while block >= 0 and at >= document.bottom_of(block) - _SAME:
            if not document.binds_below(block):
                break
            at = document.top_of(block)
            block -= 1
        return at

    def _between_rows(self, at: float, page: float) -> float:
        """The nearest height at or above one that parts no line or row."""
        while True:
            top, bottom = self._document.row_at(at, page=page)
            if not top + _SAME < at < bottom - _SAME:
                return at
            at = top


def _unfold(box: Box) -> Iterator[None]:
    """Shows all of a block's code, in its colours."""
    for frame in box.frames:
        code = frame.box
        if not isinstance(code, CodeBox):
            continue
        if code.leaf.has_long_line:
            code.expand()
            box.invalidate()
        runs: list[Run] = []
        for number, run in enumerate(highlight_runs(code.code, code.language)):
            runs.append(run)
            if number % _RUNS_A_STEP == 0:
                yield
        code.set_runs(runs)
