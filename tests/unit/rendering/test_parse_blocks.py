"""Blocks of whole texts."""

import pytest

from desktop_assistant.rendering.blocks import (
    Align,
    Cell,
    CodeBlock,
    Footnotes,
    Heading,
    ListBlock,
    ListItem,
    MathBlock,
    Paragraph,
    Quote,
    Rule,
    Span,
    Style,
    Table,
)
from desktop_assistant.rendering.grammar import DEEPEST
from desktop_assistant.rendering.parse import parse


def item(text, *more, checked=None):
    return ListItem((Paragraph(text), *more), checked)


@pytest.mark.parametrize("text", ["", "\n", "  \n\t\n", "\r\n\r"])
def test_no_text_is_no_blocks(text):
    assert parse(text) == ()


def test_headings_rules_and_paragraphs():
    assert parse("# One\n\n###### Six ##\nText\non\n\n***\nTwo\n---\n#\n") == (
        Heading(1, "One"),
        Heading(6, "Six"),
        Paragraph("Text on"),
        Rule(),
        Heading(2, "Two"),
        Heading(1, ""),
    )


def test_every_kind_of_line_break_is_one():
    assert parse("a\r\rb\r\nc\n\nd") == (Paragraph("a"), Paragraph("b c"), Paragraph("d"))


def test_a_hard_break_is_a_line_break():
    assert parse("a  \nb\\\nc\nd") == (Paragraph("a\nb\nc d"),)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("```Python title=x\na\n  b\n```", CodeBlock("a\n  b", "python")),
        ("```\na\n\n\n```\n", CodeBlock("a\n\n")),
        ("```\n```", CodeBlock("")),
        ("```", CodeBlock("", closed=False)),
        ("```\n", CodeBlock("", closed=False)),
        ("```py\nx", CodeBlock("x", "py", closed=False)),
        ("```py\nx\n", CodeBlock("x", "py", closed=False)),
        ("~~~~ a`b\n~~~\n~~~~~  \n", CodeBlock("~~~", "a`b")),
        ("```\n~~~\n````\t\n", CodeBlock("~~~")),
        ("```\n    ```\n``` x\n```", CodeBlock("    ```\n``` x")),
        ("  ```\n   a\n b\n\tc\n```", CodeBlock(" a\nb\n  c")),
        ("``` c&#43;\\+\n```", CodeBlock("", "c++")),
        ("    a\n\n      b\n", CodeBlock("a\n\n  b")),
        ("\ta\tb\n", CodeBlock("a\tb")),
        ("```\na\x00b\u2028c\n```", CodeBlock("a\x00b\u2028c")),
    ],
)
def test_code(text, expected):
    assert parse(text) == (expected,)


def test_a_run_of_backticks_with_an_info_that_holds_backticks_is_no_fence():
    (block,) = parse("``` a`b\ntext")
    assert isinstance(block, Paragraph)


def test_code_in_containers_tells_whether_it_is_closed():
    closed, cut_off, unclosed = parse("> ```a\n> x\n> ```\n\n> ```b\n> x\n\n- ```c\n  x")
    assert closed.blocks == (CodeBlock("x", "a", closed=True),)
    assert cut_off.blocks == (CodeBlock("x", "b", closed=False),)
    assert unclosed.items[0].blocks == (CodeBlock("x", "c", closed=False),)


def test_a_fence_marker_that_is_too_short_or_indented_closes_nothing():
    (quote,) = parse("> ````\n> ```\n>     ````\n")
    assert quote.blocks == (CodeBlock("```\n    ````", closed=False),)


def test_lists_nest_and_are_tight_or_loose():
    assert parse("- a\n  - b\n- c\n") == (
        ListBlock((item("a", ListBlock((item("b"),))), item("c"))),
    )
    assert parse("7. a\n\n8. b\n") == (ListBlock((item("a"), item("b")), 7, tight=False),)
    assert parse("0) a\n") == (ListBlock((item("a"),), 0),)
    assert parse("1. a\n") == (ListBlock((item("a"),), 1),)
    assert parse("-\n") == (ListBlock((ListItem(()),)),)
    assert parse("- ```\n  x\n  ```\n") == (ListBlock((ListItem((CodeBlock("x"),)),)),)


def test_tasks():
    text = "- [ ] open\n- [x] done\n- [X]\tdone\n- [x]no\n- [ ]\n- text [x] no\n- # [x] no\n"
    assert parse(text)[0].items == (
        item("open", checked=False),
        item("done", checked=True),
        item("done", checked=True),
        item("[x]no"),
        item("", checked=False),
        item("text [x] no"),
        ListItem((Heading(1, "[x] no"),)),
    )


