"""The end of a streamed text: what is still open, shown while it grows."""

import re
from dataclasses import dataclass
from typing import Final

from desktop_assistant.rendering.assembly import Assembly, Parsed
from desktop_assistant.rendering.blocks import Block, CodeBlock, Paragraph, Table
from desktop_assistant.rendering.fences import fence_of
from desktop_assistant.rendering.segments import Kind, Segment, Segmenter
from desktop_assistant.rendering.unfinished import completed

LARGE: Final = 16_384
"""The load of an open text from which on it is not parsed at every feed."""
LARGE_LINE: Final = 8_192
"""The same in characters of a line whose end has not come."""
SHARE: Final = 16
"""A large open text is parsed again when its load has grown by this part of it."""

# A line that has only begun so may become anything: "-" after a line of text would make that line
# a heading for the moment until "- item" is there.
_UNDECIDED: Final = re.compile(r" {0,3}(?:-+|=+|`+|~+|\*+|_+|#+|\$+|\\|[0-9]{1,9}[.)]?|\+|>)[ \t]*")
_FENCE: Final = re.compile("`{3}|~{3}")


class OpenTail:
    """Reads the open segment at a cost that stays in proportion to the text.

    Code grows by appending. Text is parsed again at every feed as long as it is small. Of a large
    one only the news is read, as more of its last paragraph or table, until it is worth parsing
    the whole again; what is shown in between is made good when the segment closes.
    """

    def __init__(self, segmenter: Segmenter, assembly: Assembly) -> None:
        self._segmenter = segmenter
        self._assembly = assembly
        self._code: _OpenCode | None = None
        self._text: _OpenText | None = None

    def blocks(self) -> list[Block]:
        """Return the open segment's blocks, followed by all footnotes so far."""
        lines, partial = self._segmenter.lines, self._segmenter.partial
        if self._segmenter.kind is Kind.CODE:
            if self._code is None or self._code.lines is not lines:
                self._code = _OpenCode(lines)
            return [self._code.grown(partial), *self._assembly.notes()]
        text = self._shown("".join(lines), partial)
        if self._text is None or self._text.lines is not lines or self._is_outgrown(self._text):
            self._text = self._read(text)
        blocks = self._with_news(text[self._text.length :], self._text)
        return [*blocks, *self._assembly.notes(self._text.parsed.notes)]

    def _shown(self, text: str, partial: str) -> str:
        """Return the open text with its last line as it should be seen for the moment."""
        if _UNDECIDED.fullmatch(partial):
            return text
        if self._is_large or _FENCE.search(text):
            # In code the line is complete as it is.
            return text + partial
        return text + completed(partial)

    def _is_outgrown(self, read: "_OpenText") -> bool:
        """Tell whether the open text should be read anew."""
        return not self._is_large or self._segmenter.load - read.load >= read.load // SHARE

    @property
    def _is_large(self) -> bool:
        return self._segmenter.load > LARGE or len(self._segmenter.partial) > LARGE_LINE

    def _read(self, text: str) -> "_OpenText":
        segmenter, length = self._segmenter, len(text)
        if self._is_large:
            # A row or an item that has only begun would be read as something else.
            length = text.rfind("\n", length - length // SHARE) + 1 or length
        read = text[:length]
        parsed = self._assembly.preview(Segment(segmenter.kind, read, segmenter.table_head))
        head = ""
        if self._is_large and parsed.blocks and isinstance(parsed.blocks[-1], Table):
            head = self._assembly.open_table(segmenter.table_head + read)
        with_space = read[-1:].isspace()
        return _OpenText(segmenter.lines, length, with_space, segmenter.load, parsed, head)

    def _with_news(self, news: str, read: "_OpenText") -> list[Block]:
        """Return the blocks that were read, the last one longer by ``news``."""
        blocks = list(read.parsed.blocks)
        if not news.strip():
            return blocks
        last = blocks[-1] if blocks else None
        if isinstance(last, Table) and read.table_head:
            more = self._assembly.preview(Segment(Kind.TEXT, news, read.table_head)).blocks
            if isinstance(more[0], Table):
                blocks[-1] = Table(last.aligns, last.header, last.rows + more[0].rows)
                more = more[1:]
            return [*blocks, *more]
        line = " ".join(news.split("\n")).rstrip()
        if isinstance(last, Paragraph):
            in_word = not (read.ends_with_space or line[0] == " ")
            joint = "" if in_word else " "
            return [*blocks[:-1], Paragraph(last.text + joint + line.lstrip(" "), last.spans)]
        return [*blocks, Paragraph(line)]


@dataclass(frozen=True, slots=True)
class _OpenText:
    """The last reading of an open text."""

    lines: list[str]
    """The segmenter's own list, which tells one segment from the next."""
    length: int
    """Characters that were read."""
    ends_with_space: bool
    """Whether a space or a line break was the last of them; it is not in the blocks."""
    load: int
    parsed: Parsed
    table_head: str
    """The header lines of a large table that was open at the end."""


class _OpenCode:
    """Code that grows line by line."""

    def __init__(self, lines: list[str]) -> None:
        self.lines = lines
        fence = fence_of(lines[0].removesuffix("\n"))
        assert fence is not None
        self._fence = fence
        self._code = ""
        self._done = 1

    def grown(self, partial: str) -> CodeBlock:
        """Return the code so far; a last line that may become the closer is held back."""
        new = self.lines[self._done :]
        self._done = len(self.lines)
        self._code += "".join(map(self._fence.content, new))
        code = self._code
        if not self._fence.may_close(partial):
            code += self._fence.content(partial)
        return CodeBlock(code.removesuffix("\n"), self._fence.language, closed=False)
