"""The area in which the rows stand; to assistive technology, the list named Transcript."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible, QPainter
from PySide6.QtWidgets import QWidget

from desktop_assistant.ui.controls.accessible import AccessibleStop
from desktop_assistant.ui.theme import Theme
from desktop_assistant.ui.transcript.words import tr


class TranscriptViewport(QWidget, AccessibleStop):
    """The ground; its children are the rows in sight and nothing else."""

    accessible_role = QAccessible.Role.List

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(tr("Transcript"))
        # Nothing behind it is painted when something in it is.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        theme.changed.connect(self.update)

    def take_focus_now(self) -> None:
        """The scroll area has it, and leads on to the message the reader is at."""
        area = self.parentWidget()
        if area is not None:
            area.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def paint_ground(self, area: QRect) -> None:
        """Paints a part. Its paint events go to the scroll area, which calls this."""
        with QPainter(self) as painter:
            painter.fillRect(area, self._theme.color("bg.canvas"))
