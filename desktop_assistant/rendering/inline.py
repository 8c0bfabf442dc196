"""Inline Markdown as text and spans."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from desktop_assistant.rendering.autolinks import find_addresses
from desktop_assistant.rendering.blocks import Span, Style
from desktop_assistant.rendering.grammar import grammar
from desktop_assistant.rendering.links import openable

if TYPE_CHECKING:
    from markdown_it.token import Token

PIECE: Final = 4_096
"""Characters of a long paragraph that are parsed at once; marks do not reach over its end."""
DENSEST: Final = 768
"""Marks in one piece of a long paragraph; with more of them it is taken literally."""
MOST_MARKS: Final = 1_536
"""The same for a paragraph that is parsed at once."""

REMEMBERED: Final = 131_072
"""Characters whose reading is remembered at least; at most about twice as many."""

_MARK: Final = re.compile(r"[!$&*<\[\\\]_`~]")
_SOFT_BREAK: Final = re.compile(r" *\n[ \t]*")

_STYLES: Final = {"strong": Style.STRONG, "em": Style.EMPHASIS, "s": Style.STRIKE}
_LITERALS: Final = {
    "code_inline": Style.CODE,
    "math_inline": Style.MATH,
    "note_reference": Style.FOOTNOTE_REF,
}
_BREAKS: Final = {"softbreak": " ", "hardbreak": "\n"}


@dataclass(frozen=True, slots=True)
class InlineText:
    """A parsed text."""

    text: str
    spans: tuple[Span, ...] = ()
    asked: tuple[tuple[str, object], ...] = ()
    """Labels that the parser looked up, and what it found: a definition or ``None``."""


@dataclass(slots=True)
class _Definitions:
    """Link and footnote definitions by label; answers the parser and notes what it asks."""

    known: Mapping[str, object]
    asked: dict[str, object] = field(default_factory=dict)

    def get(self, label: str, default: object = None) -> object:
        found = self.known.get(label, default)
        self.asked[label] = found
        return found


class InlineParser:
    """Parses inline texts against a set of definitions and remembers the results.

    A streamed list or table is parsed again and again while it grows; what did not change is
    looked up.
    """

    def __init__(self) -> None:
        self.known: Mapping[str, object] = {}
        """Link and footnote definitions by label."""
        self.characters = 0
        """Characters parsed so far; for measuring."""
        self._recent: dict[str, InlineText] = {}
        self._older: dict[str, InlineText] = {}
        self._recent_size = 0

    def parse(self, source: str) -> InlineText:
        """Return the text and spans of inline Markdown."""
        if len(source) <= PIECE:
            return self._piece(source, literal=is_crowded(source))
        joined = _Builder()
        asked: dict[str, object] = {}
        for piece in _pieces(source):
            literal = _marks_in(piece) > DENSEST
            parsed = self._piece(piece, literal=literal)
            joined.add_spans(parsed.text, parsed.spans)
            asked.update(parsed.asked)
        return joined.finish(asked)

    def _piece(self, source: str, *, literal: bool) -> InlineText:
        parsed = self._recent.get(source)
        if parsed is None:
            parsed = self._older.get(source)
            self._make_room(len(source))
        if parsed is None or any(self.known.get(label) != found for label, found in parsed.asked):
            self.characters += len(source)
            parsed = self._literal(source) if literal else self._parse(source)
        self._recent[source] = parsed
        return parsed

    def _make_room(self, size: int) -> None:
        self._recent_size += size
        if self._recent_size > REMEMBERED:
            self._recent_size = size
            self._recent, self._older = {}, self._recent

    def _literal(self, source: str) -> InlineText:
        builder = _Builder()
        builder.add_linked(_SOFT_BREAK.sub(" ", source), Style.NONE)
        return builder.finish()

    def _parse(self, source: str) -> InlineText:
        if _MARK.search(source) is None and "\n" not in source:
            return self._literal(source)
        definitions = _Definitions(self.known)
        tokens: list[Token] = []
        md = grammar()
        env: dict[str, Any] = {"references": definitions, "label_steps": 0}
        md.inline.parse(source, md, env, tokens)
        return _text_of(tokens, definitions.asked)


class _Builder:
    """Gathers runs of text and merges those that look alike."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._spans: list[Span] = []
        self._length = 0

    def add(
        self, text: str, style: Style, link: str | None = None, image: str | None = None
    ) -> None:
        start, self._length = self._length, self._length + len(text)
        self._parts.append(text)
        if text and (style or link is not None or image is not None):
            self._add_span(Span(start, self._length, style, link, image))

    def add_linked(self, text: str, style: Style) -> None:
        """Add running text, with a link on every bare address in it."""
        done = 0
        for start, end in find_addresses(text):
            self.add(text[done:start], style)
            self.add(text[start:end], style, openable(text[start:end]))
            done = end
        self.add(text[done:], style)

    def add_spans(self, text: str, spans: tuple[Span, ...]) -> None:
        """Add a text that was parsed by itself."""
        base, self._length = self._length, self._length + len(text)
        self._parts.append(text)
        for span in spans:
            moved = Span(base + span.start, base + span.end, span.style, span.link, span.image)
            self._add_span(moved)

    def _add_span(self, span: Span) -> None:
        if self._spans and _belong_together(self._spans[-1], span):
            start = self._spans.pop().start
            span = Span(start, span.end, span.style, span.link, span.image)
        self._spans.append(span)

    def finish(self, asked: Mapping[str, object] | None = None) -> InlineText:
        return InlineText("".join(self._parts), tuple(self._spans), tuple((asked or {}).items()))


