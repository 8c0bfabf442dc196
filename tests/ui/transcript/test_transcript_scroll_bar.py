"""The scroll bar by mouse, and what the pointer shows."""

from PySide6.QtCore import QPoint, Qt

LEFT = Qt.MouseButton.LeftButton


def test_dragging_the_thumb_scrolls(view, qtbot, talk, show):
    show(talk.turns(40))
    bar = view.verticalScrollBar()
    at = bar._thumb().center().toPoint()
    qtbot.mousePress(bar, LEFT, pos=at)
    qtbot.mouseMove(bar, QPoint(at.x(), 5))
    qtbot.mouseRelease(bar, LEFT, pos=QPoint(at.x(), 5))
    assert view.scroll_y == 0
    assert not view.follow.is_on


def test_dragging_it_down_again_follows(view, qtbot, talk, show):
    show(talk.turns(40))
    view.scroll_by(-3_000)
    bar = view.verticalScrollBar()
    at = bar._thumb().center().toPoint()
    qtbot.mousePress(bar, LEFT, pos=at)
    qtbot.mouseMove(bar, QPoint(at.x(), bar.height() + 500))
    qtbot.mouseRelease(bar, LEFT, pos=at)
    assert view.scroll_y == view.most_y
    assert view.follow.is_on


def test_a_press_beside_the_thumb_goes_a_page(view, qtbot, talk, show):
    show(talk.turns(40))
    bar = view.verticalScrollBar()
    before = view.scroll_y
    qtbot.mouseClick(bar, LEFT, pos=QPoint(6, 10))
    assert before - view.scroll_y >= bar.pageStep() - 400
    assert view.scroll_y > 0


def test_a_press_on_a_tick_goes_to_the_fork(view, qtbot, talk, show, on_screen):
    talk.turns(10)
    fork = talk.user("Twice", versions=("x", "y"), message_id="x")
    talk.turns(30)
    show(talk)
    bar = view.verticalScrollBar()
    y = round(bar._tick_y(view.rows.top(fork)))
    qtbot.mouseClick(bar, LEFT, pos=QPoint(6, y))
    assert 0 <= on_screen(fork) < view.viewport().height()


def test_other_buttons_do_nothing(view, qtbot, talk, show):
    show(talk.turns(40))
    before = view.scroll_y
    qtbot.mouseClick(view.verticalScrollBar(), Qt.MouseButton.RightButton, pos=QPoint(6, 10))
    assert view.scroll_y == before


def test_the_bar_is_painted(view, theme, talk, show):
    fork = talk.user("Twice", versions=("x", "y"), message_id="x")
    show(talk.turns(40))
    bar = view.verticalScrollBar()
    image = bar.grab().toImage()
    tick = image.pixelColor(bar.width() // 2, round(bar._tick_y(view.rows.top(fork))))
    assert tick.name() == theme.color("accent.fill").name()


def test_the_fade_is_there_while_text_goes_on_below(view, talk, show):
    show(talk.turns(40))
    assert not view._overlays.fade.isVisible()
    view.scroll_by(-200)
    assert view._overlays.fade.isVisible()


def test_the_pointer_says_what_is_below_it(view, qtbot, talk, show, row_of):
    reply = talk.reply("words and [a link](https://example.org) here")
    show(talk)
    row = row_of(reply)
    leaf = row.document._boxes[0].leaves[0].leaf
    origin = row.text_area.topLeft()

    def shape_at(point):
        qtbot.mouseMove(row, point)
        return view.viewport().cursor().shape()

    link = leaf.rect_of(leaf.links[0].start + 1)
    assert shape_at(origin + QPoint(3, 12)) is Qt.CursorShape.IBeamCursor
    assert shape_at(origin + QPoint(round(link.x()), 12)) is Qt.CursorShape.PointingHandCursor
    assert shape_at(QPoint(3, 12)) is Qt.CursorShape.ArrowCursor
