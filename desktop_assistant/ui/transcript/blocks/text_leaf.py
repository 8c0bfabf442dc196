"""Running text with styled spans: one ``QTextLayout`` whose lines stand at our own distances."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from desktop_assistant.rendering.blocks import Span, Style
from desktop_assistant.rendering.direction import reads_from_right
from desktop_assistant.rendering.finding import Pattern
from desktop_assistant.ui.transcript.blocks.leaf import Leaf, Range
from desktop_assistant.ui.transcript.blocks.marking import colored, paint_hit
from desktop_assistant.ui.transcript.blocks.offsets import OffsetMap
from desktop_assistant.ui.transcript.look import (
    Look,
    TextStyle,
    cjk_line_height,
    has_cjk,
)

_PAD_WIDTH = 5.0
_CHIP_RADIUS = 4.0
_UNDERLINE_ALPHA = 0.45
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
        self._line_height = cjk_line_height(text, style.line_height)
        self._width_laid = -1.0
        self._hits: list[Range] = []
        self._hits_of: Pattern | None = None
        chips = [(s.start, s.end) for s in spans if _is_chip(s) and s.end > s.start]
        self._map = OffsetMap(text, chips)
        self._links = [s for s in spans if s.link or s.image]
        self._layout = QTextLayout(self._map.text, style.font)
        self._layout.setCacheEnabled(True)
        if alignment is None:
            rtl = reads_from_right(text)
            alignment = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        option = QTextOption(alignment)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        self._layout.setTextOption(option)
        if spans:
            self._layout.setFormats(self._formats())

    def is_same(self, text: str, spans: Sequence[Span]) -> bool:
        """Whether it shows just this."""
        return self.text == text and tuple(self._spans) == tuple(spans)

    @property
    def links(self) -> Sequence[Span]:
        return self._links

    # Measuring

    def lay_out(self, width: float) -> None:
        """Breaks the text into lines of at most ``width``."""
        if width == self._width_laid:
            return
        self._width_laid = width
        baseline = self._style.baseline + (self._line_height - self._style.line_height) / 2
        layout = self._layout
        layout.beginLayout()
        y = widest = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, y + baseline - line.ascent()))
            widest = max(widest, line.naturalTextWidth())
            y += self._line_height
        layout.endLayout()
        self.natural_width = widest
        self.width = width
        self.height = max(y, self._line_height)

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
        return self._layout.lineCount()

    # Painting

    def paint(
        self, painter: QPainter, x: float, y: float, clip: QRectF, selected: Range | None
    ) -> None:
        for start, end in self._map.pads:
            self._paint_chip(painter, x, y, start, end)
        selections = self._paint_hits(painter, x, y, clip)
        if selected is not None and selected[0] < selected[1]:
            start = self._map.start_in_layout(selected[0])
            end = self._map.to_layout(selected[1])
            ground = self._look.color("selection.bg")
            for rect in self._rects(start, end):
                painter.fillRect(rect.translated(x, y), ground)
            selections.append(colored(start, end, self._look.color("selection.text")))
        painter.setPen(self._look.color(self._style.color))
        if selections or (y >= clip.top() and y + self.height <= clip.bottom()):
            self._layout.draw(painter, QPointF(x, y), selections, clip)
        else:
            self._draw_rows(painter, QPointF(x, y), clip)

    def _draw_rows(self, painter: QPainter, at: QPointF, clip: QRectF) -> None:
        """Draws the lines that touch ``clip``; Qt would draw the one above them, too."""
        first = max(0, int((clip.top() - at.y()) / self._line_height))
        for number in range(first, self._layout.lineCount()):
            if at.y() + number * self._line_height > clip.bottom():
                return
            self._layout.lineAt(number).draw(painter, at)

    def _paint_hits(
        self, painter: QPainter, x: float, y: float, clip: QRectF
    ) -> list[QTextLayout.FormatRange]:
        """Paints the ground of what is found; returns the colours of the words on it."""
        if self.pattern is not self._hits_of:
            self._hits_of = self.pattern
            self._hits = [] if self.pattern is None else list(self.pattern.hits(self.text))
        if not self._hits:
            return []
        start_seen, end_seen = self._range_between(clip.top() - y, clip.bottom() - y)
        first = bisect_left(self._hits, start_seen, key=_end_of)
        formats = []
        for hit in self._hits[first:]:
            if hit[0] > end_seen:
                break
            start, end = self._map.to_layout(hit[0]), self._map.to_layout(hit[1])
            for rect in self._rects(start, end):
                is_current = hit[0] == self.current_hit
                paint_hit(painter, rect.translated(x, y), self._look, is_current=is_current)
            formats.append(colored(start, end, self._look.color("text.primary")))
        return formats

    def _range_between(self, top: float, bottom: float) -> Range:
        """What stands in the lines between two heights."""
        last = self._layout.lineCount() - 1
        first = self._layout.lineAt(min(max(0, int(top / self._line_height)), last))
        final = self._layout.lineAt(min(max(0, int(bottom / self._line_height)), last))
        start = self._map.from_layout(first.textStart())
        return start, self._map.from_layout(final.textStart() + final.textLength())

    def _paint_chip(self, painter: QPainter, x: float, y: float, start: int, end: int) -> None:
        look = self._look
        dark = look.theme.is_dark
        painter.setBrush(look.color("bg.raised" if dark else "bg.sunken"))
        painter.setPen(look.color("bg.raised" if dark else "border.subtle"))
        inset = (self._line_height - look.style("code").line_height) / 2 + 0.5
        for rect in self._rects(start, end + 1):
            box = rect.translated(x, y).adjusted(0.5, inset, -0.5, -inset)
            painter.drawRoundedRect(box, _CHIP_RADIUS, _CHIP_RADIUS)

    # Positions

    def offset_at(self, x: float, y: float) -> int:
        layout = self._layout
        count = layout.lineCount()
        if not count:
            return 0
        place = min(max(0, int(y / self._line_height)), count - 1)
        line = layout.lineAt(place)
        offset = self._map.from_layout(line.xToCursor(x))
        return min(offset, len(self.text))

    def span_at(self, x: float, y: float) -> Span | None:
        if not self._links or not 0 <= y < self.height:
            return None
        offset = self.offset_at(x, y)
        for span in self._links:
            if span.start <= offset <= span.end:
                start, end = self._map.to_layout(span.start), self._map.to_layout(span.end)
                if any(rect.contains(x, y) for rect in self._rects(start, end)):
                    return span
        return None

    def rect_of(self, offset: int) -> QRectF:
        at = self._map.to_layout(min(offset, len(self.text)))
        line = self._layout.lineForTextPosition(at)
        if not line.isValid():
            return QRectF(0, 0, 1, self._line_height)
        x = cursor_x(line, at)
        return QRectF(x, line.lineNumber() * self._line_height, 1, self._line_height)

    def row_at(self, y: float) -> tuple[float, float]:
        top = max(0, int(y / self._line_height)) * self._line_height
        return top, top + self._line_height

    def caret(self) -> QRectF:
        return self.rect_of(len(self.text))

    def _rects(self, start: int, end: int) -> list[QRectF]:
        """The rectangles of a range of Qt's offsets, one or more for each line."""
        rects: list[QRectF] = []
        layout = self._layout
        first = layout.lineForTextPosition(start)
        if not first.isValid():
            return rects
        for number in range(first.lineNumber(), layout.lineCount()):
            line = layout.lineAt(number)
            line_start = line.textStart()
            if line_start >= end:
                break
            left = cursor_x(line, max(start, line_start))
            right = cursor_x(line, min(end, line_start + line.textLength()))
            y = number * self._line_height
            rects.append(QRectF(min(left, right), y, abs(right - left), self._line_height))
        return rects

    # Formats

    def _formats(self) -> list[QTextLayout.FormatRange]:
        ranges = []
        for span in self._spans:
            char_format = self._format(span)
            start, end = self._map.to_layout(span.start), self._map.to_layout(span.end)
            if _is_chip(span):
                pad = self._pad_format(char_format)
                ranges.append(_format_range(start - 1, start, pad))
                ranges.append(_format_range(end - 1, end, pad))
                end -= 1
            ranges.append(_format_range(start, end, char_format))
        return ranges

    def _format(self, span: Span) -> QTextCharFormat:
        look = self._look
        font = QFont(self._style.font)
        style = span.style
        char_format = QTextCharFormat()
        if Style.STRONG in style:
            font.setWeight(QFont.Weight.DemiBold)
        if Style.EMPHASIS in style and not has_cjk(self.text[span.start : span.end]):
            font.setItalic(True)
        if Style.STRIKE in style:
            font.setStrikeOut(True)
        if Style.CODE in style or Style.MATH in style:
            weight, italic = font.weight(), font.italic()
            font = QFont(look.style("code").font)
            font.setPixelSize(round(self._style.font.pixelSize() * 13 / 15))
            font.setWeight(weight)
            font.setItalic(italic)
        if Style.FOOTNOTE_REF in style:
            char_format.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
        char_format.setFont(font)
        if span.link:
            color = look.color("link")
            line = QColor(color)
            line.setAlphaF(_UNDERLINE_ALPHA)
            char_format.setForeground(color)
            char_format.setFontUnderline(True)
            char_format.setUnderlineColor(line)
            # On paper, that is in a PDF, it makes the words a link; on the screen it does nothing.
            char_format.setAnchorHref(_for_pdf(span.link))
        elif span.image:
            char_format.setForeground(look.color("text.secondary"))
        return char_format

    @staticmethod
    def _pad_format(code: QTextCharFormat) -> QTextCharFormat:
        font = QFont(code.font())
        natural = QFontMetricsF(font).horizontalAdvance("\u00a0")
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, _PAD_WIDTH - natural)
        pad = QTextCharFormat(code)
        pad.setFont(font)
        pad.setFontUnderline(False)
        return pad


def _for_pdf(address: str) -> str:
    """An address that Qt can write between a PDF's brackets, which it does as it is."""
    return address.replace("\\", "%5C").replace("(", "%28").replace(")", "%29")


def _is_chip(span: Span) -> bool:
    """Whether a run stands on a ground of its own."""
    return Style.CODE in span.style or bool(span.image)


def _format_range(start: int, end: int, char_format: QTextCharFormat) -> QTextLayout.FormatRange:
    found = QTextLayout.FormatRange()
    found.start = start
    found.length = end - start
    found.format = char_format
    return found


def _end_of(hit: Range) -> int:
    return hit[1]


def cursor_x(line: QTextLine, at: int) -> float:
    """Where the cursor stands before a character of a line."""
    # PySide gives x together with the position it clamped, and types neither.
    x, _ = cast("tuple[float, int]", line.cursorToX(at))
    return x
