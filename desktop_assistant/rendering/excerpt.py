"""A part of a message as blocks of its own: what is copied of it keeps its looks.

A part is named by two offsets into what can be read, see ``readable``. Containers stay around what
is left in them, and rows of a table around their cells; but words out of the middle of one piece
are just words: who copies two words of a heading or of an item wants neither ``#`` nor ``-``.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from desktop_assistant.rendering.blocks import (
    Block,
    Cell,
    CodeBlock,
    Footnotes,
    Heading,
    ListBlock,
    ListItem,
    MathBlock,
    Paragraph,
    Quote,
    Rule,
    Span,
    Style,
    Table,
)
from desktop_assistant.rendering.readable import spelled_out

_NO_CELL: Final = Cell("")


def excerpt(blocks: Iterable[Block], start: int, end: int) -> tuple[Block, ...]:
    """Return what of ``blocks`` stands between two offsets into what can be read of them."""
    cut = _Cut(start, end)
    kept = cut.blocks(blocks)
    return kept if cut.words is None else (cut.words,)


class _Cut:
    """Goes through blocks once and keeps what lies between two offsets."""

    def __init__(self, start: int, end: int) -> None:
        self._start = start
        self._end = end
        self._place = 0
        """Where the next piece of text begins."""
        self._pieces = 0
        self.words: Paragraph | CodeBlock | None = None
        """All that is kept, if it is some words out of one piece."""

    def blocks(self, blocks: Iterable[Block]) -> tuple[Block, ...]:
        """Return what is kept of blocks."""
        kept = (self._block(block) for block in blocks)
        return tuple(block for block in kept if block is not None)

    def _block(self, block: Block) -> Block | None:
        match block:
            case Paragraph() | Heading():
                return self._running(block)
            case CodeBlock():
                return self._code(block)
            case MathBlock():
                return self._math(block)
            case Rule():
                return block if self._start < self._place < self._end else None
            case Table():
                return self._table(block)
            case ListBlock():
                return self._list(block)
            case Quote():
                inner = self.blocks(block.blocks)
                return Quote(inner) if inner else None
            case _:
                notes = [(label, self.blocks(inner)) for label, inner in block.notes]
                left = tuple((label, inner) for label, inner in notes if inner)
                return Footnotes(left) if left else None

    def _running(self, block: Paragraph | Heading) -> Block | None:
        part = self._text(block.text, block.spans)
        if part is None:
            return None
        is_whole = len(part.text) == len(block.text)
        self._keep(part, is_whole=is_whole)
        return block if is_whole else part

    def _code(self, block: CodeBlock) -> Block | None:
        if block.file:
            self._range(len(block.file))
        part = self._range(len(block.code))
        if part is None:
            return None
        code = block.code[slice(*part)]
        is_whole = len(code) == len(block.code)
        kept = block if is_whole else replace(block, code=code)
        in_line = Paragraph(code, (Span(0, len(code), Style.CODE),))
        self._keep(kept if "\n" in code else in_line, is_whole=is_whole)
        return kept

    def _math(self, block: MathBlock) -> Block | None:
        source = block.source.strip() or " "
        part = self._range(len(source))
        if part is None:
            return None
        is_whole = part == (0, len(source))
        words = source[slice(*part)]
        kept = Paragraph(words, (Span(0, len(words), Style.CODE),))
        self._keep(kept, is_whole=is_whole)
        return block if is_whole else kept

    def _list(self, block: ListBlock) -> Block | None:
        kept = [ListItem(self.blocks(item.blocks), item.checked) for item in block.items]
        first = next((number for number, item in enumerate(kept) if item.blocks), None)
        if first is None:
            return None
        inner = kept[first].blocks
        if (
            len(inner) == 1
            and isinstance(inner[0], ListBlock)
            and not any(item.blocks for item in kept[first + 1 :])
        ):
            # Of the item itself nothing is left, only of a list within it.
            return inner[0]
        start = None if block.start is None else block.start + first
        return ListBlock(tuple(item for item in kept if item.blocks), start, block.tight)

    def _table(self, block: Table) -> Block | None:
        header, *rows = ([self._cell(cell) for cell in row] for row in (block.header, *block.rows))
        left = tuple(_row(row) for row in rows if any(row))
        if not left and not any(header):
            return None
        return Table(block.aligns, _row(header), left)

    def _cell(self, cell: Cell) -> Cell | None:
        part = self._text(cell.text, cell.spans)
        if part is None:
            return None
        self._keep(part, is_whole=False)
        return Cell(part.text, part.spans)

    def _text(self, text: str, spans: tuple[Span, ...]) -> Paragraph | None:
        shown, shown_spans = spelled_out(text, spans)
        part = self._range(len(shown))
        if part is None:
            return None
        start, end = (_written(offset, spans, shown_spans) for offset in part)
        if start == end:
            # Out of the address of an image, which stands in no text.
            return Paragraph(shown[slice(*part)])
        return Paragraph(text[start:end], _between(spans, start, end))

    def _range(self, length: int) -> tuple[int, int] | None:
        """Return which part of the next piece is kept, and go on to the one after it."""
        start, end = max(0, self._start - self._place), min(length, self._end - self._place)
        self._place += length + 1
        return (start, end) if start < end else None

    def _keep(self, piece: Paragraph | CodeBlock, *, is_whole: bool) -> None:
        self._pieces += 1
        self.words = piece if self._pieces == 1 and not is_whole else None


def _row(cells: list[Cell | None]) -> tuple[Cell, ...]:
    return tuple(_NO_CELL if cell is None else cell for cell in cells)


def _written(offset: int, spans: tuple[Span, ...], shown: tuple[Span, ...]) -> int:
    """Return where an offset into the text with addresses stands in the text without."""
    added = 0
    for span, longer in zip(spans, shown, strict=True):
        # The address stands at the end of its span, after the name.
        name_end = longer.start + span.end - span.start
        if offset <= name_end:
            break
        added += min(offset, longer.end) - name_end
    return offset - added


def _between(spans: tuple[Span, ...], start: int, end: int) -> tuple[Span, ...]:
    """Return the spans of a part of a text."""
    return tuple(
        span._replace(start=max(span.start, start) - start, end=min(span.end, end) - start)
        for span in spans
        if span.start < end and span.end > start
    )
