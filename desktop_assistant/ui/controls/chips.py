"""Chips, which can be pressed, and badges, which only tell."""

from enum import StrEnum

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from desktop_assistant.rendering.controls import show_controls
from desktop_assistant.ui.controls.buttons import PaintedButton
from desktop_assistant.ui.theme import Theme


class Chip(PaintedButton):
    """A rounded button with an icon and a short text, and perhaps a menu behind it."""

    def __init__(
        self,
        theme: Theme,
        icon: str,
        text: str,
        name: str,
        *,
        opens_menu: bool = False,
        most_width: int = 220,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, name, parent)
        self._icon = icon
        self._text = show_controls(text)
        self._opens_menu = opens_menu
        self._most_width = most_width
        self._icon_only = False
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @property
    def corner_radius(self) -> float:
        return self.height() / 2

    @property
    def text_shown(self) -> str:
        """Its text, whether or not there is room for it."""
        return self._text

    def show_text(self, icon: str, text: str) -> None:
        """Shows another icon and text."""
        self._icon, self._text = icon, show_controls(text)
        self.updateGeometry()
        self.update()

    def set_icon_only(self, icon_only: bool) -> None:  # noqa: FBT001  # a setter in Qt's manner
        """Leaves the text away where the window is narrow."""
        self._icon_only = icon_only
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        width = 10 + 14 + 10
        if not self._icon_only:
            width += 7 + QFontMetrics(self._theme.font("label")).horizontalAdvance(self._text)
        if self._opens_menu:
            width += 6 + 12
        return QSize(min(width, self._most_width), self._theme.size("control.small"))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), 52), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = "bg.pressed" if self.isDown() else "bg.hover" if self.mouse_is_over() else ""
        painter.setPen(QPen(theme.color("border.default"), 1))
        painter.setBrush(theme.color(ground) if ground else Qt.BrushStyle.NoBrush)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        middle = self.height() // 2
        self.paint_icon(
            painter, self._icon, self._mirrored(QRect(10, middle - 7, 14, 14)), "text.tertiary"
        )
        end = self.width() - 10
        if self._opens_menu:
            chevron = self._mirrored(QRect(end - 12, middle - 6, 12, 12))
            pixmap = theme.pixmap("chevron-down", 12, "text.tertiary", self.devicePixelRatioF())
            painter.drawPixmap(chevron.topLeft(), pixmap)
            end -= 18
        if not self._icon_only:
            painter.setFont(theme.font("label"))
            painter.setPen(theme.color("text.secondary" if self.isEnabled() else "text.disabled"))
            words = QRect(31, 0, end - 31, self.height())
            metrics = QFontMetrics(painter.font())
            shown = metrics.elidedText(self._text, Qt.TextElideMode.ElideRight, words.width() + 1)
            where = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
            painter.drawText(self._mirrored(words), where, shown)
        painter.end()

    def _mirrored(self, box: QRect) -> QRect:
        if not self.isRightToLeft():
            return box
        return QRect(self.width() - box.right() - 1, box.top(), box.width(), box.height())


class BadgeKind(StrEnum):
    """What a badge tells."""

    NEUTRAL = "neutral"
    SUCCESS = "success"
    WARNING = "warning"
    ERROR = "error"
    ACCENT = "accent"


_BADGE_COLORS = {
    BadgeKind.NEUTRAL: ("", "border.default", "text.secondary"),
    BadgeKind.SUCCESS: ("success.bg", "success.border", "success.text"),
    BadgeKind.WARNING: ("warning.bg", "warning.border", "warning.text"),
    BadgeKind.ERROR: ("error.bg", "error.border", "error.text"),
    BadgeKind.ACCENT: ("accent.subtle", "accent.line", "accent.text"),
}


class Badge(QLabel):
    """A word or two in a pill: a state, never by colour alone."""

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        *,
        kind: BadgeKind = BadgeKind.NEUTRAL,
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._kind = kind
        self._icon = icon
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_state(self, text: str, kind: BadgeKind, icon: str = "") -> None:
        """Tells something else."""
        self._kind, self._icon = kind, icon
        self.setText(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._theme.font("caption"))
        icon = 12 + 5 if self._icon else 0
        height = max(20, metrics.height() + 4)
        return QSize(8 + icon + metrics.horizontalAdvance(self.text()) + 1 + 8, height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        ground, border, text = _BADGE_COLORS[self._kind]
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color(border), 1))
        painter.setBrush(theme.color(ground) if ground else Qt.BrushStyle.NoBrush)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        words = self.rect().adjusted(8, 0, -8, 0)
        if self._icon:
            rtl = self.isRightToLeft()
            at = QRect(8, (self.height() - 12) // 2, 12, 12)
            if rtl:
                at.moveRight(self.width() - 9)
            painter.drawPixmap(
                at.topLeft(), theme.pixmap(self._icon, 12, text, self.devicePixelRatioF())
            )
            words = words.adjusted(0, 0, -17, 0) if rtl else words.adjusted(17, 0, 0, 0)
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.color(text))
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()
