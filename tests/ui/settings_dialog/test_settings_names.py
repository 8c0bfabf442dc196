"""Every control of the settings says what it is, and no two say the same."""

from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractScrollArea, QComboBox, QLineEdit, QScrollArea, QWidget

from desktop_assistant.settings import schema
from desktop_assistant.settings.declaration import Page
from desktop_assistant.ui.settings_dialog.fold import Fold
from desktop_assistant.ui.settings_dialog.setting_editor import SettingEditor
from desktop_assistant.ui.settings_dialog.words import label_of


def known(widget):
    return QAccessible.queryAccessibleInterface(widget)


def name(widget):
    return known(widget).text(QAccessible.Text.Name)


def controls(root):
    """What the Tab key stops at, leaving out the field inside of a combo."""
    return [
        widget
        for widget in root.findChildren(QWidget)
        if widget.isVisibleTo(root)
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not isinstance(widget, QScrollArea)
        and not isinstance(widget.parentWidget(), QComboBox | QAbstractScrollArea)
    ]


def show_everything(desk, page):
    desk.show_page(page)
    for fold in desk.dialog._pages[page].findChildren(Fold):
        fold.unfold()


@pytest.mark.parametrize("page", list(Page))
async def test_every_control_has_a_name_of_its_own(desk, page):
    show_everything(desk, page)
    found = controls(desk.dialog)
    names = [name(widget) for widget in found]
    assert len(found) > 3
    assert all(len(n.strip()) > 2 for n in names), list(zip(names, found, strict=True))
    assert [n for n, count in Counter(names).items() if count > 1] == []


async def test_every_control_of_the_built_in_models_form_has_a_name_of_its_own(desk):
    desk.providers._choose("local")
    names = [name(widget) for widget in controls(desk.dialog)]
    assert all(len(n.strip()) > 2 for n in names), names
    assert [n for n, count in Counter(names).items() if count > 1] == []


@pytest.mark.parametrize("page", list(Page))
async def test_every_setting_is_called_by_its_label(desk, page):
    show_everything(desk, page)
    shown = desk.dialog._pages[page]
    for editor in shown.findChildren(SettingEditor):
        assert name(editor.editor.control()) == label_of(editor.setting)


async def test_a_list_to_choose_from_has_its_label_as_name_and_what_is_chosen_as_value(desk):
    field = desk.editor(schema.PROVIDER)
    combo = field.editor.control()
    found = known(combo)
    assert found.role() == QAccessible.Role.ComboBox
    assert found.text(QAccessible.Text.Name) == label_of(schema.PROVIDER)
    chosen = combo.currentText()
    assert found.text(QAccessible.Text.Value) == chosen
    assert found.text(QAccessible.Text.Description).startswith(f"{chosen}. ")
    before = combo.currentIndex()
    actions = found.actionInterface()
    actions.doAction("Decrease" if before else "Increase")
    assert combo.currentIndex() == (before - 1 if before else 1)
    assert desk.values[schema.PROVIDER.key] == combo.currentData()
    for _ in range(10):
        actions.doAction("Decrease")
    assert combo.currentIndex() == 0
    actions.doAction("SetFocus")
    assert combo.hasFocus()


async def test_the_model_has_its_label_in_the_list_and_in_the_line(desk):
    combo = desk.providers.form._model.box
    combo.setEditText("gpt-4.1")
    line = combo.findChild(QLineEdit)
    assert name(combo) == name(line) == label_of(schema.PROVIDER_MODEL)
    assert known(combo).text(QAccessible.Text.Value) == "gpt-4.1"
    assert known(line).text(QAccessible.Text.Value) == "gpt-4.1"


async def test_a_number_and_a_slider_tell_their_values(desk):
    for setting in (schema.REPLY_LIMIT, schema.READING_SIZE):
        control = desk.editor(setting).editor.control()
        found = known(control)
        value = found.valueInterface()
        told = value.currentValue() if value is not None else found.text(QAccessible.Text.Value)
        assert str(told) == str(desk.bridge.settings.get(setting) or "")
