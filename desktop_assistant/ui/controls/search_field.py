"""A field to search with: a magnifying glass, and at rest the keys that lead here."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop_assistant.ui.theme import Theme

_ICON = 16
_LEADING = 12
_GAP = 9


class SearchField(QLineEdit):
    """A line of text whose accessible name is its placeholder.

    Its frame is the stylesheet's (``look`` is ``search`` or, without a border at rest, ``quiet``).
    """

    def __init__(
        self,
        theme: Theme,
        name: str,
        *,
        shortcut: str = "",
        quiet: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._keys = QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText)
        self.setProperty("look", "quiet" if quiet else "search")
        self.setAccessibleName(name)
        self.setPlaceholderText(name)
        self.setClearButtonEnabled(False)
        self._apply_theme()
        theme.changed.connect(self._apply_theme)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        at = QPoint(_LEADING, (self.height() - _ICON) // 2)
        if self.isRightToLeft():
            at.setX(self.width() - _LEADING - _ICON)
        ratio = self.devicePixelRatioF()
        painter.drawPixmap(at, self._theme.pixmap("search", _ICON, "text.secondary", ratio))
        if self._keys and not self.text() and not self.hasFocus():
            self._paint_keys(painter)
        painter.end()

    def _paint_keys(self, painter: QPainter) -> None:
        font = self._theme.font("caption")
        metrics = QFontMetrics(font)
        width = metrics.horizontalAdvance(self._keys)
        placeholder = QFontMetrics(self.font()).horizontalAdvance(self.placeholderText())
        if self.width() - 2 * _LEADING - _ICON - _GAP - placeholder < width + 6:
            return
        painter.setFont(font)
        painter.setPen(self._theme.color("text.tertiary"))
        box = QRect(_LEADING, 0, self.width() - 2 * _LEADING, self.height())
        painter.drawText(
            box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignTrailing, self._keys
        )

    def _apply_theme(self) -> None:
        self.setFont(self._theme.font("ui"))
        self.setFixedHeight(max(self._theme.size("control"), self.sizeHint().height()))
        leading, trailing = _LEADING + _ICON + _GAP - 2, 8
        side = Qt.AlignmentFlag.AlignLeft
        if self.isRightToLeft():
            leading, trailing = trailing, leading
            side = Qt.AlignmentFlag.AlignRight
        self.setTextMargins(leading, 0, trailing, 0)
        # Else an empty field goes by the keyboard's language, and its words lie under the keys.
        self.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
