"""What assistive technology sees: a list named Transcript, and in it the messages in sight.

See ``docs/decisions/0010-accessible-transcript.md`` for why rows are widgets.
"""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget


class AccessibleRole:
    """Mixed into a painted widget to say what it is."""

    accessible_role = QAccessible.Role.Grouping


class AccessibleText(AccessibleRole):
    """Also mixed in where name and text are made only when somebody asks for them."""

    def accessible_name_now(self) -> str:
        """The name."""
        raise NotImplementedError

    def accessible_text_now(self) -> str:
        """The whole text."""
        raise NotImplementedError


class _LazyTexts(QAccessibleWidget):
    """Asks its widget for the texts, so that streaming costs nothing here."""

    def __init__(self, widget: QWidget, role: QAccessible.Role) -> None:
        super().__init__(widget, role)
        self._widget = widget

    def text(self, kind: QAccessible.Text) -> str:
        widget = self._widget
        if isinstance(widget, AccessibleText):
            if kind == QAccessible.Text.Name:
                return widget.accessible_name_now()
            if kind == QAccessible.Text.Description:
                return widget.accessible_text_now()
        return super().text(kind)


def _interface(_class_name: str, subject: QObject) -> QAccessibleInterface | None:
    if not isinstance(subject, QWidget):
        return None
    if isinstance(subject, AccessibleText):
        return _LazyTexts(subject, subject.accessible_role)
    if isinstance(subject, AccessibleRole):
        return QAccessibleWidget(subject, subject.accessible_role)
    return None


_installed = False


def install() -> None:
    """Lets Qt ask us about our own widgets; once in a process."""
    global _installed  # noqa: PLW0603  # Qt keeps one list of factories for the process
    if not _installed:
        QAccessible.installFactory(_interface)
        _installed = True
