"""From segments to the blocks of a whole text, with definitions that may come late."""

from collections import ChainMap
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from desktop_assistant.rendering.blocks import Block, Footnotes, Paragraph, Table
from desktop_assistant.rendering.fences import Fence, code_block, fence_of
from desktop_assistant.rendering.segments import Kind, Segment

if TYPE_CHECKING:
    from markdown_it.token import Token

    from desktop_assistant.rendering.build import Note
    from desktop_assistant.rendering.inline import InlineParser

NOTES_IN_A_BLOCK: Final = 48
"""Footnotes that are laid out at once: thousands must not be."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """What one segment means."""

    blocks: tuple[Block, ...]
    notes: "tuple[Note, ...]" = ()
    missed: frozenset[str] = frozenset()
    """Labels that no definition up to here explains."""


class Assembly:
    """The blocks of closed segments.

    A segment is parsed when it closes, with the definitions known by then. :meth:`settle` parses
    those again that asked for a label which was defined later.
    """

    def __init__(self) -> None:
        self._definitions: dict[str, Any] = {}
        self._segments: list[Segment] = []
        self._parsed: list[Parsed] = []
        self._notes: list[Note] = []
        self._inline: InlineParser | None = None
        self._characters = 0

    @property
    def characters_parsed(self) -> int:
        """Characters that went through the Markdown parser; for measuring."""
        return self._characters + (self._inline.characters if self._inline else 0)

    def add(self, segments: Iterable[Segment]) -> list[Block]:
        """Take closed segments and return their blocks, footnotes left out."""
        added: list[Block] = []
        for segment in segments:
            parsed, defined = self._read(segment)
            for label, definition in defined.items():
                # Of two definitions of one label, the first counts.
                self._definitions.setdefault(label, definition)
            self._segments.append(segment)
            self._parsed.append(parsed)
            self._notes.extend(parsed.notes)
            added.extend(parsed.blocks)
        return added

    def preview(self, segment: Segment) -> Parsed:
        """Return what an open segment means so far."""
        return self._read(segment)[0]

    def notes(self, more: "Iterable[Note]" = ()) -> list[Block]:
        """Return the blocks of all footnotes, if there are any, followed by ``more``."""
        notes = (*self._notes, *more)
        starts = range(0, len(notes), NOTES_IN_A_BLOCK)
        return [Footnotes(notes[at : at + NOTES_IN_A_BLOCK], at > 0) for at in starts]

    def resolve(self) -> Iterator[None]:
        """Apply every definition wherever it stands, in one segment a step."""
        for place, parsed in enumerate(self._parsed):
            if any(label in self._definitions for label in parsed.missed):
                self._parsed[place], _ = self._read(self._segments[place])
                yield

    def settle(self) -> list[Block]:
        """Return all blocks, with every definition applied wherever it stands.

        The assembly forgets what it knew; it is of no use afterwards.
        """
        for _ in self.resolve():
            pass
        self._notes = [note for parsed in self._parsed for note in parsed.notes]
        blocks = [block for parsed in self._parsed for block in parsed.blocks]
        blocks += self.notes()
        self._characters = self.characters_parsed
        self._inline = None
        self._segments.clear()
        self._parsed.clear()
        return blocks

    def open_fence(self, text: str) -> Fence | None:
        """Return the top-level fence that is open at the end of ``text``."""
        tokens, _ = self._tokens(text)
        if not tokens or tokens[-1].type != "fence" or tokens[-1].meta["closed"]:
            return None
        return fence_of(tokens[-1].markup)

    def open_table(self, text: str) -> str:
        """Return the header lines of the table that the last line of ``text`` belongs to."""
        tokens, _ = self._tokens(text)
        if not tokens or tokens[-1].type != "table" or tokens[-1].map is None:
            return ""
        start, end = tokens[-1].map
        lines = text.split("\n")
        return "\n".join([*lines[start : start + 2], ""]) if end == len(lines) - 1 else ""

    def _read(self, segment: Segment) -> tuple[Parsed, dict[str, Any]]:
        """Return the segment's meaning and the definitions in it."""
        if not segment.text.strip():
            return Parsed(()), {}
        if segment.kind is Kind.CODE:
            return Parsed((code_block(segment.text),)), {}
        if segment.kind is Kind.PLAIN:
            return Parsed(_plain(segment.text)), {}
        from desktop_assistant.rendering.build import BlockBuilder
        from desktop_assistant.rendering.footnotes import label_key
        from desktop_assistant.rendering.inline import InlineParser

        if self._inline is None:
            self._inline = InlineParser()
        tokens, links = self._tokens(segment.table_head + segment.text)
        notes = {label_key(token.content): True for token in tokens if token.type == "note_open"}
        defined = links | notes
        self._inline.known = ChainMap(self._definitions, defined)
        builder = BlockBuilder(tokens, self._inline)
        blocks = builder.blocks()
        if segment.table_head and isinstance(blocks[0], Table) and not blocks[0].rows:
            # The table had ended just where the text was cut.
            blocks = blocks[1:]
        return Parsed(blocks, tuple(builder.notes), frozenset(builder.missed)), defined

    def _tokens(self, text: str) -> "tuple[list[Token], dict[str, Any]]":
        """Return the block tokens of a text and the link definitions in it."""
        from desktop_assistant.rendering.grammar import grammar

        self._characters += len(text)
        md = grammar()
        tokens: list[Token] = []
        env: dict[str, Any] = {}
        md.block.parse(text, md, env, tokens)
        return tokens, env.get("references", {})


def _plain(text: str) -> tuple[Block, ...]:
    parts = (part.strip("\n") for part in text.split("\n\n"))
    return tuple(Paragraph(part) for part in parts if part.strip())
