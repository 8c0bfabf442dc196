"""What stands below each other on paper: each part knows its height, its cuts, and its painting.

Lengths are logical pixels. A part's origin is the left edge of the column and its own top.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterator

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath

from desktop_assistant.rendering.blocks import Span, Style
from desktop_assistant.rendering.controls import show_controls
from desktop_assistant.rendering.export.words import Ending
from desktop_assistant.ui.paper.text import PaperText
from desktop_assistant.ui.transcript.blocks.text_leaf import TextLeaf
from desktop_assistant.ui.transcript.look import Look

_ICONS = {"error": "error", "warning": "warning", "neutral": "info"}


class Part(ABC):
    """One part of the column."""

    gap = 0.0
    """Distance to what stands above; none at the top of a page."""
    height = 0.0
    needs_below = 0.0
    """How much of what follows must be on the same page."""

    def steps(self) -> Iterator[None]:
        """Gets it ready to be measured and painted, a little with every step."""
        yield

    def cut(self, top: float, room: float, page: float) -> float:
        """Down to where it may stand on this page.

        Args:
            top: from where in the part.
            room: how much the page has left.
            page: how much a whole page has.

        Returns:
            The height of a good cut; ``top`` if nothing of it should stand here.
        """
        return self.height if self.height - top <= room else top

    def lead(self, top: float, page: float) -> float:
        """How much room a page needs above, for what stands again where the part goes on.

        Args:
            top: where the page begins in the part.
            page: how much a whole page has.
        """
        return 0.0

    def paint_lead(self, painter: QPainter, top: float) -> None:  # noqa: B027  # most have nothing
        """Paints what stands again above what goes on at ``top``."""

    @abstractmethod
    def paint(self, painter: QPainter, clip: QRectF) -> None:
        """Paints what touches ``clip``."""


class Head(Part):
    """The document's title, and a line about it."""

    def __init__(self, title: str, about: str, look: Look, width: float) -> None:
        self._leaves = [
            TextLeaf(title, (), look.style("display"), look),
            TextLeaf(about, (), look.style("label", "text.tertiary"), look),
        ]
        for leaf in self._leaves:
            leaf.lay_out(width)
        self._look, self._width = look, width
        self.height = sum(leaf.height for leaf in self._leaves) + 4 + 16
        self.needs_below = 120

    def paint(self, painter: QPainter, clip: QRectF) -> None:
        y = 0.0
        for leaf in self._leaves:
            leaf.paint(painter, 0, y, clip, None)
            y += leaf.height + 4
        line = QRectF(0, self.height - 1, self._width, 1)
        painter.fillRect(line, self._look.color("border.subtle"))


class Label(Part):
    """A line of small words; the first may be strong."""

    def __init__(
        self,
        name: str,
        details: str,
        look: Look,
        width: float,
        *,
        right_to_left: bool,
        at_end: bool = False,
    ) -> None:
        """Makes the line.

        Args:
            name: the strong words; may be empty.
            details: what follows them.
            look: fonts and colours.
            width: of the column.
            right_to_left: whether the line begins at the right.
            at_end: whether it stands at the column's trailing side.
        """
        self._name, self._details = show_controls(name), show_controls(details)
        self._look, self._width = look, width
        self._rtl, self._at_end = right_to_left, at_end
        self.height = 16

    def paint(self, painter: QPainter, clip: QRectF) -> None:
        theme = self._look.theme
        area = QRectF(0, 0, self._width, self.height)
        side = Qt.AlignmentFlag.AlignTrailing if self._at_end else Qt.AlignmentFlag.AlignLeading
        where = Qt.AlignmentFlag.AlignVCenter | side
        rtl, ltr = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight
        painter.save()
        painter.setLayoutDirection(rtl if self._rtl else ltr)
        taken = 0.0
        if self._name:
            strong = theme.font("label_strong")
            metrics = QFontMetricsF(strong)
            room = self._width * 0.7
            name = metrics.elidedText(self._name, Qt.TextElideMode.ElideRight, room)
            painter.setFont(strong)
            painter.setPen(self._look.color("text.secondary"))
            painter.drawText(area, where, name)
            taken = metrics.horizontalAdvance(name) + 8
        painter.setFont(theme.font("label"))
        painter.setPen(self._look.color("text.tertiary"))
        rest = area.adjusted(0, 0, -taken, 0) if self._rtl else area.adjusted(taken, 0, 0, 0)
        middle = Qt.TextElideMode.ElideMiddle
        details = QFontMetricsF(painter.font()).elidedText(self._details, middle, rest.width())
        painter.drawText(rest, where, details)
        painter.restore()


class Reply(Part):
    """A reply's text."""

    def __init__(self, text: PaperText) -> None:
        self._text = text

    def steps(self) -> Iterator[None]:
        yield from self._text.steps()
        self.height = self._text.height

    def cut(self, top: float, room: float, page: float) -> float:
        return self._text.cut(top, room, page)

    def lead(self, top: float, page: float) -> float:
        return self._text.lead(top, page)

    def paint_lead(self, painter: QPainter, top: float) -> None:
        self._text.paint_lead(painter, top)

    def paint(self, painter: QPainter, clip: QRectF) -> None:
        self._text.paint(painter, clip)


class FileText(Reply):
    """The text of an attached file, at the trailing side as the question below it."""

    def __init__(self, text: PaperText, width: float, *, right_to_left: bool) -> None:
        super().__init__(text)
        self._shift = 0.0 if right_to_left else width - text.width

    def paint(self, painter: QPainter, clip: QRectF) -> None:
        painter.translate(self._shift, 0)
        super().paint(painter, clip.translated(-self._shift, 0))


