"""A scroll area on a card: as large as what is in it, and scrolling that where there is no room."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

_MANY_PIXELS = 10_000


class FittingArea(QScrollArea):
    """Takes no focus and no arrow keys: those are for what is in it."""

    def __init__(self, parent: QWidget, *, most_height: int = _MANY_PIXELS) -> None:
        super().__init__(parent)
        self._most_height = most_height
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def hold(self, content: QWidget) -> None:
        """Shows this, on the card's own ground."""
        self.setWidget(content)
        self.viewport().setAutoFillBackground(False)
        content.setAutoFillBackground(False)  # which setWidget has switched on
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        content = self.widget()
        if content is None:
            return super().sizeHint()
        return content.sizeHint().boundedTo(QSize(_MANY_PIXELS, self._most_height))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()
