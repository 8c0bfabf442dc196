"""The system prompt: variables marked and filled, tokens told, kept by Save."""

from PySide6.QtWidgets import QAbstractButton

from desktop_assistant.settings import schema
from desktop_assistant.ui.settings_dialog.variable_chip import VariableChip


async def _previewed(desk) -> str:
    """The preview once it has caught up with the text."""
    page = desk.prompt
    await desk.until(lambda: not page._preview_pause.isActive())
    return page._preview._text.text()


async def test_the_text_is_kept_by_save_only(desk):
    area = desk.prompt._area
    assert area.accessibleName() == "System prompt"
    area.setPlainText("Be brief.")
    assert desk.values == {}
    desk.dialog.foot.save.click()
    assert desk.results == [1]
    assert desk.values == {schema.SYSTEM_PROMPT.key: "Be brief."}


async def test_an_empty_prompt_is_a_choice_of_its_own(desk):
    desk.prompt._area.clear()
    assert await _previewed(desk) == "Nothing: no system prompt is sent."
    desk.dialog.foot.save.click()
    assert desk.values == {schema.SYSTEM_PROMPT.key: ""}


async def test_the_preview_fills_the_variables_and_leaves_other_braces(desk):
    desk.prompt._area.setPlainText('{weekday}, {date}, {time}; {"json": 1} {model}')
    expected = 'Tuesday, 24 November 2026, 07:34; {"json": 1} Tiny'
    assert (await _previewed(desk)).startswith(expected[:-5])
    assert desk.prompt._tokens.text().startswith("≈ ")


async def test_a_chip_puts_its_variable_where_the_caret_is(desk):
    page = desk.prompt
    page._area.setPlainText("Today is .")
    cursor = page._area.textCursor()
    cursor.setPosition(9)
    page._area.setTextCursor(cursor)
    chips = page.findChildren(VariableChip)
    assert [c.accessibleName() for c in chips][:2] == ["Insert {date}", "Insert {time}"]
    chips[0].click()
    assert page._area.toPlainText() == "Today is {date}."


async def test_variables_are_marked_while_they_are_written(desk, theme):
    area = desk.prompt._area
    area.setPlainText("On {date} and {nothing}")
    layout = area.document().firstBlock().layout()
    await desk.until(layout.formats)
    formats = layout.formats()
    assert [(f.start, f.length) for f in formats] == [(3, 6)]
    assert formats[0].format.background().color() == theme.color("accent.subtle")


async def test_the_default_comes_back_and_can_be_undone(desk):
    page = desk.prompt
    page._area.setPlainText("Own words")
    restore = next(
        b for b in page.findChildren(QAbstractButton) if b.accessibleName() == "Restore default"
    )
    restore.click()
    assert page._area.toPlainText() == schema.SYSTEM_PROMPT.default
    page._area.undo()
    assert page._area.toPlainText() == "Own words"


async def test_the_default_text_needs_no_line_in_the_file(desk):
    desk.assembly.controller.settings.change({schema.SYSTEM_PROMPT.key: "Own words"})
    desk.prompt._restore()
    desk.dialog.foot.save.click()
    assert desk.values == {}
