"""Markdown texts for the tests of this room."""

from collections.abc import Callable

import pytest
from hypothesis import strategies as st

from desktop_assistant.rendering.assembly import Assembly
from desktop_assistant.rendering.blocks import Block
from desktop_assistant.rendering.segments import Kind, Segment

# Bits that open, close or interrupt something, so that random texts are Markdown at its worst.
FRAGMENTS = [
    *("\n", "\n", "\n\n", "\n\n", "\r\n", "\r", " ", "  ", "    ", "\t"),
    *("- ", "* ", "+ ", "1. ", "2) ", "- [ ] ", "> ", "# ", "---", "===", "***"),
    *("```", "```py", "~~~", "````", "$$", "\\[", "\\]", "\\(", "\\)", "$"),
    *(
        "|",
        "| a | b |",
        "|--|--|",
        "[a]",
        "[a]: /u",
        "[^1]",
        "[^1]: ",
        "[x](http://h.c)",
        "![i](u)",
    ),
    *(
        "**",
        "*",
        "_",
        "~~",
        "`",
        "<b>",
        "&amp;",
        "\\",
        "http://x.y",
        "'t'",
        "a",
        "b c",
        "word",
        "ü€",
    ),
]


@pytest.fixture(scope="session")
def markdown_texts() -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(FRAGMENTS), max_size=40).map("".join)


@pytest.fixture(scope="session")
def parse_uncut() -> Callable[[str], tuple[Block, ...]]:
    """Parse a text as one segment, by the grammar alone."""

    def parse_as_one(text: str) -> tuple[Block, ...]:
        assembly = Assembly()
        # The parser overlooks a last line of spaces that no line break ends.
        text = text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n") + "\n"
        assembly.add([Segment(Kind.TEXT, text)])
        return tuple(assembly.settle())

    return parse_as_one
