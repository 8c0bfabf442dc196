"""Where a text is cut: between lines and rows, rather between blocks, and nothing is lost."""

import pytest

from desktop_assistant.rendering.parse import parse
from desktop_assistant.ui.paper.parts import Question
from desktop_assistant.ui.paper.text import PaperText
from desktop_assistant.ui.transcript.blocks.box import Setting
from desktop_assistant.ui.transcript.blocks.code_box import CodeBox
from desktop_assistant.ui.transcript.blocks.table_box import TableBox
from desktop_assistant.ui.transcript.content import plain_blocks

WIDTH, PAGE = 600.0, 900.0
CODE = "```py\n" + "x = 1  # one\n" * 300 + "```\n"
ROW = "| row | " + "cell " * 40 + "|\n"
TABLE = "| a | b |\n|---|---|\n" + ROW
TEXT = "\n\n".join("Lorem ipsum dolor sit amet, consectetur. " * 12 for _ in range(20))


@pytest.fixture
def laid_out(look):
    def laid_out(markdown, width=WIDTH):
        setting = Setting(look, fold=False, on_paper=True)
        text = PaperText([parse(markdown)], setting, width)
        for _ in text.steps():
            pass
        return text

    return laid_out


def cuts(text, page=PAGE):
    """Every cut of a text that has whole pages for itself."""
    found = [0.0]
    while found[-1] < text.height:
        end = text.cut(found[-1], page, page)
        assert end > found[-1], "a whole page takes something"
        assert end - found[-1] <= page + 0.001, "a page takes no more than a page"
        found.append(end)
    return found[1:-1]


def rows_cut(document, at):
    """Lines and rows that a cut would part."""
    top, bottom = document.row_at(at)
    return top + 0.1 < at < bottom - 0.1


@pytest.mark.parametrize("page", [170.0, 333.3, 500.0, 777.7])
@pytest.mark.parametrize(
    "markdown",
    [
        TEXT,
        CODE,
        TABLE + ROW * 30,
        "> " + TEXT.replace("\n", "\n> "),
        "- " + TEXT.replace("\n", "\n  "),
    ],
    ids=["text", "code", "table", "quote", "list"],
)
def test_no_line_is_cut(laid_out, markdown, page):
    text = laid_out(markdown)
    found = cuts(text, page)
    assert found
    assert not [at for at in found if rows_cut(text._document, at)]


def test_a_heading_stays_with_its_text(laid_out):
    text = laid_out("Before.\n\n# One\n\n## Two\n\n" + "Words. " * 400)
    document = text._document
    first = document.top_of(1)
    for room in range(int(first) + 1, int(document.top_of(3)) + 20):
        at = text.cut(0, room, PAGE)
        assert at <= first or at > document.top_of(3)


def test_a_heading_first_on_a_page_is_not_sent_on_for_ever(laid_out):
    text = laid_out("# One\n\n" + "Words. " * 4_000)
    assert text.cut(0, 40, PAGE) == 0.0
    assert text.cut(0, PAGE, PAGE) > 40


def test_a_small_table_or_code_goes_to_the_next_page_whole(laid_out):
    for block in (TABLE, "```py\n" + "x = 1\n" * 6 + "```\n"):
        text = laid_out("Words.\n\n" + block)
        start, end = text._document.top_of(1), text._document.bottom_of(1)
        assert end - start < PAGE / 4
        for room in range(int(start) + 1, int(end)):
            assert text.cut(0, room, PAGE) == start


def test_a_paragraph_leaves_no_line_alone(laid_out):
    text = laid_out("Words and words. " * 100)
    line = 24.0
    lines = round(text.height / line)
    assert lines > 8
    almost = text.cut(0, text.height - 1, 10_000)
    assert almost == pytest.approx((lines - 2) * line)


def test_code_is_whole_and_in_colour(laid_out):
    text = laid_out("- item\n\n  ```py\n  " + "x" * 3_000 + " = 1\n  ```\n")
    box = next(text._document.frames_in(0, text.height)).box
    assert isinstance(box, CodeBox)
    assert not box.is_folded
    assert box.is_highlighted
    assert "…" not in box.leaf._layout(0)[0].text()
    assert box.leaf.width <= WIDTH
    assert box.scroll.most == 0


def test_the_bar_stays_with_the_first_lines_of_code(laid_out):
    box = next(laid_out(CODE)._document.frames_in(0, 10)).box
    line, above = 20.0, box.bar + 2
    assert box.row_at(5) == (0.0, above + 2 * line)
    assert box.row_at(above + 10.5 * line) == (above + 10 * line, above + 11 * line)
    assert box.row_at(box.height - 1) == (above + 298 * line, box.height)


@pytest.mark.parametrize("columns", [2, 8, 18, 60])
def test_no_table_is_wider_than_the_page(laid_out, columns):
    row = "| " + " | ".join(f"column {n} with words" for n in range(columns)) + " |\n"
    text = laid_out(row + "|---" * columns + "|\n" + row)
    place = next(text._document.frames_in(0, text.height))
    assert isinstance(place.box, TableBox)
    rightmost = max(leaf.x + leaf.leaf.width for leaf in place.box.leaves)
    assert rightmost * place.box._zoom <= WIDTH
    assert (place.box._zoom < 1) == (columns > 7)
    assert place.box.scroll.most == 0


def test_a_row_taller_than_a_page_is_cut_between_its_lines(laid_out):
    text = laid_out("| a | b |\n|---|---|\n| " + "words " * 6_000 + "| " + "more " * 5_000 + "|\n")
    assert text.height > 3 * PAGE
    found = cuts(text)
    assert len(found) >= 3
    leaves = [p for p in next(text._document.frames_in(0, 1)).box.leaves if p.leaf.height > PAGE]
    assert leaves
    for at in found:
        for placed in leaves:
            top, bottom = placed.leaf.row_at(at - placed.y)
            assert at - placed.y > placed.leaf.height or (
                min(at - placed.y - top, bottom - at + placed.y) < 0.1
            )


def test_a_question_keeps_its_lower_edge_with_its_last_line(look):
    for lines in range(30, 40):
        blocks = plain_blocks("\n".join(f"Line {n}" for n in range(lines)))
        text = PaperText([blocks], Setting(look, is_plain=True, on_paper=True), WIDTH)
        question = Question(text, look, WIDTH, right_to_left=False)
        for _ in question.steps():
            pass
        top = 0.0
        while top < question.height:
            end = question.cut(top, 300, 300)
            assert end > top
            assert end - top <= 300
            last_piece = question.height - top
            top = end
        assert last_piece >= 24 + 11
