import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QTextEdit, QWidget

from desktop_assistant.ui.controls.buttons import Button, ButtonKind, IconButton
from desktop_assistant.ui.controls.chips import Badge, BadgeKind, Chip
from desktop_assistant.ui.controls.flow_layout import FlowLayout
from desktop_assistant.ui.controls.focus_ring import FocusRing
from desktop_assistant.ui.controls.labels import ElidedLabel
from desktop_assistant.ui.controls.popover import Popover
from desktop_assistant.ui.controls.search_field import SearchField
from desktop_assistant.ui.controls.switch import Switch
from desktop_assistant.ui.controls.tips import plain_tip
from desktop_assistant.ui.controls.toast import Toast


@pytest.fixture
def host(qtbot):
    host = QWidget()
    QHBoxLayout(host)
    qtbot.addWidget(host)
    host.resize(600, 400)
    with qtbot.waitActive(host):
        host.show()
        host.activateWindow()
    return host


def put(host, *widgets):
    for widget in widgets:
        host.layout().addWidget(widget)
        widget.show()


def ring_of(host):
    return [ring for ring in host.findChildren(FocusRing) if ring.isVisible()]


def test_the_ring_is_for_the_keyboard_only(host, theme):
    first, second = Button(theme, "First"), Button(theme, "Second")
    put(host, first, second)
    first.setFocus(Qt.FocusReason.MouseFocusReason)
    assert ring_of(host) == []
    QTest.keyClick(first, Qt.Key.Key_Tab)
    assert second.hasFocus()
    (ring,) = ring_of(host)
    assert ring.geometry().contains(second.geometry())
    assert ring.geometry() != second.geometry()
    first.setFocus(Qt.FocusReason.MouseFocusReason)
    assert ring_of(host) == []


def test_the_ring_comes_back_with_the_window_and_goes_with_the_control(host, theme):
    button = Button(theme, "First")
    put(host, button)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    button.clearFocus()
    button.setFocus(Qt.FocusReason.ActiveWindowFocusReason)
    assert ring_of(host)
    button.hide()
    assert ring_of(host) == []


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_every_button_can_be_pressed_with_space_and_enter(host, theme, key):
    pressed = []
    for button in (
        Button(theme, "Save", kind=ButtonKind.PRIMARY),
        IconButton(theme, "more", "More actions"),
        Chip(theme, "globe", "gpt", "Model"),
        Switch(theme, "Stream replies"),
    ):
        put(host, button)
        button.clicked.connect(lambda _=False, b=button: pressed.append(b))
        button.setFocus()
        QTest.keyClick(button, key)
        assert pressed.pop() is button


@pytest.mark.parametrize(
    ("make", "role"),
    [
        (lambda theme: Button(theme, "Save"), QAccessible.Role.Button),
        (lambda theme: IconButton(theme, "more", "Save"), QAccessible.Role.Button),
        (lambda theme: Chip(theme, "globe", "gpt", "Save"), QAccessible.Role.Button),
        (lambda theme: Switch(theme, "Save"), QAccessible.Role.CheckBox),
        (lambda theme: SearchField(theme, "Save"), QAccessible.Role.EditableText),
        (lambda theme: Badge(theme, "Save"), QAccessible.Role.StaticText),
    ],
)
def test_assistive_technology_finds_role_and_name(host, theme, make, role):
    widget = make(theme)
    put(host, widget)
    interface = QAccessible.queryAccessibleInterface(widget)
    assert interface.role() == role
    assert interface.text(QAccessible.Text.Name) == "Save"


def test_rings_are_not_in_the_accessible_tree(host, theme):
    button = Button(theme, "First")
    put(host, button)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    interface = QAccessible.queryAccessibleInterface(host)
    names = [
        interface.child(at).text(QAccessible.Text.Name) for at in range(interface.childCount())
    ]
    assert names == ["First"]


def test_a_name_and_its_keys_are_the_tip(theme, qtbot):
    button = IconButton(theme, "sidebar", "")
    qtbot.addWidget(button)
    button.set_name("Hide sidebar", "Ctrl+B")
    assert button.accessibleName() == "Hide sidebar"
    assert button.toolTip().startswith("Hide sidebar")
    assert "Ctrl+B" in button.toolTip()


def test_tips_never_become_markup():
    assert plain_tip("plain") == "plain"
    shown = plain_tip('<img src="file:///x"> & more')
    assert "<img" not in shown
    assert "&lt;img" in shown


def test_an_ampersand_is_an_ampersand(host, theme):
    button = Button(theme, "R&D")
    put(host, button)
    assert button.accessibleName() == "R&D"
    assert button.shortcut().isEmpty()


def test_a_busy_button_takes_no_press(host, theme):
    button = Switch(theme, "Enabled")
    put(host, button)
    button.set_busy(True)
    button.click()
    assert not button.isChecked()
    button.set_busy(False)
    button.click()
    assert button.isChecked()


