"""Fenced code at the top level: recognised and read line by line, without a Markdown parser.

Model answers are half code. A fence swallows every line up to its closer, so reading it needs no
grammar, and a long one can grow by appending.
"""

import re
from dataclasses import dataclass
from html import unescape
from typing import Final

from desktop_assistant.rendering.blocks import CodeBlock

_OPENER: Final = re.compile(r"( {0,3})(?:(`{3,})([^`]*)|(~{3,})(.*))", re.DOTALL)
_CLOSER: Final = re.compile(r" {0,3}(`{3,}|~{3,})[ \t]*")
_ESCAPED: Final = re.compile(r"\\([!-/:-@\[-`{-~])")


@dataclass(frozen=True, slots=True)
class Fence:
    """What the first line of a fence says."""

    indent: int
    marker: str
    """The run of backticks or tildes that opened it."""
    info: str

    @property
    def language(self) -> str:
        """The info string's first word, lower case."""
        return language_of(self.info)

    def closes(self, line: str) -> bool:
        """Tell whether ``line`` (without its line break) ends this fence."""
        match = _CLOSER.fullmatch(line)
        return match is not None and match[1].startswith(self.marker)

    def may_close(self, start: str) -> bool:
        """Tell whether a line that starts so could still become a closer."""
        return start.strip(" ") == self.marker[0] * len(start.strip(" ")) and not (
            start.startswith("    ")
        )

    def content(self, line: str) -> str:
        """Return a line of the code without the indentation that the opener had."""
        column = at = 0
        while column < self.indent and line.startswith((" ", "\t"), at):
            column += 1 if line[at] == " " else 4 - column % 4
            at += 1
        # A tab may reach further than the indentation: what is left of it stays, as spaces.
        return " " * (column - self.indent) + line[at:]


def fence_of(line: str) -> Fence | None:
    """Return the fence that ``line`` (without its line break) opens at the top level."""
    match = _OPENER.fullmatch(line)
    if match is None:
        return None
    indent, ticks, tick_info, tildes, tilde_info = match.groups()
    return Fence(len(indent), ticks or tildes, tick_info if ticks else tilde_info)


def language_of(info: str) -> str:
    """Return the language that an info string names, lower case; empty if none."""
    words = info.split(maxsplit=1)
    return unescape(_ESCAPED.sub(r"\1", words[0])).lower() if words else ""


def code_block(text: str) -> CodeBlock:
    """Return the block of a whole fence, from its opener to its closer or to the end.

    Raises:
        ValueError: ``text`` starts with no fence.
    """
    first, _, rest = text.partition("\n")
    fence = fence_of(first)
    if fence is None:
        raise ValueError("no fence")
    lines = rest.split("\n")
    if lines[-1] == "":
        lines.pop()
    closed = bool(lines) and fence.closes(lines[-1])
    if closed:
        lines.pop()
    if fence.indent:
        lines = [fence.content(line) for line in lines]
    return CodeBlock("\n".join(lines), fence.language, closed)
