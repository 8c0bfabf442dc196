"""Blocks as Markdown again: for copying a part of a message, such as one table.

What is written parses to equal blocks as long as the words hold nothing that looks like a mark in
an unusual place; every character that could be one is escaped.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import takewhile
from typing import Final

from desktop_assistant.rendering.blocks import (
    Align,
    Block,
    Cell,
    CodeBlock,
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
_LITERAL: Final = Style.CODE | Style.MATH | Style.FOOTNOTE_REF
_SPECIAL: Final = re.compile(r"[\\`*_~\[<>$!&|]")
_LINE_START: Final = re.compile(r"^([-+#=]|[0-9]{1,9}(?=[.)]))", re.MULTILINE)
_BACKTICKS: Final = re.compile("`+")


def to_markdown(blocks: Iterable[Block]) -> str:
    """Return Markdown that says the same as the blocks."""
    return _joined(blocks, "\n\n")


def _joined(blocks: Iterable[Block], gap: str) -> str:
    written = []
    before: Block | None = None
    other = False
    for block in blocks:
        # Two lists in a row would be one if their items had the same mark.
        other = isinstance(before, ListBlock) and not other
        written.append(_block(block, other_mark=other))
        before = block
    return gap.join(written)


def _block(block: Block, *, other_mark: bool) -> str:
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
            return _list(block, other_mark=other_mark)
        case Table():
            return _table(block)
        case Rule():
            return "***"
        case _:
            return "\n\n".join(
                _indented(to_markdown(note), f"[^{label}]: ", "    ") for label, note in block.notes
            )


def _list(block: ListBlock, *, other_mark: bool) -> str:
    gap = "\n" if block.tight else "\n\n"
    items = []
    for number, item in enumerate(block.items, block.start or 0):
        if block.start is None:
            mark = "* " if other_mark else "- "
        else:
            mark = f"{number}) " if other_mark else f"{number}. "
        box = "" if item.checked is None else "[x] " if item.checked else "[ ] "
        content = _joined(item.blocks, gap)
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
    """Write text and spans; marks that several neighbouring spans share stay open over them."""
    runs = list(_runs(text, spans))
    marks = [_marks_of(span, text) for span in runs]
    written: list[str] = []
    opened: list[_Mark] = []
    for place, span in enumerate(runs):
        while not set(opened) <= set(marks[place]):
            written.append(opened.pop().closing)
        new = [mark for mark in marks[place] if mark not in opened]
        for mark in sorted(new, key=lambda mark: _lasting(mark, marks[place:]), reverse=True):
            opened.append(mark)
            written.append(mark.opening)
        in_label = any(mark.opening == "[" for mark in opened)
        words = text[span.start : span.end]
        bare = _is_bare(span, text)
        written.append(f"<{words}>" if bare else _words(words, span, in_label=in_label))
    written.extend(mark.closing for mark in reversed(opened))
    return "".join(written)


@dataclass(frozen=True, slots=True)
class _Mark:
    opening: str
    closing: str


def _runs(text: str, spans: tuple[Span, ...]) -> Iterator[Span]:
    """Yield spans that cover all of ``text``."""
    done = 0
    for span in spans:
        if done < span.start:
            yield Span(done, span.start)
        yield span
        done = span.end
    if done < len(text):
        yield Span(done, len(text))


def _marks_of(span: Span, text: str) -> list[_Mark]:
    marks = [_Mark(mark, mark) for style, mark in _MARKS if style in span.style]
    if span.link is not None and not _is_bare(span, text):
        marks.append(_Mark("[", f"]({_address(span.link)})"))
    return marks


def _is_bare(span: Span, text: str) -> bool:
    """Tell whether the link's text is its address."""
    return text[span.start : span.end] == span.link and not span.style & _LITERAL


def _lasting(mark: _Mark, marks: list[list[_Mark]]) -> int:
    """Return over how many runs from here ``mark`` stays."""
    return sum(1 for _ in takewhile(lambda wanted: mark in wanted, marks))


def _words(text: str, span: Span, *, in_label: bool) -> str:
    if Style.FOOTNOTE_REF in span.style:
        return f"[^{text}]"
    if Style.MATH in span.style:
        words = f"\\({text}\\)"
    elif Style.CODE in span.style:
        fence = "`" * (_longest_run(text) + 1)
        pad = " " if text.startswith(("`", " ")) or text.endswith(("`", " ")) else ""
        words = f"{fence}{pad}{text}{pad}{fence}"
    else:
        words = _escaped(text, in_label=in_label or span.image is not None)
    return words if span.image is None else f"![{words}]({_address(span.image)})"


def _address(url: str) -> str:
    return f"<{url}>" if re.search(r"[\s()]", url) else url


def _escaped(text: str, *, in_label: bool) -> str:
    text = _SPECIAL.sub(r"\\\g<0>", text).replace("\n", "\\\n")
    # An escaped closing bracket would end a formula that the escaped opening bracket starts; so
    # would one after a backslash.
    text = text.replace("\\]", "\\&#93;")
    return text.replace("]", "&#93;") if in_label else text


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
