"""Paragraphs, headings and rules."""

from bisect import bisect_left, bisect_right

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage, QPainter

from desktop_assistant.rendering.blocks import Heading, Paragraph, Rule, Span, Style
from desktop_assistant.rendering.direction import reads_from_right
from desktop_assistant.rendering.readable import images_in, spelled_out
from desktop_assistant.ui.transcript.blocks.box import Box, Setting
from desktop_assistant.ui.transcript.blocks.leaf import Placed
from desktop_assistant.ui.transcript.blocks.picture_drawing import paint_picture, picture_size
from desktop_assistant.ui.transcript.blocks.text_leaf import TextLeaf

PIECE = 4_000
"""Characters that are laid out at once; a longer paragraph is several leaves, one below another."""

_HEADINGS = {1: ("heading1", 24, 10), 2: ("heading2", 22, 10), 3: ("heading3", 20, 8)}
_SMALL_HEADING = ("heading4", 16, 8)


class TextBox(Box):
    """Running text, in pieces if it is very long."""

    def __init__(self, block: Paragraph | Heading, setting: Setting) -> None:
        super().__init__(block, setting)
        name = setting.text
        if isinstance(block, Heading):
            self.binds_below = True
            name, above, below = _HEADINGS.get(block.level, _SMALL_HEADING)
            self.gap_above, self.gap_below = setting.gap(above), setting.gap(below)
        else:
            self.gap_above = self.gap_below = 0 if setting.is_plain else setting.gap(12)
        self._name = name
        self._pieces: list[TextLeaf] = []
        self._pictures: list[tuple[QRectF, QImage]] = []
        """Images that were loaded, below the text that names them."""

    def update(self, block: object) -> bool:
        if not isinstance(block, Paragraph) or not isinstance(self.block, Paragraph):
            return False
        self._pieces = self._build(block, self._pieces)
        self.block = block
        width, self.width = self.width, -1.0
        self.lay_out(width)
        return True

    def lay_out(self, width: float) -> None:
        if width == self.width:
            return
        self.width = width
        y = 0.0
        self.leaves = []
        if not self._pieces:
            assert isinstance(self.block, Paragraph | Heading)
            self._pieces = self._build(self.block, [])
        for leaf in self._pieces:
            leaf.lay_out(width)
            self.leaves.append(Placed(leaf, 0, y))
            y += leaf.height
        self.height = self._place_pictures(y, width)

    def paint(self, painter: QPainter, x: float, y: float, clip: QRectF) -> None:
        for place, image in self._pictures:
            if place.translated(x, y).intersects(clip):
                paint_picture(painter, place.translated(x, y), image, self.look)

    def _place_pictures(self, y: float, width: float) -> float:
        """Places the images that were loaded below each other; returns where they end."""
        self._pictures = []
        if not self.look.pictures:
            return y
        for address in images_in([self.block]):
            image = self.look.pictures.get(address)
            if image is not None:
                y += self.setting.gap(8)
                size = picture_size(image, width)
                left = width - size.width() if self._reads_from_right else 0.0
                self._pictures.append((QRectF(QPointF(left, y), size), image))
                y += size.height()
        return y

    @property
    def _reads_from_right(self) -> bool:
        return bool(self._pieces) and reads_from_right(self._pieces[0].text)

    def guess(self, width: float) -> float:
        assert isinstance(self.block, Paragraph | Heading)
        style = self.look.style(self._name)
        per_line = max(1.0, width / (0.52 * style.font.pixelSize()))
        text = self.block.text
        return (1 + len(text) // per_line + text.count("\n")) * style.line_height

    @property
    def natural_width(self) -> float:
        """How wide the widest line is."""
        return max((leaf.natural_width for leaf in self._pieces), default=0.0)

    def _build(self, block: Paragraph | Heading, old: list[TextLeaf]) -> list[TextLeaf]:
        style = self.look.style(self._name, self.setting.color)
        text, spans = spelled_out(block.text, block.spans)
        pieces: list[TextLeaf] = []
        starts = [span.start for span in spans] if len(text) > PIECE else []
        joint = "\n" if self.setting.is_plain else "\n\n"
        if isinstance(block, Paragraph) and block.goes_on:
            joint = ""
        for number, (start, end) in enumerate(cuts(text)):
            broken = end < len(text) and text[end - 1] == "\n"
            part = text[start : end - broken]
            inside = spans if len(part) == len(text) else within(spans, starts, start, end - broken)
            if number + 1 < len(old) and old[number].is_same(part, inside):
                leaf = old[number]
            else:
                leaf = TextLeaf(part, inside, style, self.look)
                leaf.joint = joint
            pieces.append(leaf)
            joint = "\n" if broken else ""
        return pieces


class RuleBox(Box):
    """A thematic break."""

    def __init__(self, block: Rule, setting: Setting) -> None:
        super().__init__(block, setting)
        self.gap_above = self.gap_below = setting.gap(20)
        self.height = 1

    def lay_out(self, width: float) -> None:
        self.width = width

    def paint(self, painter: QPainter, x: float, y: float, clip: QRectF) -> None:
        painter.fillRect(QRectF(x, y, self.width, 1), self.look.color("border.subtle"))


def cuts(text: str) -> list[tuple[int, int]]:
    """Where a long text is cut: after a line break, else after a space, else anywhere."""
    found: list[tuple[int, int]] = []
    start = 0
    while len(text) - start > PIECE:
        limit = start + PIECE
        cut = text.rfind("\n", start + PIECE // 2, limit) + 1
        cut = cut or text.rfind(" ", start + PIECE // 2, limit) + 1 or limit
        found.append((start, cut))
        start = cut
    found.append((start, len(text)))
    return found


def within(spans: tuple[Span, ...], starts: list[int], start: int, end: int) -> tuple[Span, ...]:
    """The spans of a part of a text, counted from its start.

    Args:
        spans: of the whole text, in order.
        starts: where each of them starts.
        start: where the part begins.
        end: where it ends.
    """
    first = max(0, bisect_right(starts, start) - 1)
    last = bisect_left(starts, end)
    return tuple(_clipped(span, start, end) for span in spans[first:last] if span.end > start)


def _clipped(span: Span, start: int, end: int) -> Span:
    style = span.style
    if Style.MATH in style and (span.start < start or span.end > end):
        # Half a formula is none.
        style = style & ~Style.MATH | Style.CODE
    low, high = max(span.start, start) - start, min(span.end, end) - start
    return Span(low, high, style, span.link, span.image)
