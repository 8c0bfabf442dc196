"""Where a growing text may be cut so that each piece can be parsed alone.

A cut is *safe* where the Markdown grammar can carry nothing over it but link and footnote
definitions: before a line that starts in the first column after a blank line, and around a fence
at the top level. What stands before a safe cut can never change again, so a streamed text needs to
be parsed only from its last cut, and gives the same blocks as if it were parsed whole.

Texts without such places (an endless list, a line of megabytes) are cut by size, at a spot where it
shows least. All cuts depend on the text alone, never on the portions in which it came.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Final

from desktop_assistant.rendering.fences import Fence, fence_of

LINE_LOAD: Final = 48
"""What a line costs to parse besides its characters, in characters."""
LONG_LIST: Final = 8_192
"""The load (characters and lines) after which a list goes on as a second one, at its next item."""
LONG_NOTES: Final = 4_096
"""The load after which footnotes are cut, at the next of them."""
LONGEST_SEGMENT: Final = 65_536
"""The load after which any other text is cut, at a line."""
LONGEST_LINE: Final = 16_384
"""The characters after which a line is cut, at a space or else just there: one that is full of
marks may take a millisecond for every thousand of them."""
MOST_LINES: Final = 20_000
"""Lines of text that are read as Markdown; what follows is shown as plain text. Blank lines and
code do not count; a line that opens several lists or quotes counts once more for each."""

_ITEM: Final = re.compile(r" {0,3}(?:[-+*]|[0-9]{1,9}[.)])(?:[ \t]|$)")
_MARKERS: Final = re.compile(r"(?:(?:[-+*]|[0-9]{1,9}[.)])[ \t]+|>[ \t]*)*")
_NOTE: Final = re.compile(r" {0,3}\[\^[^\]\s]+\]:")
_MAY_START_ITEM: Final = frozenset("-+*0123456789")


class Kind(Enum):
    """How a segment is read."""

    TEXT = auto()
    CODE = auto()
    """One fence at the top level."""
    PLAIN = auto()
    """Text beyond the limits, taken literally."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of text that can be parsed alone."""

    kind: Kind
    text: str
    table_head: str = ""
    """The header lines of a table that began in an earlier segment and goes on in this one."""


@dataclass(slots=True)
class _Open:
    """What came after the last cut, and what is known about it."""

    kind: Kind
    table_head: str = ""
    lines: list[str] = field(default_factory=list)
    load: int = 0
    """What it costs to parse, in characters."""
    blank: bool = False
    """The last line is blank, and no code."""
    has_list: bool = False
    has_note: bool = False
    murky: bool = False
    """A fence has been seen that may stand inside a list: only parsing tells."""
    fence: Fence | None = None
    """The top-level fence that is open now."""

    @property
    def text(self) -> str:
        return "".join(self.lines)

    def append(self, line: str, weight: int = 0) -> None:
        self.lines.append(line)
        self.load += len(line) + LINE_LOAD * weight


