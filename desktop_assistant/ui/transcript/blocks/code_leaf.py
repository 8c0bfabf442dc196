"""The lines of a code block: any number, of which only those in sight are laid out."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption

from desktop_assistant.rendering.direction import has_right_to_left
from desktop_assistant.rendering.finding import Pattern
from desktop_assistant.rendering.highlight import Role, Run
from desktop_assistant.rendering.scripts import has_cjk
from desktop_assistant.ui.transcript.blocks.leaf import Leaf, Range
from desktop_assistant.ui.transcript.blocks.line_runs import cursor_x
from desktop_assistant.ui.transcript.blocks.marking import colored, paint_hit
from desktop_assistant.ui.transcript.blocks.offsets import OffsetMap
from desktop_assistant.ui.transcript.look import Look

LONG_LINE = 2_000
"""Characters of a line that are shown while the block is folded."""
LONGEST_LINE = 100_000
"""Characters of a line that are shown at all; copying still takes every one."""
_LAYOUTS_KEPT = 400
_NO_LIMIT = 1e7


class CodeLeaf(Leaf):
    """Code, exactly as it came. Grows at the end without laying out what stands."""

    joint = "\n\n"

    def __init__(self, code: str, look: Look, *, wrap: bool) -> None:
        self._look = look
        style = look.style("code")
        self._font = style.font
        self._line_height = style.line_height
        self._baseline = style.baseline
        self._cell = look.metrics("code").horizontalAdvance("m")
        self._wrap = wrap
        self._wrap_width = _NO_LIMIT
        self.text = ""
        self._starts: list[int] = [0]
        self._widest = 0.0
        self._rows: list[int] = []
        """With wrapping: how many rows stand above each line, and one more for all."""
        self._layouts: dict[int, tuple[QTextLayout, OffsetMap]] = {}
        self._runs: list[Run] = []
        self._run_starts: list[int] = []
        self._formats: dict[tuple[str, bool], QTextCharFormat] = {}
        self._shown: int | None = None
        self._longest = LONG_LINE
        self._hits: dict[int, list[Range]] = {}
        self._hits_of: Pattern | None = None
        self.set_text(code)

    # Content

    @property
    def line_count(self) -> int:
        """How many lines the code has."""
        return len(self._starts)

    @property
    def has_long_line(self) -> bool:
        """Whether some line is longer than is shown while folded."""
        ends = [*self._starts[1:], len(self.text) + 1]
        return any(
            end - start - 1 > LONG_LINE for start, end in zip(self._starts, ends, strict=True)
        )

    def set_text(self, code: str) -> None:
        """Takes the code; if it only grew, the lines that stand are kept."""
        kept = len(self._starts) - 1 if code.startswith(self.text) else 0
        if not kept:
            self._starts, self._widest = [0], 0.0
            self._layouts.clear()
        else:
            self._layouts.pop(kept, None)
        start = self._starts[kept]
        while (place := code.find("\n", start)) >= 0:
            start = place + 1
            self._starts.append(start)
        self.text = code
        self._hits.clear()
        for number in range(kept, len(self._starts)):
            self._widest = max(self._widest, self._width_of(number))
        self._measure()

    def set_runs(self, runs: Sequence[Run]) -> None:
        """Takes the colours of the whole code."""
        self._runs = list(runs)
        self._run_starts = [run[0] for run in runs]
        self._layouts.clear()

    def replace_runs(self, start: int, runs: Sequence[Run]) -> None:
        """Takes the colours of the code from an offset on; what stands before keeps its own."""
        kept = bisect_left(self._run_starts, start)
        del self._runs[kept:], self._run_starts[kept:]
        if kept:
            begin, end, role = self._runs[-1]
            self._runs[-1] = (begin, min(end, start), role)
        self._runs += runs
        self._run_starts += [run[0] for run in runs]
        first = self._line_of(start)
        for number in [number for number in self._layouts if number >= first]:
            del self._layouts[number]

    def set_shown(self, lines: int | None) -> None:
        """Shows only the first lines, or all; long lines are cut while not all is shown."""
        self._shown = lines
        self._measure()

    def set_whole_lines(self, whole: bool) -> None:  # noqa: FBT001  # a setter in Qt's manner
        """Shows long lines to their end, or cut."""
        self._longest = LONGEST_LINE if whole else LONG_LINE
        self._layouts.clear()
        self._hits.clear()
        self._widest = max(self._width_of(number) for number in range(len(self._starts)))
        self._measure()

    def set_wrap(self, wrap: bool, width: float) -> None:  # noqa: FBT001  # a setter in Qt's manner
        """Breaks long lines at a width, or not."""
        if (wrap, width) != (self._wrap, self._wrap_width):
            if wrap or self._wrap:
                self._layouts.clear()
            self._wrap, self._wrap_width = wrap, width
            self._measure()

    def paragraph_at(self, offset: int) -> Range:
        number = self._line_of(offset)
        return self._starts[number], self._end(number)

    # Painting

    def paint(
        self, painter: QPainter, x: float, y: float, clip: QRectF, selected: Range | None
    ) -> None:
        first, last = self._line_at(clip.top() - y), self._line_at(clip.bottom() - y)
        for number in range(first, last + 1):
            top = y + self._top(number)
            layout, _ = self._layout(number)
            selections = self._paint_hits(painter, number, x, top)
            if selected is not None:
                chosen = self._paint_selection(painter, number, x, top, selected)
                if chosen is not None:
                    selections.append(chosen)
            painter.setPen(self._look.code_color("text"))
            layout.draw(painter, QPointF(x, top), selections, clip)

    def _paint_hits(
        self, painter: QPainter, number: int, x: float, top: float
    ) -> list[QTextLayout.FormatRange]:
        """Paints the ground of what is found in a line; returns the colours of the words on it."""
        layout, offsets = self._layout(number)
        formats = []
        for start, end in self._hits_in(number):
            a = offsets.to_layout(start - self._starts[number])
            b = offsets.to_layout(end - self._starts[number])
            for box in self._boxes(layout, a, b):
                is_current = start == self.current_hit
                paint_hit(painter, box.translated(x, top), self._look, is_current=is_current)
            formats.append(colored(a, b, self._look.color("text.primary")))
        return formats

    def _hits_in(self, number: int) -> list[Range]:
        if self.pattern is None:
            return []
        if self.pattern is not self._hits_of:
            self._hits.clear()
            self._hits_of = self.pattern
        found = self._hits.get(number)
        if found is None:
            if len(self._hits) >= _LAYOUTS_KEPT:
                self._hits.clear()
            start = self._starts[number]
            end = min(self._end(number), start + self._longest)
            found = self._hits[number] = list(self.pattern.hits(self.text, start, end))
        return found

    def _paint_selection(
        self, painter: QPainter, number: int, x: float, top: float, selected: Range
    ) -> QTextLayout.FormatRange | None:
        start, end = self._starts[number], self._end(number)
        low, high = max(selected[0], start), min(selected[1], end)
        takes_break = selected[0] <= end < selected[1]
        if low > high or (low == high and not takes_break):
            return None
        layout, offsets = self._layout(number)
        ground = self._look.color("selection.bg")
        a, b = offsets.to_layout(low - start), offsets.to_layout(high - start)
        boxes = self._boxes(layout, a, b)
        if takes_break and boxes:
            boxes[-1].setWidth(boxes[-1].width() + self._cell / 2)
        for box in boxes:
            painter.fillRect(box.translated(x, top), ground)
        return colored(a, b, self._look.color("selection.text"))

    def _boxes(self, layout: QTextLayout, start: int, end: int) -> list[QRectF]:
        """The rectangles of a range of Qt's offsets within a line, one for each of its rows."""
        boxes = []
        for row in range(layout.lineCount()):
            line = layout.lineAt(row)
            begin, stop = line.textStart(), line.textStart() + line.textLength()
            if begin <= end and stop >= start:
                left, right = cursor_x(line, max(start, begin)), cursor_x(line, min(end, stop))
                y = row * self._line_height
                boxes.append(QRectF(left, y, right - left, self._line_height))
        return boxes

    # Positions

    def lines_between(self, top: float, bottom: float) -> Iterator[tuple[int, float]]:
        """The lines that can be seen between two heights: their numbers, and where each starts."""
        for number in range(self._line_at(top), self._line_at(bottom) + 1):
            yield number, self._top(number)

    def offset_at(self, x: float, y: float) -> int:
        number = self._line_at(y)
        layout, offsets = self._layout(number)
        row = int((y - self._top(number)) / self._line_height)
        line = layout.lineAt(min(max(0, row), layout.lineCount() - 1))
        inside = offsets.from_layout(line.xToCursor(x))
        return min(self._starts[number] + inside, self._end(number))

    def rect_of(self, offset: int) -> QRectF:
        number = self._line_of(offset)
        layout, offsets = self._layout(number)
        at = offsets.to_layout(offset - self._starts[number])
        line = layout.lineForTextPosition(at)
        if not line.isValid():
            line = layout.lineAt(layout.lineCount() - 1)
        y = self._top(number) + line.lineNumber() * self._line_height
        return QRectF(cursor_x(line, at), y, 1, self._line_height)

    def row_at(self, y: float) -> tuple[float, float]:
        top = max(0, int(y / self._line_height)) * self._line_height
        return top, top + self._line_height

    def caret(self) -> QRectF:
        rect = self.rect_of(len(self.text))
        last = self._line_of(len(self.text))
        if has_right_to_left(self._line_text(last)):
            # The last sign stands to the left of those before it, the end of the line does not.
            layout, _ = self._layout(last)
            rect.moveLeft(layout.lineAt(layout.lineCount() - 1).naturalTextRect().right())
        return rect

    # Lines

    def _end(self, number: int) -> int:
        """Where a line ends, before its break."""
        if number + 1 < len(self._starts):
            return self._starts[number + 1] - 1
        return len(self.text)

    def _line_of(self, offset: int) -> int:
        return max(0, bisect_right(self._starts, offset) - 1)

    def _line_at(self, y: float) -> int:
        """The line at a height, within what is shown."""
        row = max(0, int(y / self._line_height))
        number = bisect_right(self._rows, row) - 1 if self._rows else row
        return min(max(0, number), self._shown_lines - 1)

    def _top(self, number: int) -> float:
        row = self._rows[number] if self._rows else number
        return row * self._line_height

    @property
    def _shown_lines(self) -> int:
        count = len(self._starts)
        return count if self._shown is None else min(self._shown, count)

    def _measure(self) -> None:
        if not self._wrap:
            self._rows = []
            self.width = self._widest
            self.height = self._shown_lines * self._line_height
            return
        rows, total = [], 0
        for number in range(self._shown_lines):
            rows.append(total)
            total += self._rows_of(number)
        self._rows = rows
        self.width = min(self._widest, self._wrap_width)
        self.height = total * self._line_height

    def _rows_of(self, number: int) -> int:
        """How many rows a wrapped line takes."""
        length = min(self._end(number) - self._starts[number], self._longest)
        if length * self._cell * 2 <= self._wrap_width:
            return 1
        return self._layout(number)[0].lineCount()

    def _line_text(self, number: int) -> str:
        start, end = self._starts[number], self._end(number)
        if end - start <= self._longest:
            return self.text[start:end]
        return f"{self.text[start : start + self._longest]} … +{end - start - self._longest:,}"

    def _width_of(self, number: int) -> float:
        text = self._line_text(number)
        if text.isascii() and "\t" not in text:
            return len(text) * self._cell
        cells = len(text.expandtabs(4)) if text.isascii() else 0
        if cells:
            return cells * self._cell
        return self._look.metrics("code").horizontalAdvance(text.expandtabs(4))

    def _layout(self, number: int) -> tuple[QTextLayout, OffsetMap]:
        found = self._layouts.get(number)
        if found is None:
            if len(self._layouts) >= _LAYOUTS_KEPT:
                self._layouts.clear()
            found = self._layouts[number] = self._lay_out(number)
        return found

    def _lay_out(self, number: int) -> tuple[QTextLayout, OffsetMap]:
        offsets = OffsetMap(self._line_text(number))
        layout = QTextLayout(offsets.text, self._font)
        layout.setCacheEnabled(True)
        option = QTextOption()
        wrapped = QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere
        wrap = wrapped if self._wrap else QTextOption.WrapMode.NoWrap
        option.setWrapMode(wrap)
        # Code reads from the left, whatever is in its strings.
        option.setTextDirection(Qt.LayoutDirection.LeftToRight)
        option.setTabStopDistance(4 * self._cell)
        layout.setTextOption(option)
        layout.setFormats(self._line_formats(number, offsets))
        layout.beginLayout()
        row = 0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(self._wrap_width if self._wrap else _NO_LIMIT)
            line.setPosition(QPointF(0, row * self._line_height + self._baseline - line.ascent()))
            row += 1
        layout.endLayout()
        return layout, offsets

    def _line_formats(self, number: int, offsets: OffsetMap) -> list[QTextLayout.FormatRange]:
        start, end = self._starts[number], self._end(number)
        found = []
        place = max(0, bisect_right(self._run_starts, start) - 1)
        while place < len(self._runs) and self._runs[place][0] < end:
            low, high, role = self._runs[place]
            low, high = max(low, start), min(high, end, start + self._longest)
            if low < high:
                piece = QTextLayout.FormatRange()
                piece.start = offsets.to_layout(low - start)
                piece.length = offsets.to_layout(high - start) - piece.start
                upright = role is Role.COMMENT and has_cjk(self.text[low:high])
                piece.format = self._format(str(role), upright=upright)
                found.append(piece)
            place += 1
        return found

    def _format(self, role: str, *, upright: bool) -> QTextCharFormat:
        key = (role, upright)
        if key not in self._formats:
            char_format = QTextCharFormat()
            char_format.setForeground(self._look.code_color(role))
            if role == Role.COMMENT and not upright:
                font = QFont(self._font)
                font.setItalic(True)
                char_format.setFont(font)
            self._formats[key] = char_format
        return self._formats[key]