def _belong_together(left: Span, right: Span) -> bool:
    """Tell whether two runs are one. Two formulas or notes side by side stay two."""
    return (
        left.end == right.start
        and (left.style, left.link, left.image) == (right.style, right.link, right.image)
        and not right.style & (Style.MATH | Style.FOOTNOTE_REF)
    )


def _text_of(tokens: "list[Token]", asked: Mapping[str, object]) -> InlineText:
    builder = _Builder()
    depths = dict.fromkeys(_STYLES, 0)
    link: str | None = None
    linked = False
    for token in _joined(tokens):
        if token.tag in depths:
            depths[token.tag] += token.nesting
            continue
        if token.tag == "a":
            linked = token.nesting > 0
            link = openable(str(token.attrGet("href"))) if linked else None
            continue
        style = Style.NONE
        for tag, depth in depths.items():
            style |= _STYLES[tag] if depth else Style.NONE
        if token.type == "text" and not linked:
            builder.add_linked(token.content, style)
        elif token.type == "image":
            _add_image(builder, token, style, link)
        else:
            text = _BREAKS.get(token.type, token.content)
            builder.add(text, style | _LITERALS.get(token.type, Style.NONE), link)
    return builder.finish(asked)


def _add_image(builder: _Builder, token: "Token", style: Style, link: str | None) -> None:
    address = str(token.attrGet("src"))
    alt = _text_of(token.children or [], {}).text
    builder.add(alt or address, style, link, address)


def _joined(tokens: "list[Token]") -> "Iterator[Token]":
    """Yield the tokens with neighbouring texts joined, so that addresses are found whole."""
    text: Token | None = None
    for token in tokens:
        if token.type == "text_special":
            token.type = "text"
            # A line break that was written as a number is no break.
            token.content = token.content.replace("\n", " ")
        if token.type != "text":
            if text is not None:
                yield text
                text = None
            yield token
        elif text is None:
            text = token
        else:
            text.content += token.content
    if text is not None:
        yield text


def is_crowded(source: str) -> bool:
    """Tell whether a paragraph has so many marks that it is taken literally."""
    return len(source) > MOST_MARKS and _marks_in(source) > MOST_MARKS


def _marks_in(source: str) -> int:
    return sum(1 for _ in _MARK.finditer(source))


def _pieces(source: str) -> Iterator[str]:
    """Cut a long text after a line break, after a space, or anywhere; each cut by its past only."""
    start = 0
    while len(source) - start > PIECE:
        limit = start + PIECE
        cut = source.rfind("\n", start + PIECE // 2, limit) + 1
        cut = cut or source.rfind(" ", start + PIECE // 2, limit) + 1 or limit
        yield source[start:cut]
        start = cut
    yield source[start:]
