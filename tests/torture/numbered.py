"""Answers whose every piece is a number, so that what is missing can be named."""

from collections.abc import Iterator
from itertools import count, islice

PIECE_CHARS = 7
"""Length of a piece: a space and six digits. The fake server sends it as one token."""


def numbered(pieces: int) -> str:
    """So many numbered pieces."""
    return "".join(islice(_pieces(), pieces))


def _pieces() -> Iterator[str]:
    return (f" {number:06}" for number in count())
