"""The last line of a streamed text, completed for the moment."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_assistant.rendering.blocks import CodeBlock, Paragraph, Span, Style
from desktop_assistant.rendering.incremental import IncrementalDocument
from desktop_assistant.rendering.parse import parse
from desktop_assistant.rendering.unfinished import completed


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("", ""),
        ("plain words ", "plain words "),
        ("a **", "a "),
        ("a **b", "a **b**"),
        ("a **b ", "a **b**"),
        ("a **b*", "a **b**"),
        ("a **b**", "a **b**"),
        ("a **b** c", "a **b** c"),
        ("a *b", "a *b*"),
        ("a ***b", "a ***b***"),
        ("**a *b", "**a *b***"),
        ("~~a", "~~a~~"),
        ("a `b", "a `b`"),
        ("a `b`", "a `b`"),
        ("a `b` c", "a `b` c"),
        ("a ``b` c", "a ``b` c``"),
        ("`a **b", "`a **b`"),
        ("**a `b", "**a `b`**"),
        ("\u8bf7**\u6ce8\u610f", "\u8bf7**\u6ce8\u610f**"),
        ("2 * 3", "2 * 3"),
        ("a*b and a**b", "a*b and a**b"),
        ("\\**a", "\\**a*"),
        ("see [", "see "),
        ("see ![", "see "),
        ("see [text", "see [text"),
        ("see [text]", "see [text]"),
        ("see [text](", "see text"),
        ("see [text](http://x.org/a_", "see text"),
        ("see [text](http://x.org/(a", "see text"),
        ("see [text](http://x.org/(a)b", "see text"),
        ("see [text](http://x.org) and", "see [text](http://x.org) and"),
        ("see ![alt](http://x", "see alt"),
        ("**[a](http://x", "**a**"),
        ("`[a](http://x", "`[a](http://x`"),
        ("- **Name", "- **Name**"),
        ("| **a", "| **a**"),
    ],
)
def test_completed(line, shown):
    assert completed(line) == shown


@given(st.text(alphabet="ab *_`~[]()!\\\u4e00", max_size=40))
def test_no_letter_is_added_or_lost(line):
    letters = {*"ab\u4e00"}
    shown = completed(line)
    hidden_address = "](" in line
    assert hidden_address or [c for c in shown if c in letters] == [c for c in line if c in letters]


def test_strong_words_never_show_their_stars():
    text = "Some **strong words** and `code here` and [a link](http://x.org/path) follow."
    document = IncrementalDocument()
    for char in text:
        document.feed(char)
        shown = document.blocks[0].text
        assert "*" not in shown
        assert "`" not in shown
        assert "http" not in shown
    document.finish()
    assert document.blocks == parse(text)


def test_code_is_not_completed():
    document = IncrementalDocument()
    document.feed("- a\n  ```\n  x = 2 **y")
    assert document.blocks[0].items[0].blocks[1] == CodeBlock("x = 2 **y", closed=False)
    document.feed("\n  ```\n\nNow **this")
    assert document.blocks[1] == Paragraph("Now this", (Span(4, 8, Style.STRONG),))
