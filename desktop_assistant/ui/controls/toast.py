"""A short message at the bottom with a way back; it leaves by itself."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRectF, QTimer
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop_assistant.ui.controls.announce import announce
from desktop_assistant.ui.controls.buttons import Button, ButtonKind
from desktop_assistant.ui.controls.labels import ElidedLabel
from desktop_assistant.ui.theme import Theme
from desktop_assistant.ui.theme.shadows import paint_shadow

_MARGIN = 16
_SHADOW = 14


class Toast(QWidget):
    """Floats over its parent; only the newest message is shown."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._host = parent
        self._theme = theme
        self._on_action: Callable[[], None] | None = None
        self._lift = 0
        self._is_work = False
        self._text = ElidedLabel(theme, parent=self)
        self._text.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._action = Button(theme, "", kind=ButtonKind.LINK, small=True, parent=self)
        self._action.clicked.connect(self.act)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(_SHADOW + 14, _SHADOW + 6, _SHADOW + 14, _SHADOW + 6)
        row.setSpacing(8)
        row.addWidget(self._text, 1)
        row.addWidget(self._action)
        self._timer = QTimer(self, singleShot=True, interval=theme.duration("toast"))
        self._timer.timeout.connect(self._leave)
        parent.installEventFilter(self)
        self._action.installEventFilter(self)
        self.hide()

    @property
    def can_act(self) -> bool:
        """Whether it is shown and offers something."""
        return self.isVisible() and self._on_action is not None

    def set_lift(self, lift: int) -> None:
        """How far above the parent's lower edge it floats, in pixels."""
        self._lift = lift
        self._place()

    def tell(
        self, text: str, action: str = "", on_action: Callable[[], None] | None = None
    ) -> None:
        """Shows a message for six seconds, or for as long as it is hovered or focused.

        Args:
            text: what happened.
            action: what the button says, usually Undo; empty shows none.
            on_action: what the button does.
        """
        self._is_work = False
        self._show(text, action, on_action)
        self._timer.start()
        announce(self, text)

    def show_work(self, text: str, action: str, on_action: Callable[[], None]) -> None:
        """Shows work under way until ``end_work``, or until something else is told.

        Args:
            text: how far it is; said aloud the first time only.
            action: what the button says.
            on_action: what the button does.
        """
        if not self._is_work:
            announce(self, text)
        self._is_work = True
        self._timer.stop()
        self._show(text, action, on_action)

    def end_work(self) -> None:
        """Work is over; if it is shown, it goes."""
        if self._is_work:
            self._is_work = False
            self._leave()

    @property
    def is_work(self) -> bool:
        """Whether it shows work under way, whose button is no way back."""
        return self._is_work

    def _show(self, text: str, action: str, on_action: Callable[[], None] | None) -> None:
        self._on_action = on_action
        self._text.setText(text)
        self._action.set_label(action)
        self._action.setVisible(bool(action))
        self._place()
        self.show()
        self.raise_()

    def act(self) -> None:
        """Does what the button offers, once."""
        act, self._on_action = self._on_action, None
        self.hide()
        self._timer.stop()
        if act is not None:
            act()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and watched is self._host:
            self._place()
        elif event.type() is QEvent.Type.FocusIn and watched is self._action:
            self._timer.stop()
        elif event.type() is QEvent.Type.FocusOut and watched is self._action:
            self._leave_later()
        return False

    def enterEvent(self, event: QEnterEvent) -> None:
        self._timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        if not self._action.hasFocus():
            self._leave_later()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = self.rect().adjusted(_SHADOW, _SHADOW, -_SHADOW, -_SHADOW)
        radius = theme.radius("md")
        paint_shadow(painter, box, radius, theme, "menu")
        painter.setPen(QPen(theme.color("border.default"), 1))
        painter.setBrush(theme.color("bg.raised"))
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        painter.end()

    def _leave_later(self) -> None:
        if not self._is_work:
            self._timer.start()

    def _leave(self) -> None:
        self._on_action = None
        self.hide()

    def _place(self) -> None:
        host = self._host
        self._row.activate()
        width = min(self.sizeHint().width(), host.width() - 2 * (_MARGIN - _SHADOW))
        height = self.sizeHint().height()
        top = host.height() - self._lift - height - _MARGIN + _SHADOW
        self.setGeometry((host.width() - width) // 2, top, width, height)
