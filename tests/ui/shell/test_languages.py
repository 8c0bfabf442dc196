"""The window in every language that it speaks: nothing stays English, nothing is cut off."""

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from desktop_assistant.chat.state import SearchHit
from desktop_assistant.domain.errors import ErrorInfo, ProblemCode, problem
from desktop_assistant.domain.ids import ConversationId, MessageId
from desktop_assistant.settings.declaration import Page
from desktop_assistant.settings.schema import SETTINGS
from desktop_assistant.ui.controls.labels import ElidedLabel
from desktop_assistant.ui.controls.menu import Menu
from desktop_assistant.ui.crash_notice import CrashNotice
from desktop_assistant.ui.error_words import error_hint, error_title
from desktop_assistant.ui.settings_dialog import SettingsDialog
from desktop_assistant.ui.settings_dialog.words import LANGUAGE_NAMES, choice_label
from desktop_assistant.ui.sidebar.search_results import HitView
from desktop_assistant.ui.start_problem import StartProblem
from desktop_assistant.ui.transcript.link_gate import LinkWarning
from tests.fakes.assembly import Parts
from tests.fakes.memory_settings import MemorySettings
from tests.fakes.no_local_model import PretendLocalModel
from tests.fakes.spoken import LANGUAGES, forms, messages, speaking
from tests.fakes.ui_library import BRANCHES, TITLES

SCRIPTS = {"zh_CN": re.compile(r"[\u3400-\u9fff]"), "ar": re.compile(r"[\u0600-\u06ff]")}
WORD = re.compile(r"[A-Za-z]{2,}")
DATA = {*TITLES, *BRANCHES, "gpt-4.1", "o4-mini", "OpenAI", "You are a helpful assistant."}
NAMES = re.compile(
    r"(Desktop Assistant|English|Top p|(Ctrl|Shift|Alt|Esc|Enter|Del|F)?[+\w ]*|"
    r"https?://\S+|/\S+|\{\w+\}|OpenAI-\w+)"
)


def said(widget: QWidget) -> set[str]:
    """Every text that a widget and those within it show or have for assistive technology."""
    found: set[str] = set()
    for each in (widget, *widget.findChildren(QWidget)):
        if not each.isVisible():
            continue
        found |= {each.windowTitle(), each.accessibleName(), each.accessibleDescription()}
        found.add(re.sub(r"<[^>]+>", "", each.toolTip()))
        if isinstance(each, QLabel | QAbstractButton):
            found.add(each.text())
        if isinstance(each, QLineEdit | QTextEdit | QPlainTextEdit):
            found.add(each.placeholderText())
        if isinstance(each, QAbstractItemView) and each.model() is not None:
            model = each.model()
            rows = [model.index(row, 0) for row in range(model.rowCount())]
            for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
                found |= {str(index.data(role) or "") for index in rows}
        found |= {action.text().partition("\t")[0] for action in each.actions()}
    return found - {""}


def english(language: str, widget: QWidget) -> set[str]:
    """What is said without a sign of the language's script, and is neither data nor a name."""
    return {
        text
        for text in said(widget)
        if WORD.search(text)
        and not SCRIPTS[language].search(text)
        and not any(data in text for data in DATA)
        and not NAMES.fullmatch(text)
    }


def cut_off(widget: QWidget) -> list[str]:
    """Labels and buttons that have less room than their words need."""
    short = []
    for each in widget.findChildren(QWidget):
        if not each.isVisible() or isinstance(each, ElidedLabel):
            continue
        if isinstance(each, QLabel) and each.wordWrap():
            if each.height() < each.heightForWidth(each.width()):
                short.append(f"{each.text()} ({each.size()})")
        elif (
            isinstance(each, QLabel | QAbstractButton)
            and each.text()
            and each.width() < each.minimumSizeHint().width()
        ):
            short.append(f"{each.text()} ({each.size()})")
    return short


def labels(widget: QWidget) -> list[QLabel]:
    return [label for label in widget.findChildren(QLabel) if label.isVisible() and label.text()]


@pytest.fixture(params=LANGUAGES)
def language(request, qapp):
    with speaking(qapp, request.param):
        yield request.param


async def test_a_conversation_is_in_the_language(language, parts, opening):
    async with opening(parts) as shell:
        shell.window.presenter.open("c1")
        await shell.until_shown("Connection pool")
        await shell.until(shell.window.pane.header.branches.isVisible)
        shell.header.more.click()
        await shell.until(lambda: shell.window.findChildren(Menu))
        assert english(language, shell.window) == set()
        assert cut_off(shell.window) == []
        assert shell.window.isRightToLeft() == (language == "ar")
        sidebar, transcript = shell.window.sidebar, shell.window.pane
        is_right = (
            sidebar.mapToGlobal(sidebar.rect().center()).x()
            > transcript.mapToGlobal(transcript.rect().center()).x()
        )
        assert is_right == (language == "ar")


