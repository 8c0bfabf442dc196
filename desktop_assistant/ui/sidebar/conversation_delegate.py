"""Paints a row of the library: title, signs of what goes on in it, and its menu button."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from desktop_assistant.chat.state import ConversationSummary
from desktop_assistant.rendering.direction import isolated
from desktop_assistant.ui.controls.focus_ring import paint_ring
from desktop_assistant.ui.controls.tips import plain_tip
from desktop_assistant.ui.sentences import number
from desktop_assistant.ui.sidebar.conversation_model import ConversationRole
from desktop_assistant.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex

ROW_INSET = 8
_LEADING, _TRAILING = 12, 8
_MORE = 28
_GAP = 8
_DOT, _HALO = 7, 3
_RING = 6


class ConversationDelegate(QStyledItemDelegate):
    """One height for every row, so that thousands of them need no measuring."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.pulse = 1.0
        """Strength of the dots of conversations being answered, 0.35 to 1."""
        self.more_is_under_pointer = False
        """Whether the pointer is on the menu button of the row under it."""
        self.shows_keyboard_focus = False
        """Whether the current row carries the keyboard's ring."""

    @property
    def row_height(self) -> int:
        """Height of every row, in pixels: it grows with the font."""
        metrics = QFontMetrics(self._theme.font("ui_strong"))
        return max(self._theme.size("row.conversation"), metrics.height() + 14)

    @staticmethod
    def more_button(row: QRect, direction: Qt.LayoutDirection) -> QRect:
        """Where a row's menu button is."""
        left = row.right() - ROW_INSET - _MORE - 1
        if direction is Qt.LayoutDirection.RightToLeft:
            left = row.left() + ROW_INSET + 2
        return QRect(left, row.center().y() - _MORE // 2 + 1, _MORE, _MORE)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, self.row_height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        summary = index.data(ConversationRole.SUMMARY)
        title = str(index.data())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if summary is None:
            self._paint_heading(painter, option.rect, title)
        else:
            self._paint_row(painter, option, title, summary)
        painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        # Beside the list, not in it: assistive technology knows nothing in a list but its rows.
        view = parent.parentWidget()
        ground = view.parentWidget() if view is not None else None
        editor = QLineEdit(ground or parent)
        editor.setProperty("look", "inline")
        editor.setFont(self._theme.font("ui"))
        editor.setAccessibleName(self.tr("Conversation title"))
        editor.setMaxLength(200)
        return editor

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        box = option.rect.adjusted(ROW_INSET + 4, 3, -ROW_INSET - 2, -3)
        view, ground = option.widget, editor.parentWidget()
        if isinstance(view, QAbstractItemView) and ground is not None:
            box.translate(view.viewport().mapTo(ground, QPoint(0, 0)))
        editor.setGeometry(box)

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        title = str(index.data() or "")
        room = option.rect.width() - 2 * ROW_INSET - _LEADING - _TRAILING
        fits = QFontMetrics(self._theme.font("ui_strong")).horizontalAdvance(title) <= room - 48
        QToolTip.showText(event.globalPos(), "" if fits else plain_tip(title), view)
        return True

    def _paint_heading(self, painter: QPainter, row: QRect, title: str) -> None:
        painter.setFont(self._theme.font("caption"))
        painter.setPen(self._theme.color("text.tertiary"))
        words = row.adjusted(ROW_INSET + _LEADING, 0, -ROW_INSET - _TRAILING, -5)
        where = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeading
        painter.drawText(words, where | Qt.TextFlag.TextSingleLine, title)

    def _paint_row(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        title: str,
        summary: ConversationSummary,
    ) -> None:
        state = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        focused = bool(state & QStyle.StateFlag.State_HasFocus) and self.shows_keyboard_focus
        box = option.rect.adjusted(ROW_INSET, 0, -ROW_INSET, 0)
        self._paint_ground(painter, box, option, selected=selected, hovered=hovered)
        if focused:
            paint_ring(painter, box, self._theme.radius("sm"), self._theme)
        rtl = option.direction is Qt.LayoutDirection.RightToLeft
        room = box.adjusted(_LEADING, 0, -_TRAILING, 0)
        if rtl:
            room = box.adjusted(_TRAILING, 0, -_LEADING, 0)
        if hovered or focused:
            more = self.more_button(option.rect, option.direction)
            if self.more_is_under_pointer and hovered:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(self._theme.color("bg.pressed"))
                painter.drawRoundedRect(more, self._theme.radius("sm"), self._theme.radius("sm"))
            self._paint_icon(painter, "more", 16, more, "text.secondary")
            room = _cut(room, _MORE - 4, rtl=rtl)
        if summary.branches > 1:
            room = self._paint_branches(painter, room, summary.branches, selected=selected, rtl=rtl)
        if summary.answering:
            room = self._paint_dot(painter, room, rtl=rtl)
        elif summary.unread:
            room = self._paint_unread(painter, room, rtl=rtl)
        font = self._theme.font("ui_strong" if selected or summary.unread else "ui")
        painter.setFont(font)
        painter.setPen(self._theme.color("text.primary"))
        shown = QFontMetrics(font).elidedText(title, Qt.TextElideMode.ElideRight, room.width())
        where = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
        painter.drawText(room, where | Qt.TextFlag.TextSingleLine, isolated(shown, from_right=rtl))

    def _paint_ground(
        self,
        painter: QPainter,
        box: QRect,
        option: QStyleOptionViewItem,
        *,
        selected: bool,
        hovered: bool,
    ) -> None:
        color = "bg.selected" if selected else "bg.hover" if hovered else ""
        if not color:
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color(color))
        painter.drawRoundedRect(box, self._theme.radius("sm"), self._theme.radius("sm"))
        if selected:
            bar = QRect(box.left(), box.top() + 9, 3, box.height() - 18)
            if option.direction is Qt.LayoutDirection.RightToLeft:
                bar.moveRight(box.right())
            painter.setBrush(self._theme.color("accent.fill"))
            painter.drawRoundedRect(bar, 1.5, 1.5)

    def _paint_branches(
        self, painter: QPainter, room: QRect, branches: int, *, selected: bool, rtl: bool
    ) -> QRect:
        font = self._theme.font("caption")
        color = "accent.text" if selected else "text.tertiary"
        text = number(branches)
        width = QFontMetrics(font).horizontalAdvance(text)
        badge = 13 + 3 + width + 2
        left = room.left() + 2 if rtl else room.right() + 1 - badge
        icon_left = left + width + 3 if rtl else left
        self._paint_icon(
            painter, "branch", 13, QRect(icon_left, room.top(), 13, room.height()), color
        )
        painter.setFont(font)
        painter.setPen(self._theme.color(color))
        box = QRect(left if rtl else left + 16, room.top(), width + 1, room.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, text)
        return _cut(room, badge + _GAP, rtl=rtl)

    def _paint_dot(self, painter: QPainter, room: QRect, *, rtl: bool) -> QRect:
        whole = _DOT + 2 * _HALO
        x = room.left() + whole / 2 if rtl else room.right() + 1 - whole / 2
        center = QPointF(x, room.center().y() + 1)
        color = QColor(self._theme.color("accent.fill"))
        halo = QColor(color)
        halo.setAlphaF(0.2 * self.pulse)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(halo)
        painter.drawEllipse(center, whole / 2, whole / 2)
        color.setAlphaF(self.pulse)
        painter.setBrush(color)
        painter.drawEllipse(center, _DOT / 2, _DOT / 2)
        return _cut(room, whole + _GAP, rtl=rtl)

    def _paint_unread(self, painter: QPainter, room: QRect, *, rtl: bool) -> QRect:
        x = room.left() + _RING if rtl else room.right() + 1 - _RING
        painter.setPen(QPen(self._theme.color("accent.fill"), 1.75))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QPointF(x, room.center().y() + 1), _RING / 2, _RING / 2)
        return _cut(room, 2 * _RING + _GAP, rtl=rtl)

    def _paint_icon(self, painter: QPainter, name: str, size: int, box: QRect, color: str) -> None:
        ratio = painter.device().devicePixelRatio()
        x = box.left() + (box.width() - size) // 2
        y = box.top() + (box.height() - size) // 2
        painter.drawPixmap(x, y, self._theme.pixmap(name, size, color, ratio))


def _cut(room: QRect, width: int, *, rtl: bool) -> QRect:
    """What is left of a row's room after something at its end."""
    return room.adjusted(width, 0, 0, 0) if rtl else room.adjusted(0, 0, -width, 0)
