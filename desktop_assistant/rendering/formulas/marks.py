"""What a drawn formula is made of.

All lengths are in thousandths of the formula's font size. ``x`` goes right from its left edge and
``y`` goes up from its baseline.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final, TypeAlias

EM: Final = 1000.0
"""Units in the font size."""
WORDS_SIZE: Final = 855.0
"""The font size of words beside a formula's own signs; an ideograph is as wide."""

GROUND_ALPHA: Final = 0.35
"""How much of its colour a ground keeps, so that any text on it can be read."""
_GROUND_FROM: Final = 300.0


@dataclass(frozen=True, slots=True)
class Glyph:
    """One sign of the formula's font."""

    shape: str
    """Its outline as SVG path data: ``M``, ``L``, ``C`` and ``Z`` with absolute numbers."""
    x: float
    y: float
    scale: float = 1.0
    color: str | None = None
    """What the source asks for, as ``#rrggbb``; ``None`` is the text's own."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A filled rectangle by its lower left corner: a fraction's line, a frame, a ground."""

    x: float
    y: float
    width: float
    height: float
    color: str | None = None

    @property
    def is_ground(self) -> bool:
        """Whether it lies under a part of the formula instead of being a line."""
        return self.color is not None and self.height >= _GROUND_FROM


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight line with round ends."""

    x1: float
    y1: float
    x2: float
    y2: float
    thickness: float
    color: str | None = None


@dataclass(frozen=True, slots=True)
class Ring:
    """The outline of an ellipse."""

    x: float
    """Of its middle."""
    y: float
    x_radius: float
    y_radius: float
    thickness: float
    color: str | None = None


@dataclass(frozen=True, slots=True)
class Words:
    """Text in a script that the formula's font lacks; it has ``width`` to stand in."""

    text: str
    x: float
    y: float
    width: float
    scale: float = 1.0
    color: str | None = None


Mark: TypeAlias = Glyph | Bar | Stroke | Ring | Words


@dataclass(frozen=True, slots=True)
class Outline:
    """A formula that can be drawn: first mark first."""

    marks: tuple[Mark, ...]
    width: float
    ascent: float
    """How far it reaches above its baseline."""
    descent: float
    """How far it reaches below."""


class FaultKind(StrEnum):
    """Why a formula cannot be drawn."""

    COMMAND = "command"
    """Something it names is not known; ``detail`` is the name."""
    CHARACTER = "character"
    """No font of formulas has a character; ``detail`` is the character."""
    TOO_LARGE = "too large"
    EMPTY = "empty"
    MISTAKE = "mistake"
    """The source is not TeX; ``place`` says where."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a source is no formula."""

    kind: FaultKind
    detail: str = ""
    place: int = 0
    """The number of the faulty character, counted from 1; 0 if unknown."""
