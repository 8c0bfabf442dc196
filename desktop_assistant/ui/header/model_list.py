"""The rows of the model picker: a heading per provider, its models, and what is the matter."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum, StrEnum

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop_assistant.domain.ids import ProviderId
from desktop_assistant.rendering.controls import show_controls
from desktop_assistant.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_ROW = 32
_PADDING = 10


class RowKind(StrEnum):
    """What a row is."""

    HEADING = "heading"
    MODEL = "model"
    FREE = "free"
    """A name that was typed and stands in no list."""
    REMARK = "remark"


@dataclass(frozen=True, slots=True)
class ModelRow:
    """One row; ``text`` is what it says, ``model`` what choosing it means."""

    kind: RowKind
    provider_id: ProviderId
    text: str
    model: str = ""
    is_current: bool = False
    icon: str = ""

    @property
    def can_be_chosen(self) -> bool:
        """Whether it is a model."""
        return self.kind in (RowKind.MODEL, RowKind.FREE)


class ModelRowRole(IntEnum):
    """What a row can be asked for besides its text."""

    ROW = Qt.ItemDataRole.UserRole + 1


class ModelRows(QAbstractListModel):
    """Only models can be selected."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows: list[ModelRow] = []

    def set_rows(self, rows: Sequence[ModelRow]) -> None:
        """Shows other rows."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def find(self, provider_id: str, model: str) -> QModelIndex:
        """The row of a model; an invalid index if there is none."""
        for at, row in enumerate(self._rows):
            if row.can_be_chosen and (row.provider_id, row.model) == (provider_id, model):
                return self.index(at)
        return QModelIndex()

    def step(self, index: Index, step: int) -> QModelIndex:
        """The next model from a row on, up or down; the same row at the ends."""
        at = index.row() + step if index.isValid() else 0
        while 0 <= at < len(self._rows):
            if self._rows[at].can_be_chosen:
                return self.index(at)
            at += step or 1
        return self.index(index.row()) if index.isValid() else QModelIndex()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if not self._rows[index.row()].can_be_chosen:
            return Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return show_controls(row.text)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return (
                self.tr("{model}, current").format(model=row.text) if row.is_current else row.text
            )
        if role == ModelRowRole.ROW:
            return row
        return None


class ModelRowDelegate(QStyledItemDelegate):
    """Headings small, models with a tick at the current one, remarks quiet."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        height = max(_ROW, QFontMetrics(self._theme.font("ui")).height() + 12)
        return QSize(100, height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = self._theme
        row: ModelRow = index.data(ModelRowRole.ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = option.rect
        if row.can_be_chosen:
            self._paint_ground(painter, option)
        words = box.adjusted(_PADDING, 0, -_PADDING, 0)
        rtl = option.direction is Qt.LayoutDirection.RightToLeft
        if row.icon:
            self._paint_icon(painter, row.icon, words, at_end=rtl)
            gap = 14 + 8
            words = words.adjusted(0, 0, -gap, 0) if rtl else words.adjusted(gap, 0, 0, 0)
        if row.is_current:
            self._paint_icon(painter, "check", words, at_end=not rtl)
            words = words.adjusted(22, 0, 0, 0) if rtl else words.adjusted(0, 0, -22, 0)
        font, color = {
            RowKind.HEADING: ("caption", "text.tertiary"),
            RowKind.MODEL: ("ui", "text.primary"),
            RowKind.FREE: ("ui", "accent.text"),
            RowKind.REMARK: ("label", "text.tertiary"),
        }[row.kind]
        painter.setFont(theme.font(font))
        painter.setPen(theme.color(color))
        metrics = QFontMetrics(painter.font())
        where = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
        if row.kind is RowKind.HEADING:
            where = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeading
            words = words.adjusted(0, 0, 0, -5)
        elide = Qt.TextElideMode.ElideRight
        shown = metrics.elidedText(show_controls(row.text), elide, words.width())
        painter.drawText(words, where | Qt.TextFlag.TextSingleLine, shown)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if selected or hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color("bg.selected" if selected else "bg.hover"))
            radius = self._theme.radius("sm")
            painter.drawRoundedRect(option.rect, radius, radius)

    def _paint_icon(self, painter: QPainter, name: str, words: QRect, *, at_end: bool) -> None:
        ratio = painter.device().devicePixelRatio()
        color = "accent.text" if name == "check" else "text.tertiary"
        x = words.right() - 13 if at_end else words.left()
        y = words.top() + (words.height() - 14) // 2
        painter.drawPixmap(x, y, self._theme.pixmap(name, 14, color, ratio))
