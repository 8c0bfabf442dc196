"""The arc of a control that is at work; three still dots where motion is not wanted."""

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPen

from desktop_assistant.ui.theme import Theme

_SHOW_AFTER_MS = 150
_FRAME_MS = 40
_STEP_DEGREES = 16


class BusyArc(QObject):
    """Turns while its owner works; what takes less than 150 ms shows nothing.

    Signals:
        turned: paint again.
    """

    turned = Signal()

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._angle = 0
        self._running = False
        self._visible = False
        self._delay = QTimer(self, singleShot=True, interval=_SHOW_AFTER_MS)
        self._delay.timeout.connect(self._appear)
        self._frames = QTimer(self, interval=_FRAME_MS)
        self._frames.timeout.connect(self._turn)

    @property
    def is_running(self) -> bool:
        """Whether the work goes on."""
        return self._running

    @property
    def is_visible(self) -> bool:
        """Whether the work has gone on long enough to be shown."""
        return self._visible

    def start(self) -> None:
        """The work begins."""
        if not self._running:
            self._running = True
            self._delay.start()

    def stop(self) -> None:
        """The work has ended."""
        self._running = self._visible = False
        self._delay.stop()
        self._frames.stop()
        self.turned.emit()

    def paint(self, painter: QPainter, box: QRect, color: QColor) -> None:
        """Paints it into a square."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._theme.reduce_motion:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color)
            for step in (0.2, 0.5, 0.8):
                middle = box.top() + box.height() / 2
                painter.drawEllipse(QPointF(box.left() + box.width() * step, middle), 1.4, 1.4)
        else:
            pen = QPen(color, 1.75)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            arc = QRectF(box).adjusted(2, 2, -2, -2)
            painter.drawArc(arc, -self._angle * 16, 250 * 16)
        painter.restore()

    def _appear(self) -> None:
        self._visible = True
        if not self._theme.reduce_motion:
            self._frames.start()
        self.turned.emit()

    def _turn(self) -> None:
        self._angle = (self._angle + _STEP_DEGREES) % 360
        self.turned.emit()
