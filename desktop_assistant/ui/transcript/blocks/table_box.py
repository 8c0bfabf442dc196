"""A table: hairlines, aligned columns, and scrolling sideways if it does not fit."""

import math
from bisect import bisect_left, bisect_right
from itertools import pairwise

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPainter

from desktop_assistant.rendering.blocks import Align, Block, Cell, Table
from desktop_assistant.rendering.direction import reads_from_right
from desktop_assistant.rendering.readable import spelled_out
from desktop_assistant.ui.transcript import words
from desktop_assistant.ui.transcript.blocks.box import FrameBox, Setting
from desktop_assistant.ui.transcript.blocks.leaf import Placed
from desktop_assistant.ui.transcript.blocks.leaf_search import touching
from desktop_assistant.ui.transcript.blocks.text_leaf import TextLeaf
from desktop_assistant.ui.transcript.look import TextStyle

_SIDE = 12
_ABOVE = 7
_LEAST_WRAPPED = 120
_LEAST_ON_PAPER = 84
"""What does not fit even so is painted smaller."""
_SCROLL_ROOM = 10
_MEASURED = 600
"""Cells of a table that are all measured at once; of a longer one, those that are looked at."""
_ROUGHLY = 1.06
"""How much wider text may be than its plain letters are: some may be bold."""
_LOOKS = 16
"""Pixels for what code and the like have around it."""
_ALIGNMENTS = {
    Align.START: Qt.AlignmentFlag.AlignLeft,
    Align.CENTRE: Qt.AlignmentFlag.AlignHCenter,
    Align.END: Qt.AlignmentFlag.AlignRight,
}
_OTHER_SIDE = {Align.START: Align.END, Align.CENTRE: Align.CENTRE, Align.END: Align.START}


