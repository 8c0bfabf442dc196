"""Controls for the few settings whose type does not say how they are best edited."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from desktop_assistant.settings.declaration import SettingValue
from desktop_assistant.ui.controls.buttons import Button
from desktop_assistant.ui.settings_dialog.fields import ChoiceBox, Line
from desktop_assistant.ui.settings_dialog.value_editors import RING, LineEditor, ValueEditor
from desktop_assistant.ui.theme import Theme


class FileEditor(LineEditor):
    """A path as text, with a button that opens the system's file dialog."""

    def __init__(self, theme: Theme, *, filter_text: str) -> None:
        super().__init__(theme)
        self._filter_text = filter_text
        button = Button(theme, self.tr("Choose…"), icon="folder", parent=self)
        self._layout.addWidget(button)
        button.clicked.connect(self._choose)

    def _choose(self) -> None:
        dialog = QFileDialog(self, self.control().accessibleName(), self.line.text())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self._filter_text, self.tr("All files (*)")])
        dialog.fileSelected.connect(self._on_chosen)
        dialog.open()

    def _on_chosen(self, path: str) -> None:
        self.line.setText(path)
        self._on_finished()


class ProxyEditor(ValueEditor):
    """The system's proxy, none, or one with an address."""

    is_narrow = True

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.kind = ChoiceBox(theme, self)
        self.kind.addItem(self.tr("Same as system"), "system")
        self.kind.addItem(self.tr("No proxy"), "none")
        self.kind.addItem(self.tr("This address"), "")
        self.address = Line(theme, self)
        self.address.setPlaceholderText("http://proxy.example.org:8080")
        self.address.setAccessibleName(self.tr("Proxy address"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(RING, RING, RING, RING)
        layout.setSpacing(6)
        layout.addWidget(self.kind)
        layout.addWidget(self.address)
        self.kind.currentIndexChanged.connect(self._on_kind)
        self.address.textChanged.connect(self.edited)
        self.address.textChanged.connect(self.paused)
        self.address.editingFinished.connect(self.settled)
        self.address.hide()

    def value(self) -> SettingValue:
        return str(self.kind.currentData()) or self.address.text().strip() or "system"

    def show_value(self, value: SettingValue) -> None:
        for widget in (self.kind, self.address):
            widget.blockSignals(True)
        index = self.kind.findData(value)
        has_address = index < 0
        self.kind.setCurrentIndex(self.kind.findData("") if has_address else index)
        if has_address:
            self.address.setText(str(value))
        self.address.setVisible(has_address)
        for widget in (self.kind, self.address):
            widget.blockSignals(False)

    def control(self) -> QWidget:
        return self.kind

    def _on_kind(self) -> None:
        self.address.setVisible(not self.kind.currentData())
        self.edited.emit()
        self.settled.emit()
