from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from desktop_assistant.rendering.formulas import typeset as typesetting
from desktop_assistant.rendering.formulas.marks import (
    Bar,
    Fault,
    FaultKind,
    Glyph,
    Outline,
    Ring,
    Stroke,
    Words,
)
from desktop_assistant.rendering.formulas.source import STAND_INS
from desktop_assistant.rendering.formulas.svg_writer import formula_svg
from desktop_assistant.rendering.formulas.typeset import LONGEST, REMEMBERED, typeset

CORPUS = Path(__file__).parents[2] / "data" / "maths" / "formulas.txt"
MOST_MARKS = 5_000


def formulas():
    lines = CORPUS.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def drawn(source, *, displayed=True):
    outline = typeset(source, displayed=displayed)
    assert isinstance(outline, Outline), outline
    return outline


def marks(source, kind, **how):
    return [mark for mark in drawn(source, **how).marks if isinstance(mark, kind)]


def fault(source):
    found = typeset(source, displayed=True)
    assert isinstance(found, Fault), source
    return found


def test_the_corpus_is_of_some_size():
    assert len(formulas()) > 340
    assert len(set(formulas())) == len(formulas())


@pytest.mark.parametrize("displayed", [False, True])
@pytest.mark.parametrize("source", formulas())
def test_what_models_write_is_drawn(source, displayed):
    outline = drawn(source, displayed=displayed)
    assert outline.marks
    assert outline.width > 0
    for mark in outline.marks:
        if isinstance(mark, Bar) and r"\smash" not in source:
            # Every line is within the formula, also those of tables.
            assert -outline.descent - 1 <= mark.y <= outline.ascent + 1
            assert mark.y + mark.height <= outline.ascent + 45


def test_a_displayed_sum_is_larger_than_one_in_a_line():
    source = r"\sum_{i=1}^n \frac{a}{b}"
    tall, flat = drawn(source), drawn(source, displayed=False)
    assert tall.ascent + tall.descent > 1.3 * (flat.ascent + flat.descent)


def test_the_baseline_is_that_of_the_letters():
    outline = drawn("x_g")
    letter = outline.marks[0]
    assert isinstance(letter, Glyph)
    assert (letter.x, letter.y, letter.scale) == (0, 0, 1)
    assert outline.ascent > 0 < outline.descent


def test_small_letters_have_a_scale():
    base, above = marks("x^2", Glyph)
    assert base.scale == 1
    assert 0.5 < above.scale < 1
    assert above.y > 0


def test_equal_signs_share_one_shape():
    first, _, second = marks("x+x", Glyph)
    (other,) = marks("x", Glyph)
    assert first.shape is second.shape is other.shape


def test_colours_are_kept_and_the_text_has_none():
    red, plus, plain = marks(r"\textcolor{red}{x}+y", Glyph)
    assert (red.color, plus.color, plain.color) == ("#ff0000", None, None)
    (ground,) = marks(r"\colorbox{yellow}{x}", Bar)
    assert ground.color == "#ffff00"
    assert ground.is_ground
    (line,) = marks(r"\textcolor{red}{\frac{a}{b}}", Bar)
    assert line.color == "#ff0000"
    assert not line.is_ground


def test_a_ground_of_an_unknown_colour_covers_nothing():
    assert marks(r"\colorbox{foo}{x}", Bar) == []
    assert [glyph.color for glyph in marks(r"\textcolor{foo}{x}", Glyph)] == [None]
    assert [line.color for line in marks(r"\textcolor{none}{\cancel{x}}", Stroke)] == [None]


def test_lines_and_rings():
    (line,) = marks(r"\cancel{x}", Stroke)
    assert line.x1 < line.x2
    assert line.y1 < line.y2
    assert line.thickness > 0
    assert line.color is None
    (ring,) = marks(r"\chemfig{**6(------)}", Ring)
    assert ring.x_radius == ring.y_radius > 0
    assert ring.color is None


# Letters that the formula's font lacks


def test_ideographs_have_room_and_are_left_to_other_fonts():
    (above, below) = marks(r"\frac{\text{距离}}{\text{时间}}", Words)
    assert (above.text, below.text) == ("距离", "时间")
    assert above.y > 0 > below.y
    assert above.width == pytest.approx(2 * 855)


def test_words_are_joined_only_where_they_stand_together():
    found = marks(r"\text{速度 总}_{\text{总}}\text{价x格}{\color{red}\text{甲}}\text{乙}", Words)
    assert [word.text for word in found] == ["速度", "总", "总", "价", "格", "甲", "乙"]
    assert found[2].scale < 1
    assert found[5].color is not None


def test_a_sign_that_stands_in_for_letters_can_be_written_itself():
    assert [word.text for word in marks(r"\text{①中}", Words)] == ["①中"]
    assert [word.text for word in marks(r"\text{中}", Words)] == ["中"]