def test_only_an_item_starts_with_a_task():
    assert parse("[x] no") == (Paragraph("[x] no"),)
    (block,) = parse("- a\n\n  [x] no\n")
    assert block.items[0] == ListItem((Paragraph("a"), Paragraph("[x] no")))


def test_quotes_hold_blocks():
    assert parse("> # a\n> b\nlazy\n>> c") == (
        Quote((Heading(1, "a"), Paragraph("b lazy"), Quote((Paragraph("c"),)))),
    )


def test_a_table_has_equal_rows():
    assert parse("| a | *b* | c |\n|:--|:-:|--:|\n| 1 |\n| 1 | 2 | 3 | 4 |\n\nend") == (
        Table(
            (Align.START, Align.CENTRE, Align.END),
            (Cell("a"), Cell("b", (Span(0, 1, Style.EMPHASIS),)), Cell("c")),
            (
                (Cell("1"), Cell(""), Cell("")),
                (Cell("1"), Cell("2"), Cell("3")),
            ),
        ),
        Paragraph("end"),
    )


@pytest.mark.parametrize(
    "text",
    [
        "a | b\n-|-\n1 | 2",
        "|a|b|\n|-|-|\n|1|2|",
        "   | a | b |  \n\t|-|-|\n".replace("\t", "  ") + "| 1 | 2 |",
        "a | b\n:-|--:\n1 | 2 | 3".replace(":-", "-").replace("--:", "-"),
    ],
)
def test_ways_to_write_a_table(text):
    (table,) = parse(text)
    assert [cell.text for cell in table.header] == ["a", "b"]
    assert [[cell.text for cell in row] for row in table.rows] == [["1", "2"]]


def test_a_bar_in_a_cell_is_escaped():
    (table,) = parse("| a |\n|---|\n| `x\\|y` \\| z |")
    assert table.rows[0][0] == Cell("x|y | z", (Span(0, 3, Style.CODE),))


@pytest.mark.parametrize(
    "text",
    [
        "a | b",
        "a | b\n- | -",
        "a | b\n---",
        "a | b\n-|-|-",
        "a | b\n-|x",
        "a | b\n    -|-",
        "a\n-:",
        "a\n||",
        "> a | b\n-|-",
        "text\n    a | b",
        "|\n|-|",
    ],
)
def test_what_is_no_table(text):
    assert not any(isinstance(block, Table) for block in parse(text))


def test_other_blocks_end_a_table_and_take_its_place():
    heading, rest = parse("# a | b\n|-|-|")
    assert (heading, rest) == (Heading(1, "a | b"), Paragraph("|-|-|"))
    table, quote = parse("|a|\n|-|\n|1|\n> q\n")
    assert [row[0].text for row in table.rows] == ["1"]
    assert quote == Quote((Paragraph("q"),))
    table, code = parse("|a|\n|-|\n-1\n    code\n")
    assert [row[0].text for row in table.rows] == ["-1"]
    assert code == CodeBlock("code")
    (outer,) = parse("- |a|\n  |-|\n  |1|\n- |2|\n")
    assert len(outer.items) == 2
    (outer,) = parse("- |a|\n  |-|\n  |1|\n text\n")[:1]
    assert len(outer.items[0].blocks[0].rows) == 1


def test_a_table_may_follow_a_line_of_text():
    text, table = parse("Prices:\n| a |\n|---|\n| 1 |")
    assert text == Paragraph("Prices:")
    assert len(table.rows) == 1


def test_short_rows_cannot_blow_a_table_up():
    columns, rows = 500, 500
    text = "|a" * columns + "|\n" + "|-" * columns + "|\n" + "|x|\n" * rows
    table, *_ = parse(text)
    assert 100 < len(table.rows) < 140


def test_footnotes_come_last_with_all_their_blocks():
    text = (
        "A[^1] and B[^Long].\n\n"
        "[^1]: First *note*\n    goes on.\n\n    Second.\n[^long]: - x\n\nEnd"
    )
    assert parse(text) == (
        Paragraph(
            "A1 and BLong.", (Span(1, 2, Style.FOOTNOTE_REF), Span(8, 12, Style.FOOTNOTE_REF))
        ),
        Paragraph("End"),
        Footnotes(
            (
                (
                    "1",
                    (
                        Paragraph("First note goes on.", (Span(6, 10, Style.EMPHASIS),)),
                        Paragraph("Second."),
                    ),
                ),
                ("long", (ListBlock((item("x"),)),)),
            )
        ),
    )


