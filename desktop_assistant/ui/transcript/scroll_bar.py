"""The scroll bar: thin, painted by the theme, with a tick for every fork.

Signals:
    moved_by_user: (up) the user moved it, towards the beginning or not.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollBar, QWidget

from desktop_assistant.ui.theme import Theme

_MARGIN, _END = 3, 4
_LEAST_THUMB = 36
_TICK = 2
_TICK_REACH = 5


class TranscriptScrollBar(QScrollBar):
    """A vertical bar that tells the user's moves from the program's."""

    moved_by_user = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._theme = theme
        self._ticks: Sequence[int] = ()
        self._grip: float | None = None
        self._hovered = False
        theme.changed.connect(self.update)

    def set_ticks(self, places: Sequence[int]) -> None:
        """Marks places of the content, in its pixels."""
        if list(places) != list(self._ticks):
            self._ticks = list(places)
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.size("scrollbar") + _MARGIN + 1, 60)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() in (QEvent.Type.Polish, QEvent.Type.StyleChange):
            # It paints its ground, whatever the style sheet says of other bars.
            self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        return done

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._hovered = True
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hovered = False
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        y = event.position().y()
        tick = self._tick_at(y)
        thumb = self._thumb()
        if thumb.top() <= y <= thumb.bottom():
            self._grip = y - thumb.top()
        elif tick is not None:
            self._go(tick - self.pageStep() // 3)
        else:
            self._go(self.value() + (self.pageStep() if y > thumb.bottom() else -self.pageStep()))
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip is None:
            return
        thumb, area = self._thumb(), self._area()
        way = area.height() - thumb.height()
        if way > 0:
            share = (event.position().y() - self._grip - area.top()) / way
            self._go(round(min(max(0.0, share), 1.0) * self.maximum()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grip = None
        self.update()

    def contextMenuEvent(self, event: QEvent) -> None:
        event.accept()  # neither the style's own menu nor that of a message

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), theme.color("bg.canvas"))
            if self.maximum() > 0:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                held = self._grip is not None or self._hovered
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.color("scroll.thumb_hover" if held else "scroll.thumb"))
                painter.drawRoundedRect(self._thumb().adjusted(1, 0, -1, 0), 3, 3)
                painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
                area = self._area()
                for place in self._ticks:
                    y = round(self._tick_y(place))
                    tick = QRectF(area.left(), y, area.width(), _TICK)
                    painter.fillRect(tick, theme.color("accent.fill"))

    def _go(self, value: int) -> None:
        value = min(max(self.minimum(), value), self.maximum())
        before = self.value()
        if value != before:
            self.setValue(value)
            self.moved_by_user.emit(value < before)

    def _area(self) -> QRectF:
        width = self._theme.size("scrollbar")
        left = _MARGIN if self.isRightToLeft() else self.width() - _MARGIN - width
        return QRectF(max(0, left), _END, width, max(1, self.height() - 2 * _END))

    def _thumb(self) -> QRectF:
        area = self._area()
        whole = self.maximum() + self.pageStep()
        length = max(_LEAST_THUMB, area.height() * self.pageStep() / max(1, whole))
        length = min(length, area.height())
        way = area.height() - length
        y = area.top() + way * self.value() / max(1, self.maximum())
        return QRectF(area.left(), y, area.width(), length)

    def _tick_y(self, place: int) -> float:
        area = self._area()
        whole = max(1, self.maximum() + self.pageStep())
        return area.top() + (area.height() - _TICK) * min(1.0, place / whole)

    def _tick_at(self, y: float) -> int | None:
        near = [place for place in self._ticks if abs(self._tick_y(place) - y) <= _TICK_REACH]
        return min(near, key=lambda place: abs(self._tick_y(place) - y)) if near else None
