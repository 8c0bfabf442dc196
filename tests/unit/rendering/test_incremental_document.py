"""A text that streams in: always consistent, cheap, and in the end as if parsed whole."""

import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_assistant.rendering import segments as segments_module
from desktop_assistant.rendering import tail as tail_module
from desktop_assistant.rendering.blocks import (
    BlockChange,
    CodeBlock,
    Footnotes,
    Heading,
    ListBlock,
    Paragraph,
    Quote,
    Table,
)
from desktop_assistant.rendering.export.blocks import write_blocks
from desktop_assistant.rendering.incremental import IncrementalDocument
from desktop_assistant.rendering.parse import parse
from desktop_assistant.rendering.plain import plain_text

RELAXED = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]


class View:
    """Follows a document by its changes alone, as the window does."""

    def __init__(self):
        self.document = IncrementalDocument()
        self.blocks = []

    def feed(self, delta):
        return self.apply(self.document.feed(delta))

    def finish(self):
        return self.apply(self.document.finish())

    def apply(self, change):
        assert 0 <= change.keep <= len(self.blocks)
        self.blocks[change.keep :] = change.blocks
        assert tuple(self.blocks) == self.document.blocks
        return change


def fed(text, size):
    view = View()
    for start in range(0, len(text), size):
        view.feed(text[start : start + size])
    return view


def portions_of(text, data):
    while text:
        size = data.draw(st.integers(1, 12))
        yield text[:size]
        text = text[size:]


@given(data=st.data())
@settings(max_examples=300, deadline=None, suppress_health_check=RELAXED)
def test_any_text_in_any_portions_ends_as_the_whole(data, markdown_texts):
    text = data.draw(markdown_texts)
    view = View()
    for portion in portions_of(text, data):
        if data.draw(st.booleans()):
            view.feed(portion)
        else:
            view.document.read(portion)
    view.finish()
    assert view.document.blocks == parse(text)
    assert view.document.text == text


@given(data=st.data())
@settings(max_examples=150, deadline=None, suppress_health_check=RELAXED)
def test_large_texts_take_other_ways_to_the_same_end(data, markdown_texts, monkeypatch):
    monkeypatch.setattr(segments_module, "LONG_LIST", 200)
    monkeypatch.setattr(segments_module, "LONGEST_SEGMENT", 400)
    monkeypatch.setattr(segments_module, "LONGEST_LINE", 300)
    monkeypatch.setattr(segments_module, "MOST_LINES", 12)
    monkeypatch.setattr(tail_module, "LARGE", 60)
    monkeypatch.setattr(tail_module, "LARGE_LINE", 40)
    text = data.draw(markdown_texts) + data.draw(markdown_texts)
    view = View()
    for portion in portions_of(text, data):
        if data.draw(st.booleans()):
            view.feed(portion)
        else:
            view.document.read(portion)
    view.finish()
    assert view.document.blocks == parse(text)


def test_what_is_read_in_portions_is_shown_at_once_and_parsed_once():
    view = View()
    view.feed("one\n\n")
    parsed = view.document.characters_parsed
    for portion in ("two ", "**three**", " four\n\nfi", "ve"):
        view.document.read(portion)
    assert view.document.blocks == (Paragraph("one"),)
    change = view.apply(view.document.show())
    assert (change.keep, len(view.blocks)) == (1, 3)
    # Parsed are blocks and then what stands in them: each character twice.
    assert view.document.characters_parsed - parsed <= 2 * len("two **three** four\n\nfive\n\n")
    view.finish()
    assert view.document.show() == BlockChange(3, ())


def test_nothing_fed_is_nothing_shown():
    view = View()
    assert view.feed("") == BlockChange(0, ())
    assert view.finish() == BlockChange(0, ())
    assert view.document.text == ""


def test_settled_blocks_do_not_change_while_the_text_streams(markdown_answer):
    view = View()
    settled = []
    for start in range(0, len(markdown_answer), 7):
        change = view.feed(markdown_answer[start : start + 7])
        # A cut settles a block for good: from then on every change starts after it.
        assert view.blocks[: len(settled)] == settled
        assert change.keep >= len(settled)
        settled = list(view.document._settled)
    before = tuple(view.blocks)
    # Nothing is defined late here, so the end changes nothing either.
    assert view.finish() == BlockChange(len(before), ())


@pytest.fixture
def markdown_answer():
    return (
        "# Title\n\nText with **strong** words.\n\n- one\n- two\n  - three\n\n"
        "1. first\n\n2. second\n\n```py\nx = 1\n\ny = 2\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n"
        "> quote\n> more\n\n$$\nx^2\n$$\n\nlast line"
    )


