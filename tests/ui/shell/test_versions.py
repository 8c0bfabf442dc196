"""The list of a message's versions, by hand and by pointer."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from desktop_assistant.domain.conversation import ConversationTree
from desktop_assistant.domain.ids import ConversationId, MessageId
from desktop_assistant.domain.messages import Message, MessageNode, Role, Status
from desktop_assistant.ui.controls.popover import Popover
from desktop_assistant.ui.header.branch_list import BranchLine, BranchList
from desktop_assistant.ui.header.branch_row import BranchRow
from desktop_assistant.ui.version_words import age, first_line, version_lines

NOW = 1_800_000_000.0


def node(name, parent=None, *, position, role=Role.ASSISTANT, **more):
    return MessageNode(
        MessageId(name),
        None if parent is None else MessageId(parent),
        role,
        more.pop("status", Status.COMPLETE),
        NOW - 90,
        position,
        **more,
    )


def message(role, text):
    return Message(
        MessageId("m"), ConversationId("c"), None, role, Status.COMPLETE, text, created_at=NOW
    )


def test_a_line_says_number_words_model_age_and_what_follows(monkeypatch):
    monkeypatch.setattr("desktop_assistant.ui.version_words.time.time", lambda: NOW)
    tree = ConversationTree(
        [
            node("q", position=0, role=Role.USER),
            node("a1", "q", position=1, model="gpt-4.1"),
            node("a2", "q", position=2, model="qwen3"),
            node("q2", "a2", position=3, role=Role.USER),
            node("a3", "q", position=4, status=Status.STREAMING),
            node("a4", "q", position=5, status=Status.FAILED),
            node("q3", "q2", position=6),
        ]
    )
    texts = {
        MessageId("a1"): message(Role.ASSISTANT, "# A *title*\n\nText"),
        MessageId("a2"): message(Role.ASSISTANT, "\n\n**Bold** words"),
    }
    versions = tree.siblings(MessageId("a2"))
    lines = version_lines(tree, versions, texts, MessageId("a2"))
    assert [(line.label, line.detail, line.is_current) for line in lines] == [
        ("1. A title", "gpt-4.1 · 1 min ago · nothing follows", False),
        ("2. Bold words", "qwen3 · 1 min ago · 2 messages follow", True),
        ("3. Being written", "1 min ago · nothing follows", False),
        ("4. No text", "1 min ago · nothing follows", False),
    ]
    last = version_lines(tree, versions[3:], texts, MessageId("a4"))
    assert last[0].label.startswith("4. ")
    one = version_lines(tree, tree.siblings(MessageId("q2")), {}, MessageId("q2"))
    assert one[0].detail.endswith("1 message follows")


def test_a_question_is_taken_as_it_was_typed_and_long_lines_end_in_dots():
    assert first_line(message(Role.USER, "  # not a *title*  \nmore")) == "# not a *title*"
    assert first_line(message(Role.ASSISTANT, "```\nx = 1\n```")) == "x = 1"
    attached = "File `notes.md`:\n```md\n# Notes\n```\n"
    assert first_line(message(Role.USER, f"{attached}\nShorten these.")) == "Shorten these."
    assert first_line(message(Role.USER, attached)) == "notes.md"
    assert first_line(message(Role.USER, "word " * 200)).endswith("word…")
    assert first_line(message(Role.USER, " \n ")) == ""
    assert first_line(None) == ""


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(-5, "just now"), (59, "just now"), (60, "1 min ago"), (3_599, "59 min ago"),
     (3_600, "1 h ago"), (86_399, "23 h ago")],
)  # fmt: skip
def test_an_age_is_told_in_the_largest_unit_that_says_enough(seconds, words):
    assert age(NOW - seconds, NOW) == words


def test_what_is_older_than_a_day_has_its_date():
    assert age(NOW - 3 * 86_400, NOW) == "12/01/2027"


async def shown(shell):
    await shell.until(lambda: "Connection pool" in shell.rows)
    shell.window.presenter.open("c1")
    await shell.until_shown("Connection pool")
    transcript = shell.window.pane.transcript
    await shell.until(lambda: transcript.rows.widget("c1-q2") is not None)
    return transcript.rows.widget("c1-q2").actions_bar.switcher


async def opened(shell):
    await shell.until(lambda: bool(shell.window.findChildren(BranchList)))
    (card,) = shell.window.findChildren(BranchList)
    return card, card.findChildren(BranchRow)


async def test_the_number_lists_the_versions_and_enter_goes_to_one(shell):
    switcher = await shown(shell)
    assert switcher.number.accessibleName() == "Versions, 3 of 3"
    assert not any(button.toolTip() for button in switcher.buttons)
    switcher.number.click()
    _, rows = await opened(shell)
    names = [row.accessibleName() for row in rows]
    assert [name.partition(",")[0] for name in names] == [
        "1. First try",
        "2. Second try",
        "3. Third try",
    ]
    assert QApplication.focusWidget() is rows[2]
    assert names[2].endswith("shown now")
    QTest.keyClick(rows[2], Qt.Key.Key_Home)
    assert QApplication.focusWidget() is rows[0]
    QTest.keyClick(rows[0], Qt.Key.Key_Down)
    QTest.keyClick(rows[1], Qt.Key.Key_Return)
    await shell.until(lambda: shell.state.active_leaf_id == "c1-a1")
    assert not [c for c in shell.window.findChildren(BranchList) if c.isVisible()]


@pytest.mark.parametrize("name", ["previous", "number"])
async def test_down_lists_them_too_and_escape_gives_the_focus_back(shell, name):
    switcher = await shown(shell)
    button = getattr(switcher, name)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(button, Qt.Key.Key_Down)
    _, rows = await opened(shell)
    QTest.keyClick(rows[2], Qt.Key.Key_Escape)
    assert button.hasFocus()


def rest_on(widget):
    at = widget.rect().center()
    QTest.mouseMove(widget, at + QPoint(1, 0))
    QTest.mouseMove(widget, at)


async def test_a_pointer_that_rests_shows_them_without_taking_keys_or_clicks(shell):
    switcher = await shown(shell)
    shell.box.setFocus()
    rest_on(switcher.number)
    assert switcher._rest.isActive()
    card, rows = await opened(shell)
    assert shell.box.hasFocus()
    for control in switcher.buttons:
        assert not card.mask().contains(control.mapTo(shell.window, control.rect().center()))
    assert card.mask().contains(card.card.geometry().center())
    # A click beside the list is the switcher's, and the list goes as another version is shown.
    switcher.previous.click()
    await shell.until(lambda: shell.state.active_leaf_id == "c1-a1")
    await shell.until(lambda: not shell.window.findChildren(BranchList))
    assert len(rows) == 3


async def test_a_pointer_that_goes_before_that_shows_nothing(shell):
    switcher = await shown(shell)
    rest_on(switcher.number)
    QTest.mouseMove(shell.box)
    assert not switcher._rest.isActive()
    shell.window.presenter.branches.open_versions("c1-q2", switcher, True)  # it went meanwhile
    await shell.settle()
    assert not shell.window.findChildren(BranchList)


def test_a_list_that_hovers_goes_when_the_pointer_has_left_both(host_with_card, qtbot):
    anchor, card = host_with_card
    QApplication.sendEvent(card.card, QEvent(QEvent.Type.Leave))
    anchor.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    card._close_if_left()  # the pointer is back on what opened it
    assert card.isVisible()
    anchor.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, False)
    with qtbot.waitSignal(card.closed):
        QApplication.sendEvent(anchor, QEvent(QEvent.Type.Leave))


@pytest.fixture
def host_with_card(qtbot, theme):
    anchor = QPushButton("2/3")
    qtbot.addWidget(anchor)
    window = anchor.window()
    window.resize(300, 200)
    window.show()
    card = Popover(theme, window, "Versions")
    card.content.addWidget(QPushButton("1. First"))
    card.open_hovering(anchor)
    return anchor, card


def test_a_low_window_lets_the_list_scroll_to_its_end(qtbot, theme):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(500, 240)
    anchor = QPushButton("2/9", window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    card = BranchList(theme, window, "Versions")
    lines = [
        BranchLine(MessageId(str(n)), f"{n}. Words", "now", is_current=n == 0) for n in range(9)
    ]
    card.open_with(lines, anchor)
    assert window.rect().contains(card.card.geometry())
    rows = card.findChildren(BranchRow)
    QTest.keyClick(rows[0], Qt.Key.Key_End)
    assert rows[8].hasFocus()
    seen = card._area.viewport()
    assert seen.rect().contains(rows[8].mapTo(seen, rows[8].rect().center()))
    assert card.rect().contains(card._area.mapTo(card, card._area.rect().bottomRight()))
