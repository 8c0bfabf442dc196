"""The row of small buttons under a message: copy, edit, regenerate, more, and its versions.

Signals:
    triggered: (Action) a button was pressed.
"""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop_assistant.ui.controls.buttons import IconButton
from desktop_assistant.ui.theme import Theme
from desktop_assistant.ui.transcript.switcher import Switcher
from desktop_assistant.ui.transcript.words import tr

_HEIGHT = 28
_GAP, _SIDE, _LINE = 4, 6, 20
COPIED_MS = 2000


class Action(StrEnum):
    """What can be done with a message from its row of buttons."""

    COPY = "copy"
    EDIT = "edit"
    REGENERATE = "regenerate"
    MORE = "more"
    PREVIOUS = "previous"
    NEXT = "next"
    VERSIONS = "versions"
    """Lists all versions, to be gone through by keyboard."""
    PREVIEW = "preview"
    """Lists them beside the pointer, which rests on the switcher."""


_ICONS = {
    Action.COPY: "copy",
    Action.EDIT: "edit",
    Action.REGENERATE: "regenerate",
    Action.MORE: "more",
}


def action_name(action: Action) -> str:
    """The accessible name of a button."""
    return {
        Action.COPY: tr("Copy message"),
        Action.EDIT: tr("Edit message"),
        Action.REGENERATE: tr("Regenerate reply"),
        Action.MORE: tr("More actions"),
    }[action]


