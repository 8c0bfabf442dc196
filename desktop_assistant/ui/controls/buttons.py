"""Buttons: with words, with an icon, with both.

Labels are painted as they are: an ampersand is an ampersand, not a shortcut.
"""

from enum import StrEnum

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_assistant.rendering.direction import isolated
from desktop_assistant.ui.controls.painted_button import PaintedButton
from desktop_assistant.ui.theme import Theme

__all__ = ["Button", "ButtonKind", "IconButton", "PaintedButton"]


class IconButton(PaintedButton):
    """An icon, and beside it, if there is something to count, a number."""

    def __init__(
        self,
        theme: Theme,
        icon: str,
        name: str,
        *,
        size: int = 32,
        icon_size: int = 16,
        color: str = "text.secondary",
        reading: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, name, parent, reading=reading)
        self._icon = icon
        self._size = size
        self._icon_size = icon_size
        self._color = color
        self._count = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_icon(self, icon: str) -> None:
        """Shows another icon."""
        self._icon = icon
        self.update()

    def set_count(self, count: str) -> None:
        """Shows a number beside the icon; an empty string shows none."""
        self._count = count
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        size = self.length(self._size)
        if not self._count:
            return QSize(size, size)
        text = QFontMetrics(self.font_of("label_strong")).horizontalAdvance(self._count)
        side, gap = self.length(10), self.length(6)
        return QSize(side + self.length(self._icon_size) + gap + text + side, size)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        color = self._paint_ground(painter)
        size, side = self.length(self._icon_size), self.length(10)
        leading = side if self._count else (self.width() - size) // 2
        box = QRect(leading, (self.height() - size) // 2, size, size)
        if self.isRightToLeft():
            box.moveRight(self.width() - 1 - leading)
        self.paint_icon(painter, self._icon, box, color)
        if self._count:
            painter.setFont(self.font_of("label_strong"))
            painter.setPen(self._theme.color(color))
            gap = self.length(6)
            rest = QRect(box.right() + 1 + gap, 0, 0, self.height())
            rest.setRight(self.width() - 1 - side)
            if self.isRightToLeft():
                rest = QRect(side, 0, box.left() - gap - side, self.height())
            painter.drawText(rest, Qt.AlignmentFlag.AlignCenter, self._count)
        painter.end()

    def _paint_ground(self, painter: QPainter) -> str:
        """Paints what the state asks for; returns the colour to put on it."""
        theme = self._theme
        ground, color = None, self._color
        if not self.isEnabled():
            color = "text.disabled"
        elif self.isChecked():
            ground, color = "accent.subtle", "accent.text"
        elif self.isDown():
            ground, color = "bg.pressed", "text.primary"
        elif self.mouse_is_over():
            ground, color = "bg.hover", "text.primary"
        if ground is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color(ground))
            painter.drawRoundedRect(self.rect(), self.corner_radius, self.corner_radius)
        return color


