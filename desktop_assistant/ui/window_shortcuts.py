"""The keys of the window, in one table.

Escape and Ctrl+Z are not among them: fields, menus and cards have the first word there, so the
window takes them only when nobody else did.
"""

from collections.abc import Callable, Mapping
from enum import StrEnum

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget


class Command(StrEnum):
    """What can be done by a key from anywhere in the window."""

    NEW = "new"
    NEW_TEMPORARY = "new_temporary"
    SEARCH = "search"
    FIND = "find"
    NEXT_HIT = "next_hit"
    PREVIOUS_HIT = "previous_hit"
    NEXT_CONVERSATION = "next_conversation"
    PREVIOUS_CONVERSATION = "previous_conversation"
    SIDEBAR = "sidebar"
    BRANCHES = "branches"
    NEXT_REGION = "next_region"
    PREVIOUS_REGION = "previous_region"
    MESSAGE = "message"
    MODEL = "model"
    ATTACH = "attach"
    REGENERATE = "regenerate"
    PREVIOUS_VERSION = "previous_version"
    NEXT_VERSION = "next_version"
    PREVIOUS_FORK = "previous_fork"
    NEXT_FORK = "next_fork"
    COPY_REPLY = "copy_reply"
    RENAME = "rename"
    PIN = "pin"
    LARGER = "larger"
    SMALLER = "smaller"
    NORMAL_SIZE = "normal_size"
    PRINT = "print"
    SETTINGS = "settings"
    FULL_SCREEN = "full_screen"
    CLOSE = "close"


# Qt reads Ctrl as the Command key on macOS, and Meta as its Control key.
KEYS: Mapping[Command, tuple[str, ...]] = {
    Command.NEW: ("Ctrl+N",),
    Command.NEW_TEMPORARY: ("Ctrl+Shift+N",),
    Command.SEARCH: ("Ctrl+Shift+F",),
    Command.FIND: ("Ctrl+F",),
    Command.NEXT_HIT: ("F3", "Ctrl+G"),
    Command.PREVIOUS_HIT: ("Shift+F3", "Ctrl+Shift+G"),
    Command.NEXT_CONVERSATION: ("Ctrl+Tab",),
    Command.PREVIOUS_CONVERSATION: ("Ctrl+Shift+Tab",),
    Command.SIDEBAR: ("Ctrl+B",),
    Command.BRANCHES: ("Ctrl+Shift+B",),
    Command.NEXT_REGION: ("F6",),
    Command.PREVIOUS_REGION: ("Shift+F6",),
    Command.MESSAGE: ("Ctrl+L",),
    Command.MODEL: ("Ctrl+Shift+M",),
    Command.ATTACH: ("Ctrl+Shift+A",),
    Command.REGENERATE: ("Ctrl+R",),
    Command.PREVIOUS_VERSION: ("Alt+Left",),
    Command.NEXT_VERSION: ("Alt+Right",),
    Command.PREVIOUS_FORK: ("Alt+Up",),
    Command.NEXT_FORK: ("Alt+Down",),
    Command.COPY_REPLY: ("Ctrl+Shift+C",),
    Command.RENAME: ("F2",),
    Command.PIN: ("Ctrl+D",),
    Command.LARGER: ("Ctrl++", "Ctrl+="),
    Command.SMALLER: ("Ctrl+-",),
    Command.NORMAL_SIZE: ("Ctrl+0",),
    Command.PRINT: ("Ctrl+P",),
    Command.SETTINGS: ("Ctrl+,",),
    Command.FULL_SCREEN: ("F11",),
    Command.CLOSE: ("Ctrl+W", "Ctrl+Q"),
}

_REPEATING = frozenset([Command.LARGER, Command.SMALLER, Command.NEXT_HIT, Command.PREVIOUS_HIT])
"""Done again and again while the key is held."""


def bind_keys(window: QWidget, handlers: Mapping[Command, Callable[[], None]]) -> None:
    """Lets the window's keys do what the handlers do."""
    for command, handler in handlers.items():
        for keys in KEYS[command]:
            shortcut = QShortcut(QKeySequence(keys), window)
            shortcut.setAutoRepeat(command in _REPEATING)
            shortcut.activated.connect(handler)
