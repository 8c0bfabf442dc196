"""Lines of ideographs stand a little further apart, shown as well as typed."""

import pytest
from PySide6.QtCore import QLocale

from desktop_assistant.rendering.blocks import Paragraph
from desktop_assistant.ui.composer.message_box import MessageBox
from desktop_assistant.ui.transcript.blocks.box import Setting
from desktop_assistant.ui.transcript.document import Document
from desktop_assistant.ui.transcript.editor import MessageEditor
from desktop_assistant.ui.transcript.look import Look

CHINESE, ENGLISH = "先看一下这三类问题各占多少，再决定怎么处理", "We met 王小明 in Beijing"


@pytest.fixture
def look(theme):
    return Look(theme, 1.0, wrap_code=False)


@pytest.fixture
def in_chinese():
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.Chinese))
    yield
    QLocale.setDefault(before)


def heights(document):
    block = document.begin()
    found = []
    while block.isValid():
        found.append(block.blockFormat().lineHeight())
        block = block.next()
    return found


def shown(look, *texts):
    document = Document(Setting(look), 700)
    document.set_blocks([Paragraph(text) for text in texts])
    return [box.leaves[0].leaf.line_height for box in document._boxes]


@pytest.mark.parametrize(("size", "usual", "wide"), [(15, 24, 25), (30, 48, 50)])
def test_each_paragraph_is_set_as_most_of_it_is_written(theme, size, usual, wide):
    theme.apply(choice="light", reading_size=size, reduce_motion=True)
    look = Look(theme, 1.0, wrap_code=False)
    assert shown(look, CHINESE, ENGLISH, "Words") == [wide, usual, usual]


def test_a_paragraph_that_grows_in_another_script_keeps_its_lines(look):
    document = Document(Setting(look), 700)
    text = CHINESE * 6
    for more in ("", " and then", " and then many English words " * 30):
        document.set_blocks([Paragraph(text + more)])
        assert document._boxes[0].leaves[0].leaf.line_height == 25


def test_a_message_has_the_same_lines_in_its_field(qtbot, theme, look):
    from PySide6.QtWidgets import QWidget

    host = QWidget()
    qtbot.addWidget(host)
    text = f"{CHINESE}\n{ENGLISH}\n"
    editor = MessageEditor(theme, look, text, is_question=True, send_with_enter=True, parent=host)
    assert heights(editor._field.document()) == [25, 24, 24]
    assert not editor._field.document().isUndoAvailable()


def test_a_draft_has_them_too_and_an_empty_field_those_of_the_language(qtbot, theme, in_chinese):
    box = MessageBox(theme)
    qtbot.addWidget(box)
    assert heights(box.document()) == [25]
    assert box.height() == 25
    box.set_text(f"{ENGLISH}\n{CHINESE}")
    assert heights(box.document()) == [24, 25]


def test_an_empty_field_is_usual_elsewhere(qtbot, theme):
    box = MessageBox(theme)
    qtbot.addWidget(box)
    assert heights(box.document()) == [24]
