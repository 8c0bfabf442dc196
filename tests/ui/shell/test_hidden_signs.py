"""Signs that nobody sees: shown as marks wherever a name stands, told before they are sent."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QWidget

from desktop_assistant.chat.state import ModelChoice, SearchHit
from desktop_assistant.domain.attachments import AttachedText
from desktop_assistant.domain.ids import ConversationId, ProviderId
from desktop_assistant.ui.composer.composer import Composer
from desktop_assistant.ui.controls.chips import Chip
from desktop_assistant.ui.controls.labels import ElidedLabel, Label
from desktop_assistant.ui.controls.tips import plain_tip
from desktop_assistant.ui.header.model_button import ModelButton
from desktop_assistant.ui.sidebar.search_results import HitModel, _around_match

ODD = "invoice\u202egnp.exe"
SHOWN = "invoice⇄gnp.exe"
TAGS = "Hello\U000e0069\U000e0067"


@pytest.fixture
def composer(qtbot, theme):
    made = Composer(theme)
    qtbot.addWidget(made)
    made.show()
    return made


def test_labels_tips_and_chips_show_marks(qtbot, theme):
    for label in (Label(theme, ODD), ElidedLabel(theme, ODD), Label(theme)):
        qtbot.addWidget(label)
        label.setText(ODD)
        assert label.text() == SHOWN
    chip = Chip(theme, "globe", ODD, "name")
    qtbot.addWidget(chip)
    assert chip.text_shown == SHOWN
    chip.show_text("globe", ODD * 2)
    assert chip.text_shown == SHOWN * 2
    assert plain_tip(ODD) == SHOWN
    assert plain_tip(f"<b>{ODD}") == f"<span>&lt;b&gt;{SHOWN}</span>"


def test_a_model_s_name_shows_marks(qtbot, theme):
    host = QWidget()
    button = ModelButton(theme, host)
    qtbot.addWidget(host)
    button.show_choice(ModelChoice(ProviderId("box"), f"Box{ODD}", ODD))
    assert (button._provider, button._model) == (f"Box{SHOWN}", SHOWN)


def test_what_a_search_found_shows_marks(theme):
    hit = SearchHit(ConversationId("c"), None, ODD, f"a\n{ODD}", 2, 7, True)
    model = HitModel()
    model.set_hits([hit])
    assert model.index(0).data(Qt.ItemDataRole.DisplayRole) == SHOWN
    assert _around_match(hit, QFontMetrics(theme.font("label")), 900) == (f"a {SHOWN}", 2)


async def test_titles_show_marks_and_are_edited_as_they_are(shell):
    await shell.until(lambda: "SQL windows" in shell.rows)
    shell.window.presenter.open("c3")
    await shell.until_shown("SQL windows")
    shell.window.commands.rename_to(ODD)
    await shell.until(lambda: SHOWN in shell.rows)
    assert shell.window.windowTitle() == f"{SHOWN} – Desktop Assistant"
    model = shell.view.conversations
    at = model.index(shell.rows.index(SHOWN))
    assert at.data(Qt.ItemDataRole.EditRole) == ODD
    shell.header.title.start()
    assert shell.header.title._field.text() == ODD


def test_what_is_typed_or_pasted_is_told_before_it_is_sent(composer):
    plain = composer._under.text()
    assert "cannot be seen" not in plain
    composer.box.insertPlainText(TAGS)
    assert "cannot be seen" in composer._under.text()
    composer.box.setPlainText("")
    assert composer._under.text() == plain


@pytest.mark.parametrize("file", [AttachedText("a.txt", TAGS), AttachedText(ODD, "words")])
def test_what_an_attached_file_holds_is_told_too_even_in_a_narrow_window(composer, file):
    composer.set_narrow(narrow=True, icons_only=True)
    assert not composer._under.isVisible()
    composer.add_files([file])
    assert composer._under.isVisible()
    assert "cannot be seen" in composer._under.text()
    composer._files[0].removed.emit()
    assert not composer._under.isVisible()


def test_letters_of_every_script_are_nothing_to_tell(composer):
    composer.box.insertPlainText("你好, שלום, می‌خواهم, क्‍ष, e\u0301, 👩‍💻, 🏴󠁧󠁢󠁥󠁮󠁧󠁿")
    assert "cannot be seen" not in composer._under.text()
