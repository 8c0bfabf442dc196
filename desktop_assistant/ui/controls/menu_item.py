"""One entry of a menu: icon, words, and the keys that do the same."""

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QAccessible,
    QEnterEvent,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop_assistant.rendering.controls import show_controls
from desktop_assistant.ui.controls.accessible import AccessibleChoice, AccessibleRole
from desktop_assistant.ui.controls.focus_ring import paint_ring, shows_ring
from desktop_assistant.ui.theme import Theme

_ICON, _ICON_GAP = 16, 10
_INSET, _KEYS_GAP = 12, 28


class MenuItem(QAbstractButton, AccessibleChoice):
    """Lit while the pointer or the keyboard is on it; there is one such entry at a time."""

    accessible_role = QAccessible.Role.MenuItem

    def __init__(
        self,
        theme: Theme,
        text: str,
        parent: QWidget,
        *,
        icon: str = "",
        shortcut: str = "",
        destructive: bool = False,
        checked: bool | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = show_controls(text)
        self._icon = "check" if checked else icon
        self._keys = QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText)
        self._is_destructive = destructive
        self._checked = checked
        self._shows_ring = False
        self.leaves_room_for_icon = False
        """Whether its words begin where those beside an icon do; the menu decides for all."""
        self.setAccessibleName(text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFont(theme.font("ui"))

    @property
    def words(self) -> str:
        """What it says; ampersands are ampersands."""
        return self._words

    @property
    def has_icon(self) -> bool:
        """Whether it, or another version of it, has an icon."""
        return bool(self._icon) or self._checked is not None

    def accessible_keys(self) -> str:
        return self._keys

    def is_current_choice(self) -> bool | None:
        return self._checked

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self.font())
        width = 2 * _INSET + metrics.horizontalAdvance(self._words) + 1
        if self.leaves_room_for_icon:
            width += _ICON + _ICON_GAP
        if self._keys:
            width += _KEYS_GAP + metrics.horizontalAdvance(self._keys)
        return QSize(width, max(30, metrics.height() + 12))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if not event.isAutoRepeat():
                self.click()
            case Qt.Key.Key_Space:
                super().keyPressEvent(event)
            case _:
                event.ignore()  # the menu knows what is above and below

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._shows_ring = shows_ring(event.reason(), before=False)
        self.update()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        if self.isEnabled():
            self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, enabled = self._theme, self.isEnabled()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        by_keyboard = self.hasFocus() and self._shows_ring
        if enabled and (by_keyboard or self.underMouse()):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("bg.pressed" if self.isDown() else "bg.hover"))
            painter.drawRoundedRect(QRectF(self.rect()), theme.radius("sm"), theme.radius("sm"))
        if by_keyboard:
            paint_ring(painter, self.rect(), theme.radius("sm"), theme)
        words = self.rect().adjusted(_INSET, 0, -_INSET, 0)
        if self.leaves_room_for_icon:
            words = self._paint_icon(painter, words)
        painter.setFont(self.font())
        metrics = QFontMetrics(self.font())
        middle = Qt.AlignmentFlag.AlignVCenter
        if self._keys:
            painter.setPen(theme.color("text.tertiary" if enabled else "text.disabled"))
            painter.drawText(words, middle | Qt.AlignmentFlag.AlignTrailing, self._keys)
            room = metrics.horizontalAdvance(self._keys) + _KEYS_GAP
            words.adjust(room if self.isRightToLeft() else 0, 0, 0, 0)
            words.setWidth(words.width() - (0 if self.isRightToLeft() else room))
        painter.setPen(theme.color(self._color("text.primary") if enabled else "text.disabled"))
        shown = metrics.elidedText(self._words, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, middle | Qt.AlignmentFlag.AlignLeading, shown)
        painter.end()

    def _paint_icon(self, painter: QPainter, room: QRect) -> QRect:
        """Paints the icon; returns what is left for the words."""
        box = QRect(room.left(), (self.height() - _ICON) // 2, _ICON, _ICON)
        rtl = self.isRightToLeft()
        if rtl:
            box.moveRight(room.right())
        if self._icon:
            color = self._color("text.secondary") if self.isEnabled() else "text.disabled"
            ratio = self.devicePixelRatioF()
            painter.drawPixmap(box.topLeft(), self._theme.pixmap(self._icon, _ICON, color, ratio))
        gap = _ICON + _ICON_GAP
        return room.adjusted(0, 0, -gap, 0) if rtl else room.adjusted(gap, 0, 0, 0)

    def _color(self, usual: str) -> str:
        return "error.text" if self._is_destructive else usual


class MenuSeparator(QWidget, AccessibleRole):
    """A hairline between entries."""

    accessible_role = QAccessible.Role.Separator

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFixedHeight(9)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        line = QRect(8, self.height() // 2, self.width() - 16, 1)
        painter.fillRect(line, self._theme.color("border.subtle"))
        painter.end()
