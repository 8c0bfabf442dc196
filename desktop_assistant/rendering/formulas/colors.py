"""Colours that a formula asks for: as TeX writes them, and so that they can be read."""

import re
from colorsys import hls_to_rgb, rgb_to_hls
from functools import lru_cache
from typing import Final

_NAMES: Final = {
    "aqua": "00ffff",
    "black": "000000",
    "blue": "0000ff",
    "brown": "a52a2a",
    "crimson": "dc143c",
    "cyan": "00ffff",
    "darkblue": "00008b",
    "darkgray": "a9a9a9",
    "darkgreen": "006400",
    "darkorange": "ff8c00",
    "darkred": "8b0000",
    "forestgreen": "228b22",
    "fuchsia": "ff00ff",
    "gold": "ffd700",
    "gray": "808080",
    "green": "008000",
    "grey": "808080",
    "indigo": "4b0082",
    "lightblue": "add8e6",
    "lightgray": "d3d3d3",
    "lightgreen": "90ee90",
    "lime": "00ff00",
    "magenta": "ff00ff",
    "maroon": "800000",
    "navy": "000080",
    "navyblue": "000080",
    "olive": "808000",
    "orange": "ffa500",
    "orchid": "da70d6",
    "pink": "ffc0cb",
    "purple": "800080",
    "red": "ff0000",
    "royalblue": "4169e1",
    "salmon": "fa8072",
    "silver": "c0c0c0",
    "skyblue": "87ceeb",
    "teal": "008080",
    "tomato": "ff6347",
    "turquoise": "40e0d0",
    "violet": "ee82ee",
    "white": "ffffff",
    "yellow": "ffff00",
}
_HEX: Final = re.compile(r"#?([0-9a-f]{6}|[0-9a-f]{3})")
_NUMBERS: Final = re.compile(r"(?:rgb)?\(?((?:[0-9.]+[, ]*){1,4})\)?")

_LEAST_CONTRAST: Final = 3.5
_DARK, _LIGHT = 0.012, 1.0
"""How bright the grounds are on which formulas stand, as relative luminance."""
_SHADE: Final = 0.04
"""Steps in which a colour is made lighter or darker until it can be read."""
_KEPT: Final = 256


def color_of(value: str) -> str | None:
    """Return a colour as ``#rrggbb``, or ``None`` for a name or numbers that say nothing.

    Args:
        value: a name, hexadecimal digits, or the numbers of TeX's models ``rgb`` (up to 1), ``RGB``
            (up to 255), ``gray`` and ``cmyk``.
    """
    value = value.strip().lower()
    digits = _HEX.fullmatch(_NAMES.get(value, value))
    if digits is not None:
        short = digits[1]
        return "#" + ("".join(2 * digit for digit in short) if len(short) == 3 else short)
    numbers = _NUMBERS.fullmatch(value)
    try:
        parts = [float(part) for part in re.split("[, ]+", numbers[1])] if numbers else []
    except ValueError:
        return None
    match parts:
        case [gray]:
            return _hex(gray, gray, gray)
        case [red, green, blue]:
            whole = 1.0 if max(parts) <= 1 else 255.0
            return _hex(red / whole, green / whole, blue / whole)
        case [cyan, magenta, yellow, key]:
            return _hex(*((1 - ink) * (1 - key) for ink in (cyan, magenta, yellow)))
        case _:
            return None


@lru_cache(_KEPT)
def readable(color: str, *, on_dark: bool) -> str:
    """Return a colour made lighter or darker until it can be told from its ground.

    Args:
        color: ``#rrggbb``.
        on_dark: whether the ground is dark; else it is white.
    """
    red, green, blue = _parts(color)
    hue, lightness, saturation = rgb_to_hls(red, green, blue)
    ground, step = (_DARK, _SHADE) if on_dark else (_LIGHT, -_SHADE)
    while _contrast(red, green, blue, ground) < _LEAST_CONTRAST:
        lightness += step
        red, green, blue = hls_to_rgb(hue, lightness, saturation)
    return _hex(red, green, blue)


def _parts(color: str) -> tuple[float, float, float]:
    red, green, blue = (int(color[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def _hex(*parts: float) -> str:
    return "#" + "".join(f"{round(255 * min(max(0.0, part), 1.0)):02x}" for part in parts)


def _contrast(red: float, green: float, blue: float, ground: float) -> float:
    """Return how well a colour can be told from a ground's luminance, as WCAG counts."""
    own = 0.2126 * _linear(red) + 0.7152 * _linear(green) + 0.0722 * _linear(blue)
    return (max(own, ground) + 0.05) / (min(own, ground) + 0.05)


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
