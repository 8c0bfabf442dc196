"""Images in the transcript: a chip until the user asks, then drawn without moving the reader."""

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QPoint, Qt
from PySide6.QtGui import QColor, QImage

from desktop_assistant.ui.controls.menu import Menu
from desktop_assistant.ui.transcript.menus import message_menu
from desktop_assistant.ui.transcript.pictures import Pictures, decode

ADDRESS = "https://example.org/pool.png"
FILLER = "Some words.\n\n" * 40


def picture(width, height, kind="PNG"):
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("#ff00ff"))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, kind)
    return bytes(buffer.data().data())


@pytest.fixture
def image():
    return decode(picture(400, 300))


def entries(menu):
    return [item.words for item in menu.items]


def pink(view):
    shot = view.viewport().grab().toImage()
    return sum(
        shot.pixel(x, y) == QColor("#ff00ff").rgb()
        for y in range(0, shot.height(), 4)
        for x in range(0, shot.width(), 4)
    )


@pytest.mark.parametrize("kind", ["PNG", "JPG", "BMP"])
def test_raster_images_are_read(kind):
    read = decode(picture(40, 30, kind))
    assert (read.width(), read.height()) == (40, 30)


def test_large_ones_are_read_no_larger_than_they_are_drawn():
    read = decode(picture(4000, 1000))
    assert (read.width(), read.height()) == (1920, 480)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<svg xmlns='http://www.w3.org/2000/svg' width='1' height='1'/>",
        b"\x89PNG\r\n\x1a\nbroken",
        picture(40, 30)[:60],
    ],
)
def test_what_is_damaged_or_no_raster_image_is_not_read(data):
    assert decode(data) is None


def test_a_picture_of_too_many_pixels_is_not_read(monkeypatch):
    monkeypatch.setattr("desktop_assistant.ui.transcript.pictures.MOST_PIXELS", 1000)
    assert decode(picture(40, 30)) is None


def test_the_oldest_are_let_go(monkeypatch, image):
    monkeypatch.setattr("desktop_assistant.ui.transcript.pictures._MOST_KEPT_BYTES", 1_000_000)
    pictures = Pictures()
    for address in "abc":
        pictures.put(address, image)
    assert list(pictures) == ["b", "c"]
    assert pictures["c"] is image
    assert len(pictures) == 2


def test_an_image_is_offered_and_loaded_only_when_asked(view, qtbot, talk, show, row_of, image):
    reply = talk.reply(f"See ![the pool]({ADDRESS}) and ![other](file:///etc/passwd).")
    show(talk)
    words = "Load image from example.org"
    assert entries(message_menu(view, reply)).count(words) == 1
    row = row_of(reply)
    spot = row.document.spot_of(len("See th"))
    at = row.document.rect_of(spot).translated(row.text_area.topLeft()).center().toPoint()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=row.mapTo(view.viewport(), at))
    menu = next(m for m in view.window().findChildren(Menu) if m.isVisible())
    assert entries(menu) == [words]
    with qtbot.waitSignal(view.image_requested) as asked:
        menu.items[0].click()
    assert asked.args == [ADDRESS]
    assert pink(view) == 0
    view.show_picture(ADDRESS, image)
    assert pink(view) > 1000
    assert words not in entries(message_menu(view, reply))


def test_a_picture_takes_no_more_than_the_column_and_480(view, talk, show, row_of):
    reply = talk.reply(f"![wide]({ADDRESS})\n\n> ![high](https://example.org/high.png)")
    show(talk)
    row = row_of(reply)
    before = row.content.document.height
    view.show_picture(ADDRESS, decode(picture(1800, 900)))
    wide = row.content.document.height - before
    assert wide == pytest.approx(row.text_area.width() / 2 + 8, abs=2)
    view.show_picture("https://example.org/high.png", decode(picture(100, 900)))
    assert row.content.document.height - before - wide == pytest.approx(488, abs=2)


@pytest.mark.parametrize("place", ["above", "same", "below"])
def test_what_is_read_stays_where_it_is(view, qtbot, talk, show, image, place):
    picture_text = f"![the pool]({ADDRESS})\n\n"
    first = talk.reply((picture_text if place == "above" else "") + FILLER)
    middle = talk.reply((picture_text if place == "same" else "") + FILLER * 3)
    talk.reply((picture_text if place == "below" else "") + FILLER)
    show(talk)
    view.go_to(first)
    view.go_to(middle)
    qtbot.waitUntil(lambda: all(r.content.feed is None for r in view.rows.widgets()))
    view.scroll_by(900)
    row = view.rows.widget(middle)
    spot = row.spot_at(QPoint(row.text_area.left(), -row.y() + 100))

    def height_on_screen():
        rect = row.document.rect_of(spot).translated(row.text_area.topLeft())
        return row.mapTo(view.viewport(), rect.topLeft().toPoint()).y()

    before = height_on_screen()
    view.show_picture(ADDRESS, image)
    assert height_on_screen() == pytest.approx(before, abs=1)


def test_who_looks_at_the_end_goes_on_looking_there(view, talk, show, image):
    talk.reply(FILLER + f"![the pool]({ADDRESS})\\n\\nThe end.")
    show(talk)
    before = view.scroll_y
    view.show_picture(ADDRESS, image)
    assert view.scroll_y == before
    assert view.most_y > before
    assert pink(view) > 100


def test_who_follows_a_reply_goes_on_following(view, qtbot, talk, show, image):
    talk.reply(FILLER + f"![the pool]({ADDRESS})")
    talk.live("")
    show(talk)
    view.message_sent()
    view.show_picture(ADDRESS, image)
    assert view.follow.is_on
    assert view.scroll_y == view.most_y
