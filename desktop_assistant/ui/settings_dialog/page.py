"""What every page of the dialog is: a scrolling column of fields, which can find one by its key."""

from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop_assistant.domain.errors import ErrorInfo
from desktop_assistant.domain.ids import ProviderId
from desktop_assistant.ui.controls.labels import Label
from desktop_assistant.ui.settings_dialog.setting_editor import SettingEditor
from desktop_assistant.ui.settings_dialog.value_editors import RING
from desktop_assistant.ui.theme import Theme

_TWO_COLUMNS_FROM = 440
_GAP = 14


class SettingsPage(QWidget):
    """One page; the dialog shows its parts and asks it before closing."""

    def aside(self) -> QWidget | None:
        """A list of its own beside the page, or ``None``."""
        return None

    def foot(self) -> QWidget | None:
        """What stands at the beginning of the dialog's foot, or ``None``."""
        return None

    def editors(self) -> Iterator[SettingEditor]:
        """The editors of this page's settings."""
        return iter(self.findChildren(SettingEditor))

    def on_shown(self) -> None:
        """The page comes into view."""

    def stop(self) -> None:
        """Ends what is under way: the dialog closes."""

    def refresh(self) -> None:
        """Shows the settings anew: they have changed elsewhere."""
        for editor in self.editors():
            editor.refresh()

    def settle(self) -> bool:
        """Takes what is still being typed; returns False if something cannot be used."""
        unusable = [editor for editor in self.editors() if not editor.settle()]
        return not unusable

    def reveal(self, key: str) -> bool:
        """Puts the keyboard on a setting's control; returns False if the page has none."""
        for editor in self.editors():
            if editor.setting.key == key:
                editor.focus_control()
                return True
        return False

    def show_unsaved(self, failed: Mapping[ProviderId, ErrorInfo]) -> None:
        """Says why keys could not be kept or deleted, where the page has a place for that."""

    def reveal_problem(self) -> None:
        """Puts the keyboard on the first value that cannot be used."""
        for editor in self.editors():
            if editor.has_problem:
                editor.focus_control()
                return


class ScrollColumn(QScrollArea):
    """A column of widgets that scrolls where the window is too low for it."""

    def __init__(self, theme: Theme, *, most_width: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        ground = QWidget()
        outer = QVBoxLayout(ground)
        outer.setContentsMargins(26 - RING, 22, 26 - RING, 24)
        inner = QWidget()
        inner.setMaximumWidth(most_width + 2 * RING)
        self.column = QVBoxLayout(inner)
        """Where the content goes."""
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(_GAP - RING)
        # A row of its own: a column would ask for the height that goes with all of the width.
        across = QHBoxLayout()
        across.addWidget(inner, 1)
        across.addStretch(0)
        outer.addLayout(across)
        outer.addStretch(1)
        self.setWidget(ground)
        ground.setAutoFillBackground(False)  # which setWidget has switched on

    def add_title(self, title: str, text: str = "") -> None:
        """Adds the page's title and a sentence about it."""
        self.add(Label(self._theme, title, font="page_title", wrap=True))
        if text:
            self.add(Label(self._theme, text, color="text.secondary", wrap=True))
        self.column.addSpacing(2)

    def add_section(self, title: str) -> None:
        """Begins a section."""
        self.column.addSpacing(12)
        self.add(Label(self._theme, title, font="title", wrap=True))

    def add(self, content: QWidget | QLayout) -> None:
        """Adds what leaves no room around itself for a focus ring."""
        inset = QVBoxLayout()
        inset.setContentsMargins(RING, 0, RING, 0)
        if isinstance(content, QLayout):
            inset.addLayout(content)
        else:
            inset.addWidget(content)
        self.column.addLayout(inset)

    def bring_into_view(self, widget: QWidget) -> None:
        """Scrolls to a widget, once the layout has made room for what it has to say."""
        QTimer.singleShot(0, self, lambda: self.ensureWidgetVisible(widget, 0, 20))

    def focusNextPrevChild(self, next_: bool) -> bool:  # noqa: FBT001  # Qt's signature
        moved = super().focusNextPrevChild(next_)
        focused = self.focusWidget()
        if moved and focused is not None:
            self.ensureWidgetVisible(focused, 0, 40)
        return moved


class FieldRows(QWidget):
    """Fields in rows of one or two, under each other where there is no room beside."""

    def __init__(self, rows: Sequence[Sequence[QWidget]]) -> None:
        super().__init__()
        self._rows = [tuple(row) for row in rows]
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(_GAP - 2 * RING)
        self._grid.setVerticalSpacing(_GAP - RING)
        self._arrange(2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(2 if self.width() >= _TWO_COLUMNS_FROM else 1)

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        at = 0
        for row in self._rows:
            for place, widget in enumerate(row):
                if columns == 1:
                    self._grid.addWidget(widget, at, 0, 1, 2, Qt.AlignmentFlag.AlignTop)
                    at += 1
                else:
                    span = 2 if len(row) == 1 and not getattr(widget, "is_narrow", False) else 1
                    self._grid.addWidget(widget, at, place, 1, span, Qt.AlignmentFlag.AlignTop)
            if columns == 2:
                at += 1
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1 if columns == 2 else 0)


def pairs(editors: Sequence[SettingEditor]) -> list[tuple[SettingEditor, ...]]:
    """Rows for a page: neighbours that need little room share one."""
    rows: list[tuple[SettingEditor, ...]] = []
    for editor in editors:
        last = rows[-1] if rows else ()
        if len(last) == 1 and last[0].is_narrow and editor.is_narrow:
            rows[-1] = (*last, editor)
        else:
            rows.append((editor,))
    return rows
