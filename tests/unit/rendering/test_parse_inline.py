"""Text and spans within a block."""

import pytest

from desktop_assistant.rendering.blocks import Paragraph, Span, Style
from desktop_assistant.rendering.parse import parse


def spans_of(text):
    (block,) = parse(text)
    return block.text, block.spans


def one_span(text):
    shown, spans = spans_of(text)
    (span,) = spans
    return shown[span.start : span.end], span


@pytest.mark.parametrize(
    ("text", "shown", "style"),
    [
        ("a *b* c", "b", Style.EMPHASIS),
        ("a __b__ c", "b", Style.STRONG),
        ("a ***b*** c", "b", Style.STRONG | Style.EMPHASIS),
        ("a ~~b~~ c", "b", Style.STRIKE),
        ("a ``b`c`` d", "b`c", Style.CODE),
        ("**a *b***", None, None),
    ],
)
def test_styles(text, shown, style):
    if shown is None:
        assert spans_of(text) == (
            "a b",
            (Span(0, 2, Style.STRONG), Span(2, 3, Style.STRONG | Style.EMPHASIS)),
        )
    else:
        found, span = one_span(text)
        assert (found, span.style) == (shown, style)


def test_spans_are_in_order_and_merged():
    shown, spans = spans_of("**a &amp; \\* b**\n**c** [x `y`](http://a.b) **d**")
    assert shown == "a & * b c x y d"
    assert spans == (
        Span(0, 7, Style.STRONG),
        Span(8, 9, Style.STRONG),
        Span(10, 12, link="http://a.b"),
        Span(12, 13, Style.CODE, link="http://a.b"),
        Span(14, 15, Style.STRONG),
    )
    # A soft break inside of strong text is strong too, so the run stays one.
    assert spans_of("**a\nb**") == ("a b", (Span(0, 3, Style.STRONG),))


def test_entities_are_decoded_and_tags_are_not_obeyed():
    assert spans_of("&lt;b&gt; &copy; &#x41; <b>x</b> <!-- y --> &nosuch;") == (
        "<b> © A <b>x</b> <!-- y --> &nosuch;",
        (),
    )
    # A line break that is written as a number does not break the line.
    assert spans_of("a&#10;b") == ("a b", ())


@pytest.mark.parametrize(
    ("text", "shown", "link"),
    [
        ("[a](https://x.org/p?q#f 'title')", "a", "https://x.org/p?q#f"),
        ("[a](<http://x.org/a b>)", "a", "http://x.org/a%20b"),
        ("<https://x.org/ä>", "https://x.org/ä", "https://x.org/%C3%A4"),
        ("<me@x.org>", "me@x.org", "mailto:me@x.org"),
        ("see https://x.org/a_b_c.", "https://x.org/a_b_c", "https://x.org/a_b_c"),
        ("(http://x.org/a(b))", "http://x.org/a(b)", "http://x.org/a(b)"),
        ("**http://x.org**, yes", "http://x.org", "http://x.org"),
        ("[a]\n\n[a]: http://x.org", "a", "http://x.org"),
    ],
)
def test_links(text, shown, link):
    found, span = one_span(text)
    assert (found, span.link) == (shown, link)


@pytest.mark.parametrize(
    "text", ["[a](javascript:alert)", "[a](/rel)", "[a](#f)", "[a]()", "[a][b]\n\n[b]: file:///x"]
)
def test_a_link_that_may_not_open_is_its_text(text):
    assert spans_of(text) == ("a", ())


def test_a_bare_address_in_code_or_in_a_link_is_no_link_of_its_own():
    assert one_span("`http://x.org`")[1].link is None
    assert one_span("[http://a.org](http://b.org)")[1].link == "http://b.org"
    assert spans_of("[http://a.org](file:///b)") == ("http://a.org", ())


@pytest.mark.parametrize(
    ("text", "shown", "image"),
    [
        ("![cat *x*](http://x.org/c.png)", "cat x", "http://x.org/c.png"),
        ("![](file:///etc/passwd)", "file:///etc/passwd", "file:///etc/passwd"),
        ("![a][i]\n\n[i]: //host/share", "a", "//host/share"),
        ("![a ![b](c)](d)", "a b", "d"),
        ("![`x` $y$](data:image/svg)", "x y", "data:image/svg"),
    ],
)
def test_images_are_their_alt_text_and_address(text, shown, image):
    found, span = one_span(text)
    assert (found, span.image, span.link) == (shown, image, None)


def test_an_image_in_a_link_has_both():
    assert one_span("[![a](i.png)](http://x.org)")[1] == Span(
        0, 1, link="http://x.org", image="i.png"
    )


def test_an_image_with_no_text_at_all_leaves_no_span():
    assert spans_of("a ![]() b") == ("a  b", ())


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("so \\(a_1 + b_1\\) is", "a_1 + b_1"),
        ("so $$a * b$$ is", "a * b"),
        ("so \\[a\nb\\] is", "a b"),
        ("so $x^2$ is", "x^2"),
        ("so $x$, $", "x"),
        ("so $x$.", "x"),
        ("($x$)", "x"),
        ("so $5$ is", "5"),
        ("$x$ costs $5", "x"),
        ("the $n$th and $5", "n"),
        ("则$a^2$成立", "a^2"),
        ("変数$x$は", "x"),
        ("변수$x$는", "x"),
        ("为$x$，共$5", "x"),
        ("so $2 + 3 = 5$ is", "2 + 3 = 5"),
        ("so $\\$5 + x$ is", "\\$5 + x"),
        ("so \\(a \\\\ b\\) is", "a \\\\ b"),
        ("so \\(a \\\\\\) is", "a \\\\"),
    ],
)
def test_formulas(text, source):
    found, span = one_span(text)
    assert (found, span.style) == (source, Style.MATH)


