"""The window itself: pages, finding, closing, keyboard, sizes, names."""

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QLabel

from desktop_assistant.settings import schema
from desktop_assistant.settings.declaration import Page
from desktop_assistant.ui.settings_dialog.find import matching, places


def found_names(desk) -> list[str]:
    found = desk.dialog.side.found
    return [found.item(i).text() for i in range(found.count())]


async def test_the_pages_are_listed_in_their_order(desk):
    pages = desk.dialog.side.pages
    assert pages.accessibleName() == "Pages"
    assert [pages.item(i).text() for i in range(pages.count())] == [p.value for p in Page]


async def test_every_page_is_shown_by_choosing_its_row(desk):
    for index, page in enumerate(Page):
        desk.dialog.side.pages.setCurrentRow(index)
        desk.wait_for_page()
        assert desk.dialog._stack.currentWidget() is desk.dialog._pages[page]


@pytest.mark.parametrize("turns", range(4))
async def test_a_page_that_is_on_its_way_when_the_window_closes_is_not_shown(desk, turns):
    desk.dialog.side.pages.setCurrentRow(1)
    for _ in range(turns):
        QCoreApplication.processEvents()
    assert desk.dialog._stack.count() == (2 if turns == 3 else 1)
    told = []
    desk.dialog._pages.made.connect(told.append)
    desk.dialog.reject()
    for _ in range(5):
        QCoreApplication.processEvents()
    assert told == []  # and no widget is left behind, as the fixture makes sure


async def test_a_page_is_loaded_made_and_painted_in_turns_of_their_own(desk, monkeypatch):
    turns = []
    prepare = desk.dialog._pages._maker

    def maker(page):
        turns.append("loaded")
        make = prepare(page)
        return lambda: (turns.append("made"), make())[1]

    monkeypatch.setattr(desk.dialog._pages, "_maker", maker)
    desk.dialog.show_page(Page.PROVIDERS)
    assert turns == []
    seen = set()
    while Page.PROVIDERS not in desk.dialog._pages:
        before = len(turns)
        QCoreApplication.processEvents()
        seen.add(len(turns) - before)
    assert turns == ["loaded", "made"]
    assert seen <= {0, 1}  # never both in one turn


async def test_only_the_page_that_was_chosen_last_comes_into_view(desk):
    pages = desk.dialog.side.pages
    pages.setCurrentRow(1)
    pages.setCurrentRow(2)
    pages.setCurrentRow(1)
    desk.wait_for_page()
    await desk.until(lambda: Page.PROMPT in desk.dialog._pages)
    assert desk.dialog._stack.currentWidget() is desk.providers


async def test_the_window_and_its_buttons_are_called_as_promised(desk):
    assert QAccessible.queryAccessibleInterface(desk.dialog).role() is QAccessible.Role.Dialog
    assert desk.dialog.accessibleName() == "Settings"
    assert desk.dialog.foot.save.accessibleName() == "Save"
    assert desk.dialog.foot.cancel.accessibleName() == "Cancel"
    form = desk.providers.form
    assert form.connection.button.accessibleName() == "Test connection"
    assert form.key.line.accessibleName() == "API key"
    base_url = form._fields[schema.PROVIDER_BASE_URL.key].editor.control()
    assert base_url.accessibleName() == "Base URL"


async def test_labels_never_take_text_for_markup(desk):
    for page in Page:
        desk.show_page(page)
    labels = desk.dialog.findChildren(QLabel)
    assert labels
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in labels)


async def test_every_button_has_a_name_and_can_be_reached_by_tab(desk):
    for page in Page:
        desk.show_page(page)
    for button in desk.dialog.findChildren(QAbstractButton):
        if button.isVisibleTo(desk.dialog):
            assert button.accessibleName(), button
            assert button.focusPolicy() & Qt.FocusPolicy.TabFocus, button.accessibleName()


async def test_finding_a_setting_goes_to_its_page_and_its_control(desk, qtbot):
    side = desk.dialog.side
    qtbot.keyClicks(side.search, "temper")
    assert found_names(desk) == ["Temperature, Models & parameters"]
    qtbot.keyClick(side.search, Qt.Key.Key_Return)
    desk.wait_for_page()
    assert desk.dialog._page is Page.MODELS
    assert desk.dialog.focusWidget().accessibleName() == "Temperature"
    assert side.search.text() == ""
    assert desk.results == []


async def test_enter_on_a_setting_that_was_found_goes_there_and_saves_nothing(desk, qtbot):
    side = desk.dialog.side
    side.search.setText("top p")
    qtbot.keyClick(side.search, Qt.Key.Key_Down)
    qtbot.keyClick(side.found, Qt.Key.Key_Return)
    desk.wait_for_page()
    assert desk.dialog.focusWidget().accessibleName() == "Top p"
    assert desk.results == []


async def test_finding_the_key_goes_to_its_field(desk):
    desk.dialog.side.search.setText("API")
    desk.dialog.side._on_place(desk.dialog.side.found.item(0))
    desk.wait_for_page()
    assert desk.dialog.focusWidget() is desk.providers.form.key.line


async def test_finding_a_rare_option_unfolds_it(desk):
    desk.dialog.side.search.setText("organisation")
    desk.dialog.side._on_place(desk.dialog.side.found.item(0))
    desk.wait_for_page()
    assert desk.dialog.focusWidget().accessibleName() == "Organisation"


async def test_finding_the_built_in_models_threads_shows_its_form(desk):
    desk.dialog.side.search.setText("threads")
    desk.dialog.side._on_place(desk.dialog.side.found.item(0))
    desk.wait_for_page()
    assert desk.providers._forms.currentWidget() is desk.providers.local_form
    assert desk.dialog.focusWidget().accessibleName() == "Threads"


