"""The dialog's side: a field to find a setting, the list of pages, and what was found."""

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QListWidgetItem,
    QStackedWidget,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from desktop_assistant.settings.declaration import Page
from desktop_assistant.ui.controls.announce import announce
from desktop_assistant.ui.controls.labels import Label
from desktop_assistant.ui.controls.search_field import SearchField
from desktop_assistant.ui.sentences import listed, number
from desktop_assistant.ui.settings_dialog.find import Place, matching, places
from desktop_assistant.ui.settings_dialog.row_list import Index, RowDelegate, RowList
from desktop_assistant.ui.settings_dialog.words import PAGE_ICONS, page_title
from desktop_assistant.ui.theme import Theme

_DATA = Qt.ItemDataRole.UserRole


class Side(QWidget):
    """Chooses a page, or goes to a setting that was found.

    Signals:
        page_chosen: (Page) show it.
        place_chosen: (Place) show its page and put the keyboard on it.
    """

    page_chosen = Signal(object)
    place_chosen = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._places = places()
        self.search = SearchField(theme, self.tr("Find a setting"))
        self.search.textChanged.connect(self._find)
        self.search.installEventFilter(self)
        self.pages = RowList(theme, self.tr("Pages"))
        self.pages.setItemDelegate(_PageDelegate(theme, self.pages))
        for page in Page:
            item = QListWidgetItem(page_title(page))
            item.setData(_DATA, page)
            self.pages.addItem(item)
        self.pages.itemSelectionChanged.connect(self._on_page)
        # Also a press on the page that is chosen already: in a narrow window it opens it.
        self.pages.itemClicked.connect(lambda *_: self._on_page())
        self.found = RowList(theme, self.tr("Settings found"))
        self.found.setItemDelegate(_FoundDelegate(theme, self.found))
        self.found.itemActivated.connect(self._on_place)
        self.found.itemClicked.connect(self._on_place)
        self._nothing = Label(theme, color="text.tertiary", wrap=True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._nothing.setContentsMargins(12, 8, 8, 0)
        self._stack = QStackedWidget()
        for widget in (self.pages, self.found, self._nothing):
            self._stack.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 12, 8, 8)
        layout.setSpacing(10)
        field = QVBoxLayout()
        field.setContentsMargins(4, 0, 4, 0)
        field.addWidget(self.search)
        layout.addLayout(field)
        layout.addWidget(self._stack, 1)

    def show_page(self, page: Page) -> None:
        """Marks a page as the shown one."""
        self.pages.blockSignals(True)
        self.pages.setCurrentRow(list(Page).index(page))
        self.pages.blockSignals(False)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("bg.sidebar"))
        x = 0 if self.isRightToLeft() else self.width() - 1
        painter.fillRect(x, 0, 1, self.height(), self._theme.color("border.subtle"))
        painter.end()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape and self.search.text():
                self.search.clear()
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                # Taken here, or it would go on to the window as Enter in the field that was found.
                self._take_first()
                return True
            if event.key() == Qt.Key.Key_Down:
                target = self.found if self.search.text() else self.pages
                target.setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return super().eventFilter(watched, event)

    def _find(self, query: str) -> None:
        found = matching(query, self._places)
        self.found.clear()
        for place in found:
            item = QListWidgetItem(listed((place.label, page_title(place.page))))
            item.setData(_DATA, place)
            self.found.addItem(item)
        if found:
            self.found.setCurrentRow(0)
        if not query.strip():
            self._stack.setCurrentWidget(self.pages)
        elif found:
            self._stack.setCurrentWidget(self.found)
            announce(
                self.found, self.tr("Settings found: {count}").format(count=number(len(found)))
            )
        else:
            text = self.tr("No setting is called “{query}”.").format(query=query.strip())
            self._nothing.setText(text)
            self._stack.setCurrentWidget(self._nothing)
            announce(self._nothing, text)

    def _take_first(self) -> None:
        item = self.found.item(0)
        if self.search.text().strip() and item is not None:
            self._on_place(item)

    def _on_page(self) -> None:
        for item in self.pages.selectedItems():
            self.page_chosen.emit(Page(item.data(_DATA)))  # Qt keeps it as a plain string

    def _on_place(self, item: QListWidgetItem) -> None:
        place: Place = item.data(_DATA)
        self.search.clear()
        self.place_chosen.emit(place)


class _PageDelegate(RowDelegate):
    """An icon and the page's title; the chosen one has a bar at its side."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        height = QFontMetrics(self.theme.font("ui_strong")).height()
        return QSize(0, max(33, height + 14))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, area = self.theme, option.rect.adjusted(0, 0, 0, -1)
        page = Page(index.data(_DATA))
        painter.save()
        chosen = self.paint_ground(painter, option, area, "sm")
        painter.setPen(Qt.PenStyle.NoPen)
        if chosen:
            painter.setBrush(theme.color("accent.fill"))
            bar = QRect(area.left(), area.center().y() - 7, 3, 16)
            painter.drawRoundedRect(self.mirrored(bar, area), 1.5, 1.5)
        icon = self.mirrored(QRect(area.left() + 12, area.center().y() - 7, 16, 16), area)
        color = "accent.text" if chosen else "text.secondary"
        pixmap = theme.pixmap(PAGE_ICONS[page], 16, color, painter.device().devicePixelRatioF())
        painter.drawPixmap(icon.topLeft(), pixmap)
        words = QRect(area.left() + 39, area.top(), area.width() - 45, area.height())
        _paint_line(painter, self, words, area, index.data(), chosen=chosen, color="")
        painter.restore()


class _FoundDelegate(RowDelegate):
    """A setting over its page's title."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        height = QFontMetrics(self.theme.font("ui")).height()
        height += QFontMetrics(self.theme.font("caption")).height()
        return QSize(0, max(46, height + 12))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, area = self.theme, option.rect.adjusted(0, 0, 0, -1)
        place: Place = index.data(_DATA)
        painter.save()
        self.paint_ground(painter, option, area, "sm")
        upper = QFontMetrics(theme.font("ui")).height()
        lower = QFontMetrics(theme.font("caption")).height()
        top = area.top() + (area.height() - upper - lower) // 2
        words = QRect(area.left() + 12, top, area.width() - 18, upper)
        _paint_line(painter, self, words, area, place.label, chosen=False, color="text.primary")
        words = QRect(area.left() + 12, top + upper, area.width() - 18, lower)
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.color("text.tertiary"))
        where = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
        painter.drawText(self.mirrored(words, area), where, page_title(place.page))
        painter.restore()


def _paint_line(
    painter: QPainter,
    delegate: RowDelegate,
    words: QRect,
    area: QRect,
    text: str,
    *,
    chosen: bool,
    color: str,
) -> None:
    theme = delegate.theme
    font = theme.font("ui_strong" if chosen else "ui")
    painter.setFont(font)
    painter.setPen(theme.color(color or ("text.primary" if chosen else "text.secondary")))
    shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, words.width())
    where = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
    painter.drawText(delegate.mirrored(words, area), where, shown)
