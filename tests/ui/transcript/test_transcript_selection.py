"""Selecting with mouse and keyboard, across blocks and messages, and what is copied."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

LONG = "A line of words that is long enough to fill some room.\n\n" * 30
LEFT = Qt.MouseButton.LeftButton


def place(view, row, spot):
    """Where a spot of a row's text stands in the viewport."""
    box = row.document._boxes[spot[0]]
    placed = box.leaves[spot[1]]
    rect = placed.leaf.rect_of(spot[2])
    x = placed.x + rect.x()
    y = row.document.top_of(spot[0]) + placed.y + rect.center().y()
    return row.pos() + row.text_area.topLeft() + QPoint(round(x), round(y))


def drag(view, start, end):
    viewport = view.viewport()
    child = viewport.childAt(start) or viewport
    at = lambda point: child.mapFrom(viewport, point)  # noqa: E731
    QTest.mousePress(child, LEFT, Qt.KeyboardModifier.NoModifier, at(start))
    QTest.mouseMove(child, at((start + end) / 2))
    QTest.mouseMove(child, at(end))
    QTest.mouseRelease(child, LEFT, Qt.KeyboardModifier.NoModifier, at(end))


def copied(qtbot, view):
    qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    return QGuiApplication.clipboard().text()


def test_dragging_selects_within_a_paragraph(view, qtbot, talk, show, row_of):
    reply = talk.reply("The quick brown fox")
    show(talk)
    row = row_of(reply)
    drag(view, place(view, row, (0, 0, 4)), place(view, row, (0, 0, 9)))
    assert copied(qtbot, view) == "quick"


def test_dragging_backwards_selects_the_same(view, qtbot, talk, show, row_of):
    reply = talk.reply("The quick brown fox")
    show(talk)
    row = row_of(reply)
    drag(view, place(view, row, (0, 0, 9)), place(view, row, (0, 0, 4)))
    assert copied(qtbot, view) == "quick"


def test_dragging_crosses_blocks(view, qtbot, talk, show, row_of):
    reply = talk.reply("First words.\n\n- one\n- two\n\n```\ncode here\nmore\n```\n\nLast words.")
    show(talk)
    row = row_of(reply)
    drag(view, place(view, row, (0, 0, 6)), place(view, row, (3, 0, 4)))
    assert copied(qtbot, view) == "words.\n\n• one\n• two\n\ncode here\nmore\n\nLast"


def test_dragging_crosses_messages(view, qtbot, talk, show, row_of):
    question = talk.user("A question here")
    reply = talk.reply("An answer there")
    show(talk)
    start = place(view, row_of(question), (0, 0, 2))
    drag(view, start, place(view, row_of(reply), (0, 0, 9)))
    assert copied(qtbot, view) == "question here\n\nAn answer"


def test_a_table_is_copied_as_cells(view, qtbot, talk, show, row_of):
    reply = talk.reply("|a|b|\n|-|-|\n|c|d|\n\nEnd")
    show(talk)
    row = row_of(reply)
    drag(view, place(view, row, (0, 0, 0)), place(view, row, (1, 0, 3)))
    assert copied(qtbot, view) == "a\tb\nc\td\n\nEnd"


def test_selected_code_keeps_every_character(view, qtbot, talk, show, row_of):
    reply = talk.reply("```\n\tone \u200b\n  two👍x\nthree\n```")
    show(talk)
    row = row_of(reply)
    code = row.document.blocks[0].code
    drag(view, place(view, row, (0, 0, 0)), place(view, row, (0, 0, len(code))))
    assert copied(qtbot, view) == code


def test_inline_code_and_astral_signs_keep_their_places(view, qtbot, talk, show, row_of):
    text = "Say 👍🏽 `code` and 𝒳 then stop"
    reply = talk.reply(text)
    show(talk)
    row = row_of(reply)
    shown = row.document.blocks[0].text
    for start in range(len(shown)):
        for end in (start + 3, len(shown)):
            if end > len(shown):
                continue
            spot = row.document.spot_at
            leaf = row.document._boxes[0].leaves[0].leaf
            at = leaf.rect_of(end)
            assert spot(at.x(), 5).offset in (end, end - 1, end + 1)
    drag(view, place(view, row, (0, 0, shown.index("code"))), place(view, row, (0, 0, len(shown))))
    assert copied(qtbot, view) == "code and 𝒳 then stop"


def test_a_double_click_takes_a_word(view, qtbot, talk, show, row_of):
    reply = talk.reply("The quick brown fox")
    show(talk)
    at = place(view, row_of(reply), (0, 0, 6))
    qtbot.mouseDClick(view.viewport().childAt(at), LEFT, pos=at - row_of(reply).pos())
    assert copied(qtbot, view) == "quick"


def test_a_triple_click_takes_a_paragraph(view, qtbot, talk, show, row_of):
    reply = talk.reply("The quick brown fox\n\nSecond")
    show(talk)
    row = row_of(reply)
    at = place(view, row, (0, 0, 6)) - row.pos()
    qtbot.mouseClick(row, LEFT, pos=at)
    qtbot.mouseDClick(row, LEFT, pos=at)
    qtbot.mouseClick(row, LEFT, pos=at)
    assert copied(qtbot, view) == "The quick brown fox"


