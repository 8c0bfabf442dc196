"""Unpacks what a service packed although it was asked not to, a bounded piece at a time."""

import zlib
from collections.abc import Iterator

from desktop_assistant.adapters.openai_client.faults import UnknownCodingError

_PIECE = 65_536
"""Bytes given out at once: a bomb of megabytes is seen by the caps long before it is unpacked."""
_GZIP_OR_ZLIB = zlib.MAX_WBITS | 32


class Inflater:
    """One per body; ``feed`` its bytes in order."""

    def __init__(self, coding: str) -> None:
        """Takes the value of ``Content-Encoding``.

        Raises:
            UnknownCodingError: if that is neither gzip, deflate nor nothing.
        """
        self._unpacker: zlib._Decompress | None = None
        match coding.strip().lower():
            case "" | "identity":
                pass
            case "gzip" | "x-gzip" | "deflate":
                self._unpacker = zlib.decompressobj(_GZIP_OR_ZLIB)
            case _:
                raise UnknownCodingError(f"Content-Encoding: {coding}")

    def feed(self, data: bytes) -> Iterator[bytes]:
        """The bytes that these hold.

        Raises:
            UnknownCodingError: if they are not packed as they should be.
        """
        if self._unpacker is None:
            yield data
            return
        try:
            while piece := self._unpacker.decompress(data, _PIECE):
                yield piece
                data = self._unpacker.unconsumed_tail
        except zlib.error as error:
            raise UnknownCodingError(str(error)) from error
