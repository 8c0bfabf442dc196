"""Blocks laid out: heights, positions, what is kept when a text grows."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from desktop_assistant.rendering.blocks import BlockChange, CodeBlock, Paragraph, Span, Style
from desktop_assistant.rendering.parse import parse
from desktop_assistant.rendering.readable import spelled_out
from desktop_assistant.ui.transcript.blocks.box import Setting
from desktop_assistant.ui.transcript.blocks.code_box import CodeBox
from desktop_assistant.ui.transcript.blocks.code_leaf import CodeLeaf
from desktop_assistant.ui.transcript.blocks.line_runs import line_runs
from desktop_assistant.ui.transcript.blocks.math_box import FormulaLeaf
from desktop_assistant.ui.transcript.blocks.simple_boxes import TextBox, cuts
from desktop_assistant.ui.transcript.caret import caret_rect
from desktop_assistant.ui.transcript.document import Document
from desktop_assistant.ui.transcript.look import Look
from desktop_assistant.ui.transcript.spots import END, START, Spot


@pytest.fixture
def look(theme):
    return Look(theme, 1.0, wrap_code=False)


@pytest.fixture
def document(look):
    def document(text, width=600.0, **setting):
        made = Document(Setting(look, **setting), width)
        made.set_blocks(parse(text))
        return made

    return document


def paint(document):
    """Paints all of a document; returns whether anything was drawn."""
    image = QImage(700, 2_000, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)
    blank = image.copy()
    with QPainter(image) as painter:
        document.paint(painter, QRectF(0, 0, 700, 2_000), (START, END))
    return image != blank


EVERYTHING = """# Title