class ButtonKind(StrEnum):
    """How much a button asks to be pressed."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    QUIET = "quiet"
    """No frame: text that can be pressed."""
    LINK = "link"
    """As quiet, in the accent colour."""
    DESTRUCTIVE = "destructive"
    """Removes something."""


_Look = tuple[str, str, str]
"""Colour tokens of ground, border and words; an empty one paints none."""

_AT_REST: dict[ButtonKind, _Look] = {
    ButtonKind.PRIMARY: ("accent.fill", "", "accent.on"),
    ButtonKind.SECONDARY: ("bg.raised", "border.default", "text.primary"),
    ButtonKind.QUIET: ("", "", "text.secondary"),
    ButtonKind.LINK: ("", "", "accent.text"),
    ButtonKind.DESTRUCTIVE: ("", "", "error.text"),
}
_HOVERED: dict[ButtonKind, _Look] = {
    ButtonKind.PRIMARY: ("accent.hover", "", "accent.on"),
    ButtonKind.SECONDARY: ("bg.hover", "border.default", "text.primary"),
    ButtonKind.QUIET: ("bg.hover", "", "text.primary"),
    ButtonKind.LINK: ("bg.hover", "", "accent.text"),
    ButtonKind.DESTRUCTIVE: ("error.bg", "", "error.text"),
}
_PRESSED: dict[ButtonKind, _Look] = {
    ButtonKind.PRIMARY: ("accent.pressed", "", "accent.on"),
    ButtonKind.SECONDARY: ("bg.pressed", "border.default", "text.primary"),
    ButtonKind.QUIET: ("bg.pressed", "", "text.primary"),
    ButtonKind.LINK: ("bg.pressed", "", "accent.text"),
    ButtonKind.DESTRUCTIVE: ("error.bg", "error.border", "error.text"),
}


class Button(PaintedButton):
    """A button with words and perhaps an icon."""

    def __init__(
        self,
        theme: Theme,
        label: str,
        *,
        kind: ButtonKind = ButtonKind.SECONDARY,
        icon: str = "",
        small: bool = False,
        opens_menu: bool = False,
        reading: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, label, parent, reading=reading)
        self._label = label
        self._kind = kind
        self._icon = icon
        self._small = small
        self._opens_menu = opens_menu
        self._leading = False
        self.setToolTip("")
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    @property
    def label(self) -> str:
        """Its words."""
        return self._label

    def set_label(self, label: str) -> None:
        """Shows other words, which are also its name."""
        self._label = label
        self.setAccessibleName(label)
        self.updateGeometry()
        self.update()

    def set_kind(self, kind: ButtonKind) -> None:
        """Asks more or less to be pressed."""
        self._kind = kind
        self.update()

    def set_icon(self, icon: str) -> None:
        """Shows an icon before the words."""
        self._icon = icon
        self.updateGeometry()
        self.update()

    def align_leading(self) -> None:
        """Starts the words at the edge instead of the middle, as in a list of actions."""
        self._leading = True
        self.update()

    def sizeHint(self) -> QSize:
        theme = self._theme
        height = self.length(theme.size("control.small" if self._small else "control"))
        line = round(theme.line_height("ui", reading=self._reading))
        height = max(height, line + self.length(8 if self._small else 12))
        return QSize(self._content_width() + 2 * self._padding, height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        text = self._paint_ground(painter)
        painter.setFont(self._font)
        self._paint_content(painter, text)
        painter.end()

    @property
    def _padding(self) -> int:
        return self.length(10 if self._small else 14)

    @property
    def _font(self) -> QFont:
        return self.font_of("ui_strong" if self._kind is ButtonKind.PRIMARY else "ui")

    def _content_width(self) -> int:
        width = QFontMetrics(self._font).horizontalAdvance(self._label)
        if self._icon:
            width += self._icon_size + self.length(8)
        if self._opens_menu:
            width += self.length(12) + self.length(6)
        return width

    @property
    def _icon_size(self) -> int:
        return self.length(14 if self._small else 16)

    def _paint_ground(self, painter: QPainter) -> str:
        """Paints ground and border for kind and state; returns the colour of the words."""
        ground, border, text = _AT_REST[self._kind]
        if not self.isEnabled():
            filled = self._kind is ButtonKind.PRIMARY
            ground, border, text = ("bg.hover" if filled else ground), "", "text.disabled"
            if self._kind is ButtonKind.SECONDARY:
                border = "border.subtle"
        elif self.isDown():
            ground, border, text = _PRESSED[self._kind]
        elif self.mouse_is_over():
            ground, border, text = _HOVERED[self._kind]
        theme = self._theme
        painter.setPen(QPen(theme.color(border), 1) if border else Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(ground) if ground else Qt.BrushStyle.NoBrush)
        inset = 0.5 if border else 0.0
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(box, self.corner_radius, self.corner_radius)
        return text

    def _paint_content(self, painter: QPainter, color: str) -> None:
        content = self._content_width()
        room = self.width() - 2 * min(self._padding, max(4, (self.width() - content) // 2))
        left = self._padding if self._leading else (self.width() - min(content, room)) // 2
        icon_color = "accent.text" if self._kind is ButtonKind.LINK else color
        at = QPoint(left, 0)
        shown_busy = self._busy is not None and self._busy.is_visible
        if self._icon or shown_busy:
            size = self._icon_size
            box = QRect(at.x(), (self.height() - size) // 2, size, size)
            if not self._icon:
                box.moveLeft(max(2, at.x() - size - self.length(6)))
            self.paint_icon(painter, self._icon, self._mirrored(box), icon_color)
            if self._icon:
                at.setX(at.x() + size + self.length(8))
        arrow = self.length(12)
        chevron = arrow + self.length(6) if self._opens_menu else 0
        words = QRect(
            at.x(), 0, max(0, left + min(content, room) - chevron - at.x()), self.height()
        )
        painter.setPen(self._theme.color(color))
        metrics = QFontMetrics(self._font)
        label = metrics.elidedText(self._label, Qt.TextElideMode.ElideRight, words.width() + 1)
        painter.drawText(
            self._mirrored(words).adjusted(0, 0, 1, 0),
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading,
            isolated(label, from_right=self.isRightToLeft()),
        )
        if self._opens_menu:
            x, y = words.right() + 1 + self.length(6), (self.height() - arrow) // 2
            box = QRect(x, y, arrow, arrow)
            ratio = self.devicePixelRatioF()
            pixmap = self._theme.pixmap("chevron-down", arrow, color, ratio)
            painter.drawPixmap(self._mirrored(box).topLeft(), pixmap)

    def _mirrored(self, box: QRect) -> QRect:
        if not self.isRightToLeft():
            return box
        return QRect(self.width() - box.right() - 1, box.top(), box.width(), box.height())