async def test_finding_nothing_says_so_and_escape_goes_back(desk, qtbot):
    side = desk.dialog.side
    side.search.setText("herring")
    assert side._nothing.text() == "No setting is called “herring”."
    qtbot.keyClick(side.search, Qt.Key.Key_Escape)
    assert side.search.text() == ""
    assert side._stack.currentWidget() is side.pages
    assert desk.results == []


def test_a_name_counts_more_than_what_stands_in_a_help_text():
    labels = [place.label for place in matching("key", places())]
    assert labels[0] == "API key"
    assert labels.index("Needs a key") < labels.index("Send with")


async def test_escape_closes_and_the_focus_goes_back(desk, qtbot):
    qtbot.keyClick(desk.dialog, Qt.Key.Key_Escape)
    assert desk.results == [0]
    assert desk.window.focusWidget() is desk.opener


async def test_escape_with_something_unsaved_asks_first_and_drops_it_the_second_time(desk, qtbot):
    desk.prompt._area.setPlainText("Long thought over")
    qtbot.keyClick(desk.dialog, Qt.Key.Key_Escape)
    assert desk.results == []
    assert "not saved yet" in desk.dialog.foot.words.text()
    qtbot.keyClick(desk.dialog, Qt.Key.Key_Escape)
    assert desk.results == [0]
    assert desk.values == {}


async def test_closing_the_window_asks_in_the_same_way(desk):
    desk.prompt._area.setPlainText("Long thought over")
    assert not desk.dialog.close()
    desk.prompt._area.setPlainText("Something else")
    assert not desk.dialog.foot.says_something
    assert not desk.dialog.close()
    assert desk.dialog.close()


async def test_an_edit_taken_back_is_nothing_to_ask_about(desk, qtbot):
    area = desk.prompt._area
    before = area.toPlainText()
    area.setPlainText("Other")
    area.setPlainText(before)
    qtbot.keyClick(desk.dialog, Qt.Key.Key_Escape)
    assert desk.results == [0]


async def test_enter_in_a_field_saves(desk, qtbot):
    line = desk.providers.form._fields[schema.PROVIDER_NAME.key].editor.control()
    line.setFocus()
    line.setText("Work")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert desk.results == [1]
    assert desk.values == {"providers.openai.name": "Work"}


async def test_save_keeps_what_waits_on_every_page(desk):
    desk.prompt._area.setPlainText("Be brief.")
    desk.providers.form._fields[schema.PROVIDER_NAME.key].editor.control().setText("Work")
    desk.editor(schema.REPLY_LIMIT).editor.control().setText("9")
    desk.show_page(Page.GENERAL)
    desk.dialog.foot.save.click()
    assert desk.values == {
        "chat.system_prompt": "Be brief.",
        "providers.openai.name": "Work",
        "chat.reply_limit": 9,
    }


async def test_in_a_narrow_window_the_list_is_a_page_of_its_own(desk):
    dialog = desk.dialog
    dialog.resize(680, 600)
    assert dialog.side.isHidden()
    assert not dialog._content.isHidden()
    dialog._head.back.click()
    assert not dialog.side.isHidden()
    assert dialog._content.isHidden()
    dialog.side.pages.setCurrentRow(3)
    assert dialog.side.isHidden()
    assert dialog._page is Page.MODELS
    dialog._head.back.click()
    dialog.side.pages.itemClicked.emit(dialog.side.pages.item(3))
    assert dialog.side.isHidden()
    dialog.resize(1040, 720)
    assert not dialog.side.isHidden()
    assert dialog._head.isHidden()


async def test_every_page_fits_the_least_width_without_scrolling_sideways(desk):
    dialog = desk.dialog
    dialog.resize(dialog.minimumSize())
    for page in Page:
        desk.show_page(page)
        dialog._pages[page].layout().activate()
        assert dialog.minimumSizeHint().width() <= dialog.width(), page


async def test_the_page_can_be_opened_at_a_providers_key(desk):
    dialog = desk.dialog
    dialog.open_at(Page.PROVIDERS, provider_id="openai", setting="key")
    desk.wait_for_page()
    assert dialog.focusWidget() is desk.providers.form.key.line
    dialog.open_at(Page.PROVIDERS, provider_id="local")
    assert desk.providers._forms.currentWidget() is desk.providers.local_form


async def test_the_data_folder_is_shown_measured_and_opened(desk, tmp_path):
    (tmp_path / "conversations.db").write_bytes(b"x" * 2048)
    desk.show_page(Page.DATA)
    page = desk.dialog._pages[Page.DATA]
    await desk.until(page._size.text)
    assert page._size.text() == "2.0 kB on disk"
    await desk.until_keys_known()
    assert page._keyring.text() == (
        "Keys are kept in the system keyring (Memory) and nowhere else. Keys there now: 1."
    )
    open_folder = next(
        b for b in page.findChildren(QAbstractButton) if b.accessibleName() == "Open folder"
    )
    open_folder.click()
    assert desk.opened_folders == [tmp_path]


async def test_right_to_left_and_dark_paint_every_page(desk, theme):
    desk.dialog.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    theme.apply(choice="dark", reading_size=22, reduce_motion=True)
    QCoreApplication.processEvents()
    for page in Page:
        desk.show_page(page)
        pixmap = desk.dialog.grab()
        corner = pixmap.toImage().pixelColor(5, 5)
        assert corner == theme.color("bg.canvas"), page
