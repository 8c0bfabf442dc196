"""Which way a text reads."""

import re
from functools import cache
from typing import Final
from unicodedata import bidirectional

_WITHIN: Final = 200
"""Characters in which the first letter is looked for."""
_FROM_RIGHT: Final = (
    r"[\u0590-\u061b\u061d-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff"
    r"\U0001e800-\U0001efff]"
)


def reads_from_right(text: str, *, otherwise: bool = False) -> bool:
    """Tell whether the first letter belongs to a script that is written from right to left.

    Args:
        text: what is read.
        otherwise: what is so if no letter stands in it.
    """
    if text.isascii():
        return otherwise and not any(map(str.isalpha, text[:_WITHIN]))
    for char in text[:_WITHIN]:
        direction = bidirectional(char)
        if direction in ("L", "R", "AL"):
            return direction != "L"
    return otherwise


def has_right_to_left(text: str) -> bool:
    """Tell whether any letter belongs to such a script."""
    return not text.isascii() and _from_right().search(text) is not None


def parts_by_direction(text: str) -> list[str]:
    """Cut a text after lines where its direction turns; with the line breaks it is whole again.

    A line without letters goes with the one before it.
    """
    if not has_right_to_left(text):
        return [text]
    parts: list[list[str]] = []
    current = False
    for line in text.split("\n"):
        turned = reads_from_right(line, otherwise=current)
        if parts and turned == current:
            parts[-1].append(line)
        else:
            parts.append([line])
        current = turned
    return ["\n".join(lines) for lines in parts]


def isolated(text: str, *, from_right: bool) -> str:
    """Return ``text`` for a place whose own direction must not take it apart, such as a title.

    A question mark at the end of an English title would go to its beginning in an Arabic window,
    which reads ``from_right``.
    """
    return f"\u2068{text}\u2069" if text and (from_right or has_right_to_left(text)) else text


@cache
def _from_right() -> re.Pattern[str]:
    return re.compile(_FROM_RIGHT)
