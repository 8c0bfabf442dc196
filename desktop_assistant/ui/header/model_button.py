"""The button that names the model and opens the picker."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_assistant.chat.state import ModelChoice
from desktop_assistant.rendering.controls import show_controls
from desktop_assistant.settings.providers import LOCAL
from desktop_assistant.ui.controls.buttons import PaintedButton
from desktop_assistant.ui.sentences import provider_name
from desktop_assistant.ui.theme import Theme

_LEADING, _TRAILING, _GAP, _CHEVRON = 12, 10, 8, 13
_MOST_WIDTH = 320


class ModelButton(PaintedButton):
    """Provider and model; in a narrow window the model alone, without a frame."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, "", parent)
        self._provider = ""
        self._model = ""
        self._is_plain = False
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def show_choice(self, choice: ModelChoice) -> None:
        """Names a model."""
        provider = provider_name(choice.provider_name)
        if choice.provider_id == LOCAL:
            self._provider, self._model = self.tr("On this computer"), provider
        else:
            self._provider = show_controls(provider)
            self._model = show_controls(choice.model)
        name = self.tr("Model, {model} from {provider}").format(
            model=choice.model or self.tr("none chosen"), provider=provider
        )
        self.set_name(name, "Ctrl+Shift+M")
        self.updateGeometry()
        self.update()

    def set_plain(self, is_plain: bool) -> None:  # noqa: FBT001  # a setter in Qt's manner
        """Drops border and provider."""
        self._is_plain = is_plain
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self.theme.font("ui"))
        width = _LEADING + metrics.horizontalAdvance(self._model) + _GAP + _CHEVRON + _TRAILING
        if not self._is_plain:
            width += metrics.horizontalAdvance(self._provider) + _GAP
        height = max(self.theme.size("control"), metrics.height() + 12)
        return QSize(min(width + 6, _MOST_WIDTH), height)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(64, self.sizeHint().width()), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = "bg.pressed" if self.isDown() else "bg.hover" if self.mouse_is_over() else ""
        framed = not self._is_plain
        painter.setPen(QPen(theme.color("border.default"), 1) if framed else Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(ground) if ground else Qt.BrushStyle.NoBrush)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, self.corner_radius, self.corner_radius)
        painter.setFont(theme.font("ui"))
        metrics = QFontMetrics(painter.font())
        end = self.width() - _TRAILING - _CHEVRON
        x = _LEADING
        where = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
        model_width = metrics.horizontalAdvance(self._model) + 2
        if framed:
            room = end - _GAP - x - model_width - _GAP
            width = min(metrics.horizontalAdvance(self._provider) + 1, max(0, room))
            if width > 24:
                elide = Qt.TextElideMode.ElideRight
                provider = metrics.elidedText(self._provider, elide, width)
                painter.setPen(theme.color("text.tertiary"))
                painter.drawText(self._mirrored(QRect(x, 0, width, self.height())), where, provider)
                x += width + _GAP
        words = QRect(x, 0, max(0, end - _GAP - x + 2), self.height())
        painter.setPen(theme.color("text.primary"))
        shown = metrics.elidedText(self._model, Qt.TextElideMode.ElideMiddle, words.width())
        painter.drawText(self._mirrored(words), where, shown)
        arrow = QRect(end, (self.height() - _CHEVRON) // 2, _CHEVRON, _CHEVRON)
        pixmap = theme.pixmap("chevron-down", _CHEVRON, "text.tertiary", self.devicePixelRatioF())
        painter.drawPixmap(self._mirrored(arrow).topLeft(), pixmap)
        painter.end()

    def _mirrored(self, box: QRect) -> QRect:
        if not self.isRightToLeft():
            return box
        return QRect(self.width() - box.right() - 1, box.top(), box.width(), box.height())