def test_an_elided_label_keeps_its_words_for_the_tip_and_the_reader(host, theme):
    label = ElidedLabel(theme, "<b>A very long title</b> that will not fit in here")
    put(host, label)
    label.setFixedWidth(60)
    label.grab()
    assert "&lt;b&gt;" in label.toolTip()
    interface = QAccessible.queryAccessibleInterface(label)
    assert interface.text(QAccessible.Text.Name).startswith("<b>A very long")
    assert label.textFormat() is Qt.TextFormat.PlainText


def test_a_toast_is_undone_once_and_stays_while_focused(host, theme, qtbot):
    toast = Toast(theme, host)
    undone = []
    toast.tell("Moved to trash", "Undo", lambda: undone.append(1))
    assert toast.isVisible()
    assert toast.can_act
    toast._action.setFocus()
    assert not toast._timer.isActive()
    QTest.keyClick(toast._action, Qt.Key.Key_Return)
    toast.act()
    assert undone == [1]
    assert not toast.isVisible()


def test_a_toast_that_left_cannot_be_undone(host, theme):
    toast = Toast(theme, host)
    undone = []
    toast.tell("Moved to trash", "Undo", lambda: undone.append(1))
    toast._timer.timeout.emit()
    assert not toast.isVisible()
    toast.act()
    assert undone == []


def test_a_card_closes_by_escape_and_gives_the_focus_back(host, theme, qtbot):
    opener = Button(theme, "Open")
    put(host, opener)
    opener.setFocus(Qt.FocusReason.TabFocusReason)
    card = Popover(theme, host, "Card")
    field = QLineEdit(card.card)
    other = QLineEdit(card.card)
    card.content.addWidget(field)
    card.content.addWidget(other)
    card.open_at(opener)
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Tab)
    assert other.hasFocus()
    QTest.keyClick(other, Qt.Key.Key_Tab)
    assert field.hasFocus()
    with qtbot.waitSignal(card.closed):
        QTest.keyClick(field, Qt.Key.Key_Escape)
    assert opener.hasFocus()


def test_a_card_closes_by_a_click_beside_it_and_stays_in_the_window(host, theme, qtbot):
    opener = Button(theme, "Open")
    put(host, opener)
    card = Popover(theme, host, "Card")
    card.content.addWidget(QTextEdit("inside"))
    host.resize(220, 160)  # less than the text field asks for
    card.open_at(opener, trailing=True)
    assert host.rect().contains(card.card.geometry())
    with qtbot.waitSignal(card.closed):
        QTest.mouseClick(card, Qt.MouseButton.LeftButton, pos=QPoint(1, 1))


def test_chips_flow_into_lines(host, theme):
    inside = QWidget(host)
    flow = FlowLayout(inside, gap=8)
    chips = [Chip(theme, "file", f"file {number}", "x") for number in range(6)]
    for chip in chips:
        flow.addWidget(chip)
        chip.show()
    width = chips[0].sizeHint().width() * 2 + 8
    assert flow.heightForWidth(width) > 2 * chips[0].sizeHint().height()
    assert flow.heightForWidth(10_000) == chips[0].sizeHint().height()
    inside.setGeometry(0, 0, width, 200)
    inside.show()
    flow.activate()
    assert chips[1].y() == chips[0].y()
    assert chips[2].y() > chips[0].y()
    chips[0].hide()
    flow.invalidate()
    flow.activate()
    assert chips[2].y() == chips[1].y()


@pytest.mark.parametrize("choice", ["light", "dark"])
def test_controls_are_painted_in_both_schemes(host, theme, choice):
    theme.apply(choice=choice, reading_size=15, reduce_motion=True)
    controls = [
        Button(theme, "Save", kind=ButtonKind.PRIMARY, icon="check", opens_menu=True),
        IconButton(theme, "branch", "Branches"),
        Switch(theme, "On"),
        Chip(theme, "globe", "gpt", "Model", opens_menu=True),
        Badge(theme, "Ready", kind=BadgeKind.SUCCESS, icon="check"),
    ]
    controls[1].set_count("3")
    put(host, *controls)
    for control in controls:
        image = control.grab().toImage()
        colors = {image.pixel(x, y) for x in range(image.width()) for y in range(image.height())}
        assert len(colors) > 2


def test_from_the_right_the_words_of_a_search_field_stand_beside_its_glass(host, theme):
    host.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    field = SearchField(theme, "Find", shortcut="Ctrl+F", parent=host)
    assert field.alignment() & Qt.AlignmentFlag.AlignRight
    assert field.alignment() & Qt.AlignmentFlag.AlignAbsolute
    assert field.textMargins().right() > field.textMargins().left()