def test_a_click_selects_nothing(view, qtbot, talk, show, row_of):
    reply = talk.reply("The quick brown fox")
    show(talk)
    view.select_all()
    row = row_of(reply)
    qtbot.mouseClick(row, LEFT, pos=place(view, row, (0, 0, 6)) - row.pos())
    assert view.selection.is_empty
    assert row.selected is None


def test_shift_click_extends(view, qtbot, talk, show, row_of):
    reply = talk.reply("The quick brown fox")
    show(talk)
    row = row_of(reply)
    drag(view, place(view, row, (0, 0, 4)), place(view, row, (0, 0, 9)))
    at = place(view, row, (0, 0, 15)) - row.pos()
    qtbot.mouseClick(row, LEFT, Qt.KeyboardModifier.ShiftModifier, at)
    assert copied(qtbot, view) == "quick brown"


def test_everything_can_be_selected_and_is_copied_as_it_came(view, qtbot, talk, show):
    talk.user("Question")
    talk.reply("Some **bold** words")
    show(talk)
    qtbot.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert copied(qtbot, view) == "Question\n\nSome bold words"
    data = QGuiApplication.clipboard().mimeData()
    assert bytes(data.data("text/markdown").data()).decode() == "Question\n\nSome **bold** words"


def test_texts_that_are_not_held_are_fetched_before_they_are_copied(view, qtbot, talk, show):
    show(talk.turns(300, text="Some words."))
    view.select_all()
    view.copy_selection()
    text = QGuiApplication.clipboard().text()
    assert text.startswith("Question 0\n\nAnswer 0. Some words.")
    assert text.endswith("Question 299\n\nAnswer 299. Some words.")
    assert not view.rows.keeps_all_texts


def test_a_selection_stays_while_text_comes(view, qtbot, talk, show, row_of):
    reply = talk.reply("The quick brown fox")
    live = talk.live()
    show(talk)
    row = row_of(reply)
    drag(view, place(view, row, (0, 0, 4)), place(view, row, (0, 0, 9)))
    view.append_delta(live, "More text.\n\nAnd more.")
    qtbot.waitUntil(lambda: len(row_of(live).document.blocks) == 2)
    assert copied(qtbot, view) == "quick"


def test_a_selection_survives_scrolling_out_of_sight(view, qtbot, talk, show, row_of):
    reply = talk.reply("The quick brown fox")
    talk.turns(20)
    talk.anchor = f"{reply}:0"
    show(talk)
    row = row_of(reply)
    drag(view, place(view, row, (0, 0, 4)), place(view, row, (0, 0, 9)))
    view.go_to_end()
    assert view.rows.widget(reply) is None
    assert copied(qtbot, view) == "quick"


def test_selecting_beyond_the_edge_scrolls(view, qtbot, talk, show, row_of):
    talk.turns(20)
    show(talk)
    row = view.rows.widgets()[-1]
    viewport = view.viewport()
    start = QPoint(viewport.width() // 2, viewport.height() // 2)
    child = viewport.childAt(start)
    before = view.scroll_y
    QTest.mousePress(child, LEFT, Qt.KeyboardModifier.NoModifier, child.mapFrom(viewport, start))
    QTest.mouseMove(child, child.mapFrom(viewport, QPoint(start.x(), -30)))
    qtbot.waitUntil(lambda: view.scroll_y < before)
    assert not view.follow.is_on
    QTest.mouseRelease(child, LEFT)
    assert not view.selection.is_empty
    assert row is not None


def test_selection_is_painted(view, talk, show, row_of, theme):
    reply = talk.reply("The quick brown fox")
    show(talk)
    row = row_of(reply)
    view.select_all()
    image = row.grab().toImage()
    at = row.text_area.topLeft() + QPoint(2, 1)
    ratio = image.devicePixelRatio()
    color = image.pixelColor(round(at.x() * ratio), round(at.y() * ratio))
    assert color.name() == theme.color("selection.bg").name()


def offered(kind):
    return bytes(QGuiApplication.clipboard().mimeData().data(kind).data()).decode()


def test_a_part_is_copied_with_its_looks(view, qtbot, talk, show, row_of):
    question = talk.user("Is *this* it?")
    reply = talk.reply(
        "# Head\n\nSome **bold words**, a [link](https://example.org/).\n\n- one\n- two"
    )
    show(talk)
    row = row_of(reply)
    drag(view, place(view, row, (1, 0, 7)), place(view, row, (2, 0, 3)))
    assert copied(qtbot, view) == "ld words, a link.\n\n• one"
    assert offered("text/markdown") == "**ld words**, a [link](https://example.org/).\n\n- one"
    assert offered("text/html") == (
        '<p><strong>ld words</strong>, a <a href="https://example.org/">link</a>.</p>\n'
        "<ul>\n<li>one</li>\n</ul>"
    )
    drag(view, place(view, row_of(question), (0, 0, 3)), place(view, row, (0, 0, 2)))
    assert copied(qtbot, view) == "*this* it?\n\nHe"
    assert offered("text/markdown") == "*this* it?\n\nHe"


def test_all_words_of_a_message_are_copied_as_it_came(view, qtbot, talk, show, row_of):
    source = "Some __bold__ words\n===\n\n* item"
    reply = talk.reply(source)
    show(talk)
    row = row_of(reply)
    drag(view, place(view, row, (0, 0, 0)), place(view, row, (1, 0, 4)))
    assert copied(qtbot, view) == "Some bold words\n\n• item"
    assert offered("text/markdown") == source
    assert "<h1>" in offered("text/html")
