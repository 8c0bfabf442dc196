"""Where a Python string offset stands in Qt's text, and back.

Qt counts UTF-16 units, so every character beyond the basic plane counts twice there; padding is put
around inline code that is not part of the text; and what is drawn, such as a formula, is one
character there, whatever stands for it in the text. In a text that holds letters of a script from
right to left, code and links are isolated, or their slashes and quotes would wander.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import TypeAlias

from desktop_assistant.rendering.controls import show_controls
from desktop_assistant.rendering.direction import has_right_to_left

PAD = "\u00a0"
"""Keeps inline code and its padding on one line."""
OBJECT = "&"
"""Stands for what is drawn: a line breaks around it as around a word, and it has no direction."""

_WIDE = re.compile("[\U00010000-\U0010ffff]")
_LINE_BREAK = "\u2028"
# What a run of its own direction stands between, so that signs at its ends stay there.
_FROM_LEFT, _BY_FIRST, _END = "\u2066", "\u2068", "\u2069"
_CLOSING, _OPENING, _DRAWN, _PAIR = range(4)
"""What is special about a place, in the order in which it takes effect."""
_Mark: TypeAlias = tuple[int, int, int, str]
"""Place, what is special, order among those alike, and what is put in."""


class OffsetMap:
    """Maps offsets of a text to those of its layout."""

    def __init__(
        self,
        text: str,
        padded: Sequence[tuple[int, int]] = (),
        drawn: Sequence[tuple[int, int]] = (),
        isolated: Sequence[tuple[int, int]] = (),
    ) -> None:
        """Builds the layout's text.

        Args:
            text: what is laid out; signs that nobody would see are shown as marks.
            padded: start and end of the runs that get padding, in order: code, which reads from
                the left.
            drawn: start and end of the runs that become one character, in order.
            isolated: start and end of runs that keep their order among themselves and read as
                their first letter does, such as links. A padded run lies inside one of them,
                outside, or is the same.
        """
        text = show_controls(text).replace("\n", _LINE_BREAK)
        self._ours: list[int] = [0]
        self._qts: list[int] = [0]
        self.pads: list[tuple[int, int]] = []
        """The padding characters before and after each padded run, in Qt's offsets."""
        wide = [] if text.isascii() else [match.start() for match in _WIDE.finditer(text)]
        self._drawn = drawn
        turns = has_right_to_left(text)
        self._opener = 2 if turns else 1
        """How long the padding before a run is, with what isolates it."""
        marks = _isolating(padded, isolated) if turns else _insertions(padded, (PAD, PAD), 1)
        marks += [(start, _DRAWN, 0, OBJECT) for start, _ in drawn]
        marks += [(place, _PAIR, 0, "") for place in wide]
        self.text = self._build(text, sorted(marks), dict(drawn)) if marks else text

    @property
    def is_identity(self) -> bool:
        """Whether both count alike."""
        return len(self._ours) == 1

    def to_layout(self, offset: int) -> int:
        """Where our offset stands in the layout."""
        if len(self._ours) == 1:
            return offset
        place = bisect_right(self._ours, offset) - 1
        qt = self._qts[place] + offset - self._ours[place]
        # Within what is drawn there is nothing: it ends right after its one character.
        return min(qt, self._qts[place + 1]) if place + 1 < len(self._qts) else qt

    def start_in_layout(self, offset: int) -> int:
        """Where something that begins at an offset starts, with padding that stands before it.

        What begins within something drawn starts before it.
        """
        number = bisect_right(self._drawn, offset, key=_start_of) - 1
        if number >= 0 and offset < self._drawn[number][1]:
            offset = self._drawn[number][0]
        at = self.to_layout(offset)
        start = at - self._opener
        return start if any(padding == start for padding, _ in self.pads) else at

    def range_in_layout(self, start: int, end: int) -> tuple[int, int]:
        """Where a part of the text stands in the layout, with padding and what is drawn in it."""
        return self.start_in_layout(start), self.to_layout(end)

    def from_layout(self, offset: int) -> int:
        """Which of our offsets stands at, or just before, a place in the layout."""
        if len(self._qts) == 1:
            return offset
        place = max(0, bisect_right(self._qts, offset) - 1)
        ours = self._ours[place] + max(0, offset - self._qts[place])
        return min(ours, self._ours[place + 1]) if place + 1 < len(self._ours) else ours

    def _build(self, text: str, marks: list[_Mark], ends: dict[int, int]) -> str:
        parts: list[str] = []
        done = shift = opened = 0
        for place, kind, _, inserted in marks:
            if place < done:
                continue
            parts += (text[done:place], inserted)
            done = place
            if kind == _PAIR:
                shift += 1
                self._add(place + 1, shift)
            elif kind == _DRAWN:
                done = ends[place]
                shift += 1 - (done - place)
                self._add(done, shift)
            else:
                if kind == _OPENING and inserted.startswith(PAD):
                    opened = place + shift
                shift += len(inserted)
                if kind == _CLOSING and inserted.endswith(PAD):
                    self.pads.append((opened, place + shift - 1))
                self._add(place, shift)
        parts.append(text[done:])
        return "".join(parts)

    def _add(self, ours: int, shift: int) -> None:
        if self._ours[-1] == ours:
            self._qts[-1] = ours + shift
        else:
            self._ours.append(ours)
            self._qts.append(ours + shift)


def _isolating(
    padded: Sequence[tuple[int, int]], isolated: Sequence[tuple[int, int]]
) -> list[_Mark]:
    both = set(padded) & set(isolated)
    marks = _insertions([r for r in isolated if r not in both], (_BY_FIRST, _END), 0)
    marks += _insertions([r for r in padded if r in both], (PAD + _BY_FIRST, _END + PAD), 1)
    code = [r for r in padded if r not in both]
    return marks + _insertions(code, (PAD + _FROM_LEFT, _END + PAD), 1)


def _insertions(
    runs: Sequence[tuple[int, int]], around: tuple[str, str], depth: int
) -> list[_Mark]:
    """What is put around runs, in an order in which deeper ones stay inside others."""
    found: list[_Mark] = []
    for start, end in runs:
        found += ((start, _OPENING, depth, around[0]), (end, _CLOSING, -depth, around[1]))
    return found


def _start_of(run: tuple[int, int]) -> int:
    return run[0]
