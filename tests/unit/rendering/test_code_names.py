"""The names of files for code."""

import pytest

from desktop_assistant.rendering.code_names import suggested_name


@pytest.mark.parametrize(
    ("language", "name"),
    [
        ("python", "code.py"),
        ("Rust", "code.rs"),
        ("c++", "code.cpp"),
        ("", "code.txt"),
        ("exe", "code.txt"),
        ("../../.bashrc", "code.txt"),
        ("desktop", "code.txt"),
    ],
)
def test_a_known_language_has_its_suffix_and_nothing_else_gets_in(language, name):
    assert suggested_name(language) == name
