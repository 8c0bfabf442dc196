"""Which way a text reads."""

from typing import Final
from unicodedata import bidirectional

_WITHIN: Final = 200
"""Characters in which the first letter is looked for."""


def reads_from_right(text: str) -> bool:
    """Tell whether the first letter belongs to a script that is written from right to left."""
    if text.isascii():
        return False
    for char in text[:_WITHIN]:
        direction = bidirectional(char)
        if direction in ("L", "R", "AL"):
            return direction != "L"
    return False
