"""How many tokens a text is, about. Counting must never block or fail a send, so this is a guess.

Words of Latin script average some 1.3 tokens, CJK characters about one each, digits and signs
more. The guess errs to the high side by a few per cent, and every figure is shown with "≈".
"""

import re
from functools import cache

_LONG = 65_536
"""Characters from which on samples are counted: nobody may wait for an estimate."""
_SAMPLES = 16
MESSAGE_OVERHEAD = 4
"""Tokens a chat API spends on a message's frame, beside its text."""


def estimate_tokens(text: str) -> int:
    """About how many tokens a text is; 0 for an empty one. Any text allowed, in a few ms."""
    pieces = _pieces()
    if len(text) <= _LONG:
        return len(pieces.findall(text))
    size = _LONG // _SAMPLES
    starts = [(len(text) - size) * number // (_SAMPLES - 1) for number in range(_SAMPLES)]
    counted = sum(len(pieces.findall(text, start, start + size)) for start in starts)
    return counted * len(text) // _LONG


@cache
def _pieces() -> re.Pattern[str]:
    """What counts as one token. Made at its first use: the start need not wait for it."""
    return re.compile(r"[\u2e80-\U0010ffff]|[^\W\d_\u2e80-\U0010ffff]{1,5}|\d{1,3}|[^\w\s]|_")
