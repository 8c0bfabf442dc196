"""What a search found: title, and the words around the match with the match brought out."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelection,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPalette,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop_assistant.chat.state import SearchHit
from desktop_assistant.rendering.controls import show_controls
from desktop_assistant.rendering.direction import isolated
from desktop_assistant.ui.controls.focus_ring import paint_ring, shows_ring
from desktop_assistant.ui.sentences import listed
from desktop_assistant.ui.sidebar.conversation_delegate import ROW_INSET
from desktop_assistant.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()

_LEADING, _TRAILING = 12, 10
_PADDING = 7
_ONE_LINE = dict.fromkeys((9, 10, 13, 0x2028, 0x2029), " ")


class HitRole(IntEnum):
    """What a row can be asked for besides its title."""

    HIT = Qt.ItemDataRole.UserRole + 1


class HitModel(QAbstractListModel):
    """The hits of one search."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hits: list[SearchHit] = []

    def set_hits(self, hits: Sequence[SearchHit]) -> None:
        """Shows the hits of another search."""
        self.beginResetModel()
        self._hits = list(hits)
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._hits)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        hit = self._hits[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return show_controls(hit.title) or self.tr("Untitled conversation")
        if role == HitRole.HIT:
            return hit
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(hit)
        return None

    def _spoken(self, hit: SearchHit) -> str:
        parts = [hit.title or self.tr("Untitled conversation")]
        if not hit.on_active_branch:
            parts.append(self.tr("on another branch"))
        text = listed(parts)
        if hit.message_id is None:
            return text
        return self.tr("{hit}: {snippet}").format(hit=text, snippet=hit.snippet)


class HitDelegate(QStyledItemDelegate):
    """Two lines a hit."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.shows_keyboard_focus = False
        """Whether the current row carries the keyboard's ring."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        lines = self._theme.line_height("ui") + self._theme.line_height("label")
        return QSize(100, round(lines) + 2 * _PADDING)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        hit: SearchHit = index.data(HitRole.HIT)
        theme = self._theme
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        box = option.rect.adjusted(ROW_INSET, 0, -ROW_INSET, 0)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if selected or hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("bg.selected" if selected else "bg.hover"))
            painter.drawRoundedRect(box, theme.radius("sm"), theme.radius("sm"))
        if self.shows_keyboard_focus and option.state & QStyle.StateFlag.State_HasFocus:
            paint_ring(painter, box, theme.radius("sm"), theme)
        inner = box.adjusted(_LEADING, _PADDING, -_TRAILING, -_PADDING)
        line = round(theme.line_height("ui"))
        title = QRect(inner.left(), inner.top(), inner.width(), line)
        rtl = option.direction is Qt.LayoutDirection.RightToLeft
        if not hit.on_active_branch:
            title = self._paint_branch_mark(painter, title, rtl=rtl)
        font = theme.font("ui")
        painter.setFont(font)
        painter.setPen(theme.color("text.primary"))
        shown = QFontMetrics(font).elidedText(
            str(index.data()), Qt.TextElideMode.ElideRight, title.width()
        )
        where = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
        painter.drawText(title, where | Qt.TextFlag.TextSingleLine, isolated(shown, from_right=rtl))
        self._paint_snippet(painter, inner.adjusted(0, line, 0, 0), hit, rtl=rtl)
        painter.restore()

    def _paint_branch_mark(self, painter: QPainter, title: QRect, *, rtl: bool) -> QRect:
        x = title.left() if rtl else title.right() - 12
        y = title.top() + (title.height() - 13) // 2
        ratio = painter.device().devicePixelRatio()
        painter.drawPixmap(x, y, self._theme.pixmap("branch", 13, "text.tertiary", ratio))
        return title.adjusted(19, 0, 0, 0) if rtl else title.adjusted(0, 0, -19, 0)

    def _paint_snippet(self, painter: QPainter, box: QRect, hit: SearchHit, *, rtl: bool) -> None:
        theme = self._theme
        text, start = _around_match(hit, QFontMetrics(theme.font("label")), box.width())
        layout = QTextLayout(text, theme.font("label"))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        layout.setTextOption(option)
        if start >= 0:
            mark = QTextLayout.FormatRange()
            mark.start, mark.length = start, hit.match_length
            look = QTextCharFormat()
            look.setForeground(theme.color("text.primary"))
            look.setBackground(theme.color("search.hit"))
            mark.format = look
            layout.setFormats([mark])
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(100_000)
        layout.endLayout()
        painter.setPen(theme.color("text.tertiary"))
        painter.setClipRect(box)
        left = box.left() + (box.width() - line.naturalTextWidth() if rtl else 0)
        layout.draw(painter, QPointF(left, box.top()))


