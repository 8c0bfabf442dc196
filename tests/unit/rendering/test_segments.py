"""Cutting a text: cuts change nothing, and depend on nothing but the text."""

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from desktop_assistant.rendering import segments as segments_module
from desktop_assistant.rendering.assembly import Assembly
from desktop_assistant.rendering.blocks import CodeBlock, ListBlock, Paragraph, Table
from desktop_assistant.rendering.parse import parse
from desktop_assistant.rendering.segments import (
    LONG_LIST,
    LONGEST_SEGMENT,
    MOST_LINES,
    Kind,
    Segmenter,
)

RELAXED = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]


def cut(*portions):
    assembly = Assembly()
    segmenter = Segmenter(assembly.open_fence, assembly.open_table)
    found = []
    for portion in portions:
        found += segmenter.feed(portion)
    return found + segmenter.finish()


def texts_of(*portions):
    return [segment.text for segment in cut(*portions)]


@given(data=st.data())
@settings(max_examples=400, deadline=None, suppress_health_check=RELAXED)
def test_cuts_do_not_change_what_a_text_means(data, markdown_texts, parse_uncut):
    text = data.draw(markdown_texts)
    assert parse(text) == parse_uncut(text)


@pytest.mark.parametrize(
    "text",
    [
        "- a\n\n  ```\n  x\n\ny\n```\nz",
        "- a\n\n ```\n x\n\ny\n\nz\n ```\nend\n\n- b",
        "- a\n ```\n\n```\n\ntext\n\n```\n",
        "[^1]: a\n\n  ```\n\nb\n\n```\n",
        "1. a\n\n   b\n\n**c**\n\n- d\n\n+ e\n\n---\n\n2024 f",
        "> - a\n\n- b\n\n> c\n\nd",
        "a\n```\nb\n\n```\nc\n~~~\n\nd",
    ],
)
def test_fences_and_lists_that_are_hard_to_tell_apart(text, parse_uncut):
    assert parse(text) == parse_uncut(text)


@given(data=st.data())
@settings(max_examples=200, deadline=None, suppress_health_check=RELAXED)
def test_cuts_depend_on_the_text_alone(data, markdown_texts, monkeypatch):
    # Small limits, so that random texts meet them.
    monkeypatch.setattr(segments_module, "LONG_LIST", 60)
    monkeypatch.setattr(segments_module, "LONG_NOTES", 60)
    monkeypatch.setattr(segments_module, "LONGEST_SEGMENT", 120)
    monkeypatch.setattr(segments_module, "LONGEST_LINE", 90)
    monkeypatch.setattr(segments_module, "MOST_LINES", 6)
    text = data.draw(markdown_texts).replace("\r", "\n")
    portions = []
    rest = text
    while rest:
        size = data.draw(st.integers(1, 30))
        portions.append(rest[:size])
        rest = rest[size:]
    assert cut(*portions) == cut(text)
    joined = "".join(texts_of(text))
    assert joined.removesuffix("\n") == text.removesuffix("\n")


def test_paragraphs_and_fences_stand_alone():
    assert texts_of("a\n\nb\n```\nc\n\nd\n```\ne\n") == [
        "a\n\n",
        "b\n",
        "```\nc\n\nd\n```\n",
        "e\n",
    ]


def test_a_cut_comes_as_soon_as_it_is_sure():
    assembly = Assembly()
    segmenter = Segmenter(assembly.open_fence, assembly.open_table)
    assert segmenter.feed("a\n\n") == []
    assert [segment.text for segment in segmenter.feed("b")] == ["a\n\n"]
    # After a list, a dash may be its next item or not.
    assert [segment.text for segment in segmenter.feed("\n\n- c\n\n")] == ["b\n\n"]
    assert segmenter.feed("-") == []
    assert [segment.text for segment in segmenter.feed("d\n")] == ["- c\n\n"]
    assert (segmenter.lines, segmenter.partial) == (["-d\n"], "")


def test_a_long_list_goes_on_as_a_second_one():
    text = "".join(f"{number}. item {number}\n" for number in range(1, 401))
    lists = parse(text)
    assert len(lists) > 1
    assert all(isinstance(block, ListBlock) for block in lists)
    assert [block.start for block in lists[1:]] == [
        1 + sum(len(block.items) for block in lists[:place]) for place in range(1, len(lists))
    ]
    assert sum(len(block.items) for block in lists) == 400
    assert all(len(segment.text) < LONG_LIST for segment in cut(text))


