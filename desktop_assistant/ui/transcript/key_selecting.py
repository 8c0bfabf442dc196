"""Selecting with Shift and the keys that move: one selection across blocks and messages."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent

from desktop_assistant.domain.ids import MessageId
from desktop_assistant.ui.transcript import stepping
from desktop_assistant.ui.transcript.document import Document
from desktop_assistant.ui.transcript.row import MessageRow
from desktop_assistant.ui.transcript.selection import Point
from desktop_assistant.ui.transcript.spots import END, START, Spot

if TYPE_CHECKING:
    from desktop_assistant.ui.transcript.view import TranscriptView

_ROOM = 32
"""Pixels that stay free above and below the end that moves."""
_FORTH = frozenset([Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_End, Qt.Key.Key_PageDown])
_BACK = frozenset([Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Home, Qt.Key.Key_PageUp])


class KeySelecting:
    """Moves the end of the selection that was set last."""

    def __init__(self, view: "TranscriptView") -> None:
        self._view = view
        self._x: float | None = None
        """Where lines are entered while the end goes up and down, in a document's pixels."""

    def press(self, event: QKeyEvent, here: MessageId | None) -> bool:
        """Does what a key stands for that was pressed with Shift.

        Args:
            event: the key.
            here: the message at which a selection starts, if there is none.

        Returns:
            Whether the key stands for anything.
        """
        key = Qt.Key(event.key())
        if here is None or key not in _FORTH | _BACK:
            return False
        start = self._head() or self._start(here)
        if start is None:
            return True
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if key not in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._x = None
        end = self._moved(start, key, forth=key in _FORTH, control=control)
        view = self._view
        if view.selection.ends is None:
            view.selection.start(start.message_id, (start.spot, start.spot))
        view.selection.extend(end.message_id, (end.spot, end.spot))
        view.show_selection()
        self._reveal(end)
        view.pointer.selection_made.emit()
        return True

    def _head(self) -> Point | None:
        head = self._view.selection.head
        return head if head is not None and head.message_id in self._view.rows else None

    def _start(self, here: MessageId) -> Point | None:
        """The beginning of a message, or of its first line in sight."""
        row = self._view.rows.widget(here)
        if row is None or row.document is None:
            return None
        if row.y() >= 0:
            return Point(here, stepping.first(row.document))
        return Point(here, row.spot_at(QPoint(row.text_area.left(), 1 - row.y())))

    def _moved(self, start: Point, key: Qt.Key, *, forth: bool, control: bool) -> Point:
        if key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            return self._by_page(start, forth=forth)
        if key in (Qt.Key.Key_Home, Qt.Key.Key_End) and control:
            return self._outermost(forth=forth)
        # The line that is gone to must be laid out.
        self._reveal(start)
        row = self._row(start.message_id)
        if row is None or row.document is None:
            return self._beside(start, forth=forth)
        document, spot = row.document, _real(row.document, start.spot)
        if document.leaf_at(spot) is None:
            return self._beside(start, forth=forth)
        found: Spot | None
        if key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            found = stepping.line_end(document, spot, forth=forth)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            if self._x is None:
                self._x = document.rect_of(spot).x()
            found = stepping.upright(document, spot, self._x, down=forth)
        else:
            forth ^= stepping.reads_backwards(document, spot)
            found = stepping.sideways(document, spot, forth=forth, by_word=control)
        if found is None:
            return self._beside(start, forth=forth)
        return Point(start.message_id, found)

    def _beside(self, point: Point, *, forth: bool) -> Point:
        """The end of the message above, or the beginning of the one below."""
        rows = self._view.rows
        place = rows.place(point.message_id) + (1 if forth else -1)
        if not 0 <= place < len(rows):
            return self._outermost(forth=forth)
        message_id = rows.id_at(place)
        row = self._row(message_id)
        if row is None or row.document is None:
            return Point(message_id, START if forth else END)
        edge = stepping.first if forth else stepping.last
        return Point(message_id, edge(row.document))

    def _outermost(self, *, forth: bool) -> Point:
        rows = self._view.rows
        return Point(rows.id_at(len(rows) - 1 if forth else 0), END if forth else START)

    def _by_page(self, start: Point, *, forth: bool) -> Point:
        """What stands where the end stood once the view has moved on by a page."""
        view = self._view
        self._reveal(start)
        row = self._row(start.message_id)
        at = QPoint(0, 0) if row is None else self._on_view(row, start.spot)
        before = view.scroll_y
        page = max(60, view.viewport().height() - 60)
        view.scroll_by(page if forth else -page)
        message_id = view.rows.id_near(view.scroll_y + at.y())
        row = None if message_id is None else view.rows.widget(message_id)
        if view.scroll_y == before or row is None or message_id is None:
            return self._outermost(forth=forth)
        return Point(message_id, row.spot_at(at - row.pos()))

    def _row(self, message_id: MessageId) -> MessageRow | None:
        """The row of a message, which is brought into sight."""
        row = self._view.rows.widget(message_id)
        if row is None:
            self._view.ensure_visible(message_id)
            row = self._view.rows.widget(message_id)
        return row

    def _reveal(self, point: Point) -> None:
        """Scrolls until a place is in sight, with a line above and below it."""
        view = self._view
        row = self._row(point.message_id)
        if row is None:
            return
        top = self._on_view(row, point.spot).y()
        most = view.viewport().height() - 2 * _ROOM
        if top < _ROOM:
            view.scroll_by(top - _ROOM)
        elif top > most:
            view.scroll_by(top - most)

    def _on_view(self, row: MessageRow, spot: Spot) -> QPoint:
        """Where a place in a row stands in the viewport: the top left of the sign after it."""
        corner = row.pos() + row.text_area.topLeft()
        document = row.document
        if document is None:
            return corner
        spot = _real(document, spot)
        if document.leaf_at(spot) is None:
            return corner
        rect = document.rect_of(spot)
        return corner + QPoint(round(rect.x()), round(rect.top()))


def _real(document: Document, spot: Spot) -> Spot:
    """A place that stands for an end as the place it is."""
    return stepping.last(document) if spot.block >= len(document.blocks) else spot