class HitView(QListView):
    """The list of hits.

    Signals:
        chosen: (SearchHit).
        left_upwards: the arrow key leads out of the list, back to the field.
    """

    chosen = Signal(object)
    left_upwards = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._is_going = False
        self.hits = HitModel(self)
        self._delegate = HitDelegate(theme, self)
        # It stands where the whole list stood: the same place under the same name.
        self.setAccessibleName(self.tr("Conversations"))
        self.setAccessibleDescription(self.tr("Search results"))
        self.setModel(self.hits)
        self.setItemDelegate(self._delegate)
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._apply_theme()
        theme.changed.connect(self._apply_theme)

    def choose(self, row: int) -> None:
        """Chooses a hit by its row, if there is one."""
        if 0 <= row < self.hits.rowCount():
            with self._going():
                self.setCurrentIndex(self.hits.index(row))
            self.chosen.emit(self.hits.index(row).data(HitRole.HIT))

    def enter(self) -> None:
        """Takes the focus, at the first hit."""
        if self.hits.rowCount():
            with self._going():
                self.setCurrentIndex(self.hits.index(0))
            self.setFocus(Qt.FocusReason.TabFocusReason)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Assistive technology chooses by selecting; keys and the mouse only go to a hit."""
        super().selectionChanged(selected, deselected)
        if not self._is_going and not selected.isEmpty():
            self.choose(selected.indexes()[0].row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._show_keyboard_focus(shown=True)
        row = self.currentIndex().row()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.choose(row)
        elif event.key() == Qt.Key.Key_Up and row <= 0:
            self.left_upwards.emit()
        else:
            with self._going():
                super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._show_keyboard_focus(shown=False)
        with self._going():
            super().mousePressEvent(event)
        if event.button() is Qt.MouseButton.LeftButton:
            self.choose(self.indexAt(event.position().toPoint()).row())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        with self._going():
            super().mouseMoveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        with self._going():
            super().focusInEvent(event)
        before = self._delegate.shows_keyboard_focus
        self._show_keyboard_focus(shown=shows_ring(event.reason(), before=before))

    @contextmanager
    def _going(self) -> Iterator[None]:
        """What is selected meanwhile is only gone to, not chosen."""
        before, self._is_going = self._is_going, True
        try:
            yield
        finally:
            self._is_going = before

    def _show_keyboard_focus(self, *, shown: bool) -> None:
        self._delegate.shows_keyboard_focus = shown
        self.viewport().update()

    def _apply_theme(self) -> None:
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, self._theme.color("bg.sidebar"))
        self.setPalette(palette)
        self.scheduleDelayedItemsLayout()
        self.viewport().update()


def _around_match(hit: SearchHit, metrics: QFontMetrics, width: int) -> tuple[str, int]:
    """The snippet, cut so that the match is in view, and where the match then is."""
    text = show_controls(hit.snippet.translate(_ONE_LINE))
    start = hit.match_start
    cut = 0
    if start >= 0:
        end = start + hit.match_length
        while cut < start and metrics.horizontalAdvance(text[cut:end]) > width * 0.7:
            cut = min(start, cut + max(1, (start - cut) // 4))
        if cut:
            text, start = "…" + text[cut:], start - cut + 1
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, width), start
