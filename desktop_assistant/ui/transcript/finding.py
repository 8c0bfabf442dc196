"""What is found in the transcript: shown on the rows in sight, and gone to.

Who looks for it is elsewhere; here a hit is only a place. A hit in a part that is folded unfolds
it. Going to a hit may take a while: its message's text may have to be read first.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF

from desktop_assistant.domain.ids import MessageId
from desktop_assistant.rendering.finding import Pattern
from desktop_assistant.ui.transcript.blocks.code_box import CodeBox
from desktop_assistant.ui.transcript.blocks.file_leaves import FoldedText
from desktop_assistant.ui.transcript.document import Document
from desktop_assistant.ui.transcript.reply_row import ReplyRow
from desktop_assistant.ui.transcript.revealing import ABOVE, reveal
from desktop_assistant.ui.transcript.row import MessageRow
from desktop_assistant.ui.transcript.spots import NOTHING, Found, Spot
from desktop_assistant.ui.transcript.user_row import UserRow

if TYPE_CHECKING:
    from desktop_assistant.ui.transcript.view import TranscriptView


@dataclass(frozen=True, slots=True)
class Place:
    """A hit: which message, whether in its thinking, and where in what can be read of that."""

    message_id: MessageId
    in_thinking: bool
    start: int


class Finding:
    """What is looked for in one view, and the hit at which the reader is."""

    def __init__(self, view: "TranscriptView") -> None:
        self._view = view
        self._pattern = NOTHING.pattern
        self._place: Place | None = None
        self._is_on_the_way = False
        self._hit_for: tuple[Document, Place, tuple[Spot, Spot] | None] | None = None
        view.place_changed.connect(self._give_up)

    def show(self, pattern: Pattern | None, place: Place | None) -> None:
        """Marks every hit in sight, and the one at which the reader is; ``None`` marks none."""
        self._pattern = NOTHING.pattern if pattern is None else pattern
        if place != self._place:
            self._place = place
            self._is_on_the_way = False
        self.refresh()

    def go_to(self, place: Place) -> None:
        """Brings a hit into sight, unfolding what it stands in; the view stays there."""
        view = self._view
        if place.message_id not in view.rows:
            return
        self._place = place
        view.follow.stay()
        row = view.rows.widget(place.message_id)
        if row is None or not row.content.is_loaded:
            view.go_to(place.message_id)
        self._is_on_the_way = True
        self.refresh()

    def refresh(self) -> None:
        """Other rows are in sight, or show something else."""
        for row in self._view.rows.widgets():
            self._show_on(row)
        if self._is_on_the_way:
            self._arrive()

    def reader_is_at(self) -> tuple[MessageId, int] | None:
        """The message at the top of the view, and how far into its text that is."""
        view = self._view
        message_id = view.rows.id_near(view.scroll_y + ABOVE)
        row = None if message_id is None else view.rows.widget(message_id)
        if message_id is None:
            return None
        if row is None or row.document is None or row.document.is_empty:
            return message_id, 0
        y = ABOVE - row.y() - row.text_area.top()
        if y <= 0:
            return message_id, 0
        return message_id, row.document.offset_of(row.document.spot_at(0, y))

    # Inside

    def _give_up(self) -> None:
        """The reader went elsewhere before the hit could be shown."""
        self._is_on_the_way = False

    def _show_on(self, row: MessageRow) -> None:
        content = row.content
        here = self._place
        if here is not None and here.message_id != content.entry.node.id:
            here = None
        for document, is_thinking in ((content.document, False), (content.thinking, True)):
            if document is None:
                continue
            at = None
            if here is not None and here.in_thinking == is_thinking:
                at = self._hit(document, here)
            found = Found(self._pattern, at)
            if found != document.found:
                document.found = found
                if not is_thinking:
                    row.frames.set_found(found)
                row.update()
                if is_thinking and isinstance(row, ReplyRow):
                    row.repaint_thinking()

    def _hit(self, document: Document, place: Place) -> tuple[Spot, Spot] | None:
        """Where the hit at a place begins and ends."""
        known = self._hit_for
        if known is None or known[0] is not document or known[1] is not place or known[2] is None:
            hit = document.hit_at(place.start, self._pattern)
            known = self._hit_for = (document, place, hit)
        return known[2]

    def _arrive(self) -> None:
        view, place = self._view, self._place
        assert place is not None
        row = view.rows.widget(place.message_id)
        if row is None or not row.content.is_loaded:
            return  # its text is on its way
        if place.in_thinking and isinstance(row, ReplyRow):
            row.show_thinking()
        document = row.content.thinking if place.in_thinking else row.document
        if document is None or (row.content.feed is not None and not place.in_thinking):
            return  # it is still being read
        self._is_on_the_way = False
        hit = self._hit(document, place)
        if hit is None:
            return
        self._unfold(row, document, hit[0])
        reveal(view, row, lambda: self._rect(row, document, hit, place))
        self._show_on(row)

    def _unfold(self, row: MessageRow, document: Document, spot: Spot) -> None:
        leaf = document.leaf_at(spot)
        if isinstance(leaf, FoldedText):
            leaf.unfold()
            document.relayout(spot.block)
            row.height_changed.emit()
        frame = document.frame_at(spot)
        if isinstance(frame, CodeBox) and frame.hides(spot.offset):
            frame.expand()
            document.relayout(spot.block)
            row.height_changed.emit()
        elif isinstance(row, UserRow) and document.rect_of(spot).bottom() > row.text_area.height():
            row.unfold()

    def _rect(
        self, row: MessageRow, document: Document, hit: tuple[Spot, Spot], place: Place
    ) -> QRectF:
        """Where the hit stands in its row, after its frame was scrolled sideways to show it."""
        spot, end = hit
        frame = document.show_sideways(spot, max(1, end.offset - spot.offset))
        if frame is not None:
            row.frames.repaint(frame)
        if place.in_thinking and isinstance(row, ReplyRow):
            origin = QPointF(row.thinking_area.topLeft())
        else:
            origin = QPointF(row.text_area.topLeft())
        return document.rect_of(spot).translated(origin)