class Thinking(Part):
    """A reply's reasoning behind a rule."""

    _INDENT = 16.0

    def __init__(self, text: PaperText, look: Look, width: float, *, right_to_left: bool) -> None:
        self._text, self._look, self._width = text, look, width
        self._rtl = right_to_left

    @classmethod
    def room(cls, width: float) -> float:
        """How wide its text is in a column."""
        return width - cls._INDENT

    def steps(self) -> Iterator[None]:
        yield from self._text.steps()
        self.height = self._text.height

    def cut(self, top: float, room: float, page: float) -> float:
        return self._text.cut(top, room, page)

    def paint(self, painter: QPainter, clip: QRectF) -> None:
        rule = QRectF(self._width - 2 if self._rtl else 0, 0, 2, self.height)
        painter.fillRect(rule & clip, self._look.color("border.default"))
        shift = 0.0 if self._rtl else self._INDENT
        painter.translate(shift, 0)
        self._text.paint(painter, clip.translated(-shift, 0))


class Question(Part):
    """A question in its block at the trailing side."""

    _SIDE, _ABOVE, _BELOW = 16.0, 10.0, 11.0
    _CORNER, _SMALL_CORNER = 16.0, 4.0
    _SHARE = 0.84

    def __init__(self, text: PaperText, look: Look, width: float, *, right_to_left: bool) -> None:
        self._text, self._look, self._width = text, look, width
        self._rtl = right_to_left
        self._box = QRectF()

    @classmethod
    def room(cls, look: Look, width: float) -> float:
        """How wide its text may be in a column."""
        return cls.width_of(look, width) - 2 * cls._SIDE

    @classmethod
    def width_of(cls, look: Look, width: float) -> float:
        """How wide it may be itself."""
        return min(look.theme.size("user.max"), width * cls._SHARE)

    def steps(self) -> Iterator[None]:
        yield from self._text.steps()
        yield from self._text.shrink()
        self.height = self._text.height + self._ABOVE + self._BELOW
        block = self._text.width + 2 * self._SIDE
        self._box = QRectF(0 if self._rtl else self._width - block, 0, block, self.height)

    def cut(self, top: float, room: float, page: float) -> float:
        if self.height - top <= room:
            return self.height
        inside = max(0.0, top - self._ABOVE)
        above = self._ABOVE if top < self._ABOVE else 0.0
        # Its last line stays with the block's lower edge.
        room = min(room - above, self._text.height - inside - 1)
        found = self._text.cut(inside, room, page)
        return top if found <= inside else found + self._ABOVE

    def paint(self, painter: QPainter, clip: QRectF) -> None:
        painter.fillPath(self._shape(), self._look.color("bg.user"))
        dx, dy = self._box.left() + self._SIDE, self._ABOVE
        painter.translate(dx, dy)
        self._text.paint(painter, clip.translated(-dx, -dy))

    def _shape(self) -> QPainterPath:
        path = QPainterPath()
        path.addRoundedRect(self._box, self._CORNER, self._CORNER)
        corner = QRectF(0, 0, self._CORNER, self._CORNER)
        if self._rtl:
            corner.moveBottomLeft(self._box.bottomLeft())
        else:
            corner.moveBottomRight(self._box.bottomRight())
        small = QPainterPath()
        small.addRoundedRect(corner, self._SMALL_CORNER, self._SMALL_CORNER)
        return path.united(small)


class Card(Part):
    """What stands under a reply that did not end well."""

    _LEFT, _RIGHT, _PAD = 43.0, 14.0, 12.0
    _ICON = 20

    def __init__(self, ending: Ending, look: Look, width: float, *, right_to_left: bool) -> None:
        self._tone, self._look, self._width = ending.tone, look, width
        self._rtl = right_to_left
        style = look.style("ui", "text.secondary")
        if ending.on_one_line:
            strong = Span(0, len(ending.title), Style.STRONG)
            line = f"{ending.title} {ending.text}".strip()
            self._leaves = [TextLeaf(line, (strong,), style, look)]
        else:
            self._leaves = [TextLeaf(ending.title, (), look.style("ui_strong"), look)]
            if ending.text:
                self._leaves.append(TextLeaf(ending.text, (), style, look))
        for leaf in self._leaves:
            leaf.lay_out(width - self._LEFT - self._RIGHT)
        self.height = sum(leaf.height for leaf in self._leaves) + 2 * self._PAD

    def paint(self, painter: QPainter, clip: QRectF) -> None:
        look, neutral = self._look, self._tone == "neutral"
        painter.setPen(look.color("border.default" if neutral else f"{self._tone}.border"))
        painter.setBrush(look.color("bg.sunken" if neutral else f"{self._tone}.bg"))
        radius = look.theme.radius("block")
        frame = QRectF(0.5, 0.5, self._width - 1, self.height - 1)
        painter.drawRoundedRect(frame, radius, radius)
        color = "text.secondary" if neutral else f"{self._tone}.text"
        pixmap = look.pixmap(_ICONS[self._tone], self._ICON, color)
        x = self._width - self._PAD - self._ICON if self._rtl else self._PAD
        painter.drawPixmap(QRectF(x, self._PAD, self._ICON, self._ICON), pixmap, pixmap.rect())
        y = self._PAD
        for leaf in self._leaves:
            left = self._width - self._LEFT - leaf.width if self._rtl else self._LEFT
            leaf.paint(painter, left, y, clip, None)
            y += leaf.height
