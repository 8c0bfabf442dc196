"""What the widgets that show code blocks and tables share: they clip and scroll sideways.

Signals:
    resized: its block changed its own height.
"""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QAccessible, QMouseEvent, QPainter, QWheelEvent
from PySide6.QtWidgets import QWidget

from desktop_assistant.ui.transcript.accessible import AccessibleRole
from desktop_assistant.ui.transcript.blocks.code_box import CodeBox
from desktop_assistant.ui.transcript.blocks.table_box import TableBox
from desktop_assistant.ui.transcript.caret import paint_caret
from desktop_assistant.ui.transcript.document import Document, FramePlace
from desktop_assistant.ui.transcript.selection import Part


class Frame(QWidget, AccessibleRole):
    """What code blocks and tables share: a place in a document, selection, sideways scrolling."""

    resized = Signal()
    accessible_role = QAccessible.Role.Grouping

    def __init__(self, document: Document, place: FramePlace, parent: QWidget) -> None:
        super().__init__(parent)
        self._document = document
        self.place = place
        self.selected: Part | None = None
        self.caret: QRectF | None = None
        """Where the end of a reply under way stands, in the document; ``None`` elsewhere."""
        self.caret_opacity = 1.0
        self.setAccessibleName(place.box.accessible_name)
        self.setMouseTracking(True)

    def follow(self, place: FramePlace) -> None:
        """Takes over where the block stands now."""
        self.place = place

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
        if self.caret is not None:
            rect = self.caret.translated(-self.place.x - self._scrolled, -self.place.y)
            paint_caret(painter, rect, self.place.box.look, self.caret_opacity)

    @property
    def _scrolled(self) -> float:
        box = self.place.box
        return box.scroll.value if isinstance(box, CodeBox | TableBox) else 0.0

    def wheelEvent(self, event: QWheelEvent) -> None:
        box = self.place.box
        delta = event.pixelDelta().x() or event.angleDelta().x() / 2
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            delta = delta or event.angleDelta().y() / 2
        sideways = abs(event.angleDelta().x()) > abs(event.angleDelta().y()) or bool(
            event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        )
        if sideways and isinstance(box, CodeBox | TableBox) and box.scroll.move_by(-delta):
            self.update()
            event.accept()
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        box = self.place.box
        at = event.position()
        if (
            event.button() is Qt.MouseButton.LeftButton
            and isinstance(box, CodeBox | TableBox)
            and box.scroll.press(box.scroll_area, at.x(), at.y())
        ):
            self.update()
            event.accept()
        else:
            event.ignore()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        box = self.place.box
        if isinstance(box, CodeBox | TableBox) and box.scroll.is_held:
            box.scroll.drag(box.scroll_area, event.position().x())
            self.update()
            event.accept()
        else:
            event.ignore()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        box = self.place.box
        if isinstance(box, CodeBox | TableBox) and box.scroll.is_held:
            box.scroll.release()
            self.update()
            event.accept()
        else:
            event.ignore()
