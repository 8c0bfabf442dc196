"""Backups in the settings: when the last was made, making one, going back to one."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_assistant.chat.backups import BackupInfo
from desktop_assistant.domain.errors import ErrorInfo
from desktop_assistant.ui.bridge import Bridge
from desktop_assistant.ui.controls.announce import announce
from desktop_assistant.ui.controls.buttons import Button
from desktop_assistant.ui.controls.labels import Label
from desktop_assistant.ui.error_words import error_sentences
from desktop_assistant.ui.restore_words import choice
from desktop_assistant.ui.settings_dialog.value_editors import RING
from desktop_assistant.ui.theme import Theme


class BackupBlock(QWidget):
    """What can be done about backups."""

    def __init__(self, bridge: Bridge, theme: Theme) -> None:
        super().__init__()
        self._bridge = bridge
        self._theme = theme
        self._stops: list[Callable[[], None]] = []
        self._last = Label(theme, wrap=True, color="text.secondary")
        about = self.tr("A checked copy is made once a day. The newest seven are kept.")
        self._make = Button(theme, self.tr("Back up now"))
        self._make.clicked.connect(self._back_up)
        restore = Button(theme, self.tr("Restore…"))
        restore.clicked.connect(self._open_restore)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._make)
        buttons.addWidget(restore)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(RING, 0, RING, RING)
        column.setSpacing(6)
        column.addWidget(self._last)
        column.addWidget(Label(theme, about, font="label", color="text.tertiary", wrap=True))
        column.addSpacing(4)
        column.addLayout(buttons)

    @property
    def text(self) -> str:
        """What it says about the last backup, or about what went wrong."""
        return self._last.text()

    def load(self) -> None:
        """Looks when the last backup was made."""
        self._stops.append(
            self._bridge.run(
                self._bridge.controller.backups.list(),
                name="find the last backup",
                on_done=self._show_last,
                on_error=self._complain,
            )
        )

    def stop(self) -> None:
        """Ends what is under way: the dialog closes."""
        for stop in self._stops:
            stop()
        self._stops.clear()

    def _show_last(self, backups: list[BackupInfo]) -> None:
        if backups:
            self._last.setText(self.tr("Last backup: {backup}").format(backup=choice(backups[0])))
        else:
            self._last.setText(self.tr("There is no backup yet."))

    def _back_up(self) -> None:
        self._make.setEnabled(False)
        self._stops.append(
            self._bridge.run(
                self._bridge.controller.backups.make(),
                name="back up now",
                on_done=self._made,
                on_error=self._not_made,
            )
        )

    def _made(self, made: BackupInfo) -> None:
        self._make.setEnabled(True)
        self._show_last([made])
        announce(self, self._last.text())

    def _not_made(self, error: ErrorInfo) -> None:
        self._make.setEnabled(True)
        self._complain(error)

    def _complain(self, error: ErrorInfo) -> None:
        self._last.setText(error_sentences(error))
        announce(self, self._last.text())

    def _open_restore(self) -> None:
        from desktop_assistant.ui.restore_dialog import RestoreDialog

        RestoreDialog(self._bridge, self._theme, self.window()).open()
