from PySide6.QtCore import QLocale

from desktop_assistant.ui.locale import settle_locale


def test_a_system_without_a_language_writes_numbers_like_the_texts(monkeypatch):
    monkeypatch.setattr(QLocale, "system", QLocale.c)
    settle_locale()
    assert QLocale().toString(128_000) == "128,000"


def test_a_systems_own_language_decides(monkeypatch):
    german = QLocale(QLocale.Language.German)
    monkeypatch.setattr(QLocale, "system", lambda: german)
    QLocale.setDefault(german)
    settle_locale()
    assert QLocale().toString(128_000) == "128.000"
