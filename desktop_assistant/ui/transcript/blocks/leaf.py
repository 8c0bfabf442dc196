"""What every selectable piece of text offers, whatever block it belongs to."""

import re
from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from desktop_assistant.rendering.blocks import Span
from desktop_assistant.rendering.finding import Pattern

if TYPE_CHECKING:
    from desktop_assistant.rendering.formulas.marks import Fault

Range: TypeAlias = tuple[int, int]
"""Start and end of a part of a leaf's text."""


ALONE: tuple[str, str] = ("", "")
"""What stands around a leaf that is no piece of a longer text."""


class FormulaHere(NamedTuple):
    """A formula that stands at a point."""

    source: str
    is_displayed: bool
    fault: "Fault | None"
    """Why its source is shown instead of it."""


_WORD = re.compile(r"\w+")


class Leaf(ABC):
    """A laid-out piece of text with a position for every character.

    Points are relative to the leaf's top left corner; offsets are Python string offsets.
    """

    text: str
    joint: str = "\n\n"
    """What stands between the leaf before and this one when both are copied."""
    prefix: str = ""
    """What stands before it in plain text, such as a list's marker."""
    width: float = 0.0
    height: float = 0.0
    lead: float = 0.0
    """How much lower its first line stands than usual, because something tall stands in it."""
    pattern: Pattern | None = None
    """What is looked for: every hit gets a ground of its own."""
    current_hit: int = -1
    """Where the hit begins at which the reader is, or its part that is here."""
    around: tuple[str, str] = ALONE
    """What stands before and after it in the text that it is a piece of, as far as it matters for
    what is found here."""

    @property
    def links(self) -> Sequence[Span]:
        """Its links and images."""
        return ()

    @abstractmethod
    def paint(
        self, painter: QPainter, x: float, y: float, clip: QRectF, selected: Range | None
    ) -> None:
        """Paints what touches ``clip``, at a place in the painter's coordinates."""

    @abstractmethod
    def offset_at(self, x: float, y: float) -> int:
        """The offset nearest to a point."""

    @abstractmethod
    def caret(self) -> QRectF:
        """Where the next character would stand; of negative width if the text goes on leftwards."""

    @abstractmethod
    def rect_of(self, offset: int) -> QRectF:
        """Where a character stands."""

    def row_at(self, y: float) -> tuple[float, float]:
        """What must stay together at a height, such as a line: from where to where."""
        return 0.0, self.height

    def span_at(self, x: float, y: float) -> Span | None:  # most have none
        """The link or image under a point."""
        return None

    def formula_at(self, x: float, y: float) -> FormulaHere | None:  # most have none
        """The formula under a point, drawn or not."""
        return None

    def words_of(self, span: Span) -> str:
        """All words of the link that a span belongs to, whatever looks they have.

        Words in bold or code are spans of their own, and who clicks one has read them all.
        """
        links = self.links
        first = last = next(n for n, other in enumerate(links) if other is span)
        while first and _goes_on(links[first - 1], links[first]):
            first -= 1
        while last + 1 < len(links) and _goes_on(links[last], links[last + 1]):
            last += 1
        return self.text[links[first].start : links[last].end]

    def word_at(self, offset: int) -> Range:
        """The word around an offset; a single sign if there is no word."""
        start = max(0, offset - 200)
        for match in _WORD.finditer(self.text, start, min(len(self.text), offset + 200)):
            if match.start() <= offset <= match.end():
                return match.span()
        return offset, min(len(self.text), offset + 1)

    def paragraph_at(self, offset: int) -> Range:  # code is taken by lines
        """What a triple click takes."""
        return 0, len(self.text)


def _goes_on(left: Span, right: Span) -> bool:
    return left.end == right.start and left.link is not None and left.link == right.link


@dataclass(slots=True)
class Placed:
    """A leaf and where it stands in the coordinates of its block, or of its frame."""

    leaf: Leaf
    x: float
    y: float
    framed: bool = False
    """Whether it stands in a frame, which paints, scrolls and clips it."""

    @property
    def bottom(self) -> float:
        """Where it ends."""
        return self.y + self.leaf.height
