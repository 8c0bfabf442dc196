"""A loaded image takes its place: whatever the reader sees stays where it is."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

from desktop_assistant.rendering.readable import images_in
from desktop_assistant.rendering.row_index import Anchor
from desktop_assistant.ui.transcript.row import MessageRow

if TYPE_CHECKING:
    from desktop_assistant.ui.transcript.area import TranscriptArea


def show_picture(area: "TranscriptArea", address: str, image: QImage) -> None:
    """Draws an image wherever a message refers to it.

    Who looks at the end of a conversation goes on looking at what he looked at; only who goes
    along with a reply that is being written goes on doing so.
    """
    area.pictures.put(address, image)
    if not any(row.content.is_live for row in area.rows.widgets()):
        area.follow.stay()
    area.pin_here()
    anchor = None if area.follow.is_on else area.rows.anchor(area.scroll_y)
    for content in area.rows.known():
        message_id = content.entry.node.id
        row = area.rows.widget(message_id)
        document = content.document
        if document is None:
            continue
        blocks = [n for n, block in enumerate(document.blocks) if address in images_in([block])]
        if not blocks:
            continue
        if row is None:
            content.forget_layout()  # it is laid out anew when it comes into sight
            continue
        is_at_top = anchor is not None and anchor.key == message_id
        moved = _relaid(row, blocks, area.scroll_y - area.rows.top(message_id))
        area.rows.measure(message_id)
        if anchor is not None and is_at_top and moved:
            area.pin(Anchor(anchor.key, anchor.offset + moved))
    area.refresh()
    for row in area.rows.widgets():
        row.update()


def _relaid(row: MessageRow, blocks: list[int], top: int) -> int:
    """Lays blocks out again; returns by how much what stands at a height of the row moves."""
    document = row.document
    assert document is not None
    y = top - row.text_area.top()
    at_top = document.block_at(y)
    before = document.top_of(at_top)
    for block in blocks:
        document.relayout(block)
    return round(document.top_of(at_top) - before)
