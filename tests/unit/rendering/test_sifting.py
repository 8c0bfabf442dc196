"""A source that is held back has nothing to find; and most of them are held back."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_assistant.rendering.finding import Pattern
from desktop_assistant.rendering.parse import parse
from desktop_assistant.rendering.readable import ReadableText
from desktop_assistant.rendering.sifting import Sieve
from tests.unit.rendering.conftest import FRAGMENTS

MORE = ["wor", "ds", "ß", "SS", "é", "e\u0301", "中文", "[fo](u)", "a\\_b", "&eacute;", "x$y$z"]


@pytest.mark.parametrize(
    ("words", "source"),
    [
        ("words", "**wor**ds"),
        ("WORDS", "wor`ds`"),
        ("snake_case", "a snake\\_case"),
        ("café", "cafe\u0301"),
        ("cafe", "caf&eacute; or cafe"),
        ("strasse", "Straße"),
        ("foo", "[fo](http://h.c)o"),
        ("foo", "f[oo]\n\n[oo]: http://h.c"),
        ("foo", "f[o[1]](http://h.c)o"),
        ("foo", "[fo](http://h.c)**o**"),
        ("foo", "[fo](http://h.c)[o](http://h.c)"),
        ("longer", "long[" + "x" * 600 + "](http://h.c)"),
        ("word1", "word[^1]\n\n[^1]: note"),
        ("xyz", "x\\(y\\)z"),
        ("…", "nothing like it"),
    ],
)
def test_what_may_hold_the_words_passes(words, source):
    assert Sieve(Pattern(words)).passes(source)


@pytest.mark.parametrize(
    "source",
    [
        "nothing of the kind",
        "# A heading\n\n- [ ] task with `code[0]` and f(x)y\n\n```py\na[0] = b\n```\n",
        "[a link](https://example.org) beside (others) and [more](x)",
        "[a link](https://example.org)\n\n```py\nprint(items[0], items[1])\n```\n",
        "a < b and c > d, 3 & 4",
    ],
)
def test_what_cannot_hold_them_is_held_back(source):
    assert not Sieve(Pattern("herons")).passes(source)
    assert not Sieve(Pattern("a herons")).passes(source)


@settings(deadline=None, max_examples=400)
@given(st.lists(st.sampled_from([*FRAGMENTS, *MORE, *MORE]), max_size=16).map("".join), st.data())
def test_whatever_can_be_read_passes(source, data):
    readable = ReadableText()
    readable.update(parse(source))
    lines = [line for line in readable.text.splitlines() if line]
    if not lines:
        return
    line = data.draw(st.sampled_from(lines))
    start = data.draw(st.integers(0, len(line) - 1))
    words = line[start : data.draw(st.integers(start + 1, len(line)))]
    assert Sieve(Pattern(words)).passes(source)
