"""What people write as blocks: a question's files, and text as it was typed, with links."""

from typing import Final

from desktop_assistant.domain.attachments import AttachedText, split
from desktop_assistant.rendering.autolinks import find_addresses
from desktop_assistant.rendering.blocks import Block, CodeBlock, Paragraph, Span
from desktop_assistant.rendering.direction import parts_by_direction
from desktop_assistant.rendering.links import openable

_PIECE: Final = 4_000
"""Characters of one paragraph; longer ones are cut at a line's end."""


def question_blocks(message: str) -> tuple[Block, ...]:
    """Return a question as blocks: each of its files, then its words."""
    files, words = split(message)
    shown: tuple[Block, ...] = tuple(map(file_block, files))
    # Of files alone there are no words, not even none.
    return shown + plain_blocks(words) if words or not files else shown


def question_text(message: str) -> str:
    """Return what can be read of a question on the screen: names and texts of its files, words."""
    files, words = split(message)
    parts = [part for file in files for part in (file.name, file.text)]
    return "\n".join([*parts, words] if words or not files else parts)


def file_block(file: AttachedText) -> CodeBlock:
    """Return an attached file as a block."""
    return CodeBlock(file.text, file.language, file=file.name)


def plain_blocks(text: str) -> tuple[Block, ...]:
    """Return text as it was typed, with links, in pieces: long ones, and other directions.

    Whatever is cut at a line's end stands below a line break; what is cut within one goes on.
    """
    blocks: list[Block] = []
    start, goes_on = 0, False
    while start < len(text) or not blocks:
        end = len(text)
        if end - start > _PIECE:
            end = text.rfind("\n", start + 1, start + _PIECE)
            end = start + _PIECE if end < 0 else end
        first, *others = parts_by_direction(text[start:end])
        blocks += [_paragraph(first, goes_on=goes_on), *map(_paragraph, others)]
        goes_on = text[end : end + 1] != "\n"
        start = end if goes_on else end + 1
    return tuple(blocks)


def _paragraph(text: str, *, goes_on: bool = False) -> Paragraph:
    spans = [
        Span(start, end, link=target)
        for start, end in find_addresses(text)
        if (target := openable(text[start:end])) is not None
    ]
    return Paragraph(text, tuple(spans), goes_on)
