"""The wheel and the touchpad: how far to scroll, in whole pixels."""

from PySide6.QtGui import QWheelEvent

_NOTCH = 120
"""Wheel units of one notch."""
_LINES_A_NOTCH = 3
_LINE = 24


class Wheel:
    """Adds up what is less than a pixel, so that slow turns count too."""

    def __init__(self) -> None:
        self._rest = 0.0

    def turned(self, event: QWheelEvent) -> int:
        """How many pixels the text moves down."""
        pixels = float(event.pixelDelta().y())
        if not pixels:
            pixels = event.angleDelta().y() / _NOTCH * _LINES_A_NOTCH * _LINE
        self._rest += pixels
        whole = int(self._rest)
        self._rest -= whole
        return whole