class TableBox(FrameBox):
    """A table with its cells as leaves, row by row."""

    def __init__(self, block: Table, setting: Setting) -> None:
        super().__init__(block, setting)
        self.gap_above = self.gap_below = setting.gap(12)
        self._cells: list[list[TextLeaf]] = []
        self._wanted: list[float] = [0.0] * len(block.aligns)
        self._row_tops: list[float] = []
        """Where each row starts, and where the last one ends."""
        self._laid_for: list[float] = []
        """The widths of the columns as the rows were placed."""
        self._same_rows = 0
        """Rows at the beginning that need not be placed again."""
        self._guessed: set[int] = set()
        """Rows of a long table that nobody has seen yet, so that their height is only guessed."""
        self._content = 0.0
        self._zoom = 1.0
        """On paper: how much smaller it is painted than it is laid out."""
        self._rtl = False
        """Whether its first column stands at the right."""
        self._take(block)

    @property
    def table(self) -> Table:
        """The block."""
        assert isinstance(self.block, Table)
        return self.block

    @property
    def accessible_name(self) -> str:
        return words.table_name(len(self.table.rows), len(self.table.aligns))

    def update(self, block: Block) -> bool:
        if not isinstance(block, Table) or block.aligns != self.table.aligns:
            return False
        self._take(block)
        width, self.width = self.width, -1.0
        self.lay_out(width)
        return True

    def lay_out(self, width: float) -> None:
        if width == self.width:
            return
        self.width = width
        self.revision += 1
        columns = self._columns(width)
        self._content = sum(columns)
        kept = min(self._same_rows, len(self._row_tops) - 1) if columns == self._laid_for else 0
        self._laid_for = columns
        self._same_rows = len(self._cells)
        del self.leaves[kept * len(columns) :]
        del self._row_tops[kept + 1 :]
        y = self._row_tops.pop() if self._row_tops else 0.0
        guesses = self._guesses(len(self._cells))
        self._guessed = {row for row in self._guessed if row < kept}
        for number, row in enumerate(self._cells[kept:], kept):
            self._row_tops.append(y)
            y += self._place_row(row, columns, y, guesses=guesses)
            if guesses:
                self._guessed.add(number)
        self._row_tops.append(y)
        if self.setting.on_paper:
            self._zoom = min(1.0, width / self._content)
            self.height = y * self._zoom + 1
            self.is_framed = True
            return
        self.scroll.set_extent(self._content, width, from_right=self._rtl)
        self.height = y + (_SCROLL_ROOM if self.scroll.most > 0 else 1)
        self.is_framed = True

    def ensure(self, top: float, bottom: float) -> bool:
        tops, columns = self._row_tops, len(self._laid_for)
        first = max(0, bisect_right(tops, top) - 1)
        last = min(bisect_right(tops, bottom), len(tops) - 1)
        seen = [row for row in range(first, last) if row in self._guessed]
        if not seen:
            return False
        self._guessed.difference_update(seen)
        heights = [below - above for above, below in pairwise(tops[seen[0] :])]
        for row in seen:
            heights[row - seen[0]] = self._measured(row)
        y, before = tops[seen[0]], tops[-1]
        for row, height in enumerate(heights, seen[0]):
            if tops[row] != y:
                tops[row] = y
                for placed in self.leaves[row * columns : (row + 1) * columns]:
                    placed.y = y + _ABOVE
            y += height
        tops[-1] = y
        self.height += y - before
        self.revision += y != before
        return y != before

    def _measured(self, row: int) -> float:
        """The height of a row; cells far at the side are measured when they are scrolled to."""
        columns = len(self._laid_for)
        left, right = self.scroll.value - self.width, self.scroll.value + 2 * self.width
        placed = self.leaves[row * columns : (row + 1) * columns]
        for cell, leaf in zip(placed, self._cells[row], strict=True):
            if cell.x <= right and cell.x + leaf.width >= left:
                leaf.lay_out(leaf.width)
        return max(leaf.height for leaf in self._cells[row]) + 2 * _ABOVE

    def _guesses(self, rows: int) -> bool:
        """Whether rows that nobody sees are not measured, because there are too many."""
        is_long = rows * len(self._wanted) > _MEASURED
        return is_long and not (self.setting.is_nested or self.setting.on_paper)

    def _place_row(
        self, row: list[TextLeaf], columns: list[float], y: float, *, guesses: bool
    ) -> float:
        """Places the cells of a row; returns its height."""
        x, tallest = 0.0, 0.0
        for leaf, column in zip(row, columns, strict=True):
            inside = max(1.0, column - 2 * _SIDE)
            if guesses:
                lines = max(1, math.ceil(self._roughly_wide(leaf) / inside))
                leaf.expect(inside, lines * self.look.style("table").line_height)
            else:
                leaf.lay_out(inside)
            left = self._content - x - column if self._rtl else x
            self.leaves.append(Placed(leaf, left + _SIDE, y + _ABOVE, framed=True))
            x += column
            tallest = max(tallest, leaf.height)
        return tallest + 2 * _ABOVE

    def show_part(self, number: int, start: int, end: int) -> bool:
        placed = self.leaves[number]
        first, last = placed.leaf.rect_of(start), placed.leaf.rect_of(end)
        return self.scroll.show_rects(first, last, placed.x)

    def paint_on_paper(self, painter: QPainter, clip: QRectF) -> None:
        zoom = self._zoom
        painter.save()
        painter.scale(zoom, zoom)
        inside = QRectF(0, clip.top() / zoom, self._content, clip.height() / zoom)
        for _, placed in touching(self.leaves, inside.top(), inside.bottom()):
            placed.leaf.paint(painter, placed.x, placed.y, inside, None)
        self.paint_lines(painter, inside)
        painter.restore()

    def line_at(self, y: float) -> tuple[float, float]:
        at = low = high = y / self._zoom
        for _, placed in touching(self.leaves, at, at):
            top, bottom = placed.leaf.row_at(at - placed.y)
            low, high = min(low, placed.y + top), max(high, placed.y + bottom)
        return low * self._zoom, high * self._zoom

    @property
    def header_height(self) -> float:
        """On paper: how high the header is, which stands again where a table goes on."""
        return self._row_tops[1] * self._zoom

    def row_at(self, y: float) -> tuple[float, float]:
        tops = self._row_tops
        row = min(max(0, bisect_right(tops, y / self._zoom) - 1), len(tops) - 2)
        # The header stays with the first row.
        first, last = (0, min(2, len(tops) - 1)) if row <= 1 else (row, row + 1)
        return tops[first] * self._zoom, tops[last] * self._zoom

    def paint_lines(self, painter: QPainter, clip: QRectF) -> None:
        """Paints the hairlines; the cells are leaves."""
        look = self.look
        width = max(self.width, self._content) if self.setting.on_paper else self.width
        first = max(1, bisect_left(self._row_tops, clip.top() - 1))
        for number in range(first, len(self._row_tops)):
            y = self._row_tops[number]
            if y > clip.bottom() + 1:
                return
            strong = number in (1, len(self._row_tops) - 1)
            color = look.color("border.default" if strong else "border.subtle")
            painter.fillRect(QRectF(0, round(y) - 1, width, 1), color)

    # Cells

    def _take(self, block: Table) -> None:
        """Makes the leaves of all cells; those of equal cells are kept."""
        self._rtl = any(reads_from_right(cell.text) for cell in block.header[:1])
        old_rows = [self.table.header, *self.table.rows] if self._cells else []
        new_rows = [block.header, *block.rows]
        cells: list[list[TextLeaf]] = []
        same = 0
        guesses = self._guesses(len(new_rows))
        for number, row in enumerate(new_rows):
            if number < len(old_rows) and old_rows[number] == row:
                same += same == number
                cells.append(self._cells[number])
                continue
            leaves = []
            for column, cell in enumerate(row):
                leaf = self._leaf(cell, block.aligns[column], is_header=number == 0)
                leaf.joint = "\t" if column else "\n" if number else "\n\n"
                wide = self._roughly_wide(leaf) if guesses else leaf.unbroken_width()
                self._wanted[column] = max(self._wanted[column], wide)
                leaves.append(leaf)
            cells.append(leaves)
        self._cells = cells
        self._same_rows = min(same, self._same_rows)
        self.block = block

    def _roughly_wide(self, leaf: TextLeaf) -> float:
        """How wide a cell may be on one line; a little more than it is."""
        wide = self.look.metrics("table").horizontalAdvance(leaf.text) * _ROUGHLY
        return wide + _LOOKS if leaf.has_looks else wide

    def _leaf(self, cell: Cell, align: Align, *, is_header: bool) -> TextLeaf:
        look = self.look
        text, spans = spelled_out(cell.text, cell.spans)
        if is_header:
            style = look.style("ui_strong", "text.secondary")
        else:
            style = look.style("table", self.setting.color)
            if align is Align.END:
                style = _with_tabular_figures(style)
        if self._rtl:
            align = _OTHER_SIDE[align]
        return TextLeaf(text, spans, style, look, _ALIGNMENTS[align])

    def _columns(self, width: float) -> list[float]:
        """How wide each column is: as it asks, stretched to fit, or wrapped, or scrolled."""
        wanted = [column + 2 * _SIDE + 1 for column in self._wanted]
        total = sum(wanted)
        if total <= width:
            return [column + (width - total) * column / total for column in wanted]
        narrowest = _LEAST_ON_PAPER if self.setting.on_paper else _LEAST_WRAPPED
        narrowest = self.look.length(narrowest)
        least = [min(column, narrowest) for column in wanted]
        spare = width - sum(least)
        if spare <= 0:
            if self.setting.on_paper:
                return least
            return [min(column, 2 * narrowest) for column in wanted]
        over = sum(w - m for w, m in zip(wanted, least, strict=True))
        return [m + spare * (w - m) / over for w, m in zip(wanted, least, strict=True)]


def _with_tabular_figures(style: TextStyle) -> TextStyle:
    font = QFont(style.font)
    font.setFeature(QFont.Tag("tnum"), 1)
    return TextStyle(font, style.line_height, style.ascent, style.descent, style.color)
