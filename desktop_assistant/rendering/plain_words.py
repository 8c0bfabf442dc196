"""Running text that needs no grammar to be read: words, some of them bold, code, or a link.

Marks are taken out where they can mean nothing else: stars that open after a space and close before
one, code between single backticks, a link whose words have no marks. All other signs that Markdown
knows must stand where they are literal.
"""

import re
from typing import Final

from desktop_assistant.rendering.inline import PIECE, is_crowded

_ODD: Final = re.compile(
    "[\0-\x09\x0b-\x1f\x7f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]"
)
"""Spaces that some rules take for spaces and others do not, and what is no text."""
_MARK: Final = re.compile(r"[!$&*<\[\\\]_`~]")
_HARD_BREAK: Final = re.compile(" {2,}\n *")
_SOFT_BREAK: Final = re.compile(" ?\n *")
_BROKEN: Final = "\v"
"""Stands for a line break that is shown, so that all others can become spaces."""

# Each begins with the sign it is about, so that all others are passed over at once.
_LITERAL: Final = (
    r"[^!$&*<\[\\\]_`~]++"
    r"|!(?!\[)"
    r"|\$"
    r"|&(?![#a-zA-Z0-9]*;)"
    r"|<(?![^<>\s]*[:@])"
    r"|\](?!\()"
    r"|\\(?=[A-Za-z0-9 ])"
    r"|_(?<=[A-Za-z0-9]_)_*+(?=[A-Za-z0-9])"
    r"|~(?<!~~)(?!~)"
)
_CODE: Final = r"`(?<!``)[^`\n\v]++`(?!`)"
_LABEL: Final = r"[^!$&*<\[\\\]_`~\n\v]++"
_TARGET: Final = r"\]\([^\s()<>\\`]++\)"
_LONE: Final = r"\*(?<= \*)\*{0,9}+(?= )"
_UNSPACED: Final = "\u2e80-\u2fff\u3001-\u30ff\u3400-\u9fff\uff01-\uff60"


_PART: Final = rf"{_LITERAL}|\[(?:{_LABEL}{_TARGET})?+|{_CODE}"


def _marked(stars: str) -> str:
    """Return the pattern of words between stars.

    They open after a space or bracket, and close before a space or the end of a part of a
    sentence. Where no spaces stand between words they may also stand between letters.
    """
    opener = rf"{stars}(?<![^\s({_UNSPACED}]{stars})(?=[^\s*])"
    closer = rf"{stars}(?<=[^\s*(]{stars})(?=[\s.,:;!?){_UNSPACED}]|\Z)"
    return f"{opener}(?:{_PART})++{closer}"


_USUAL: Final = re.compile(rf"(?:{_PART}|{_marked('[*]{2}')}|{_marked('[*]')}|{_LONE})*+")
_TOKEN: Final = re.compile(rf"{_CODE}|\[({_LABEL}){_TARGET}|({_LONE})|\*+")


def plain_words(source: str) -> str | None:
    """Return what can be read of the inline Markdown of a paragraph, heading or cell.

    Returns:
        The words; ``None`` if only parsing tells.
    """
    if len(source) > PIECE or _ODD.search(source) or is_crowded(source):
        return None
    if "\n" in source:
        source = _HARD_BREAK.sub(_BROKEN, source)
        source = _SOFT_BREAK.sub("\n", source)
    if _MARK.search(source):
        if source.count("$") > 1 or not _USUAL.fullmatch(source):
            return None
        source = _TOKEN.sub(_shown, source)
    return source.replace("\n", " ").replace(_BROKEN, "\n")


def _shown(token: re.Match[str]) -> str:
    """Return what stays of code, a link, or stars."""
    mark = token[0][0]
    if mark == "`":
        code = token[0][1:-1]
        has_room = code[0] == code[-1] == " " and code.strip(" ")
        return code[1:-1] if has_room else code
    return (token[1] if mark == "[" else token[2]) or ""
