"""What a reader folds or unfolds stays where it was pressed, even if the end was followed."""

from typing import TYPE_CHECKING

from desktop_assistant.domain.ids import MessageId

if TYPE_CHECKING:
    from desktop_assistant.ui.transcript.area import TranscriptArea


def row_folded(area: "TranscriptArea", message_id: MessageId) -> None:
    """Measures a row in which something was folded or unfolded, and keeps its top in its place.

    Where that leaves the end in sight, or even room below it, the view is at the end and follows.
    """
    area.follow.stay()
    area.remeasure(message_id)
    if area.scroll_y >= area.most_y:
        area.go_to_end()
