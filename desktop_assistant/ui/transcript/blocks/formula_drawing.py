"""Formulas on a painter: glyph outlines filled in the text's colour, crisp at any scale."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPen,
    QTransform,
)

from desktop_assistant.rendering.formulas.colors import readable
from desktop_assistant.rendering.formulas.marks import (
    EM,
    GROUND_ALPHA,
    WORDS_SIZE,
    Bar,
    Glyph,
    Mark,
    Outline,
    Ring,
    Stroke,
    Words,
)
from desktop_assistant.ui.transcript.look import Look

_SHAPES_KEPT: Final = 2_048
_TOKEN: Final = re.compile(r"[MLCZ]|-?[0-9.]+")
_POINTS: Final = {"M": 1, "L": 1, "C": 3, "Z": 0}
_FITTED_SIZE: Final = 100
"""Pixel size in which words are measured before they are scaled into their room."""


@dataclass(frozen=True, slots=True)
class Ink:
    """What a formula is painted with."""

    color: QColor
    """Of the text around it."""
    is_on_dark: bool
    """Whether the ground is dark."""
    font: QFont
    """For words in scripts that the formula's own font lacks."""


class FormulaDrawing:
    """A formula ready to be painted at any size and place."""

    def __init__(self, outline: Outline) -> None:
        self._grounds: list[Bar] = []
        self._paths: dict[str | None, QPainterPath] = {}
        self._others: list[Mark] = []
        for mark in outline.marks:
            if isinstance(mark, Glyph):
                path = self._paths.get(mark.color)
                if path is None:
                    path = self._paths[mark.color] = QPainterPath()
                    path.setFillRule(Qt.FillRule.WindingFill)
                place = QTransform(mark.scale, 0, 0, mark.scale, mark.x, mark.y)
                path.addPath(place.map(_shape(mark.shape)))
            elif isinstance(mark, Bar) and mark.is_ground:
                self._grounds.append(mark)
            else:
                self._others.append(mark)
        # Some commands draw beside the room they take; here nothing stands on its neighbours.
        box = QRectF(0, -outline.descent, outline.width, outline.ascent + outline.descent)
        for path in self._paths.values():
            box |= path.boundingRect()
        self._box = box

    def width(self, size: float) -> float:
        """How wide it is at a font size, both in pixels."""
        return self._box.width() * size / EM

    def ascent(self, size: float) -> float:
        """How far it reaches above its baseline."""
        return self._box.bottom() * size / EM

    def descent(self, size: float) -> float:
        """How far it reaches below its baseline."""
        return -self._box.top() * size / EM

    def paint_as_text(
        self, painter: QPainter, at: QPointF, size: float, look: Look, color: str
    ) -> None:
        """Paints it like the text of the transcript around it, in a colour of the theme."""
        ink = Ink(look.color(color), look.theme.is_dark, look.style("reading").font)
        self.paint(painter, at, size, ink)

    def paint(self, painter: QPainter, at: QPointF, size: float, ink: Ink) -> None:
        """Paints it.

        Args:
            painter: paints on the ground that the ink is for.
            at: left end of its baseline.
            size: font size in pixels.
            ink: its colours and the font of its words.
        """
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(at)
        painter.scale(size / EM, -size / EM)
        painter.translate(-self._box.left(), 0)
        for bar in self._grounds:
            box = QRectF(bar.x, bar.y, bar.width, bar.height)
            painter.fillRect(box, _ground(bar))
        for name, path in self._paths.items():
            painter.fillPath(path, _color(name, ink))
        for mark in self._others:
            own = _color(mark.color, ink)
            match mark:
                case Bar():
                    _paint_bar(painter, mark, own)
                case Stroke():
                    painter.setPen(_pen(own, mark.thickness))
                    painter.drawLine(QPointF(mark.x1, mark.y1), QPointF(mark.x2, mark.y2))
                case Ring():
                    painter.setPen(_pen(own, mark.thickness))
                    painter.setBrush(Qt.BrushStyle.NoBrush)
                    painter.drawEllipse(QPointF(mark.x, mark.y), mark.x_radius, mark.y_radius)
                case Words():
                    _paint_words(painter, mark, own, ink.font)
                case _:
                    pass
        painter.restore()


@lru_cache(_SHAPES_KEPT)
def _shape(data: str) -> QPainterPath:
    """The path of one glyph."""
    path = QPainterPath()
    tokens = _TOKEN.findall(data)
    place = 0
    while place < len(tokens):
        kind = tokens[place]
        count = 2 * _POINTS[kind]
        numbers = [float(token) for token in tokens[place + 1 : place + 1 + count]]
        place += 1 + count
        match kind:
            case "M":
                path.moveTo(*numbers)
            case "L":
                path.lineTo(*numbers)
            case "C":
                path.cubicTo(*numbers)
            case _:
                path.closeSubpath()
    return path


def _paint_bar(painter: QPainter, bar: Bar, color: QColor) -> None:
    """Paints a line on whole pixels of the device, so that it is as sharp as a letter's stem."""
    box = QRectF(bar.x, bar.y, bar.width, bar.height)
    transform = painter.deviceTransform()
    if transform.type().value > QTransform.TransformationType.TxScale.value:
        painter.fillRect(box, color)
        return
    device = transform.mapRect(box)
    if device.height() <= device.width():
        height = max(1, round(device.height()))
        device = QRectF(device.left(), round(device.top()), device.width(), height)
    else:
        width = max(1, round(device.width()))
        device = QRectF(round(device.left()), device.top(), width, device.height())
    inverted, _ = transform.inverted()
    painter.fillRect(inverted.mapRect(device), color)


def _paint_words(painter: QPainter, words: Words, color: QColor, font: QFont) -> None:
    """Paints letters with the reading font, in the room that the formula has for them."""
    font = QFont(font)
    font.setPixelSize(_FITTED_SIZE)
    natural = QFontMetricsF(font).horizontalAdvance(words.text)
    scale = min(WORDS_SIZE * words.scale / _FITTED_SIZE, words.width / max(1.0, natural))
    painter.save()
    painter.setFont(font)
    painter.setPen(color)
    painter.translate(words.x + (words.width - natural * scale) / 2, words.y)
    painter.scale(scale, -scale)
    painter.drawText(QPointF(0, 0), words.text)
    painter.restore()


def _pen(color: QColor, thickness: float) -> QPen:
    return QPen(color, thickness, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)


def _color(asked: str | None, ink: Ink) -> QColor:
    return ink.color if asked is None else QColor(readable(asked, on_dark=ink.is_on_dark))


def _ground(bar: Bar) -> QColor:
    color = QColor(bar.color or "#000000")
    color.setAlphaF(GROUND_ALPHA)
    return color
