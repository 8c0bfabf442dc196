"""What can be done with a formula in the transcript: seeing why it is faulty, and copying it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QHelpEvent, QImage, QPainter
from PySide6.QtWidgets import QToolTip, QWidget

from desktop_assistant.rendering.formulas.marks import Outline
from desktop_assistant.rendering.formulas.svg_writer import to_svg
from desktop_assistant.rendering.formulas.typeset import typeset
from desktop_assistant.ui.controls.tips import plain_tip
from desktop_assistant.ui.transcript import words
from desktop_assistant.ui.transcript.blocks.formula_drawing import FormulaDrawing, Ink
from desktop_assistant.ui.transcript.blocks.leaf import FormulaHere
from desktop_assistant.ui.transcript.rows import Rows

_IMAGE_SIZE = 48
"""Font size of a copied image, in pixels."""
_MARGIN = 16
_LARGEST_IMAGE = 8_192
"""Pixels on a side."""


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


def formula_image(source: str, font: QFont, *, displayed: bool) -> QImage | None:
    """A formula in black on white, large enough to be printed; ``None`` if it is faulty.

    Args:
        source: TeX without its delimiters.
        font: for words in scripts that the formula's font lacks.
        displayed: whether it stands by itself.
    """
    found = typeset(source, displayed=displayed)
    if not isinstance(found, Outline):
        return None
    drawing = FormulaDrawing(found)
    longest = max(drawing.width(1), drawing.ascent(1) + drawing.descent(1))
    size = min(_IMAGE_SIZE, (_LARGEST_IMAGE - 2 * _MARGIN) / longest)
    ascent = drawing.ascent(size)
    image = QImage(
        round(drawing.width(size)) + 2 * _MARGIN,
        round(ascent + drawing.descent(size)) + 2 * _MARGIN,
        QImage.Format.Format_RGB32,
    )
    image.fill(Qt.GlobalColor.white)
    with QPainter(image) as painter:
        ink = Ink(QColor(Qt.GlobalColor.black), is_on_dark=False, font=font)
        drawing.paint(painter, QPointF(_MARGIN, _MARGIN + ascent), size, ink)
    return image


def copy_formula_image(source: str, font: QFont, *, displayed: bool) -> None:
    """Copies a formula as pixels, and as SVG for programs that take it."""
    image = formula_image(source, font, displayed=displayed)
    found = typeset(source, displayed=displayed)
    if image is None or not isinstance(found, Outline):
        return
    data = QMimeData()
    data.setImageData(image)
    data.setData("image/svg+xml", to_svg(found, source).encode())
    QGuiApplication.clipboard().setMimeData(data)


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
