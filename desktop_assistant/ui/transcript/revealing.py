"""Scrolling to a part of a message, so that it stands well in sight."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from desktop_assistant.ui.transcript.row import MessageRow

if TYPE_CHECKING:
    from desktop_assistant.ui.transcript.area import TranscriptArea

ABOVE = 72
"""How far below the upper edge of the view it stands at least: a bar may lie there."""
_BELOW = 48
_ROUNDS = 6
"""Blocks that come into sight may turn out higher than guessed, and move what is shown."""


def reveal(area: "TranscriptArea", row: MessageRow, rect_of: Callable[[], QRectF]) -> None:
    """Shows a part of a row that is in sight; does not scroll if it is well in sight already.

    Args:
        area: the transcript, which stays there.
        row: the message.
        rect_of: tells where the part stands in the row just now.
    """
    height = area.viewport().height()
    for _ in range(_ROUNDS):
        rect = rect_of()
        y = area.rows.top(row.content.entry.node.id) + round(rect.top())
        before = area.scroll_y
        if before + ABOVE <= y and y + rect.height() <= before + height - _BELOW:
            return
        area.scroll_to(y - height // 3)
        area.follow.stay()
        if area.scroll_y == before:
            return