class Segmenter:
    r"""Cuts a text that arrives in portions; its line breaks are ``\n`` only.

    Args:
        open_fence: Parses a text and returns the top-level fence that is open at its end, if any.
            It is asked only where lists and indented fences leave no cheaper way to know.
        open_table: Parses a text and returns the header lines of the table that is open at its
            end, or an empty string.
    """

    def __init__(
        self, open_fence: Callable[[str], Fence | None], open_table: Callable[[str], str]
    ) -> None:
        self._open_fence = open_fence
        self._open_table = open_table
        self._closed: list[Segment] = []
        self._text_lines = 0
        self._partial = ""
        self._begun = False
        """Cutting before the partial line has been considered."""
        self._open = _Open(Kind.TEXT)

    @property
    def kind(self) -> Kind:
        """How what was fed after the last cut is read."""
        return self._open.kind

    @property
    def lines(self) -> list[str]:
        """The whole lines after the last cut, each with its line break. Not to be changed."""
        return self._open.lines

    @property
    def partial(self) -> str:
        """The start of a line whose end has not come."""
        return self._partial

    @property
    def load(self) -> int:
        """What it costs to parse all after the last cut, in characters."""
        return self._open.load + len(self._partial)

    @property
    def table_head(self) -> str:
        """See :attr:`Segment.table_head`, for what was fed after the last cut."""
        return self._open.table_head

    def feed(self, text: str) -> list[Segment]:
        """Take more text and return the segments that it closed."""
        lines = (self._partial + text).split("\n")
        self._partial = lines.pop()
        for line in lines:
            self._take_line(line)
        if self._partial:
            self._begin_line(self._partial[0])
            self._partial = self._cut_overlong(self._partial)
        return self._take_closed()

    def finish(self) -> list[Segment]:
        """Close what is left and return it."""
        if self._partial:
            self._take_line(self._partial)
            self._partial = ""
        self._close()
        return self._take_closed()

    def _take_line(self, line: str) -> None:
        if not line and self._open.blank and self._open.load < LONGEST_SEGMENT:
            self._open.append("\n")
            return
        self._begin_line(line[:1])
        self._begun = False
        line = self._cut_overlong(line)
        fence = self._open.fence
        if fence is None:
            self._take_text_line(line)
            return
        self._open.append(line + "\n")
        if fence.closes(line):
            self._close()

    def _take_text_line(self, line: str) -> None:
        is_item = _ITEM.match(line) is not None
        is_note = _NOTE.match(line) is not None
        if is_item:
            self._cut_long(line, LONG_LIST)
        elif is_note and self._open.has_note:
            self._cut_long(line, LONG_NOTES)
        elif self._may_cut_before(line[:1]):
            self._cut_if_safe()
        if self._open.fence is None and (fence := fence_of(line)) is not None:
            self._meet_fence(fence)
        weight = 0
        if self._open.fence is None:
            self._open.has_list |= is_item
            self._open.has_note |= is_note
            self._open.blank = not line.strip(" \t")
            weight = _weight(line)
            self._text_lines += weight
        self._open.append(line + "\n", weight)

    def _meet_fence(self, fence: Fence) -> None:
        """Start a segment of code, or remember that a list may hold the fence."""
        nested = fence.indent > 0 and (self._open.has_list or self._open.has_note)
        if nested or self._open.murky:
            self._open.murky = True
        else:
            self._close()
            self._open.kind = Kind.CODE
            self._open.fence = fence

    def _begin_line(self, first: str) -> None:
        """Cut before the line that starts with ``first``, if that is overdue or surely safe."""
        if self._begun or self._open.fence is not None:
            return
        self._begun = True
        if self._open.load >= LONGEST_SEGMENT:
            self._cut_overdue()
        if not (self._open.has_list and first in _MAY_START_ITEM) and self._may_cut_before(first):
            self._cut_if_safe()

    def _may_cut_before(self, first: str) -> bool:
        return self._open.blank and first not in " \t"

    def _cut_if_safe(self) -> None:
        """Cut before a line in the first column after a blank line, unless it is fenced code."""
        self._open.fence = self._fence_around()
        if self._open.fence is None:
            self._close()

    def _cut_long(self, line: str, most: int) -> None:
        if self._open.load >= most and line[0] != " " and self._fence_around() is None:
            self._close()

    def _fence_around(self) -> Fence | None:
        """Return the top-level fence that is open here."""
        return self._open_fence(self._open.text) if self._open.murky else None

    def _cut_overdue(self) -> None:
        before = self._open
        self._close()
        if not before.murky:
            self._open.table_head = self._open_table(before.table_head + before.text)

    def _cut_overlong(self, line: str) -> str:
        """Cut within a line that is too long for any segment; return what is left of it."""
        while self._open.fence is None and len(line) > LONGEST_LINE:
            end = line.rfind(" ", LONGEST_LINE // 2, LONGEST_LINE) + 1 or LONGEST_LINE
            self._open.append(line[:end])
            self._text_lines += 1
            self._close()
            line = line[end:]
        return line

    def _close(self) -> None:
        if self._open.lines:
            segment = Segment(self._open.kind, self._open.text, self._open.table_head)
            self._closed.append(segment)
        self._open = _Open(Kind.TEXT if self._text_lines < MOST_LINES else Kind.PLAIN)

    def _take_closed(self) -> list[Segment]:
        closed, self._closed = self._closed, []
        return closed


def _weight(line: str) -> int:
    """Return as how many lines a line counts."""
    start = line.lstrip(" \t")
    markers = _MARKERS.match(start)
    return 1 + (markers.end() // 2 if markers else 0) if start else 0
