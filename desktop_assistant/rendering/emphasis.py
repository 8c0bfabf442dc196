"""Emphasis next to Chinese, Japanese and Korean letters.

CommonMark finds out by spaces and punctuation whether ``**`` opens or closes. Those scripts put no
space between words, so that ``**注意：**请`` stays unmarked, which models write all the time.
Here a star may also close before such a letter, and open after one. All else is read as ever.
"""

import re
from typing import TYPE_CHECKING, Final

from desktop_assistant.rendering.rule_types import Silent

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline

LONGEST_RUN: Final = 64
"""Characters of one run of marks; a longer run is literal text instead of a token for each."""

_UNSPACED: Final = re.compile(
    "[\u1100-\u11ff\u2e80-\u303f\u3040-\u30ff\u3100-\u318f\u31a0-\u4dbf\u4e00-\u9fff\ua960-\ua97f"
    "\uac00-\ud7ff\uf900-\ufaff\uff01-\uffee\U00020000-\U000323af]"
)


def use_emphasis(md: "MarkdownIt") -> None:
    """Teach ``md`` our emphasis in place of its own."""
    md.inline.ruler.before("strikethrough", "long_run", _long_run)
    md.inline.ruler.at("emphasis", _emphasis)


def _long_run(state: "StateInline", silent: Silent) -> bool:
    mark = state.src[state.pos]
    if mark not in "*_~" or not state.src.startswith(mark * (LONGEST_RUN + 1), state.pos):
        return False
    end = state.pos
    while end < state.posMax and state.src[end] == mark:
        end += 1
    if not silent:
        state.append_pending(state.src[state.pos : end])
    state.pos = end
    return True


def _emphasis(state: "StateInline", silent: Silent) -> bool:
    """Note a run of stars or underscores, a token for each, for the parser to pair up."""
    from markdown_it.rules_inline.state_inline import Delimiter

    mark = state.src[state.pos]
    if silent or mark not in "*_":
        return False
    opens, closes, length = state.scanDelims(state.pos, mark == "*")
    if mark == "*":
        before = state.src[state.pos - 1 : state.pos] if state.pos else ""
        after = state.src[state.pos + length : min(state.pos + length + 1, state.posMax)]
        opens = opens or (_UNSPACED.match(before) is not None and bool(after.strip()))
        closes = closes or (_UNSPACED.match(after) is not None and bool(before.strip()))
    for _ in range(length):
        token = state.push("text", "", 0)
        token.content = mark
        place = len(state.tokens) - 1
        state.delimiters.append(Delimiter(ord(mark), length, place, -1, opens, closes))
    state.pos += length
    return True
