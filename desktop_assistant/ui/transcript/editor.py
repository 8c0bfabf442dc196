"""A message as a field: the same text metrics, and what to do with the new words.

Signals:
    submitted: (text, mode) ``branch`` asks anew on a new branch, ``wording`` saves the words only.
    cancelled: nothing is to change.
    resized: the field needs another height.
"""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from desktop_assistant.domain.attachments import join, split
from desktop_assistant.ui.controls.buttons import Button, ButtonKind
from desktop_assistant.ui.line_heights import set_line_heights
from desktop_assistant.ui.theme import Theme
from desktop_assistant.ui.transcript.kept_files import KeptFiles
from desktop_assistant.ui.transcript.look import Look
from desktop_assistant.ui.transcript.painting import hairline
from desktop_assistant.ui.transcript.words import tr

BRANCH, WORDING = "branch", "wording"
_SIDE, _ABOVE, _GAP = 16, 12, 10
_MOST_LINES = 16


class MessageEditor(QWidget):
    """The field and its buttons."""

    submitted = Signal(str, str)
    cancelled = Signal()
    resized = Signal()

    def __init__(
        self,
        theme: Theme,
        look: Look,
        text: str,
        *,
        is_question: bool,
        send_with_enter: bool,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._is_question = is_question
        files, words = split(text) if is_question else ((), text)
        self._files = KeptFiles(theme, files, self)
        self._files.changed.connect(self._on_file_gone)
        self._field = _Field(theme, look, words, send_with_enter=send_with_enter, parent=self)
        self._field.submitted.connect(self._submit)
        self._field.cancelled.connect(self.cancelled)
        self._field.focus_changed.connect(self.update)
        self._field.document().documentLayout().documentSizeChanged.connect(self._on_size)
        self._buttons: list[Button] = []
        if is_question:
            self._add(tr("Send as new branch"), ButtonKind.PRIMARY, self._submit)
            self._add(tr("Save wording only"), ButtonKind.SECONDARY, self._save)
        else:
            self._add(tr("Save wording"), ButtonKind.PRIMARY, self._save)
        self._add(tr("Cancel"), ButtonKind.QUIET, self._cancel)
        self._height = 0

    def take_focus(self) -> None:
        """Puts the cursor at the end of the text."""
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def lay_out(self, width: int) -> int:
        """Places everything for a width; returns the height it needs."""
        room = width - 2 * _SIDE
        top = _ABOVE
        files = self._files.lay_out(room)
        self._files.setGeometry(_SIDE, top, room, files)
        top += files + _GAP if files else 0
        self._field.document().setTextWidth(room)
        line = self._field.line_height
        wanted = self._field.document().size().height()
        self._height = round(min(wanted, _MOST_LINES * line)) + 2
        self._field.setGeometry(_SIDE, top, room, self._height)
        y = top + self._height + _GAP
        x, right = _SIDE, width - _SIDE
        height = self._buttons[0].sizeHint().height()
        for button in self._buttons:
            hint = button.sizeHint()
            if x > _SIDE and x + hint.width() > right:
                x, y = _SIDE, y + height + 6
            left = width - x - hint.width() if self.isRightToLeft() else x
            button.setGeometry(left, y, hint.width(), hint.height())
            x += hint.width() + 8
        return y + height + _ABOVE

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            focused = self._field.hasFocus()
            painter.setPen(QPen(theme.color("focus" if focused else "border.default"), 1))
            painter.setBrush(theme.color("bg.raised"))
            radius = theme.radius("xl")
            painter.drawRoundedRect(hairline(self.rect()), radius, radius)

    def _add(self, words: str, kind: ButtonKind, on_pressed: Callable[[], None]) -> None:
        button = Button(self._theme, words, kind=kind, small=True, reading=True, parent=self)
        button.clicked.connect(lambda _checked=False: on_pressed())
        self._buttons.append(button)

    def _submit(self) -> None:
        self._say(BRANCH if self._is_question else WORDING)

    def _save(self) -> None:
        self._say(WORDING)

    def _say(self, mode: str) -> None:
        text = join(self._files.files, self._field.toPlainText())
        if text.strip():
            self.submitted.emit(text, mode)

    def _on_file_gone(self) -> None:
        self.take_focus()
        self.resized.emit()

    def _cancel(self) -> None:
        self.cancelled.emit()

    def _on_size(self) -> None:
        wanted = self._field.document().size().height()
        if round(min(wanted, _MOST_LINES * self._field.line_height)) + 2 != self._height:
            self.resized.emit()


class _Field(QTextEdit):
    """Plain text only, whatever is pasted."""

    submitted = Signal()
    cancelled = Signal()
    focus_changed = Signal()

    def __init__(
        self, theme: Theme, look: Look, text: str, *, send_with_enter: bool, parent: QWidget
    ) -> None:
        super().__init__(parent)
        style = look.style("reading")
        self.line_height = style.line_height
        self._send_with_enter = send_with_enter
        self._composing = False
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(tr("Message text"))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFont(style.font)
        self.document().setDocumentMargin(0)
        self.document().setDefaultFont(style.font)
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, theme.color("bg.raised"))
        palette.setColor(QPalette.ColorRole.Text, theme.color("text.primary"))
        self.setPalette(palette)
        self.viewport().setAutoFillBackground(False)
        self.setPlainText(text)
        set_line_heights(self.document(), style.line_height)
        self.moveCursor(QTextCursor.MoveOperation.End)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        elif is_enter and not self._composing and (control or self._send_with_enter) and not shift:
            self.submitted.emit()
        else:
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focus_changed.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focus_changed.emit()
