"""The one way out: a link opens only if the policy allows it, and after a look at where it leads.

Signals:
    opened: (address) it was handed to the opener.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QTextOption
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from desktop_assistant.rendering.links import display_host, needs_warning, openable
from desktop_assistant.ui.controls.buttons import Button, ButtonKind
from desktop_assistant.ui.controls.labels import Label
from desktop_assistant.ui.theme import Theme
from desktop_assistant.ui.transcript.words import tr

_LONGEST_SHOWN = 300
_LONGEST_HOST = 32
_WIDTH = 480


def open_in_system(address: str) -> bool:
    """Hands a checked address to the system's browser or mail program."""
    return QDesktopServices.openUrl(QUrl(address, QUrl.ParsingMode.StrictMode))


class LinkGate(QObject):
    """Opens links from texts that nobody vouches for."""

    opened = Signal(str)

    def __init__(
        self,
        theme: Theme,
        window: QWidget,
        opener: Callable[[str], bool] = open_in_system,
    ) -> None:
        super().__init__(window)
        self._theme = theme
        self._window = window
        self._opener = opener

    def follow(self, address: str, words: str) -> None:
        """Opens a link on which the user clicked.

        Args:
            address: where the text says it leads.
            words: what the user saw.
        """
        target = openable(address)
        if target is None:
            return
        if needs_warning(address, words):
            self._ask(target, display_host(address))
        else:
            self._open(target)

    def _open(self, target: str) -> None:
        if self._opener(target):
            self.opened.emit(target)

    def _ask(self, target: str, host: str) -> None:
        dialog = LinkWarning(self._theme, target, host, self._window)
        dialog.accepted.connect(lambda: self._open(target))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


class LinkWarning(QDialog):
    """Shows whose address it really is; opening is never the default."""

    def __init__(self, theme: Theme, target: str, host: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Open this link"))
        self.setModal(True)
        shown = target if len(target) <= _LONGEST_SHOWN else f"{target[:_LONGEST_SHOWN]}…"
        title = Label(
            theme, tr("This link leads to {host}").format(host=host), font="title", wrap=True
        )
        hint = Label(
            theme,
            tr("Its words do not say so, or its address is unusual. Open it only if you know it."),
            color="text.secondary",
            wrap=True,
        )
        # Addresses have no spaces: a label could not break them.
        address = QPlainTextEdit(shown)
        address.setReadOnly(True)
        address.setTabChangesFocus(True)
        address.setFont(theme.font("code"))
        address.setWordWrapMode(QTextOption.WrapMode.WrapAnywhere)
        address.setAccessibleName(tr("Address"))
        address.setFixedHeight(4 * address.fontMetrics().lineSpacing() + 12)
        stay = Button(theme, tr("Do not open"), kind=ButtonKind.PRIMARY)
        stay.clicked.connect(self.reject)
        go = Button(theme, tr("Open {host}").format(host=host))
        go.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(go)
        buttons.addWidget(stay)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        for part in (title, hint, address):
            layout.addWidget(part)
        layout.addLayout(buttons)
        self.setFixedWidth(_WIDTH)
        stay.setFocus()
