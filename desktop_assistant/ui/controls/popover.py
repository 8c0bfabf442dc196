"""A card over the window that closes by Escape, by a click beside it, and gives the focus back.

It lies inside the window, not in one of its own: then shadows need no compositor, input methods
work in its fields, and assistive technology finds it where it belongs.
"""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QRegion
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from shiboken6 import isValid

from desktop_assistant.ui.theme import Theme
from desktop_assistant.ui.theme.shadows import paint_shadow

_GAP = 6
_EDGE = 8
_PADDING = 6
_SHADOW_REACH = 20
_LINGER_MS = 250
"""How long the pointer may be on its way from the control to the card."""


class Popover(QWidget):
    """Covers its window with nothing but the card; made for one opening, deleted after it.

    Signals:
        closed: it has gone; the focus is back where it was.
    """

    closed = Signal()

    closes_with_window = False
    """Whether it goes when the person turns to another window."""

    def __init__(self, theme: Theme, window: QWidget, name: str) -> None:
        super().__init__(window)
        self._host = window
        self._theme = theme
        self._anchor: QWidget | None = None
        self._point: QPoint | None = None
        self._trailing = False
        self._focus_before: QWidget | None = None
        self._is_closing = False
        self._hovers = False
        self._leaving = QTimer(self, singleShot=True, interval=_LINGER_MS)
        self.setAccessibleName(name)
        self.card = QWidget(self)
        """Where the content goes."""
        self.content = QVBoxLayout(self.card)
        self.content.setContentsMargins(_PADDING, _PADDING, _PADDING, _PADDING)
        self.content.setSpacing(2)
        window.installEventFilter(self)
        self.hide()

    def open_at(self, anchor: QWidget, *, trailing: bool = False) -> None:
        """Opens below a control, or above it where there is more room.

        Args:
            anchor: the control that opened it.
            trailing: flush with the anchor's trailing edge instead of its leading one.
        """
        self._anchor, self._trailing = anchor, trailing
        self._open()

    def open_at_point(self, at: QPoint) -> None:
        """Opens with its leading corner at a point of the window."""
        self._point = at
        self._open()

    def open_hovering(self, anchor: QWidget) -> None:
        """Opens beside a control that the pointer rests on, and goes when it has left both.

        It takes neither the keyboard nor a click that is not on the card.
        """
        self._anchor, self._hovers = anchor, True
        self._leaving.timeout.connect(self._close_if_left)
        for widget in (anchor, self.card):
            widget.installEventFilter(self)
        self._open()

    def close_card(self) -> None:
        """Closes it and gives the focus back."""
        if self._is_closing:
            return
        self._is_closing = True
        had_focus = self.isAncestorOf(QApplication.focusWidget() or self._host)
        self.hide()
        before = self._focus_before
        if had_focus and before is not None and isValid(before):
            before.setFocus(Qt.FocusReason.PopupFocusReason)
        self.closed.emit()
        self.deleteLater()

    def place(self) -> None:
        """Puts the card in its place after it has grown or the window changed."""
        window = self._host
        hint = self.card.sizeHint().expandedTo(self.card.minimumSize())
        if self._point is not None:
            self._place_at(self._point, hint)
            return
        if self._anchor is None or not isValid(self._anchor):
            return
        at = QRect(self._anchor.mapTo(window, QPoint(0, 0)), self._anchor.size())
        below = window.height() - at.bottom() - _GAP - _EDGE
        above = at.top() - _GAP - _EDGE
        room = max(below, above)
        height = min(hint.height(), room)
        width = min(hint.width(), window.width() - 2 * _EDGE)
        at_right = self._trailing != self.isRightToLeft()
        left = at.right() + 1 - width if at_right else at.left()
        left = max(_EDGE, min(left, window.width() - width - _EDGE))
        opens_down = below >= height or below >= above
        top = at.bottom() + _GAP if opens_down else at.top() - _GAP - height
        self.card.setGeometry(left, top, width, height)
        if self._hovers:
            reach = _SHADOW_REACH
            shadowed = self.card.geometry().adjusted(-reach, -reach, reach, reach)
            self.setMask(QRegion(shadowed) - QRegion(at))
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._host and event.type() is QEvent.Type.Resize:
            self.setGeometry(self._host.rect())
            self.place()
        elif event.type() is QEvent.Type.WindowDeactivate and self.closes_with_window:
            self.close_card()
        elif self._hovers and event.type() is QEvent.Type.Leave:
            self._leaving.start()
        return False

    def focusNextPrevChild(self, next_: bool) -> bool:  # noqa: FBT001  # Qt's signature
        """Tab stays on the card."""
        chain = [
            widget
            for widget in self.card.findChildren(QWidget)
            if widget.isVisible()
            and widget.isEnabled()
            and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]
        if not chain:
            return True
        current = QApplication.focusWidget()
        index = chain.index(current) if current in chain else -1
        reason = Qt.FocusReason.TabFocusReason if next_ else Qt.FocusReason.BacktabFocusReason
        chain[(index + (1 if next_ else -1)) % len(chain)].setFocus(reason)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_card()
            return
        super().keyPressEvent(event)
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self.card.geometry().contains(event.position().toPoint()):
            self.close_card()
        event.accept()

    def _close_if_left(self) -> None:
        anchor = self._anchor
        is_on_anchor = anchor is not None and isValid(anchor) and anchor.underMouse()
        if not is_on_anchor and not self.card.underMouse():
            self.close_card()

    def _open(self) -> None:
        for other in self._host.findChildren(Popover):
            if other is not self and other.isVisible():
                other.close_card()
        self._focus_before = QApplication.focusWidget()
        self.setGeometry(self._host.rect())
        self.place()  # before it is shown: where it is masked, the pointer stays where it was
        self.show()
        self.raise_()
        self.place()

    def _place_at(self, point: QPoint, hint: QSize) -> None:
        window = self._host
        width = min(hint.width(), window.width() - 2 * _EDGE)
        height = min(hint.height(), window.height() - 2 * _EDGE)
        left = point.x() - width if self.isRightToLeft() else point.x()
        left = max(_EDGE, min(left, window.width() - width - _EDGE))
        top = max(_EDGE, min(point.y(), window.height() - height - _EDGE))
        self.card.setGeometry(left, top, width, height)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, box = self._theme, self.card.geometry()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = theme.radius("md")
        paint_shadow(painter, box, radius, theme, "menu")
        painter.setPen(QPen(theme.color("border.default"), 1))
        painter.setBrush(theme.color("bg.raised"))
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        painter.end()
