"""The providers at the side of their page, each with its state in words and a dot."""

from collections.abc import Callable

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListWidgetItem, QStyleOptionViewItem, QVBoxLayout, QWidget

from desktop_assistant.domain.ids import ProviderId
from desktop_assistant.ui.controls.buttons import Button
from desktop_assistant.ui.controls.menu import Menu
from desktop_assistant.ui.sentences import listed, provider_name
from desktop_assistant.ui.settings_dialog.provider_state import ProviderRow
from desktop_assistant.ui.settings_dialog.provider_templates import TEMPLATES, ProviderTemplate
from desktop_assistant.ui.settings_dialog.row_list import Index, RowDelegate, RowList
from desktop_assistant.ui.theme import Theme

_TILE = 30
_ROW = Qt.ItemDataRole.UserRole


class ProviderList(QWidget):
    """Chooses a provider, and offers to add one.

    Signals:
        chosen: (provider id) the person chose another one.
        add_wanted: (ProviderTemplate) the person wants one more.
    """

    chosen = Signal(str)
    add_wanted = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.rows = RowList(theme, self.tr("Providers"))
        self.rows.setItemDelegate(_ProviderDelegate(theme, self.rows))
        self.rows.itemSelectionChanged.connect(self._on_selected)
        self._add = Button(theme, self.tr("Add provider"), icon="plus")
        self._add.align_leading()
        self._add.clicked.connect(self._open_menu)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 14, 10, 12)
        layout.setSpacing(8)
        layout.addWidget(self.rows, 1)
        layout.addWidget(self._add)

    def show_rows(self, rows: list[ProviderRow], chosen: ProviderId) -> None:
        """Shows the providers, one of them as the chosen one."""
        self.rows.blockSignals(True)
        while self.rows.count() > len(rows):
            self.rows.takeItem(self.rows.count() - 1)
        while self.rows.count() < len(rows):
            self.rows.addItem(QListWidgetItem())
        for index, row in enumerate(rows):
            item = self.rows.item(index)
            item.setData(_ROW, row)
            item.setText(listed((provider_name(row.provider.name), row.second_line)))
            if row.provider.id == chosen:
                self.rows.setCurrentRow(index)
        self.rows.blockSignals(False)
        self.rows.viewport().update()

    def _on_selected(self) -> None:
        for item in self.rows.selectedItems():
            row: ProviderRow = item.data(_ROW)
            self.chosen.emit(row.provider.id)

    def _open_menu(self) -> None:
        menu = Menu(self._theme, self, self.tr("Add provider"))
        for template in TEMPLATES:
            icon = "globe" if template.needs_key else "server"
            label = template.name or self.tr("OpenAI-compatible")
            menu.add(label, self._adds(template), icon=icon)
        menu.open_below(self._add)

    def _adds(self, template: ProviderTemplate) -> Callable[[], None]:
        return lambda: self.add_wanted.emit(template)


class _ProviderDelegate(RowDelegate):
    """A tile with an icon, two lines, and a dot: filled where the provider can be used."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        theme = self.theme
        lines = QFontMetrics(theme.font("ui_strong")).height()
        lines += QFontMetrics(theme.font("caption")).height()
        return QSize(0, max(50, lines + 14))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: ProviderRow = index.data(_ROW)
        theme, area = self.theme, option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_chosen = self.paint_ground(painter, option, area, "md")
        tile = self.mirrored(
            QRect(area.left() + 10, area.center().y() - _TILE // 2 + 1, _TILE, _TILE), area
        )
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("bg.canvas" if is_chosen else "bg.hover"))
        painter.drawRoundedRect(tile, theme.radius("md"), theme.radius("md"))
        color = "accent.text" if is_chosen else "text.secondary"
        pixmap = theme.pixmap(row.icon, 16, color, painter.device().devicePixelRatioF())
        painter.drawPixmap(tile.left() + 7, tile.top() + 7, pixmap)
        self._paint_words(painter, row, area, is_chosen=is_chosen)
        dot = self.mirrored(QRect(area.right() - 17, area.center().y() - 3, 8, 8), area)
        painter.setPen(QPen(theme.color("success.text" if row.is_ready else "text.tertiary"), 1.5))
        painter.setBrush(theme.color("success.text") if row.is_ready else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(dot.adjusted(1, 1, -1, -1))
        painter.restore()

    def _paint_words(
        self, painter: QPainter, row: ProviderRow, area: QRect, *, is_chosen: bool
    ) -> None:
        theme = self.theme
        words = QRect(area.left() + 51, area.top(), area.width() - 51 - 26, area.height())
        words = self.mirrored(words, area)
        lines = [
            (provider_name(row.provider.name), "ui_strong" if is_chosen else "ui", "text.primary"),
            (row.second_line, "caption", "text.tertiary"),
        ]
        fonts = [QFontMetrics(theme.font(font)) for _, font, _ in lines]
        top = area.top() + (area.height() - sum(f.height() for f in fonts)) // 2
        for (text, font, color), metrics in zip(lines, fonts, strict=True):
            painter.setFont(theme.font(font))
            painter.setPen(theme.color(color))
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, words.width())
            box = QRect(words.left(), top, words.width(), metrics.height())
            where = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
            painter.drawText(box, where, shown)
            top += metrics.height()
