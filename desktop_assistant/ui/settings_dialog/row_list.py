"""The look of the dialog's two lists: rows painted from the theme, the chosen one marked."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from desktop_assistant.ui.controls.focus_ring import paint_ring, shows_ring
from desktop_assistant.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex


class RowList(QListWidget):
    """One row is always chosen; arrows move it, as does whatever selects by assistive means."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._shows_ring = False
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        theme.changed.connect(self._on_theme_changed)

    @property
    def shows_ring(self) -> bool:
        """Whether the keyboard's place is to be shown."""
        return self.hasFocus() and self._shows_ring

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._shows_ring = shows_ring(event.reason(), before=self._shows_ring)
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            # It has chosen a row; the window must not take it for Enter in a field as well.
            event.accept()

    def _on_theme_changed(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.viewport().update()


class RowDelegate(QStyledItemDelegate):
    """Paints what rows share; its children paint what stands in them."""

    def __init__(self, theme: Theme, rows: RowList) -> None:
        super().__init__(rows)
        self.theme = theme
        self._rows = rows

    def paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, box: QRect, radius: str
    ) -> bool:
        """Paints hover, choice and keyboard ring of a row; tells whether it is the chosen one."""
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if chosen or over:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.theme.color("bg.selected" if chosen else "bg.hover"))
            painter.drawRoundedRect(box, self.theme.radius(radius), self.theme.radius(radius))
        if chosen and self._rows.shows_ring:
            paint_ring(painter, box, self.theme.radius(radius), self.theme)
        return chosen

    def mirrored(self, box: QRect, within: QRect) -> QRect:
        """A box in reading direction."""
        if not self._rows.isRightToLeft():
            return box
        mirrored = QRect(box)
        mirrored.moveRight(within.right() - (box.left() - within.left()))
        return mirrored
