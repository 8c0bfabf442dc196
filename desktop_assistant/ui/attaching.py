"""Attach files: the dialog, and what to say of files that cannot be taken."""

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from desktop_assistant.domain.attachments import attached
from desktop_assistant.ui.bridge import Bridge
from desktop_assistant.ui.composer.composer import Composer
from desktop_assistant.ui.composer.file_reading import ReadFile, Refusal, read_files
from desktop_assistant.ui.notices import Notice, Notices
from desktop_assistant.ui.sentences import joined

_KEY = "attach"


class Attaching(QObject):
    """Puts the text of chosen files into the composer."""

    def __init__(self, bridge: Bridge, composer: Composer, notices: Notices) -> None:
        super().__init__(composer)
        self._bridge = bridge
        self._composer = composer
        self._notices = notices
        composer.attach_wanted.connect(self.choose)

    def choose(self) -> None:
        """Lets the user choose files."""
        dialog = QFileDialog(self._composer.window(), self.tr("Attach files"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(self.attach)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def attach(self, names: list[str]) -> None:
        """Reads files and attaches their text."""
        self._bridge.run(
            read_files(tuple(Path(name) for name in names)),
            name="read files to attach",
            on_done=self._take,
        )

    def _take(self, files: list[ReadFile]) -> None:
        good = [attached(file.name, file.text) for file in files if file.refusal is None]
        if good:
            self._composer.add_files(good)
        self._composer.focus_box()
        refused = [self._reason(file) for file in files if file.refusal is not None]
        if refused:
            self._notices.withdraw(_KEY)
            self._notices.forget_dismissed(_KEY)
            title = self.tr("Not every file was attached")
            if not good:
                title = self.tr("Nothing was attached")
            self._notices.tell(Notice(_KEY, title, joined(*refused)))
        else:
            self._notices.withdraw(_KEY)

    def _reason(self, file: ReadFile) -> str:
        text = {
            Refusal.TOO_LARGE: self.tr("“{name}” is larger than 256 KB."),
            Refusal.NOT_TEXT: self.tr("“{name}” is not text in UTF-8."),
            Refusal.NO_FILE: self.tr("“{name}” is not a file."),
            Refusal.UNREADABLE: self.tr("“{name}” cannot be read."),
        }[file.refusal or Refusal.UNREADABLE]
        return text.format(name=file.name)
