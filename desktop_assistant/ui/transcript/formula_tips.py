"""The formula under the pointer, and a tip that says why a faulty one is not drawn."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QToolTip, QWidget

from desktop_assistant.ui.controls.tips import plain_tip
from desktop_assistant.ui.transcript import words
from desktop_assistant.ui.transcript.blocks.leaf import FormulaHere
from desktop_assistant.ui.transcript.rows import Rows


def formula_under(viewport: QWidget, rows: Rows, at: QPoint) -> FormulaHere | None:
    """The formula at a place on the screen.

    Args:
        viewport: where the rows stand.
        rows: the rows.
        at: the place, in the screen's coordinates.
    """
    local = viewport.mapFromGlobal(at)
    for row in rows.widgets():
        document = row.document
        if document is not None and row.geometry().contains(local):
            inside = local - row.pos()
            if row.text_area.contains(inside):
                place = inside - row.text_area.topLeft()
                return document.formula_at(place.x(), place.y())
    return None


class FormulaTips(QObject):
    """Says over a faulty formula why it is not drawn."""

    def __init__(self, viewport: QWidget, rows: Callable[[], Rows]) -> None:
        super().__init__(viewport)
        self._viewport = viewport
        self._rows = rows
        viewport.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            found = formula_under(self._viewport, self._rows(), event.globalPos())
            if found is not None and found.fault is not None:
                tip = plain_tip(words.formula_fault(found.fault))
                QToolTip.showText(event.globalPos(), tip, self._viewport)
                return True
            QToolTip.hideText()
        return False
