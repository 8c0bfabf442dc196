"""Formulas in the transcript: drawn, in place, selectable as their source, and never late."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QContextMenuEvent, QGuiApplication, QHelpEvent, QImage, QPainter
from PySide6.QtWidgets import QApplication, QToolTip

from desktop_assistant.rendering.blocks import MathBlock, Span, Style
from desktop_assistant.rendering.formulas.marks import Fault, FaultKind
from desktop_assistant.rendering.formulas.typeset import typeset
from desktop_assistant.rendering.parse import parse
from desktop_assistant.ui.controls.menu import Menu
from desktop_assistant.ui.transcript import words
from desktop_assistant.ui.transcript.blocks.box import Setting
from desktop_assistant.ui.transcript.blocks.formula_drawing import FormulaDrawing, Ink
from desktop_assistant.ui.transcript.blocks.math_box import FormulaLeaf, MathBox
from desktop_assistant.ui.transcript.blocks.offsets import OBJECT, OffsetMap
from desktop_assistant.ui.transcript.blocks.text_leaf import TextLeaf
from desktop_assistant.ui.transcript.document import Document
from desktop_assistant.ui.transcript.formula_copying import copy_formula_image, formula_image
from desktop_assistant.ui.transcript.look import Look
from desktop_assistant.ui.transcript.spots import END, START, Spot
from desktop_assistant.ui.transcript.table_frame import TableFrame
from desktop_assistant.ui.transcript.under_pointer import formula_under

WIDE = "x = " + " + ".join(f"a_{{{number}}}" for number in range(60))
TALL = r"\sum\limits_{i=1}^n \frac{\frac{a}{b}}{\frac{c}{d}}"


@pytest.fixture
def shown(view, show, talk, qtbot):
    """Shows the talk and gives the row of a message once its text was read."""

    def shown(message_id):
        show(talk)
        row = view.rows.widget(message_id)
        qtbot.waitUntil(lambda: row.document is not None and row.content.feed is None)
        return row

    return shown


@pytest.fixture
def look(theme):
    return Look(theme, 1.0, wrap_code=False)


@pytest.fixture
def leaf(look):
    """Makes laid-out running text of one paragraph of Markdown."""

    def leaf(text, width=600):
        (block,) = parse(text)
        made = TextLeaf(block.text, block.spans, look.style("reading"), look)
        made.lay_out(width)
        return made

    return leaf


@pytest.fixture
def document(look):
    def document(text, width=600):
        made = Document(Setting(look), width)
        made.set_blocks(parse(text))
        made.ensure(0, 1e6)
        return made

    return document


def painted(leaf, selected=None, color="#ffffff"):
    image = QImage(
        round(leaf.width) + 1, round(leaf.height) + 1, QImage.Format.Format_ARGB32_Premultiplied
    )
    image.fill(QColor(color))
    with QPainter(image) as painter:
        leaf.paint(painter, 0, 0, QRectF(image.rect()), selected)
    return image


def dark_columns(image):
    """Where anything dark is, from the left."""
    return [
        x
        for x in range(image.width())
        if any(image.pixelColor(x, y).lightness() < 140 for y in range(image.height()))
    ]


# Offsets


def test_a_formula_is_one_character_of_the_layout():
    offsets = OffsetMap("a x^2 b", drawn=[(2, 5)])
    assert offsets.text == f"a {OBJECT} b"
    assert [offsets.to_layout(i) for i in range(8)] == [0, 1, 2, 3, 3, 3, 4, 5]
    assert [offsets.from_layout(i) for i in range(6)] == [0, 1, 2, 5, 6, 7]
    assert offsets.range_in_layout(3, 4) == (2, 3)
    assert offsets.range_in_layout(0, 2) == (0, 2)
    assert offsets.range_in_layout(5, 7) == (3, 5)


def test_formulas_beside_each_other_and_among_wide_characters():
    offsets = OffsetMap("😀xx😀yy😀", padded=[(0, 1)], drawn=[(1, 3), (3, 6)])
    assert offsets.text.count(OBJECT) == 2
    for offset in (0, 1, 3, 6, 7):
        assert offsets.from_layout(offsets.to_layout(offset)) == offset
    assert offsets.to_layout(7) == len(offsets.text.encode("utf-16-le")) // 2


# In running text


def test_a_formula_stands_in_its_line_with_room_of_its_own(leaf):
    made = leaf(r"so $\frac{a}{b}$ is")
    start, end = made.rect_of(3).x(), made.rect_of(14).x()
    drawing = FormulaDrawing(typeset(r"\frac{a}{b}", displayed=False))
    size = 1.1 * made._style.font.pixelSize()
    assert end - start == pytest.approx(drawing.width(size) + 0.12 * size, abs=0.6)
    inked = [x for x in dark_columns(painted(made)) if start <= x <= end]
    assert len(inked) > 3


def test_the_source_is_not_seen_but_is_the_text(leaf):
    made = leaf(r"so $\alpha$ is")
    assert made.text == r"so \alpha is"
    assert made.natural_width < leaf("so wwww is").natural_width


def test_a_place_in_a_formula_is_its_beginning_or_its_end(leaf):
    made = leaf(r"so $\frac{a}{b}$ is")
    rect = made.rect_of(3)
    end = made.rect_of(14).x()
    y = rect.center().y()
    assert made.offset_at(rect.x() + 1, y) == 3
    assert made.offset_at(end - 1, y) == 14


def test_a_tall_formula_moves_only_its_own_line(leaf):
    plain = leaf("first<br>second".replace("<br>", "  \n"))
    tall = leaf(f"first  \n${TALL}$  \nthird")
    line = plain.line_height
    assert tall.height > 3 * line
    assert tall.rect_of(0).y() == plain.rect_of(0).y()
    last = tall.rect_of(len(tall.text))
    assert last.bottom() == pytest.approx(tall.height, abs=0.5)
    for offset in (0, 6, len(tall.text) - 1):
        rect = tall.rect_of(offset)
        assert tall.offset_at(rect.x() + 0.5, rect.center().y()) == offset


def test_the_first_line_tells_how_much_lower_it_stands(leaf):
    assert leaf(f"${TALL}$ first").lead > 4
    assert leaf("plain text first and then long enough to break", 200).lead == 0
    assert leaf("$x$").lead == 0


def test_a_formula_wider_than_the_column_is_made_smaller_then_shown_as_source(leaf):
    made = leaf(f"${' + '.join('abcdefgh')}$", 1000)
    natural = made.natural_width
    made.lay_out(natural * 0.8)
    assert made.natural_width == pytest.approx(natural * 0.8, abs=1)
    assert made.line_count == 1
    made.lay_out(natural * 0.4)
    assert OBJECT not in made._map.text
    assert made._map.text.startswith("a + b")
    made.lay_out(1000)
    assert made.natural_width == pytest.approx(natural)


def test_a_formula_in_a_link_has_its_colour(leaf, look):
    made = leaf("[$x$](http://a.b)")
    image = painted(made)
    hues = {
        image.pixelColor(x, y).hue() for x in dark_columns(image) for y in range(image.height())
    }
    assert look.color("link").hue() in hues


def test_the_stand_in_is_never_seen(leaf):
    """Not even where it is selected."""
    made = leaf(r"$\phantom{xxx}.$")
    image = painted(made, selected=(0, len(made.text)))
    ground = made._look.color("selection.bg")
    start = made.rect_of(0).x()
    for x in range(round(start) + 2, round(start) + 20):
        assert image.pixelColor(x, round(made.height / 2)) == ground


def test_what_is_selected_covers_the_formula(leaf):
    made = leaf(r"so $x$ is")
    ground = made._look.color("selection.bg")
    image = painted(made, selected=(3, 4))
    x = round(made.rect_of(3).x()) + 1
    assert image.pixelColor(x, 2) == ground
    assert image.pixelColor(x - 4, 2) != ground


def test_faulty_source_is_code_with_a_dotted_line(leaf):
    made = leaf(r"so $\foo{x}$ is")
    assert r"\foo{x}" in made._map.text
    (found,) = [f for f in made._formats() if f.start == 3]
    assert found.format.underlineStyle() is found.format.UnderlineStyle.DotLine
    rect = made.rect_of(5)
    here = made.formula_at(rect.x(), rect.center().y())
    assert here.source == r"\foo{x}"
    assert here.fault == Fault(FaultKind.COMMAND, r"\foo")
    assert made.formula_at(0, 5) is None


def test_half_a_formula_of_a_very_long_paragraph_is_code(document):
    made = document("a " * 3_990 + "$" + "x + " * 60 + "y$ b")
    leaves = made._boxes[0].leaves
    assert len(leaves) > 1
    assert all(not list(placed.leaf._formulas) for placed in leaves)


# Displayed


def test_a_displayed_formula_stands_in_the_middle(document):
    made = document("$$x$$")
    box = made._boxes[0]
    (placed,) = box.leaves
    assert isinstance(placed.leaf, FormulaLeaf)
    assert placed.x == pytest.approx((600 - placed.leaf.width) / 2)
    assert not placed.framed
    assert not box.frames
    assert placed.leaf.joint == "\n\n"


def test_a_wide_one_scrolls_in_a_frame(document):
    made = document(f"$${WIDE}$$")
    box = made._boxes[0]
    assert isinstance(box, MathBox)
    assert box.frames
    assert box.leaves[0].framed
    assert box.scroll.most > 0
    assert box.accessible_name == words.formula_name(WIDE)
    made.set_width(5_000)
    assert not box.frames
    assert box.scroll.most == 0


def test_a_faulty_one_is_its_source_in_the_middle(document):
    made = document("$$\\foo\nx$$")
    (placed,) = made._boxes[0].leaves
    assert isinstance(placed.leaf, TextLeaf)
    assert placed.leaf.text == "\\foo\nx"
    x = placed.x + placed.leaf.rect_of(1).x()
    found = made.formula_at(x, placed.y + 5)
    assert found.fault.kind is FaultKind.COMMAND


def test_its_size_follows_the_reading_size(theme, document):
    small = document("$$x$$")._boxes[0].leaves[0].leaf
    theme.apply(choice="light", reading_size=30, reduce_motion=True)
    made = Document(Setting(Look(theme, 1.0, wrap_code=False)), 600)
    made.set_blocks([MathBlock("x")])
    large = made._boxes[0].leaves[0].leaf
    assert large.width == pytest.approx(2 * small.width)


def test_a_formula_is_selected_and_copied_as_its_source(document):
    made = document("one $a^2$\n\n$$b^2$$\n\nthree")
    assert made.text_between(START, END) == "one a^2\n\nb^2\n\nthree"
    assert made.text_between(Spot(0, 0, 4), Spot(1, 0, 3)) == "a^2\n\nb^2"
    leaf = made._boxes[1].leaves[0].leaf
    assert leaf.word_at(1) == (0, 3)
    assert leaf.offset_at(0, 0) == 0
    assert leaf.offset_at(leaf.width, 0) == 3
    assert leaf.caret().x() == leaf.width
    assert leaf.formula_at(-1, 0) is None
    plain, chosen = painted(leaf), painted(leaf, selected=(0, 3))
    assert plain != chosen


def test_list_markers_stand_beside_the_text_of_a_tall_first_line(document):
    made = document(f"- ${TALL}$ text\n- plain")
    image = QImage(600, round(made.height) + 1, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    with QPainter(image) as painter:
        made.paint(painter, QRectF(image.rect()), None)
    first = made._boxes[0].leaves[0]
    middle = first.y + first.leaf.rect_of(len(first.leaf.text)).center().y()
    rows = [y for y in range(round(first.leaf.height)) if image.pixelColor(11, y).lightness() < 230]
    assert sum(rows) / len(rows) == pytest.approx(middle, abs=3)


def test_lines_of_fractions_are_as_sharp_as_the_screen(look):
    drawing = FormulaDrawing(typeset(r"\frac{a}{b}", displayed=True))
    for ratio in (1, 2):
        image = QImage(60 * ratio, 60 * ratio, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(ratio)
        image.fill(Qt.GlobalColor.white)
        with QPainter(image) as painter:
            ink = Ink(QColor("#000000"), is_on_dark=False, font=look.style("reading").font)
            drawing.paint(painter, QPointF(10.3, 30.4), 16, ink)
        x = round((10.3 + drawing.width(16) / 2) * ratio)
        column = [image.pixelColor(x, y).lightness() for y in range(image.height())]
        # The line between the letters is black in whole rows.
        assert column.count(0) >= ratio


@pytest.mark.parametrize("name", ["white", "black", "yellow", "#0000ff", "transparent", "nonsense"])
@pytest.mark.parametrize("choice", ["light", "dark"])
def test_no_colour_hides_a_formula(theme, choice, name):
    theme.apply(choice=choice, reading_size=15, reduce_motion=True)
    look = Look(theme, 1.0, wrap_code=False)
    (block,) = parse(rf"$\textcolor{{{name}}}{{\rule{{2em}}{{0.1em}}}}$")
    leaf = TextLeaf(block.text, block.spans, look.style("reading"), look)
    leaf.lay_out(300)
    ground = look.color("bg.canvas")
    image = painted(leaf, color=ground.name())
    contrast = max(
        abs(image.pixelColor(x, y).lightness() - ground.lightness())
        for x in range(image.width())
        for y in range(image.height())
    )
    assert contrast > 60


def test_every_kind_of_mark_is_painted(look):
    source = r"\cancel{x}\chemfig{**6(------)}\colorbox{yellow}{\text{中}}\colorbox{nonsense}{y}"
    image = formula_image(source, look.style("reading").font, displayed=True)
    assert len(dark_columns(image)) > 60


# In the window


def test_menu_copies_a_formula(view, shown, talk):
    reply = talk.reply("so $x^2$ is")
    row = shown(reply)
    rect = row.document._boxes[0].leaves[0].leaf.rect_of(3)
    local = row.text_area.topLeft() + QPoint(round(rect.x()) + 3, round(rect.center().y()))
    at = row.mapToGlobal(local)
    found = formula_under(view.viewport(), view.rows, at)
    assert (found.source, found.is_displayed, found.fault) == ("x^2", False, None)
    assert formula_under(view.viewport(), view.rows, at + QPoint(300, 0)) is None
    assert formula_under(view.viewport(), view.rows, row.mapToGlobal(QPoint(2, 2))) is None

    entries_at(view, row, local)["Copy LaTeX"].click()
    assert QGuiApplication.clipboard().text() == "x^2"
    entries_at(view, row, local)["Copy as image"].click()
    data = QGuiApplication.clipboard().mimeData()
    assert data.hasImage()
    assert bytes(data.data("image/svg+xml").data()).startswith(b"<svg")


def test_menu_of_a_faulty_formula_has_no_image(view, shown, talk):
    reply = talk.reply(r"$$\foo$$")
    row = shown(reply)
    placed = row.document._boxes[0].leaves[0]
    x = placed.x + placed.leaf.rect_of(2).x()
    entries = entries_at(view, row, row.text_area.topLeft() + QPoint(round(x), 10))
    assert "Copy LaTeX" in entries
    assert "Copy as image" not in entries


def entries_at(view, row, at):
    """The entries of the menu at a place of a row, by their words."""
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, row.mapToGlobal(at))
    QApplication.sendEvent(row, event)
    menu = view.window().findChildren(Menu)[-1]
    return {entry.words: entry for entry in menu.items}


def test_a_faulty_formula_has_no_image_to_copy(look):
    font = look.style("reading").font
    assert formula_image(r"\foo", font, displayed=True) is None
    QGuiApplication.clipboard().setText("before")
    copy_formula_image(r"\foo", font, displayed=True)
    assert QGuiApplication.clipboard().text() == "before"


def test_an_image_of_a_long_formula_is_not_huge(look):
    image = formula_image("x+" * 300, look.style("reading").font, displayed=True)
    assert image.width() <= 8_192


def test_a_tip_says_why_a_formula_is_faulty(shown, talk, monkeypatch):
    reply = talk.reply(r"so $\foo$ is")
    row = shown(reply)
    rect = row.document._boxes[0].leaves[0].leaf.rect_of(4)
    local = row.text_area.topLeft() + QPoint(round(rect.x()), round(rect.center().y()))
    shown = []
    monkeypatch.setattr(QToolTip, "showText", lambda at, text, widget: shown.append(text))

    def point(at):
        event = QHelpEvent(QEvent.Type.ToolTip, at, row.mapToGlobal(at))
        QApplication.sendEvent(row, event)

    point(local)
    assert shown == [words.formula_fault(Fault(FaultKind.COMMAND, r"\foo"))]
    point(local + QPoint(300, 0))
    assert len(shown) == 1


def test_a_wide_formula_scrolls_sideways(shown, talk, qtbot):
    reply = talk.reply(f"$${WIDE}{WIDE}$$")
    row = shown(reply)
    qtbot.waitUntil(lambda: len(row.frames.widgets) == 1)
    (frame,) = row.frames.widgets
    assert isinstance(frame, TableFrame)
    box = frame.place.box
    assert frame.accessibleName() == words.formula_name(WIDE + WIDE)
    before = frame.grab().toImage()
    box.scroll.move_by(80)
    frame.update()
    assert frame.grab().toImage() != before


def test_formulas_do_not_move_the_reader(view, shown, talk, on_screen):
    """What comes into sight is drawn at once, so nothing grows later."""
    for number in range(6):
        talk.user(f"question {number}")
        last = talk.reply(f"Some text with ${TALL}$ in it.\n\n$${TALL}$$\n\n" * 6)
    shown(last)
    view.scroll_to(view.most_y // 2)
    before = {
        row.content.entry.node.id: on_screen(row.content.entry.node.id)
        for row in view.rows.widgets()
    }
    QApplication.processEvents()
    after = {message_id: on_screen(message_id) for message_id in before}
    assert before == after
    assert last in view.rows


def test_a_formula_is_source_until_it_is_closed(shown, talk):
    reply = talk.live("so $x^")
    leaf = shown(reply).document._boxes[0].leaves[0].leaf
    assert "$x^" in leaf.text
    assert not list(leaf._formulas)


@pytest.mark.parametrize("kind", list(FaultKind))
def test_every_fault_is_said_in_words(kind):
    assert words.formula_fault(Fault(kind, "x", 3)).startswith("Not drawn:")
    assert words.formula_fault(Fault(kind)).endswith(".")


def test_spans_of_formulas_keep_their_style():
    (block,) = parse("$x$")
    assert block.spans == (Span(0, 1, Style.MATH),)
