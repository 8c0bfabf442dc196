"""The ring around what the keyboard would act on; a mouse click shows none."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFocusFrame, QWidget

from desktop_assistant.ui.theme import Theme

_BY_KEYBOARD = frozenset(
    [
        Qt.FocusReason.TabFocusReason,
        Qt.FocusReason.BacktabFocusReason,
        Qt.FocusReason.ShortcutFocusReason,
    ]
)
_RETURNING = frozenset(
    [
        Qt.FocusReason.ActiveWindowFocusReason,
        Qt.FocusReason.PopupFocusReason,
        Qt.FocusReason.MenuBarFocusReason,
    ]
)


def shows_ring(reason: Qt.FocusReason, *, before: bool) -> bool:
    """Whether focus that came for this reason is shown.

    Args:
        reason: why the focus came.
        before: whether it was shown when it was last here; coming back from a menu or another
            window changes nothing.
    """
    return before if reason in _RETURNING else reason in _BY_KEYBOARD


def paint_ring(painter: QPainter, rect: QRect, radius: float, theme: Theme) -> None:
    """Paints the ring just inside a rectangle, for rows and other painted items."""
    width = theme.size("focus.width")
    inset = width / 2
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.color("focus"), width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    box = QRectF(rect).adjusted(inset, inset, -inset, -inset)
    painter.drawRoundedRect(box, radius, radius)
    painter.restore()


class FocusRing(QFocusFrame):
    """The ring around one control, a little outside it.

    A ``QFocusFrame`` because assistive technology passes over those; its own way of following
    a widget is not used, since its distance comes from the style.
    """

    def __init__(self, theme: Theme, control: QWidget) -> None:
        super().__init__(control.parentWidget())
        self._theme = theme
        self._control = control
        self._radius = 0.0
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def show_around(self, radius: float) -> None:
        """Shows it around the control, whose corners have that radius."""
        self._radius = radius
        self.follow()
        self.show()
        self.raise_()

    def follow(self) -> None:
        """Goes where the control has gone."""
        if self.parentWidget() is not self._control.parentWidget():
            self.setParent(self._control.parentWidget())
        reach = self._theme.size("focus.offset") + self._theme.size("focus.width")
        self.setGeometry(self._control.geometry().adjusted(-reach, -reach, reach, reach))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_ring(
            painter, self.rect(), self._radius + self._theme.size("focus.offset"), self._theme
        )
        painter.end()
