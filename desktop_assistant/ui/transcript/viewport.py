"""The area in which the rows stand; to assistive technology, the list named Transcript."""

from PySide6.QtGui import QAccessible, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop_assistant.ui.controls.accessible import AccessibleRole
from desktop_assistant.ui.theme import Theme
from desktop_assistant.ui.transcript.words import tr


class TranscriptViewport(QWidget, AccessibleRole):
    """Paints the ground; its children are the rows in sight and nothing else."""

    accessible_role = QAccessible.Role.List

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(tr("Transcript"))
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(event.rect(), self._theme.color("bg.canvas"))
