"""Fences at the top level, line by line."""

import pytest

from desktop_assistant.rendering.blocks import CodeBlock
from desktop_assistant.rendering.fences import code_block, fence_of


@pytest.mark.parametrize("line", ["", "``", "    ```", "text ```", "``` a`b", "\t```", "~~ ~"])
def test_what_opens_no_fence(line):
    assert fence_of(line) is None
    with pytest.raises(ValueError, match="no fence"):
        code_block(line)


@pytest.mark.parametrize(
    ("line", "closes"),
    [
        ("```", False),
        ("````", True),
        ("   ``````  \t", True),
        ("    ````", False),
        ("```` x", False),
        ("~~~~", False),
    ],
)
def test_what_closes_a_fence(line, closes):
    assert fence_of("````").closes(line) is closes


@pytest.mark.parametrize(
    ("start", "may"),
    [("", True), ("  ", True), ("`", True), ("  ``", True), ("    `", False), ("`x", False)],
)
def test_what_may_become_a_closer(start, may):
    assert fence_of("```").may_close(start) is may


def test_the_last_line_break_may_be_missing():
    assert code_block("```\na\n```") == code_block("```\na\n```\n") == CodeBlock("a")
    assert code_block("```\na") == code_block("```\na\n") == CodeBlock("a", closed=False)


@pytest.mark.parametrize(
    ("line", "content"),
    [("x", "x"), (" x", "x"), ("   x", " x"), ("\tx", "  x"), (" \tx", "  x"), ("  \tx", "\tx")],
)
def test_indentation_is_taken_off_as_far_as_the_opener_had_it(line, content):
    assert fence_of("  ```").content(line) == content
