"""Blocks as the page's HTML, in pieces: each costs little, so that whoever writes may pause.

Everything that is not ours is escaped. Nothing in it can run or load: an image is its words with
its address, and a link leads only where the links policy lets it.
"""

from collections.abc import Iterable, Iterator
from html import escape
from typing import Final, TypeAlias

from desktop_assistant.rendering.blocks import (
    Align,
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
from desktop_assistant.rendering.controls import show_controls
from desktop_assistant.rendering.direction import reads_from_right
from desktop_assistant.rendering.formulas.svg_writer import formula_svg
from desktop_assistant.rendering.highlight import highlight_runs
from desktop_assistant.rendering.languages import language_label
from desktop_assistant.rendering.links import display_host, needs_warning, openable
from desktop_assistant.rendering.plain import plain_text
from desktop_assistant.rendering.scripts import is_mostly_cjk

Pieces: TypeAlias = Iterator[str]

_LOWEST_HEADING: Final = 6
_SMALLEST_HEADING: Final = 4
_CELL_CLASS: Final = {
    Align.START: "",
    Align.CENTRE: ' class="centre"',
    Align.END: ' class="end"',
}
_ELEMENTS: Final = (
    (Style.FOOTNOTE_REF, "<sup>[", "]</sup>"),
    (Style.STRIKE, "<s>", "</s>"),
    (Style.EMPHASIS, "<em>", "</em>"),
    (Style.STRONG, "<strong>", "</strong>"),
)


def write_blocks(blocks: Iterable[Block]) -> Pieces:
    """Yield the HTML of the blocks, one after another."""
    for block in blocks:
        yield from _block(block)


def write_typed(text: str) -> Pieces:
    """Yield text as it was typed, with links: a paragraph for each line."""
    from desktop_assistant.rendering.autolinks import find_addresses

    for line in text.replace("\r\n", "\n").split("\n"):
        spans = [
            Span(start, end, link=target)
            for start, end in find_addresses(line)
            if (target := openable(line[start:end])) is not None
        ]
        yield f"{_paragraph(line)}{inline(line, tuple(spans))}</p>\n"


def _paragraph(text: str) -> str:
    """Return how a paragraph begins."""
    return '<p dir="auto" class="cjk">' if is_mostly_cjk(text) else '<p dir="auto">'


def literal(text: str) -> str:
    """Return text as HTML, with a mark for every character that nobody would see."""
    return escape(show_controls(text))


def inline(text: str, spans: tuple[Span, ...]) -> str:
    """Return running text with its links and looks."""
    parts: list[str] = []
    done = 0
    # As a whole: what stands before a character decides whether it is shown.
    shown = show_controls(text)
    for span in spans:
        parts.append(_running(shown[done : span.start]))
        parts.append(_span(text[span.start : span.end], shown[span.start : span.end], span))
        done = span.end
    parts.append(_running(shown[done:]))
    return "".join(parts)


def _running(text: str) -> str:
    return escape(text).replace("\n", "<br>\n")


def _span(source: str, words: str, span: Span) -> str:
    html = _running(words)
    if span.image:
        html = _image(html, words, span.image)
    elif Style.MATH in span.style:
        html = formula_svg(source, displayed=False) or f"<code>{html}</code>"
    elif Style.CODE in span.style:
        html = f'<code dir="ltr">{html}</code>'
    for style, opening, closing in _ELEMENTS:
        if style in span.style:
            html = f"{opening}{html}{closing}"
    target = span.link or (openable(span.image) if span.image else None)
    return html if target is None else _link(html, words, target)


def _image(html: str, words: str, address: str) -> str:
    """An image's words and its address; it is never loaded."""
    where = "" if words == address else f" ({literal(address)})"
    return f'<span class="image">{html}{where}</span>'


def _link(html: str, words: str, target: str) -> str:
    host = ""
    if needs_warning(target, words):
        host = f' <span class="host">({literal(display_host(target))})</span>'
    return f'<a href="{literal(target)}" rel="noopener noreferrer">{html}</a>{host}'


def _block(block: Block) -> Pieces:
    match block:
        case Paragraph():
            yield f"{_paragraph(block.text)}{inline(block.text, block.spans)}</p>\n"
        case Heading():
            yield _heading(block)
        case CodeBlock():
            yield from _code(block)
        case MathBlock():
            yield _formula(block)
        case Quote():
            yield f"<blockquote{_direction(block)}>\n"
            yield from write_blocks(block.blocks)
            yield "</blockquote>\n"
        case ListBlock():
            yield from _list(block)
        case Table():
            yield from _table(block)
        case Rule():
            yield "<hr>\n"
        case _:
            yield from _notes(block)


def _heading(block: Heading) -> str:
    # The page's title is its only heading of the first level.
    element = f"h{min(_LOWEST_HEADING, block.level + 1)}"
    look = f"l{min(_SMALLEST_HEADING, block.level)}"
    words = inline(block.text, block.spans)
    return f'<{element} class="{look}" dir="auto">{words}</{element}>\n'


def _formula(block: MathBlock) -> str:
    svg = formula_svg(block.source, displayed=True)
    drawn = svg or f"<code>{literal(block.source)}</code>"
    return f'<div class="formula" dir="ltr">{drawn}</div>\n'


def _code(block: CodeBlock) -> Pieces:
    yield '<figure class="code" dir="ltr">'
    if block.language:
        yield f"<figcaption>{literal(language_label(block.language))}</figcaption>"
    yield "<pre><code>"
    code = show_controls(block.code)
    done = 0
    for start, end, role in highlight_runs(block.code, block.language):
        between, colored = escape(code[done:start]), escape(code[start:end])
        yield f'{between}<span class="{role}">{colored}</span>'
        done = end
    yield f"{escape(code[done:])}\n</code></pre></figure>\n"


def _list(block: ListBlock) -> Pieces:
    element = "ul" if block.start is None else "ol"
    start = "" if block.start in (None, 1) else f' start="{block.start}"'
    tight = ' class="tight"' if block.tight else ""
    yield f"<{element}{tight}{start}{_direction(block)}>\n"
    for item in block.items:
        yield from _item(item)
    yield f"</{element}>\n"


def _item(item: ListItem) -> Pieces:
    if item.checked is None:
        yield "<li>"
    else:
        state = ("box done", "☑", "✓") if item.checked else ("box", "☐", " ")
        yield (
            f'<li class="task"><span class="{state[0]}" role="img" aria-label="{state[1]}">'
            f"{state[2]}</span>"
        )
    yield from write_blocks(item.blocks)
    yield "</li>\n"


def _table(table: Table) -> Pieces:
    right = any(reads_from_right(cell.text) for cell in table.header[:1])
    yield f'<div class="table"><table dir="{"rtl" if right else "ltr"}">\n<thead>'
    yield _row(table.header, table.aligns, 'th scope="col"', "th")
    yield "</thead>\n<tbody>\n"
    for row in table.rows:
        yield _row(row, table.aligns, "td", "td")
    yield "</tbody>\n</table></div>\n"


def _row(row: tuple[Cell, ...], aligns: tuple[Align, ...], opening: str, closing: str) -> str:
    cells = (
        f"<{opening}{_CELL_CLASS[align]}>"
        f'<span dir="auto">{inline(cell.text, cell.spans)}</span></{closing}>'
        for cell, align in zip(row, aligns, strict=True)
    )
    return f"<tr>{''.join(cells)}</tr>\n"


def _notes(block: Footnotes) -> Pieces:
    yield f'<section class="notes{" more" if block.goes_on else ""}">\n'
    for label, blocks in block.notes:
        yield f'<div><span class="mark">{literal(label)}</span>\n'
        yield from write_blocks(blocks)
        yield "</div>\n"
    yield "</section>\n"


def _direction(block: Quote | ListBlock) -> str:
    """Marks and rules stand at the side where the text begins."""
    blocks = block.blocks if isinstance(block, Quote) else block.items[0].blocks
    return ' dir="rtl"' if reads_from_right(plain_text(blocks[:1])) else ' dir="ltr"'
