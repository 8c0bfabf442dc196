"""The files of a question that is being edited: each stays unless it is taken away.

Signals:
    changed: one was taken away.
"""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop_assistant.domain.attachments import AttachedText
from desktop_assistant.rendering.controls import show_controls
from desktop_assistant.ui.controls.buttons import IconButton
from desktop_assistant.ui.file_words import about_file
from desktop_assistant.ui.theme import Theme
from desktop_assistant.ui.transcript.blocks.file_box import ABOVE, GAP, HEIGHT, SIDE, TILE
from desktop_assistant.ui.transcript.file_chip import paint_chip
from desktop_assistant.ui.transcript.painting import mirrored
from desktop_assistant.ui.transcript.words import tr

_WIDEST_NAME = 240
_APART = 8
_BUTTON = 28


class KeptFiles(QWidget):
    """Chips in rows, each with a button that takes it away."""

    changed = Signal()

    def __init__(self, theme: Theme, files: tuple[AttachedText, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self._chips = [_KeptFile(theme, file, self) for file in files]
        for chip in self._chips:
            chip.remove.clicked.connect(lambda _=False, chip=chip: self._drop(chip))

    @property
    def files(self) -> tuple[AttachedText, ...]:
        """Those that are still there."""
        return tuple(chip.file for chip in self._chips)

    def lay_out(self, width: int) -> int:
        """Places the chips for a width; returns the height they need, none if there are none."""
        x = y = bottom = 0
        for chip in self._chips:
            hint = chip.sizeHint().boundedTo(QSize(width, chip.sizeHint().height()))
            if x and x + hint.width() > width:
                x, y = 0, bottom + _APART
            area = QRect(x, y, hint.width(), hint.height())
            chip.setGeometry(mirrored(area, width, rtl=self.isRightToLeft()))
            x += hint.width() + _APART
            bottom = y + hint.height()
        return bottom

    def _drop(self, chip: "_KeptFile") -> None:
        self._chips.remove(chip)
        chip.hide()
        chip.deleteLater()
        self.changed.emit()


class _KeptFile(QWidget):
    """One file: its chip, and the button."""

    def __init__(self, theme: Theme, file: AttachedText, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.file = file
        self._lines = (
            (show_controls(file.name), "label", "text.primary"),
            (about_file(file), "caption", "text.tertiary"),
        )
        self.remove = IconButton(
            theme,
            "close",
            tr("Remove {name}").format(name=file.name),
            size=_BUTTON,
            icon_size=12,
            reading=True,
            parent=self,
        )

    def sizeHint(self) -> QSize:
        length = self._theme.reading_length
        advances = [self._metrics(font).horizontalAdvance(text) for text, font, _ in self._lines]
        words = min(max(advances), length(_WIDEST_NAME)) + 1
        edges = sum(map(length, (SIDE, TILE, GAP, GAP, _BUTTON, SIDE)))
        return QSize(edges + words, length(HEIGHT))

    def resizeEvent(self, event: object) -> None:
        hint = self.remove.sizeHint()
        x = self.width() - self._theme.reading_length(SIDE) - hint.width()
        area = QRect(x, (self.height() - hint.height()) // 2, hint.width(), hint.height())
        self.remove.setGeometry(mirrored(area, self.width(), rtl=self.isRightToLeft()))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, length, rtl = self._theme, self._theme.reading_length, self.isRightToLeft()
        left = sum(map(length, (SIDE, TILE, GAP)))
        width = self.width() - left - sum(map(length, (GAP, _BUTTON, SIDE)))
        top = length(ABOVE)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            ratio = self.devicePixelRatioF()
            paint_chip(painter, self.rect(), theme, "bg.canvas", ratio=ratio, rtl=rtl)
            for text, font, color in self._lines:
                painter.setFont(theme.font(font, reading=True))
                painter.setPen(theme.color(color))
                height = round(theme.line_height(font, reading=True))
                area = mirrored(QRect(left, top, width, height), self.width(), rtl=rtl)
                where = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
                shown = self._metrics(font).elidedText(text, Qt.TextElideMode.ElideMiddle, width)
                painter.drawText(area, where, shown)
                top += height

    def _metrics(self, font: str) -> QFontMetrics:
        return QFontMetrics(self._theme.font(font, reading=True))
