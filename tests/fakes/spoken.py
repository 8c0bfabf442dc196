"""Speaking a language in tests, and back: the application is one for all of them."""

from contextlib import contextmanager
from pathlib import Path
from xml.etree import ElementTree

from PySide6.QtCore import QLocale, Qt, QTranslator
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from desktop_assistant.app.language import speak

TRANSLATIONS = Path(__file__).resolve().parents[2] / "resources" / "translations"
LANGUAGES = tuple(path.stem.partition("_")[2] for path in sorted(TRANSLATIONS.glob("*.ts")))


@contextmanager
def speaking(app: QApplication, language: str):
    """Everything made within speaks a language."""
    before, font = QLocale(), app.font()
    speak(app, language, TRANSLATIONS)
    try:
        yield
    finally:
        back_to_english(app, before, font)


def back_to_english(app: QApplication, locale: QLocale, font: QFont) -> None:
    for texts in app.findChildren(QTranslator):
        app.removeTranslator(texts)
        texts.setParent(None)
    app.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    QLocale.setDefault(locale)
    app.setFont(font)


def messages(language: str) -> list[ElementTree.Element]:
    """The messages of a language's file; each knows its context by the attribute ``context``."""
    found = []
    file = TRANSLATIONS / f"desktop-assistant_{language}.ts"
    for context in ElementTree.parse(file).getroot().iter("context"):
        for message in context.iter("message"):
            message.set("context", context.findtext("name") or "")
            found.append(message)
    return found


def forms(message: ElementTree.Element) -> list[str]:
    """A message's translation: one text, or one for each form of number."""
    translation = message.find("translation")
    assert translation is not None
    if message.get("numerus") == "yes":
        return [form.text or "" for form in translation.iter("numerusform")]
    return [translation.text or ""]
