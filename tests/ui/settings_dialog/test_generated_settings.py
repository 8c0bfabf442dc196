"""Pages made from the declarations: nothing is missing, changes count at once, mistakes do not."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from desktop_assistant.domain.errors import ProblemCode, problem
from desktop_assistant.settings import schema
from desktop_assistant.settings.declaration import Page
from desktop_assistant.ui.controls.labels import Label
from desktop_assistant.ui.settings_dialog.page import ScrollColumn
from desktop_assistant.ui.settings_dialog.setting_editor import SettingEditor
from desktop_assistant.ui.settings_dialog.value_editors import NumberEditor
from desktop_assistant.ui.settings_dialog.words import choice_label, label_of


async def test_every_declared_setting_has_an_editor_on_one_of_the_pages(desk):
    for page in Page:
        desk.show_page(page)
    assert desk.providers.reveal(schema.LOCAL_MODEL_FILE.key)

    edited = {_declared_key(e.setting.key) for e in desk.dialog.findChildren(SettingEditor)}

    assert edited == {setting.key for setting in schema.SETTINGS}


async def test_controls_are_named_by_their_labels_and_described_by_their_help(desk):
    for setting in schema.SETTINGS:
        if setting.page in (Page.PROVIDERS, Page.PROMPT) or "local_model" in setting.key:
            continue
        control = desk.editor(setting).editor.control()
        assert control.accessibleName() == label_of(setting)
        assert control.accessibleDescription() == setting.help


async def test_a_switch_changes_its_setting_at_once(desk):
    switch = desk.editor(schema.STREAM).editor.control()
    assert isinstance(switch, QAbstractButton)
    switch.click()
    assert desk.values == {schema.STREAM.key: False}
    switch.click()
    assert desk.bridge.settings.get(schema.STREAM) is True


async def test_one_of_a_few_choices_changes_its_setting_at_once(desk, qtbot):
    buttons = desk.editor(schema.THEME).findChildren(QAbstractButton)
    assert [b.accessibleName() for b in buttons] == ["As the system", "Light", "Dark"]
    buttons[2].click()
    assert desk.values == {schema.THEME.key: "dark"}


async def test_arrow_keys_move_among_a_few_choices(desk, qtbot):
    light, dark = desk.editor(schema.THEME).findChildren(QAbstractButton)[1:]
    light.click()
    light.setFocus()
    qtbot.keyClick(light, Qt.Key.Key_Right)
    if not dark.isChecked():  # where the platform moves the focus only, Space chooses
        qtbot.keyClick(dark, Qt.Key.Key_Space)
    assert desk.values == {schema.THEME.key: "dark"}


async def test_a_slider_changes_its_setting_at_once(desk, qtbot):
    editor = desk.editor(schema.READING_SIZE)
    slider = editor.editor.control()
    qtbot.keyClick(slider, Qt.Key.Key_Right)
    assert desk.values == {schema.READING_SIZE.key: 16}


async def test_a_number_counts_when_its_field_is_left(desk, qtbot):
    editor = desk.editor(schema.TEMPERATURE)
    line = editor.editor.control()
    line.setFocus()
    qtbot.keyClicks(line, "0,7")
    desk.dialog.side.search.setFocus()
    await desk.until(lambda: desk.values)
    assert desk.values == {schema.TEMPERATURE.key: 0.7}


async def test_a_number_set_by_assistive_technology_counts_without_leaving_the_field(desk):
    desk.editor(schema.REPLY_LIMIT).editor.control().setText("400")
    await desk.until(lambda: desk.values)
    assert desk.values == {schema.REPLY_LIMIT.key: 400}


async def test_an_emptied_field_of_an_optional_setting_unsets_it(desk):
    editor = desk.editor(schema.TOP_P)
    editor.editor.control().setText("0.5")
    assert editor.settle()
    editor.editor.control().clear()
    assert editor.settle()
    assert desk.values == {}
    assert desk.bridge.settings.get(schema.TOP_P) is None


@pytest.mark.parametrize(
    ("setting", "text", "expected"),
    [
        (schema.TEMPERATURE, "7", "This must be a number from 0 to 2."),
        (schema.TEMPERATURE, "warm", "This must be a number from 0 to 2."),
        (schema.REPLY_LIMIT, "0", "This must be a whole number from 1 to 1000000."),
        (schema.REPLY_LIMIT, "12.5", "This must be a whole number from 1 to 1000000."),
        (schema.CONNECT_TIMEOUT, "", "This must be a number from 0.1 to 600."),
    ],
)
async def test_a_value_that_cannot_be_used_says_what_is_expected_and_changes_nothing(
    desk, setting, text, expected
):
    editor = desk.editor(setting)
    editor.editor.control().setText("3")
    editor.editor.control().setText(text)
    assert not editor.settle()
    assert editor.problem_text == expected
    assert editor.editor.control().accessibleDescription() == expected
    assert desk.values == {}


async def test_what_was_wrong_is_forgotten_with_the_next_letter(desk):
    editor = desk.editor(schema.TEMPERATURE)
    editor.editor.control().setText("7")
    assert not editor.settle()
    editor.editor.control().setText("1")
    assert editor.problem_text == ""
    assert editor.settle()
    assert desk.values == {schema.TEMPERATURE.key: 1.0}


async def test_half_a_number_is_no_mistake_before_the_field_is_left(desk, qtbot):
    editor = desk.editor(schema.CONTEXT_WINDOW)
    with qtbot.waitSignal(editor.editor.paused):
        editor.editor.control().setText("5")
    assert editor.problem_text == ""
    assert desk.values == {}


async def test_arrow_keys_step_a_number_within_its_bounds(desk, qtbot):
    line = desk.editor(schema.TEMPERATURE).editor.control()
    line.setText("1.9")
    for _ in range(3):
        qtbot.keyClick(line, Qt.Key.Key_Up)
    assert line.text() == "2"
    qtbot.keyClick(line, Qt.Key.Key_Down)
    assert line.text() == "1.9"


async def test_a_file_that_cannot_be_written_is_told_at_the_setting(desk):
    desk.parts.settings.write_error = problem(
        ProblemCode.SETTINGS_UNREADABLE, path="settings.toml", reason="line 3 is broken"
    )
    editor = desk.editor(schema.REPLY_LIMIT)
    editor.editor.control().setText("9")
    assert not editor.settle()
    assert "line 3 is broken" in editor.problem_text
    assert desk.bridge.settings.get(schema.REPLY_LIMIT) is None


async def test_a_change_made_elsewhere_is_shown(desk):
    editor = desk.editor(schema.STREAM)
    desk.assembly.controller.settings.change({schema.STREAM.key: False})
    assert editor.editor.value() is False


async def test_a_change_made_elsewhere_leaves_what_is_being_typed_alone(desk):
    editor = desk.editor(schema.REPLY_LIMIT)
    editor.editor.control().setText("77")
    desk.assembly.controller.settings.change({schema.REPLY_LIMIT.key: 5})
    assert editor.editor.control().text() == "77"


async def test_what_is_still_being_typed_counts_when_the_window_is_cancelled(desk):
    desk.editor(schema.REPLY_LIMIT).editor.control().setText("42")
    desk.dialog.foot.cancel.click()
    assert desk.values == {schema.REPLY_LIMIT.key: 42}


async def test_the_provider_of_new_conversations_is_chosen_by_name(desk):
    box = desk.editor(schema.PROVIDER).editor.control()
    assert [box.itemText(i) for i in range(box.count())] == ["OpenAI", "Built-in model"]
    box.setCurrentIndex(0)
    assert desk.values == {schema.PROVIDER.key: "openai"}


async def test_reset_asks_first_and_leaves_providers_and_the_prompt_alone(desk):
    kept = {
        "chat.provider": "openai",
        "chat.system_prompt": "Be brief.",
        "providers.openai.model": "gpt-4o",
    }
    desk.assembly.controller.settings.change({**kept, "retries.count": 5, "chat.stream": False})
    page = desk.generated(Page.ADVANCED)
    page.reset.click()
    assert desk.values["retries.count"] == 5
    page.confirm.click()
    assert desk.values == kept


def test_a_decimal_comma_of_any_script_is_understood(qapp, theme):
    editor = NumberEditor(theme, schema.TEMPERATURE)
    for text in ("0.5", "0,5", "٠٫٥"):
        editor.line.setText(text)
        assert editor.value() == 0.5


def test_a_column_asks_for_the_height_that_its_own_width_needs(qtbot, theme):
    """Not for that of all the width there is: then fields would be squeezed."""
    column = ScrollColumn(theme, most_width=300)
    column.column.addWidget(Label(theme, "word " * 200, wrap=True))
    qtbot.addWidget(column)
    column.show()
    qtbot.waitUntil(lambda: column.widget().hasHeightForWidth())
    ground = column.widget()
    inner = column.column.parentWidget()
    above_and_below = ground.layout().contentsMargins()
    needed = inner.heightForWidth(inner.maximumWidth())
    assert ground.heightForWidth(900) == (needed + above_and_below.top() + above_and_below.bottom())
    column.resize(900, 600)
    qtbot.waitUntil(lambda: inner.width() == inner.maximumWidth())
    assert inner.x() == above_and_below.left()


def test_a_choice_without_words_of_its_own_is_still_readable():
    assert choice_label(schema.THEME, "high_contrast") == "High contrast"


def _declared_key(key: str) -> str:
    parts = key.split(".")
    return f"providers.*.{parts[2]}" if parts[0] == "providers" else key
