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
# A link that begins or ends within a word, or where another one begins; "items[0]" in code is
# none. What is longer is not looked
# at more closely.
_LINK_IN_WORD: Final = re.compile(
    r"\w[*_~`]*\[(?:[^\[\]]|\[[^\[\]]{0,99}\]){0,500}+(?:\][(\[]|[^\]])|[\])][*_~`]*[\w\[]"
)
# With definitions, brackets alone are links.
_BRACKET_IN_WORD: Final = re.compile(r"\w[*_~`]*\[|[\])][*_~`]*[\w\[]")


class Sieve:
    """Lets a Markdown source through if what can be read of it may hold the words."""

    def __init__(self, pattern: Pattern) -> None:
        self._words = [_plain(word) for word in _WORD.findall(pattern.words)]

    def passes(self, source: str) -> bool:
        """Tell whether the words may be in a text; if not, they are not."""
        if self._has_words(_plain(source)):
            return True
        if _INSIDE_WORDS.search(source) and self._has_words(_plain(_INSIDE_WORDS.sub("", source))):
            return True
        if _BUILDS_WORDS.search(source):
            return True
        if "]:" in source:
            return _BRACKET_IN_WORD.search(source) is not None
        has_links = "](" in source or "][" in source
        return has_links and _LINK_IN_WORD.search(source) is not None

    def _has_words(self, plain: str) -> bool:
        return all(word in plain for word in self._words)


def _plain(text: str) -> str:
    if text.isascii():
        return text.lower()
    return normalize("NFD", normalize("NFD", text).casefold())