def test_more_different_letters_than_stand_ins_are_too_many():
    several = "".join(map(chr, range(0x4E00, 0x4E00 + len(STAND_INS))))
    assert marks(rf"\text{{{several}}}", Words)[0].text == several
    assert fault(rf"\text{{{several}龘}}").kind is FaultKind.TOO_LARGE


def test_what_would_be_unseen_is_shown_as_a_mark():
    assert drawn("x\u200b+\ud800") == drawn("x␣+\ufffd")
    assert fault("x\x00").kind is FaultKind.CHARACTER


# Names of others


@pytest.mark.parametrize(
    ("source", "same"),
    [
        (r"\varGamma x", r"\mathit{\Gamma} x"),
        (r"a\hfill b", r"a\quad b"),
        (r"\textcolor{red!50!blue}{x}", r"\textcolor{red}{x}"),
        (r"a\intop b", r"a\int b"),
        (r"\lparen x\rparen", "(x)"),
        (r"\href{https://a.b}{x}", "{x}"),
        (r"\bbox[5px]{x}", r"\boxed{x}"),
        (r"\begin{array}{c:c}a&b\end{array}", r"\begin{array}{c|c}a&b\end{array}"),
        (r"\text{see \eqref{a}}", r"\text{see (a)}"),
        (r"\begin{multlined}a\\b\end{multlined}", r"\begin{multline}a\\b\end{multline}"),
        (r"\begin{array}{c}a\\\hdashline b\end{array}", r"\begin{array}{c}a\\\hline b\end{array}"),
    ],
)
def test_other_names_of_the_same(source, same):
    assert drawn(source) == drawn(same)


# Tables


def test_a_vertical_line_goes_from_the_first_row_to_the_last():
    outline = drawn(r"\begin{array}{c|c} a & b \\ c & d \\ e & f \end{array}")
    (line,) = [mark for mark in outline.marks if isinstance(mark, Bar)]
    assert line.y == pytest.approx(-outline.descent, abs=1)
    assert line.y + line.height == pytest.approx(outline.ascent, abs=1)


def test_each_vertical_line_is_put_in_its_place():
    bars = marks(r"\begin{array}{|c|c|} a & b \\ c & d \end{array}", Bar)
    assert len(bars) == 3
    assert len({(bar.y, bar.height) for bar in bars}) == 1


def test_horizontal_lines_end_at_the_outer_vertical_ones():
    source = r"\begin{array}{|c|c|} \hline a & b \\ \hline c & d \\ \hline \end{array}"
    bars = marks(source, Bar)
    upright = [bar for bar in bars if bar.height > bar.width]
    level = [bar for bar in bars if bar.width > bar.height]
    assert (len(upright), len(level)) == (3, 3)
    assert {bar.x for bar in level} == {upright[0].x}
    assert {bar.x + bar.width for bar in level} == {upright[-1].x + upright[-1].width}
    top = max(bar.y + bar.height for bar in level)
    assert upright[0].y + upright[0].height == pytest.approx(top, abs=25)
    assert upright[0].y == pytest.approx(min(bar.y for bar in level), abs=25)


def test_horizontal_lines_of_an_open_table_reach_beyond_the_vertical_ones():
    bars = marks(r"\begin{array}{c|c} a & b \\ \hline c & d \end{array}", Bar)
    upright, level = bars
    assert level.x < upright.x < upright.x + 500 < level.x + level.width


def test_the_sides_of_a_frame_are_not_lines_of_a_table():
    framed = r"\boxed{x}"
    both = framed + r"\begin{array}{c|c} a & b \end{array}"
    assert marks(framed, Bar) == marks(both, Bar)[:4]


def test_bars_that_are_no_frame_stay():
    source = r"\frac{a}{b}\frac{c}{d}\frac{e}{f}\frac{g}{hh}"
    table = r"\begin{array}{c|c} a & b \end{array}"
    assert marks(source + table, Bar)[:4] == marks(source, Bar)


# Faults


@pytest.mark.parametrize(
    ("source", "found"),
    [
        (r"\foo x", Fault(FaultKind.COMMAND, r"\foo")),
        (r"\text{\foo}", Fault(FaultKind.COMMAND, r"\foo")),
        (r"\begin{foo}x\end{foo}", Fault(FaultKind.COMMAND, "foo")),
        ("ǆ", Fault(FaultKind.CHARACTER, "ǆ")),
        ("x}", Fault(FaultKind.MISTAKE, place=2)),
        (r"\frac{a}", Fault(FaultKind.MISTAKE, place=9)),
        (r"\hfil}", Fault(FaultKind.MISTAKE)),
        ("", Fault(FaultKind.EMPTY)),
        (r"\quad", Fault(FaultKind.EMPTY)),
        (r"x\hspace{-9em}", Fault(FaultKind.EMPTY)),
    ],
)
def test_why_a_source_is_no_formula(source, found):
    assert fault(source) == found


