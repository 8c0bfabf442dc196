"""Which way a text reads: by its first letter."""

import pytest

from desktop_assistant.rendering.direction import reads_from_right


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
