"""Texts made to hurt: the parser must neither hang nor lose words.

Nothing here is timed. Each text is so large that a way which takes time in its square, or recurses
into its depth, does not come to an end before the suite's own time limit.
"""

import random

import pytest

from desktop_assistant.rendering.blocks import CodeBlock
from desktop_assistant.rendering.incremental import IncrementalDocument
from desktop_assistant.rendering.parse import parse
from desktop_assistant.rendering.plain import plain_text

HOSTILE = {
    "one line": "x" * 2_000_000,
    "one line of words": "word " * 400_000,
    "backticks": "`" * 2_000_000,
    "backtick runs": " ".join("`" * (length % 200 + 1) for length in range(20_000)),
    "emphasis runs": " ".join(f"*a{number} **b* c**" for number in range(25_000)),
    "underscores": " ".join(f"_a{number}_" for number in range(50_000)),
    "stars": "*" * 2_000_000,
    "nested emphasis": "*a **b " * 25_000,
    "quotes": ">" * 100_000 + "x",
    "lists": "- " * 100_000 + "x",
    "brackets": "[" * 100_000,
    "pairs of brackets": "[" * 50_000 + "]" * 50_000,
    "image brackets": "![" * 50_000,
    "half links": "[a](b " * 30_000,
    "half addresses": "[a](<b " * 30_000,
    "less than": "<a" * 100_000,
    "half formulas": "\\[a\n" * 10_000,
    "dollars": "$a " * 100_000,
    "parentheses": "\\(a " * 50_000,
    "titles": '[a]: b "\n' * 10_000,
    "definitions": "".join(f"[a{number}]: http://x.org/{number}\n\n" for number in range(8_000)),
    "footnotes": "".join(f"[^{number}]: n\n" for number in range(2_000)),
    "items": "- a\n" * 100_000,
    "deep items": "".join(" " * (2 * depth) + "- a\n" for depth in range(300)),
    "rules": "***\n" * 15_000,
    "headings": "# a\n" * 15_000,
    "table": "| a | b |\n|--|--|\n" + "| x | y |\n" * 20_000,
    "wide table": "|a" * 5_000 + "|\n" + "|-" * 5_000 + "|\n" + "|x|\n" * 5_000,
    "open fence": "```\n" + "abc\n" * 250_000,
    "fences in lists": "- a\n  ```\n  c\n  ```\n\n" * 5_000,
    "blank lines": "\n" * 1_000_000,
    "spaces": " " * 1_000_000,
    "backslashes": "\\" * 1_000_000,
    "combining marks": "a" + "\u0301" * 1_000_000,
    "setext": "a\n" * 10_000 + "===",
    "addresses": "http://a.b/" * 30_000,
    "address with brackets": "http://a.b/" + "(" * 50_000 + ")" * 50_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_is_parsed_in_bounded_time(text):
    blocks = parse(text)
    assert len(plain_text(blocks)) <= 3 * len(text)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_streams_in_bounded_time(text):
    text = text[:25_000]
    document = IncrementalDocument()
    for start in range(0, len(text), 1_000):
        document.feed(text[start : start + 1_000])
    document.finish()
    assert document.blocks == parse(text)


@pytest.mark.parametrize(
    "name", ["one line", "stars", "quotes", "brackets", "emphasis runs", "backslashes"]
)
def test_no_letter_of_a_literal_text_is_lost(name):
    text = HOSTILE[name][:300_000]
    shown = plain_text(parse(text))
    for letter in set(text) - {" ", "*", ">", "\\"}:
        assert shown.count(letter) == text.count(letter)


def test_code_is_exact_whatever_is_in_it():
    rng = random.Random(5)
    characters = "".join(
        chr(rng.choice([9, 32, 96, 126, 160, 8232, 0x1F600, 0x301, 0])) for _ in range(5_000)
    )
    code = f"<{characters}>"
    assert parse(f"`````\n{code}\n`````") == (CodeBlock(code),)


def test_lone_surrogates_are_text():
    (block,) = parse("a \ud800 [x](http://x.org/\udfff) *b\udc00*")
    assert block.text == "a \ud800 x b\udc00"
    assert all(span.link is None for span in block.spans)
