"""Code as coloured runs."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_assistant.rendering.highlight import (
    LONGEST_CODE,
    LONGEST_LINE,
    Role,
    highlight,
    highlight_runs,
)
from desktop_assistant.rendering.languages import LANGUAGES, language_label, lexer_for

TOKENS = Path(__file__).parents[3] / "resources" / "theme" / "tokens.json"


def roles(code, language):
    return {code[start:end]: role for start, end, role in highlight(code, language)}


def test_python():
    code = (
        "@cache\ndef size(x: int) -> str:\n    # why\n    return f'{len(x)}' + 1.5\n"
        "class Box(Exception): pass\nNone"
    )
    found = roles(code, "Python")
    assert found["def"] is Role.KEYWORD
    assert found["size"] is Role.FUNCTION
    assert found["# why"] is Role.COMMENT
    assert found["1.5"] is Role.NUMBER
    assert found["len"] is Role.BUILTIN
    assert found["@cache"] is Role.DECORATOR
    assert found["Box"] is Role.TYPE
    assert found["None"] is Role.BUILTIN
    assert found["+"] is Role.OPERATOR
    assert found["f'{"] is Role.STRING


@pytest.mark.parametrize(
    ("language", "code", "part", "role"),
    [
        ("python", "engine = create_engine(1)", "create_engine", Role.FUNCTION),
        ("js", "a.say('x')", "say", Role.FUNCTION),
        ("html", '<p class="x">', "p", Role.TAG),
        ("html", '<p class="x">', "class", Role.ATTRIBUTE),
        ("js", "x = /a+b/g;", "/a+b/g", Role.REGEX),
        ("diff", "-old\n+new\n", "+new", Role.INSERTED),
        ("diff", "-old\n+new\n", "-old", Role.DELETED),
        ("java", "int x;", "int", Role.TYPE),
        ("c", "#include <a.h>\n", "#include", Role.DECORATOR),
        ("json", '{"a": 1}', '"a"', Role.TAG),
        ("c#", "class A {}", "class", Role.KEYWORD),
        ("shell", "if true; then", "if", Role.KEYWORD),
        ("sql", "SELECT 1 AND 2", "AND", Role.KEYWORD),
    ],
)
def test_other_languages(language, code, part, role):
    assert roles(code, language)[part] is role


@pytest.mark.parametrize(
    "language", ["", "no such language", "text", "plaintext", "\x00", "a" * 999]
)
def test_an_unknown_language_has_no_colours(language):
    assert highlight("def x(): return 1", language) == ()


@given(
    st.text(max_size=200), st.sampled_from(["python", "html", "json", "bash", "console", "rust"])
)
@settings(max_examples=100, deadline=None)
def test_runs_are_in_order_and_within_the_code(code, language):
    last = 0
    for start, end, role in highlight(code, language):
        assert last <= start < end <= len(code)
        assert role is not Role.TEXT
        last = end


def test_a_name_is_no_function_unless_it_is_called():
    assert highlight("a + b", "python") == ((2, 3, Role.OPERATOR),)
    assert highlight("name", "python") == ()


def test_neighbours_of_one_role_are_one_run():
    code = '"a\\nb"'
    assert highlight(code, "json") == ((0, len(code), Role.STRING),)


def test_offsets_do_not_move_with_blank_lines():
    code = "\n\n  x = 1\n\n"
    assert (8, 9, Role.NUMBER) in highlight(code, "python")


def test_only_a_bounded_start_is_read():
    line = "x = 1\n"
    code = line * (LONGEST_CODE // len(line) + 1_000)
    end = max(end for _, end, _ in highlight(code, "python"))
    assert LONGEST_CODE - len(line) <= end <= LONGEST_CODE
    code = f"a = 1\n{'b' * (LONGEST_LINE + 1)} = 2\nc = 3\n"
    assert [code[start:end] for start, end, _ in highlight(code, "python")] == ["=", "1"]


def test_runs_come_one_by_one():
    runs = highlight_runs("a = 1\nb = 2\n", "python")
    assert next(runs) == (2, 3, Role.OPERATOR)
    assert len(list(runs)) == 3


@pytest.mark.parametrize(
    ("language", "label"),
    [
        ("python", "Python"),
        ("PY", "Python"),
        ("json", "JSON"),
        ("cpp", "C++"),
        ("c++", "C++"),
        ("made-up", "made-up"),
        ("", ""),
    ],
)
def test_labels(language, label):
    assert language_label(language) == label


def test_every_role_has_a_colour_in_both_themes():
    code = json.loads(TOKENS.read_text(encoding="utf-8"))["code"]
    for theme in ("light", "dark"):
        assert {role.value for role in Role} <= set(code[theme])


def test_every_language_that_is_read_can_be():
    assert all(lexer_for(language) is not None for language in LANGUAGES)


@pytest.mark.parametrize("word", ["kt", "jsonl", "patch", "vue"])
def test_words_that_models_write(word):
    assert lexer_for(word) is not None


def test_rare_languages_stay_plain():
    """Pygments' patterns for one of them take minutes for some lines."""
    assert lexer_for("maple") is None
    assert highlight("x := 1;", "maple") == ()