def test_a_late_definition_is_applied_at_the_end():
    view = fed("See [a] and x[^1].\n\nMore.\n\n[a]: http://a.org\n\n[^1]: Note\n", 5)
    assert view.blocks[0] == Paragraph("See [a] and x[^1].")
    change = view.finish()
    assert change.keep == 0
    assert view.blocks[0].spans[0].link == "http://a.org"
    assert view.document.blocks == parse(view.document.text)


def test_a_definition_that_only_streams_in_is_not_kept():
    view = View()
    view.feed("[a]\n\n[a]: http://x.or")
    view.feed("g\n\n[a]\n")
    view.finish()
    assert [block.spans[0].link for block in view.blocks] == ["http://x.org"] * 2


def test_footnotes_are_shown_at_the_end_all_the_time():
    view = View()
    view.feed("[^1]: Note\n\nText[^1]\n\n")
    assert isinstance(view.blocks[-1], Footnotes)
    change = view.feed("More\n\n```\ncode")
    assert isinstance(change.blocks[-1], Footnotes)
    assert view.blocks[-2] == CodeBlock("code", closed=False)


def test_a_change_after_the_end_is_refused():
    view = View()
    view.feed("a")
    view.finish()
    with pytest.raises(ValueError, match="no more text"):
        view.feed("b")
    assert view.finish() == BlockChange(1, ())


@pytest.mark.parametrize("size", [1, 2, 3])
def test_line_breaks_may_be_torn_apart(size):
    text = "a\r\n\r\nb\rc\r\r\nd\r"
    view = fed(text, size)
    view.finish()
    assert view.document.blocks == (Paragraph("a"), Paragraph("b c"), Paragraph("d"))
    assert view.document.text == text


def test_an_open_fence_grows_by_appending():
    view = View()
    view.feed("Look:\n\n```py\na = 1\n")
    parsed = view.document.characters_parsed
    changes = [view.feed(delta) for delta in ("b =", " 2\n", "\n", "c")]
    assert [change.keep for change in changes] == [1, 1, 1, 1]
    assert view.blocks[1] == CodeBlock("a = 1\nb = 2\n\nc", "py", closed=False)
    assert view.document.characters_parsed == parsed


def test_the_start_of_a_closer_is_not_shown_as_code():
    view = View()
    view.feed("````\na\n")
    for delta in ("`", "`", "`"):
        assert view.feed(delta) == BlockChange(1, ())
    assert view.blocks == [CodeBlock("a", closed=False)]
    view.feed("x\n   ")
    assert view.blocks == [CodeBlock("a\n```x", closed=False)]
    view.feed("````\nend")
    assert view.blocks == [CodeBlock("a\n```x"), Paragraph("end")]


def test_a_second_fence_does_not_continue_the_first():
    view = View()
    view.feed("```\na\n")
    view.feed("```\n~~~ b\nc\n")
    assert view.blocks == [CodeBlock("a"), CodeBlock("c", "b", closed=False)]


@pytest.mark.parametrize("mark", ["-", "--", "=", "`", "``", "~~", "1", "1.", "#", "$", "$$", "+ "])
def test_a_line_that_has_only_begun_with_marks_waits(mark):
    view = View()
    view.feed("Here are some:\n")
    assert view.feed(mark) == BlockChange(1, ())
    view.feed("x")
    view.finish()
    assert view.document.blocks == parse(view.document.text)


def test_a_dash_after_text_never_shows_as_a_heading():
    view = View()
    for char in "Here:\n- a\n- b\n":
        view.feed(char)
        assert not any(isinstance(block, Heading) for block in view.blocks)
    assert isinstance(view.blocks[1], ListBlock)


def prose(rng, size):
    text = ""
    while len(text) < size:
        words = ["".join(rng.choices("abcdefgh", k=rng.randint(2, 9))) for _ in range(60)]
        words[7] = f"**{words[7]}**"
        text += " ".join(words) + ".\n\n"
    return text


