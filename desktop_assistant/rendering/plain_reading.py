"""What can be read of usual Markdown, without parsing its blocks.

Most of what models write needs no grammar to be taken apart: paragraphs, lists, code, formulas and
tables, one line after the other. That is many times as fast as parsing. Where anything else turns
up, or anything that could be meant otherwise, only parsing tells. What is told here equals what can
be read of the parsed text, to the letter.
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from desktop_assistant.rendering.inline import InlineParser
from desktop_assistant.rendering.plain_words import plain_words
from desktop_assistant.rendering.readable import spelled_out
from desktop_assistant.rendering.segments import LINE_LOAD, LONGEST_SEGMENT
from desktop_assistant.rendering.tables import cells, is_delimiter_row

_DEEPEST: Final = 8
"""Lists in lists."""
_MOST_CELLS: Final = 20_000
"""Parsing ends a table of very many at some row."""
_DEFINES: Final = re.compile(r"^[ \t>*+\-0-9.)]*\[(?:[^\[\]\\]|\\.)*\]:", re.MULTILINE | re.DOTALL)
"""A link's definition, or a footnote: with one, brackets may be anything anywhere."""
_HEADING: Final = re.compile(r"#{1,6}(?: +|$)")
_ITEM: Final = re.compile(r"(?:[-+*]|([0-9]{1,9})[.)]) {1,4}(?=[^ ])")
_MARKER: Final = re.compile(r"(?:[-+*]|[0-9]{1,9}[.)])(?: |$)")
_TASK: Final = re.compile(r"\[[ xX]\] +")
_RULE: Final = re.compile(r"(?:(?:- *+){3,}+|(?:\* *+){3,}+|(?:_ *+){3,}+)")
_UNDERLINE: Final = re.compile(r"(?:=+|-+) *")
_FORMULA: Final = {"$$": "$$", "\\[": "\\]"}
"""How a displayed formula opens and closes."""
_FENCE: Final = re.compile(r"(`{3,}|~{3,})[^`]*")
_MAY_START: Final = frozenset("#>`~-+*_=$\\0123456789|")
"""Signs with which something else than running text may begin."""
_ENDS_TABLE: Final = frozenset("`~>#*-+_=$\\[0123456789")


def plain_reading(source: str) -> Iterator[str] | None:
    """Return what can be read of a Markdown text, in parts that follow each other.

    Taking the next part may cost a few milliseconds where its words must be parsed.

    Returns:
        The parts; ``None`` if only parsing tells.
    """
    if len(source) + LINE_LOAD * source.count("\n") > LONGEST_SEGMENT:
        return None  # it would be cut, which shows in tables
    source = source.replace("\r\n", "\n").replace("\r", "\n")
    if "]:" in source and _DEFINES.search(source):
        return None
    try:
        pieces = _Reader(source.split("\n"), is_whole=True).read()
    except _Unusual:
        return None
    return _parts(pieces)


class _Piece(NamedTuple):
    """A piece that stands apart."""

    source: str
    is_literal: bool = False


class _Unusual(Exception):  # noqa: N818  # no error: the reason to parse
    """Only parsing tells."""


def _parts(pieces: list[_Piece]) -> Iterator[str]:
    """Yield what can be read of pieces, each with a line break after it."""
    parser = InlineParser()
    for piece in pieces:
        words = piece.source if piece.is_literal else plain_words(piece.source)
        if words is None:
            parsed = parser.parse(piece.source)
            words, _ = spelled_out(parsed.text, parsed.spans)
        yield f"{words}\n"


