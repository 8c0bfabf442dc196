"""Chooses a model: lists are asked for when the picker opens, and any name may be typed."""

from dataclasses import dataclass

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from desktop_assistant.chat.state import ModelChoice, ModelInfo
from desktop_assistant.domain.errors import ErrorInfo
from desktop_assistant.domain.ids import ProviderId
from desktop_assistant.settings.providers import Provider, provider, provider_ids
from desktop_assistant.ui.bridge import Bridge
from desktop_assistant.ui.controls.buttons import Button, ButtonKind
from desktop_assistant.ui.controls.popover import Popover
from desktop_assistant.ui.controls.search_field import SearchField
from desktop_assistant.ui.error_words import error_title
from desktop_assistant.ui.header.model_list import (
    ModelRow,
    ModelRowDelegate,
    ModelRowRole,
    ModelRows,
    RowKind,
)
from desktop_assistant.ui.theme import Theme

_WIDTH = 360
_MOST_ROWS = 12
_PADDING = 6


@dataclass(slots=True)
class _Group:
    """What is known of a provider's models so far."""

    provider: Provider
    models: tuple[str, ...] = ()
    remark: str = ""


class ModelPicker(Popover):
    """A search field over the list of models.

    Signals:
        chosen: (provider id, model).
        manage_wanted: the providers' settings.
    """

    chosen = Signal(str, str)
    manage_wanted = Signal()

    def __init__(self, bridge: Bridge, theme: Theme, window: QWidget, choice: ModelChoice) -> None:
        super().__init__(theme, window, "")
        self.setAccessibleName(self.tr("Choose a model"))
        self._bridge = bridge
        self._choice = choice
        self._groups: dict[ProviderId, _Group] = {}
        self._search = SearchField(theme, self.tr("Find a model"), parent=self.card)
        self._rows = ModelRows(self)
        self._list = _ModelView(theme, self._rows, self.card)
        manage = Button(
            theme,
            self.tr("Manage providers…"),
            kind=ButtonKind.QUIET,
            icon="sliders",
            parent=self.card,
        )
        manage.align_leading()
        self.content.setSpacing(6)
        self.content.addWidget(self._search)
        self.content.addWidget(self._list)
        self.content.addWidget(manage)
        self.card.setMinimumWidth(_WIDTH)
        self._search.textChanged.connect(self._show)
        self._search.installEventFilter(self)
        self._list.clicked.connect(self._choose)
        self._list.activated.connect(self._choose)
        self._list.selectionModel().selectionChanged.connect(self._on_selected)
        manage.clicked.connect(self._manage)

    def open_and_load(self, anchor: QWidget, *, trailing: bool) -> None:
        """Opens at a control and asks every provider for its models."""
        settings = self._bridge.settings
        for provider_id in provider_ids(settings):
            group = _Group(provider(settings, provider_id), remark=self.tr("Loading…"))
            self._groups[provider_id] = group
            self._load(group)
        self._show()
        self.open_at(anchor, trailing=trailing)
        self._search.setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            watched is self._search
            and isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
        ):
            match event.key():
                case Qt.Key.Key_Down:
                    self._list.setCurrentIndex(self._rows.step(self._list.currentIndex(), 1))
                    return True
                case Qt.Key.Key_Up:
                    self._list.setCurrentIndex(self._rows.step(self._list.currentIndex(), -1))
                    return True
                case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                    self._choose(self._list.currentIndex())
                    return True
        return super().eventFilter(watched, event)

    def _load(self, group: _Group) -> None:
        def show(models: list[ModelInfo]) -> None:
            group.models = tuple(model.id for model in models)
            group.remark = "" if models else self.tr("No models are listed")
            self._show()

        def complain(error: ErrorInfo) -> None:
            group.remark = error_title(error)
            self._show()

        cancel = self._bridge.run(
            self._bridge.controller.models(group.provider.id),
            name=f"list the models of {group.provider.id}",
            on_done=show,
            on_error=complain,
        )
        self.closed.connect(cancel)

    def _show(self) -> None:
        """Makes the rows anew from what is known and typed."""
        wanted = self._search.text().strip()
        current = self._list.currentIndex().data(ModelRowRole.ROW)
        rows: list[ModelRow] = []
        for group in self._groups.values():
            rows += self._rows_of(group, wanted)
        self._rows.set_rows(rows)
        index = QModelIndex()
        if isinstance(current, ModelRow) and not wanted:
            index = self._rows.find(current.provider_id, current.model)
        if not index.isValid() and not wanted:
            index = self._rows.find(self._choice.provider_id, self._choice.model)
        self._list.setCurrentIndex(index if index.isValid() else self._rows.step(index, 0))
        self._list.fit()
        self.place()

    def _rows_of(self, group: _Group, wanted: str) -> list[ModelRow]:
        chosen = group.provider
        is_current = chosen.id == self._choice.provider_id
        known = list(group.models)
        if not (chosen.is_local and known):
            # A list may be missing, or lack what is used all the same.
            known = [self._choice.model if is_current else "", chosen.model, *known]
        names = [name for name in dict.fromkeys(known) if name]
        fitting = [name for name in names if wanted.casefold() in name.casefold()]
        rows = [
            ModelRow(
                RowKind.MODEL,
                chosen.id,
                name,
                name,
                is_current=is_current and name == self._choice.model,
                icon="chip" if chosen.is_local else "globe",
            )
            for name in fitting
        ]
        if wanted and not chosen.is_local and wanted not in names:
            text = self.tr("Use “{model}”").format(model=wanted)
            rows.append(ModelRow(RowKind.FREE, chosen.id, text, wanted, icon="plus"))
        if group.remark and not wanted:
            rows.append(ModelRow(RowKind.REMARK, chosen.id, group.remark))
        if not rows:
            return []
        name = self.tr("On this computer") if chosen.is_local else chosen.name
        return [ModelRow(RowKind.HEADING, chosen.id, name), *rows]

    def _on_selected(self, selected: QItemSelection) -> None:
        """Assistive technology chooses by selecting; alone, it does not make the row current."""
        if selected.isEmpty():
            return
        index = QPersistentModelIndex(selected.indexes()[0])

        def choose_unless_current() -> None:
            is_selected = self._list.selectionModel().isSelected(index)
            if index.isValid() and is_selected and index != self._list.currentIndex():
                self._choose(index)

        QTimer.singleShot(0, self, choose_unless_current)  # what makes it current does it by then

    def _choose(self, index: QModelIndex | QPersistentModelIndex) -> None:
        row = index.data(ModelRowRole.ROW)
        if isinstance(row, ModelRow) and row.can_be_chosen:
            self.close_card()
            self.chosen.emit(row.provider_id, row.model)

    def _manage(self) -> None:
        self.close_card()
        self.manage_wanted.emit()


class _ModelView(QListView):
    """As high as its rows, up to a dozen."""

    def __init__(self, theme: Theme, rows: ModelRows, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Models"))
        self.setModel(rows)
        self._rows_delegate = ModelRowDelegate(theme, self)
        self.setItemDelegate(self._rows_delegate)
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, theme.color("bg.raised"))
        self.setPalette(palette)

    def fit(self) -> None:
        """Takes the height of its rows."""
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        rows = self.model().rowCount()
        height = self.sizeHintForRow(0) if rows else 0
        return QSize(_WIDTH - 2 * _PADDING, height * min(rows, _MOST_ROWS))

    def minimumSizeHint(self) -> QSize:
        return QSize(100, 0)
