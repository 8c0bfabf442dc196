"""The language of the window: which one, its texts, its way of writing numbers and its direction.

Texts are looked up in English. So English needs nothing, and looks for no file.
"""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo
from PySide6.QtWidgets import QApplication

ENGLISH = "en"
_TRANSLATED = ("zh_CN", "ar")
_FACES = {
    "zh_CN": (
        "Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei",
        "WenQuanYi Micro Hei",
    ),
}  # fmt: skip
"""Faces with the forms of signs that a language wants; the first one found is taken."""


def speak(app: QApplication, choice: str, translations: Path) -> None:
    """Makes the application speak a language; to be called before its first widget is made.

    Args:
        app: keeps the texts.
        choice: the setting's value: ``system`` or a language.
        translations: the folder of the compiled texts.
    """
    language = language_for(choice, QLocale.system().uiLanguages())
    if choice != "system":
        QLocale.setDefault(_locale(language))
    if language == ENGLISH:
        return
    for name, folder in (
        (f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)),
        (f"desktop-assistant_{language}", str(translations)),
    ):
        texts = QTranslator(app)
        if texts.load(name, folder):
            app.installTranslator(texts)
    app.setLayoutDirection(QLocale(language).textDirection())
    if language in _FACES:
        app.setFont(_with_face(app.font(), _FACES[language]))


def _with_face(font: QFont, wanted: Iterable[str]) -> QFont:
    """A font that takes from a face what its own one lacks.

    Left to itself, a system with faces for several languages may take the Japanese forms.
    """
    known = set(QFontDatabase.families())
    face = next((name for name in wanted if name in known), None)
    font = QFont(font)
    if face is not None:
        # The resolved name: among several, a system's word for its default is passed over.
        font.setFamilies([QFontInfo(font).family(), face])
    return font


def language_for(choice: str, preferred: Iterable[str]) -> str:
    """The language of the window.

    Args:
        choice: the setting's value: ``system`` or a language.
        preferred: what the system's user reads, best first, as ``zh-Hans-CN`` or ``ar``.
    """
    if choice != "system":
        return choice
    for name in preferred:
        known = _known(QLocale(name))
        if known is not None:
            return known
    return ENGLISH


def _known(locale: QLocale) -> str | None:
    if locale.language() in (QLocale.Language.C, QLocale.Language.English):
        return ENGLISH
    for name in _TRANSLATED:
        ours = QLocale(name)
        if (ours.language(), ours.script()) == (locale.language(), locale.script()):
            return name
    return None


def _locale(language: str) -> QLocale:
    """How a language writes numbers and dates, in the user's own country if it is spoken there."""
    system, general = QLocale.system(), QLocale(language)
    if (system.language(), system.script()) == (general.language(), general.script()):
        return system  # with the formats that the user may have changed
    return QLocale(general.language(), general.script(), system.territory())
