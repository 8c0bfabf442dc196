"""A row of the branch list: two lines and a dot, filled for the branch that is shown."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_assistant.rendering.controls import show_controls
from desktop_assistant.rendering.direction import isolated
from desktop_assistant.ui.controls.accessible import AccessibleChoice
from desktop_assistant.ui.controls.buttons import PaintedButton
from desktop_assistant.ui.sentences import listed
from desktop_assistant.ui.theme import Theme

_LEADING, _TRAILING, _DOT = 30, 10, 4.25


class BranchRow(PaintedButton, AccessibleChoice):
    """Goes to its branch; arrows, Home and End go from row to row."""

    accessible_role = QAccessible.Role.ListItem

    def __init__(self, theme: Theme, label: str, detail: str, parent: QWidget) -> None:
        super().__init__(theme, listed((label, detail)), parent)
        self._label = show_controls(label)
        self._detail = show_controls(detail)
        self._is_current = False
        self.setToolTip("")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_current(self, *, is_current: bool) -> None:
        """Whether its branch is the one that is shown."""
        self._is_current = is_current
        if is_current:
            name = self.tr("{branch}, shown now").format(branch=listed((self._label, self._detail)))
            self.setAccessibleName(name)
        self.update()

    def sizeHint(self) -> QSize:
        lines = self.theme.line_height("ui") + self.theme.line_height("label")
        return QSize(200, max(self.theme.size("row.branch"), round(lines) + 14))

    def is_current_choice(self) -> bool | None:
        return self._is_current

    def keyPressEvent(self, event: QKeyEvent) -> None:
        parent = self.parentWidget()
        rows = parent.findChildren(BranchRow) if parent is not None else [self]
        at = rows.index(self)
        to = {
            int(Qt.Key.Key_Down): (at + 1) % len(rows),
            int(Qt.Key.Key_Up): (at - 1) % len(rows),
            int(Qt.Key.Key_Home): 0,
            int(Qt.Key.Key_End): len(rows) - 1,
        }.get(event.key())
        if to is None:
            super().keyPressEvent(event)
            return
        rows[to].setFocus(Qt.FocusReason.TabFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = "bg.selected" if self._is_current else "bg.hover" if self.mouse_is_over() else ""
        if ground:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color(ground))
            painter.drawRoundedRect(QRectF(self.rect()), self.corner_radius, self.corner_radius)
        rtl = self.isRightToLeft()
        color = theme.color("accent.fill" if self._is_current else "border.strong")
        painter.setPen(QPen(color, 1.75))
        painter.setBrush(color if self._is_current else Qt.BrushStyle.NoBrush)
        first = round(theme.line_height("ui"))
        top = (self.height() - first - round(theme.line_height("label"))) // 2
        x = self.width() - _LEADING / 2 if rtl else _LEADING / 2
        painter.drawEllipse(QPointF(x, top + first / 2), _DOT, _DOT)
        room = self.rect().adjusted(_LEADING, top, -_TRAILING, 0)
        if rtl:
            room = self.rect().adjusted(_TRAILING, top, -_LEADING, 0)
        where = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        flags = where | Qt.TextFlag.TextSingleLine
        elide = Qt.TextElideMode.ElideRight
        room.setHeight(first)
        painter.setFont(theme.font("ui_strong" if self._is_current else "ui"))
        painter.setPen(theme.color("text.primary"))
        metrics = QFontMetrics(painter.font())
        shown = metrics.elidedText(self._label, elide, room.width())
        painter.drawText(room, flags, isolated(shown, from_right=self.isRightToLeft()))
        room.translate(0, first)
        room.setHeight(round(theme.line_height("label")))
        painter.setFont(theme.font("label"))
        painter.setPen(theme.color("text.tertiary"))
        metrics = QFontMetrics(painter.font())
        shown = metrics.elidedText(self._detail, elide, room.width())
        painter.drawText(room, flags, isolated(shown, from_right=self.isRightToLeft()))
        painter.end()