class ActionsBar(QWidget):
    """Buttons that are always there for keyboard and screen reader, and seen when wanted."""

    triggered = Signal(object)

    def __init__(self, theme: Theme, *, trailing: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._trailing = trailing
        self._revealed = False
        self._meta = ""
        self._buttons: dict[Action, _RevealedButton] = {}
        self._switcher: Switcher | None = None
        self._copied = QTimer(self, singleShot=True, interval=COPIED_MS)
        self._copied.timeout.connect(self._forget_copied)
        self._focusable = False
        self._lines = _Lines()

    @property
    def is_revealed(self) -> bool:
        """Whether the buttons are painted."""
        return self._revealed

    def set_actions(self, actions: tuple[Action, ...]) -> None:
        """Offers these, in this order."""
        if tuple(self._buttons) == actions:
            return
        for button in self._buttons.values():
            button.hide()
            button.deleteLater()
        self._buttons = {}
        for action in actions:
            button = _RevealedButton(self._theme, action, self)
            button.clicked.connect(lambda _=False, a=action: self.triggered.emit(a))
            button.setFocusPolicy(self._policy)
            button.set_revealed(self._revealed)
            button.show()
            self._buttons[action] = button
        self._place()

    def set_versions(self, number: int, count: int, *, enabled: bool = True) -> None:
        """Shows ‹ 1/2 › if there is more than one version."""
        if count < 2:
            if self._switcher is not None:
                self._switcher.hide()
                self._switcher.deleteLater()
                self._switcher = None
                self._place()
            return
        if self._switcher is None:
            self._switcher = Switcher(self._theme, self)
            for signal, action in (
                (self._switcher.previous_wanted, Action.PREVIOUS),
                (self._switcher.next_wanted, Action.NEXT),
                (self._switcher.list_wanted, Action.VERSIONS),
                (self._switcher.preview_wanted, Action.PREVIEW),
            ):
                signal.connect(lambda a=action: self.triggered.emit(a))
            self._switcher.set_focus_policy(self._policy)
            self._switcher.show()
        self._switcher.show_version(number, count, enabled=enabled)
        self._place()

    def set_meta(self, text: str) -> None:
        """Shows tokens and seconds at the end."""
        if text != self._meta:
            self._meta = text
            self.update()

    def set_revealed(self, revealed: bool) -> None:  # noqa: FBT001  # a setter in Qt's manner
        """Paints the buttons, or leaves only the versions to be seen."""
        if revealed != self._revealed:
            self._revealed = revealed
            self.update()
            for button in self._buttons.values():
                button.set_revealed(revealed)

    def set_focusable(self, focusable: bool) -> None:  # noqa: FBT001  # a setter in Qt's manner
        """Lets Tab come here: only for the message the reader is at."""
        if focusable != self._focusable:
            self._focusable = focusable
            for button in self._buttons.values():
                button.setFocusPolicy(self._policy)
            if self._switcher is not None:
                self._switcher.set_focus_policy(self._policy)

    def button(self, action: Action) -> QWidget | None:
        """The button of an action."""
        switcher = self._switcher
        if switcher is None or action in self._buttons:
            return self._buttons.get(action)
        return {Action.PREVIOUS: switcher.previous, Action.NEXT: switcher.next}.get(action)

    @property
    def switcher(self) -> Switcher | None:
        """What shows the version, if there are several."""
        return self._switcher

    def in_order(self) -> list[QWidget]:
        """All buttons as they stand, from the leading edge."""
        buttons: list[QWidget] = list(self._buttons.values())
        steps = [] if self._switcher is None else self._switcher.buttons
        return [*steps, *buttons] if self._trailing else [*buttons, *steps]

    def show_copied(self) -> None:
        """Turns the copy button to a check for a moment."""
        button = self._buttons.get(Action.COPY)
        if button is not None:
            button.set_icon("check")
            self._copied.start()

    def lay_out(self, width: int) -> int:
        """Tells how high it is at a width: what has no room beside the buttons stands below."""
        length = self._theme.reading_length
        buttons = len(self._buttons) * length(_HEIGHT)
        versions = meta = 0
        if self._switcher is not None:
            versions = self._switcher.sizeHint().width() + length(_GAP)
        if self._meta:
            words = QFontMetrics(self._font).horizontalAdvance(self._meta)
            meta = words + 2 * length(_SIDE)
        below = versions > 0 and buttons + versions > width
        taken = versions if below else buttons + versions
        self._lines = _Lines(below, meta > 0 and taken + meta > width)
        height = length(_HEIGHT) * (2 if below else 1)
        return height + (length(_LINE) if self._lines.meta_below else 0)

    def resizeEvent(self, event: object) -> None:
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._meta or not self._revealed:
            return
        length, lines = self._theme.reading_length, self._lines
        with QPainter(self) as painter:
            painter.setFont(self._font)
            painter.setPen(self._theme.color("text.tertiary"))
            area = self.rect().adjusted(length(_SIDE), 0, -length(_SIDE), 0)
            if lines.meta_below:
                area.setTop(area.bottom() + 1 - length(_LINE))
            elif lines.versions_below:
                area.setTop(area.bottom() + 1 - length(_HEIGHT))
            painter.drawText(
                area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignTrailing, self._meta
            )

    @property
    def _policy(self) -> Qt.FocusPolicy:
        return Qt.FocusPolicy.TabFocus if self._focusable else Qt.FocusPolicy.NoFocus

    def _forget_copied(self) -> None:
        button = self._buttons.get(Action.COPY)
        if button is not None:
            button.set_icon("copy")

    @property
    def _font(self) -> QFont:
        return self._theme.font("label", reading=True)

    def _place(self) -> None:
        self.lay_out(self.width())
        size, gap = self._theme.reading_length(_HEIGHT), self._theme.reading_length(_GAP)
        steps, below = self._switcher, self._lines.versions_below
        taken = 0 if steps is None or below else steps.sizeHint().width() + gap
        x = 0
        if self._trailing:
            x = self.width() - len(self._buttons) * size
            if steps is not None:
                left = self.width() - steps.sizeHint().width() if below else x - taken
                self._put(steps, left, size if below else 0)
        for button in self._buttons.values():
            self._put(button, x, 0)
            x += size
        if steps is not None and not self._trailing:
            self._put(steps, 0 if below else x + gap, size if below else 0)

    def _put(self, widget: QWidget, x: int, y: int) -> None:
        """Puts a part into a line of buttons, in its middle."""
        hint = widget.sizeHint()
        left = self.width() - x - hint.width() if self.isRightToLeft() else x
        y += (self._theme.reading_length(_HEIGHT) - hint.height()) // 2
        widget.setGeometry(left, y, hint.width(), hint.height())


@dataclass(frozen=True, slots=True)
class _Lines:
    """What stands in a line of its own, below the buttons."""

    versions_below: bool = False
    meta_below: bool = False


class _RevealedButton(IconButton):
    """An icon that is painted when its row is looked at, and always when it has the focus."""

    def __init__(self, theme: Theme, action: Action, bar: ActionsBar) -> None:
        super().__init__(
            theme,
            _ICONS[action],
            action_name(action),
            size=_HEIGHT,
            color="text.tertiary",
            reading=True,
            parent=bar,
        )
        self._revealed = False

    def set_revealed(self, revealed: bool) -> None:  # noqa: FBT001  # a setter in Qt's manner
        """Paints it, or only while it has the focus."""
        if revealed != self._revealed:
            self._revealed = revealed
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._revealed or self.hasFocus():
            super().paintEvent(event)
