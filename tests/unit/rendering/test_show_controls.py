"""What cannot be seen is shown as a mark of the same length."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_assistant.rendering.controls import (
    BROKEN_MARK,
    CONTROL_MARK,
    DIRECTION_MARK,
    INVISIBLE_MARK,
    LINE_MARK,
    STACK_MARK,
    has_hidden,
    show_controls,
)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x00b\x1b[31m\r", "a␀b␛[31m␍"),
        ("a\x7fb", "a␡b"),
        ("a\x85b\x9b", f"a{CONTROL_MARK}b{CONTROL_MARK}"),
        ("a\u2028b\u2029", f"a{LINE_MARK}b{LINE_MARK}"),
        ("a\u202eb\u2066c\u2069", f"a{DIRECTION_MARK}b{DIRECTION_MARK}c{DIRECTION_MARK}"),
        ("abc\u200f", f"abc{DIRECTION_MARK}"),
        ("a\u061cb", f"a{DIRECTION_MARK}b"),
        ("a\u200bb\u2060\ufeffc", f"a{INVISIBLE_MARK}b{INVISIBLE_MARK * 2}c"),
        ("a\u200cb\u200dc", f"a{INVISIBLE_MARK}b{INVISIBLE_MARK}c"),
        ("a\u00ad-\u00ad", f"a{INVISIBLE_MARK}-{INVISIBLE_MARK}"),
        ("a\u3164\u115f\u034f", f"a{INVISIBLE_MARK * 3}"),
        ("\U000e0041\U000e0042", CONTROL_MARK * 2),
        ("\U0001f3f4\U000e0041\U000e007f", f"\U0001f3f4{CONTROL_MARK * 2}"),
        ("x\ufe00\ufe01", f"x{INVISIBLE_MARK * 2}"),
        ("\u4e00\U000e0101\U000e0102", f"\u4e00\U000e0101{INVISIBLE_MARK}"),
        ("a\U000e0101", f"a{INVISIBLE_MARK}"),
        ("a\ufffcb\ufdd0\uffff", f"a{CONTROL_MARK}b{CONTROL_MARK * 2}"),
        ("a\ud800b\udfff", f"a{BROKEN_MARK}b{BROKEN_MARK}"),
        ("e" + "\u0301" * 10, "e" + "\u0301" * 8 + STACK_MARK * 2),
        ("\u200d", INVISIBLE_MARK),
        ("\u0627\u200d\u200d", f"\u0627\u200d{INVISIBLE_MARK}"),
        ("\u0e01\u200bx", f"\u0e01{INVISIBLE_MARK}x"),
    ],
)
def test_marks(text, shown):
    assert show_controls(text) == shown
    assert has_hidden(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "plain text, with tab\tand\nlines",
        "Grüße, naïve, \u4f60\u597d, \u3053\u3093",
        "e\u0301 o\u0308\u0323",
        "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
        "\u0915\u094d\u200d\u0937 \u0d28\u0d4d\u200d",
        "\u05e9\u05dc\u05d5\u05dd\u200f 123\u200e",
        "\U0001f468\u200d\U0001f469\u200d\U0001f467 \u2764\ufe0f\u200d\U0001f525",
        "\U0001f44b\U0001f3fd \U0001f9d1\U0001f3fd\u200d\U0001f680 1\ufe0f\u20e3 #\ufe0f\u20e3",
        "\U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",
        "\U0001f3f4\u200d\u2620\ufe0f",
        "Donau\u00addampf",
        "\u0e01\u200b\u0e02",
        "\u845b\U000e0100",
        "\u1820\u180b".replace("\u180b", ""),
    ],
)
def test_ordinary_text_stays(text):
    assert show_controls(text) == text
    assert not has_hidden(text)


def test_a_tag_after_a_flag_is_marked():
    flag = "\U0001f3f4\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f"
    assert show_controls(f"{flag}\U000e0041") == f"{flag}{CONTROL_MARK}"


def test_a_stack_of_a_million_marks_is_bounded():
    shown = show_controls("a" + "\u0301" * 1_000_000)
    assert shown.count("\u0301") == 8
    assert len(shown) == 1_000_001


@given(st.text())
def test_the_length_never_changes_and_marks_are_final(text):
    shown = show_controls(text)
    assert len(shown) == len(text)
    assert show_controls(shown) == shown
