"""From a reference to its footnote, and from a footnote back to where it is referred to."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF

from desktop_assistant.rendering.blocks import Footnotes, Style
from desktop_assistant.rendering.direction import reads_from_right
from desktop_assistant.rendering.readable import note_at, note_reference, note_start
from desktop_assistant.ui.transcript.document import Document
from desktop_assistant.ui.transcript.revealing import reveal
from desktop_assistant.ui.transcript.row import MessageRow

if TYPE_CHECKING:
    from desktop_assistant.ui.transcript.area import TranscriptArea


def leads_to_note(row: MessageRow, at: QPoint) -> bool:
    """Whether a click on a point of a row goes to a footnote, or back from one."""
    span = row.span_at(at)
    if span is not None:
        return Style.FOOTNOTE_REF in span[0].style
    return row.document is not None and _is_on_label(row.document, at - row.text_area.topLeft())


def follow_note(area: "TranscriptArea", row: MessageRow, at: QPoint) -> None:
    """Goes where a click on a point of a row leads, if it is on a reference or a note's label."""
    document = row.document
    if document is None or not leads_to_note(row, at):
        return
    span = row.span_at(at)
    if span is not None:
        offset = note_start(document.blocks, span[1])
    else:
        local = at - row.text_area.topLeft()
        label = note_at(document.blocks, document.offset_of(document.spot_at(local.x(), local.y())))
        offset = None if label is None else note_reference(document.blocks, label)
    spot = None if offset is None else document.spot_of(offset)
    if spot is not None:
        origin = QPointF(row.text_area.topLeft())
        reveal(area, row, lambda: document.rect_of(spot).translated(origin))


def _is_on_label(document: Document, at: QPoint) -> bool:
    blocks = document.blocks
    if not blocks or not isinstance(blocks[document.block_at(at.y())], Footnotes):
        return False
    spot = document.spot_at(at.x(), at.y())
    leaf = document.leaf_at(spot)
    if leaf is None or not 0 <= at.y() < document.height:
        return False
    edge = document.rect_of(spot._replace(offset=0)).left()
    return at.x() > edge if reads_from_right(leaf.text) else at.x() < edge
