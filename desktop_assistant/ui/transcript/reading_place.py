"""Where the reader is: the line at the view's top edge, by its text and not only by its height.

Pixels alone name a place only as long as nothing above it in the same message changes: at another
width, or with larger text, the same pixels of a long reply are another paragraph.
"""

import re
from dataclasses import dataclass

from desktop_assistant.domain.ids import MessageId
from desktop_assistant.rendering.row_index import Anchor
from desktop_assistant.ui.transcript.rows import Rows
from desktop_assistant.ui.transcript.spots import Spot

_WRITTEN = re.compile(
    r"(?P<key>[^:]+):(?P<offset>-?\d{1,9})"
    r"(?::(?P<block>\d{1,9})\.(?P<leaf>\d{1,9})\.(?P<char>\d{1,9})(?P<below>[+-]\d{1,9}))?"
)


@dataclass(frozen=True, slots=True)
class ReadingPlace:
    """A row and how many of its pixels are above the edge; where there is text, its line too."""

    at: Anchor[MessageId]
    spot: Spot | None = None
    """The beginning of the line at the edge."""
    below: int = 0
    """How many pixels the edge is below the top of that line."""

    @classmethod
    def here(cls, rows: Rows, y: int) -> "ReadingPlace | None":
        """What stands at a height of all rows; ``None`` if there are no rows."""
        at = rows.anchor(y)
        row = None if at is None else rows.widget(at.key)
        if at is None or row is None or row.document is None or row.document.is_empty:
            return None if at is None else cls(at)
        document, inside = row.document, at.offset - row.text_area.top()
        if not 0 <= inside <= document.height:
            return cls(at)
        spot = document.spot_at(0.0, inside)
        return cls(at, spot, round(inside - document.line_top(spot)))

    @classmethod
    def kept(cls, before: "ReadingPlace | None", rows: Rows, y: int) -> "ReadingPlace | None":
        """The place to keep while heights change: the one that is kept already, if there is one.

        Where the view was told to go by pixels, and has come there, the line counts from now on.
        """
        if before is not None and before.at.key in rows:
            is_there = rows.top(before.at.key) + before.at.offset == y
            if before.spot is not None or not is_there:
                return before
        return cls.here(rows, y)

    @classmethod
    def read(cls, written: str) -> "ReadingPlace | None":
        """What ``str`` of a place wrote; ``None`` if it is something else."""
        found = _WRITTEN.fullmatch(written)
        if found is None:
            return None
        at = Anchor(MessageId(found["key"]), int(found["offset"]))
        if found["block"] is None:
            return cls(at)
        spot = Spot(int(found["block"]), int(found["leaf"]), int(found["char"]))
        return cls(at, spot, int(found["below"]))

    def __str__(self) -> str:
        text = f"{self.at.key}:{self.at.offset}"
        if self.spot is None:
            return text
        return f"{text}:{self.spot.block}.{self.spot.leaf}.{self.spot.offset}{self.below:+d}"

    def position(self, rows: Rows) -> int | None:
        """At which height of all rows the place is now; ``None`` if its message has gone."""
        if self.spot is None or self.at.key not in rows:
            return rows.position(self.at)
        row = rows.widget(self.at.key)
        if row is None:
            row = rows.bring(self.at.key)
            rows.measure(self.at.key)
        document = row.document
        if document is None or not document.has(self.spot):
            return rows.position(self.at)
        before = document.height
        inside = document.line_top(self.spot) + self.below
        if document.height != before:
            rows.mark_stale(self.at.key)
        return rows.position(Anchor(self.at.key, row.text_area.top() + round(inside)))
