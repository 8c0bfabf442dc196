"""How the window's language puts words together: numbers, lists and sentences.

What is put together from parts has signs between them, and they too differ between languages.
"""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QLocale

from desktop_assistant.settings.providers import LOCAL_PROVIDER_NAME

_ENDS = (".", "…", "!", "?", "。", "！", "？", "؟")


def number(value: float) -> str:
    """A number as the user's language writes it, without idle zeros."""
    locale = QLocale()
    return locale.toString(int(value)) if value == int(value) else locale.toString(value, "g", 6)


def listed(parts: Iterable[str]) -> str:
    """Parts one after the other: ``a, b, c``."""
    return _tr(", ").join(parts)


def stopped(sentence: str) -> str:
    """A title as a sentence: with its full stop."""
    return sentence if sentence.endswith(_ENDS) else _tr("{sentence}.").format(sentence=sentence)


def joined(*sentences: str) -> str:
    """Sentences as one text; all but the last may be titles without a full stop, or empty."""
    text = ""
    for sentence in filter(None, sentences):
        if text:
            text = _tr("{first} {second}").format(first=stopped(text), second=sentence)
        else:
            text = sentence
    return text


def provider_name(name: str) -> str:
    """A provider's name: the user's own words, but for the built-in model."""
    return _tr("Built-in model") if name == LOCAL_PROVIDER_NAME else name


def _tr(text: str) -> str:
    return QCoreApplication.translate("Sentences", text)
