"""One message as a widget: its text painted, its buttons real.

Signals:
    triggered: (Action or CardAction) a button was pressed.
    height_changed: something in the row folded or unfolded.
    submitted: (text, mode) the edited text is to be asked anew, or saved.
    branches_pressed, undo_pressed: a link of the notice after a switch.
"""

import time

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QEnterEvent,
    QFocusEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QWidget

from desktop_assistant.rendering.blocks import Span
from desktop_assistant.ui.controls.accessible import AccessibleStop, AccessibleText
from desktop_assistant.ui.controls.focus_ring import shows_ring
from desktop_assistant.ui.theme import Theme
from desktop_assistant.ui.transcript import words
from desktop_assistant.ui.transcript.actions import ActionsBar
from desktop_assistant.ui.transcript.blocks.box import FrameBox
from desktop_assistant.ui.transcript.blocks.code_box import CodeBox
from desktop_assistant.ui.transcript.caret import caret_rect
from desktop_assistant.ui.transcript.content import RowContent
from desktop_assistant.ui.transcript.document import Document
from desktop_assistant.ui.transcript.editor import MessageEditor
from desktop_assistant.ui.transcript.frame_set import FrameSet
from desktop_assistant.ui.transcript.look import Look
from desktop_assistant.ui.transcript.row_painting import paint_row
from desktop_assistant.ui.transcript.row_parts import RowParts
from desktop_assistant.ui.transcript.selection import Part
from desktop_assistant.ui.transcript.spots import Spot
from desktop_assistant.ui.transcript.status_line import BranchNotice

LONGEST_NAME = 400
"""Characters of text in a row's name; its description has them all."""


