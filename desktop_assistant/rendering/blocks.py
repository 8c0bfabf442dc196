"""Blocks and spans: what a message's text means, as values a view can lay out.

A message is a tuple of blocks. Containers (quotes, lists) hold blocks again. A text block is plain
``text`` plus ``spans`` over it; offsets are Python string offsets into ``text``. Two equal blocks
look the same, so a view keeps what it laid out for a block that did not change.
"""

from dataclasses import dataclass
from enum import Flag, StrEnum, auto
from typing import NamedTuple, TypeAlias


class Style(Flag):
    """How a run of text looks; styles combine."""

    NONE = 0
    STRONG = auto()
    EMPHASIS = auto()
    STRIKE = auto()
    CODE = auto()
    MATH = auto()
    """TeX source drawn as a formula; ``text`` holds the source."""
    FOOTNOTE_REF = auto()


class Span(NamedTuple):
    """A run of equal looks; spans are in order, do not overlap, and may leave plain gaps.

    A tuple, because a long text has thousands of them, made and compared while it streams.
    """

    start: int
    end: int
    style: Style = Style.NONE
    link: str | None = None
    """A target that the links policy lets open (http, https, mailto), else ``None``."""
    image: str | None = None
    """The address of an image whose alt text this run is. Never loaded by itself."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    r"""Running text; may hold ``\n`` for hard breaks."""

    text: str
    spans: tuple[Span, ...] = ()
    goes_on: bool = False
    """Whether it goes on in the line that the paragraph before it ends with: one that is typed may
    be too long for one paragraph."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 6."""

    level: int
    text: str
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class CodeBlock:
    """Code exactly as it was received, without the fence and without a last line break."""

    code: str
    language: str = ""
    """The fence's first word, lower case; empty if none was named."""
    closed: bool = True
    """False while the closing fence has not come."""
    file: str = ""
    """The name of the file it is the text of, if it was attached to a question."""


@dataclass(frozen=True, slots=True)
class MathBlock:
    """A displayed formula: its TeX source."""

    source: str


@dataclass(frozen=True, slots=True)
class Quote:
    """A block quote."""

    blocks: tuple["Block", ...]


@dataclass(frozen=True, slots=True)
class ListItem:
    """One item; ``checked`` is ``None`` if it is no task."""

    blocks: tuple["Block", ...]
    checked: bool | None = None


@dataclass(frozen=True, slots=True)
class ListBlock:
    """A list; ``start`` is the first number, or ``None`` for bullets."""

    items: tuple[ListItem, ...]
    start: int | None = None
    tight: bool = True


class Align(StrEnum):
    """A column's alignment as the table names it; ``START`` follows the text's direction."""

    START = "start"
    CENTRE = "centre"
    END = "end"


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell's text."""

    text: str
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table: every row has as many cells as there are columns."""

    aligns: tuple[Align, ...]
    header: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """A thematic break."""


@dataclass(frozen=True, slots=True)
class Footnotes:
    """Notes at a message's end: label and blocks of each. Many are several blocks."""

    notes: tuple[tuple[str, tuple["Block", ...]], ...]
    goes_on: bool = False
    """Whether there are notes before them."""


Block: TypeAlias = (
    Paragraph | Heading | CodeBlock | MathBlock | Quote | ListBlock | Table | Rule | Footnotes
)


@dataclass(frozen=True, slots=True)
class BlockChange:
    """What a feed changed: keep the first ``keep`` blocks as they are, then these follow."""

    keep: int
    blocks: tuple[Block, ...]
