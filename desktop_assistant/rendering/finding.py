"""Finding words in a text: literal, whatever their case, and never half of a character.

Two texts are alike if Unicode says so: full case folding (``ß`` is ``ss``), and a letter with its
mark is the same whether it is one code point or two. A hit never ends between a letter and its
mark, nor inside a letter that folds to several.
"""

from bisect import bisect_left
from collections.abc import Iterator
from typing import Final
from unicodedata import combining, normalize

WINDOW: Final = 16_384
"""Characters that are looked at in one step."""
_MORE: Final = 32


class _Folds(dict[int, str]):
    """Each character as it is compared; learnt as they are met.

    A mark takes two places, so that a text that holds any is longer than before.
    """

    def __missing__(self, code: int) -> str:
        char = chr(code)
        folded = _folded(char)
        if _joins(char):
            folded += "\0"
        self[code] = folded
        return folded


def _folded(cluster: str) -> str:
    return normalize("NFC", normalize("NFD", cluster).casefold())


def _joins(char: str) -> bool:
    """Tell whether a character belongs to the one before it: a mark, or the rest of a syllable."""
    if char < "\u0300":
        return False
    return combining(char) != 0 or "\u1160" <= char <= "\u11ff" or "\ud7b0" <= char <= "\ud7fb"


_FOLDS: Final = _Folds()


class Pattern:
    """Words to find. They stand in one line."""

    def __init__(self, words: str) -> None:
        self.words = words
        """As they were given."""
        self._folded = "".join(folded for _, folded in _clusters(words))
        self.reach = 4 * len(self._folded) + _MORE
        """Characters that a hit has at most."""

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to find."""
        return not self._folded

    def crosses(self, left: str, right: str) -> bool:
        """Tell whether a hit may begin in a text and end in the one that follows it.

        If not, each of them can be looked through by itself.
        """
        if right and _joins(right[0]):
            return True
        text = left[-self.reach :] + right[: self.reach]
        place, cut = 0, min(len(left), self.reach)
        while (hit := next(self.hits(text, place), None)) is not None and hit[0] < cut:
            if hit[1] > cut:
                return True
            # Those that overlap the hit count, too: which of them is one depends on what is before.
            place = hit[0] + 1
        return False

    def hits(self, text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
        """Yield start and end of each hit between two offsets; hits do not overlap."""
        for found in self.steps(text, start, end):
            yield from found

    def steps(
        self, text: str, start: int = 0, end: int | None = None
    ) -> Iterator[list[tuple[int, int]]]:
        """Yield the hits a window at a time, so that whoever looks can pause in between."""
        end = len(text) if end is None else end
        while start < end:
            stop = min(start + WINDOW, end)
            while stop < end and _joins(text[stop]):
                stop += 1
            found = self._hits_from(start, stop, text[start : min(stop + self.reach, end)])
            yield found
            start = max(stop, found[-1][1] if found else 0)

    def _hits_from(self, start: int, stop: int, piece: str) -> list[tuple[int, int]]:
        """Return the hits that begin before ``stop`` in a piece that begins at ``start``."""
        if self.is_empty:
            return []
        folded = piece.lower() if piece.isascii() else piece.translate(_FOLDS)
        if len(folded) == len(piece):
            return [(start + at, start + at + len(self._folded)) for at in self._places(folded)
                    if start + at < stop]  # fmt: skip
        return self._hits_in_clusters(start, stop, piece)

    def _hits_in_clusters(self, start: int, stop: int, piece: str) -> list[tuple[int, int]]:
        """Do the same where characters and what they fold to are not equally many."""
        parts: list[str] = []
        places, origins = [0], [0]
        for origin, folded in _clusters(piece):
            parts.append(folded)
            places.append(places[-1] + len(folded))
            origins.append(origin)
        found: list[tuple[int, int]] = []
        done = 0
        text = "".join(parts)
        at = text.find(self._folded)
        while at >= 0:
            first, last = bisect_left(places, at), bisect_left(places, at + len(self._folded))
            whole = places[first] == at and places[last] == at + len(self._folded)
            if whole and start + origins[first] < stop:
                found.append((start + origins[first], start + origins[last]))
                done = at + len(self._folded)
            else:
                done = at + 1
            at = text.find(self._folded, done)
        return found

    def _places(self, folded: str) -> Iterator[int]:
        at = folded.find(self._folded)
        while at >= 0:
            yield at
            at = folded.find(self._folded, at + len(self._folded))


def _clusters(text: str) -> Iterator[tuple[int, str]]:
    """Yield, for each character with its marks, where it ends and what it folds to."""
    start = 0
    while start < len(text):
        end = start + 1
        while end < len(text) and _joins(text[end]):
            end += 1
        yield end, _folded(text[start:end]) if end - start > 1 else _fold_of(text[start])
        start = end


def _fold_of(char: str) -> str:
    return _folded(char) if _joins(char) else _FOLDS[ord(char)]
