"""Menus in the theme's look, with entries that are shown as they are written."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import (
    QAction,
    QIcon,
    QKeySequence,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import QMenu, QWidget

from desktop_assistant.ui.theme import Theme

_ICON = 16
_INSET = 12


class Menu(QMenu):
    """A menu made for one opening and deleted after it.

    Measured by the style, painted by us: styles put shortcuts where the words end.
    """

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowFlag(Qt.WindowType.NoDropShadowWindowHint)
        self.setToolTipsVisible(False)
        self.setFont(theme.font("ui"))

    def add(
        self,
        text: str,
        on_chosen: Callable[[], None],
        *,
        icon: str = "",
        shortcut: str = "",
        destructive: bool = False,
    ) -> QAction:
        """Adds an entry.

        Args:
            text: what it says; ampersands are ampersands.
            on_chosen: what it does.
            icon: before the text.
            shortcut: keys shown at the end; the window owns them, not the menu.
            destructive: whether it removes something.
        """
        keys = QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText)
        escaped = text.replace("&", "&&")
        action = QAction(f"{escaped}\t{keys}" if keys else escaped, self)
        if destructive:
            action.setProperty("destructive", True)
        if icon:
            color = "error.text" if destructive else "text.secondary"
            action.setIcon(self._theme.icon(icon, 16, color))

        def choose() -> None:  # takes no argument, so that ``checked`` is not handed on
            on_chosen()

        action.triggered.connect(choose)
        self.addAction(action)
        return action

    def open_below(self, anchor: QWidget, *, trailing: bool = False) -> None:
        """Opens under a control, flush with its leading or trailing edge."""
        at_right = trailing != anchor.isRightToLeft()
        corner = anchor.mapToGlobal(QPoint(0, anchor.height() + 4))
        if at_right:
            corner.setX(corner.x() + anchor.width() - self.sizeHint().width())
        self.popup(corner)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Translucent corners would be black where nothing composes windows; a mask never is.
        path = QPainterPath()
        radius = self._theme.radius("md")
        path.addRoundedRect(QRectF(self.rect()), radius, radius)
        self.setMask(QRegion(path.toFillPolygon().toPolygon()))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("border.default"), 1))
        painter.setBrush(theme.color("bg.raised"))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, theme.radius("md"), theme.radius("md"))
        painter.setFont(self.font())
        has_icons = any(not action.icon().isNull() for action in self.actions())
        for action in self.actions():
            row = self.actionGeometry(action)
            if action.isSeparator():
                line = QRect(row.left() + 8, row.center().y(), row.width() - 16, 1)
                painter.fillRect(line, theme.color("border.subtle"))
            else:
                self._paint_entry(painter, action, row, has_icons=has_icons)
        painter.end()

    def _paint_entry(
        self, painter: QPainter, action: QAction, row: QRect, *, has_icons: bool
    ) -> None:
        theme, enabled = self._theme, action.isEnabled()
        if action is self.activeAction() and enabled:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("bg.hover"))
            painter.drawRoundedRect(row, theme.radius("sm"), theme.radius("sm"))
        words = row.adjusted(_INSET, 0, -_INSET, 0)
        rtl = self.isRightToLeft()
        if has_icons:
            at = QRect(words.left(), row.center().y() - _ICON // 2 + 1, _ICON, _ICON)
            if rtl:
                at.moveRight(words.right())
            mode = QIcon.Mode.Normal if enabled else QIcon.Mode.Disabled
            action.icon().paint(painter, at, mode=mode)
            gap = _ICON + 10
            words = words.adjusted(0, 0, -gap, 0) if rtl else words.adjusted(gap, 0, 0, 0)
        text, _, keys = action.text().replace("&&", "&").partition("\t")
        color = "error.text" if action.property("destructive") else "text.primary"
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(theme.color(color if enabled else "text.disabled"))
        painter.drawText(words, middle | Qt.AlignmentFlag.AlignLeading, text)
        painter.setPen(theme.color("text.tertiary" if enabled else "text.disabled"))
        painter.drawText(words, middle | Qt.AlignmentFlag.AlignTrailing, keys)
