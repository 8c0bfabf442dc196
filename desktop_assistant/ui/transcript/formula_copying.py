"""A formula as an image for other programs."""

from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QImage, QPainter

from desktop_assistant.rendering.formulas.marks import Outline
from desktop_assistant.rendering.formulas.svg_writer import to_svg
from desktop_assistant.rendering.formulas.typeset import typeset
from desktop_assistant.ui.transcript.blocks.formula_drawing import FormulaDrawing, Ink

_IMAGE_SIZE = 48
"""Font size of a copied image, in pixels."""
_MARGIN = 16
_LARGEST_IMAGE = 8_192
"""Pixels on a side."""


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
