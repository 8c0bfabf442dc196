"""Bare web addresses in running text: where they start and where they end."""

import re
from collections.abc import Iterator
from typing import Final

# What may stand inside an address. Closing CJK punctuation and typographic quotes end it, because
# no space follows them in running text.
_ADDRESS: Final = re.compile(
    r"(?<![^\W_])https?://[^\s<>\"`|\\^{}\u00ab\u00bb\u2018-\u201f\u3001\u3002\u3008-\u3011"
    r"\uff01\uff08\uff09\uff0c\uff1a\uff1b\uff1f\x00-\x20\x7f-\x9f]+",
    re.IGNORECASE,
)
_TRAILING: Final = "?!.,:;*_~'\"&"
_PAIRS: Final = {")": "(", "]": "["}
_LONGEST: Final = 2_048


def find_addresses(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of every bare http or https address in ``text``, in order."""
    if "://" not in text:
        return
    for match in _ADDRESS.finditer(text):
        start, end = match.span()
        if end - start > _LONGEST:
            continue
        end = _without_trailing_punctuation(text, start, end)
        if end > text.index("://", start) + 3:
            yield start, end


def _without_trailing_punctuation(text: str, start: int, end: int) -> int:
    """Leave out what closes the sentence; a bracket stays if the address opened it."""
    while True:
        last = text[end - 1]
        opener = _PAIRS.get(last)
        unpaired = opener is not None and (
            text.count(last, start, end) > text.count(opener, start, end)
        )
        if last not in _TRAILING and not unpaired:
            return end
        end -= 1
