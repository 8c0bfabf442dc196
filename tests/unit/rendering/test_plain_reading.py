"""What is read without parsing is what can be read of the parsed text; usual answers are."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_assistant.rendering.parse import parse
from desktop_assistant.rendering.plain_reading import plain_reading
from desktop_assistant.rendering.readable import ReadableText
from tests.fakes.openai_server.markdown_text import markdown
from tests.unit.rendering.conftest import FRAGMENTS

EXAMPLES = json.loads(
    (Path(__file__).parents[2] / "data" / "markdown" / "commonmark-0.31.2.json").read_text("utf-8")
)
USUAL = [
    *("\n", "\n", "\n\n", "\n\n", " ", "   ", "    ", "\n    ", "  \n", "a\n  b"),
    *("- ", "* ", "1. ", "2. ", "10) ", "- [ ] ", "> ", "## ", "---", "***", "--", "=="),
    *("```\n", "```py\nx\n```\n", "1. a\n   ```\n   c\n   ```\n", "- a\n  - b\n", "~~~"),
    *("| a | b |\n", "|--|:-:|\n", "| `x` | **y** |\n", "x|y", "|"),
    *("**b**", "*e*", "**`f`**", "(**b**)", "**", "*", " * ", "`c`", "`` c ``", "`", "``"),
    *("[a](http://b.c)", "[a]", "![i](u)", "[a]: /u\n", "[^1]", "a_b", "_e_", "~5", "~~s~~"),
    *("$5", "$x$", "\\(x\\)", "$$ x $$\n", "\n$$\nx\n$$\n", "\\[\nx\n\\]\n", "\\a", "\\"),
    *("&", "&amp;", "<b>", "<", "<http://x.y>", "http://x.y/a_b", "!", ".", "(", ")", "'s"),
    *("word", "two words", "a", "1", "ü€", "注意", "：", "\u00a0", "\u3000", "\t", "#"),
]


def parsed(source):
    readable = ReadableText()
    readable.update(parse(source))
    return readable.text


def read(source):
    parts = plain_reading(source)
    return None if parts is None else "".join(parts)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("", ""),
        ("One line\nand another  \nbroken", "One line and another\nbroken\n"),
        ("# A *heading*\ntext\n***\nmore", "A heading\ntext\nmore\n"),
        ("Under a line\n---\ntext", "Under a line\ntext\n"),
        ("- one\n- **two**: `x`\n  and more\n\n  apart\n1. three", None),
        ("- a\n  - b\n    1. c\nlazy\n\nbeyond", "a\nb\nc lazy\nbeyond\n"),
        ("text\n- item\n\n   near\n10. ten", "text\nitem\nnear\nten\n"),
        ("- [x] done\n- [ ] # to do", "done\n# to do\n"),
        ("a\n      - b\nc", "a - b c\n"),
        ("```py\nx = '*'\n\n```\n~~~\n```\n~~~", "x = '*'\n\n```\n"),
        ("1. a\n   ```\n     b\n  \n   c\n   ```\n\n   d", "a\n  b\n\nc\nd\n"),
        ("```\nnever closed\n", "never closed\n"),
        ("```\nnever closed", "never closed\n"),
        ("> **a**\n> - b\n>\n>c\n\nd", "a\nb\nc\nd\n"),
        ("| a | **b** |\n|---|:-:|\n| c |\n| d | e | f |\n\ng", "a\nb\nc\n\nd\ne\ng\n"),
        ("text\n|a|\n|-|", "text\na\n"),
        ("a | b\nc", "a | b c\n"),
        ("$$\nx + 1\n$$\n\\[ y \\]\n$5", "x + 1\ny\n$5\n"),
        ("*a* (**b**) 2 * 3 **c `*` d**, _ok_ snake_case", None),
        ("`` a ` b `` and ` c ` and `  ` ~5 !", None),
        ("[words](https://a.b/c_d) [x] [y](z) AT&T a < b <i>", "words [x] y AT&T a < b <i>\n"),
        ("&amp; [**b**](u) ![i](u) $x$ \\(y\\)", "& b i (u) x y\n"),
        ("\u00a0nbsp\u00a0", "nbsp\n"),
        ("**注意：**请，**好**。", "注意：请，好。\n"),
        ("\r\na\rb", "a b\n"),
    ],
)
def test_what_is_read(source, text):
    assert read(source) == parsed(source)
    if text is not None:
        assert read(source) == text


@pytest.mark.parametrize(
    "source",
    [
        "[a]: /u\n\n[a]",
        "> - [^1]: note\n\nx[^1]",
        "\ttabs",
        "    code",
        "- a\n\n        code",
        "text\n==",
        "text\n--",
        "-",
        "- - a",
        "- # a",
        "- > a",
        "- ```",
        "- $$",
        "- [ ] \u00a0a",
        "- a | b\n--|--",
        "- a\n---",
        "a\n    |a|\n---",
        "a\n      - b\n  2. c",
        "text\n1. one\n2. two\n   3. three",
        "#",
        "# a #",
        "```a`\nb",
        "- ```\n  a\n```",
        "- a\n\n  ```\nb",
        "  ```\n\ta\n  ```",
        "  ```\nnever closed",
        "> ```\n> a",
        "- a\n$$\nx\n$$",
        "$$\n\n$$",
        "$$ - $$",
        "$$ x $$ y $$",
        "- a\n\n  $$\nx\n$$",
        "$$\nx\ty\n$$",
        "> a\nb",
        "- a\n\n  > b",
        "- a\n  |b|\n  |-|",
        "- a\n\n  |b|\n  |-|",
        "|a|b|\n|-|",
        "|a|\n|-|\n# b",
        "|\\a|\n|-|",
        "|a" * 500 + "|\n" + "|-" * 500 + "|\n" + "|x|\n" * 50,
        "\u00a0",
        "".join("  " * depth + "- a\n" for depth in range(12)),
        "1. a\n   2. b",
        "1. a\n     > b",
        "word " * 20_000,
    ],
)
def test_where_only_parsing_tells(source):
    assert read(source) is None


def test_a_long_paragraph_is_read_as_it_is_parsed():
    source = "**bold** words and `code` " * 300
    assert read(source) == parsed(source)


def test_a_paragraph_that_is_crowded_with_marks_is_read_as_it_is_parsed():
    for source in ("`x` " * 800, "`x` " * 700, "*x* " * 900):
        assert read(source) == parsed(source)


def test_usual_answers_need_no_parsing():
    for part in range(1, 9):
        source = markdown(130 * part)
        assert read(source) == parsed(source)


def test_commonmarks_examples_are_read_as_they_are_parsed():
    sources = [example["markdown"] for example in EXAMPLES]
    told = {source: read(source) for source in sources if plain_reading(source) is not None}
    assert len(told) > 400
    assert told == {source: parsed(source) for source in told}


@settings(deadline=None, max_examples=600)
@given(st.lists(st.sampled_from([*USUAL, *USUAL, *FRAGMENTS]), max_size=20).map("".join))
def test_any_text_is_read_as_it_is_parsed(source):
    text = read(source)
    assert text is None or text == parsed(source)
