"""The system prompt of one conversation: its own, or as the settings say."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from desktop_assistant.ui.controls.buttons import Button, ButtonKind
from desktop_assistant.ui.controls.labels import Label
from desktop_assistant.ui.controls.switch import Switch
from desktop_assistant.ui.theme import Theme


class PromptDialog(QDialog):
    """Edits a conversation's own prompt. Opened with ``open()``, gone when it is closed.

    Signals:
        saved: (text, or None to follow the settings again).
    """

    saved = Signal(object)

    def __init__(
        self, theme: Theme, parent: QWidget, *, own: str | None, from_settings: str
    ) -> None:
        super().__init__(parent)
        self._from_settings = from_settings
        self._own = from_settings if own is None else own
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("System prompt of this conversation"))
        explained = Label(
            theme,
            self.tr(
                "Sent before the first message of this conversation, from the next send on. "
                "Replies that are there stay as they are. Empty sends none."
            ),
            color="text.secondary",
            wrap=True,
            parent=self,
        )
        name = self.tr("This conversation has its own prompt")
        self._switch = Switch(theme, name, self)
        self._switch.setChecked(own is not None)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self._switch)
        row.addWidget(Label(theme, name, parent=self))
        row.addStretch(1)
        self._text = QPlainTextEdit(self)
        self._text.setProperty("look", "field")
        self._text.setAccessibleName(self.tr("System prompt"))
        self._text.setFont(theme.font("ui"))
        self._text.setTabChangesFocus(True)
        save = Button(theme, self.tr("Save"), kind=ButtonKind.PRIMARY, parent=self)
        cancel = Button(theme, self.tr("Cancel"), parent=self)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(save)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(14)
        column.addWidget(explained)
        column.addLayout(row)
        column.addWidget(self._text, 1)
        column.addLayout(buttons)
        self._switch.toggled.connect(self._follow_switch)
        save.clicked.connect(self._save)
        cancel.clicked.connect(self.reject)
        self._follow_switch(own is not None)
        self._text.setFocus() if own is not None else self._switch.setFocus()

    def sizeHint(self) -> QSize:
        return QSize(560, 420)

    def _follow_switch(self, own: bool) -> None:  # noqa: FBT001  # a slot
        if not own and self._text.isEnabled():
            self._own = self._text.toPlainText() or self._own
        self._text.setEnabled(own)
        self._text.setPlainText(self._own if own else self._from_settings)

    def _save(self) -> None:
        own = self._text.toPlainText() if self._switch.isChecked() else None
        self.accept()
        self.saved.emit(own)
