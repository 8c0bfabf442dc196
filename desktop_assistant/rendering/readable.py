"""What of a message can be read on the screen, as one text: for finding words in it.

A line break stands between two pieces that stand apart: paragraphs, cells, lines of code. The view
shows just these pieces in just this order, so an offset here is a place there.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from desktop_assistant.rendering.blocks import (
    Block,
    CodeBlock,
    Footnotes,
    Heading,
    ListBlock,
    MathBlock,
    Paragraph,
    Quote,
    Rule,
    Span,
    Style,
    Table,
)


class ReadableText:
    """What can be read of a text that grows: blocks that stayed are not read again."""

    def __init__(self) -> None:
        self.text = ""
        """What can be read so far."""
        self._blocks: Sequence[Block] = ()
        self._ends: list[int] = []

    def update(self, blocks: Sequence[Block]) -> int:
        """Take other blocks.

        Returns:
            From which offset on the text may differ; a line begins there.
        """
        same = 0
        for before, after in zip(self._blocks, blocks, strict=False):
            if before is not after and before != after:
                break
            same += 1
        kept = self._ends[same - 1] if same else 0
        unchanged = kept + self._grown(self._blocks[same : same + 1], blocks[same : same + 1])
        del self._ends[same:]
        parts = [self.text[:kept]]
        for block in blocks[same:]:
            text = readable_text(block)
            if text is not None:
                text += "\n"
                kept += len(text)
                parts.append(text)
            self._ends.append(kept)
        self.text = "".join(parts)
        self._blocks = blocks
        return unchanged

    @staticmethod
    def _grown(before: Sequence[Block], after: Sequence[Block]) -> int:
        """Return how far code that only grew is as it was: open code may be very long."""
        if (
            before
            and after
            and isinstance(before[0], CodeBlock)
            and isinstance(after[0], CodeBlock)
        ):
            old, new = before[0].code, after[0].code
            return old.rfind("\n") + 1 if new.startswith(old) else 0
        return 0


def readable_text(block: Block) -> str | None:
    """Return what can be read of a block; ``None`` for what has no words."""
    pieces = [text for text, _ in _pieces(block)]
    return "\n".join(pieces) if pieces else None


def images_in(blocks: Iterable[Block]) -> list[str]:
    """Return the addresses of all images that are referred to, each once."""
    spans = chain.from_iterable(spans for block in blocks for _, spans in _pieces(block))
    return list(dict.fromkeys(span.image for span in spans if span.image))


def tables_in(blocks: Iterable[Block]) -> Iterator[Table]:
    """Yield all tables, those in quotes, items and notes too."""
    for block in blocks:
        match block:
            case Table():
                yield block
            case Quote() | ListBlock() | Footnotes():
                yield from tables_in(_inside(block))
            case _:
                pass


def note_start(blocks: Iterable[Block], label: str) -> int | None:
    """Return where a footnote begins in what can be read; ``None`` if there is none."""
    return next((start for name, start, _ in _notes(blocks) if name == label), None)


def note_at(blocks: Iterable[Block], offset: int) -> str | None:
    """Return the label of the footnote that an offset into what can be read stands in."""
    return next((name for name, start, end in _notes(blocks) if start <= offset < end), None)


def note_reference(blocks: Iterable[Block], label: str) -> int | None:
    """Return where a footnote is first referred to in what can be read."""
    place = 0
    for block in blocks:
        for text, spans in _pieces(block):
            for span in spans:
                is_reference = Style.FOOTNOTE_REF in span.style
                if is_reference and text[span.start : span.end] == label:
                    return place + span.start
            place += len(text) + 1
    return None


def _notes(blocks: Iterable[Block]) -> Iterator[tuple[str, int, int]]:
    """Yield label, start and end of each footnote in what can be read."""
    place = 0
    for block in blocks:
        if isinstance(block, Footnotes):
            for label, inner in block.notes:
                length = sum(len(text) + 1 for each in inner for text, _ in _pieces(each))
                yield label, place, place + length
                place += length
        else:
            place += sum(len(text) + 1 for text, _ in _pieces(block))


def spelled_out(text: str, spans: tuple[Span, ...]) -> tuple[str, tuple[Span, ...]]:
    """Return the text with the address of every image written after its name.

    Nothing loads by itself, so the address is all there is to see.
    """
    if not any(span.image for span in spans):
        return text, spans
    parts: list[str] = []
    new: list[Span] = []
    done = shift = 0
    for span in spans:
        start, end = span.start + shift, span.end + shift
        name = text[span.start : span.end]
        if span.image and name != span.image:
            parts += [text[done : span.end], f" ({span.image})"]
            done = span.end
            shift += len(parts[-1])
            end += len(parts[-1])
        style = span.style & ~Style.CODE if span.image else span.style
        new.append(Span(start, end, style, span.link, span.image))
    parts.append(text[done:])
    return "".join(parts), tuple(new)


def _pieces(block: Block) -> Iterator[tuple[str, tuple[Span, ...]]]:
    """Yield the pieces of text that stand apart, each with its looks."""
    match block:
        case CodeBlock():
            if block.file:
                yield block.file, ()
            yield block.code, ()
        case MathBlock():
            yield block.source.strip() or " ", ()
        case Rule():
            return
        case Table():
            for cell in chain(block.header, *block.rows):
                yield spelled_out(cell.text, cell.spans)
        case Paragraph() | Heading():
            yield spelled_out(block.text, block.spans)
        case _:
            for inner in _inside(block):
                yield from _pieces(inner)


def _inside(block: Quote | ListBlock | Footnotes) -> Iterable[Block]:
    match block:
        case Quote():
            return block.blocks
        case ListBlock():
            return chain.from_iterable(item.blocks for item in block.items)
        case _:
            return chain.from_iterable(blocks for _, blocks in block.notes)
