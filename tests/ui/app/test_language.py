"""Which language the window speaks, and what that changes."""

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, Qt, QTranslator
from PySide6.QtGui import QFontDatabase, QFontInfo
from PySide6.QtWidgets import QApplication

from desktop_assistant.app import language
from desktop_assistant.app.language import language_for, speak
from desktop_assistant.settings import schema
from tests.fakes.spoken import back_to_english

TRANSLATIONS = Path("resources") / "translations"


@pytest.fixture(autouse=True)
def afterwards(qapp):
    before, font = QLocale(), qapp.font()
    yield
    back_to_english(qapp, before, font)


@pytest.mark.parametrize(
    ("preferred", "spoken"),
    [
        (["en-GB", "en"], "en"),
        (["C"], "en"),
        ([], "en"),
        (["zh-Hans-CN", "zh-CN", "zh"], "zh_CN"),
        (["zh-Hans-SG"], "zh_CN"),
        (["zh-Hant-TW", "en-US"], "en"),
        (["zh-Hant-HK", "zh-Hans-CN"], "zh_CN"),
        (["ar-EG", "ar"], "ar"),
        (["ar-Arab-MA", "fr-FR"], "ar"),
        (["de-DE", "ar-EG", "en-GB"], "ar"),
        (["de-DE", "en-GB", "ar-EG"], "en"),
        (["de-DE"], "en"),
    ],
)
def test_the_system_speaks_the_first_of_its_languages_that_is_known(preferred, spoken):
    assert language_for("system", preferred) == spoken


@pytest.mark.parametrize("choice", [c for c in schema.LANGUAGE.choices if c != "system"])
def test_a_chosen_language_is_spoken_whatever_the_system_prefers(choice):
    assert language_for(choice, ["de-DE", "ar", "zh-Hans"]) == choice


@pytest.mark.parametrize("choice", ["en", "system"])
def test_english_looks_for_no_file(qapp, monkeypatch, choice):
    def no_translator(*_):
        raise AssertionError("a translation was looked for")

    monkeypatch.setattr(language, "QTranslator", no_translator)
    monkeypatch.setattr(language, "language_for", lambda choice, _: "en")
    speak(qapp, choice, Path("/nowhere"))
    assert qapp.layoutDirection() is Qt.LayoutDirection.LeftToRight
    assert QCoreApplication.translate("Sidebar", "Settings") == "Settings"


def test_chinese_has_our_texts_and_those_of_qt(qapp):
    speak(qapp, "zh_CN", TRANSLATIONS)
    assert QCoreApplication.translate("Sidebar", "Settings") == "设置"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "取消"
    assert qapp.layoutDirection() is Qt.LayoutDirection.LeftToRight
    assert QLocale().language() is QLocale.Language.Chinese


def test_arabic_reads_from_the_right(qapp):
    speak(qapp, "ar", TRANSLATIONS)
    assert QCoreApplication.translate("Sidebar", "Settings") == "الإعدادات"
    assert qapp.layoutDirection() is Qt.LayoutDirection.RightToLeft
    assert QLocale().language() is QLocale.Language.Arabic


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (0, "لا فروع"),
        (1, "فرع واحد"),
        (2, "فرعان"),
        (3, "٣ فروع"),
        (11, "١١ فرعًا"),
        (100, "١٠٠ فرع"),
    ],
)
def test_arabic_counts_in_six_ways_with_its_own_digits(qapp, monkeypatch, count, said):
    speak(qapp, "ar", TRANSLATIONS)
    QLocale.setDefault(QLocale("ar_EG"))
    assert QCoreApplication.translate("ConversationModel", "%n branches", "", count) == said


def test_the_system_choice_leaves_the_formats_to_the_system(qapp, monkeypatch):
    QLocale.setDefault(QLocale("de_CH"))
    monkeypatch.setattr(language, "language_for", lambda choice, _: "zh_CN")
    speak(qapp, "system", TRANSLATIONS)
    assert QLocale().name() == "de_CH"
    assert QCoreApplication.translate("Sidebar", "Settings") == "设置"


def test_the_choices_are_those_that_have_translations():
    have = {path.stem.partition("_")[2] for path in TRANSLATIONS.glob("*.ts")}
    assert set(schema.LANGUAGE.choices) == {"system", "en", *have}
    assert {path.with_suffix(".qm") for path in TRANSLATIONS.glob("*.ts")} == set(
        TRANSLATIONS.glob("*.qm")
    )


def test_the_fixture_really_ends_a_language(qapp):
    speak(qapp, "ar", TRANSLATIONS)
    back_to_english(qapp, QLocale(), qapp.font())
    assert not qapp.findChildren(QTranslator)
    assert QApplication.layoutDirection() is Qt.LayoutDirection.LeftToRight
    assert QCoreApplication.translate("Sidebar", "Settings") == "Settings"


def test_chinese_is_written_with_chinese_forms(qapp, monkeypatch):
    """And everything else with the face that the system has for it."""
    own = QFontInfo(qapp.font()).family()
    monkeypatch.setattr(QFontDatabase, "families", lambda: [own, "PingFang SC", "Noto Sans CJK JP"])
    speak(qapp, "zh_CN", TRANSLATIONS)
    assert qapp.font().families() == [own, "PingFang SC"]
