from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_assistant.domain.prompt_template import VARIABLES, fill_prompt, prompt_values
from desktop_assistant.domain.surrogates import SurrogateJoiner, join_surrogates
from desktop_assistant.domain.titles import MAX_TITLE, title_from
from desktop_assistant.domain.tokens import estimate_tokens

NOW = datetime(2026, 11, 23, 9, 5)  # noqa: DTZ001  # a wall clock's reading
VALUES = prompt_values(NOW, model="gpt-4.1", language="English", system="Linux")


def test_every_variable_is_filled_at_the_moment_of_sending():
    template = "{date}|{time}|{weekday}|{model}|{language}|{os}"
    assert fill_prompt(template, VALUES) == "23 November 2026|09:05|Monday|gpt-4.1|English|Linux"
    assert set(VALUES) == set(VARIABLES)


def test_other_braces_stay_as_they_are():
    json = '{"a": {"b": 1}} {unknown} {} {{date}}'
    assert fill_prompt(json, VALUES) == '{"a": {"b": 1}} {unknown} {} {23 November 2026}'
    assert fill_prompt("{date}", {}) == "{date}"


@pytest.mark.parametrize(
    ("question", "title"),
    [
        ("What is a monad?", "What is a monad?"),
        ("Explain monads. Then functors.", "Explain monads"),
        ("# Heading\nmore", "Heading"),
        ("```py\nx = 1\n```\nWhat does this print?", "What does this print?"),
        ("```\nonly code\n```", "only code"),
        ("什么是单子？请解释。", "什么是单子？"),
        ("  \n ", ""),
        ("File `my_notes.md`:\n```md\n# Notes\n```\n\nShorten *these*.", "Shorten these"),
        ("File `my_notes.md`:\n```md\n# Notes\n```\n", "my_notes.md"),
        ("word " * 40, "word word word word word word word word word word word…"),
        ("x" * 100, "x" * 59 + "…"),
    ],
)
def test_titles(question, title):
    assert title_from(question) == title


@given(st.text())
def test_a_title_is_short_and_on_one_line(question):
    title = title_from(question)
    assert len(title) <= MAX_TITLE
    assert "\n" not in title


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("", 0, 0),
        ("Hello world", 2, 4),
        ("The quick brown fox jumps over the lazy dog.", 9, 14),
        ("你好世界", 4, 4),
        ("1234567", 3, 4),
        ("<|endoftext|>", 3, 8),
    ],
)
def test_token_estimates_are_near(text, low, high):
    assert low <= estimate_tokens(text) <= high


@pytest.mark.parametrize("part", ["Hello, world. ", "你好，世界。", "`", "12345 "])
def test_a_very_long_text_is_counted_by_samples(part):
    text = part * 300_000
    whole = estimate_tokens(part * 1_000) * 300
    assert estimate_tokens(text) == pytest.approx(whole, rel=0.02)


@given(st.text())
def test_any_text_can_be_counted(text):
    assert 0 <= estimate_tokens(text) <= len(text)


@pytest.mark.parametrize(
    "text", ["Some words of prose. ", "好久不见。", "x1, ", "a sentence, 然后一句。 "]
)
def test_long_texts_are_counted_by_samples(text):
    whole, count = text * 60_000, 60_000 * estimate_tokens(text)
    assert estimate_tokens(whole) == pytest.approx(count, rel=0.02)
    half = len(whole) // 2
    mixed = whole[:half] + "字" * half
    assert estimate_tokens(mixed) == pytest.approx(count / 2 + half, rel=0.08)


def test_halves_of_a_character_are_joined():
    joiner = SurrogateJoiner()
    assert joiner.feed("a\ud83d") == "a"
    assert joiner.feed("\ude00b") == "😀b"
    assert joiner.feed("\ud83d") == ""
    assert joiner.flush() == "\ufffd"
    assert joiner.flush() == ""
    assert joiner.feed("") == ""
    assert join_surrogates("\ude00x") == "\ufffdx"


@given(st.text(alphabet="a😀\u2028é"), st.data())
def test_any_split_of_utf16_gives_the_same_text(text, data):
    units = text.encode("utf-16-le")
    halves = [
        units[i : i + 2].decode("utf-16-le", "surrogatepass") for i in range(0, len(units), 2)
    ]
    joiner = SurrogateJoiner()
    pieces = []
    while halves:
        take = data.draw(st.integers(1, len(halves)))
        pieces.append(joiner.feed("".join(halves[:take])))
        del halves[:take]
    assert "".join(pieces) + joiner.flush() == text
