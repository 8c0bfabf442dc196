"""Finding words in a text: literal, whatever their case, and never half of a character.

Two texts are alike if Unicode says so: full case folding (``ß`` is ``ss``), and a letter with its
mark is the same whether it is one code point or two. A hit never ends between a letter and its
mark, nor inside a letter that folds to several.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Final
from unicodedata import combining, normalize

WINDOW: Final = 16_384
"""Characters that are looked at in one step."""
_MORE: Final = 32
_NOT_ASCII: Final = re.compile(r"[^\0-\x7f]")


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
        text, places = _folded_with_places(piece)
        found: list[tuple[int, int]] = []
        at = text.find(self._folded)
        while at >= 0:
            done = at + len(self._folded)
            first, last = places.origin(at), places.origin(done)
            if first is None or last is None:
                done = at + 1
            elif start + first < stop:
                found.append((start + first, start + last))
            at = text.find(self._folded, done)
        return found

    def _places(self, folded: str) -> Iterator[int]:
        at = folded.find(self._folded)
        while at >= 0:
            yield at
            at = folded.find(self._folded, at + len(self._folded))


class _Places:
    """Where a folded text was before, around the characters that fold to fewer or more."""

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._origins: list[int] = []
        """Where each of them ended before."""

    def add(self, start: int, end: int, origin: int) -> None:
        """Note such a character: where it begins and ends now, and where it ended before."""
        self._starts.append(start)
        self._ends.append(end)
        self._origins.append(origin)

    def origin(self, place: int) -> int | None:
        """Return where a place was before; ``None`` inside of such a character."""
        number = bisect_right(self._ends, place)
        if number < len(self._starts) and self._starts[number] < place:
            return None
        return self._origins[number - 1] + place - self._ends[number - 1] if number else place


def _folded_with_places(text: str) -> tuple[str, _Places]:
    """Fold a text, in which most characters fold to one."""
    parts: list[str] = []
    places = _Places()
    done = length = 0
    for match in _NOT_ASCII.finditer(text):
        start, end = match.start(), match.end()
        if start < done or len(_FOLDS[ord(text[start])]) == 1:
            continue
        if _joins(text[start]) and start > done:
            start -= 1  # the letter to which the mark belongs
        while end < len(text) and _joins(text[end]):
            end += 1
        parts.append(text[done:start].translate(_FOLDS))
        length += start - done
        folded = _folded(text[start:end])
        parts.append(folded)
        places.add(length, length + len(folded), end)
        length += len(folded)
        done = end
    parts.append(text[done:].translate(_FOLDS))
    return "".join(parts), places


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
