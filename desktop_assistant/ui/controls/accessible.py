"""What assistive technology is told of widgets that we paint ourselves.

See ``docs/decisions/0010-accessible-transcript.md``: roles come from a factory, everything else is
Qt's own, except for what is said here.
"""

from typing import cast

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAccessibleWidget,
    QComboBox,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)


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


class AccessibleStop(AccessibleRole):
    """Also mixed in where assistive technology may send the focus, whatever Tab goes through."""

    def take_focus_now(self) -> None:
        """Takes the focus, or gives it to what stands for it."""
        raise NotImplementedError


class AccessibleChoice(AccessibleRole):
    """Mixed into a button that is an entry of a menu or a list; it can be pressed all the same."""

    accessible_role = QAccessible.Role.MenuItem

    def accessible_keys(self) -> str:
        """The keys that are shown beside it, or an empty text."""
        return ""

    def is_current_choice(self) -> bool | None:
        """Whether it is the one in force; ``None`` where nothing is chosen among."""
        return None


class AccessibleButton:
    """Mixed into a button whose press by assistive technology takes effect at once.

    Qt shows such a press for 100 ms first, and what comes meanwhile meets the window as it was.
    """


class AccessibleCombo(AccessibleRole):
    """Mixed into a list to choose from that has its label as its name on every system.

    On Linux Qt gives it its value as name and expects a label elsewhere in the window.
    """

    accessible_role = QAccessible.Role.ComboBox


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


class _Stop(_LazyTexts):
    """Can be focused, although Tab may pass it by."""

    def state(self) -> QAccessible.State:
        state = super().state()
        state.focusable = True
        return state

    def actionNames(self) -> list[str]:
        return [self.setFocusAction()]

    def doAction(self, action: str, /) -> None:
        widget = self._widget
        if action == self.setFocusAction() and isinstance(widget, AccessibleStop):
            widget.take_focus_now()


class _Choice(QAccessibleWidget):
    """A button in another role: with the actions and states that Qt gives to real buttons only."""

    def __init__(self, widget: QWidget, role: QAccessible.Role) -> None:
        super().__init__(widget, role)
        self._widget = widget

    def text(self, kind: QAccessible.Text) -> str:
        widget = self._widget
        if kind == QAccessible.Text.Accelerator and isinstance(widget, AccessibleChoice):
            return widget.accessible_keys()
        return super().text(kind)

    def state(self) -> QAccessible.State:
        state = super().state()
        widget = self._widget
        if isinstance(widget, AccessibleChoice) and widget.is_current_choice() is not None:
            is_current = bool(widget.is_current_choice())
            if widget.accessible_role == QAccessible.Role.MenuItem:
                state.checkable, state.checked = True, is_current
            else:
                state.selectable, state.selected = True, is_current
        return state

    def actionNames(self) -> list[str]:
        return [self.pressAction(), self.setFocusAction()]

    def doAction(self, action: str, /) -> None:
        widget = self._widget
        if action == self.pressAction() and isinstance(widget, QAbstractButton):
            widget.click()
        else:
            super().doAction(action)


class _Button(QAccessibleWidget):
    """A button, but for the time it takes."""

    def __init__(self, button: QAbstractButton, role: QAccessible.Role) -> None:
        super().__init__(button, role)
        self._button = button

    def actionNames(self) -> list[str]:
        return [self.pressAction(), self.setFocusAction()]

    def doAction(self, action: str, /) -> None:
        if action == self.pressAction():
            # Not from within the question: the button may go by its own press.
            QTimer.singleShot(0, self._button, self._button.click)
        else:
            super().doAction(action)


class _Combo(QAccessibleWidget):
    """Name and value apart; assistive technology can step through what there is to choose."""

    def __init__(self, combo: QComboBox) -> None:
        super().__init__(combo, QAccessible.Role.ComboBox)
        self._combo = combo

    def text(self, kind: QAccessible.Text) -> str:
        combo = self._combo
        if kind == QAccessible.Text.Value:
            return combo.currentText()
        if kind == QAccessible.Text.Description and not combo.isEditable():
            # AT-SPI has no place for a value that is no number; what is read is name and this.
            about = super().text(kind)
            return f"{combo.currentText()}. {about}" if about else combo.currentText()
        return super().text(kind)

    def actionNames(self) -> list[str]:
        return [
            self.showMenuAction(),
            self.increaseAction(),
            self.decreaseAction(),
            self.setFocusAction(),
        ]

    def doAction(self, action: str, /) -> None:
        combo = self._combo
        steps = {self.increaseAction(): 1, self.decreaseAction(): -1}
        if action == self.showMenuAction():
            combo.showPopup()
        elif action in steps:
            index = combo.currentIndex() + steps[action]
            if 0 <= index < combo.count():
                combo.setCurrentIndex(index)
        else:
            super().doAction(action)


def _speaks_safely(subject: QAbstractScrollArea) -> bool:
    """Whether Qt's own interface of a scroll area checks what it is asked for.

    That of a bare one (6.11) takes a child's number unchecked: a screen reader that has just
    counted the children, and asks for the last one when a scroll bar has gone meanwhile, would end
    the program. The interface of a plain widget checks.
    """
    return isinstance(subject, QAbstractItemView | QPlainTextEdit | QTextEdit)


def _is_plain(button: QAbstractButton) -> bool:
    """Whether it is ours and can only be pressed; Qt tells well whether a switch is on."""
    marked = cast("object", button)
    return isinstance(marked, AccessibleButton) and not (
        isinstance(marked, AccessibleChoice) or button.isCheckable()
    )


def _interface(_class_name: str, subject: QObject) -> QAccessibleInterface | None:
    if isinstance(subject, QComboBox):
        return _Combo(subject) if isinstance(subject, AccessibleCombo) else None
    if isinstance(subject, QAbstractButton) and _is_plain(subject):
        return _Button(subject, QAccessible.Role.Button)
    if isinstance(subject, QAbstractScrollArea) and not _speaks_safely(subject):
        return QAccessibleWidget(subject, QAccessible.Role.LayeredPane)
    if not isinstance(subject, QWidget):
        return None
    if isinstance(subject, AccessibleStop):
        return _Stop(subject, subject.accessible_role)
    if isinstance(subject, AccessibleText):
        return _LazyTexts(subject, subject.accessible_role)
    if isinstance(subject, AccessibleChoice):
        return _Choice(subject, subject.accessible_role)
    if isinstance(subject, AccessibleRole):
        return QAccessibleWidget(subject, subject.accessible_role)
    return None


_installed = False


def install() -> None:
    """Lets Qt ask us first; once in a process, before the first window is shown."""
    global _installed  # noqa: PLW0603  # Qt keeps one list of factories for the process
    if not _installed:
        QAccessible.installFactory(_interface)
        _installed = True
