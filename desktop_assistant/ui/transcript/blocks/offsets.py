"""Where a Python string offset stands in Qt's text, and back.

Qt counts UTF-16 units, so every character beyond the basic plane counts twice there; padding is put
around inline code that is not part of the text; and what is drawn, such as a formula, is one
character there, whatever stands for it in the text.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence

from desktop_assistant.rendering.controls import show_controls

PAD = "\u00a0"
"""Keeps inline code and its padding on one line."""
OBJECT = "&"
"""Stands for what is drawn: a line breaks around it as around a word, and it has no direction."""

_WIDE = re.compile("[\U00010000-\U0010ffff]")
_LINE_BREAK = "\u2028"
_CLOSING, _OPENING, _DRAWN, _PAIR = range(4)
"""What is special about a place, in the order in which it takes effect."""


class OffsetMap:
    """Maps offsets of a text to those of its layout."""

    def __init__(
        self,
        text: str,
        padded: Sequence[tuple[int, int]] = (),
        drawn: Sequence[tuple[int, int]] = (),
    ) -> None:
        """Builds the layout's text.

        Args:
            text: what is laid out; signs that nobody would see are shown as marks.
            padded: start and end of the runs that get padding, in order.
            drawn: start and end of the runs that become one character, in order.
        """
        text = show_controls(text).replace("\n", _LINE_BREAK)
        self._ours: list[int] = [0]
        self._qts: list[int] = [0]
        self.pads: list[tuple[int, int]] = []
        """The padding characters before and after each padded run, in Qt's offsets."""
        wide = [] if text.isascii() else [match.start() for match in _WIDE.finditer(text)]
        self._drawn = drawn
        if not wide and not padded and not drawn:
            self.text = text
            return
        self.text = self._build(text, wide, padded, drawn)

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
        return at - 1 if any(start == at - 1 for start, _ in self.pads) else at

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

    def _build(
        self,
        text: str,
        wide: list[int],
        padded: Sequence[tuple[int, int]],
        drawn: Sequence[tuple[int, int]],
    ) -> str:
        parts: list[str] = []
        done = 0
        shift = 0
        ends = dict(drawn)
        marks = sorted(
            [(start, _OPENING) for start, _ in padded]
            + [(end, _CLOSING) for _, end in padded]
            + [(start, _DRAWN) for start in ends]
            + [(i, _PAIR) for i in wide]
        )
        opened = 0
        for place, kind in marks:
            if place < done:
                continue
            parts.append(text[done:place])
            done = place
            if kind == _PAIR:
                shift += 1
                self._add(place + 1, shift)
            elif kind == _DRAWN:
                parts.append(OBJECT)
                done = ends[place]
                shift += 1 - (done - place)
                self._add(done, shift)
            else:
                parts.append(PAD)
                qt = place + shift
                if kind == _OPENING:
                    opened = qt
                else:
                    self.pads.append((opened, qt))
                shift += 1
                self._add(place, shift)
        parts.append(text[done:])
        return "".join(parts)

    def _add(self, ours: int, shift: int) -> None:
        if self._ours[-1] == ours:
            self._qts[-1] = ours + shift
        else:
            self._ours.append(ours)
            self._qts.append(ours + shift)


def _start_of(run: tuple[int, int]) -> int:
    return run[0]