def test_many_footnotes_are_cut_at_one_of_them():
    note = "[^{0}]: note {0}\n\n    goes on\nlazily\n"
    text = "".join(note.format(number) for number in range(300))
    texts = texts_of(text)
    assert len(texts) > 5
    assert all(part.startswith("[^") for part in texts)
    assert "".join(texts) == text


def test_a_long_list_is_not_cut_inside_of_code():
    item = "1. step\n\n   ```\n   code\n   ```\n\n"
    lists = parse(item * 200)
    assert len(lists) > 1
    assert all(entry.blocks[1] == CodeBlock("code") for block in lists for entry in block.items)
    # Here the fence belongs to the top level, and what looks like items is code.
    code = parse("- a\n ```\n" + "- b\n" * 500)[1]
    assert code.code == "\n".join(["- b"] * 500)


def test_an_overlong_line_is_cut_at_a_space_or_just_there():
    words = parse("word " * 40_000)
    assert [type(block) for block in words] == [Paragraph] * 13
    assert " ".join(block.text for block in words) == ("word " * 40_000).strip()
    assert [len(block.text) for block in parse("x" * 40_000)] == [16_384, 16_384, 7_232]


def test_an_overlong_line_of_code_is_not_cut():
    assert parse("```\n" + "x" * 150_000) == (CodeBlock("x" * 150_000, closed=False),)


def test_a_long_table_goes_on_under_its_header():
    text = "| a | b |\n|---|--:|\n" + "".join(f"| {row} | `x` |\n" for row in range(2_500))
    tables = parse(text + "\nend")
    assert tables[-1] == Paragraph("end")
    tables = tables[:-1]
    assert len(tables) > 2
    assert len({(table.header, table.aligns) for table in tables}) == 1
    rows = [row[0].text for table in tables for row in table.rows]
    assert rows == [str(row) for row in range(2_500)]


def test_a_table_that_ends_where_the_text_is_cut_does_not_come_twice():
    head = "| a |\n|---|\n"
    row = f"| {'x' * 100} |\n"
    count = 0
    while len(cut(head + row * count)) < 2:
        count += 1
    fitting = head + row * (count - 1)
    first, heading = parse(fitting + "# h\n")
    assert (len(first.rows), heading.text) == (count - 1, "h")
    # A text without a table has none to carry on.
    filler = f"{'y' * 80}\n"
    assert not any(isinstance(block, Table) for block in parse(filler * 2_000))
    blocks = parse("> q\n" * 2_000)
    assert {type(block).__name__ for block in blocks} == {"Quote"}


def test_a_list_item_without_end_is_cut_too():
    text = "- a\n" + "  ```\n  code\n  ```\n" * 3_000
    found = cut(text)
    assert len(found) > 1
    assert max(len(segment.text) for segment in found) <= LONGEST_SEGMENT


def test_blank_lines_without_end_are_cut_too():
    found = cut("a\n" + "\n" * 200_000 + "b")
    assert len(found) > 2
    assert parse("a\n" + "\n" * 200_000 + "b") == (Paragraph("a"), Paragraph("b"))


def test_text_beyond_the_limit_is_plain():
    text = "**a**\n\n" * MOST_LINES + "**b**\n*c*\n\n \n\n```py\nx\n```\n"
    blocks = parse(text)
    assert len(blocks) == MOST_LINES + 2
    assert blocks[0].text == "a"
    assert blocks[-2:] == (Paragraph("**b**\n*c*"), CodeBlock("x", "py"))
    kinds = [segment.kind for segment in cut(text)]
    assert (kinds[0], kinds[-2], kinds[-1]) == (Kind.TEXT, Kind.PLAIN, Kind.CODE)


def test_lines_that_open_many_lists_count_for_many():
    text = ("- " * 10 + "x\n\n") * 4_000
    assert cut(text)[-1].kind is Kind.PLAIN


@example("1. x\n\n2. y\n\n3")
@given(st.text(alphabet="ab1.-* \n`|", max_size=60))
@settings(max_examples=200, deadline=None, suppress_health_check=RELAXED)
def test_small_alphabets_agree_too(parse_uncut, text):
    assert parse(text) == parse_uncut(text)
