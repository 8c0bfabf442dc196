"""The default model: any name can be typed, and what the provider offers can be chosen."""

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QWidget

from desktop_assistant.settings.declaration import SettingValue
from desktop_assistant.ui.settings_dialog.fields import ChoiceBox
from desktop_assistant.ui.settings_dialog.value_editors import ValueEditor
from desktop_assistant.ui.theme import Theme


class ModelEditor(ValueEditor):
    """A line with a list; the list is filled once the provider was asked."""

    is_narrow = True

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.box = ChoiceBox(theme, self)
        self.box.setEditable(True)
        self.box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._fill(self.box)
        self.box.editTextChanged.connect(self._on_changed)
        line = self.box.lineEdit()
        if line is not None:
            line.editingFinished.connect(self.settled)

    def offer(self, models: Sequence[str]) -> None:
        """Fills the list; what is in the line stays."""
        text = self.box.currentText()
        self.box.blockSignals(True)
        self.box.clear()
        self.box.addItems(list(models))
        self.box.setEditText(text)
        self.box.blockSignals(False)

    def value(self) -> SettingValue:
        return self.box.currentText().strip()

    def show_value(self, value: SettingValue) -> None:
        self.box.blockSignals(True)
        self.box.setEditText("" if value is None else str(value))
        self.box.blockSignals(False)

    def control(self) -> QWidget:
        return self.box

    def _on_changed(self) -> None:
        self.edited.emit()
        self.paused.emit()
