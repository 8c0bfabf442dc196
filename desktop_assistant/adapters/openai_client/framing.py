"""Merges the chunks of HTTP's chunked coding that one network read brought into one.

Services write every token as a chunk of its own, and the HTTP layer below us pays for each chunk
with a dozen Python calls. This stands between socket and HTTP layer and writes one chunk where many
came. It understands only what is well formed: anything else it passes on untouched, so that
judging it stays with the HTTP layer.
"""

import re
from enum import Enum, auto

_SIZE_LINE = re.compile(rb"([0-9A-Fa-f]{1,15})[ \t]*(?:;[^\r\n]*)?\r\n")
_CHUNKED = re.compile(rb"\r\ntransfer-encoding:[ \t]*chunked[ \t]*\r\n", re.IGNORECASE)
_INTERIM = re.compile(rb"HTTP/1\.[01] 1[0-9][0-9]")
_LONGEST_HEAD = 16_384
"""After a longer one nothing is merged."""
_LONGEST_SIZE_LINE = 256
"""A longer one is left to the HTTP layer, which refuses it."""


class _State(Enum):
    HEAD = auto()
    """In status line and headers, which are passed on as they come."""
    SIZE = auto()
    """Before a chunk's size line."""
    DATA = auto()
    """In a chunk's data, or in the line end that follows them."""
    PASS = auto()
    """Nothing to merge until the next request."""


class ChunkMerger:
    """One per connection. ``feed`` it all that is read, and tell it of each ``request``."""

    def __init__(self) -> None:
        self._state = _State.HEAD
        self._head = b""
        self._rest = b""
        """The beginning of a size line or line end whose end has not come."""
        self._left = 0
        """Bytes of data that the current chunk still lacks."""

    def request(self) -> None:
        """A request is being written: what is read next begins with a head."""
        self._state = _State.HEAD
        self._head = self._rest = b""

    def feed(self, data: bytes) -> bytes:
        """The same body in fewer chunks; empty if these bytes held no data yet."""
        if self._state is _State.PASS:
            return data
        if self._state is _State.HEAD:
            return self._feed_head(data)
        return self._merge(data)

    def _feed_head(self, data: bytes) -> bytes:
        head = self._head + data
        end = head.find(b"\r\n\r\n")
        if end < 0:
            self._head = head
            if len(head) > _LONGEST_HEAD:
                self._state = _State.PASS
            return data
        end += 4
        body = head[end:]
        passed = data[: len(data) - len(body)]
        self._head = b""
        if _INTERIM.match(head):
            return passed + (self._feed_head(body) if body else b"")
        self._state = _State.SIZE if _CHUNKED.search(head, 0, end) else _State.PASS
        return passed + (self.feed(body) if body else b"")

    def _merge(self, data: bytes) -> bytes:
        if self._rest:
            data = self._rest + data
            self._rest = b""
        pieces: list[bytes] = []
        at, size = 0, len(data)
        while at < size:
            if self._state is _State.SIZE:
                line = _SIZE_LINE.match(data, at)
                if line is None:
                    return _chunk(pieces) + self._unfinished_or_odd(data[at:])
                self._left = int(line[1], 16)
                if not self._left:
                    self._state = _State.PASS
                    return _chunk(pieces) + data[at:]
                self._state = _State.DATA
                at = line.end()
            piece = data[at : at + self._left]
            pieces.append(piece)
            self._left -= len(piece)
            at += len(piece)
            if self._left:
                break
            line_end = data[at : at + 2]
            if line_end != b"\r\n":
                return _chunk(pieces) + self._unfinished_or_odd_end(data[at:])
            self._state = _State.SIZE
            at += 2
        return _chunk(pieces)

    def _unfinished_or_odd(self, line: bytes) -> bytes:
        """A size line that may still be completed is kept; any other is passed on."""
        if b"\r\n" in line or len(line) > _LONGEST_SIZE_LINE:
            self._state = _State.PASS
            return line
        self._rest = line
        return b""

    def _unfinished_or_odd_end(self, rest: bytes) -> bytes:
        if rest in (b"", b"\r"):
            self._rest = rest
            return b""
        self._state = _State.PASS
        # The chunk before has been closed, so only an empty size line shows that it was not whole.
        return b"\r\n" + rest


def _chunk(pieces: list[bytes]) -> bytes:
    data = b"".join(pieces)
    return b"%x\r\n%b\r\n" % (len(data), data) if data else b""
