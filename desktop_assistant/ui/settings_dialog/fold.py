"""A heading that opens and closes what stands under it."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_assistant.ui.controls.buttons import Button
from desktop_assistant.ui.settings_dialog.value_editors import RING
from desktop_assistant.ui.theme import Theme


class Fold(QWidget):
    """Closed at first; assistive technology hears whether it is open from the button."""

    def __init__(self, theme: Theme, title: str, content: QWidget) -> None:
        super().__init__()
        self._content = content
        self.button = Button(theme, title, icon="chevron-right", small=True)
        self.button.setCheckable(True)
        self.button.toggled.connect(self._on_toggled)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        row = QHBoxLayout()
        row.setContentsMargins(RING, RING, RING, RING)
        row.addWidget(self.button)
        row.addStretch(1)
        layout.addLayout(row)
        layout.addWidget(content)
        content.hide()

    def unfold(self) -> None:
        """Opens it."""
        self.button.setChecked(True)

    def _on_toggled(self, is_open: bool) -> None:  # noqa: FBT001  # a slot of Qt's
        self._content.setVisible(is_open)
        self.button.set_icon("chevron-down" if is_open else "chevron-right")
