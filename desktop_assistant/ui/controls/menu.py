"""Menus: entries on a card in the window, shown as they are written.

They lie in the window, not in windows of their own: assistive technology does not find a popup
window, as Qt tells it of no way there from the application.
"""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_assistant.ui.controls import accessible
from desktop_assistant.ui.controls.accessible import AccessibleRole
from desktop_assistant.ui.controls.fitting_area import FittingArea
from desktop_assistant.ui.controls.menu_item import MenuItem, MenuSeparator
from desktop_assistant.ui.controls.painted_button import PaintedButton
from desktop_assistant.ui.controls.popover import Popover
from desktop_assistant.ui.theme import Theme

_LEAST_WIDTH = 160
_TYPING_ENDS_S = 1.0
"""Letters that follow each other faster than this are the beginning of one word."""


class _Entries(QWidget, AccessibleRole):
    """What assistive technology knows as the menu: its children are the entries and no more."""

    accessible_role = QAccessible.Role.PopupMenu


class Menu(Popover):
    """A menu made for one opening and deleted after it.

    Arrow keys go from entry to entry, letters to the entry that begins with them; an entry is done
    once the menu has gone and the focus is back where it was.
    """

    closes_with_window = True

    def __init__(self, theme: Theme, parent: QWidget, name: str = "") -> None:
        """Makes an empty menu.

        Args:
            theme: the look.
            parent: a widget of the window that it opens in.
            name: what it is a menu of, for assistive technology.
        """
        accessible.install()
        super().__init__(theme, parent.window(), "")
        self._theme = theme
        self._typed = ""
        self._typed_at = 0.0
        self.items: list[MenuItem] = []
        """The entries in their order."""
        self._entries = _Entries()
        self._entries.setAccessibleName(name or self.tr("Menu"))
        self._column = QVBoxLayout(self._entries)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._area = FittingArea(self.card)
        self._area.hold(self._entries)
        self.content.addWidget(self._area)
        self.card.setMinimumWidth(_LEAST_WIDTH)

    def add(
        self,
        text: str,
        on_chosen: Callable[[], None],
        *,
        icon: str = "",
        shortcut: str = "",
        destructive: bool = False,
        checked: bool | None = None,
    ) -> MenuItem:
        """Adds an entry.

        Args:
            text: what it says; ampersands are ampersands.
            on_chosen: what it does.
            icon: before the text.
            shortcut: keys shown at the end; the window owns them, not the menu.
            destructive: whether it removes something.
            checked: whether it is the choice in force; ``None`` if it is no choice.
        """
        item = MenuItem(
            self._theme, text, self._entries, icon=icon, shortcut=shortcut,
            destructive=destructive, checked=checked,
        )  # fmt: skip

        def choose() -> None:  # takes no argument, so that ``checked`` is not handed on
            self.close_card()
            on_chosen()

        item.clicked.connect(choose)
        self.items.append(item)
        self._column.addWidget(item)
        return item

    def add_separator(self) -> None:
        """Adds a line, unless the menu is empty or ends in one."""
        if self.items and isinstance(self._last(), MenuItem):
            self._column.addWidget(MenuSeparator(self._theme, self._entries))

    def open_below(self, anchor: QWidget, *, trailing: bool = False) -> None:
        """Opens under a control, flush with its leading or trailing edge."""
        by_keyboard = isinstance(anchor, PaintedButton) and anchor.shows_ring
        self._align()
        self.open_at(anchor, trailing=trailing)
        self._begin(by_keyboard=by_keyboard)

    def popup(self, at: QPoint, *, by_keyboard: bool = False) -> None:
        """Opens at a point of the screen; the keyboard wants the first entry lit at once."""
        self._align()
        self.open_at_point(self.window().mapFromGlobal(at))
        self._begin(by_keyboard=by_keyboard)

    def close_card(self) -> None:
        """Closes it and gives the focus back."""
        if self.isVisible():
            self._tell(QAccessible.Event.PopupMenuEnd)
        super().close_card()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()  # the window's keys rest while a menu is open
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        usable = [item for item in self.items if item.isEnabled()]
        at = next((n for n, item in enumerate(usable) if item.hasFocus()), -1)
        match event.key():
            case Qt.Key.Key_Down:
                self._go_to(usable, (at + 1) % len(usable))
            case Qt.Key.Key_Up:
                self._go_to(usable, (at - 1 if at > 0 else len(usable) - 1))
            case Qt.Key.Key_Home | Qt.Key.Key_PageUp:
                self._go_to(usable, 0)
            case Qt.Key.Key_End | Qt.Key.Key_PageDown:
                self._go_to(usable, len(usable) - 1)
            case Qt.Key.Key_Escape:
                self.close_card()
            case _:
                self._type_ahead(usable, at, event.text())
        event.accept()

    def _last(self) -> QWidget | None:
        entry = self._column.itemAt(self._column.count() - 1)
        return None if entry is None else entry.widget()

    def _align(self) -> None:
        """Gives all entries the same beginning."""
        has_icons = any(item.has_icon for item in self.items)
        for item in self.items:
            item.leaves_room_for_icon = has_icons
            item.updateGeometry()

    def _begin(self, *, by_keyboard: bool) -> None:
        usable = [item for item in self.items if item.isEnabled()]
        if not usable:
            return
        if by_keyboard:
            self._go_to(usable, 0)
        else:
            usable[0].setFocus(Qt.FocusReason.PopupFocusReason)
        self._tell(QAccessible.Event.PopupMenuStart)

    def _go_to(self, usable: list[MenuItem], at: int) -> None:
        usable[at].setFocus(Qt.FocusReason.TabFocusReason)
        self._area.ensureWidgetVisible(usable[at], 0, 0)

    def _type_ahead(self, usable: list[MenuItem], at: int, letters: str) -> None:
        if not letters.strip() or not letters.isprintable():
            return
        now = time.monotonic()
        is_new = now - self._typed_at > _TYPING_ENDS_S
        self._typed = letters.casefold() if is_new else self._typed + letters.casefold()
        self._typed_at = now
        wanted = self._typed
        if len(set(wanted)) == 1:  # the same letter again goes on to the next one
            wanted, at = wanted[0], at + 1
        order = [(at + n) % len(usable) for n in range(len(usable))]
        for place in order:
            if usable[place].words.casefold().startswith(wanted):
                self._go_to(usable, place)
                return

    def _tell(self, what: QAccessible.Event) -> None:
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleEvent(self._entries, what))
