"""A TeX source as an outline, or why it is none.

The typesetter is imported at the first formula. Its work is bounded, because a model may send
anything: long sources are not tried, it refuses deep nesting and endless macros itself, and what
comes out too large is dropped. docs/decisions/0013-maths.md has the figures.
"""

import re
from functools import cache
from typing import Final, TypeAlias

from desktop_assistant.rendering.controls import show_controls
from desktop_assistant.rendering.formulas.marks import Fault, FaultKind, Outline
from desktop_assistant.rendering.formulas.source import (
    STAND_INS,
    TooManyCharactersError,
    renamed,
    with_stand_ins,
)
from desktop_assistant.rendering.formulas.svg_reader import TooLargeError, read_svg, shapes_in

LONGEST: Final = 4_000
"""Characters of a source that is tried."""
REMEMBERED: Final = 20_000
"""Marks of outlines that are remembered at least; at most about twice as many."""

Typeset: TypeAlias = Outline | Fault

_PLACE: Final = re.compile(r"column (\d+): ")
_UNKNOWN: Final = re.compile(r"unsupported (?:text )?(?:command|environment|unit): (.+)")
_LACKING: Final = re.compile(r"has no '(.)' character", re.DOTALL)
_LARGE: Final = re.compile("nesting deeper|too many macros")
_RULES: Final = re.compile(r"\\begin\s*\{(?:array|tabular)\}(?:\[[a-z]\])?\s*\{[^{}]*[|:]")


class _Memory:
    """What was typeset last, by source; the older half is dropped when it has grown enough."""

    def __init__(self) -> None:
        self._recent: dict[tuple[str, bool], Typeset] = {}
        self._older: dict[tuple[str, bool], Typeset] = {}
        self._size = 0

    def get(self, key: tuple[str, bool]) -> Typeset | None:
        found = self._recent.get(key)
        if found is None and (found := self._older.get(key)) is not None:
            self.put(key, found)
        return found

    def put(self, key: tuple[str, bool], found: Typeset) -> None:
        size = len(found.marks) + 1 if isinstance(found, Outline) else 1
        self._size += size
        if self._size > REMEMBERED:
            self._recent, self._older = {}, self._recent
            self._size = size
        self._recent[key] = found


_memory: Final = _Memory()


def typeset(source: str, *, displayed: bool) -> Typeset:
    """Return the outline of a formula, or its fault.

    Args:
        source: TeX without its delimiters.
        displayed: whether it stands by itself, so that sums and fractions are set large.
    """
    key = (source, displayed)
    found = _memory.get(key)
    if found is None:
        found = _typeset(source, displayed=displayed)
        _memory.put(key, found)
    return found


def _typeset(source: str, *, displayed: bool) -> Typeset:
    if len(source) > LONGEST:
        return Fault(FaultKind.TOO_LARGE)
    import mathra

    # What would not be seen in the source must not be unseen in the formula either.
    source = show_controls(source)
    known = renamed(source)
    try:
        drawable, letters = with_stand_ins(known)
        svg = mathra.tex_to_svg(drawable, display=displayed, strict=True)
        shapes = _stand_in_shapes() if letters else {}
        by_shape = {shapes[stand_in]: letter for stand_in, letter in letters.items()}
        has_rules = _RULES.search(source) is not None
        outline = read_svg(svg, by_shape, has_rules=has_rules)
    except (TooManyCharactersError, TooLargeError):
        return Fault(FaultKind.TOO_LARGE)
    except (KeyError, ValueError) as error:
        return _fault(str(error), is_source=known == source)
    return outline if outline.marks and outline.width > 0 else Fault(FaultKind.EMPTY)


@cache
def _stand_in_shapes() -> dict[str, str]:
    """The outlines of the signs that stand for letters the font lacks."""
    import mathra

    svg = mathra.tex_to_svg(rf"\text{{{STAND_INS}}}", strict=True)
    return dict(zip(STAND_INS, shapes_in(svg), strict=True))


def _fault(message: str, *, is_source: bool) -> Fault:
    """Return what a message of the typesetter says."""
    if _LARGE.search(message):
        return Fault(FaultKind.TOO_LARGE)
    unknown, lacking = _UNKNOWN.search(message), _LACKING.search(message)
    if unknown is not None:
        return Fault(FaultKind.COMMAND, unknown[1])
    if lacking is not None:
        return Fault(FaultKind.CHARACTER, lacking[1])
    place = _PLACE.search(message)
    return Fault(FaultKind.MISTAKE, place=int(place[1]) if place and is_source else 0)