class MessageRow(QWidget, AccessibleText, AccessibleStop):
    """What questions and replies share. Takes the whole width; its text stands in the column."""

    triggered = Signal(object)
    height_changed = Signal()
    submitted = Signal(str, str)
    branches_pressed = Signal()
    undo_pressed = Signal()
    focus_wanted = Signal()
    accessible_role = QAccessible.Role.ListItem

    def __init__(self, theme: Theme, look: Look, content: RowContent, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.look = look
        self.content = content
        self.column = QRect()
        """Left edge and width of the reading column, in this widget."""
        self.text_area = QRect()
        """Where the text stands."""
        self.selected: Part | None = None
        self.caret_opacity = 1.0
        self._is_last = False
        self._hovered = False
        self._current = False
        self.shows_ring = False
        """Whether the ring of the keyboard's place stands around it."""
        self._notice: BranchNotice | None = None
        self._editor: MessageEditor | None = None
        self.frames = FrameSet(theme, self)
        self.frames.made.connect(self.order_parts)
        self.frames.resized.connect(self._frame_resized)
        self._sight = (0, 0)
        self.parts = RowParts()
        self._text_was = QRect()
        self._caret_was = QRect()
        self.actions_bar = ActionsBar(theme, trailing=content.is_user, parent=self)
        self.actions_bar.triggered.connect(self.triggered)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        # A row that moves or grows takes along what was painted of it, and nothing behind it is
        # painted; so whoever changes anything but its end must have it painted again.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_StaticContents)

    # Content

    @property
    def document(self) -> Document | None:
        """The laid-out text."""
        return self.content.document

    def lay_out(self, width: int, column: QRect) -> int:
        """Measures everything; returns the height the row needs."""
        raise NotImplementedError

    def place_parts(self) -> None:
        """Places what was measured, and the frames in sight."""
        self.parts.place()
        self._sync_frames()

    def refresh(self) -> None:
        """Takes over what differs in its content: state, versions, buttons."""
        raise NotImplementedError

    def set_look(self, look: Look) -> None:
        """Takes other fonts and colours."""
        self.look = look
        self.frames.drop()

    def set_last(self, is_last: bool) -> None:  # noqa: FBT001  # a setter in Qt's manner
        """Whether it is the conversation's last message, whose buttons always show."""
        self._is_last = is_last
        self._reveal()

    def set_current(self, current: bool) -> None:  # noqa: FBT001  # a setter in Qt's manner
        """Whether the reader is at this message, so that Tab goes through its buttons."""
        self._current = current
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if current else Qt.FocusPolicy.NoFocus)
        self.actions_bar.set_focusable(current)

    def set_notice(self, text: str) -> bool:
        """Says below the row what continues elsewhere; returns whether the height changed."""
        if text == (self._notice.text if self._notice is not None else ""):
            return False
        if self._notice is not None:
            self._notice.hide()
            self._notice.deleteLater()
            self._notice = None
        if text:
            self._notice = BranchNotice(self._theme, text, self)
            self._notice.branches_pressed.connect(self.branches_pressed)
            self._notice.undo_pressed.connect(self.undo_pressed)
            self._notice.show()
        return True

    def lay_out_notice(self, y: int) -> int:
        """Places the notice below everything else; returns the height it takes."""
        if self._notice is None:
            return 0
        height = self._notice.lay_out(self.column.width())
        area = QRect(self.column.left(), y + 10, self.column.width(), height)
        self.parts.put(self._notice, area)
        return height + 14

    def start_editing(self, *, send_with_enter: bool) -> None:
        """Turns the text into a field."""
        if self._editor is None:
            self._editor = MessageEditor(
                self._theme,
                self.look,
                self.content.text,
                is_question=self.content.is_user,
                send_with_enter=send_with_enter,
                parent=self,
            )
            self._editor.submitted.connect(self._on_submitted)
            self._editor.cancelled.connect(self.stop_editing)
            self._editor.resized.connect(self.height_changed)
            self._editor.show()
            self.content.is_editing = True
            self.actions_bar.hide()
            self.frames.drop()
            self.height_changed.emit()
        self._editor.take_focus()

    def stop_editing(self) -> None:
        """Shows the text again."""
        if self._editor is not None:
            self._editor.hide()
            self._editor.deleteLater()
            self._editor = None
        self.content.is_editing = False
        self.actions_bar.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.height_changed.emit()
        self.update()

    def stream_changed(self) -> None:
        """More text or thinking has come."""

    def _on_submitted(self, text: str, mode: str) -> None:
        self.stop_editing()
        self.submitted.emit(text, mode)

    def holds_focus(self) -> bool:
        """Whether the keyboard is here or inside."""
        focus = QApplication.focusWidget()
        # Nothing may have the focus, whatever the stubs say.
        return isinstance(focus, QWidget) and (focus is self or self.isAncestorOf(focus))

    def order_parts(self) -> None:
        """Puts the buttons after what they belong to, for who goes through the parts in order."""
        self.actions_bar.raise_()

    def is_needed(self) -> bool:
        """Whether the row must stay although it is out of sight: somebody works in it."""
        return self.content.is_editing or self.holds_focus()

    def stops(self) -> list[QWidget]:
        """What the keyboard can go to inside the row, in order."""
        found = [stop for frame in self.frames.widgets for stop in frame.stops()]
        if self.actions_bar.isVisible():
            found += [b for b in self.actions_bar.in_order() if b.isEnabled()]
        return found

    # Selection and positions

    def set_selected(self, selected: Part | None) -> None:
        """Shows which part of the text is selected."""
        if selected != self.selected:
            self.selected = selected
            self.frames.set_selected(selected)
            self.update(self.text_clip)

    def spot_at(self, at: QPoint) -> Spot:
        """The place in the text nearest to a point of the row."""
        if self.document is None:
            return Spot(0, 0, 0)
        local = at - self.text_area.topLeft()
        return self.document.spot_at(local.x(), local.y())

    def span_at(self, at: QPoint) -> tuple[Span, str] | None:
        """The link or image under a point of the row, and its words."""
        if self.document is None or not self.text_area.contains(at):
            return None
        local = at - self.text_area.topLeft()
        return self.document.span_at(local.x(), local.y())

    def is_over_text(self, at: QPoint) -> bool:
        """Whether a point is over the text."""
        return self.text_area.contains(at)

    # What is in sight

    def show_part(self, top: int, bottom: int) -> bool:
        """Gets what stands between two heights of the row ready; returns if its height changed.

        Args:
            top: upper edge of what is in sight.
            bottom: lower edge.
        """
        self._sight = (top, bottom)
        document = self.document
        if document is None:
            return False
        origin = self.text_area.top()
        return document.ensure(top - origin, bottom - origin)

    def text_changed(self, top: float) -> None:
        """Repaints from a height of the text downwards."""
        before, self._text_was = self._text_was, QRect(self.text_area)
        caret_was, self._caret_was = self._caret_was, self._caret_area()
        if before.topLeft() != self.text_area.topLeft():
            self.update()
        else:
            area = self.text_clip
            area.setTop(area.top() + int(top) - 2)
            area.setBottom(max(area.bottom(), before.bottom()))
            self.update(area)
            self.update(caret_was)

    def pulse(self, opacity: float) -> None:
        """Shows another moment of what pulses while a reply is written."""
        self.caret_opacity = opacity
        found = self.caret()
        if found is None:
            return
        rect, box = found
        frame = None if box is None else self.frames.showing(box)
        if frame is not None:
            frame.set_caret(rect, opacity)
        else:
            self.update(self._caret_area())

    def code_boxes(self) -> list[CodeBox]:
        """The code blocks that are in sight."""
        boxes = (frame.place.box for frame in self.frames.widgets)
        return [box for box in boxes if isinstance(box, CodeBox)]

    def recolored(self, box: CodeBox) -> None:
        """Repaints a code block that has got its colours."""
        self.frames.repaint(box)

    def _sync_frames(self) -> None:
        document = self.document
        if document is None or self.content.is_editing:
            self.frames.drop()
            return
        origin = self.text_area.topLeft()
        bottom = min(float(self._sight[1] - origin.y()), float(self.text_area.height()))
        sight = (float(self._sight[0] - origin.y()), bottom)
        self.frames.sync(document, origin, sight, self.caret())

    def _frame_resized(self, block: int) -> None:
        if self.document is not None:
            self.document.relayout(block)
        self.height_changed.emit()

    def caret(self) -> tuple[QRectF, FrameBox | None] | None:
        """Where the end of a reply under way stands, and in which frame."""
        if self.content.stream is None or self.document is None:
            return None
        return self.document.caret()

    def _caret_area(self) -> QRect:
        """Where the end of a reply under way is painted by the row itself."""
        found = self.caret()
        if found is None or found[1] is not None:
            return QRect()
        area = caret_rect(found[0], self.look).translated(self.text_area.topLeft())
        return area.toAlignedRect().adjusted(-1, -1, 1, 1)

    # Painting

    def paint_beside(self, painter: QPainter, clip: QRect) -> None:
        """Paints what lies under and beside the text."""

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_row(self, event.region())

    @property
    def text_clip(self) -> QRect:
        """Where the text is painted, with what stands out at its sides."""
        return self.text_area.adjusted(-8, 0, 16, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        is_framed = self.shows_ring or self.content.is_left_out
        if is_framed or event.size().width() != event.oldSize().width():
            self.update()

    # Hover and focus

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._hovered = True
        self._reveal()

    def leaveEvent(self, event: object) -> None:
        self._hovered = False
        self._reveal()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.shows_ring = shows_ring(event.reason(), before=self.shows_ring)
        self._reveal()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.shows_ring = False
        self._reveal()
        self.update()

    def _reveal(self) -> None:
        self.actions_bar.set_revealed(self._is_last or self._hovered or self.hasFocus())

    # Assistive technology

    def accessible_name_now(self) -> str:
        """Author, state, version, then the text."""
        text = self.accessible_text_now()
        if len(text) > LONGEST_NAME:
            text = f"{text[:LONGEST_NAME]}…"
        content = self.content
        stream = content.stream
        state = "" if stream is None else words.retrying(stream, time.monotonic())
        return words.row_name(
            content.entry, content.message, text, state=state, is_left_out=content.is_left_out
        )

    def take_focus_now(self) -> None:
        """Asks for it: who is at a message is more than which widget has the focus."""
        self.focus_wanted.emit()

    def accessible_text_now(self) -> str:
        """The whole text, as it reads, without any marks."""
        content = self.content
        if content.document is None:
            return content.text
        from desktop_assistant.rendering.parse import parse
        from desktop_assistant.rendering.plain import plain_text

        if content.feed is None:
            return plain_text(content.document.blocks)
        # It is still being read; who asks for the text now wants all of it.
        return plain_text(parse(content.text))