class _Reader:
    """Reads the lines of a text, or of a quote."""

    def __init__(self, lines: list[str], *, is_whole: bool) -> None:
        self._lines = lines
        self._is_whole = is_whole
        self._pieces: list[_Piece] = []
        self._paragraph: list[str] = []
        """The lines so far of the one that is open."""
        self._levels: list[int] = []
        """The column in which the text of each item begins that is open."""

    def read(self) -> list[_Piece]:
        """Return the pieces that stand apart.

        Raises:
            _Unusual: only parsing tells.
        """
        number = 0
        while number < len(self._lines):
            number = self._take(number)
        self._end_paragraph()
        return self._pieces

    def _take(self, number: int) -> int:
        """Take a line and those that belong to it; return the number of the next."""
        line = self._lines[number]
        text = line.lstrip(" ")
        if not text:
            self._end_paragraph()
            return number + 1
        if "\t" in line:
            raise _Unusual
        indent = len(line) - len(text)
        if text[0] not in _MAY_START and "|" not in text:
            return self._take_text(number, indent)
        base = self._base(indent)
        if self._paragraph and indent - base > 3:
            if base != self._base():
                raise _Unusual  # it ends the item, and is code then
            return self._take_text(number, indent)
        return self._take_start(number, indent, text)

    def _take_start(self, number: int, indent: int, text: str) -> int:
        """Take a line with which something else than running text may begin."""
        if text.startswith(("```", "~~~")):
            return self._take_fence(number, indent, text)
        if text.startswith(tuple(_FORMULA)):
            return self._take_formula(number, indent, text)
        if text[0] == ">":
            return self._take_quote(number, indent)
        if (heading := _HEADING.match(text)) is not None:
            self._begin(indent)
            self._take_heading(text[heading.end() :].strip())
            return number + 1
        if _RULE.fullmatch(text):
            if self._paragraph and (self._levels or "|" in self._paragraph[-1]):
                raise _Unusual  # it may make a table, or a heading of a task
            self._begin(indent)
            return number + 1
        if (item := _ITEM.match(text)) is not None:
            self._take_item(number, indent, item)
            return number + 1
        if _MARKER.match(text) or _UNDERLINE.fullmatch(text):
            raise _Unusual
        if self._is_table(number):
            return self._take_table(number, indent)
        return self._take_text(number, indent)

    def _take_text(self, number: int, indent: int) -> int:
        if not self._paragraph:
            self._begin(indent)
        # The spaces at a line's beginning may stand in code.
        self._paragraph.append(self._lines[number][min(indent, self._base()) :])
        return number + 1

    # What begins

    def _take_heading(self, words: str) -> None:
        if not words or words.endswith("#"):
            raise _Unusual
        self._pieces.append(_Piece(words))

    def _take_item(self, number: int, indent: int, item: re.Match[str]) -> None:
        goes_deeper = self._base(indent) == self._base()
        if self._paragraph and goes_deeper and item[1] not in (None, "1"):
            raise _Unusual  # a number in running text
        self._begin(indent)
        words = item.string[item.end() :]
        if (task := _TASK.match(words)) is not None:
            words = words[task.end() :]
        elif words[0] in _MAY_START and _begins_block(words):
            raise _Unusual
        # Parsing may strip what is no usual space.
        if words[:1].strip() == "" or self._is_table(number) or len(self._levels) == _DEEPEST:
            raise _Unusual
        self._levels.append(indent + item.end())
        self._paragraph.append(words)

    def _take_fence(self, number: int, indent: int, text: str) -> int:
        fence = _FENCE.fullmatch(text)
        if fence is None:
            raise _Unusual
        self._begin(indent)
        base, marker = self._base(), fence[1]
        code: list[str] = []
        for place in range(number + 1, len(self._lines)):
            line = self._lines[place]
            inside = line.lstrip(" ")
            deep = len(line) - len(inside)
            if (deep < base and inside) or (deep < indent and inside.startswith("\t")):
                break
            if deep - base <= 3 and inside.startswith(marker) and _closes(inside, marker):
                self._pieces.append(_Piece("\n".join(code), is_literal=True))
                return place + 1
            code.append(line[min(deep, indent) :])
        else:
            if self._is_whole and not indent:
                # It was not closed: the text ends in it.
                if code[-1:] == [""]:
                    code.pop()
                self._pieces.append(_Piece("\n".join(code), is_literal=True))
                return len(self._lines)
        raise _Unusual

    def _take_formula(self, number: int, indent: int, text: str) -> int:
        if self._paragraph and self._base(indent) != self._base():
            raise _Unusual
        self._begin(indent)
        closer = _FORMULA[text[:2]]
        lines = [text[2:].rstrip(" ")]
        while not lines[-1].endswith(closer):
            number += 1
            line = self._lines[number] if number < len(self._lines) else ""
            lines.append(line.strip(" "))
            too_far = len(line) - len(line.lstrip(" ")) < self._base()
            if not lines[-1] or too_far or lines[-1].startswith(("```", "~~~")):
                raise _Unusual
        source = "\n".join(lines).removesuffix(closer)
        if closer in source or "\t" in source or not any(map(str.isalnum, source)):
            raise _Unusual
        self._pieces.append(_Piece(source.strip(), is_literal=True))
        return number + 1

    def _take_quote(self, number: int, indent: int) -> int:
        self._begin(indent)
        if self._levels:
            raise _Unusual
        inside: list[str] = []
        while number < len(self._lines) and (line := self._lines[number].lstrip(" ")):
            if line[0] != ">" or len(self._lines[number]) - len(line) > 3:
                raise _Unusual
            inside.append(line[1:].removeprefix(" "))
            number += 1
        self._pieces += _Reader(inside, is_whole=False).read()
        return number

    def _is_table(self, number: int) -> bool:
        """Tell whether a line may be a table's header."""
        if "|" not in self._lines[number] or number + 1 == len(self._lines):
            return False
        return is_delimiter_row(self._lines[number + 1].strip(" "))

    def _take_table(self, number: int, indent: int) -> int:
        if self._paragraph and self._levels:
            raise _Unusual
        self._begin(indent)
        columns = len(self._row(number))
        if self._levels or len(self._row(number + 1)) != columns:
            raise _Unusual
        end = number
        while end < len(self._lines) and self._lines[end].strip(" "):
            row = self._row(end)
            if end > number + 1 and self._lines[end].lstrip(" ")[0] in _ENDS_TABLE:
                raise _Unusual
            if end != number + 1:
                row = (row + [""] * (columns - len(row)))[:columns]
                self._pieces += map(_Piece, row)
            if columns * (end - number) > _MOST_CELLS:
                raise _Unusual
            end += 1
        return end

    def _row(self, number: int) -> list[str]:
        line = self._lines[number]
        if "\\" in line or "\t" in line or line.startswith("    "):
            raise _Unusual
        return cells(line.strip(" "))

    # Where it stands

    def _base(self, indent: int = 1 << 30) -> int:
        """Return where the text of the innermost item begins that a line may belong to."""
        for level in reversed(self._levels):
            if level <= indent:
                return level
        return 0

    def _begin(self, indent: int) -> None:
        """Begin a block at an indent, and leave the items that it does not belong to."""
        self._end_paragraph()
        while self._levels and self._levels[-1] > indent:
            self._levels.pop()
        if indent - self._base() > 3:
            raise _Unusual  # indented code

    def _end_paragraph(self) -> None:
        if self._paragraph:
            words = "\n".join(self._paragraph).strip()
            if not words:
                raise _Unusual
            self._pieces.append(_Piece(words))
            self._paragraph = []


def _begins_block(words: str) -> bool:
    """Tell whether something else than running text may begin in an item."""
    if words.startswith(("```", "~~~", ">", "|", *_FORMULA)):
        return True
    patterns = (_HEADING.match, _MARKER.match, _RULE.fullmatch, _UNDERLINE.fullmatch)
    return any(begins(words) for begins in patterns)


def _closes(text: str, marker: str) -> bool:
    return not text.rstrip(" \t").strip(marker[0])
