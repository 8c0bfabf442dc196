"""Running text with styled spans: one ``QTextLayout`` whose lines stand at our own distances."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from desktop_assistant.rendering.blocks import Span, Style
from desktop_assistant.rendering.direction import has_right_to_left, reads_from_right
from desktop_assistant.rendering.finding import Pattern
from desktop_assistant.ui.line_heights import line_height_for
from desktop_assistant.ui.transcript.blocks.inline_formulas import InlineFormulas
from desktop_assistant.ui.transcript.blocks.leaf import FormulaHere, Leaf, Range
from desktop_assistant.ui.transcript.blocks.line_runs import LineRun, cursor_x, line_runs
from desktop_assistant.ui.transcript.blocks.marking import colored, paint_hit
from desktop_assistant.ui.transcript.blocks.offsets import OffsetMap
from desktop_assistant.ui.transcript.blocks.text_formats import (
    SpanFormats,
    is_chip,
    link_runs,
    pad_format,
)
from desktop_assistant.ui.transcript.look import (
    Look,
    TextStyle,
)

_CHIP_RADIUS = 4.0
_NO_LIMIT = 1e6


class TextLeaf(Leaf):
    """A paragraph, heading or table cell."""

    def __init__(
        self,
        text: str,
        spans: Sequence[Span],
        style: TextStyle,
        look: Look,
        alignment: Qt.AlignmentFlag | None = None,
    ) -> None:
        """Prepares the text; ``lay_out`` breaks it into lines.

        Args:
            text: what it says; may hold line breaks.
            spans: its looks.
            style: its font and line height.
            look: colours and metrics.
            alignment: left, right or middle; without one, the side where its script begins.
        """
        self.text = text
        self._spans = spans
        self._style = style
        self._look = look
        self._width_laid = -1.0
        self._hits: list[Range] = []
        self._hits_of: tuple[Pattern | None, tuple[str, str]] | None = None
        self._alignment = alignment
        self._tops: list[float] = [0.0]
        """Where each line starts, and where the last one ends."""

    # What is asked of a text that is laid out: a long table has thousands that never are.

    @cached_property
    def _line_height(self) -> float:
        return line_height_for(self.text, self._style.line_height)

    @cached_property
    def _turns(self) -> bool:
        return has_right_to_left(self.text)

    @cached_property
    def _links(self) -> list[Span]:
        return [s for s in self._spans if s.link or s.image or Style.FOOTNOTE_REF in s.style]

    @cached_property
    def _formulas(self) -> InlineFormulas:
        return InlineFormulas(self.text, self._spans, self._style)

    @cached_property
    def _map(self) -> OffsetMap:
        """The text as it is laid out: with padding, and with room for formulas."""
        chips = [(s.start, s.end) for s in self._spans if is_chip(s) and s.end > s.start]
        return OffsetMap(self.text, chips, self._formulas.drawn, link_runs(self._spans))

    @cached_property
    def _layout(self) -> QTextLayout:
        layout = QTextLayout(self._map.text, self._style.font)
        layout.setCacheEnabled(True)
        option = QTextOption(self._alignment or _natural_alignment(self.text))
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        layout.setTextOption(option)
        if self._spans:
            layout.setFormats(self._formats())
        return layout

    @property
    def _lines(self) -> QTextLayout:
        """The layout with its lines; they are broken now if that was put off."""
        if self._width_laid < 0:
            self.lay_out(self.width)
        return self._layout

    def is_same(self, text: str, spans: Sequence[Span]) -> bool:
        """Whether it shows just this."""
        return self.text == text and tuple(self._spans) == tuple(spans)

    @property
    def has_looks(self) -> bool:
        """Whether any of it is more than plain words."""
        return bool(self._spans)

    @property
    def links(self) -> Sequence[Span]:
        return self._links

    # Measuring

    def lay_out(self, width: float) -> None:
        """Breaks the text into lines of at most ``width``."""
        if width == self._width_laid:
            return
        self._width_laid = width
        if self._formulas.fit(width):
            del self._map
            self.__dict__.pop("_layout", None)
        self._formulas.stand(self._map)
        layout = self._layout
        layout.beginLayout()
        self._tops = [0.0]
        widest = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            above, below = self._room_of(line)
            y = self._tops[-1] + above
            line.setPosition(QPointF(0, y + self._baseline - line.ascent()))
            widest = max(widest, line.naturalTextWidth())
            self._tops.append(y + self._line_height + below)
        layout.endLayout()
        self.natural_width = widest
        self.width = width
        self.height = max(self._tops[-1], self._line_height)
        self.lead = self._room_of(layout.lineAt(0))[0] if layout.lineCount() else 0.0

    def expect(self, width: float, height: float) -> None:
        """Takes a width, and a height that it may have; it is laid out when somebody looks."""
        if width != self._width_laid:
            self._width_laid = -1.0
            self.width, self.height = width, height

    @property
    def _baseline(self) -> float:
        """From a usual line's top to its baseline."""
        return self._style.baseline + (self._line_height - self._style.line_height) / 2

    def _room_of(self, line: QTextLine) -> tuple[float, float]:
        """How much room a line needs above and below for what is taller than text."""
        above, below = self._formulas.reach(line)
        baseline = self._baseline
        return max(0.0, above - baseline), max(0.0, below - self._line_height + baseline)

    natural_width: float = 0.0
    """How wide the widest line is."""

    def unbroken_width(self) -> float:
        """How wide the text would be on one line, as a table's column asks."""
        self.lay_out(_NO_LIMIT)
        return self.natural_width

    @property
    def line_height(self) -> float:
        """Distance of two lines."""
        return self._line_height

    @property
    def line_count(self) -> int:
        """How many lines it was broken into."""
        return self._lines.lineCount()

    # Painting

    def paint(
        self, painter: QPainter, x: float, y: float, clip: QRectF, selected: Range | None
    ) -> None:
        lines = self._lines
        for start, end in self._map.pads:
            self._paint_chip(painter, x, y, start, end)
        selections = self._paint_hits(painter, x, y, clip)
        if selected is not None and selected[0] < selected[1]:
            start, end = self._map.range_in_layout(*selected)
            ground = self._look.color("selection.bg")
            for rect in self._rects(start, end):
                painter.fillRect(rect.translated(x, y), ground)
            selections.append(colored(start, end, self._look.color("selection.text")))
        painter.setPen(self._look.color(self._style.color))
        if selections or (y >= clip.top() and y + self.height <= clip.bottom()):
            lines.draw(painter, QPointF(x, y), selections, clip)
        else:
            self._draw_rows(painter, QPointF(x, y), clip)
        if self._formulas.drawn:
            self._paint_formulas(painter, x, y, clip, selected)

    def _draw_rows(self, painter: QPainter, at: QPointF, clip: QRectF) -> None:
        """Draws the lines that touch ``clip``; Qt would draw the one above them, too."""
        for number in self._lines_between(clip.top() - at.y(), clip.bottom() - at.y()):
            self._lines.lineAt(number).draw(painter, at)

    def _paint_hits(
        self, painter: QPainter, x: float, y: float, clip: QRectF
    ) -> list[QTextLayout.FormatRange]:
        """Paints the ground of what is found; returns the colours of the words on it."""
        if self._hits_of != (self.pattern, self.around):
            self._hits_of = (self.pattern, self.around)
            self._hits = [] if self.pattern is None else self._found(self.pattern)
        if not self._hits:
            return []
        start_seen, end_seen = self._range_between(clip.top() - y, clip.bottom() - y)
        first = bisect_left(self._hits, start_seen, key=_end_of)
        formats = []
        for hit in self._hits[first:]:
            if hit[0] > end_seen:
                break
            start, end = self._map.range_in_layout(*hit)
            for rect in self._rects(start, end):
                is_current = hit[0] == self.current_hit
                paint_hit(painter, rect.translated(x, y), self._look, is_current=is_current)
            formats.append(colored(start, end, self._look.color("text.primary")))
        return formats

    def _found(self, pattern: Pattern) -> list[Range]:
        """What is found in it, with the parts of hits that reach in or out of it."""
        before, after = self.around
        start, end = len(before), len(before) + len(self.text)
        return [
            (max(low, start) - start, min(high, end) - start)
            for low, high in pattern.hits(f"{before}{self.text}{after}")
            if high > start and low < end
        ]

    def _range_between(self, top: float, bottom: float) -> Range:
        """What stands in the lines between two heights."""
        first = self._lines.lineAt(self._line_at(top))
        last = self._lines.lineAt(self._line_at(bottom))
        start = self._map.from_layout(first.textStart())
        return start, self._map.from_layout(last.textStart() + last.textLength())

    def _paint_formulas(
        self, painter: QPainter, x: float, y: float, clip: QRectF, selected: Range | None
    ) -> None:
        for number in self._lines_between(clip.top() - y, clip.bottom() - y):
            line = self._lines.lineAt(number)
            baseline = y + line.y() + line.ascent()
            for at, formula in self._formulas.in_line(line):
                left = min(cursor_x(line, at), cursor_x(line, at + 1))
                span = formula.span
                name = "link" if span.link else self._style.color
                if selected is not None and selected[0] < span.end and selected[1] > span.start:
                    name = "selection.text"
                formula.paint(painter, QPointF(x + left, baseline), self._look, name)

    def _paint_chip(self, painter: QPainter, x: float, y: float, start: int, end: int) -> None:
        look = self._look
        dark = look.theme.is_dark
        painter.setBrush(look.color("bg.raised" if dark else "bg.sunken"))
        painter.setPen(look.color("bg.raised" if dark else "border.subtle"))
        inset = (self._line_height - look.style("code").line_height) / 2 + 0.5
        for run in self._runs(start, end + 1):
            box = self._text_box(*run).translated(x, y).adjusted(0.5, inset, -0.5, -inset)
            painter.drawRoundedRect(box, _CHIP_RADIUS, _CHIP_RADIUS)

    # Positions

    def offset_at(self, x: float, y: float) -> int:
        layout = self._lines
        count = layout.lineCount()
        if not count:
            return 0
        line = layout.lineAt(self._line_at(y))
        offset = self._map.from_layout(line.xToCursor(x))
        return min(offset, len(self.text))

    def span_at(self, x: float, y: float) -> Span | None:
        if not self._links or not 0 <= y < self.height:
            return None
        offset = self.offset_at(x, y)
        for span in self._links:
            if span.start <= offset <= span.end:
                start, end = self._map.range_in_layout(span.start, span.end)
                if any(rect.contains(x, y) for rect in self._rects(start, end)):
                    return span
        return None

    def rect_of(self, offset: int) -> QRectF:
        at = self._map.to_layout(min(offset, len(self.text)))
        line = self._lines.lineForTextPosition(at)
        if not line.isValid():
            return QRectF(0, 0, 1, self._line_height)
        return self._text_box(line.lineNumber(), cursor_x(line, at), 1)

    def row_at(self, y: float) -> tuple[float, float]:
        number = self._line_at(y)
        return self._tops[number], self._tops[number + 1]

    def caret(self) -> QRectF:
        last = self._lines.lineCount() - 1
        if not self._turns or last < 0:
            return self.rect_of(len(self.text))
        # Where directions mix, the last sign need not stand at the end of the line.
        text = self._lines.lineAt(last).naturalTextRect()
        if reads_from_right(self.text):
            return self._text_box(last, text.left(), -1)
        return self._text_box(last, text.right(), 1)

    def formula_at(self, x: float, y: float) -> FormulaHere | None:
        for formula in self._formulas:
            start, end = self._map.range_in_layout(formula.span.start, formula.span.end)
            if any(rect.contains(x, y) for rect in self._rects(start, end)):
                return FormulaHere(formula.source, is_displayed=False, fault=formula.fault)
        return None

    def _rects(self, start: int, end: int) -> list[QRectF]:
        """The rectangles of a range of Qt's offsets, one or more for each line."""
        return [self._line_box(*run) for run in self._runs(start, end)]

    def _runs(self, start: int, end: int) -> list[LineRun]:
        """The runs of a range of Qt's offsets."""
        # A formula's one glyph is not as wide as its room, which only the cursor knows.
        turns = self._turns and not self._formulas.drawn
        return line_runs(self._lines, start, end, turns=turns)

    def _line_at(self, y: float) -> int:
        """The line at a height; the nearest outside."""
        count = self._lines.lineCount()
        return max(0, min(bisect_right(self._tops, y), count) - 1)

    def _lines_between(self, top: float, bottom: float) -> range:
        """The lines that touch what is between two heights."""
        return range(self._line_at(top), self._line_at(bottom) + 1)

    def _line_box(self, number: int, left: float, width: float) -> QRectF:
        """A part of a line as high as the line."""
        top = self._tops[number]
        return QRectF(left, top, width, self._tops[number + 1] - top)

    def _text_box(self, number: int, left: float, width: float) -> QRectF:
        """A part of a line as high as lines of text are."""
        line = self._lines.lineAt(number)
        top = line.y() + line.ascent() - self._baseline
        return QRectF(left, top, width, self._line_height)

    # Formats

    def _formats(self) -> list[QTextLayout.FormatRange]:
        ranges = []
        rooms, faulty = self._formulas.room_formats(), self._formulas.faulty()
        pads = iter(self._map.pads)
        formats = SpanFormats(self.text, self._style, self._look)
        for span in self._spans:
            char_format = rooms.get(span.start) or formats.of(span, is_faulty=span.start in faulty)
            start, end = self._map.to_layout(span.start), self._map.to_layout(span.end)
            if is_chip(span) and span.start < span.end:
                pad = pad_format(char_format)
                start, end = next(pads)
                ranges.append(_format_range(start, start + 1, pad))
                ranges.append(_format_range(end, end + 1, pad))
                start += 1
            ranges.append(_format_range(start, end, char_format))
        return ranges


def _natural_alignment(text: str) -> Qt.AlignmentFlag:
    """The side where a text's script begins."""
    return Qt.AlignmentFlag.AlignRight if reads_from_right(text) else Qt.AlignmentFlag.AlignLeft


def _format_range(start: int, end: int, char_format: QTextCharFormat) -> QTextLayout.FormatRange:
    found = QTextLayout.FormatRange()
    found.start = start
    found.length = end - start
    found.format = char_format
    return found


def _end_of(hit: Range) -> int:
    return hit[1]
