r"""TeX formulas in Markdown: ``\(…\)``, ``\[…\]`` and ``$$…$$`` always, ``$…$`` under strict rules.

The rules for a single dollar keep prices prices: no space just inside, no digit or letter right
after the closer nor right before the opener, no line break, and no plain amount inside. Letters of
scripts that put no spaces between words may stand beside it, and so may an ordinal's ending.
"""

import re
from typing import TYPE_CHECKING, Final

from desktop_assistant.rendering.rule_types import Silent

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.ruler import RuleOptionsType
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline import StateInline

_CLOSERS: Final = {"$$": "$$", "\\[": "\\]", "\\(": "\\)"}
_FENCE_START: Final = re.compile(r"`{3}|~{3}")
_LETTERS_UNSPACED: Final = (
    r"\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff"
)
_UNSPACED: Final = re.compile(f"[{_LETTERS_UNSPACED}]")
_AMOUNT: Final = re.compile(rf"[0-9][^\\^_=+*/<>{{}}]*[\s{_LETTERS_UNSPACED}][^\\^_=+*/<>{{}}]*")
_ORDINAL: Final = re.compile(r"(?:st|nd|rd|th)\b")
_DOLLAR: Final = re.compile(r"(?:[^$\n\\]|\\.)+")


def use_maths(md: "MarkdownIt") -> None:
    """Teach ``md`` formulas: the tokens ``math_block`` and ``math_inline``."""
    interrupts: RuleOptionsType = {"alt": ["paragraph", "reference", "blockquote", "list"]}
    md.block.ruler.before("fence", "math_block", _block, interrupts)
    md.inline.ruler.before("escape", "math_inline", _inline)


def _is_formula(source: str) -> bool:
    r"""Tell whether there is something to draw; ``\[\\\]`` in prose is escaped punctuation."""
    return any(char.isalnum() for char in source)


def _inline(state: "StateInline", silent: Silent) -> bool:
    opener = state.src[state.pos : state.pos + 2]
    if opener[:1] not in ("$", "\\"):
        return False
    if opener in _CLOSERS:
        found = _delimited(state.src, state.pos + 2, state.posMax, _CLOSERS[opener])
    elif opener[0] == "$":
        found = _between_dollars(state.src, state.pos, state.posMax)
    else:
        return False
    if found is None:
        return False
    source, end = found
    if not silent:
        token = state.push("math_inline", "math", 0)
        token.content = source
    state.pos = end
    return True


def _delimited(text: str, start: int, limit: int, closer: str) -> tuple[str, int] | None:
    end = text.find(closer, start, limit)
    while end > start and text[end - 1] == "\\" and not text.endswith("\\\\", start, end):
        # An escaped backslash before the closer: "\\\\]" goes on, "\\\\\\]" ends.
        end = text.find(closer, end + 1, limit)
    if end < 0 or not _is_formula(text[start:end]):
        return None
    return " ".join(text[start:end].split()), end + len(closer)


def _between_dollars(text: str, start: int, limit: int) -> tuple[str, int] | None:
    match = _DOLLAR.match(text, start + 1, limit)
    if match is None or not text.startswith("$", match.end(), limit):
        return None
    source, end = match.group(), match.end() + 1
    if source != source.strip() or not _is_formula(source) or _AMOUNT.fullmatch(source):
        return None
    if _is_word(text[start - 1 : start]):
        return None
    if _is_word(text[end : end + 1]) and not _ORDINAL.match(text, end, limit):
        return None
    return source, end


def _is_word(neighbour: str) -> bool:
    return neighbour == "$" or (neighbour.isalnum() and not _UNSPACED.match(neighbour))


def _block(state: "StateBlock", start_line: int, end_line: int, silent: Silent) -> bool:
    opener = _line(state, start_line)[:2]
    if opener not in ("$$", "\\[") or state.is_code_block(start_line):
        return False
    last = _last_line(state, start_line, end_line, opener)
    if last is None:
        return False
    lines = [_line(state, line) for line in range(start_line, last + 1)]
    source = "\n".join(lines)[2:].rstrip()[:-2].strip()
    if not _is_formula(source):
        return False
    if silent:
        return True
    state.line = last + 1
    token = state.push("math_block", "math", 0)
    token.content = source
    token.map = [start_line, state.line]
    return True


def _last_line(state: "StateBlock", start_line: int, end_line: int, opener: str) -> int | None:
    """Return the line that ends with the closer, before any blank or less indented line."""
    closer = _CLOSERS[opener]
    # Every line may look like an opener: what one search found not to be there need not be
    # searched again from the next line.
    failed: dict[tuple[str, int], int] = state.env.setdefault("unclosed_maths", {})
    place = (opener, state.blkIndent)
    if start_line < failed.get(place, -1):
        return None
    line = start_line
    for line in range(start_line, end_line):
        text = _line(state, line)
        outside = line > start_line and state.sCount[line] < state.blkIndent
        if not text or outside or _FENCE_START.match(text):
            break
        body = text[2:] if line == start_line else text
        if body.endswith(closer):
            return line
        if closer in body:
            break
    else:
        line = end_line
    failed[place] = line
    return None


def _line(state: "StateBlock", line: int) -> str:
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]].rstrip(" \t")
