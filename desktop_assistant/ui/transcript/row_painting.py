"""How a row is painted: ground, what is beside the text, the text, the end of a reply under way."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QPainter, QRegion

from desktop_assistant.ui.controls.focus_ring import paint_ring
from desktop_assistant.ui.transcript.caret import paint_caret
from desktop_assistant.ui.transcript.document import Document
from desktop_assistant.ui.transcript.painting import paint_left_out

if TYPE_CHECKING:
    from desktop_assistant.ui.transcript.row import MessageRow

_LITTLE = 0.5
"""A region that fills less of its bounds is painted part by part."""


def paint_row(row: "MessageRow", region: QRegion) -> None:
    """Paints a region of a row, and nothing of what lies between parts that are far apart.

    While a reply is written, its label above and its end below are painted again and again.
    """
    with QPainter(row) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for part in _parts(region):
            # At odd scales a pixel of the screen may be half outside.
            _paint_part(row, painter, part.adjusted(-1, -1, 1, 1))


def _parts(region: QRegion) -> list[QRect]:
    whole = region.boundingRect()
    if region.rectCount() == 1:
        return [whole]
    # That it can be gone through is not in the stubs.
    parts = list(cast("Iterable[QRect]", region))
    filled = sum(part.width() * part.height() for part in parts)
    return parts if filled < _LITTLE * whole.width() * whole.height() else [whole]


def _paint_part(row: "MessageRow", painter: QPainter, clip: QRect) -> None:
    painter.setClipRect(clip)
    painter.fillRect(clip.adjusted(-1, -1, 1, 1), row.look.color("bg.canvas"))
    row.paint_beside(painter, clip)
    if row.content.is_left_out:
        x = row.column.right() + 13 if row.isRightToLeft() else row.column.left() - 13
        paint_left_out(painter, row.look, x, 10, row.actions_bar.geometry().top() - 4)
    if row.document is not None and not row.content.is_editing:
        _paint_text(row, row.document, painter, clip & row.text_clip)
        painter.setClipRect(clip)
    if row.shows_ring:
        ring = QRect(row.column.left() - 12, 4, row.column.width() + 24, row.height() - 6)
        paint_ring(painter, ring, row.look.theme.radius("block"), row.look.theme)


def _paint_text(row: "MessageRow", document: Document, painter: QPainter, clip: QRect) -> None:
    if clip.isEmpty():
        return
    origin = QPointF(row.text_area.topLeft())
    painter.setClipRect(clip)
    painter.translate(origin)
    document.paint(painter, QRectF(clip).translated(-origin), row.selected)
    caret = row.caret()
    if caret is not None and caret[1] is None:
        paint_caret(painter, caret[0], row.look, row.caret_opacity)
    painter.translate(-origin)
