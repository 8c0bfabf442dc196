import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop_assistant.ui.composer.message_box import MessageBox


@pytest.fixture
def box(qtbot, theme):
    box = MessageBox(theme)
    qtbot.addWidget(box)
    box.resize(400, 200)
    box.show()
    box.setFocus()
    return box


@pytest.fixture
def sent(box):
    texts = []
    box.submitted.connect(lambda: texts.append(box.text()))
    return texts


def press(box, key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(box, key, modifier)


def compose(box, preedit="", commit=""):
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(commit)
    QGuiApplication.sendEvent(box, event)


def test_enter_sends_and_shift_enter_starts_a_line(box, sent):
    QTest.keyClicks(box, "one")
    press(box, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(box, "two")
    assert sent == []
    press(box, Qt.Key.Key_Return)
    assert sent == ["one\ntwo"]


def test_the_keypad_sends_too(box, sent):
    QTest.keyClicks(box, "one")
    press(box, Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
    assert sent == ["one"]


def test_with_ctrl_enter_chosen_enter_starts_a_line(box, sent):
    box.set_sends_with_ctrl(True)
    QTest.keyClicks(box, "one")
    press(box, Qt.Key.Key_Return)
    QTest.keyClicks(box, "two")
    press(box, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert sent == ["one\ntwo"]


def test_enter_never_sends_while_an_input_method_composes(box, sent):
    compose(box, preedit="ni hao")
    assert box.is_composing
    press(box, Qt.Key.Key_Return)
    assert sent == []
    compose(box, commit="你好")
    assert not box.is_composing
    press(box, Qt.Key.Key_Return)
    assert sent == ["你好"]


def test_rich_text_is_pasted_plain(box):
    data = QMimeData()
    data.setHtml('<b>bold</b> <img src="file:///etc/hostname">')
    data.setText("bold")
    box.insertFromMimeData(data)
    assert box.text() == "bold"
    assert "img" not in box.toHtml()


def test_markup_that_is_pasted_stays_text(box):
    data = QMimeData()
    data.setText("<b>not bold</b>")
    box.insertFromMimeData(data)
    assert box.text() == "<b>not bold</b>"


def test_a_dropped_file_is_only_its_address(box):
    data = QMimeData()
    data.setUrls([QUrl("file:///etc/hostname")])
    assert box.canInsertFromMimeData(data) == data.hasText()
    box.insertFromMimeData(data)
    assert box.text() == data.text()


def test_what_is_copied_is_plain_and_whole(box):
    box.set_text("a\u00a0b\nc")
    box.selectAll()
    data = box.createMimeDataFromSelection()
    assert data.text() == "a\u00a0b\nc"
    assert not data.hasHtml()


def test_no_character_is_lost(box):
    text = "nbsp\u00a0, narrow\u202f, tab\t, emoji 🧪, עברית, 中文"
    box.set_text(text)
    assert box.text() == text


@pytest.mark.parametrize("text", ["x" * 5_000, "line\n" * 10_000])
def test_a_paste_that_would_freeze_the_field_is_handed_on(box, text):
    handed = []
    box.too_much_pasted.connect(handed.append)
    data = QMimeData()
    data.setText(text)
    box.insertFromMimeData(data)
    assert handed == [text]
    assert box.text() == ""


def test_up_in_an_empty_field_edits_the_last_question(box):
    wanted = []
    box.edit_last_wanted.connect(lambda: wanted.append(1))
    press(box, Qt.Key.Key_Up)
    assert wanted == [1]
    QTest.keyClicks(box, "text")
    press(box, Qt.Key.Key_Up)
    assert wanted == [1]


def test_it_grows_by_whole_lines_up_to_its_room(box):
    line = box.height()
    box.set_text("a\nb\nc")
    assert box.height() == 3 * line
    box.set_most_height(5 * line + line // 2)
    box.set_text("\n".join("abcdefghij"))
    assert box.height() == 5 * line
    assert box.verticalScrollBar().maximum() > 0
    box.set_text("")
    assert box.height() == line


def test_every_line_keeps_the_line_height(box):
    box.set_text("first")
    press(box, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(box, "second")
    heights = set()
    block = box.document().begin()
    while block.isValid():
        heights.add(block.blockFormat().lineHeight())
        block = block.next()
    assert len(heights) == 1
    assert heights != {0.0}


def test_undo_does_not_bring_an_old_draft_back(box):
    box.set_text("a draft of another conversation")
    box.set_text("")
    box.undo()
    assert box.text() == ""


def test_escape_is_told(box):
    pressed = []
    box.escaped.connect(lambda: pressed.append(1))
    press(box, Qt.Key.Key_Escape)
    assert pressed == [1]


def test_tab_leaves_the_field(theme, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    box, other = MessageBox(theme, window), QLineEdit(window)
    layout = QVBoxLayout(window)
    layout.addWidget(box)
    layout.addWidget(other)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    box.setFocus()
    press(box, Qt.Key.Key_Tab)
    assert other.hasFocus()
    assert box.text() == ""
