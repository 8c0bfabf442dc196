"""The place in a text where a search found something."""

from bisect import bisect_left, bisect_right

from desktop_assistant.adapters.sqlite_store.search_index import fold

BEFORE = 40
"""Characters shown before the match."""
LENGTH = 200
"""Characters of a snippet, without its ellipses."""
_SPACES = dict.fromkeys((*range(0x20), *range(0x7F, 0xA0), 0x2028, 0x2029), " ")


def find(text: str, needle: str) -> tuple[int, int]:
    """Where a folded text first is in a text: start and length in characters of the text.

    Raises:
        ValueError: if it is not in there.
    """
    folded = fold(text)
    at = folded.index(needle)
    if len(folded) == len(text):
        return at, len(needle)

    # Some letters fold to two or three ("ß" to "ss"): look for the letters around the match.
    def folded_length(count: int) -> int:
        return len(fold(text[:count]))

    counts = range(len(text) + 1)
    start = bisect_right(counts, at, key=folded_length) - 1
    end = bisect_left(counts, at + len(needle), key=folded_length)
    return start, end - start


def snippet(text: str, start: int, length: int) -> tuple[str, int, int]:
    """The text around a match on one line, and where in it the match is: start and length."""
    begin = max(0, start - BEFORE)
    end = min(len(text), begin + LENGTH)
    shown = text[begin:end].translate(_SPACES)
    length = min(length, end - start)
    before, after = "…" if begin > 0 else "", "…" if end < len(text) else ""
    return before + shown + after, start - begin + len(before), length