def test_a_footnote_without_a_definition_is_text():
    assert parse("A[^1] and [^ 2].") == (Paragraph("A[^1] and [^ 2]."),)


def test_a_footnote_in_the_text_of_a_link():
    first, _ = parse("[a[^1]](http://x.org)\n\n[^1]: b")
    assert first.text == "a1"
    assert first.spans[-1] == Span(1, 2, Style.FOOTNOTE_REF, "http://x.org")


def test_a_footnote_is_defined_at_the_top_level_only():
    assert parse("> [^1]: word\n\n[^1]") == (
        Quote((Paragraph("[^1]: word"),)),
        Paragraph("[^1]"),
    )
    listed, notes = parse("- a\n[^1]: word\n")
    assert listed == ListBlock((item("a"),))
    assert notes == Footnotes((("1", (Paragraph("word"),)),))
    assert parse("    [^1]: code") == (CodeBlock("[^1]: code"),)


def test_an_unused_footnote_is_not_lost():
    assert parse("[^a]: x") == (Footnotes((("a", (Paragraph("x"),)),)),)


def test_link_definitions_may_stand_anywhere_and_the_first_counts():
    text = "[a] and [B]\n\n[a]: http://first.org\n[a]: http://second.org\n\n> [b]: http://b.org\n"
    first, quote = parse(text)
    assert [(span.start, span.link) for span in first.spans] == [
        (0, "http://first.org"),
        (6, "http://b.org"),
    ]
    assert quote == Quote(())


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("$$\nx = y\n$$", "x = y"),
        ("$$x = y$$", "x = y"),
        ("  \\[ x\n= y \\]  ", "x\n= y"),
        ("\\[\n\\frac{1}{2}\n\\]", "\\frac{1}{2}"),
        ("$$\n- a\n+ b\n$$", "- a\n+ b"),
    ],
)
def test_a_formula_by_itself_is_a_block(text, source):
    assert parse(text) == (MathBlock(source),)


def test_a_displayed_formula_interrupts_text():
    assert parse("So\n$$\nx\n$$\nwhere\n\\[y\\]\n- a\n") == (
        Paragraph("So"),
        MathBlock("x"),
        Paragraph("where"),
        MathBlock("y"),
        ListBlock((item("a"),)),
    )


@pytest.mark.parametrize(
    "text",
    [
        "$$",
        "$$\nx",
        "$$\nx\n\ny\n$$",
        "$$\n$$",
        "\\[ - \\]",
        "    $$x$$",
        "$$ x\n```\ny $$\n```",
        "\\[ x\n\\] y",
        "> $$ x\n\ny $$",
    ],
)
def test_what_is_no_displayed_formula(text):
    def kinds(blocks):
        for block in blocks:
            yield type(block)
            yield from kinds(getattr(block, "blocks", ()))

    assert MathBlock not in set(kinds(parse(text)))


def test_a_formula_in_a_list_ends_with_its_item():
    (block,) = parse("- $$ x\n  y $$\n- \\[ z\n")
    assert block.items[0].blocks == (MathBlock("x\ny"),)
    assert block.items[1].blocks == (Paragraph("[ z"),)
    listed, after = parse("- $$ x\n\n$$ y")
    assert listed.items[0].blocks == (Paragraph("$$ x"),)
    assert after == Paragraph("$$ y")
    (block,) = parse("- $$ x\n y $$")
    assert block.items[0].blocks == (Paragraph("x y", (Span(0, 3, Style.MATH),)),)


def depth(block):
    inner = getattr(block, "blocks", ())
    for entry in getattr(block, "items", ()):
        inner = inner + entry.blocks
    return 1 + max(map(depth, inner), default=0)


@pytest.mark.parametrize("mark", ["> ", ">", "- ", "1. ", "> - "])
def test_nesting_is_bounded_and_no_text_is_lost(mark):
    blocks = parse(mark * 200 + "end")
    assert max(map(depth, blocks)) <= DEEPEST + 1
    while not hasattr(blocks[0], "text"):
        blocks = blocks[0].blocks if hasattr(blocks[0], "blocks") else blocks[0].items[0].blocks
    assert blocks[0].text.endswith("end")
    assert len(blocks[0].text) > len(mark) * 100


def test_indented_lists_are_bounded_too():
    text = "".join(" " * (2 * level) + "- x\n" for level in range(100))
    (block,) = parse(text)
    assert depth(block) <= DEEPEST + 1
