"""The branches of a conversation as a short list to jump to."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_assistant.domain.ids import MessageId
from desktop_assistant.ui.controls import accessible
from desktop_assistant.ui.controls.accessible import AccessibleRole
from desktop_assistant.ui.controls.fitting_area import FittingArea
from desktop_assistant.ui.controls.popover import Popover
from desktop_assistant.ui.header.branch_row import BranchRow
from desktop_assistant.ui.theme import Theme

_WIDTH = 340
_MOST_HEIGHT = 420


@dataclass(frozen=True, slots=True)
class BranchLine:
    """One branch: where it ends, how it differs, how long it is."""

    leaf_id: MessageId
    label: str
    detail: str
    is_current: bool


class _Rows(QWidget, AccessibleRole):
    """To assistive technology the list; its children are the branches and no more."""

    accessible_role = QAccessible.Role.List


class BranchList(Popover):
    """Lists branches; choosing one goes to its end.

    Signals:
        chosen: (message id) the end of a branch.
    """

    chosen = Signal(str)

    def __init__(self, theme: Theme, window: QWidget, name: str = "") -> None:
        """Makes an empty list; a name says what else than the branches it lists."""
        accessible.install()
        super().__init__(theme, window, "")
        self._theme = theme
        self._name = name or self.tr("Branches")
        self._area = FittingArea(self.card, most_height=_MOST_HEIGHT)
        self.content.addWidget(self._area)
        self.card.setFixedWidth(_WIDTH)

    def open_with(
        self,
        branches: Sequence[BranchLine],
        anchor: QWidget,
        *,
        trailing: bool = True,
        hovering: bool = False,
    ) -> None:
        """Opens at a control, with the current branch focused.

        Args:
            branches: what to list.
            anchor: the control.
            trailing: flush with the control's trailing edge instead of its leading one.
            hovering: whether the pointer only rests there: then nothing is focused.
        """
        inside = _Rows()
        inside.setAccessibleName(self._name)
        column = QVBoxLayout(inside)
        column.setContentsMargins(4, 4, 4, 4)
        column.setSpacing(2)
        current: BranchRow | None = None
        for branch in branches:
            row = BranchRow(self._theme, branch.label, branch.detail, inside)
            row.set_current(is_current=branch.is_current)
            row.clicked.connect(lambda _=False, leaf_id=branch.leaf_id: self._choose(leaf_id))
            row.installEventFilter(self)
            column.addWidget(row)
            if branch.is_current or current is None:
                current = row
        column.addStretch(1)
        self._area.hold(inside)
        if hovering:
            self.open_hovering(anchor)
            return
        self.open_at(anchor, trailing=trailing)
        if current is not None:
            current.setFocus()
            self._area.ensureWidgetVisible(current)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusIn and isinstance(watched, BranchRow):
            self._area.ensureWidgetVisible(watched)
        return super().eventFilter(watched, event)

    def _choose(self, leaf_id: MessageId) -> None:
        self.close_card()
        self.chosen.emit(leaf_id)
