"""What the transcript is drawn with: one snapshot of fonts, metrics and colours.

A snapshot is made anew when the theme changes or another screen scale applies; blocks keep what
they laid out for as long as their snapshot lives.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPixmap

from desktop_assistant.ui.theme import Theme

_DERIVED = {"table": "title", "thinking": "title"}
"""Styles that are an entry of the type scale in normal weight."""


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How a run of lines is set; lengths in logical pixels."""

    font: QFont
    line_height: float
    ascent: float
    """Of the main font: every line puts its baseline by it, whatever else stands in it."""
    descent: float
    color: str
    """A colour token."""

    @property
    def baseline(self) -> float:
        """From a line's top to its baseline; the glyphs stand in the middle of the line."""
        return (self.line_height - self.ascent - self.descent) / 2 + self.ascent


class Look:
    """Fonts, lengths and colours for one generation of the theme."""

    def __init__(
        self, theme: Theme, ratio: float, *, wrap_code: bool, line_numbers: bool = False
    ) -> None:
        self.theme = theme
        self.ratio = ratio
        """Device pixels per logical pixel."""
        self.wrap_code = wrap_code
        self.line_numbers = line_numbers
        """Whether the lines of code are numbered."""
        self.pictures: Mapping[str, QImage] = {}
        """Images that were loaded, by address."""
        self.scale = theme.reading_scale
        self._styles: dict[tuple[str, str], TextStyle] = {}
        self._colors: dict[str, QColor] = {}
        self._metrics: dict[str, QFontMetricsF] = {}

    def style(self, name: str, color: str = "text.primary") -> TextStyle:
        """A style of the type scale that grows with the reading size."""
        key = (name, color)
        if key not in self._styles:
            font = self.theme.font(_DERIVED.get(name, name), reading=True)
            if name in _DERIVED:
                font.setWeight(QFont.Weight.Normal)
            metrics = QFontMetricsF(font)
            self._styles[key] = TextStyle(
                font=font,
                line_height=max(
                    self.theme.line_height(_DERIVED.get(name, name), reading=True),
                    metrics.ascent() + metrics.descent(),
                ),
                ascent=metrics.ascent(),
                descent=metrics.descent(),
                color=color,
            )
        return self._styles[key]

    def color(self, name: str) -> QColor:
        """A colour by its token."""
        if name not in self._colors:
            self._colors[name] = self.theme.color(name)
        return self._colors[name]

    def code_color(self, role: str) -> QColor:
        """A colour of highlighted code by its role."""
        return self.theme.code_color(role)

    def metrics(self, name: str) -> QFontMetricsF:
        """Metrics of a reading font."""
        if name not in self._metrics:
            self._metrics[name] = QFontMetricsF(self.style(name).font)
        return self._metrics[name]

    def pixmap(self, name: str, size: int, color: str) -> QPixmap:
        """An icon for this screen."""
        return self.theme.pixmap(name, size, color, self.ratio)

    def length(self, pixels: float) -> int:
        """A distance between parts of the text; it grows with the text."""
        return round(pixels * self.scale)
