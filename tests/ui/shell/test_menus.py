"""A menu in the window: keyboard, pointer, names, and where it goes."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from desktop_assistant.ui.controls.buttons import Button
from desktop_assistant.ui.controls.menu import Menu
from desktop_assistant.ui.controls.menu_item import MenuItem, MenuSeparator

WORDS = ("Rename", "Pin", "Reveal in list", "Delete")


@pytest.fixture
def host(qtbot):
    host = QWidget()
    QVBoxLayout(host)
    qtbot.addWidget(host)
    host.resize(600, 400)
    with qtbot.waitActive(host):
        host.show()
        host.activateWindow()
    return host


@pytest.fixture
def opener(host, theme):
    button = Button(theme, "More actions")
    host.layout().addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
    button.show()
    QCoreApplication.processEvents()
    return button


@pytest.fixture
def chosen():
    return []


@pytest.fixture
def menu(host, theme, opener, chosen):
    menu = Menu(theme, host, "More actions")
    for words in WORDS:
        menu.add(words, lambda words=words: chosen.append(words))
    return menu


def focused():
    widget = QApplication.focusWidget()
    return widget.words if isinstance(widget, MenuItem) else None


def press(key):
    QTest.keyClick(QApplication.focusWidget(), key)


def test_arrows_home_and_end_go_from_entry_to_entry(menu, opener):
    menu.open_below(opener)
    assert focused() == "Rename"
    for key, words in (
        (Qt.Key.Key_Down, "Pin"),
        (Qt.Key.Key_End, "Delete"),
        (Qt.Key.Key_Down, "Rename"),
        (Qt.Key.Key_Up, "Delete"),
        (Qt.Key.Key_Home, "Rename"),
        (Qt.Key.Key_Tab, "Pin"),
    ):
        press(key)
        assert focused() == words


def test_letters_go_to_the_entry_that_begins_with_them(menu, opener, monkeypatch):
    now = [100.0]
    monkeypatch.setattr("desktop_assistant.ui.controls.menu.time.monotonic", lambda: now[0])
    menu.open_below(opener)
    press(Qt.Key.Key_D)
    assert focused() == "Delete"
    now[0] += 5
    press(Qt.Key.Key_R)
    assert focused() == "Rename"
    press(Qt.Key.Key_R)  # the same again
    assert focused() == "Reveal in list"
    now[0] += 5
    for key in (Qt.Key.Key_R, Qt.Key.Key_E, Qt.Key.Key_N):
        press(key)
    assert focused() == "Rename"
    now[0] += 5
    press(Qt.Key.Key_X)
    assert focused() == "Rename"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_key_does_what_the_entry_says_once_the_focus_is_back(menu, opener, key, qtbot):
    focus = []
    menu.add("Look", lambda: focus.append(QApplication.focusWidget()))
    opener.setFocus(Qt.FocusReason.TabFocusReason)
    menu.open_below(opener)
    press(Qt.Key.Key_End)
    with qtbot.waitSignal(menu.closed):
        press(key)
    assert focus == [opener]


def test_escape_a_click_beside_and_another_window_close_it(host, theme, opener, qtbot, chosen):
    def opened():
        menu = Menu(theme, host)
        menu.add("Delete", lambda: chosen.append(1))
        opener.setFocus()
        menu.open_below(opener)
        return menu

    menu = opened()
    with qtbot.waitSignal(menu.closed):
        press(Qt.Key.Key_Escape)
    assert opener.hasFocus()
    menu = opened()
    with qtbot.waitSignal(menu.closed):
        QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=QPoint(590, 390))
    menu = opened()
    with qtbot.waitSignal(menu.closed):
        QApplication.sendEvent(host, QEvent(QEvent.Type.WindowDeactivate))
    assert chosen == []


def test_only_one_is_open(host, theme, opener, menu):
    menu.open_below(opener)
    other = Menu(theme, host)
    other.add("Copy", lambda: None)
    other.open_below(opener)
    assert not menu.isVisible()
    assert focused() == "Copy"


def test_the_windows_keys_rest_meanwhile(host, menu, opener):
    pressed = []
    shortcut = QShortcut("Ctrl+N", host)
    shortcut.activated.connect(lambda: pressed.append(1))
    menu.open_below(opener)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert pressed == []
    menu.close_card()
    QTest.keyClick(host, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert pressed == [1]


def test_the_pointer_takes_the_keyboards_place_with_it(menu, opener, chosen):
    menu.open_below(opener)
    QTest.mouseMove(menu.items[2])
    QCoreApplication.processEvents()
    assert focused() == "Reveal in list"
    QTest.mouseClick(menu.items[2], Qt.MouseButton.LeftButton)
    assert chosen == ["Reveal in list"]


def test_what_cannot_be_done_is_passed_over(menu, opener):
    menu.items[0].setEnabled(False)
    menu.open_below(opener)
    assert focused() == "Pin"
    press(Qt.Key.Key_Up)
    assert focused() == "Delete"


@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
def test_it_stays_in_the_window_wherever_it_opens(host, menu, direction):
    host.setLayoutDirection(direction)
    menu.setLayoutDirection(direction)
    for at in (QPoint(0, 0), QPoint(599, 399), QPoint(300, 399), QPoint(0, 200)):
        menu.popup(host.mapToGlobal(at))
        assert host.rect().contains(menu.card.geometry())


def test_a_low_window_makes_it_scroll_to_the_entry(host, theme, opener):
    host.resize(600, 160)
    menu = Menu(theme, host)
    for number in range(12):
        menu.add(f"Entry {number}", lambda: None)
    menu.open_below(opener)
    assert host.rect().contains(menu.card.geometry())
    press(Qt.Key.Key_End)
    last = menu.items[-1]
    assert (
        menu._area.viewport()
        .rect()
        .contains(last.mapTo(menu._area.viewport(), last.rect().center()))
    )


def test_it_opens_at_the_leading_edge_of_what_opened_it(host, menu, opener):
    host.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    QCoreApplication.processEvents()
    menu.open_below(opener)
    assert menu.card.geometry().right() == opener.geometry().right()


def test_assistive_technology_meets_a_menu_and_its_entries(host, theme, opener, chosen):
    menu = Menu(theme, host, "More actions")
    menu.add("Terms & keys", lambda: chosen.append("terms"), shortcut="F2")
    menu.add_separator()
    menu.add("1. First", lambda: chosen.append("first"), checked=True)
    menu.add("2. Second", lambda: chosen.append("second"), checked=False)
    menu.open_below(opener)
    known = QAccessible.queryAccessibleInterface(menu._entries)
    assert known.role() == QAccessible.Role.PopupMenu
    assert known.text(QAccessible.Text.Name) == "More actions"
    entries = [known.child(at) for at in range(known.childCount())]
    assert [entry.role() for entry in entries] == [
        QAccessible.Role.MenuItem,
        QAccessible.Role.Separator,
        QAccessible.Role.MenuItem,
        QAccessible.Role.MenuItem,
    ]
    terms, _, first, second = entries
    assert terms.text(QAccessible.Text.Name) == "Terms & keys"
    assert terms.text(QAccessible.Text.Accelerator) == "F2"
    assert not terms.state().checkable
    assert (first.state().checkable, first.state().checked) == (True, True)
    assert (second.state().checkable, second.state().checked) == (True, False)
    assert second.actionInterface().actionNames() == ["Press", "SetFocus"]
    second.actionInterface().doAction("SetFocus")
    assert focused() == "2. Second"
    second.actionInterface().doAction("Press")
    assert chosen == ["second"]


def test_no_line_at_the_beginning_and_never_two(host, theme):
    menu = Menu(theme, host)
    menu.add_separator()
    menu.add("Copy", lambda: None)
    menu.add_separator()
    menu.add_separator()
    assert len(menu.findChildren(MenuSeparator)) == 1


@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
def test_entries_are_painted_with_icon_words_and_keys(host, theme, opener, direction):
    menu = Menu(theme, host)
    menu.setLayoutDirection(direction)
    plain = menu.add("Copy as Markdown", lambda: None)
    keys = menu.add("Rename", lambda: None, icon="edit", shortcut="F2")
    gone = menu.add("Delete", lambda: None, icon="trash", destructive=True)
    menu.open_below(opener)
    pictures = [item.grab().toImage() for item in (plain, keys, gone)]
    assert len({picture.cacheKey() for picture in pictures}) == 3
    before = keys.grab().toImage()
    keys.setFocus(Qt.FocusReason.TabFocusReason)
    assert keys.grab().toImage() != before
