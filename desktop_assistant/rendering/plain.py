"""Blocks as plain text: for screen readers, titles, search, and copying without looks."""

from collections.abc import Iterable, Sequence

from desktop_assistant.rendering.blocks import (
    Block,
    CodeBlock,
    Footnotes,
    ListBlock,
    MathBlock,
    Quote,
    Rule,
    Table,
)

_RULE = "* * *"


def plain_text(blocks: Iterable[Block]) -> str:
    """Return what the blocks say, without marks; lists keep their numbers and dashes."""
    parts: list[str] = []
    for block in blocks:
        if parts:
            goes_on = isinstance(block, Footnotes) and block.goes_on
            parts.append("\n" if goes_on else "\n\n")
        parts.append(_block(block))
    return "".join(parts)


def table_tsv(table: Table) -> str:
    """Return a table for spreadsheets: a line for each row, a tab between cells."""
    rows = (table.header, *table.rows)
    return "\n".join("\t".join(" ".join(cell.text.split()) for cell in row) for row in rows)


def _block(block: Block) -> str:
    match block:
        case CodeBlock():
            return block.code
        case MathBlock():
            return block.source
        case Quote():
            return plain_text(block.blocks)
        case ListBlock():
            return _list(block)
        case Table():
            return table_tsv(block)
        case Rule():
            return _RULE
        case Footnotes():
            notes = ((f"[{label}] ", note) for label, note in block.notes)
            return "\n".join(_marked(mark, note, tight=True) for mark, note in notes)
        case _:
            return block.text


def _list(block: ListBlock) -> str:
    items = []
    for number, item in enumerate(block.items, block.start or 0):
        mark = "- " if block.start is None else f"{number}. "
        if item.checked is not None:
            mark += "[x] " if item.checked else "[ ] "
        items.append(_marked(mark, item.blocks, tight=block.tight))
    return ("\n" if block.tight else "\n\n").join(items)


def _marked(mark: str, blocks: Sequence[Block], *, tight: bool) -> str:
    """Put ``mark`` before the blocks and indent all further lines by two columns."""
    text = ("\n" if tight else "\n\n").join(_block(block) for block in blocks)
    first, *rest = text.split("\n")
    return "\n".join([(mark + first).rstrip(), *(f"  {line}" if line else "" for line in rest)])
