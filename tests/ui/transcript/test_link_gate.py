"""Links open through one gate: only what may open, and after a look at where it leads."""

from html import unescape

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QHelpEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QToolTip

from desktop_assistant.ui.transcript.link_gate import LinkGate, LinkWarning
from desktop_assistant.ui.transcript.menus import message_menu
from desktop_assistant.ui.transcript.under_pointer import link_under


@pytest.fixture
def gate(qtbot, view, theme, opened):
    return LinkGate(theme, view, lambda address: opened.append(address) or True)


def warning(view):
    found = [w for w in view.findChildren(LinkWarning) if w.isVisible()]
    return found[0] if found else None


def button(dialog, name):
    return next(b for b in dialog.findChildren(QAbstractButton) if b.accessibleName() == name)


def test_an_honest_link_opens(gate, view, opened):
    gate.follow("https://example.org/a", "the article")
    assert opened == ["https://example.org/a"]
    assert warning(view) is None


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd",
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,x",
        "smb://host/share",
        " https://example.org",
        "//example.org",
        "ms-msdt:/id",
        "",
    ],
)
def test_nothing_else_opens(gate, view, opened, address):
    gate.follow(address, "words")
    assert opened == []
    assert warning(view) is None


@pytest.mark.parametrize(
    ("address", "words", "host"),
    [
        ("https://evil.example/login", "https://bank.example", "evil.example"),
        ("https://bank.example@evil.example/", "bank", "evil.example"),
        ("https://аpple.com/", "apple", "xn--pple-43d.com"),
    ],
)
def test_a_deceiving_link_is_shown_for_what_it_is(gate, view, opened, address, words, host):
    gate.follow(address, words)
    dialog = warning(view)
    assert opened == []
    assert button(dialog, f"Open {host}") is not None


def test_it_opens_only_when_asked_to(gate, view, qtbot, opened):
    gate.follow("https://evil.example/", "https://bank.example")
    qtbot.mouseClick(button(warning(view), "Open evil.example"), Qt.MouseButton.LeftButton)
    assert opened == ["https://evil.example/"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return])
def test_staying_is_the_default(gate, view, qtbot, opened, key):
    gate.follow("https://evil.example/", "https://bank.example")
    dialog = warning(view)
    qtbot.keyClick(dialog.focusWidget(), key)
    assert opened == []
    assert not dialog.isVisible()


def click_first_link(view, qtbot, row):
    leaf = row.document._boxes[0].leaves[0].leaf
    rect = leaf.rect_of(leaf.links[0].start + 1)
    at = row.text_area.topLeft() + QPoint(round(rect.x()) + 2, round(rect.center().y()))
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton, pos=at)


def test_a_click_on_a_link_opens_it(view, qtbot, talk, show, row_of, opened):
    reply = talk.reply("See [the article](https://example.org/a) for more.")
    show(talk)
    with qtbot.waitSignal(view.link_opened):
        click_first_link(view, qtbot, row_of(reply))
    assert opened == ["https://example.org/a"]


def test_a_click_on_an_address_in_a_question_opens_it(view, qtbot, talk, show, row_of, opened):
    question = talk.user("https://example.org/b is it")
    show(talk)
    click_first_link(view, qtbot, row_of(question))
    assert opened == ["https://example.org/b"]


def test_dragging_over_a_link_does_not_open_it(view, qtbot, talk, show, row_of, opened):
    reply = talk.reply("[a long link with many words](https://example.org/a)")
    show(talk)
    row = row_of(reply)
    start = row.text_area.topLeft() + QPoint(5, 12)
    qtbot.mousePress(row, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(row, start + QPoint(80, 0))
    qtbot.mouseRelease(row, Qt.MouseButton.LeftButton, pos=start + QPoint(80, 0))
    assert opened == []


def test_links_that_may_not_open_are_words(view, talk, show, row_of):
    reply = talk.reply("[click](javascript:alert(1)) [file](file:///etc/passwd)")
    show(talk)
    assert row_of(reply).document.links() == []


def test_an_image_is_its_name_and_address(view, talk, show, row_of):
    reply = talk.reply("![a cat](https://example.org/cat.png)")
    show(talk)
    leaf = row_of(reply).document._boxes[0].leaves[0].leaf
    assert leaf.text == "a cat (https://example.org/cat.png)"


@pytest.fixture
def linked(view, talk, show, row_of):
    """A reply with a link, and where the link stands on the screen."""

    def linked(text):
        reply = talk.reply(text)
        show(talk)
        row = row_of(reply)
        rect = row.document.rect_of(row.document.spot_of(1))
        at = row.text_area.topLeft() + rect.center().toPoint()
        return reply, row, at

    return linked


@pytest.mark.parametrize(
    ("text", "tip"),
    [
        ("[words](https://Example.org/a?b=1&c)", "example.org\nhttps://example.org/a?b=1&c"),
        ("[bank](https://bank.example@evil.example/)", "evil.example\n"),
        ("[аррӏе](https://аррӏе.example)", "xn--80ak6aa92e.example\n"),
        ("[me](mailto:me@example.org)", "me@example.org\nmailto:me@example.org"),
        ("plain words", ""),
    ],
)
def test_a_tip_says_where_a_link_leads(linked, monkeypatch, text, tip):
    shown = []
    monkeypatch.setattr(QToolTip, "showText", lambda at, text, widget: shown.append(text))
    _, row, at = linked(text)
    QApplication.sendEvent(row, QHelpEvent(QEvent.Type.ToolTip, at, row.mapToGlobal(at)))
    assert len(shown) == bool(tip)
    assert all(unescape(words.removeprefix("<span>")).startswith(tip) for words in shown)


def test_the_menu_begins_with_the_link_under_the_pointer(view, linked):
    reply, row, at = linked("[words](https://example.org/a) and [more](https://other.example/b)")
    link = link_under(view.viewport(), view.rows, row.mapToGlobal(at))
    assert link == ("https://example.org/a", "words")
    assert link_under(view.viewport(), view.rows, row.mapToGlobal(QPoint(0, 0))) is None
    menu = message_menu(view, reply, link=link)
    words = [item.words for item in menu.items]
    assert words[:2] == ["Open link to example.org", "Copy link address"]
    assert words.count("Open link to example.org") == 1
    assert "Open link to other.example" in words
    menu.items[1].click()
    assert QGuiApplication.clipboard().text() == "https://example.org/a"
    next(item for item in menu.items if item.words == "Select message").click()
    assert view.selection.is_whole(reply, reply)
