"""The conversation's title, which becomes a field when it is pressed."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QStackedLayout, QWidget

from desktop_assistant.rendering.controls import show_controls
from desktop_assistant.rendering.direction import isolated
from desktop_assistant.ui.controls.buttons import PaintedButton
from desktop_assistant.ui.controls.tips import plain_tip
from desktop_assistant.ui.theme import Theme

_FIELD_WIDTH = 320
_INSET = 4
"""Ground around the words on hover; the words themselves stand on the header's edge."""


class _TitleButton(PaintedButton):
    """The title, elided where there is no room."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, "", parent)
        self._title = ""
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def show_title(self, title: str, name: str) -> None:
        self._title = show_controls(title)
        self.setAccessibleName(name)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self.theme.font("title"))
        height = max(round(self.theme.line_height("title")), metrics.height())
        return QSize(metrics.horizontalAdvance(self._title) + 1 + 2 * _INSET, height)

    def minimumSizeHint(self) -> QSize:
        return QSize(2 * _INSET, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.mouse_is_over():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("bg.hover"))
            painter.drawRoundedRect(QRectF(self.rect()), theme.radius("xs"), theme.radius("xs"))
        room = self.rect().adjusted(_INSET, 0, -_INSET, 0)
        painter.setFont(theme.font("title"))
        painter.setPen(theme.color("text.primary"))
        metrics = QFontMetrics(painter.font())
        shown = metrics.elidedText(self._title, Qt.TextElideMode.ElideRight, room.width())
        self.setToolTip(plain_tip(self._title) if shown != self._title else "")
        where = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
        painter.drawText(
            room,
            where | Qt.TextFlag.TextSingleLine,
            isolated(shown, from_right=self.isRightToLeft()),
        )
        painter.end()


class _TitleField(QLineEdit):
    """The title while it is edited.

    Signals:
        left: (whether to keep the text) Enter or a click elsewhere keeps it, Escape does not.
    """

    left = Signal(bool)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit(False)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit(True)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.left.emit(True)


class TitleEdit(QWidget):
    """Title and field in one place.

    Signals:
        renamed: (title) another one was written.
    """

    renamed = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._title = ""
        self._may_rename = False
        self._is_editing = False
        self._button = _TitleButton(theme, self)
        self._field = _TitleField(self)
        self._field.setProperty("look", "inline")
        self._field.setMaxLength(200)
        self._field.setAccessibleName(self.tr("Conversation title"))
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._button)
        self._stack.addWidget(self._field)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._button.clicked.connect(self.start)
        self._field.left.connect(self._leave)
        self._apply_theme()
        theme.changed.connect(self._apply_theme)

    def show_title(self, title: str, *, may_rename: bool) -> None:
        """Shows a title; a conversation without messages has none to rename."""
        self._title, self._may_rename = title, may_rename
        name = self.tr("Conversation title, {title}").format(title=title)
        self._button.show_title(title, name)
        self._button.setEnabled(may_rename)
        self.updateGeometry()

    def start(self) -> None:
        """Makes the title a field."""
        if self._may_rename:
            self._is_editing = True
            self._field.setText(self._title)
            self._stack.setCurrentWidget(self._field)
            self.updateGeometry()
            self._field.selectAll()
            self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def sizeHint(self) -> QSize:
        hint = self._button.sizeHint()
        return hint.expandedTo(QSize(_FIELD_WIDTH, 0)) if self._is_editing else hint

    def minimumSizeHint(self) -> QSize:
        return self._button.minimumSizeHint()

    def _leave(self, keep: bool) -> None:  # noqa: FBT001  # a slot
        if not self._is_editing:
            return
        # At once: hiding the field takes its focus, which says the same again.
        self._is_editing = False
        had_focus = self._field.hasFocus()
        self._stack.setCurrentWidget(self._button)
        self.updateGeometry()
        if had_focus:
            self._button.setFocus(Qt.FocusReason.OtherFocusReason)
        title = " ".join(self._field.text().split())
        if keep and title and title != self._title:
            self.show_title(title, may_rename=True)
            self.renamed.emit(title)

    def _apply_theme(self) -> None:
        self._field.setFont(self._theme.font("title"))
        self.setFixedHeight(max(24, self._button.sizeHint().height()))
