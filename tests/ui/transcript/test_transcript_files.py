"""The files of a question that was sent: chips above the words, opened in place."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest

from desktop_assistant.domain.attachments import attached, join, split
from desktop_assistant.rendering.finding import Pattern
from desktop_assistant.ui.transcript.code_frame import CodeFrame
from desktop_assistant.ui.transcript.editor import BRANCH, WORDING
from desktop_assistant.ui.transcript.file_frame import FileFrame
from desktop_assistant.ui.transcript.finding import Place
from desktop_assistant.ui.transcript.spots import Spot

NOTES = "# Notes\nthe wall is repaired first"
QUESTION = "Write the programme from these."


def message(*files, said=QUESTION):
    return join(tuple(attached(name, text) for name, text in files), said)


@pytest.fixture
def asked(talk, show):
    """Shows one question with two files, and its reply."""
    asked = talk.user(message(("notes.md", NOTES), ("pool.py", "x = 1")))
    talk.reply("Gladly.")
    show(talk)
    return asked


def chips(row):
    return [frame for frame in row.frames.widgets if isinstance(frame, FileFrame)]


def codes(row):
    return [frame for frame in row.frames.widgets if isinstance(frame, CodeFrame)]


def press(frame):
    frame.stops()[0].click()


def test_each_file_is_a_folded_chip_above_the_words(row_of, asked):
    row = row_of(asked)
    first, second = chips(row)
    assert [frame.box.file.name for frame in (first, second)] == ["notes.md", "pool.py"]
    assert "Markdown" in first.box.about
    assert "Python" in second.box.about
    assert not codes(row)
    assert first.geometry().bottom() < second.geometry().top()
    # The block holds the words only.
    assert second.geometry().bottom() < row._block.top()
    assert row._block.height() < 60
    assert {frame.geometry().right() for frame in (first, second)} == {row._block.right()}


def test_a_press_opens_a_file_in_place_and_another_folds_it(view, row_of, asked):
    row = row_of(asked)
    folded = row.height()
    press(chips(row)[0])
    (code,) = codes(row)
    assert code.box.code == NOTES
    assert chips(row)[0].geometry().bottom() < code.geometry().top()
    assert code.geometry().bottom() < chips(row)[1].geometry().top()
    assert row.height() > folded
    press(chips(row)[0])
    assert not codes(row)
    assert row.height() == folded


def test_what_is_open_stays_open_in_another_look(view, row_of, asked, theme):
    press(chips(row_of(asked))[1])
    theme.apply(choice="dark", reading_size=20, reduce_motion=True)
    (code,) = codes(row_of(asked))
    assert code.box.code == "x = 1"


def test_a_question_of_files_alone_has_no_empty_block(talk, show, row_of):
    asked = talk.user(message(("only.csv", "a,b"), said=""))
    show(talk)
    row = row_of(asked)
    assert len(chips(row)) == 1
    assert row._block.isEmpty()
    assert row.actions_bar.y() > chips(row)[0].geometry().bottom()


def test_a_question_that_only_looks_like_one_is_words(talk, show, row_of):
    asked = talk.user("File `a`:\n```\nnever closed")
    show(talk)
    assert not chips(row_of(asked))
    assert not row_of(asked)._block.isEmpty()


def test_files_stand_at_the_other_side_where_one_reads_from_the_right(
    view, talk, show, row_of, qtbot
):
    asked = talk.user(message(("notes.md", NOTES), said="سؤال قصير"))
    show(talk)
    view.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    qtbot.waitUntil(lambda: chips(row_of(asked))[0].x() == row_of(asked)._block.left())


def test_long_words_still_fold_below_the_files(talk, show, row_of):
    asked = talk.user(message(("notes.md", NOTES), said="A line.\n" * 40))
    show(talk)
    row = row_of(asked)
    assert row._fold is not None
    line = row.look.style("reading").line_height
    shown = row.text_area.height() - row.document.top_of(1)
    assert shown == pytest.approx(12 * line, abs=1)
    row.unfold()
    assert row._fold is None


# By keyboard and assistive technology


def test_chips_are_reached_by_keyboard_before_the_buttons(row_of, asked):
    row = row_of(asked)
    first, second = chips(row)
    stops = row.stops()
    assert stops[:2] == [first.stops()[0], second.stops()[0]]
    QTest.keyClick(stops[0], Qt.Key.Key_Return)
    assert [stop.accessibleName() for stop in row.stops()[:3]] == [
        f"Hide notes.md, {first.box.about}",
        "Wrap code lines",
        "Copy code",
    ]


def test_assistive_technology_hears_name_kind_and_size(row_of, asked):
    row = row_of(asked)
    frame = chips(row)[0]
    interface = QAccessible.queryAccessibleInterface(frame)
    assert interface.role() == QAccessible.Role.Grouping
    name = interface.text(QAccessible.Text.Name)
    assert name.startswith("File notes.md, Markdown · 34 bytes · ")
    assert interface.text(QAccessible.Text.Description) == ""
    button = QAccessible.queryAccessibleInterface(frame.stops()[0])
    assert button.role() == QAccessible.Role.Button
    assert button.text(QAccessible.Text.Name).startswith("Show notes.md, Markdown")
    press(frame)
    assert interface.text(QAccessible.Text.Description) == NOTES


def test_the_row_is_named_by_its_words_and_tells_everything(row_of, asked):
    interface = QAccessible.queryAccessibleInterface(row_of(asked))
    assert interface.text(QAccessible.Text.Name) == f"You, 2 attached files: {QUESTION}"
    told = interface.text(QAccessible.Text.Description)
    assert told == f"notes.md\n{NOTES}\npool.py\nx = 1\n{QUESTION}"


def test_one_file_is_counted_as_one(talk, show, row_of):
    asked = talk.user(message(("notes.md", NOTES), said="word " * 200))
    show(talk)
    name = row_of(asked).accessible_name_now()
    assert name.startswith("You, 1 attached file: word")
    assert name.endswith("…")


# Copying


def clipboard():
    return QGuiApplication.clipboard().mimeData()


def test_a_copied_question_has_its_files_in_every_form(view, asked, talk):
    view.copy_message(asked)
    assert clipboard().text() == f"notes.md\n\n{NOTES}\n\npool.py\n\nx = 1\n\n{QUESTION}"
    markdown = bytes(clipboard().data("text/markdown").data()).decode()
    assert markdown == talk.messages[asked].text
    assert '<code class="language-md"># Notes' in clipboard().html()
    assert QUESTION in clipboard().html()


def test_copying_files_alone_copies_no_empty_words(view, talk, show):
    asked = talk.user(message(("only.csv", "a,b"), said=""))
    show(talk)
    view.copy_message(asked)
    assert clipboard().text() == "only.csv\n\na,b"


def test_a_selection_runs_through_files_and_words(view, asked):
    view.select_all()
    view.copy_selection()
    assert NOTES in clipboard().text()
    assert clipboard().text().index(NOTES) < clipboard().text().index(QUESTION)


def test_part_of_an_open_file_can_be_selected_with_the_mouse(view, row_of, asked):
    row = row_of(asked)
    press(chips(row)[0])
    leaf = row.document.leaf_at(Spot(0, 1, 0))
    code, surface = codes(row)[0], view.viewport()
    placed = code.box.leaves[0]
    start = QPoint(round(placed.x) + 1, round(placed.y) + 10)
    end = start + QPoint(round(leaf.rect_of(7).x()), 0)
    QTest.mousePress(surface, Qt.MouseButton.LeftButton, pos=code.mapTo(surface, start))
    QTest.mouseMove(surface, code.mapTo(surface, end))
    QTest.mouseRelease(surface, Qt.MouseButton.LeftButton, pos=code.mapTo(surface, end))
    view.copy_selection()
    assert clipboard().text() == "# Notes"


def test_the_menu_over_a_chip_copies_its_text(view, row_of, asked, monkeypatch):
    from desktop_assistant.ui.transcript.menus import message_menu

    menu = message_menu(view, asked, chips(row_of(asked))[0])
    item = next(item for item in menu.items if item.accessibleName() == "Copy attached text")
    item.click()
    assert clipboard().text() == NOTES


# Finding


def test_a_hit_in_a_folded_file_opens_it(view, row_of, asked):
    at = view.rows.content(asked).document.offset_of(Spot(0, 1, NOTES.index("wall")))
    view.finding.show(Pattern("wall"), None)
    view.finding.go_to(Place(asked, in_thinking=False, start=at))
    (code,) = codes(row_of(asked))
    assert code._found.at[0] == Spot(0, 1, NOTES.index("wall"))


def test_a_hit_far_down_in_a_file_unfolds_its_lines_too(view, talk, show, row_of):
    text = "\n".join(f"line {number}" for number in range(80))
    asked = talk.user(message(("long.txt", text)))
    show(talk)
    at = view.rows.content(asked).document.offset_of(Spot(0, 1, text.index("line 70")))
    view.finding.go_to(Place(asked, in_thinking=False, start=at))
    (code,) = codes(row_of(asked))
    assert not code.box.is_folded


def test_a_hit_in_a_name_opens_nothing(view, row_of, asked):
    view.finding.show(Pattern("notes"), None)
    view.finding.go_to(Place(asked, in_thinking=False, start=0))
    row = row_of(asked)
    assert not codes(row)
    view.grab()
    assert chips(row)[0].box.leaf.current_hit == 0
    assert chips(row)[1].box.leaf.current_hit == -1


# Editing


def test_editing_keeps_the_files(view, row_of, asked, talk):
    said = []
    view.edit_submitted.connect(lambda *args: said.append(args))
    view.edit_message(asked)
    editor = row_of(asked)._editor
    assert editor._field.toPlainText() == QUESTION
    editor._field.setPlainText("Shorter.")
    editor._submit()
    files = split(talk.messages[asked].text)[0]
    assert said == [(asked, join(files, "Shorter."), BRANCH)]


def test_a_file_can_be_taken_away_while_editing(view, row_of, asked):
    said = []
    view.edit_submitted.connect(lambda *args: said.append(args))
    view.edit_message(asked)
    editor = row_of(asked)._editor
    before = editor.height()
    first = editor._files._chips[0]
    assert first.remove.accessibleName() == "Remove notes.md"
    first.remove.click()
    editor._files._chips[0].remove.click()
    assert editor.height() < before
    editor._save()
    assert said == [(asked, QUESTION, WORDING)]


def test_files_alone_can_be_sent_but_nothing_at_all_cannot(view, row_of, asked):
    said = []
    view.edit_submitted.connect(lambda *args: said.append(args))
    view.edit_message(asked)
    editor = row_of(asked)._editor
    editor._field.setPlainText("")
    for chip in list(editor._files._chips):
        chip.remove.click()
    editor._submit()
    assert said == []


# Many, and hostile ones


def test_thousands_of_files_make_widgets_for_those_in_sight_only(view, talk, show, row_of):
    asked = talk.user("File `a`:\n```\n\n```\n\n" * 3_000 + "words")
    show(talk)
    row = row_of(asked)
    assert row.content.file_count == 3_000
    assert 0 < len(chips(row)) < 40
    assert row.document.height > 100_000


def test_a_name_shows_signs_that_nobody_would_see(talk, show, row_of):
    asked = talk.user("File `a\u200bb.txt`:\n```txt\nx\n```\n\nWhy?")
    show(talk)
    leaf = chips(row_of(asked))[0].box.leaf
    assert leaf.text == "a\u200bb.txt"
    assert "\u200b" not in leaf._shown


def test_a_long_name_is_cut_in_its_middle(talk, show, row_of):
    asked = talk.user(message(("long " * 40 + ".txt", "x")))
    show(talk)
    leaf = chips(row_of(asked))[0].box.leaf
    assert leaf._cut.endswith(".txt") or "…" in leaf._cut
    assert leaf.offset_at(1, 1) == 0
    assert leaf.offset_at(leaf.width, 1) == len(leaf.text)
    assert leaf.rect_of(3).right() <= leaf.width + 1
