"""Scroll areas as assistive technology may ask for them: no question ends the program.

Qt's own interface of a scroll area (6.11) takes a child's number unchecked. A screen reader that
has just counted the children, and asks for the last one when a scroll bar has gone meanwhile, would
end the program. The interface of a plain widget checks.
"""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QAccessibleWidget,
    QPlainTextEdit,
    QTextEdit,
)

_SPEAK_FOR_THEMSELVES = (QAbstractItemView, QPlainTextEdit, QTextEdit)
"""Scroll areas with interfaces of their own, which check."""
_installed = False


def install() -> None:
    """Lets Qt ask us first; once in a process, before the first window is shown."""
    global _installed  # noqa: PLW0603  # Qt keeps one list of factories for the process
    if not _installed:
        QAccessible.installFactory(_interface)
        _installed = True


def _interface(_class_name: str, subject: QObject) -> QAccessibleInterface | None:
    if not isinstance(subject, QAbstractScrollArea) or isinstance(subject, _SPEAK_FOR_THEMSELVES):
        return None
    return QAccessibleWidget(subject, QAccessible.Role.LayeredPane)
