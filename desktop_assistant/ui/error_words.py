"""A problem's texts in the user's language; the catalogue's English sentences are the keys."""

from PySide6.QtCore import QCoreApplication

from desktop_assistant.domain.errors import ErrorInfo, fill


def error_title(error: ErrorInfo) -> str:
    """What happened."""
    return fill(QCoreApplication.translate("Problems", error.problem.title), error.params)


def error_hint(error: ErrorInfo) -> str:
    """What is safe and what to do."""
    return fill(QCoreApplication.translate("Problems", error.problem.hint), error.params)


def error_sentences(error: ErrorInfo) -> str:
    """Both, as one text."""
    return f"{error_title(error)}. {error_hint(error)}"
