"""A branch as one page of HTML that stands alone: no scripts, and nothing to load.

The page's own policy forbids both once more, so that it holds in whatever shows the page.
"""

from collections.abc import Iterator
from typing import Final

from desktop_assistant.domain.attachments import split
from desktop_assistant.domain.messages import Role
from desktop_assistant.rendering.blocks import CodeBlock
from desktop_assistant.rendering.export.blocks import literal, write_blocks, write_typed
from desktop_assistant.rendering.export.branch import Branch, ExportedMessage
from desktop_assistant.rendering.export.style import style_sheet, style_source
from desktop_assistant.rendering.export.words import Ending, Words
from desktop_assistant.rendering.incremental import IncrementalDocument

_PIECE: Final = 4_000
"""Characters that are parsed between two pieces of the page."""


def write_page(branch: Branch, words: Words) -> Iterator[str]:
    """Yield the page in pieces that cost little each; joined they are the whole.

    Args:
        branch: what it shows.
        words: how it speaks.
    """
    sheet = style_sheet()
    # Only drawn formulas have a style of their own: how far below the line they reach.
    policy = (
        f"default-src 'none'; style-src {style_source(sheet)}; style-src-attr 'unsafe-inline'; "
        "base-uri 'none'; form-action 'none'"
    )
    direction = "rtl" if words.right_to_left else "ltr"
    title = literal(words.title(branch))
    yield (
        f'<!DOCTYPE html>\n<html lang="{literal(words.language)}" dir="{direction}">\n<head>\n'
        '<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="referrer" content="no-referrer">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light">\n'
        f"<title>{title}</title>\n<style>{sheet}</style>\n</head>\n"
        f'<body>\n<main>\n<header>\n<h1 dir="auto">{title}</h1>\n'
        f'<p class="about">{literal(words.about(branch))}</p>\n</header>\n'
    )
    for exported in branch.messages:
        yield from _message(exported, words)
    yield "</main>\n</body>\n</html>\n"


def _message(exported: ExportedMessage, words: Words) -> Iterator[str]:
    message = exported.message
    is_question = message.role is Role.USER
    yield f'<article class="{"question" if is_question else "reply"}">\n{_label(exported, words)}'
    if message.reasoning and message.reasoning.strip():
        summary = literal(words.thought(message.reasoning_s))
        yield f'<details>\n<summary>{summary}</summary>\n<div class="reasoning">\n'
        yield from write_typed(message.reasoning.strip())
        yield "</div>\n</details>\n"
    if is_question:
        yield from _question(message.text, words)
    elif message.text:
        yield '<div class="text">\n'
        yield from _reply(message.text)
        yield "</div>\n"
    ending = words.ending(message)
    if ending is not None:
        yield _ending(ending)
    yield "</article>\n"


def _label(exported: ExportedMessage, words: Words) -> str:
    message = exported.message
    details = [words.when(message.created_at)]
    if exported.versions > 1:
        details.append(words.version(exported.version, exported.versions))
    spans = "".join(f" <span>{literal(detail)}</span>" for detail in details)
    return f'<p class="label"><b dir="auto">{literal(words.author(message))}</b>{spans}</p>\n'


def _question(text: str, words: Words) -> Iterator[str]:
    files, said = split(text)
    for file in files:
        name, about = literal(file.name), literal(words.file(file))
        yield (
            '<details class="file">\n'
            f'<summary><b dir="auto">{name}</b> <span>{about}</span></summary>\n'
        )
        yield from write_blocks([CodeBlock(file.text, file.language)])
        yield "</details>\n"
    if said:
        yield '<div class="text">\n'
        yield from write_typed(said)
        yield "</div>\n"


def _reply(text: str) -> Iterator[str]:
    document = IncrementalDocument()
    for start in range(0, len(text), _PIECE):
        document.feed(text[start : start + _PIECE])
        yield ""
    document.finish()
    yield from write_blocks(document.blocks)


def _ending(ending: Ending) -> str:
    if ending.tone == "quiet":
        return f'<p class="quiet">{literal(ending.title)}</p>\n'
    stacked = "" if ending.on_one_line else " stacked"
    title, text = literal(ending.title), literal(ending.text)
    return f'<p class="ending {ending.tone}{stacked}"><b>{title}</b> {text}</p>\n'
