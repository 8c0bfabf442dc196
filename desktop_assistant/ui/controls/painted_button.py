"""What every button of ours shares; how it looks is each button's own."""

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import (
    QEnterEvent,
    QFocusEvent,
    QFont,
    QHideEvent,
    QKeyEvent,
    QKeySequence,
    QMoveEvent,
    QPainter,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QWidget

from desktop_assistant.ui.controls import accessible
from desktop_assistant.ui.controls.accessible import AccessibleButton
from desktop_assistant.ui.controls.busy_arc import BusyArc
from desktop_assistant.ui.controls.focus_ring import FocusRing, shows_ring
from desktop_assistant.ui.controls.tips import plain_tip
from desktop_assistant.ui.theme import Theme


class PaintedButton(QAbstractButton, AccessibleButton):
    """Theme, hover, busy arc, the keyboard's ring, and Enter as well as Space."""

    def __init__(
        self, theme: Theme, name: str, parent: QWidget | None = None, *, reading: bool = False
    ) -> None:
        """Makes the button.

        Args:
            theme: its look.
            name: how it is called, translated.
            parent: where it lies.
            reading: whether it grows with the conversation's text.
        """
        super().__init__(parent)
        accessible.install()
        self._theme = theme
        self._reading = reading
        self._ring: FocusRing | None = None
        self._shows_ring = False
        self._busy: BusyArc | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.set_name(name)
        theme.changed.connect(self._on_theme_changed)

    def set_name(self, name: str, shortcut: str = "") -> None:
        """How it is called by assistive technology and in its tip.

        Args:
            name: a short, translated name; the tip shows it as plain text.
            shortcut: keys in portable form, such as ``Ctrl+N``, shown in the tip.
        """
        self.setAccessibleName(name)
        keys = QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText)
        self.setToolTip(plain_tip(f"{name}  {keys}" if keys else name))

    @property
    def theme(self) -> Theme:
        """The look it is painted in."""
        return self._theme

    def font_of(self, name: str) -> QFont:
        """A font of the type scale, in the size of this button."""
        return self._theme.font(name, reading=self._reading)

    def length(self, pixels: int) -> int:
        """A length in this button, whose size may go with the conversation's text."""
        return self._theme.reading_length(pixels) if self._reading else pixels

    @property
    def corner_radius(self) -> float:
        """Radius of its corners, which the keyboard ring follows."""
        return self._theme.radius("sm")

    @property
    def shows_ring(self) -> bool:
        """Whether the keyboard is on it, and used."""
        return self._shows_ring and self.hasFocus()

    @property
    def is_busy(self) -> bool:
        """Whether it works and takes no press."""
        return self._busy is not None and self._busy.is_running

    def set_busy(self, busy: bool) -> None:  # noqa: FBT001  # a setter in Qt's manner
        """Shows an arc (after a moment) and takes no press until it is set back."""
        if self._busy is None:
            self._busy = BusyArc(self._theme, self)
            self._busy.turned.connect(self.update)
        if busy:
            self._busy.start()
        else:
            self._busy.stop()
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._set_ring(shown=shows_ring(event.reason(), before=self._shows_ring))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self._ring is not None:
            self._ring.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self._set_ring(shown=True)
            self.click()
            return
        super().keyPressEvent(event)

    def nextCheckState(self) -> None:
        if not self.is_busy:
            super().nextCheckState()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        self._follow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._follow()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._ring is not None:
            self._ring.hide()

    def mouse_is_over(self) -> bool:
        """Whether the pointer is over it and it can be pressed."""
        return self.isEnabled() and self.underMouse() and not self.is_busy

    def paint_icon(self, painter: QPainter, name: str, box: QRect, color: str) -> None:
        """Paints an icon, or the arc while busy, filling a square."""
        if self._busy is not None and self._busy.is_visible:
            self._busy.paint(painter, box, self._theme.color(color))
            return
        ratio = self.devicePixelRatioF()
        painter.drawPixmap(box.topLeft(), self._theme.pixmap(name, box.width(), color, ratio))

    def _set_ring(self, *, shown: bool) -> None:
        self._shows_ring = shown
        if shown and self.hasFocus():
            if self._ring is None:
                self._ring = FocusRing(self._theme, self)
            self._ring.show_around(self.corner_radius)
        elif self._ring is not None:
            self._ring.hide()

    def _follow(self) -> None:
        if self._ring is not None:
            self._ring.follow()

    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()
