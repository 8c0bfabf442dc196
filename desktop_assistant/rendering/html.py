"""Blocks as HTML for the clipboard and for export: semantic, without styles, and safe.

Every text is escaped and no element can load anything: an image is its alt text with a link, if
the links policy lets its address open.
"""

from collections.abc import Iterable
from html import escape
from typing import Final

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
    Span,
    Style,
    Table,
)
from desktop_assistant.rendering.links import openable

_ALIGN: Final = {Align.START: "", Align.CENTRE: ' align="center"', Align.END: ' align="right"'}
_ELEMENTS: Final = (
    (Style.CODE, "<code>", "</code>"),
    (Style.MATH, "<code>\\(", "\\)</code>"),
    (Style.FOOTNOTE_REF, "<sup>[", "]</sup>"),
    (Style.STRIKE, "<s>", "</s>"),
    (Style.EMPHASIS, "<em>", "</em>"),
    (Style.STRONG, "<strong>", "</strong>"),
)


def to_html(blocks: Iterable[Block]) -> str:
    """Return an HTML fragment for the blocks."""
    return "\n".join(_block(block) for block in blocks)


def _block(block: Block) -> str:
    match block:
        case Paragraph():
            return f"<p>{_inline(block.text, block.spans)}</p>"
        case Heading():
            return f"<h{block.level}>{_inline(block.text, block.spans)}</h{block.level}>"
        case CodeBlock():
            language = f' class="language-{escape(block.language)}"' if block.language else ""
            return f"<pre><code{language}>{escape(block.code)}\n</code></pre>"
        case MathBlock():
            return f"<pre><code>\\[{escape(block.source)}\\]</code></pre>"
        case Quote():
            return f"<blockquote>\n{to_html(block.blocks)}\n</blockquote>"
        case ListBlock():
            return _list(block)
        case Table():
            return _table(block)
        case Rule():
            return "<hr>"
        case _:
            notes = "\n".join(f"<p>[{escape(label)}]</p>\n{to_html(n)}" for label, n in block.notes)
            return f"<section>\n{notes}\n</section>"


def _list(block: ListBlock) -> str:
    items = "\n".join(_item(item, tight=block.tight) for item in block.items)
    if block.start is None:
        return f"<ul>\n{items}\n</ul>"
    start = "" if block.start == 1 else f' start="{block.start}"'
    return f"<ol{start}>\n{items}\n</ol>"


def _item(item: ListItem, *, tight: bool) -> str:
    box = "" if item.checked is None else "☑ " if item.checked else "☐ "
    parts = [
        _inline(block.text, block.spans)
        if tight and isinstance(block, Paragraph)
        else _block(block)
        for block in item.blocks
    ]
    content = "\n".join(parts)
    return f"<li>{box}{content}</li>"


def _table(table: Table) -> str:
    rows = "\n".join(_row(row, table.aligns, "td") for row in table.rows)
    return f"<table>\n{_row(table.header, table.aligns, 'th')}\n{rows}\n</table>"


def _row(row: tuple[Cell, ...], aligns: tuple[Align, ...], element: str) -> str:
    cells = (
        f"<{element}{_ALIGN[align]}>{_inline(cell.text, cell.spans)}</{element}>"
        for cell, align in zip(row, aligns, strict=True)
    )
    return f"<tr>{''.join(cells)}</tr>"


def _inline(text: str, spans: tuple[Span, ...]) -> str:
    parts: list[str] = []
    done = 0
    for span in spans:
        parts.append(_escaped(text[done : span.start]))
        parts.append(_span(_escaped(text[span.start : span.end]), span))
        done = span.end
    parts.append(_escaped(text[done:]))
    return "".join(parts)


def _span(html: str, span: Span) -> str:
    for style, opening, closing in _ELEMENTS:
        if style in span.style:
            html = f"{opening}{html}{closing}"
    link = span.link or (openable(span.image) if span.image else None)
    return html if link is None else f'<a href="{escape(link)}">{html}</a>'


def _escaped(text: str) -> str:
    return escape(text, quote=False).replace("\n", "<br>\n")
