"""Footnotes in Markdown: ``[^label]`` in the text and ``[^label]: …`` at the top level."""

import re
from typing import TYPE_CHECKING, Final

from desktop_assistant.rendering.rule_types import Silent

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.ruler import RuleOptionsType
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline import StateInline

_REFERENCE: Final = re.compile(r"\[\^([^\]\[\s]+)\]")
_DEFINITION: Final = re.compile(r"\[\^([^\]\[\s]+)\]:[ \t]*")
_INDENT: Final = 4
"""Columns by which further paragraphs of a note are indented."""


def use_footnotes(md: "MarkdownIt") -> None:
    """Teach ``md`` footnotes: the tokens ``note_open``, ``note_close`` and ``note_reference``."""
    interrupts: RuleOptionsType = {"alt": ["paragraph", "reference", "blockquote", "list"]}
    md.block.ruler.before("reference", "note", _definition, interrupts)
    md.inline.ruler.before("link", "note_reference", _reference)


def label_key(label: str) -> str:
    """Return what equal labels have in common. No link's label starts with a closing bracket."""
    return f"]{label.casefold()}"


def is_reference(text: str, start: int, end: int) -> bool:
    """Tell whether this part of ``text`` has the form of a reference to a footnote."""
    return _REFERENCE.fullmatch(text, start, end) is not None


def _reference(state: "StateInline", silent: Silent) -> bool:
    match = _REFERENCE.match(state.src, state.pos, state.posMax)
    if match is None or state.env["references"].get(label_key(match[1])) is None:
        return False
    if not silent:
        token = state.push("note_reference", "sup", 0)
        token.content = match[1]
    state.pos = match.end()
    return True


def _definition(state: "StateBlock", start_line: int, end_line: int, silent: Silent) -> bool:
    start = state.bMarks[start_line] + state.tShift[start_line]
    match = _DEFINITION.match(state.src, start, state.eMarks[start_line])
    if match is None or state.is_code_block(start_line):
        return False
    if silent:
        # Inside a list or a quote a definition counts only where it ends that container.
        return state.level == 0 or state.sCount[start_line] < state.blkIndent
    if state.level > 0:
        return False
    token = state.push("note_open", "li", 1)
    token.content = match[1]
    token.map = lines = [start_line, 0]
    kept = state.bMarks[start_line], state.tShift[start_line], state.sCount[start_line]
    state.bMarks[start_line] = match.end()
    state.tShift[start_line] = 0
    state.sCount[start_line] = _INDENT
    old_parent, state.parentType = state.parentType, "footnote"
    state.blkIndent += _INDENT
    state.md.block.tokenize(state, start_line, end_line)
    state.blkIndent -= _INDENT
    state.parentType = old_parent
    state.bMarks[start_line], state.tShift[start_line], state.sCount[start_line] = kept
    lines[1] = state.line
    state.push("note_close", "li", -1)
    return True
