"""From the block parser's tokens to blocks."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from desktop_assistant.rendering.blocks import (
    Align,
    Block,
    Cell,
    CodeBlock,
    Heading,
    ListBlock,
    ListItem,
    MathBlock,
    Paragraph,
    Quote,
    Rule,
    Table,
)
from desktop_assistant.rendering.fences import language_of
from desktop_assistant.rendering.inline import InlineParser, InlineText

if TYPE_CHECKING:
    from markdown_it.token import Token

_TASK: Final = re.compile(r"\[([ xX])\](?:[ \t\n]+|$)")
_EMPTY_CELL: Final = Cell("")

Note = tuple[str, tuple[Block, ...]]
"""A footnote's label and blocks."""


class BlockBuilder:
    """Turns the tokens of one text into blocks, footnotes and missed labels."""

    def __init__(self, tokens: "list[Token]", inline: InlineParser) -> None:
        self._tokens = iter(tokens)
        self._inline = inline
        self.notes: list[Note] = []
        self.missed: set[str] = set()

    def blocks(self) -> tuple[Block, ...]:
        """Return the blocks up to the end of the container that is being read."""
        return tuple(self._blocks())

    def _blocks(self) -> Iterator[Block]:
        for token in self._tokens:
            if token.nesting < 0:
                return
            if token.type == "note_open":
                self.notes.append((token.content, self.blocks()))
            else:
                yield self._block(token)

    def _block(self, token: "Token") -> Block:
        match token.type:
            case "paragraph_open":
                return self._paragraph()
            case "heading_open":
                parsed = self._text_inside()
                return Heading(int(token.tag[1:]), parsed.text, parsed.spans)
            case "fence":
                language = language_of(token.info)
                code = token.content.removesuffix("\n")
                return CodeBlock(code, language, token.meta["closed"])
            case "code_block":
                return CodeBlock(token.content.removesuffix("\n"))
            case "math_block":
                return MathBlock(token.content)
            case "table":
                return self._table(token)
            case "blockquote_open":
                return Quote(self.blocks())
            case "hr":
                return Rule()
            case _:
                return self._list(token)

    def _paragraph(self) -> Paragraph:
        parsed = self._text_inside()
        return Paragraph(parsed.text, parsed.spans)

    def _text_inside(self) -> InlineText:
        parsed = self._parsed(next(self._tokens).content)
        next(self._tokens)
        return parsed

    def _parsed(self, source: str) -> InlineText:
        parsed = self._inline.parse(source)
        self.missed.update(label for label, found in parsed.asked if found is None)
        return parsed

    def _table(self, token: "Token") -> Table:
        aligns = tuple(_align(mark) for mark in token.meta["aligns"])
        header = self._row(token.meta["header"])
        return Table(aligns, header, tuple(self._row(row) for row in token.meta["rows"]))

    def _row(self, cells: list[str]) -> tuple[Cell, ...]:
        return tuple(self._cell(cell) if cell else _EMPTY_CELL for cell in cells)

    def _cell(self, source: str) -> Cell:
        parsed = self._parsed(source)
        return Cell(parsed.text, parsed.spans)

    def _list(self, opener: "Token") -> ListBlock:
        first = opener.attrGet("start")
        start = (1 if first is None else int(first)) if opener.tag == "ol" else None
        items: list[ListItem] = []
        tight = True
        while next(self._tokens).nesting > 0:
            item, item_tight = self._item()
            items.append(item)
            tight = tight and item_tight
        return ListBlock(tuple(items), start, tight)

    def _item(self) -> tuple[ListItem, bool]:
        blocks: list[Block] = []
        checked: bool | None = None
        tight = True
        while (token := next(self._tokens)).nesting >= 0:
            if token.type != "paragraph_open":
                blocks.append(self._block(token))
                continue
            tight = tight and token.hidden
            inline = next(self._tokens)
            next(self._tokens)
            if not blocks and (task := _TASK.match(inline.content)):
                checked = task[1] != " "
                inline.content = inline.content[task.end() :]
            parsed = self._parsed(inline.content)
            blocks.append(Paragraph(parsed.text, parsed.spans))
        return ListItem(tuple(blocks), checked), tight


def _align(mark: str) -> Align:
    if not mark.endswith(":"):
        return Align.START
    return Align.CENTRE if mark.startswith(":") else Align.END
