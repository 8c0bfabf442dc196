"""Finding words: literal, whatever their case, never half of a character, window by window."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_assistant.rendering import finding
from desktop_assistant.rendering.finding import Pattern


def found(words, text, **more):
    return [text[start:end] for start, end in Pattern(words).hits(text, **more)]


@pytest.mark.parametrize(
    ("words", "text", "hits"),
    [
        ("pool", "Pool, POOL and carpool", ["Pool", "POOL", "pool"]),
        ("a.b", "a.b axb", ["a.b"]),
        ("aa", "aaaaa", ["aa", "aa"]),
        ("strasse", "Straße, STRASSE", ["Straße", "STRASSE"]),
        ("straße", "Strasse", ["Strasse"]),
        ("fin", "ﬁn de siècle", ["ﬁn"]),
        ("ΣΊΣΥΦΟΣ", "σίσυφος", ["σίσυφος"]),
        ("café", "cafe\u0301 café", ["cafe\u0301", "café"]),
        ("cafe\u0301", "café", ["café"]),
        ("cafe", "cafe\u0301 café cafe", ["cafe"]),
        ("İ", "i\u0307 I", ["i\u0307"]),
        ("数据库", "我的数据库和数据", ["数据库"]),
        ("하", "한 하", ["하"]),
        ("한", "\u1112\u1161\u11ab 한", ["\u1112\u1161\u11ab", "한"]),
        ("\u1112\u1161", "\u1112\u1161\u11ab", []),
        ("👍", "👍👍🏽", ["👍", "👍"]),
        ("a\0b", "a\0b", ["a\0b"]),
        ("ne", "ﬁne", ["ne"]),
        ("s", "ß s", ["s"]),
        ("missing", "nothing here", []),
        ("words", "", []),
        ("", "anything", []),
    ],
)
def test_what_is_found(words, text, hits):
    assert found(words, text) == hits


def test_half_of_a_letter_is_passed_over_and_what_follows_is_found():
    assert list(Pattern("ss").hits("ßss sß")) == [(0, 1), (1, 3), (5, 6)]
    assert list(Pattern("se").hits("ßse")) == [(1, 3)]


def test_an_empty_pattern_says_so():
    assert Pattern("").is_empty
    assert not Pattern(" ").is_empty
    assert Pattern("Pool").words == "Pool"


def test_only_what_stands_between_two_offsets_is_looked_at():
    assert list(Pattern("ab").hits("ab ab ab", 1)) == [(3, 5), (6, 8)]
    assert list(Pattern("ab").hits("ab ab ab", 1, 7)) == [(3, 5)]


@pytest.mark.parametrize("text", ["needle", "na\u0308del", "strasse"])
def test_a_hit_across_two_windows_is_found_once(text, monkeypatch):
    monkeypatch.setattr(finding, "WINDOW", 4)
    for before in range(12):
        whole = "x" * before + text + "x" * 9 + text
        assert found(text.upper(), whole) == [text, text]


def test_a_long_text_is_looked_at_in_steps():
    text = "word " * 20_000
    steps = list(Pattern("WORD").steps(text))
    assert len(steps) == -(-len(text) // finding.WINDOW)
    assert sum(map(len, steps)) == 20_000


WORDS = st.text(st.sampled_from("aAeEsSß\u0301\u0308éÉﬁﬀİiıΣσς한\u11ab 中"), max_size=12)


@given(WORDS, WORDS, WORDS, st.integers(1, 8))
def test_what_unicode_calls_alike_is_found_whatever_the_windows(before, words, after, window):
    def folded(text):
        return unicodedata.normalize("NFD", unicodedata.normalize("NFD", text).casefold())

    text = before + words + after
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(finding, "WINDOW", window)
        in_windows = list(Pattern(words).hits(text))
    assert in_windows == list(Pattern(words).hits(text))
    for start, end in in_windows:
        assert folded(text[start:end]) == folded(words)
        assert not finding._joins(text[end : end + 1] or " ")
    ends = [start for start, _ in in_windows[1:]]
    assert all(end <= start for (_, end), start in zip(in_windows, ends, strict=False))


@given(
    st.text(alphabet="aab \u0301ßSs", max_size=40),
    st.text(alphabet="aab \u0301ßSs", max_size=40),
    st.text(alphabet="aab\u0301s", min_size=1, max_size=5),
)
def test_where_no_hit_crosses_each_part_can_be_looked_through_by_itself(left, right, words):
    pattern = Pattern(words)
    if not pattern.crosses(left, right):
        apart = [
            *pattern.hits(left),
            *((a + len(left), b + len(left)) for a, b in pattern.hits(right)),
        ]
        assert list(pattern.hits(left + right)) == apart


@pytest.mark.parametrize(
    ("left", "right", "crosses"),
    [
        ("one nee", "dle", True),
        ("one needle", " two", False),
        ("needle nee", "dle", True),
        ("needle n", "eed", False),
        ("needle", "\u0301", True),
        ("", "needle", False),
        ("needle", "", False),
    ],
)
def test_whether_a_hit_crosses(left, right, crosses):
    assert Pattern("needle").crosses(left, right) is crosses
