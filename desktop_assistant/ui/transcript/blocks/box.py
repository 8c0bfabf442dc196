"""A block laid out at a width: its height, its leaves, its decoration."""

from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from typing import NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from desktop_assistant.rendering.blocks import Block
from desktop_assistant.ui.transcript.blocks.hscroll import HorizontalScroll
from desktop_assistant.ui.transcript.blocks.leaf import Placed
from desktop_assistant.ui.transcript.look import Look


@dataclass(slots=True, eq=False)
class FilesShown:
    """How the files of a question are shown; it outlives what is laid out of them."""

    room: float = 0.0
    """The most that one may take sideways, in pixels."""
    outset: float = 0.0
    """How far they reach beyond the words at the side where they are lined up."""
    at_left: bool = False
    """Whether that is the left side."""
    above_words: float = 0.0
    """How far above the words the last one ends."""
    open: set[Block] = field(default_factory=set)
    """Those whose text is shown."""


@dataclass(frozen=True, slots=True)
class Setting:
    """In which surroundings a block stands."""

    look: Look
    text: str = "reading"
    """The type scale's name for its running text."""
    color: str = "text.primary"
    depth: int = 0
    """How many lists it stands in."""
    is_plain: bool = False
    """Whether blocks are pieces of one plain text, without distances between them."""
    on_paper: bool = False
    """Whether nothing can be scrolled, so that everything must fit the width."""
    is_nested: bool = False
    """Whether it stands in another block, which must know how high it is."""
    fold: bool = True
    """Whether long code starts folded: not where it grew before the reader's eyes."""
    files: FilesShown | None = field(default=None, compare=False)
    """How files are shown, where there may be any."""

    def gap(self, pixels: float) -> int:
        """A distance that goes with this text."""
        return self.look.length(pixels)


class Box(ABC):
    """One block. Coordinates of ``leaves`` are relative to its top left corner."""

    gap_above: float = 12
    gap_below: float = 12
    binds_below = False
    """Whether it belongs to the block below, as a heading does: only its own gap counts then."""

    def __init__(self, block: Block, setting: Setting) -> None:
        self.block = block
        self.setting = setting
        self.width = -1.0
        self.height = 0.0
        self.leaves: list[Placed] = []

    @property
    def frames(self) -> "list[PlacedFrame]":  # most have none
        """What scrolls or has buttons of its own; a widget shows each."""
        return []

    @abstractmethod
    def lay_out(self, width: float) -> None:
        """Measures and places everything; does nothing if the width is as before."""

    def paint(self, painter: QPainter, x: float, y: float, clip: QRectF) -> None:  # noqa: B027
        """Paints what is not text: rules, markers. Most have nothing."""

    def update(self, block: Block) -> bool:  # most are built anew
        """Takes over a grown block in place; ``False`` if it must be built anew."""
        return False

    def gap_to(self, below: "Box") -> float:
        """How far apart it and the one below stand: as far as the one that asks for more."""
        return self.gap_below if self.binds_below else max(self.gap_below, below.gap_above)

    def ensure(self, top: float, bottom: float) -> bool:
        """Measures what stands between two of its heights, if it was only guessed.

        Returns:
            Whether its height changed.
        """
        return False

    def invalidate(self) -> None:
        """Has the next ``lay_out`` measure everything again."""
        self.width = -1.0

    def guess(self, width: float) -> float:  # most are small
        """The height it may have before it is laid out."""
        return 60.0

    @property
    def look(self) -> Look:
        """What it is drawn with."""
        return self.setting.look


class FrameBox(Box):
    """A box shown by a widget of its own: it scrolls sideways and has buttons.

    Its ``leaves`` stand in the frame's own coordinates, before scrolling.
    """

    is_folded = False
    revision = 0
    """Grows with every change of what is seen."""
    is_framed = False
    """Whether it needs its widget, which is known once it is laid out."""

    def __init__(self, block: Block, setting: Setting) -> None:
        super().__init__(block, setting)
        self.scroll = HorizontalScroll()

    @property
    def frames(self) -> "list[PlacedFrame]":
        # Made for whoever asks: a box that kept it would refer to itself, and would be kept until
        # somebody looks for garbage.
        return [PlacedFrame(0, 0, 0, self)] if self.is_framed else []

    @property
    def scroll_area(self) -> QRectF:
        """Where the bar for scrolling sideways runs, in the frame."""
        return QRectF(0, 0, self.width, self.height)

    def paint_lines(self, painter: QPainter, clip: QRectF) -> None:  # most have none
        """Paints what does not scroll with the leaves, such as hairlines."""

    @abstractmethod
    def show_part(self, number: int, start: int, end: int) -> bool:
        """Scrolls sideways, as little as needed, to show a part of a leaf.

        Args:
            number: which of its leaves.
            start: offset where the part begins.
            end: offset where it ends.

        Returns:
            Whether it moved.
        """

    @abstractmethod
    def row_at(self, y: float) -> tuple[float, float]:
        """What must stay together at a height of the frame: from where to where."""

    def line_at(self, y: float) -> tuple[float, float]:  # most have no smaller parts
        """What must stay together even where no page holds what ``row_at`` tells."""
        return self.row_at(y)

    @abstractmethod
    def paint_on_paper(self, painter: QPainter, clip: QRectF) -> None:
        """Paints all that its widget shows, but the buttons; the origin is its top left."""

    @property
    @abstractmethod
    def accessible_name(self) -> str:
        """How assistive technology calls it."""


class PlacedFrame(NamedTuple):
    """A frame, and where it stands in a block."""

    x: float
    y: float
    first: int
    """The number of its first leaf among the block's leaves; the others follow."""
    box: FrameBox
