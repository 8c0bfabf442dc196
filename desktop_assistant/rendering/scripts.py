"""Which script a text is written in, as far as that decides how it is set."""

import re
from functools import cache
from typing import Final

_WITHIN: Final = 100
"""Characters by which a text is judged: so it does not change its looks while it grows on."""
_SIGNS: Final = "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff"


def has_cjk(text: str) -> bool:
    """Tell whether an ideograph, kana or hangul stands in a text."""
    return not text.isascii() and _signs().search(text) is not None


def is_mostly_cjk(text: str) -> bool:
    """Tell whether a text begins with more ideographs, kana or hangul than words of letters."""
    if text.isascii():
        return False
    beginning = text[:_WITHIN]
    signs = len(_signs().findall(beginning))
    return signs > 0 and signs > len(_words().findall(beginning))


@cache
def _signs() -> re.Pattern[str]:
    return re.compile(f"[{_SIGNS}]")


@cache
def _words() -> re.Pattern[str]:
    """Runs of letters of other scripts; figures belong to none."""
    return re.compile(rf"[^\W\d_{_SIGNS}]+")
