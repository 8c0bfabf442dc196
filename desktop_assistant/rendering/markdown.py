"""Blocks as Markdown again: for copying a part of a message, such as one table.

What is written parses to equal blocks as long as the words hold nothing that looks like a mark in
an unusual place; every character that could be one is escaped.
"""

import re
from collections.abc import Iterable
from typing import Final

from desktop_assistant.rendering.blocks import (
    Align,
    Block,
    Cell,
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

_DELIMITER: Final = {Align.START: "---", Align.CENTRE: ":-:", Align.END: "--:"}
_MARKS: Final = ((Style.STRIKE, "~~"), (Style.EMPHASIS, "*"), (Style.STRONG, "**"))
_SPECIAL: Final = re.compile(r"[\\`*_~\[\]<>$!&|]")
_LINE_START: Final = re.compile(r"^([-+#=]|[0-9]{1,9}(?=[.)]))", re.MULTILINE)
_BACKTICKS: Final = re.compile("`+")


def to_markdown(blocks: Iterable[Block]) -> str:
    """Return Markdown that says the same as the blocks."""
    return "\n\n".join(_block(block) for block in blocks)


def _block(block: Block) -> str:
    match block:
        case Paragraph():
            return _at_line_start(_inline(block.text, block.spans))
        case Heading():
            return f"{'#' * block.level} {_inline(block.text, block.spans)}".rstrip()
        case CodeBlock():
            fence = "`" * max(3, _longest_run(block.code) + 1)
            return f"{fence}{block.language}\n{block.code}\n{fence}"
        case MathBlock():
            return f"$$\n{block.source}\n$$"
        case Quote():
            return _indented(to_markdown(block.blocks), "> ", "> ")
        case ListBlock():
            return _list(block)
        case Table():
            return _table(block)
        case Rule():
            return "***"
        case Footnotes():
            return "\n\n".join(
                _indented(to_markdown(note), f"[^{label}]: ", "    ") for label, note in block.notes
            )


def _list(block: ListBlock) -> str:
    gap = "\n" if block.tight else "\n\n"
    items = []
    for number, item in enumerate(block.items, block.start or 0):
        mark = "- " if block.start is None else f"{number}. "
        box = "" if item.checked is None else "[x] " if item.checked else "[ ] "
        content = gap.join(_block(inner) for inner in item.blocks)
        items.append(_indented(box + content, mark, " " * len(mark)).rstrip())
    return gap.join(items)


def _table(table: Table) -> str:
    rows = [_row(row) for row in table.rows]
    delimiters = "| " + " | ".join(_DELIMITER[align] for align in table.aligns) + " |"
    return "\n".join([_row(table.header), delimiters, *rows])


def _row(row: tuple[Cell, ...]) -> str:
    cells = (_inline(cell.text, cell.spans).replace("\\\n", " ") for cell in row)
    return "| " + " | ".join(cells) + " |"


def _inline(text: str, spans: tuple[Span, ...]) -> str:
    parts: list[str] = []
    done = 0
    for span in spans:
        parts.append(_escaped(text[done : span.start]))
        parts.append(_span(text[span.start : span.end], span))
        done = span.end
    parts.append(_escaped(text[done:]))
    return "".join(parts)


def _span(text: str, span: Span) -> str:
    if Style.FOOTNOTE_REF in span.style:
        return f"[^{text}]"
    if Style.MATH in span.style:
        marked = f"\\({text}\\)"
    elif Style.CODE in span.style:
        fence = "`" * (_longest_run(text) + 1)
        pad = " " if text.startswith(("`", " ")) or text.endswith(("`", " ")) else ""
        marked = f"{fence}{pad}{text}{pad}{fence}"
    else:
        marked = _escaped(text)
    if span.image is not None:
        marked = f"![{marked}]({_address(span.image)})"
    for style, mark in _MARKS:
        if style in span.style:
            marked = f"{mark}{marked}{mark}"
    return (
        marked if span.link is None or span.link == text else f"[{marked}]({_address(span.link)})"
    )


def _address(url: str) -> str:
    return f"<{url}>" if re.search(r"[\s()]", url) else url


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\g<0>", text).replace("\n", "\\\n")


def _at_line_start(text: str) -> str:
    return _LINE_START.sub(_escaped_start, text)


def _escaped_start(match: re.Match[str]) -> str:
    mark = match.group()
    return f"{mark}\\" if mark.isdigit() else f"\\{mark}"


def _indented(text: str, first: str, rest: str) -> str:
    lines = text.split("\n")
    return "\n".join([first + lines[0], *(f"{rest}{line}".rstrip(" ") for line in lines[1:])])


def _longest_run(text: str) -> int:
    return max((len(run) for run in _BACKTICKS.findall(text)), default=0)