def table(rng, size):
    rows = (f"| {rng.random()} | `{rng.random()}` |\n" for _ in range(size // 46))
    return "| a | b |\n|---|---|\n" + "".join(rows)


def bullets(rng, size):
    return "".join(f"- item {rng.random()} with *words*\n" for _ in range(size // 45))


def code(rng, size):
    return "```\n" + "".join(f"x = {rng.random()}\n" for _ in range(size // 24))


def one_paragraph(rng, size):
    return prose(rng, size).replace("\n\n", " ")


def steps(rng, size):
    return "".join(
        f"{number}. Step {rng.random()}\n\n   ```\n   run {rng.random()}\n   ```\n\n"
        for number in range(size // 70)
    )


@pytest.mark.parametrize(
    ("make", "most"),
    # Characters parsed for each character fed; the tail is parsed at each of the feeds of 80.
    [(prose, 10), (code, 0), (table, 60), (bullets, 120), (one_paragraph, 60), (steps, 100)],
)
def test_the_work_is_in_proportion_to_the_text(make, most):
    def work(size):
        text = make(random.Random(7), size)
        document = IncrementalDocument()
        for start in range(0, len(text), 80):
            document.feed(text[start : start + 80])
        return document.characters_parsed / len(text)

    small, large = work(20_000), work(60_000)
    assert large <= most
    # A quadratic way would cost four times as much for each character.
    assert large <= 1.5 * small


def test_a_large_table_grows_by_its_rows():
    text = table(random.Random(1), 30_000)
    view = fed(text, 40)
    (shown,) = view.blocks
    assert isinstance(shown, Table)
    assert len(shown.rows) == len(text.splitlines()) - 2
    view.feed("| last |")
    assert view.blocks[0].rows[-1][0].text == "last"
    view.feed("\n> quote\n")
    assert len(view.blocks) == 2
    view.finish()
    assert view.document.blocks == parse(view.document.text)


def test_a_large_table_is_read_up_to_its_last_whole_row():
    view = fed(table(random.Random(1), 30_000), 37)
    assert all(len(row) == 2 and row[1].text for block in view.blocks for row in block.rows[:-1])


def test_a_block_that_ends_a_large_table_is_shown_after_it():
    view = View()
    view.feed(table(random.Random(1), 17_500))
    rows = len(view.blocks[0].rows)
    view.feed("> quote\n")
    assert len(view.blocks[0].rows) == rows
    assert view.blocks[1] == Quote((Paragraph("quote"),))


def test_what_follows_a_large_table_is_no_row():
    text = table(random.Random(1), 17_500)
    view = fed(text, 50)
    view.feed("\n\n  not a row yet")
    assert view.blocks[-1] == Paragraph("not a row yet")
    assert isinstance(view.blocks[0], Table)


def test_a_large_paragraph_grows_by_its_words():
    text = " ".join(f"word{number}" for number in range(1_600))
    view = View()
    for start in range(0, len(text), 33):
        view.feed(text[start : start + 33])
        # Also where what was parsed ends within a word.
        assert view.blocks == [Paragraph(text[: start + 33].rstrip())]


def test_lines_of_a_large_paragraph_are_joined_by_spaces():
    text = "\n".join(f"line {number}" for number in range(600))
    view = fed(text, 33)
    assert view.blocks == [Paragraph(text.replace("\n", " "))]


def test_news_of_another_large_text_is_a_paragraph_for_the_time_being():
    text = "".join(f"> line {number}\n>\n" for number in range(300))
    view = View()
    view.feed(text)
    view.feed("> news **bold**\n")
    assert view.blocks[-1] == Paragraph("> news **bold**")
    view.feed("\nend\n")
    assert view.blocks[-1] == Paragraph("end")
    assert view.blocks[0].blocks[-1].text == "news bold"


def test_news_of_a_large_text_without_blocks():
    view = View()
    view.feed("[a]: /u\n" * 400)
    assert view.blocks == []
    view.feed("x")
    assert view.blocks == [Paragraph("x")]


def test_many_footnotes_are_several_blocks_that_follow_each_other():
    text = "".join(f"a[^{n}] " for n in range(120)) + "\n\n"
    text += "".join(f"[^{n}]: note {n}\n" for n in range(120))
    blocks = parse(text)
    notes = [block for block in blocks if isinstance(block, Footnotes)]
    assert [label for block in notes for label, _ in block.notes] == [str(n) for n in range(120)]
    assert [block.goes_on for block in notes] == [False, True, True]
    document = IncrementalDocument()
    for start in range(0, len(text), 7):
        document.feed(text[start : start + 7])
    document.finish()
    assert document.blocks == blocks


def test_late_definitions_are_applied_a_segment_a_step():
    text = "".join(f"word[^{n}]\n\n" for n in range(9)) + "".join(f"[^{n}]: x\n" for n in range(9))
    document = IncrementalDocument()
    document.feed(text)
    shown = document.blocks
    steps = 0
    while document.prepare_finish():
        steps += 1
        assert document.blocks == shown
    assert steps == 1 + 9
    with pytest.raises(ValueError, match="no more"):
        document.read("more")
    document.finish()
    assert document.blocks == parse(text)


def test_many_footnotes_read_and_are_written_as_one_list():
    blocks = parse("".join(f"[^{n}]: note {n}\n" for n in range(60)))
    assert plain_text(blocks) == "\n".join(f"[{n}] note {n}" for n in range(60))
    page = "".join(write_blocks(blocks))
    assert page.count('<section class="notes">') == page.count('<section class="notes more">') == 1


def test_what_is_open_is_unread_but_code_is_read_at_once():
    document = IncrementalDocument()
    assert document.unread_load == 0
    document.feed("some words that go on")
    assert document.unread_load == len("some words that go on")
    document.feed("\n\n```\n" + "code\n" * 100)
    assert document.unread_load == 0
    document.feed("```\n| a |\n|--|\n")
    assert document.unread_load > len("| a |\n|--|\n")
