"""Finding leaves by height. A block's leaves stand in reading order, so their tops never go up."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from desktop_assistant.ui.transcript.blocks.leaf import Placed


def touching(leaves: Sequence[Placed], top: float, bottom: float) -> Iterator[tuple[int, Placed]]:
    """The leaves between two heights, with their numbers."""
    first = bisect_left(leaves, top, key=_top)
    # Those that begin above may reach down to here; cells of one row are of different heights.
    while first > 0 and (leaves[first - 1].framed or leaves[first - 1].bottom >= top):
        first -= 1
    for number in range(first, len(leaves)):
        placed = leaves[number]
        if placed.y > bottom:
            return
        if placed.bottom >= top:
            yield number, placed


def nearest(leaves: Sequence[Placed], x: float, y: float) -> tuple[int, Placed] | None:
    """The leaf nearest to a point: by height first, then sideways."""
    if not leaves:
        return None
    after = bisect_right(leaves, y, key=_top)
    above = leaves[after - 1].y if after else leaves[0].y
    first = bisect_left(leaves, above, key=_top)
    last = bisect_right(leaves, leaves[after].y, key=_top) if after < len(leaves) else after
    best: tuple[float, float, int] | None = None
    for number in range(first, last):
        placed = leaves[number]
        dy = max(placed.y - y, y - placed.bottom, 0.0)
        dx = max(placed.x - x, x - placed.x - placed.leaf.width, 0.0)
        if best is None or (dy, dx) < best[:2]:
            best = (dy, dx, number)
    return None if best is None else (best[2], leaves[best[2]])


def _top(placed: Placed) -> float:
    return placed.y
