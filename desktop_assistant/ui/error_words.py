"""A problem's texts in the user's language; the catalogue's English sentences are the keys."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from desktop_assistant.domain.errors import ErrorInfo, fill
from desktop_assistant.domain.gap_sentences import sentence_in
from desktop_assistant.ui.sentences import joined, provider_name

_SENTENCES = frozenset({"what", "expected", "source"})
"""Gaps that may hold a sentence of ours."""


def error_title(error: ErrorInfo) -> str:
    """What happened."""
    return fill(_translated(error.problem.title), _gaps(error))


def error_hint(error: ErrorInfo) -> str:
    """What is safe and what to do."""
    return fill(_translated(error.problem.hint), _gaps(error))


def error_sentences(error: ErrorInfo) -> str:
    """Both, as one text."""
    return joined(error_title(error), error_hint(error))


def _gaps(error: ErrorInfo) -> Mapping[str, str]:
    """The gaps' values, in the user's language where they are words of ours."""
    return {name: _value(name, value) for name, value in error.params.items()}


def _value(name: str, value: str) -> str:
    if name == "provider":
        return provider_name(value)
    if name not in _SENTENCES:
        return value
    found = sentence_in(value)
    if found is None:
        return _translated(value)
    sentence, gaps = found
    return fill(_translated(sentence), gaps)


def _translated(text: str) -> str:
    return QCoreApplication.translate("Problems", text)
