"""What goes to the clipboard: plain text, Markdown and HTML at once."""

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QClipboard, QGuiApplication

from desktop_assistant.domain.attachments import split
from desktop_assistant.rendering.blocks import Block, CodeBlock, ListBlock, Quote, Table
from desktop_assistant.rendering.typed import file_block
from desktop_assistant.ui.transcript.content import RowContent
from desktop_assistant.ui.transcript.selection import Part
from desktop_assistant.ui.transcript.spots import END

MARKDOWN = "text/markdown"
_HTML = "text/html"
_CELLS = "text/tab-separated-values"


def copy_whole(content: RowContent) -> None:
    """Copies a message as it came: its source as Markdown, its words as text, its looks as HTML."""
    plain, markdown, html = _whole(content)
    _offer(plain, markdown, html)


def copy_markdown(content: RowContent) -> None:
    """Copies a message's source as plain text."""
    copy_text(content.text)


def copy_text(text: str) -> None:
    """Copies a text exactly as it is."""
    QGuiApplication.clipboard().setText(text)


def copy_table(table: Table) -> None:
    """Copies a table: tabs for spreadsheets, Markdown, and HTML for word processors."""
    from desktop_assistant.rendering.html import to_html
    from desktop_assistant.rendering.markdown import to_markdown
    from desktop_assistant.rendering.plain import table_tsv

    cells = table_tsv(table)
    _offer(cells, to_markdown([table]), to_html([table]), cells=cells)


def copy_plain(content: RowContent) -> None:
    """Copies a message's words without any marks."""
    copy_text(_whole(content)[0])


def last_code(content: RowContent) -> str | None:
    """The last block of code in a message, those in lists and quotes too."""
    from desktop_assistant.rendering.parse import parse

    found: str | None = None
    waiting: list[Block] = list(reversed(parse(content.text)))
    while waiting:
        block = waiting.pop()
        match block:
            case CodeBlock():
                found = block.code
            case Quote():
                waiting += reversed(block.blocks)
            case ListBlock():
                waiting += reversed([inner for item in block.items for inner in item.blocks])
    return found


def offer_for_middle_click(parts: list[tuple[RowContent, Part | None]]) -> None:
    """Offers a selection where a click of the middle button pastes what is selected."""
    clipboard = QGuiApplication.clipboard()
    if clipboard.supportsSelection() and all(content.is_loaded for content, _ in parts):
        plain = "\n\n".join(_plain(content, part) for content, part in parts)
        clipboard.setText(plain, QClipboard.Mode.Selection)


def copy_parts(parts: list[tuple[RowContent, Part | None]]) -> None:
    """Copies a selection.

    Args:
        parts: each message with the part that is selected; ``None`` is the whole.
    """
    texts = [_texts(content, part) for content, part in parts]
    plains, markdowns, htmls = zip(*texts, strict=True) if texts else ((), (), ())
    _offer("\n\n".join(plains), "\n\n".join(markdowns), "\n".join(htmls))


def _plain(content: RowContent, part: Part | None) -> str:
    if part is None or content.document is None:
        return _whole(content)[0]
    return content.document.text_between(*part)


def _texts(content: RowContent, part: Part | None) -> tuple[str, str, str]:
    document = content.document
    if part is None or document is None:
        return _whole(content)
    plain = document.text_between(*part)
    if content.is_user:
        return plain, plain, _paragraphs(plain)
    from desktop_assistant.rendering.excerpt import excerpt
    from desktop_assistant.rendering.html import to_html
    from desktop_assistant.rendering.markdown import to_markdown

    start, end = (document.offset_of(spot) for spot in part)
    if not start and end >= document.offset_of(END) - 1:
        # All that can be read: its source says it better than we can write it again.
        return plain, content.text, _whole(content)[2]
    blocks = excerpt(document.blocks, start, end)
    return plain, to_markdown(blocks), to_html(blocks)


def _whole(content: RowContent) -> tuple[str, str, str]:
    if content.is_user:
        return _question(content.text)
    from desktop_assistant.rendering.html import to_html
    from desktop_assistant.rendering.parse import parse
    from desktop_assistant.rendering.plain import plain_text

    blocks = parse(content.text)
    return plain_text(blocks), content.text, to_html(blocks)


def _question(message: str) -> tuple[str, str, str]:
    """A question as text, as it was sent, and as HTML; its files before its words."""
    from desktop_assistant.rendering.html import to_html

    files, said = split(message)
    plain = [part for file in files for part in (file.name, file.text)]
    html = [
        part for file in files for part in (_paragraphs(file.name), to_html([file_block(file)]))
    ]
    if said or not files:
        plain.append(said)
        html.append(_paragraphs(said))
    return "\n\n".join(plain), message, "\n".join(html)


def _paragraphs(text: str) -> str:
    from html import escape

    return f'<p style="white-space: pre-wrap">{escape(text)}</p>'


def _offer(plain: str, markdown: str, html: str, *, cells: str = "") -> None:
    data = QMimeData()
    data.setText(plain)
    data.setData(MARKDOWN, markdown.encode())
    data.setData(_HTML, html.encode())
    if cells:
        data.setData(_CELLS, cells.encode())
    QGuiApplication.clipboard().setMimeData(data)
