"""The widget of an attached file's chip: a press shows the file's text, or hides it."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop_assistant.ui.controls.accessible import AccessibleText
from desktop_assistant.ui.controls.buttons import PaintedButton
from desktop_assistant.ui.theme import Theme
from desktop_assistant.ui.transcript import words
from desktop_assistant.ui.transcript.blocks.file_box import CHEVRON, SIDE, FileChipBox
from desktop_assistant.ui.transcript.document import FramePlace
from desktop_assistant.ui.transcript.file_chip import paint_chip
from desktop_assistant.ui.transcript.frame import Frame
from desktop_assistant.ui.transcript.painting import mirrored


class FileFrame(Frame, AccessibleText):
    """A file of a question. Assistive technology reads its text here while it is open."""

    accessible_role = QAccessible.Role.Grouping

    def __init__(self, theme: Theme, place: FramePlace, parent: QWidget) -> None:
        super().__init__(place, parent)
        self._button = _ChipButton(theme, self)
        self._button.clicked.connect(self._toggle)

    @property
    def box(self) -> FileChipBox:
        """The chip."""
        assert isinstance(self.place.box, FileChipBox)
        return self.place.box

    def show_block(self) -> None:
        box = self.box
        name = words.hide_file if box.is_open else words.show_file
        self._button.set_name(name(box.file.name, box.about))
        self._button.setToolTip("")
        self._button.setGeometry(self.rect())
        self._button.update()

    def stops(self) -> list[QWidget]:
        return [self._button]

    def resizeEvent(self, event: object) -> None:
        self._button.setGeometry(self.rect())

    def paint_words(self, painter: QPainter) -> None:
        """Paints the name, with what is selected and found in it, and the line below."""
        box, look = self.box, self.box.look
        placed = box.leaves[0]
        self.mark_found(0, placed.leaf)
        chosen = self.selection_in(0, placed.leaf)
        placed.leaf.paint(painter, placed.x, placed.y, QRectF(self.rect()), chosen)
        area = box.words_area
        area.setTop(placed.y + placed.leaf.height)
        style = look.style("caption", "text.tertiary")
        painter.setFont(style.font)
        painter.setPen(look.color(style.color))
        where = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
        painter.drawText(area, where, box.shown_about)

    def accessible_name_now(self) -> str:
        """What it is."""
        return self.box.accessible_name

    def accessible_text_now(self) -> str:
        """The file's text, if it is shown."""
        return self.box.file.text if self.box.is_open else ""

    def _toggle(self) -> None:
        self.box.toggle()
        self.resized.emit()


class _ChipButton(PaintedButton):
    """The chip as something to press."""

    def __init__(self, theme: Theme, frame: FileFrame) -> None:
        super().__init__(theme, "", frame)

    @property
    def corner_radius(self) -> float:
        return self.theme.radius("md")

    def paintEvent(self, event: QPaintEvent) -> None:
        frame = self.parentWidget()  # not kept, it keeps this
        assert isinstance(frame, FileFrame)
        theme, look = self.theme, frame.box.look
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            ground = "bg.pressed" if self.isDown() else "bg.hover" if self.mouse_is_over() else ""
            ratio, rtl = self.devicePixelRatioF(), self.isRightToLeft()
            paint_chip(painter, self.rect(), theme, ground or "bg.canvas", ratio=ratio, rtl=rtl)
            frame.paint_words(painter)
            size = look.length(CHEVRON)
            x = self.width() - look.length(SIDE) - size
            at = QRect(x, (self.height() - size) // 2, size, size)
            name = "chevron-down" if frame.box.is_open else "chevron-right"
            self.paint_icon(painter, name, mirrored(at, self.width(), rtl=rtl), "text.tertiary")
