"""Footnotes: a reference leads to its note, the note's label back."""

import itertools

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop_assistant.rendering.parse import parse
from desktop_assistant.rendering.readable import note_reference, note_start
from desktop_assistant.ui.transcript import footnotes
from desktop_assistant.ui.transcript.blocks.box import Setting
from desktop_assistant.ui.transcript.blocks.containers import FootnotesBox
from desktop_assistant.ui.transcript.document import Document
from desktop_assistant.ui.transcript.footnotes import NoteLink
from desktop_assistant.ui.transcript.look import Look
from desktop_assistant.ui.transcript.menus import message_menu

TEXT = "A word[^x] here.\n\n" + "Filler.\n\n" * 60 + "[^x]: The note.\n\n[^y]: Another, unused.\n"


def point_of(view, row, offset, dx=0):
    """Where something readable stands in the viewport."""
    document = row.document
    rect = document.rect_of(document.spot_of(offset)).translated(row.text_area.topLeft())
    return row.mapTo(view.viewport(), rect.center().toPoint() + QPoint(dx, 0))


def click(qtbot, view, at):
    qtbot.mouseMove(view.viewport(), at)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)


def test_a_click_goes_to_the_note_and_back(view, qtbot, talk, show, row_of):
    talk.user("Question")
    reply = talk.reply(TEXT)
    show(talk)
    qtbot.waitUntil(lambda: view.rows.content(reply).feed is None)
    view.go_to(reply)
    row = row_of(reply)
    blocks = row.document.blocks
    note, reference = note_start(blocks, "x"), note_reference(blocks, "x")
    assert not view.viewport().rect().contains(point_of(view, row, note))
    click(qtbot, view, point_of(view, row, reference, dx=3))
    row = row_of(reply)
    at = point_of(view, row, note)
    assert view.viewport().rect().contains(at)
    assert view.viewport().cursor().shape() is Qt.CursorShape.PointingHandCursor
    click(qtbot, view, at - QPoint(12, 0))
    assert view.viewport().rect().contains(point_of(view, row_of(reply), reference))
    assert not view.follow.is_on


def test_nothing_happens_beside_them(view, qtbot, talk, show, row_of):
    reply = talk.reply(TEXT)
    show(talk)
    qtbot.waitUntil(lambda: view.rows.content(reply).feed is None)
    row = row_of(reply)
    before = view.scroll_y
    note = note_start(row.document.blocks, "x")
    unused = note_start(row.document.blocks, "y")
    click(qtbot, view, point_of(view, row, note, dx=20))
    if unused is not None:
        click(qtbot, view, point_of(view, row, unused, dx=-12))
    assert view.scroll_y == before


def test_only_the_first_of_many_notes_have_a_rule_above_them(theme, qapp):
    notes = "".join(f"[^{n}]: note {n}\n" for n in range(100))
    document = Document(Setting(Look(theme, 1.0, wrap_code=False)), 400)
    document.set_blocks(parse("Words.\n\n" + notes))
    document.ensure(0, 1e6)
    tops = [document.top_of(number) for number in range(1, 4)]
    image = QImage(420, round(document.height) + 1, QImage.Format.Format_ARGB32)
    image.fill(theme.color("bg.canvas"))
    with QPainter(image) as painter:
        document.paint(painter, QRectF(image.rect()), None)
    rule = theme.color("border.subtle").rgb()
    assert [image.pixel(100, round(top)) == rule for top in tops] == [True, False, False]
    steps = [
        b - a
        for a, b in itertools.pairwise(
            document.rect_of(document.spot_of(note_start(document.blocks, str(n)))).top()
            for n in range(40, 60)
        )
    ]
    assert max(steps) - min(steps) <= 1


@pytest.fixture
def said(monkeypatch):
    said = []
    monkeypatch.setattr(footnotes, "announce", lambda _, text: said.append(text))
    return said


def ways(view, message_id):
    """What the message's menu offers about footnotes."""
    items = message_menu(view, message_id).items
    return {item.words: item for item in items if "footnote" in item.words}


def test_the_menu_leads_to_the_notes_in_sight_and_back(view, qtbot, talk, show, row_of, said):
    reply = talk.reply(TEXT)
    show(talk)
    qtbot.waitUntil(lambda: view.rows.content(reply).feed is None)
    view.go_to(reply)
    blocks = row_of(reply).document.blocks
    assert list(ways(view, reply)) == ["Go to footnote x"]
    ways(view, reply)["Go to footnote x"].click()
    at = point_of(view, row_of(reply), note_start(blocks, "x"))
    assert view.viewport().rect().contains(at)
    # Nothing refers to the other note, so there is no way back from it.
    assert list(ways(view, reply)) == ["Go back to footnote x in the text"]
    ways(view, reply)["Go back to footnote x in the text"].click()
    at = point_of(view, row_of(reply), note_reference(blocks, "x"))
    assert view.viewport().rect().contains(at)
    assert said == ["Footnote x: The note.", "Text with footnote x: A wordx here."]


def test_the_keyboard_takes_a_way_to_a_note(view, qtbot, talk, show, row_of, said):
    reply = talk.reply(TEXT)
    show(talk)
    qtbot.waitUntil(lambda: view.rows.content(reply).feed is None)
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)
    view.clearFocus()
    view.setFocus(Qt.FocusReason.TabFocusReason)
    view.scroll_to(0)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Menu)
    seen = []
    while (item := QApplication.focusWidget()).words != "Go to footnote x":
        assert item not in seen
        seen.append(item)
        QTest.keyClick(item, Qt.Key.Key_Down)
    QTest.keyClick(item, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: said == ["Footnote x: The note."])
    note = note_start(row_of(reply).document.blocks, "x")
    assert view.viewport().rect().contains(point_of(view, row_of(reply), note))


def test_many_notes_make_no_endless_menu_and_hidden_signs_are_shown(view, qtbot, talk, show, said):
    text = "".join(f"w[^{n}\u202e] " for n in range(30)) + "\n\n"
    reply = talk.reply(text + "".join(f"[^{n}\u202e]: note\n" for n in range(30)))
    show(talk)
    qtbot.waitUntil(lambda: view.rows.content(reply).feed is None)
    found = list(ways(view, reply))
    assert len(found) == 8
    assert not any("\u202e" in words for words in found)


def test_what_has_gone_leads_nowhere(view, talk, show, said):
    reply = talk.reply("No notes.")
    show(talk)
    link = NoteLink("x", leads_back=False)
    footnotes.go_to_note(view, reply, link)
    footnotes.go_to_note(view, "gone", link)
    assert footnotes.notes_in_sight(view, "gone", 8) == []
    assert said == []


def test_notes_that_are_not_laid_out_yet_are_not_painted(theme, qapp):
    box = FootnotesBox(parse("[^1]: note")[0], Setting(Look(theme, 1.0, wrap_code=False)))
    image = QImage(100, 40, QImage.Format.Format_ARGB32)
    image.fill(0)
    with QPainter(image) as painter:
        box.paint(painter, 0, 0, QRectF(image.rect()))
    assert image.allGray()
    assert box.labels_between(0, 100) == []
    box.lay_out(100)
    with QPainter(image) as painter:
        box.paint(painter, 0, 0, QRectF(image.rect()))
    assert not image.allGray()
