"""‹ 2/3 ›: which version of a message is shown, and the way to the others.

Signals:
    previous_wanted, next_wanted: the version before or after.
    list_wanted: all of them, to be gone through by keyboard.
    preview_wanted: all of them, beside the pointer that rests here.
"""

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop_assistant.ui.controls.buttons import IconButton
from desktop_assistant.ui.controls.painted_button import PaintedButton
from desktop_assistant.ui.sentences import number as written
from desktop_assistant.ui.theme import Theme
from desktop_assistant.ui.transcript.words import tr

PREVIEW_AFTER_MS = 400
_HEIGHT, _STEP = 26, 24


class Switcher(QWidget):
    """Two steps, and between them the number, which lists the versions when it is pressed."""

    previous_wanted = Signal()
    next_wanted = Signal()
    list_wanted = Signal()
    preview_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.previous = _Step(theme, "chevron-left", tr("Previous version"), self)
        self.number = _Number(theme, self)
        self.next = _Step(theme, "chevron-right", tr("Next version"), self)
        self.buttons: list[QWidget] = [self.previous, self.number, self.next]
        """In reading order."""
        self.previous.clicked.connect(lambda *_: self.previous_wanted.emit())
        self.number.clicked.connect(lambda *_: self._list())
        self.next.clicked.connect(lambda *_: self.next_wanted.emit())
        for step in (self.previous, self.next):
            step.down_pressed.connect(self._list)
        self._rest = QTimer(self, singleShot=True, interval=PREVIEW_AFTER_MS)
        self._rest.timeout.connect(self.preview_wanted)

    def show_version(self, number: int, count: int, *, enabled: bool) -> None:
        """Shows which of how many."""
        self.number.show_version(number, count)
        self.number.setEnabled(enabled)
        self.previous.setEnabled(enabled and number > 1)
        self.next.setEnabled(enabled and number < count)
        self.updateGeometry()
        self._place()

    def set_focus_policy(self, policy: Qt.FocusPolicy) -> None:
        """Whether Tab comes here."""
        for button in self.buttons:
            button.setFocusPolicy(policy)

    def sizeHint(self) -> QSize:
        number = self.number.sizeHint()
        return QSize(2 * self._theme.reading_length(_STEP) + number.width(), number.height())

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        if self.number.isEnabled():
            self._rest.start()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._rest.stop()

    def hideEvent(self, event: object) -> None:
        self._rest.stop()

    def resizeEvent(self, event: object) -> None:
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("bg.hover"))
            painter.drawRoundedRect(QRectF(self.rect()), theme.radius("sm"), theme.radius("sm"))

    def _list(self) -> None:
        self._rest.stop()
        self.list_wanted.emit()

    def _place(self) -> None:
        first, last = self.previous, self.next
        if self.isRightToLeft():
            first, last = last, first
        step = self._theme.reading_length(_STEP)
        first.setGeometry(QRect(0, 0, step, self.height()))
        self.number.setGeometry(QRect(step, 0, self.width() - 2 * step, self.height()))
        last.setGeometry(QRect(self.width() - step, 0, step, self.height()))


class _Step(IconButton):
    """Towards a neighbour.

    Signals:
        down_pressed: the arrow key that opens a list.
    """

    down_pressed = Signal()

    def __init__(self, theme: Theme, icon: str, name: str, parent: QWidget) -> None:
        super().__init__(theme, icon, name, size=_STEP, icon_size=14, reading=True, parent=parent)
        self.setToolTip("")  # it would lie on the versions that show themselves

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.down_pressed.emit()
            return
        super().keyPressEvent(event)


class _Number(PaintedButton):
    """Which of how many; a press lists them."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, "", parent, reading=True)
        self._text = ""

    def show_version(self, number: int, count: int) -> None:
        """Shows which of how many."""
        self._text = f"{written(number)}/{written(count)}"
        self.set_name(
            tr("Versions, {number} of {count}").format(number=written(number), count=written(count))
        )
        self.setToolTip("")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        width = QFontMetrics(self.font_of("label")).horizontalAdvance(self._text)
        return QSize(max(self.length(24), width + self.length(6)), self.length(_HEIGHT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self.theme
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self.mouse_is_over() or self.isDown():
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.color("bg.pressed"))
                painter.drawRoundedRect(QRectF(self.rect()), theme.radius("xs"), theme.radius("xs"))
            painter.setFont(self.font_of("label"))
            painter.setPen(theme.color("text.secondary"))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._text)
