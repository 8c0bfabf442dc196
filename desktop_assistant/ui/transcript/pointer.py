"""The mouse over the text: selecting, following links, scrolling while it selects.

Signals:
    scroll_wanted: (pixels) the view should move while the pointer selects beyond its edge.
    link_pressed: (address, words) a link was clicked.
    clicked: (row, point in it) something else was clicked.
    selection_changed: what is selected differs.
    selection_made: the button was let go over a selection.
"""

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QMouseEvent
from PySide6.QtWidgets import QWidget

from desktop_assistant.ui.transcript.footnotes import leads_to_note
from desktop_assistant.ui.transcript.row import MessageRow
from desktop_assistant.ui.transcript.rows import Rows
from desktop_assistant.ui.transcript.selection import Part, Selection
from desktop_assistant.ui.transcript.spots import Spot

_EDGE = 24
_STEP_MS = 30
_CLICK_REACH = 4


class Pointer(QObject):
    """Turns mouse events of the viewport into a selection."""

    scroll_wanted = Signal(int)
    link_pressed = Signal(str, str)
    clicked = Signal(object, QPoint)
    selection_changed = Signal()
    selection_made = Signal()

    def __init__(self, viewport: QWidget, rows: Callable[[], Rows], selection: Selection) -> None:
        super().__init__(viewport)
        self._viewport = viewport
        self._rows = rows
        self._selection = selection
        self._pressed_at: QPoint | None = None
        self._last = QPoint()
        self._unit = 1
        self._clicks = QElapsedTimer()
        self._double_at = QPoint()
        self._drag = QTimer(self, interval=_STEP_MS)
        self._drag.timeout.connect(self._scroll_on)

    @property
    def is_selecting(self) -> bool:
        """Whether a button is held."""
        return self._pressed_at is not None

    def press(self, event: QMouseEvent) -> None:
        """A button went down."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        at = event.position().toPoint()
        interval = QGuiApplication.styleHints().mouseDoubleClickInterval()
        triple = (
            self._clicks.isValid()
            and self._clicks.elapsed() < interval
            and (at - self._double_at).manhattanLength() <= _CLICK_REACH
        )
        self._pressed_at = self._last = at
        found = self._place(at)
        if found is None:
            self._clear()
            return
        row, spot = found
        message_id = row.content.entry.node.id
        extends = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if extends and self._selection.ends is not None:
            self._extend(at)
            return
        self._unit = 3 if triple else 1
        self._selection.start(message_id, self._part(row, spot))
        self.selection_changed.emit()

    def double_click(self, event: QMouseEvent) -> None:
        """A word is taken."""
        at = event.position().toPoint()
        self._double_at = at
        self._clicks.start()
        found = self._place(at)
        if event.button() is not Qt.MouseButton.LeftButton or found is None:
            return
        self._pressed_at = self._last = at
        self._unit = 2
        row, spot = found
        self._selection.start(row.content.entry.node.id, self._part(row, spot))
        self.selection_changed.emit()

    def move(self, event: QMouseEvent) -> None:
        """The pointer moved."""
        at = event.position().toPoint()
        if self._pressed_at is None:
            self._show_shape(at)
            return
        self._last = at
        self._extend(at)
        if self._beyond(at):
            self._drag.start()
        else:
            self._drag.stop()

    def release(self, event: QMouseEvent) -> None:
        """A button was let go: a click on a link follows it."""
        if event.button() is not Qt.MouseButton.LeftButton or self._pressed_at is None:
            return
        at = event.position().toPoint()
        clicked = (at - self._pressed_at).manhattanLength() <= _CLICK_REACH
        self._pressed_at = None
        self._drag.stop()
        if clicked and self._selection.is_empty:
            row = self._row_at(at)
            found = None if row is None else row.span_at(at - row.pos())
            if found is not None and found[0].link:
                self.link_pressed.emit(found[0].link, found[1])
            elif row is not None:
                self.clicked.emit(row, at - row.pos())
        elif not self._selection.is_empty:
            self.selection_made.emit()

    def _show_shape(self, at: QPoint) -> None:
        row = self._row_at(at)
        shape = Qt.CursorShape.ArrowCursor
        if row is not None and row.is_over_text(at - row.pos()):
            span = row.span_at(at - row.pos())
            has_link = span is not None and bool(span[0].link)
            has_link = has_link or leads_to_note(row, at - row.pos())
            shape = Qt.CursorShape.PointingHandCursor if has_link else Qt.CursorShape.IBeamCursor
        if self._viewport.cursor().shape() is not shape:
            self._viewport.setCursor(shape)

    def _row_at(self, at: QPoint) -> MessageRow | None:
        """The row at a height; the nearest above or below the view."""
        rows = self._rows().widgets()
        for row in rows:
            if at.y() < row.y() + row.height():
                return row
        return rows[-1] if rows else None

    def _place(self, at: QPoint) -> tuple[MessageRow, Spot] | None:
        row = self._row_at(at)
        return None if row is None else (row, row.spot_at(at - row.pos()))

    def _part(self, row: MessageRow, spot: Spot) -> Part:
        document = row.document
        if document is None or self._unit == 1:
            return spot, spot
        return document.word_at(spot) if self._unit == 2 else document.paragraph_at(spot)

    def _extend(self, at: QPoint) -> None:
        found = self._place(at)
        if found is not None:
            row, spot = found
            self._selection.extend(row.content.entry.node.id, self._part(row, spot))
            self.selection_changed.emit()

    def _clear(self) -> None:
        self._selection.clear()
        self.selection_changed.emit()

    def _beyond(self, at: QPoint) -> int:
        """How far the pointer is beyond the edge, towards which one scrolls."""
        if at.y() < _EDGE:
            return at.y() - _EDGE
        if at.y() > self._viewport.height() - _EDGE:
            return at.y() - self._viewport.height() + _EDGE
        return 0

    def _scroll_on(self) -> None:
        beyond = self._beyond(self._last)
        if self._pressed_at is None or not beyond:
            self._drag.stop()
            return
        self.scroll_wanted.emit(max(-60, min(60, beyond // 2 or (1 if beyond > 0 else -1))))
        self._extend(self._last)
