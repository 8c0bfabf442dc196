"""From a reference to its footnote, and from a footnote back to where it is referred to."""

from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPoint, QPointF

from desktop_assistant.domain.ids import MessageId
from desktop_assistant.rendering.blocks import Footnotes, Style
from desktop_assistant.rendering.controls import show_controls
from desktop_assistant.rendering.direction import reads_from_right
from desktop_assistant.rendering.readable import note_at, note_reference, note_start
from desktop_assistant.ui.controls.announce import announce
from desktop_assistant.ui.transcript.blocks.containers import FootnotesBox
from desktop_assistant.ui.transcript.blocks.leaf_search import touching
from desktop_assistant.ui.transcript.document import Document
from desktop_assistant.ui.transcript.revealing import reveal
from desktop_assistant.ui.transcript.row import MessageRow
from desktop_assistant.ui.transcript.words import tr

if TYPE_CHECKING:
    from desktop_assistant.ui.transcript.area import TranscriptArea

_LONGEST_LABEL = 40
_LONGEST_WORDS = 400
"""Characters of what stands where one went to that are told."""
_MOST_LOOKED_AT = 64


class NoteLink(NamedTuple):
    """A way from a reference to its footnote, or back."""

    label: str
    leads_back: bool

    @property
    def shown_label(self) -> str:
        """Its label as it is shown in a sentence."""
        return show_controls(self.label[:_LONGEST_LABEL])

    @property
    def name(self) -> str:
        """What one does who takes it."""
        if self.leads_back:
            return tr("Go back to footnote {label} in the text").format(label=self.shown_label)
        return tr("Go to footnote {label}").format(label=self.shown_label)

    @property
    def arrival(self) -> str:
        """What is told at its end, with places for label and words."""
        if self.leads_back:
            return tr("Text with footnote {label}: {words}")
        return tr("Footnote {label}: {words}")


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
        _go(area, row, document, NoteLink(span[1], leads_back=False))
        return
    local = at - row.text_area.topLeft()
    label = note_at(document.blocks, document.offset_of(document.spot_at(local.x(), local.y())))
    if label is not None:
        _go(area, row, document, NoteLink(label, leads_back=True))


def notes_in_sight(area: "TranscriptArea", message_id: MessageId, most: int) -> list[NoteLink]:
    """The first links to footnotes, and back from them, that can be seen of a message."""
    row = area.rows.widget(message_id)
    if row is None or row.document is None:
        return []
    blocks = row.document.blocks
    top = -row.y() - row.text_area.top()
    found: dict[NoteLink, None] = {}
    for y, box in row.document.boxes_between(top, top + area.viewport().height()):
        for _, placed in touching(box.leaves, top - y, top - y + area.viewport().height()):
            spans = [span for span in placed.leaf.links if Style.FOOTNOTE_REF in span.style]
            labels = (placed.leaf.words_of(span) for span in spans)
            found.update((NoteLink(label, leads_back=False), None) for label in labels)
        if isinstance(box, FootnotesBox):
            inside = box.labels_between(top - y, top - y + area.viewport().height())
            found.update((NoteLink(label, leads_back=True), None) for label in inside)
        if len(found) > _MOST_LOOKED_AT:
            break
    leading = (n for n in found if not n.leads_back or note_reference(blocks, n.label) is not None)
    return list(islice(leading, most))


def go_to_note(area: "TranscriptArea", message_id: MessageId, link: NoteLink) -> None:
    """Goes where a link leads, and says what stands there: for who does not see it."""
    row = area.rows.widget(message_id)
    if row is None or row.document is None:
        return
    words = _go(area, row, row.document, link)
    if words:
        announce(area, link.arrival.format(label=link.shown_label, words=words))


def _go(area: "TranscriptArea", row: MessageRow, document: Document, link: NoteLink) -> str:
    """Shows where a link leads; returns the words that stand there."""
    find = note_reference if link.leads_back else note_start
    offset = find(document.blocks, link.label)
    spot = None if offset is None else document.spot_of(offset)
    leaf = None if spot is None else document.leaf_at(spot)
    if spot is None or leaf is None:
        return ""
    origin = QPointF(row.text_area.topLeft())
    reveal(area, row, lambda: document.rect_of(spot).translated(origin))
    return leaf.text[:_LONGEST_WORDS]


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