@pytest.mark.parametrize(
    "source",
    [
        "x" * (LONGEST + 1),
        r"\sqrt{" * 600 + "x" + "}" * 600,
        r"\left(" * 300 + "x" + r"\right)" * 300,
        r"\begin{matrix}" * 100 + "x" + r"\end{matrix}" * 100,
        r"\newcommand{\a}{\a\a}\a",
        r"\def\a{\b\b\b\b\b\b\b\b}\def\b{\c\c\c\c\c\c\c\c}\def\c{\d\d\d\d}\def\d{xxxxxxxxxx}\a",
        r"\rule{1e9cm}{1e9cm}",
        r"\hspace{1e9em}x",
        r"x\\[1e9em]x\rule{1em}{99999em}",
    ],
    ids=["long", "deep", "fences", "tables", "loop", "bomb", "huge", "wide", "high"],
)
def test_too_large_a_formula_is_refused(source):
    assert fault(source).kind is FaultKind.TOO_LARGE


@pytest.mark.parametrize(
    "source",
    [
        "x_1^2" * 800,
        r"\begin{matrix}" + r"a&b\\" * 600 + r"\end{matrix}",
        r"\text{" + "中" * 3_900 + "}",
        r"\begin{array}{*{1000000000}{c}}a\end{array}",
        r"\overset{a}{" * 60 + "x" + "}" * 60,
    ],
    ids=["flat", "rows", "words", "columns", "stacked"],
)
def test_what_is_drawn_at_the_limit_stays_small(source):
    found = typeset(source, displayed=True)
    assert isinstance(found, Fault) or len(found.marks) <= MOST_MARKS


@pytest.mark.parametrize(
    "svg",
    [
        "",
        "<svg><defs></defs><g></g></svg>",
        '<svg viewBox="0 0 9 9"><defs></defs><g><use href="#a" x="0" y="0"/></g></svg>',
        '<svg viewBox="0 0 9 9"><defs></defs><g><rect x="a" y="0"/></g></svg>',
        '<svg viewBox="0 0 9 9"><defs><path id="a" d="Z"/></defs>'
        '<g><use href="#a" transform="matrix(1 0 0 1 0 0)"/></g></svg>',
    ],
)
def test_an_svg_of_another_kind_is_no_formula(monkeypatch, svg):
    monkeypatch.setattr("mathra.tex_to_svg", lambda *_, **__: svg)
    assert fault(f"unheard+{len(svg)}").kind is FaultKind.MISTAKE


# Remembering


def test_a_formula_is_typeset_once(monkeypatch):
    first = drawn("remembered+1")
    monkeypatch.setattr(typesetting, "_typeset", None)
    assert drawn("remembered+1") is first


def test_the_longest_unused_formulas_are_forgotten():
    first, kept = drawn("forgotten+1"), drawn("kept+1")
    for half in range(3):
        assert drawn("kept+1") is kept
        for number in range(REMEMBERED // 1_900):
            drawn("y" * 1_900 + f"{half}{number}")
    assert drawn("kept+1") is kept
    again = drawn("forgotten+1")
    assert again == first
    assert again is not first


# For pages


def test_a_formula_for_a_page_is_one_element_that_takes_the_colour_of_the_text():
    svg = formula_svg(r'\frac{a}{b} < "c" \text{中&}', displayed=True)
    assert svg is not None
    root = ET.fromstring(svg)
    assert root.get("role") == "img"
    assert root.get("aria-label") == r'\frac{a}{b} < "c" \text{中&}'
    assert root.get("fill") == "currentColor"
    assert root.get("width", "").endswith("em")
    assert "vertical-align:-" in root.get("style", "")
    kinds = [element.tag.rpartition("}")[2] for element in root.iter()]
    assert {"path", "rect", "text"} <= set(kinds)
    assert not any("href" in name for element in root.iter() for name in element.attrib)


def test_the_name_of_a_formula_hides_nothing():
    root = ET.fromstring(formula_svg("x\u200b", displayed=False))
    assert root.get("aria-label") == "x␣"


def test_every_kind_of_mark_has_its_element():
    svg = formula_svg(r"\cancel{x}\chemfig{**6(------)}\textcolor{red}{y}", displayed=False)
    root = ET.fromstring(svg)
    kinds = [element.tag.rpartition("}")[2] for element in root.iter()]
    assert kinds.count("line") > 1
    assert kinds.count("ellipse") == 1
    assert [e.get("fill") for e in root.iter() if e.tag.endswith("path")][-1] == "#ff0000"


def test_colours_of_a_page_can_be_read_on_white():
    svg = formula_svg(r"\textcolor{white}{x\cancel{y}}\colorbox{black}{z}", displayed=True)
    root = ET.fromstring(svg)
    (ground,) = [e for e in root.iter() if e.get("fill-opacity")]
    assert (ground.get("fill"), ground.get("fill-opacity")) == ("#000000", "0.35")
    shown = {e.get(name) for e in root.iter() for name in ("fill", "stroke")}
    assert "#ffffff" not in shown


def test_a_faulty_formula_has_no_element():
    assert formula_svg(r"\foo", displayed=False) is None
