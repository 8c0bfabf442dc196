"""A part of a message as blocks: it keeps its looks, and no more than was meant."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_assistant.rendering.blocks import CodeBlock, Paragraph, Span, Style
from desktop_assistant.rendering.excerpt import excerpt
from desktop_assistant.rendering.html import to_html
from desktop_assistant.rendering.markdown import to_markdown
from desktop_assistant.rendering.parse import parse
from desktop_assistant.rendering.readable import readable_text

EVERYTHING = """\
# A *fine* head

Some **bold words** and a [link](https://example.org/), `code` and ![a cat](https://x.org/c.png)!

- one
- two
  1. inner
  2. **last**
- [x] done

7. seven
8. eight

> quoted
>
> again

***

| a | b |
|:-:|---|
| c | *d* |
| e | |

```python
first
second
```

$$
x = 1
$$

Note[^1].

[^1]: Said below.
"""


def read(blocks):
    texts = (readable_text(block) for block in blocks)
    return "\n".join(text for text in texts if text is not None)


def part(source, words):
    """The excerpt of a text that can be read as ``words``."""
    blocks = parse(source)
    text = read(blocks)
    start = text.index(words)
    return excerpt(blocks, start, start + len(words))


def test_all_of_it_is_all_of_it():
    blocks = parse(EVERYTHING)
    assert excerpt(blocks, 0, len(read(blocks))) == tuple(blocks)
    assert excerpt(blocks, 0, 1 << 60) == tuple(blocks)


@pytest.mark.parametrize(
    ("words", "markdown"),
    [
        ("fine", "*fine*"),
        ("A fine head", "# A *fine* head"),
        ("bold", "**bold**"),
        ("bold words and a link", "**bold words** and a [link](https://example.org/)"),
        ("link", "[link](https://example.org/)"),
        ("a cat (https://x.org/c.png)!", "![a cat](https://x.org/c.png)\\!"),
        ("x.org", "x.org"),
        ("head\nSome bold", "head\n\nSome **bold**"),
        ("on", "on"),
        ("one", "- one"),
        ("ne\ntwo\nin", "- ne\n- two\n  1. in"),
        ("last\n", "2. **last**"),
        ("las", "**las**"),
        ("done", "- [x] done"),
        ("eight\nquoted", "8. eight\n\n> quoted"),
        ("again\na", "> again\n\n***\n\n| a |  |\n| :-: | --- |"),
        ("again", "> again"),
        ("b\nc", "|  | b |\n| :-: | --- |\n| c |  |"),
        ("d\ne", "|  |  |\n| :-: | --- |\n|  | *d* |\n| e |  |"),
        ("fir", "`fir`"),
        ("first\nsec", "```python\nfirst\nsec\n```"),
        ("second\nx", "```python\nsecond\n```\n\n`x`"),
        ("x = 1", "$$\nx = 1\n$$"),
        ("x =", "`x =`"),
        ("1\nNote", "`1`\n\nNote"),
        ("Said below.", "[^1]: Said below."),
        ("below", "below"),
    ],
)
def test_a_part_keeps_its_looks(words, markdown):
    assert to_markdown(part(EVERYTHING, words)) == markdown


def test_an_item_from_further_down_keeps_its_number():
    assert to_markdown(part("3. a\n4. b\n5. c", "b\nc")) == "4. b\n5. c"


def test_one_cell_is_its_words():
    assert to_markdown(part("|a|\n|-|\n|*cell*|", "cell")) == "*cell*"


def test_a_part_of_code_is_code():
    assert part("```sh\nls -l\ncd\n```", "-l") == (Paragraph("-l", (Span(0, 2, Style.CODE),)),)
    assert part("```sh\nls -l\ncd\n```", "-l\nc") == (CodeBlock("-l\nc", "sh"),)


def test_code_of_a_file_has_its_name_before_it():
    blocks = (CodeBlock("code", "py", file="a.py"), Paragraph("end"))
    assert excerpt(blocks, 0, 4) == ()
    assert excerpt(blocks, 5, 9) == (blocks[0],)
    assert excerpt(blocks, 2, 99) == blocks


def test_nothing_is_nothing():
    blocks = parse(EVERYTHING)
    assert excerpt(blocks, 5, 5) == ()
    assert excerpt(blocks, 10_000, 10_001) == ()
    assert excerpt((), 0, 9) == ()


def test_html_and_markdown_of_a_part_say_the_same():
    kept = part(EVERYTHING, "words and a link, co")
    assert to_html(kept) == (
        '<p><strong>words</strong> and a <a href="https://example.org/">link</a>, '
        "<code>co</code></p>"
    )


@given(st.integers(0, 400), st.integers(0, 400))
@settings(max_examples=400, deadline=None)
def test_a_part_holds_what_was_meant_and_nothing_else(first, second):
    blocks = parse(EVERYTHING.replace("![a cat](https://x.org/c.png)", "a cat"))
    start, end = sorted((first, second))
    kept = read(excerpt(blocks, start, end))
    # Cells that were not meant are empty, and have a line each.
    assert kept.replace("\n", "") == read(blocks)[start:end].replace("\n", "")
