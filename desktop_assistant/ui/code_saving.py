"""Saving a block of code: where, and that it was done."""

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_assistant.rendering.code_names import suggested_name
from desktop_assistant.ui.bridge import Bridge
from desktop_assistant.ui.controls.toast import Toast


class CodeSaving(QObject):
    """Asks for the place and writes the code there exactly as it came."""

    def __init__(self, bridge: Bridge, toast: Toast, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._toast = toast
        self._host = parent

    def save(self, code: str, language: str) -> None:
        """Opens the system's dialog for the place."""
        dialog = QFileDialog(self._host.window(), self.tr("Save code as"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.selectFile(suggested_name(language))
        dialog.fileSelected.connect(lambda name: self._write(Path(name), code))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _write(self, path: Path, code: str) -> None:
        # The dialog has asked already whether a file that is there is to be replaced.
        def tell(_: None) -> None:
            self._toast.tell(self.tr("Saved as {name}.").format(name=path.name))

        self._bridge.run(
            self._bridge.controller.exports.save(path, code.encode(), replace=True),
            name="save code",
            on_done=tell,
        )
