"""The formula or link under the pointer, and tips that tell what cannot be seen of it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QToolTip, QWidget

from desktop_assistant.rendering.links import display_host, openable
from desktop_assistant.ui.controls.tips import plain_tip
from desktop_assistant.ui.transcript import words
from desktop_assistant.ui.transcript.blocks.leaf import FormulaHere
from desktop_assistant.ui.transcript.row import MessageRow
from desktop_assistant.ui.transcript.rows import Rows

_LONGEST_SHOWN = 300


def formula_under(viewport: QWidget, rows: Rows, at: QPoint) -> FormulaHere | None:
    """The formula at a place on the screen.

    Args:
        viewport: where the rows stand.
        rows: the rows.
        at: the place, in the screen's coordinates.
    """
    found = _row_under(viewport, rows, at)
    document = None if found is None else found[0].document
    if found is None or document is None:
        return None
    place = found[1] - found[0].text_area.topLeft()
    return document.formula_at(place.x(), place.y())


def link_under(viewport: QWidget, rows: Rows, at: QPoint) -> tuple[str, str] | None:
    """Address and words of the link at a place on the screen; see ``formula_under``."""
    found = _row_under(viewport, rows, at)
    span = None if found is None else found[0].span_at(found[1])
    return None if span is None or not span[0].link else (span[0].link, span[1])


def _row_under(viewport: QWidget, rows: Rows, at: QPoint) -> tuple[MessageRow, QPoint] | None:
    """The row whose text is at a place on the screen, and the place in it."""
    local = viewport.mapFromGlobal(at)
    for row in rows.widgets():
        inside = local - row.pos()
        if row.geometry().contains(local) and row.text_area.contains(inside):
            return row, inside
    return None


class TextTips(QObject):
    """Says over a link where it leads, and over a faulty formula why it is not drawn."""

    def __init__(self, viewport: QWidget, rows: Callable[[], Rows]) -> None:
        super().__init__(viewport)
        self._viewport = viewport
        self._rows = rows
        viewport.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            tip = self._tip(event.globalPos())
            if tip:
                QToolTip.showText(event.globalPos(), plain_tip(tip), self._viewport)
                return True
            QToolTip.hideText()
        return False

    def _tip(self, at: QPoint) -> str:
        formula = formula_under(self._viewport, self._rows(), at)
        if formula is not None:
            return "" if formula.fault is None else words.formula_fault(formula.fault)
        link = link_under(self._viewport, self._rows(), at)
        target = None if link is None else openable(link[0])
        if target is None:
            return ""
        # The host by itself first: in the address it may stand behind a name that looks like one.
        host = display_host(target)
        short = target if len(target) <= _LONGEST_SHOWN else f"{target[:_LONGEST_SHOWN]}…"
        return f"{host}\n{short}"
