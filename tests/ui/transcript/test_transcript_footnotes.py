"""Footnotes: a reference leads to its note, the note's label back."""

import itertools

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from desktop_assistant.rendering.parse import parse
from desktop_assistant.rendering.readable import note_reference, note_start
from desktop_assistant.ui.transcript.blocks.box import Setting
from desktop_assistant.ui.transcript.document import Document
from desktop_assistant.ui.transcript.look import Look

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
