"""How full the model's window will be: a ring and "≈ 3.4k of 128k"."""

from PySide6.QtCore import QLocale, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from desktop_assistant.chat.state import ContextMeter
from desktop_assistant.ui.theme import Theme

_RING = 14
_GAP = 7
_NEARLY_FULL, _FULL = 0.8, 1.0


class MeterLabel(QLabel):
    """A label, so that its name is read where it stands."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._meter: ContextMeter | None = None
        self._is_short = False
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)
        self.hide()

    def show_meter(self, meter: ContextMeter) -> None:
        """Shows what the next send would carry."""
        self._meter = meter
        locale = QLocale()
        name = self.tr("Context, about {tokens} of {window} tokens").format(
            tokens=locale.toString(meter.tokens), window=locale.toString(meter.window)
        )
        self.setAccessibleName(name)
        self.setToolTip(name)
        self._set_text()
        self.show()

    def set_short(self, is_short: bool) -> None:  # noqa: FBT001  # a setter in Qt's manner
        """Leaves the total away where the window is narrow."""
        self._is_short = is_short
        self._set_text()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._theme.font("label"))
        width = _RING + _GAP + metrics.horizontalAdvance(self.text()) + 2
        return QSize(width, max(_RING, metrics.height()))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._meter is None:
            return
        theme, share = self._theme, self._meter.share
        color, words = "accent.fill", "text.tertiary"
        if share >= _FULL:
            color = words = "error.text"
        elif share >= _NEARLY_FULL:
            color = words = "warning.text"
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rtl = self.isRightToLeft()
        left = self.width() - _RING if rtl else 0
        ring = QRectF(left, (self.height() - _RING) / 2, _RING, _RING).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(theme.color("border.default"), 2))
        painter.drawEllipse(ring)
        pen = QPen(theme.color(color), 2)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawArc(ring, 90 * 16, -round(min(1.0, max(0.01, share)) * 360 * 16))
        painter.setFont(theme.font("label"))
        painter.setPen(theme.color(words))
        room = self.rect().adjusted(0 if rtl else _RING + _GAP, 0, -_RING - _GAP if rtl else 0, 0)
        where = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
        painter.drawText(room, where, self.text())
        painter.end()

    def _set_text(self) -> None:
        if self._meter is None:
            return
        tokens, window = short_number(self._meter.tokens), short_number(self._meter.window)
        if self._is_short:
            text = self.tr("≈ {tokens}").format(tokens=tokens)
        else:
            text = self.tr("≈ {tokens} of {window}").format(tokens=tokens, window=window)
        if self._meter.share >= _FULL:
            text = self.tr("{numbers}, too long").format(numbers=text)
        elif self._meter.share >= _NEARLY_FULL:
            text = self.tr("{numbers}, nearly full").format(numbers=text)
        self.setText(text)
        self.updateGeometry()
        self.update()


def short_number(number: int) -> str:
    """A count of tokens in few signs: 980, 3.4k, 128k, 1.05M."""
    if number < 1_000:
        return QLocale().toString(number)
    locale = QLocale()
    if number < 999_500:
        thousands = number / 1_000
        digits = 0 if thousands >= 10 or number % 1_000 == 0 else 1
        return f"{locale.toString(thousands, 'f', digits)}k"
    millions = number / 1_000_000
    digits = 0 if number % 1_000_000 == 0 else 2 if millions < 10 else 1
    return f"{locale.toString(millions, 'f', digits)}M"
