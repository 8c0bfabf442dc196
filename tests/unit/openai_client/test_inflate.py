"""Packed bodies come out whole, in pieces of bounded size."""

import gzip
import zlib

import pytest

from desktop_assistant.adapters.openai_client.faults import UnknownCodingError
from desktop_assistant.adapters.openai_client.inflate import Inflater

TEXT = b"data: hello\n\n" * 20_000


def unpacked(coding, packed, size):
    inflater = Inflater(coding)
    parts = [packed[i : i + size] for i in range(0, len(packed), size)]
    return [piece for part in parts for piece in inflater.feed(part)]


@pytest.mark.parametrize("size", [7, 1000, 10**6])
@pytest.mark.parametrize(
    ("coding", "packed"),
    [
        ("", TEXT), ("identity", TEXT), ("gzip", gzip.compress(TEXT)),
        (" X-GZIP ", gzip.compress(TEXT)), ("deflate", zlib.compress(TEXT)),
    ],
)  # fmt: skip
def test_it_comes_out_whole(coding, packed, size):
    assert b"".join(unpacked(coding, packed, size)) == TEXT


def test_pieces_are_small_however_much_there_is():
    bomb = gzip.compress(bytes(50_000_000))
    pieces = unpacked("gzip", bomb, len(bomb))
    assert sum(map(len, pieces)) == 50_000_000
    assert max(map(len, pieces)) <= 65_536


@pytest.mark.parametrize("coding", ["br", "zstd", "gzip, br", "nonsense"])
def test_other_codings_are_named(coding):
    with pytest.raises(UnknownCodingError, match=coding):
        Inflater(coding)


def test_what_is_not_packed_as_it_says_is_a_fault():
    with pytest.raises(UnknownCodingError):
        unpacked("gzip", b"data: hello\n\n", 100)
