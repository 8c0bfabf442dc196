"""What the widgets that show code, tables and wide formulas share: they clip and scroll sideways.

Signals:
    resized: its block changed its own height.
"""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QAccessible, QMouseEvent, QPainter, QWheelEvent
from PySide6.QtWidgets import QWidget

from desktop_assistant.ui.controls.accessible import AccessibleRole
from desktop_assistant.ui.transcript.blocks.leaf import Leaf, Range
from desktop_assistant.ui.transcript.caret import paint_caret
from desktop_assistant.ui.transcript.document import FramePlace
from desktop_assistant.ui.transcript.selection import Part
from desktop_assistant.ui.transcript.spots import NOTHING, Found, part_of_leaf


class Frame(QWidget, AccessibleRole):
    """What they share: a place in a document, selection, sideways scrolling."""

    resized = Signal()
    accessible_role = QAccessible.Role.Grouping

    def __init__(self, place: FramePlace, parent: QWidget) -> None:
        super().__init__(parent)
        self.place = place
        self._seen_revision = -1
        self._selected: Part | None = None
        self._found: Found = NOTHING
        self._caret: QRectF | None = None
        self._caret_opacity = 1.0
        self.setMouseTracking(True)

    def follow(self, place: FramePlace) -> None:
        """Takes over where the block stands now, and what differs in it."""
        self.place = place
        if self._seen_revision != place.box.revision:
            self._seen_revision = place.box.revision
            self.setAccessibleName(place.box.accessible_name)
            self.show_block()
            self.update()

    def show_block(self) -> None:
        """Takes over what differs in the block."""

    def set_selected(self, selected: Part | None) -> None:
        """Shows which part of the document is selected."""
        if selected != self._selected:
            self._selected = selected
            self.update()

    def set_found(self, found: Found) -> None:
        """Shows what is found in the document."""
        if found != self._found:
            self._found = found
            self.update()

    def set_caret(self, caret: QRectF | None, opacity: float = 1.0) -> None:
        """Shows the end of a reply under way.

        Args:
            caret: where it stands in the document; ``None`` if it is not here.
            opacity: how far its pulse has gone.
        """
        if (caret, opacity) != (self._caret, self._caret_opacity):
            self._caret, self._caret_opacity = caret, opacity
            self.update()

    def selection_in(self, number: int, leaf: Leaf) -> Range | None:
        """Which part of one of the block's leaves is selected."""
        place = self.place
        return part_of_leaf(self._selected, place.key[0], place.first + number, leaf)

    def mark_found(self, number: int, leaf: Leaf) -> None:
        """Has one of the block's leaves paint what is found in it."""
        self._found.mark(leaf, self.place.key[0], self.place.first + number)

    def stick(self, viewport_top: int) -> None:
        """Keeps in sight what must stay there while the block reaches above the view.

        Args:
            viewport_top: the view's top edge, in this widget's coordinates.
        """

    def stops(self) -> list[QWidget]:
        """What the keyboard can go to in it, in order."""
        return []

    def paint_end(self, painter: QPainter) -> None:
        """Paints the end of a reply under way, if it is here."""
        if self._caret is not None:
            rect = self._caret.translated(-self.place.x - self._scrolled, -self.place.y)
            paint_caret(painter, rect, self.place.box.look, self._caret_opacity)

    @property
    def _scrolled(self) -> float:
        return self.place.box.scroll.value

    def wheelEvent(self, event: QWheelEvent) -> None:
        box = self.place.box
        delta = event.pixelDelta().x() or event.angleDelta().x() / 2
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            delta = delta or event.angleDelta().y() / 2
        sideways = abs(event.angleDelta().x()) > abs(event.angleDelta().y()) or bool(
            event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        )
        if sideways and box.scroll.move_by(-delta):
            self.update()
            event.accept()
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        box = self.place.box
        at = event.position()
        if event.button() is Qt.MouseButton.LeftButton and box.scroll.press(
            box.scroll_area, at.x(), at.y()
        ):
            self.update()
            event.accept()
        else:
            event.ignore()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        box = self.place.box
        if box.scroll.is_held:
            box.scroll.drag(box.scroll_area, event.position().x())
            self.update()
            event.accept()
        else:
            event.ignore()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        box = self.place.box
        if box.scroll.is_held:
            box.scroll.release()
            self.update()
            event.accept()
        else:
            event.ignore()
