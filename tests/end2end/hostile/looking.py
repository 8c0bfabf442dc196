"""What can be seen of the window: the canary's colour, every word that is painted, every label."""

import html
import re

from PySide6.QtCore import QBuffer, QPoint
from PySide6.QtGui import QGuiApplication, QImage, QPainter, Qt
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from tests.end2end.hostile.corpus import COLOUR

_PIXEL = bytes((COLOUR[2], COLOUR[1], COLOUR[0], 255))
_WORDS = re.compile(r"<text\b[^>]*>(.*?)</text>", re.DOTALL)
_PICTURE = re.compile(r"<image\b[^>]*\bwidth=\"(\d+)\"[^>]*\bheight=\"(\d+)\"")


def canary_pixels() -> int:
    """How many pixels of the whole screen have the canary's colour, counted in rows of three."""
    screen = QGuiApplication.primaryScreen()
    image = screen.grabWindow(0).toImage().convertToFormat(QImage.Format.Format_RGB32)
    return bytes(image.constBits()).count(_PIXEL * 3)


def painted_words(widget: QWidget) -> str:
    """Every text that a widget and its children paint, without white space.

    The widget paints itself into an SVG, in which texts are still texts: what a layout was given,
    whoever gave it.
    """
    buffer = QBuffer()
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(widget.size())
    painter = QPainter(generator)
    widget.render(painter, QPoint())
    painter.end()
    written = bytes(buffer.data().data()).decode("utf-8", "replace")
    return "".join("".join(map(html.unescape, _WORDS.findall(written))).split(" ")).strip()


def careless_labels() -> list[str]:
    """Labels and tips that would take their text for markup."""
    found = []
    for widget in QApplication.allWidgets():
        if isinstance(widget, QLabel) and type(widget).__name__ != "QTipLabel":
            text_format, text = widget.textFormat(), widget.text()
            if text_format == Qt.TextFormat.PlainText or not text:
                continue
            if text_format != Qt.TextFormat.AutoText or Qt.mightBeRichText(text):
                found.append(f"{type(widget).__name__}: {text[:80]!r}")
        tip = widget.toolTip()
        if Qt.mightBeRichText(tip) and not _is_escaped(tip):
            found.append(f"tip of {type(widget).__name__}: {tip[:80]!r}")
    return found


def _is_escaped(tip: str) -> bool:
    """Whether a tip is one escaped text in one plain element."""
    inner = tip.removeprefix("<span>").removesuffix("</span>")
    return len(inner) == len(tip) - 13 and "<" not in inner


def button_names(row: QWidget) -> set[str]:
    """What the buttons in a row are called."""
    return {b.accessibleName() for b in row.findChildren(QAbstractButton) if b.isVisible()}


def windows() -> list[str]:
    """The kinds of all windows that are up."""
    return sorted(type(top).__name__ for top in QApplication.topLevelWidgets() if top.isVisible())
