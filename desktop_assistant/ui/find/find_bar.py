"""The bar to find words in the conversation: field, count, previous, next, close.

It lies over the top of the transcript, so that opening it moves nothing that is being read.
"""

from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QObject, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_assistant.ui.controls.buttons import IconButton
from desktop_assistant.ui.controls.labels import Label
from desktop_assistant.ui.controls.search_field import SearchField
from desktop_assistant.ui.theme import Theme
from desktop_assistant.ui.theme.shadows import paint_shadow

_SHADOW = 14
_PADDING = 6
_MARGIN = 12
_FIELD = 240
_LEAST_FIELD = 96
_BUTTON = 28


class FindBar(QWidget):
    """Shows what its owner says; its wishes go out as signals.

    Signals:
        words_changed: (text) the field holds something else.
        step_wanted: (1 or -1) the next hit, or the one before.
        close_wanted: it is to go.
    """

    words_changed = Signal(str)
    step_wanted = Signal(int)
    close_wanted = Signal()

    def __init__(self, theme: Theme, host: QWidget, over: QWidget) -> None:
        """Makes it, hidden.

        Args:
            theme: the look.
            host: its parent.
            over: the part of the host at whose top it lies.
        """
        super().__init__(host)
        self._theme = theme
        self._host, self._over = host, over
        self.field = SearchField(theme, tr("Find text"), parent=self)
        self._count = Label(theme, font="label", color="text.secondary", parent=self)
        self._count.setAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignTrailing)
        self._previous = IconButton(theme, "chevron-up", "", size=_BUTTON, parent=self)
        self._previous.set_name(tr("Previous hit"), "Shift+F3")
        self._next = IconButton(theme, "chevron-down", "", size=_BUTTON, parent=self)
        self._next.set_name(tr("Next hit"), "F3")
        self._close = IconButton(theme, "close", "", size=_BUTTON, icon_size=14, parent=self)
        self._close.set_name(tr("Close"), "Esc")
        row = QHBoxLayout(self)
        edge = _SHADOW + _PADDING
        row.setContentsMargins(edge, edge, edge, edge)
        row.setSpacing(2)
        row.addWidget(self.field, 1)
        row.addSpacing(6)
        row.addWidget(self._count)
        row.addSpacing(4)
        for button in (self._previous, self._next, self._close):
            row.addWidget(button)
        self.field.textEdited.connect(self.words_changed)
        self._previous.clicked.connect(lambda: self.step_wanted.emit(-1))
        self._next.clicked.connect(lambda: self.step_wanted.emit(1))
        self._close.clicked.connect(self.close_wanted)
        theme.changed.connect(self._apply_theme)
        over.installEventFilter(self)
        self._apply_theme()
        self.hide()

    def open_with(self, words: str) -> None:
        """Shows it, with words in the field that typing would replace."""
        self.field.setText(words)
        self.place()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def show_count(self, text: str, *, found: bool) -> None:
        """Says how many hits there are, and at which one the reader is.

        Args:
            text: the words.
            found: whether there is anything to go to.
        """
        self._count.setText(text)
        # A button with the focus stays one: what it leads to may come with the next word.
        for button in (self._previous, self._next):
            button.setEnabled(found or button.hasFocus())

    @property
    def count_text(self) -> str:
        """What it says about the hits."""
        return self._count.text()

    def place(self) -> None:
        """Puts it at the top, at the trailing edge of what it lies over."""
        at = self._over.mapTo(self._host, QPoint(0, 0))
        room = self._over.width() - 2 * _MARGIN + 2 * _SHADOW
        width = min(self._most_width(), room)
        left = at.x() + _MARGIN - _SHADOW
        if not self.isRightToLeft():
            left = at.x() + self._over.width() - _MARGIN + _SHADOW - width
        top = at.y() + _MARGIN - _SHADOW
        self.setGeometry(left, top, width, self.sizeHint().height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._over and event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self.place()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, shift = event.key(), event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if key == Qt.Key.Key_Escape:
            self.close_wanted.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.step_wanted.emit(-1 if shift else 1)
        else:
            super().keyPressEvent(event)
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            box = self.rect().adjusted(_SHADOW, _SHADOW, -_SHADOW, -_SHADOW)
            radius = theme.radius("md")
            paint_shadow(painter, box, radius, theme, "menu")
            painter.setPen(QPen(theme.color("border.default"), 1))
            painter.setBrush(theme.color("bg.raised"))
            painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)

    def _most_width(self) -> int:
        count = self._count.minimumWidth()
        return 2 * (_SHADOW + _PADDING) + _FIELD + count + 3 * _BUTTON + 24

    def _apply_theme(self) -> None:
        longest = position_of(888, 8888)
        metrics = QFontMetrics(self._theme.font("label"))
        self._count.setMinimumWidth(metrics.horizontalAdvance(longest) + 8)
        self.field.setMinimumWidth(_LEAST_FIELD)
        self.place()
        self.update()


def tr(text: str, note: str = "", count: int = -1) -> str:
    """The text in the user's language, in this bar's context."""
    return QCoreApplication.translate("FindBar", text, note, count)


def position_of(number: int, total: int) -> str:
    """At which hit of how many the reader is."""
    locale = QLocale()
    return tr("{number} of {total}").format(
        number=locale.toString(number), total=locale.toString(total)
    )


def hits(total: int) -> str:
    """How many hits there are."""
    if not total:
        return tr("No hits")
    if total == 1:
        return tr("1 hit")
    return tr("{total} hits", "", total).format(total=QLocale().toString(total))


def hits_so_far(total: int) -> str:
    """How many hits there are, while there may be more."""
    return f"{QLocale().toString(total)}…" if total else "…"