Words with **bold**, *slanted*, ~~gone~~, `code`, [link](https://example.org) and 中文.

- one
  1. two
     - three
- [x] done

> quoted
> > twice

```python
print("x")
```

$$x^2$$

| a | b |
|:-:|--:|
| c | d |

---

Note[^1] and ![image](https://example.org/x.png).

[^1]: The note.
"""


def test_every_kind_of_block_has_a_height_and_is_painted(document):
    made = document(EVERYTHING)
    assert len(made.blocks) == 10
    assert made.height > 500
    assert paint(made)


def test_narrower_is_higher(document):
    assert document("word " * 200, 300.0).height > document("word " * 200, 600.0).height


def test_another_width_is_laid_out_anew(document):
    made = document("word " * 200)
    before = made.height
    made.set_width(300.0)
    assert made.height > before
    made.set_width(600.0)
    assert made.height == before


def test_only_the_beginning_of_a_long_text_is_laid_out(document):
    made = document("Some words here.\n\n" * 2_000)
    laid_out = [box for box in made._boxes if box.width >= 0]
    assert len(laid_out) < 200
    before = made.height
    assert made.ensure(before - 500, before) or made.height == before
    assert made._boxes[-1].width == 600


def test_guessed_heights_are_near_the_truth(document):
    made = document("Some words that fill a line and a half or so, as paragraphs do. " * 3 + "\n\n")
    guess = made._boxes[0].guess(600.0)
    assert 0.5 < guess / made._boxes[0].height < 2


def test_equal_blocks_stay_laid_out(document):
    made = document("One.\n\nTwo.\n\nThree.")
    boxes = list(made._boxes)
    made.set_blocks(parse("One.\n\nTwo.\n\nOther."))
    assert made._boxes[:2] == boxes[:2]


def test_list_items_stay_laid_out_while_the_list_grows(document):
    made = document("- one\n- two\n- three")
    leaves = [placed.leaf for placed in made._boxes[0].leaves]
    made.apply(BlockChange(0, parse("- one\n- two\n- three\n- four")))
    after = [placed.leaf for placed in made._boxes[0].leaves]
    assert after[:3] == leaves
    assert len(after) == 4


def test_table_rows_stay_laid_out_while_the_table_grows(document):
    made = document("|a|b|\n|-|-|\n|c|d|")
    leaves = [placed.leaf for placed in made._boxes[0].leaves]
    made.apply(BlockChange(0, parse("|a|b|\n|-|-|\n|c|d|\n|e|f|")))
    after = [placed.leaf for placed in made._boxes[0].leaves]
    assert after[:4] == leaves
    assert made._boxes[0].table.rows[1][0].text == "e"


def test_a_wide_table_scrolls_and_a_narrow_one_fills_the_column(document):
    wide = document("|" + "some words|" * 12 + "\n|" + "-|" * 12)._boxes[0]
    assert wide.scroll.most > 0
    narrow = document("|a|b|\n|-|-|")._boxes[0]
    assert narrow.scroll.most == 0
    assert narrow._content == pytest.approx(600)


def test_columns_take_the_side_the_table_names(document):
    box = document("|left|right|\n|:-|-:|\n|a|b|")._boxes[0]
    left, right = box.leaves[2], box.leaves[3]
    assert left.leaf.rect_of(0).x() == 0
    assert right.leaf.rect_of(1).x() == pytest.approx(right.leaf.width, abs=1)


def test_text_of_a_selection(document):
    made = document("First words.\n\n1. one\n2. two\n\n```\ncode\n```")
    assert made.text_between(START, END) == "First words.\n\n1. one\n2. two\n\ncode"
    assert made.text_between(Spot(0, 0, 6), Spot(1, 1, 1)) == "words.\n\n1. one\n2. t"


def test_a_spot_is_found_where_it_stands(document):
    made = document(EVERYTHING)
    made.ensure(0, made.height)
    for number, box in enumerate(made._boxes):
        for index, placed in enumerate(box.leaves):
            if not placed.leaf.text:
                continue
            rect = placed.leaf.rect_of(1)
            y = made.top_of(number) + placed.y + rect.center().y()
            # Within a formula there is no place: its end is next.
            here = len(placed.leaf.text) if isinstance(placed.leaf, FormulaLeaf) else 1
            assert made.spot_at(placed.x + rect.x() + 0.5, y) == Spot(number, index, here)


def test_right_to_left_lists_have_their_marks_at_the_right(document):
    hebrew = document("- שלום\n- עולם")._boxes[0]
    english = document("- one\n- two")._boxes[0]
    assert hebrew.leaves[0].x == 0
    assert english.leaves[0].x > 20


def test_each_item_has_its_mark_where_its_own_text_begins(document):
    mixed = document("- שלום\n- english\n- 12")._boxes[0]
    assert [placed.x > 20 for placed in mixed.leaves] == [False, True, True]


def test_marks_grow_with_the_text(theme, document):
    usual = document("- one\n\n1. two")
    theme.apply(choice="light", reading_size=30, reduce_motion=False)
    large = Document(Setting(Look(theme, 1.0, wrap_code=False)), 600.0)
    large.set_blocks(usual.blocks)
    for before, after in zip(usual._boxes, large._boxes, strict=True):
        assert after.leaves[0].x >= 1.9 * before.leaves[0].x


def test_a_wide_table_from_the_right_begins_at_its_right_end(document):
    box = document("|" + "מילים אחדות|" * 12 + "\n|" + "-|" * 12)._boxes[0]
    assert box.scroll.value == box.scroll.most > 0
    box.scroll.move_by(-50)
    moved = box.scroll.value
    box.width = -1
    box.lay_out(600)
    assert box.scroll.value == moved


@pytest.mark.parametrize(("note", "from_right"), [("The note.", False), ("הערה.", True)])
def test_a_note_makes_room_for_its_label_at_its_own_side(document, note, from_right):
    label = "a-long-label"
    made = document(f"Words[^{label}].\n\n[^{label}]: {note}")
    box = made._boxes[-1]
    needed = box.look.metrics("label").horizontalAdvance(label)
    assert box._indent > needed
    assert box.leaves[0].x == (0 if from_right else box._indent)
    assert box.leaves[0].leaf.width == 600 - box._indent
    assert paint(made)


def test_code_reads_from_the_left_whatever_is_in_it(document):
    box = document('```\n    "שלום"\n```')._boxes[0]
    leaf = box.leaf
    assert leaf.rect_of(0).x() < leaf.rect_of(4).x() < leaf.rect_of(10).x()


def test_code_and_links_keep_their_ends_among_letters_from_the_right(document):
    leaf = document("שלום `/a/b` ו https://example.org/ סוף")._boxes[0].leaves[0].leaf
    leaf.lay_out(600)
    # What stands inside a run of its own is asked for where no direction turns.
    code, address = leaf.text.index("a/b"), leaf.text.index("ttps")
    assert leaf.rect_of(code).x() < leaf.rect_of(code + 1).x() < leaf.rect_of(code + 2).x()
    (link,) = leaf.links
    last = leaf.rect_of(link.end - 1)
    assert last.x() > leaf.rect_of(address).x()
    for x in (leaf.rect_of(address).x(), last.x() + 1):
        assert leaf.span_at(x, 5) is link


@pytest.mark.parametrize("width", [600.0, 90.0])
def test_code_that_wraps_among_letters_from_the_right_has_its_whole_ground(document, width):
    leaf = document("שלום `/one/two three/four five` סוף", width)._boxes[0].leaves[0].leaf
    leaf.lay_out(width)
    ((start, end),) = leaf._map.pads
    runs = line_runs(leaf._layout, start, end + 1, turns=True)
    assert (len({run.line for run in runs}) > 1) == (width == 90)
    single = document("`/one/two three/four five`", 600.0)._boxes[0].leaves[0].leaf
    single.lay_out(600)
    assert sum(run.width for run in runs) == pytest.approx(single.natural_width, abs=14)


@pytest.mark.parametrize(
    ("text", "at_left"), [("Words", False), ("שלום abc", True), ("abc שלום", False)]
)
def test_a_reply_goes_on_at_the_end_of_its_line(document, look, text, at_left):
    leaf = document(text)._boxes[0].leaves[0].leaf
    leaf.lay_out(600)
    edge = leaf._layout.lineAt(0).naturalTextRect()
    block = caret_rect(leaf.caret(), look)
    assert (block.right() < edge.left()) == at_left
    assert (block.left() > edge.right()) != at_left


@pytest.mark.parametrize("code", ["abc", 'x = "שלום'])
def test_code_goes_on_at_the_right(document, look, code):
    leaf = document(f"```\n{code}")._boxes[0].leaf
    layout, _ = leaf._layout(0)
    assert caret_rect(leaf.caret(), look).left() >= layout.lineAt(0).naturalTextRect().right()


def test_the_words_of_a_link_are_all_of_them(document):
    text = "[https://**bank**`.com`](https://evil.example) [other](https://evil.example)"
    made = document(text)
    leaf = made._boxes[0].leaves[0].leaf
    assert [leaf.words_of(span) for span in leaf.links] == ["https://bank.com"] * 3 + ["other"]
    assert made.links() == [("https://evil.example", "https://bank.com")]


# Text in pieces


def test_a_very_long_paragraph_is_cut_at_spaces():
    text = "word " * 5_000
    places = cuts(text)
    assert "".join(text[start:end] for start, end in places) == text
    assert all(end - start <= 8_000 for start, end in places)
    assert all(text[end - 1] == " " for _, end in places[:-1])


def test_its_spans_are_cut_with_it(look):
    text = "word " * 5_000
    box = TextBox(Paragraph(text, (Span(7_000, 17_000, Style.STRONG),)), Setting(look))
    box.lay_out(600)
    leaves = [placed.leaf for placed in box.leaves]
    assert "".join(leaf.text for leaf in leaves) == text
    strong = sum(span.end - span.start for leaf in leaves for span in leaf._spans)
    assert strong == 10_000


def test_its_pieces_stay_while_it_grows(look):
    text = "word " * 5_000
    box = TextBox(Paragraph(text), Setting(look))
    box.lay_out(600)
    before = [placed.leaf for placed in box.leaves]
    assert box.update(Paragraph(text + "more"))
    after = [placed.leaf for placed in box.leaves]
    assert after[: len(before) - 1] == before[:-1]
    assert after[-1].text.endswith("more")


def test_an_image_without_a_name_is_its_address():
    address = "https://example.org/x.png"
    spans = (Span(0, len(address), image=address),)
    assert spelled_out(address, spans) == (address, spans)


# Code


def test_code_lines_are_laid_out_only_where_they_are_seen(look):
    leaf = CodeLeaf("line\n" * 10_000, look, wrap=False)
    image = QImage(600, 400, QImage.Format.Format_RGB32)
    with QPainter(image) as painter:
        leaf.paint(painter, 0, -50_000, QRectF(0, 0, 600, 400), None)
    assert 10 < len(leaf._layouts) < 40


def test_code_grows_without_laying_out_what_stands(look):
    leaf = CodeLeaf("one\ntwo\nthr", look, wrap=False)
    layouts = [leaf._layout(number) for number in range(3)]
    leaf.set_text("one\ntwo\nthree\nfour")
    assert [leaf._layout(number) for number in range(2)] == layouts[:2]
    assert leaf._layout(2) is not layouts[2]
    assert leaf.line_count == 4


def test_other_code_is_taken_whole(look):
    leaf = CodeLeaf("one\ntwo", look, wrap=False)
    leaf.set_text("other")
    assert leaf.text == "other"
    assert leaf.line_count == 1


@pytest.mark.parametrize("code", ["", "one", "one\n", "\n\n", "tab\tx\n\t\ty", "中文 wide\n👍"])
def test_every_offset_of_code_has_a_place(look, code):
    leaf = CodeLeaf(code, look, wrap=False)
    for offset in range(len(code) + 1):
        rect = leaf.rect_of(offset)
        assert leaf.offset_at(rect.x(), rect.center().y()) == offset


def test_wrapped_code_is_higher_and_no_wider(look):
    leaf = CodeLeaf("word " * 100, look, wrap=False)
    high, wide = leaf.height, leaf.width
    leaf.set_wrap(True, 300)
    assert leaf.height > high
    assert leaf.width <= 300 < wide
    layout, _ = leaf._layout(0)
    begins = [layout.lineAt(row).textStart() for row in range(layout.lineCount())]
    assert all(leaf.text[begin:].startswith("word ") for begin in begins)


def test_a_line_without_end_is_cut_and_says_so(look):
    leaf = CodeLeaf("x" * 5_000, look, wrap=False)
    assert leaf.has_long_line
    assert leaf._line_text(0).endswith("… +3,000")
    leaf.set_whole_lines(True)
    assert leaf._line_text(0) == "x" * 5_000


def test_colours_come_by_runs(look):
    from desktop_assistant.rendering.highlight import highlight

    leaf = CodeLeaf("def f():\n    return 1", look, wrap=False)
    assert leaf._layout(0)[0].formats() == []
    leaf.set_runs(highlight(leaf.text, "python"))
    first = leaf._layout(0)[0].formats()[0]
    assert (first.start, first.length) == (0, 3)
    assert first.format.foreground().color() == look.code_color("keyword")


def test_forty_lines_are_shown_and_forty_one_are_folded(look):
    def box(lines):
        made = CodeBox(CodeBlock("\n".join("x" * lines)), Setting(look))
        made.lay_out(600)
        return made

    assert not box(40).is_folded
    assert box(41).is_folded
    assert box(41).height < box(40).height
