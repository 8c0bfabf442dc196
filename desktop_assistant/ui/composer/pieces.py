"""What lies above the field until it is sent: attached files and waiting messages."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop_assistant.domain.attachments import AttachedText, said_in
from desktop_assistant.rendering.controls import has_hidden
from desktop_assistant.ui.controls.buttons import IconButton
from desktop_assistant.ui.controls.icon_label import IconLabel
from desktop_assistant.ui.controls.labels import ElidedLabel
from desktop_assistant.ui.file_words import about_file
from desktop_assistant.ui.theme import Theme

_MOST_WIDTH = 280


class _Piece(QWidget):
    """A framed thing with a button to remove it.

    Signals:
        removed: the button was pressed.
    """

    removed = Signal()

    def __init__(self, theme: Theme, height: int, remove_name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._height = height
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(8, 0, 8, 0)
        self.row.setSpacing(10)
        self.remove = IconButton(theme, "close", remove_name, size=28, icon_size=12, parent=self)
        self.remove.clicked.connect(self.removed)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(min(hint.width(), _MOST_WIDTH), max(self._height, hint.height()))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("border.default"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        radius = self._theme.radius("md")
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, radius, radius)
        painter.end()


class AttachmentPiece(_Piece):
    """A file: name, kind, size, about how many tokens."""

    def __init__(self, theme: Theme, file: AttachedText, parent: QWidget) -> None:
        super().__init__(theme, 44, "", parent)
        self.remove.set_name(self.tr("Remove {name}").format(name=file.name))
        self.file = file
        self.holds_hidden = has_hidden(file.name) or has_hidden(file.text)
        """Whether it holds signs that nobody sees."""
        tile = IconLabel(
            theme, "file", 16, "accent.text", self, tile=28, tile_color="accent.subtle"
        )
        lines = QVBoxLayout()
        lines.setSpacing(0)
        lines.setContentsMargins(0, 5, 0, 5)
        for text, font, color in (
            (file.name, "label", "text.primary"),
            (about_file(file), "caption", "text.tertiary"),
        ):
            label = ElidedLabel(theme, text, font=font, color=color, parent=self)
            label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            lines.addWidget(label)
        self.row.addWidget(tile)
        self.row.addLayout(lines, 1)
        self.row.addWidget(self.remove)


class QueuedPiece(_Piece):
    """A message that is sent when the reply is complete."""

    def __init__(self, theme: Theme, text: str, parent: QWidget) -> None:
        super().__init__(theme, 32, "", parent)
        self.remove.set_name(self.tr("Remove queued message"))
        self.text = text
        first = " ".join(said_in(text).split())[:80]
        label = ElidedLabel(
            theme,
            self.tr("Next: {text}").format(text=first),
            font="label",
            color="text.secondary",
            parent=self,
        )
        label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.row.addWidget(IconLabel(theme, "clock", 14, "text.tertiary", self))
        self.row.addWidget(label, 1)
        self.row.addWidget(self.remove)