@pytest.mark.parametrize(
    "text",
    [
        "It costs $5 and $10.",
        "Between $5-$10 a day.",
        "costs $5-$10",
        "$5/$6, $5,$6 and ($5)/($6)",
        "$10k–$20k",
        "I paid $5 (about €6), not $7",
        "共$5或$6元",
        "从$5到7$元",
        "$5美元和$6美元",
        "$x$thing",
        "$n$ths",
        "US$5, AU$6, 7$ and 8$",
        "From $100 to €90 or 80$ in all",
        "$HOME and $PATH",
        "$HOME/$USER",
        "a $ b $ c",
        "a $x $ b",
        "a $ x$ b",
        "$x$y",
        "$x$1",
        "5$x$",
        "$x\ny$",
        "$",
        "$$",
        "$$ $$",
        "a $-$ b",
        "$x",
        "$$$x$",
    ],
)
def test_prices_and_other_dollars_are_text(text):
    assert spans_of(text) == (text.replace("\n", " "), ())


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a \\( b", "a ( b"),
        ("a \\(\\) b", "a () b"),
        ("a \\( - \\) b", "a ( - ) b"),
        ("\\$5 and \\$6", "$5 and $6"),
        ("a \\(b\\\\) c", "a (b\\) c"),
        ("a \\", "a \\"),
    ],
)
def test_escapes_are_no_formulas(text, shown):
    assert spans_of(text) == (shown, ())


def test_two_formulas_or_notes_side_by_side_are_two():
    assert spans_of("\\(a\\)\\(b\\)")[1] == (Span(0, 1, Style.MATH), Span(1, 2, Style.MATH))
    first, _ = parse("x[^1][^2]\n\n[^1]: a\n[^2]: b")
    assert first.spans == (Span(1, 2, Style.FOOTNOTE_REF), Span(2, 3, Style.FOOTNOTE_REF))


def test_a_formula_in_a_link_text_or_in_strong_text():
    assert one_span("**$x$**")[1].style == Style.STRONG | Style.MATH
    assert one_span("[$x$](http://a.b)")[1] == Span(0, 1, Style.MATH, "http://a.b")


def test_a_long_paragraph_is_parsed_in_pieces_and_keeps_its_text():
    words = [f"**word{number}**" if number % 10 == 0 else f"word{number}" for number in range(1500)]
    text = " ".join(words)
    shown, spans = spans_of(text)
    assert shown == text.replace("*", "")
    assert [shown[span.start : span.end] for span in spans] == words_without_marks(words)
    assert all(span.style == Style.STRONG for span in spans)


def words_without_marks(words):
    return [word.strip("*") for word in words if word.startswith("*")]


def test_lines_of_a_long_paragraph_keep_their_breaks():
    lines = [
        f"line {number} [r] " + "x" * 50 + ("  " if number % 2 else "") for number in range(200)
    ]
    (block,) = parse("\n".join(lines).rstrip() + "\n\n[r]: http://x.org\n")
    assert block.text.count("\n") == 99
    assert len(block.spans) == 200


def test_a_long_word_is_cut_anywhere():
    assert parse("a" * 10_000) == (Paragraph("a" * 10_000),)


def test_a_long_paragraph_of_nothing_but_marks_is_literal():
    text = "*a* " * 3_000
    shown, spans = spans_of(text)
    assert shown == text.strip()
    assert spans == ()


def test_an_endless_run_of_marks_is_literal():
    assert spans_of("x" + "*" * 65 + "y" + "*" * 65) == ("x" + "*" * 65 + "y" + "*" * 65, ())
    assert one_span("*" * 64 + "y" + "*" * 64)[1].style & Style.STRONG
    # Also where a link's text is only looked ahead at.
    assert one_span(f"[{'_' * 70}](http://a.b)")[0] == "_" * 70


def test_brackets_are_searched_in_bounded_time():
    text = "[" * 1_500 + "a](http://x.org)"
    shown, _ = spans_of(text)
    assert shown.startswith("[[[")


def test_nested_links_are_not_links():
    assert spans_of("[a [b](http://b.org) c](file:c)")[1] == (Span(3, 4, link="http://b.org"),)
    assert one_span("[a [x] b](http://c.org)")[0] == "a [x] b"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("**\u6ce8\u610f\uff1a**\u8bf7\u770b", "\u6ce8\u610f\uff1a"),
        ("\u8bf7**\u201c\u6ce8\u610f\u201d**\u770b", "\u201c\u6ce8\u610f\u201d"),
        ("**\uc548\ub155(hi)**\uc740", "\uc548\ub155(hi)"),
        ("*\u3053\u3093\u306b\u3061\u306f\u3002*\u3068", "\u3053\u3093\u306b\u3061\u306f\u3002"),
    ],
)
def test_emphasis_beside_letters_that_know_no_spaces(text, shown):
    found, span = one_span(text)
    assert found == shown
    assert span.style & (Style.STRONG | Style.EMPHASIS)


@pytest.mark.parametrize(
    "text", ["a ** b", "**a (**b", "** \u6ce8 **\u610f", "\u6ce8 * \u610f", "a*"]
)
def test_stars_that_open_or_close_nothing(text):
    assert spans_of(text) == (text, ())


def test_a_paragraph_crowded_with_marks_is_literal():
    (few,) = parse("*a* " * 700)
    (many,) = parse("*a* " * 800)
    assert few.text == ("a " * 700).strip()
    assert len(few.spans) == 700
    assert (many.text, many.spans) == (("*a* " * 800).strip(), ())
