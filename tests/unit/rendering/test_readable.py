"""What can be read of a text, in one string; and only what differs is read again."""

from dataclasses import replace

from desktop_assistant.rendering.blocks import CodeBlock, Paragraph, Rule, Span
from desktop_assistant.rendering.parse import parse
from desktop_assistant.rendering.readable import (
    ReadableText,
    images_in,
    note_at,
    note_reference,
    note_start,
    readable_text,
    spelled_out,
    tables_in,
)

TEXT = """# A *head*

Some **words** and `code`,
over two lines, with a [link](https://example.org/secret).

> quoted
> 1. one
> 2. - [x] two

| a | b |
|---|---|
| c | ![d](https://example.org/d.png) |

***

```py
x = 1
y = 2
```

$$
e = mc^2
$$

A note[^1].

[^1]: At the end.
"""


def read(text):
    readable = ReadableText()
    readable.update(parse(text))
    return readable.text


def test_every_kind_of_block_says_what_the_screen_says():
    assert read(TEXT).splitlines() == [
        "A head",
        "Some words and code, over two lines, with a link.",
        "quoted",
        "one",
        "two",
        *("a", "b", "c", "d (https://example.org/d.png)"),
        *("x = 1", "y = 2"),
        "e = mc^2",
        "A note1.",
        "At the end.",
    ]


def test_a_block_without_words_says_nothing():
    assert readable_text(Rule()) is None
    assert read("***") == ""


def test_an_image_whose_name_is_its_address_is_not_spelled_twice():
    spans = (Span(0, 1, image="a"), Span(2, 3))
    assert spelled_out("a b", spans) == ("a b", spans)
    assert spelled_out("n b", (Span(0, 1, image="a"), Span(2, 3)))[0] == "n (a) b"


def test_a_change_says_from_where_on_the_text_differs():
    readable = ReadableText()
    one, two, three = Paragraph("one"), Paragraph("two"), Paragraph("three")
    assert readable.update((one, two)) == 0
    assert readable.update((one, two, three)) == len("one\ntwo\n")
    assert readable.text == "one\ntwo\nthree\n"
    assert readable.update((replace(one), Paragraph("2"))) == len("one\n")
    assert readable.text == "one\n2\n"
    assert readable.update(()) == 0
    assert readable.text == ""


def test_code_that_grew_is_as_it_was_up_to_its_last_line():
    readable = ReadableText()
    readable.update((Paragraph("one"), CodeBlock("a\nb", closed=False)))
    assert readable.update((Paragraph("one"), CodeBlock("a\nbc\nd"))) == len("one\na\n")
    assert readable.text == "one\na\nbc\nd\n"
    assert readable.update((Paragraph("one"), CodeBlock("other"))) == len("one\n")
    assert readable.update((Paragraph("one"), Rule())) == len("one\n")


def test_footnotes_and_their_references_are_found():
    blocks = parse("See[^a] and[^b].\n\n- again[^b]\n\n[^b]: Two.\n\n    More.\n\n[^a]: One.\n")
    readable = ReadableText()
    readable.update(blocks)
    text = readable.text
    assert text == "Seea andb.\nagainb\nTwo.\nMore.\nOne.\n"
    assert note_start(blocks, "a") == text.index("One")
    assert note_start(blocks, "b") == text.index("Two")
    assert note_start(blocks, "c") is None
    assert note_at(blocks, text.index("More")) == "b"
    assert note_at(blocks, text.index("One")) == "a"
    assert note_at(blocks, 0) is None
    assert note_reference(blocks, "b") == text.index("b.")
    assert note_reference(blocks, "c") is None


def test_every_image_is_named_once_wherever_it_stands():
    text = "![a](http://h.c/1) and ![b](/2)\n\n- ![c](http://h.c/1)\n\n| x |\n|--|\n| ![d](u) |\n"
    assert images_in(parse(text)) == ["http://h.c/1", "/2", "u"]
    assert images_in(parse("none")) == []


def test_tables_are_found_wherever_they_stand():
    source = "|a|\n|-|\n\n> |b|\n> |-|\n\n- x\n\n  |c|\n  |-|\n\n"
    source += "Words[^1].\n\n[^1]: y\n\n    |d|\n    |-|"
    assert [table.header[0].text for table in tables_in(parse(source))] == ["a", "b", "c", "d"]
    assert list(tables_in(parse("no table"))) == []
