"""A branch as Markdown: every message's source, under a heading that names its author."""

import re
from collections.abc import Iterator
from typing import Final

from desktop_assistant.domain.messages import Role
from desktop_assistant.rendering.controls import show_controls
from desktop_assistant.rendering.export.branch import Branch, ExportedMessage
from desktop_assistant.rendering.export.words import Words

_SPECIAL: Final = re.compile(r"[\\`*_~\[<>$!&|#]")
_LINE_END: Final = re.compile("\r\n?|\n")
_FENCE: Final = re.compile(r" {0,3}(`{3,}|~{3,})(.*)")


def write_markdown(branch: Branch, words: Words) -> Iterator[str]:
    """Yield the document, one piece a message; texts stand in it exactly as they came.

    Only a fence that a text leaves open is closed after it, so that it holds nothing else.

    Args:
        branch: what it says.
        words: how it speaks.
    """
    yield f"# {_literal(words.title(branch))}\n\n{_literal(words.about(branch))}\n"
    for exported in branch.messages:
        yield _message(exported, words)


def _message(exported: ExportedMessage, words: Words) -> str:
    message = exported.message
    heading = words.author(message)
    if exported.versions > 1:
        heading += f" ({words.version(exported.version, exported.versions)})"
    parts = [f"## {_literal(heading)}"]
    if message.reasoning and message.reasoning.strip():
        thoughts = _LINE_END.split(message.reasoning.strip())
        lines = [_literal(words.thought(message.reasoning_s)), "", *thoughts]
        parts.append("\n".join(f"> {line}".rstrip() for line in lines))
    if message.text:
        parts.append(_closed(message.text.rstrip()))
    ending = words.ending(message)
    if ending is not None:
        parts.append(f"*{_literal(f'{ending.title} {ending.text}'.strip())}*")
    rule = "\n---\n\n" if message.role is Role.USER else "\n"
    return rule + "\n\n".join(parts) + "\n"


def _literal(text: str) -> str:
    """A line of ours with words of others in it, none of which is a mark."""
    line = " ".join(show_controls(text).split())
    return _SPECIAL.sub(r"\\\g<0>", line)


def _closed(text: str) -> str:
    """The text with its last fence closed."""
    fence = ""
    for line in _LINE_END.split(text):
        match = _FENCE.match(line)
        if match is None:
            continue
        marks, rest = match.groups()
        if not fence:
            fence = marks if marks[0] == "~" or "`" not in rest else ""
        elif marks.startswith(fence) and not rest.strip():
            fence = ""
    return f"{text}\n{fence}" if fence else text
