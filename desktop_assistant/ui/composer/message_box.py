"""The field for the message: plain text only, grows with it, sends with a key."""

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import (
    QFontMetrics,
    QInputMethodEvent,
    QKeyEvent,
    QPalette,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QWidget

from desktop_assistant.ui.line_heights import set_line_heights
from desktop_assistant.ui.theme import Theme

_LINE_ENDS = str.maketrans(dict.fromkeys("\u2028\u2029\ufdd0\ufdd1", "\n"))
_LONGEST_LINE = 4_000
_LONGEST_PASTE = 20_000


class MessageBox(QTextEdit):
    """What is typed. It knows keys, not what they lead to.

    Signals:
        submitted: the key that sends was pressed, and no input method was composing.
        edit_last_wanted: the up arrow in an empty field.
        escaped: Escape.
        too_much_pasted: (text) a paste too large for a field; it was not inserted.
        height_wanted: the text needs another height.
    """

    submitted = Signal()
    edit_last_wanted = Signal()
    escaped = Signal()
    too_much_pasted = Signal(str)
    height_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._is_composing = False
        self._sends_with_ctrl = False
        self._most_height = 400
        self._line = round(theme.line_height("reading", reading=True))
        """Height of its first line."""
        self.setAccessibleName(self.tr("Message"))
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self.viewport().setAutoFillBackground(False)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._apply_theme()
        theme.changed.connect(self._apply_theme)

    @property
    def is_composing(self) -> bool:
        """Whether an input method holds text that is not yet chosen."""
        return self._is_composing

    def text(self) -> str:
        """What is typed, every character as it is: ``toPlainText`` loses no-break spaces."""
        return self.document().toRawText().translate(_LINE_ENDS)

    def set_text(self, text: str) -> None:
        """Puts a text in, with the cursor at its end; it cannot be undone away."""
        self.setPlainText(text)
        self._set_line_height()
        self.moveCursor(QTextCursor.MoveOperation.End)

    def set_sends_with_ctrl(self, sends_with_ctrl: bool) -> None:  # noqa: FBT001  # a setter
        """Whether Ctrl+Enter sends and Enter starts a new line."""
        self._sends_with_ctrl = sends_with_ctrl

    def set_most_height(self, height: int) -> None:
        """How high it may grow before it scrolls, in pixels."""
        self._most_height = height
        self._fit()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Takes plain text, whatever else was copied with it."""
        text = source.text()
        longest = max((len(line) for line in text.splitlines()), default=0)
        if len(text) > _LONGEST_PASTE or longest > _LONGEST_LINE:
            # One such line alone would keep the layout busy for seconds.
            self.too_much_pasted.emit(text)
        elif text:
            self.insertPlainText(text)
            self.ensureCursorVisible()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText()

    def createMimeDataFromSelection(self) -> QMimeData:
        data = QMimeData()
        data.setText(self.textCursor().selection().toRawText().translate(_LINE_ENDS))
        return data

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._is_composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._press_enter(event)
            case Qt.Key.Key_Up if self.document().isEmpty() and not self._is_composing:
                self.edit_last_wanted.emit()
            case Qt.Key.Key_Escape if not self._is_composing:
                self.escaped.emit()
            case _:
                super().keyPressEvent(event)

    def _press_enter(self, event: QKeyEvent) -> None:
        if self._is_composing:
            event.ignore()
            return
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        sends = Qt.KeyboardModifier.NoModifier
        if self._sends_with_ctrl:
            sends = Qt.KeyboardModifier.ControlModifier
        if held == sends:
            if not event.isAutoRepeat():
                self.submitted.emit()
        else:
            self.textCursor().insertBlock()
            self.ensureCursorVisible()

    def _fit(self) -> None:
        line = self._line
        wanted = max(line, round(self.document().size().height()))
        # Whole lines: half a line at the edge looks like a fault.
        most = max(1, self._most_height // line) * line
        height = min(wanted, most)
        shown = Qt.ScrollBarPolicy.ScrollBarAsNeeded
        hidden = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(shown if wanted > height else hidden)
        if height != self.height():
            self.setFixedHeight(height)
            self.height_wanted.emit()

    def _set_line_height(self) -> None:
        height = max(
            self._theme.line_height("reading", reading=True), QFontMetrics(self.font()).height()
        )
        set_line_heights(self.document(), height)
        self._line = round(self.document().begin().blockFormat().lineHeight())

    def _apply_theme(self) -> None:
        theme = self._theme
        self.setFont(theme.font("reading", reading=True))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
        palette.setColor(QPalette.ColorRole.Text, theme.color("text.primary"))
        palette.setColor(QPalette.ColorRole.PlaceholderText, theme.color("text.tertiary"))
        palette.setColor(QPalette.ColorRole.Highlight, theme.color("selection.bg"))
        palette.setColor(QPalette.ColorRole.HighlightedText, theme.color("selection.text"))
        self.setPalette(palette)
        self._set_line_height()
        self._fit()