async def test_the_first_run_is_in_the_language(language, opening):
    parts = Parts(settings=MemorySettings({}), local_model=PretendLocalModel())
    async with opening(parts, key_variables=["OPENAI_API_KEY"]) as shell:
        assert english(language, shell.window) == set()
        assert cut_off(shell.window) == []


async def test_a_failed_reply_is_told_in_the_language(language, parts, opening):
    parts.model.then(problem(ProblemCode.KEY_REJECTED, provider="OpenAI"))
    async with opening(parts) as shell:
        await shell.send(TITLES[0])
        await shell.settle()
        await shell.until(lambda: any("OpenAI" in text for text in said(shell.window)))
        assert english(language, shell.window) == set()


OPENERS = {
    "find": lambda commands: commands.find(),
    "branches": lambda commands: commands.open_branches(),
    "models": lambda commands: commands.choose_model(),
    "prompt": lambda commands: commands.edit_prompt(),
    "backups": lambda commands: commands.restore_backup(),
    "rename": lambda commands: commands.rename(),
    "edit": lambda commands: commands.edit_last_question(),
    "delete": lambda commands: commands.delete(),
}


@pytest.mark.parametrize("open_", OPENERS.values(), ids=OPENERS)
async def test_what_opens_from_a_conversation_is_in_the_language(language, open_, parts, opening):
    async with opening(parts) as shell:
        shell.window.presenter.open("c1")
        await shell.until_shown("Connection pool")
        await shell.settle()
        before = said(shell.window)
        open_(shell.window.commands)
        await shell.until(lambda: said(shell.window) != before)
        await shell.settle()
        assert english(language, shell.window) == set()
        assert cut_off(shell.window) == []
        for dialog in shell.window.findChildren(QDialog):
            dialog.reject()


@pytest.mark.parametrize(
    "address", ["https://example.org/a", "https://xn--80ak6aa92e.com/", "file:///etc/passwd"]
)
def test_the_question_before_a_link_is_in_the_language(language, theme, qtbot, address):
    window = QWidget()
    qtbot.addWidget(window)
    dialog = LinkWarning(theme, address, "example.org", window)
    dialog.show()
    assert english(language, dialog) == set()


def test_a_fault_of_ours_is_told_in_the_language(language, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    notice = CrashNotice(window, "Traceback")
    notice.show()
    assert english(language, notice) == set()


def test_a_library_that_cannot_be_used_is_explained_in_the_language(language, qtbot, tmp_path):
    error = problem(ProblemCode.STORAGE_NEWER, known="3", found="4", path="/x.db").info
    explained = StartProblem(error, tmp_path)
    qtbot.addWidget(explained)
    explained.show()
    assert english(language, explained) == set()


def test_a_snippet_stands_under_its_title(language, theme, qtbot):
    """At the right in a window from the right."""
    view = HitView(theme)
    qtbot.addWidget(view)
    view.resize(300, 100)
    view.hits.set_hits([SearchHit(ConversationId("c"), MessageId("m"), "a", "b found", 2, 5, True)])
    view.show()
    picture = view.grab().toImage()
    ground = theme.color("search.hit").rgb()
    marked = [
        x
        for x in range(picture.width())
        for y in range(picture.height())
        if picture.pixel(x, y) == ground
    ]
    assert marked
    middle = sum(marked) / len(marked)
    assert (middle > picture.width() / 2) == (language == "ar")


@pytest.mark.parametrize("page", Page)
async def test_the_settings_are_in_the_language(language, page, parts, opening):
    async with opening(parts) as shell:
        shell.window.commands.open_settings(page)
        await shell.until(lambda: shell.window.findChildren(SettingsDialog))
        dialog = shell.window.findChildren(SettingsDialog)[0]
        await shell.until(lambda: page in dialog._pages and dialog._pages[page].isVisible())
        await shell.until(lambda: all(label.height() for label in labels(dialog._pages[page])))
        assert english(language, dialog) == set()
        assert cut_off(dialog) == []
        dialog.reject()


def test_every_problem_is_told_in_the_language(language):
    gaps = {"what": "A title cannot be empty", "expected": "It must be text."}
    for code in ProblemCode:
        error = ErrorInfo(code, gaps)
        for text in (error_title(error), error_hint(error)):
            assert SCRIPTS[language].search(text), (code, text)


def test_every_choice_of_a_setting_has_words_of_its_own(language):
    known = {"Enter", "Ctrl+Enter", *LANGUAGE_NAMES.values()}
    for setting in SETTINGS:
        for choice in setting.choices:
            label = choice_label(setting, choice)
            assert SCRIPTS[language].search(label) or label in known, (setting.key, choice)


def test_the_english_names_are_looked_up_not_written_down(language):
    """Whatever is equal to its source is a name; the list is short enough to read."""
    same = {m.findtext("source") for m in messages(language) if m.findtext("source") in forms(m)}
    with_words = {text for text in same if WORD.search(re.sub(r"\{\w+\}", "", text))}
    assert with_words <= {
        "Desktop Assistant", "{title} – Desktop Assistant", "Top p", "Enter", "Ctrl+Enter",
        "MMMM yyyy",
    }  # fmt: skip
