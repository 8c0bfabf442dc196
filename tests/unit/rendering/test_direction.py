"""Which way a text reads: by its first letter."""

import pytest

from desktop_assistant.rendering.direction import (
    has_right_to_left,
    isolated,
    parts_by_direction,
    reads_from_right,
)


@pytest.mark.parametrize(
    ("text", "from_right"),
    [
        ("", False),
        ("plain", False),
        ("12 – 13 …", False),
        ("שלום", True),
        ("12. مرحبا hello", True),
        ("hello مرحبا", False),
        ("“é” مرحبا", False),
        ("—" * 200 + "שלום", False),
    ],
)
def test_the_first_letter_decides(text, from_right):
    assert reads_from_right(text) is from_right


@pytest.mark.parametrize("text", ["", "12", "12 –", "—" * 300])
def test_without_letters_it_is_as_the_caller_says(text):
    assert reads_from_right(text, otherwise=True) is True


def test_letters_decide_whatever_the_caller_says():
    assert reads_from_right("12 words", otherwise=True) is False
    assert reads_from_right("é", otherwise=True) is False
    assert reads_from_right("שלום", otherwise=False) is True


@pytest.mark.parametrize(
    ("text", "has_any"),
    [("", False), ("words", False), ("é 中", False), ("a שלום", True), ("\u061c", False)],
)
def test_whether_any_letter_reads_from_the_right(text, has_any):
    assert has_right_to_left(text) is has_any


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("one\ntwo", ["one\ntwo"]),
        ("one\n\nשלום\n12\nשלום\nthree", ["one\n", "שלום\n12\nשלום", "three"]),
        ("שלום", ["שלום"]),
        ("12\nשלום", ["12", "שלום"]),
    ],
)
def test_a_text_is_cut_where_its_direction_turns(text, parts):
    assert parts_by_direction(text) == parts
    assert "\n".join(parts) == text


def test_a_title_is_kept_together_where_it_may_be_taken_apart():
    for from_right in (False, True):
        assert isolated("", from_right=from_right) == ""
        assert isolated("(שלום)", from_right=from_right) == "\u2068(שלום)\u2069"
    assert isolated("A title?", from_right=True) == "\u2068A title?\u2069"
    assert isolated("A title?", from_right=False) == "A title?"
