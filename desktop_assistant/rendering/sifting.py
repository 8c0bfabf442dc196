"""Which texts need not be parsed to know that some words are not in them.

Parsing costs a hundred times as much as looking. Most marks of Markdown stand beside words, not in
them, so a word that can be read stands in the source too, once the few marks that may stand inside
a word are taken out. Where anything else might build a word, the answer is to parse.
"""

import re
from typing import Final
from unicodedata import normalize

from desktop_assistant.rendering.finding import Pattern

_WORD: Final = re.compile(r"[^\W_]+")
_INSIDE_WORDS: Final = re.compile(r"[*_~`\\$\0]+")
# Entities, formulas, footnotes, images (whose address is written out), and addresses in <>.
_BUILDS_WORDS: Final = re.compile(r"&[#a-zA-Z]|\\[(\[]|\[\^|!\[|<[^<>\s]*[:@]")
_HAS_LINKS: Final = re.compile(r"\][(\[:]")
_LINK_IN_WORD: Final = re.compile(r"\w[*_~`]*\[|[\])][*_~`]*\w")


class Sieve:
    """Lets a Markdown source through if what can be read of it may hold the words."""

    def __init__(self, pattern: Pattern) -> None:
        words = _WORD.findall(pattern.words)
        self._longest = _plain(max(words, key=len)) if words else ""

    def passes(self, source: str) -> bool:
        """Tell whether the words may be in a text; if not, they are not."""
        if self._longest in _plain(_INSIDE_WORDS.sub("", source)):
            return True
        if _BUILDS_WORDS.search(source):
            return True
        return bool(_HAS_LINKS.search(source) and _LINK_IN_WORD.search(source))


def _plain(text: str) -> str:
    if text.isascii():
        return text.lower()
    return normalize("NFD", normalize("NFD", text).casefold())
