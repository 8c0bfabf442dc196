"""Going back to a backup: which one, what that would do, and only then doing it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop_assistant.chat.backups import BackupInfo, RestorePreview
from desktop_assistant.domain.errors import ErrorInfo
from desktop_assistant.ui.bridge import Bridge
from desktop_assistant.ui.controls.announce import announce
from desktop_assistant.ui.controls.buttons import Button, ButtonKind
from desktop_assistant.ui.controls.combo import Combo
from desktop_assistant.ui.controls.labels import Label
from desktop_assistant.ui.error_words import error_sentences
from desktop_assistant.ui.restore_words import choice, consequences
from desktop_assistant.ui.theme import Theme

_WIDTH, _HEIGHT = 520, 320


class RestoreDialog(QDialog):
    """Begins with the latest backup. Opened with ``open()``, gone when it is closed."""

    def __init__(self, bridge: Bridge, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._backups: list[BackupInfo] = []
        self._shown: Path | None = None
        self._is_restoring = False
        self._stop_looking: Callable[[], None] = lambda: None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Restore a backup"))
        self._choice = Combo(theme, self.tr("Backup"), self)
        self._text = Label(theme, color="text.secondary", wrap=True, parent=self)
        self._text.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        self._restore = Button(theme, self.tr("Restore"), kind=ButtonKind.PRIMARY, parent=self)
        self._cancel = Button(theme, self.tr("Cancel"), parent=self)
        self._column = self._lay_out(theme)
        self.resize(_WIDTH, _HEIGHT)
        self._choice.activated.connect(self._look_at)
        self._restore.clicked.connect(self._start)
        self._cancel.clicked.connect(self.reject)
        self.finished.connect(lambda _: self._stop_looking())
        self._wait_for(self.tr("Looking for backups…"))
        self._stop_looking = bridge.run(
            bridge.controller.backups.list(),
            name="list the backups",
            on_done=self._take,
            on_error=self._complain,
        )

    def reject(self) -> None:
        """Closes, unless the backup is just being restored: its end is to be seen."""
        if not self._is_restoring:
            super().reject()

    def _lay_out(self, theme: Theme) -> QVBoxLayout:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self._cancel)
        buttons.addWidget(self._restore)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(14)
        column.addWidget(Label(theme, self.tr("Backup"), font="ui_strong", parent=self))
        column.addWidget(self._choice)
        column.addWidget(self._text, 1)
        column.addLayout(buttons)
        self._cancel.setFocus()
        return column

    def _take(self, backups: list[BackupInfo]) -> None:
        self._backups = backups
        if not backups:
            self._say(self.tr("There are no backups yet."))
            return
        self._choice.addItems([choice(info) for info in backups])
        self._choice.setEnabled(True)
        usable = (row for row, info in enumerate(backups) if info.is_whole is not False)
        row = next(usable, 0)
        self._choice.setCurrentIndex(row)
        self._look_at(row)

    def _look_at(self, row: int) -> None:
        """Shows what restoring that backup would do."""
        self._stop_looking()
        self._wait_for(self.tr("Reading the backup…"))
        self._choice.setEnabled(True)
        self._stop_looking = self._bridge.run(
            self._bridge.controller.backups.preview(self._backups[row].path),
            name="preview a restore",
            on_done=self._show,
            on_error=self._complain,
        )

    def _show(self, preview: RestorePreview) -> None:
        self._shown = preview.backup.path
        self._say(consequences(preview))
        self._restore.setEnabled(True)

    def _start(self) -> None:
        if self._shown is None:
            return
        self._is_restoring = True
        self._wait_for(self.tr("Restoring…"))
        self._cancel.setEnabled(False)
        self._bridge.run(
            self._bridge.controller.backups.restore(self._shown),
            name="restore a backup",
            on_done=lambda _: self._end(),
            on_error=self._fail,
        )

    def _end(self) -> None:
        self._is_restoring = False
        self.accept()

    def _fail(self, error: ErrorInfo) -> None:
        self._is_restoring = False
        self._choice.setEnabled(True)
        self._restore.setEnabled(True)
        self._cancel.setEnabled(True)
        self._complain(error)

    def _complain(self, error: ErrorInfo) -> None:
        self._say(error_sentences(error))

    def _wait_for(self, what: str) -> None:
        self._choice.setEnabled(False)
        self._restore.setEnabled(False)
        self._text.setText(what)

    def _say(self, text: str) -> None:
        self._text.setText(text)
        needed = self._column.totalHeightForWidth(self.width())
        self.resize(self.width(), max(self.height(), needed))
        announce(self, text)
