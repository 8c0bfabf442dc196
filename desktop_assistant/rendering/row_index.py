"""Where the rows of a long list stand: heights, sums of heights, and a place that stays.

Ten thousand messages are never measured at once. Each row has a height that is either known or
guessed; sums of a hundred rows each turn heights into positions and back. A tree of sums would
look at fewer numbers, but opening a conversation would wait for it to be built. All lengths are
whole logical pixels.
"""

from bisect import bisect_right
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from itertools import accumulate
from typing import Final, Generic, TypeVar

_BLOCK: Final = 100
"""Rows whose heights are summed up."""

Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Anchor(Generic[Key]):
    """A place in the list that survives changes of height: a row and pixels below its top."""

    key: Key
    offset: int


class RowIndex(Generic[Key]):
    """The heights of rows that are named by unique keys."""

    def __init__(self) -> None:
        self._keys: list[Key] = []
        self._places: dict[Key, int] = {}
        self._heights: list[int] = []
        self._known: list[bool] = []
        self._sums: list[int] = []
        """The height of every ``_BLOCK`` rows together."""
        self._total = 0

    def __len__(self) -> int:
        return len(self._keys)

    def __contains__(self, key: object) -> bool:
        return key in self._places

    @property
    def keys(self) -> tuple[Key, ...]:
        """The rows' keys, from top to bottom."""
        return tuple(self._keys)

    @property
    def total(self) -> int:
        """The height of all rows together."""
        return self._total

    def replace(self, guesses: Mapping[Key, int]) -> None:
        """Take other rows, in this order; those that stay keep their heights.

        Args:
            guesses: the rows' keys, and what height each of them gets if it is new.

        Raises:
            ValueError: A guess is negative.
        """
        heights = _all_checked(guesses)
        known = set()
        for key, height, is_known in zip(self._keys, self._heights, self._known, strict=True):
            if key in heights:
                heights[key] = height
                if is_known:
                    known.add(key)
        self._keys = list(heights)
        self._places = dict(zip(heights, range(len(heights)), strict=True))
        self._heights = list(heights.values())
        self._known = [key in known for key in heights] if known else [False] * len(heights)
        self._build()

    def append(self, key: Key, guess: int) -> None:
        """Add a row of a guessed height at the bottom.

        Raises:
            ValueError: The key is there already, or the guess is negative.
        """
        if key in self._places:
            raise ValueError("a row's key comes twice")
        height = _checked(guess)
        self._places[key] = len(self._keys)
        self._keys.append(key)
        self._heights.append(height)
        self._known.append(False)
        if len(self._keys) % _BLOCK == 1:
            self._sums.append(0)
        self._sums[-1] += height
        self._total += height

    def forget_heights(self, guesses: Mapping[Key, int]) -> None:
        """Take new guesses for the same rows, as after a change of width or of text size.

        Raises:
            ValueError: The rows are others, or a guess is negative.
        """
        heights = _all_checked(guesses)
        if list(heights) != self._keys:
            raise ValueError("these are other rows")
        self._heights = list(heights.values())
        self._known = [False] * len(self._keys)
        self._build()

    def place(self, key: Key) -> int:
        """Return which row from the top ``key`` is. Raises ``KeyError`` if it is none."""
        return self._places[key]

    def key_at(self, place: int) -> Key:
        """Return the key of a row. Raises ``IndexError``."""
        return self._keys[place]

    def height(self, key: Key) -> int:
        """Return a row's height, known or guessed. Raises ``KeyError``."""
        return self._heights[self._places[key]]

    def is_known(self, key: Key) -> bool:
        """Tell whether a row's height was set, not guessed. Raises ``KeyError``."""
        return self._known[self._places[key]]

    def set_height(self, key: Key, height: int) -> int:
        """Set a row's true height and return by how much it changed.

        Raises:
            KeyError: There is no such row.
            ValueError: ``height`` is negative.
        """
        place = self._places[key]
        change = _checked(height) - self._heights[place]
        self._heights[place] = height
        self._known[place] = True
        self._sums[place // _BLOCK] += change
        self._total += change
        return change

    def top(self, key: Key) -> int:
        """Return how far below the list's top a row starts. Raises ``KeyError``."""
        return self._sum(self._places[key])

    def place_at(self, y: int) -> int:
        """Return which row covers ``y``; above the first it is the first, below the last the last.

        Rows of no height cover nothing. Raises ``IndexError`` if there are no rows.
        """
        if not self._keys:
            raise IndexError("no rows")
        bottoms = [0, *accumulate(self._sums)]
        block = bisect_right(bottoms, max(0, y), 1) - 1
        if block == len(self._sums):
            return len(self._keys) - 1
        start = block * _BLOCK
        heights = self._heights[start : start + _BLOCK]
        return start + bisect_right(list(accumulate(heights)), max(0, y) - bottoms[block])

    def visible(self, y: int, height: int, *, margin: int = 0) -> range:
        """Return the places of the rows that a view of ``height`` at ``y`` touches.

        ``margin`` pixels above and below count as visible, so that rows are ready in time.
        """
        if not self._keys:
            return range(0)
        first = self.place_at(y - margin)
        last = self.place_at(max(y - margin, y + height + margin - 1))
        return range(first, last + 1)

    def anchor(self, y: int) -> Anchor[Key] | None:
        """Return the place at ``y`` as a row and an offset; ``None`` if there are no rows."""
        if not self._keys:
            return None
        place = self.place_at(y)
        return Anchor(self._keys[place], y - self._sum(place))

    def position(self, anchor: Anchor[Key]) -> int | None:
        """Return where ``anchor`` stands now; ``None`` if its row has gone.

        A row that became lower than the offset holds the anchor on its last pixel: the row stays
        in sight, and so what makes it high again, such as a long text that is still being read,
        goes on and leads back to the place.
        """
        if anchor.key not in self._places:
            return None
        last = max(0, self.height(anchor.key) - 1)
        return self.top(anchor.key) + min(anchor.offset, last)

    def _sum(self, count: int) -> int:
        """Return the height of the first ``count`` rows."""
        block = count // _BLOCK
        return sum(self._sums[:block]) + sum(self._heights[block * _BLOCK : count])

    def _build(self) -> None:
        starts = range(0, len(self._heights), _BLOCK)
        self._sums = [sum(self._heights[start : start + _BLOCK]) for start in starts]
        self._total = sum(self._sums)


def _all_checked(heights: Mapping[Key, int]) -> dict[Key, int]:
    _checked(min(heights.values(), default=0))
    return dict(heights)


def _checked(height: int) -> int:
    if height < 0:
        raise ValueError(f"a row cannot be {height} pixels high")
    return height
