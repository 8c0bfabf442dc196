"""Our Markdown: CommonMark without HTML, with tables, strikethrough, formulas and footnotes.

Everything here is bounded: nesting, the length of delimiter runs, and the search for a link's
closing bracket, which in the parser as it comes takes time in the square of the text's length.
"""

from functools import cache
from types import SimpleNamespace
from typing import TYPE_CHECKING, Final

from desktop_assistant.rendering.emphasis import use_emphasis
from desktop_assistant.rendering.footnotes import is_reference, use_footnotes
from desktop_assistant.rendering.maths import use_maths
from desktop_assistant.rendering.rule_types import Silent
from desktop_assistant.rendering.tables import use_tables

if TYPE_CHECKING:
    from collections.abc import Callable

    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline import StateInline

    BlockRule = Callable[[StateBlock, int, int, bool], bool]

DEEPEST: Final = 32
"""Levels of quotes, lists and items (a list in a list adds two); deeper marks are literal text."""
_PARSER_NESTING: Final = DEEPEST + 16
"""The parser's own limit must never be met by blocks: it drops what lies deeper."""
MOST_LABEL_STEPS: Final = 20_000
"""Tokens stepped over in one piece of inline text while looking for closing brackets."""


@cache
def grammar() -> "MarkdownIt":
    """Return the one parser. It is never changed after this."""
    from markdown_it import MarkdownIt, helpers

    md = MarkdownIt("commonmark", {"maxNesting": _PARSER_NESTING, "html": False})
    md.disable(["html_block", "html_inline"])
    md.enable("strikethrough")
    use_tables(md)
    use_maths(md)
    use_footnotes(md)
    _bound_blocks(md)
    use_emphasis(md)
    label_helpers = SimpleNamespace(
        parseLinkLabel=_link_label,
        parseLinkDestination=helpers.parseLinkDestination,
        parseLinkTitle=helpers.parseLinkTitle,
    )
    # Addresses are judged by the links policy; here they stay as they were written.
    ours = {
        "helpers": label_helpers,
        "normalizeLink": _as_it_is,
        "normalizeLinkText": _as_it_is,
        "validateLink": _accept,
    }
    for name, replacement in ours.items():
        setattr(md, name, replacement)
    return md


def _as_it_is(url: str) -> str:
    return url


def _accept(_url: str) -> bool:
    return True


def _bound_blocks(md: "MarkdownIt") -> None:
    from markdown_it.rules_block import blockquote, fence, list_block, reference

    alt = ["paragraph", "reference", "blockquote", "list"]
    md.block.ruler.at("fence", _noting_closers(fence), {"alt": alt})
    md.block.ruler.at("blockquote", _no_deeper(blockquote), {"alt": alt})
    md.block.ruler.at("list", _no_deeper(list_block), {"alt": alt[:-1]})
    md.block.ruler.at("reference", _not_for_notes(reference))


def _no_deeper(rule: "BlockRule") -> "BlockRule":
    def bounded(state: "StateBlock", start: int, end: int, silent: Silent) -> bool:
        return state.level < DEEPEST and rule(state, start, end, silent)

    return bounded


def _noting_closers(rule: "BlockRule") -> "BlockRule":
    """Note in a fence's token whether its closer came: the parser ends it either way."""

    def noting(state: "StateBlock", start: int, end: int, silent: Silent) -> bool:
        if not rule(state, start, end, silent):
            return False
        if not silent:
            last = state.line - 1
            token = state.tokens[-1]
            text = state.src[state.bMarks[last] + state.tShift[last] : state.eMarks[last]]
            marks = text.rstrip(" \t")
            token.meta["closed"] = (
                last > start
                and not state.is_code_block(last)
                and marks.startswith(token.markup)
                and not marks.strip(token.markup[0])
            )
        return True

    return noting


def _not_for_notes(rule: "BlockRule") -> "BlockRule":
    """Keep ``[^1]: word`` inside a list from vanishing as a link definition."""

    def filtered(state: "StateBlock", start: int, end: int, silent: Silent) -> bool:
        at = state.bMarks[start] + state.tShift[start]
        return not state.src.startswith("[^", at) and rule(state, start, end, silent)

    return filtered


def _link_label(state: "StateInline", start: int, disable_nested: int = 0) -> int:
    """Return where the bracket that opens at ``start`` closes, or -1; in bounded time."""
    level = 1
    old = state.pos
    state.pos = start + 1
    found = -1
    while state.pos < state.posMax and state.env["label_steps"] < MOST_LABEL_STEPS:
        state.env["label_steps"] += 1
        mark = state.src[state.pos]
        if mark == "]":
            level -= 1
            if level == 0:
                found = state.pos
                break
        at = state.pos
        state.md.inline.skipToken(state)
        if mark != "[":
            continue
        if at == state.pos - 1:
            # A bracket that is text by itself still needs its partner.
            level += 1
        elif disable_nested and not is_reference(state.src, at, state.pos):
            break
    state.pos = old
    return found
