"""What lies over the transcript: the fade at its end, and the pill that leads to new text."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QLinearGradient, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop_assistant.ui.controls.buttons import PaintedButton
from desktop_assistant.ui.theme import Theme
from desktop_assistant.ui.theme.shadows import paint_shadow
from desktop_assistant.ui.transcript.painting import hairline
from desktop_assistant.ui.transcript.words import tr

_FADE = 24
_PILL = 32
_SIDE, _ICON, _GAP, _END = 12, 16, 8, 14
_SHADOW = 10


class Overlays:
    """Both, and when they show."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        self.fade = Fade(theme, parent)
        self.pill = NewTextPill(theme, parent)
        self.pill.hide()
        self._theme = theme
        self._shown: tuple[QRect, int, bool, bool] | None = None

    def show_over(self, area: QRect, *, at_end: bool, has_news: bool) -> None:
        """Shows what there is to show.

        Args:
            area: where the transcript stands in their parent.
            at_end: whether its end is in sight.
            has_news: whether new text came where it is not.
        """
        shown = (QRect(area), self._theme.reading_size, at_end, has_news)
        if shown == self._shown:
            return  # as after most changes, and there are many a second
        self._shown = shown
        self.fade.setGeometry(area.left(), area.bottom() + 1 - _FADE, area.width(), _FADE)
        self.fade.setVisible(not at_end)
        hint = self.pill.sizeHint()
        x = area.left() + (area.width() - hint.width()) // 2
        self.pill.setGeometry(x, area.bottom() - hint.height(), hint.width(), hint.height())
        self.pill.setVisible(has_news)
        if has_news:
            self.pill.raise_()


class Fade(QWidget):
    """Text runs out into the ground instead of being cut."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        color = self._theme.color("bg.canvas")
        clear = QColor(color)
        clear.setAlpha(0)
        gradient = QLinearGradient(0, 0, 0, self.height())
        gradient.setColorAt(0, clear)
        gradient.setColorAt(1, color)
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), gradient)


class NewTextPill(PaintedButton):
    """Leads to the end while new text comes in below."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, tr("New text below, go to the end"), parent, reading=True)
        self._label = tr("New text")
        self.setToolTip("")
        # End does the same; and the focus must not jump when it goes away.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    @property
    def corner_radius(self) -> float:
        return self.length(_PILL) / 2

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self.font_of("label"))
        edges = sum(map(self.length, (_SIDE, _ICON, _GAP, _END)))
        width = edges + metrics.horizontalAdvance(self._label)
        return QSize(width + 2 * _SHADOW, self.length(_PILL) + 2 * _SHADOW)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self.theme
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            body = self.rect().adjusted(_SHADOW, _SHADOW, -_SHADOW, -_SHADOW)
            radius = self.corner_radius
            paint_shadow(painter, body, radius, theme, "menu")
            ground = "bg.hover" if self.mouse_is_over() or self.isDown() else "bg.raised"
            painter.setPen(QPen(theme.color("border.default"), 1))
            painter.setBrush(theme.color(ground))
            painter.drawRoundedRect(hairline(body), radius, radius)
            rtl = self.isRightToLeft()
            size, side, end = self.length(_ICON), self.length(_SIDE), self.length(_END)
            icon = QRect(body.left() + side, body.center().y() + 1 - size // 2, size, size)
            if rtl:
                icon.moveRight(body.right() - side)
            self.paint_icon(painter, "arrow-down", icon, "text.secondary")
            painter.setFont(self.font_of("label"))
            painter.setPen(theme.color("text.secondary"))
            before = side + size + self.length(_GAP)
            words = body.adjusted(end, 0, -before, 0) if rtl else body.adjusted(before, 0, -end, 0)
            where = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
            painter.drawText(words.adjusted(0, 0, 2, 0), where, self._label)
