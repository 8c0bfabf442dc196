"""From one place in a message's text to the next: by sign, by word, by line.

Each returns ``None`` where the text ends, so that the message before or after can take over.
"""

from PySide6.QtCore import QTextBoundaryFinder

from desktop_assistant.rendering.direction import reads_from_right
from desktop_assistant.ui.transcript.document import Document
from desktop_assistant.ui.transcript.spots import END, START, Spot

_WITHIN = 400
"""Characters in which the end of a sign or word is looked for; longer ones are cut there."""
_FINE = 4
"""Pixels by which the next line is looked for."""
_BEYOND = 1_000_000.0
"""Pixels: further sideways than any line reaches."""


def reads_backwards(document: Document, spot: Spot) -> bool:
    """Whether the paragraph at a place is read from right to left."""
    leaf = document.leaf_at(spot)
    return leaf is not None and reads_from_right(leaf.text)


def first(document: Document) -> Spot:
    """Where a message's text begins."""
    return document.spot_of(0) or START


def last(document: Document) -> Spot:
    """Where a message's text ends."""
    return document.spot_of(max(0, document.offset_of(END) - 1)) or START


def sideways(document: Document, spot: Spot, *, forth: bool, by_word: bool) -> Spot | None:
    """The place after the next sign or word, or before the one before."""
    leaf = document.leaf_at(spot)
    if leaf is not None and forth and spot.offset < len(leaf.text):
        ahead = leaf.text[spot.offset : spot.offset + _WITHIN]
        return spot._replace(offset=spot.offset + _next(ahead, by_word=by_word))
    if leaf is not None and not forth and spot.offset:
        before = leaf.text[max(0, spot.offset - _WITHIN) : spot.offset]
        return spot._replace(offset=spot.offset - _previous(before, by_word=by_word))
    offset = document.offset_of(spot) + (1 if forth else -1)
    return document.spot_of(offset) if offset >= 0 else None


def upright(document: Document, spot: Spot, x: float, *, down: bool) -> Spot | None:
    """The place in the line below or above that is nearest to ``x``, in the document's pixels."""
    line = document.rect_of(spot)
    y = line.bottom() + 1 if down else line.top() - 1
    while 0 <= y <= document.height:
        found = document.spot_at(x, y)
        if document.leaf_at(found) is not None:
            middle = document.rect_of(found).center().y()
            if middle > line.bottom() if down else middle < line.top():
                return found
        y += _FINE if down else -_FINE
    return None


def line_end(document: Document, spot: Spot, *, forth: bool) -> Spot:
    """The end of the line that a place stands in, or its beginning."""
    y = document.rect_of(spot).center().y()
    ends = (document.spot_at(-_BEYOND, y), document.spot_at(_BEYOND, y))
    return max(ends) if forth else min(ends)


def _next(text: str, *, by_word: bool) -> int:
    """How many characters to the end of the first sign, or word, of a text."""
    finder = _finder(text, by_word=by_word)
    finder.toStart()
    wanted = QTextBoundaryFinder.BoundaryReason.EndOfItem
    while (found := finder.toNextBoundary()) >= 0:
        if not by_word or wanted in finder.boundaryReasons():
            return _characters(text, found)
    return len(text)


def _previous(text: str, *, by_word: bool) -> int:
    """How many characters back to the beginning of the last sign, or word, of a text."""
    finder = _finder(text, by_word=by_word)
    finder.toEnd()
    wanted = QTextBoundaryFinder.BoundaryReason.StartOfItem
    while (found := finder.toPreviousBoundary()) >= 0:
        if not by_word or wanted in finder.boundaryReasons():
            return len(text) - _characters(text, found)
    return len(text)


def _finder(text: str, *, by_word: bool) -> QTextBoundaryFinder:
    kind = QTextBoundaryFinder.BoundaryType
    return QTextBoundaryFinder(kind.Word if by_word else kind.Grapheme, text)


def _characters(text: str, units: int) -> int:
    """How many characters the first UTF-16 units of a text are; Qt counts in those."""
    if text.isascii():
        return units
    encoded = text.encode("utf-16-le", "surrogatepass")[: 2 * units]
    return len(encoded.decode("utf-16-le", "surrogatepass"))
