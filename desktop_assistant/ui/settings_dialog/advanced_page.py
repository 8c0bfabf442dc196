"""Waiting times, retries, the log; and a way back to how everything was."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from desktop_assistant.domain.errors import AssistantError
from desktop_assistant.settings import schema
from desktop_assistant.settings.declaration import Page
from desktop_assistant.ui.bridge import Bridge
from desktop_assistant.ui.controls.buttons import Button, ButtonKind
from desktop_assistant.ui.controls.labels import Label
from desktop_assistant.ui.error_words import error_sentences
from desktop_assistant.ui.settings_dialog.generated_page import GeneratedPage
from desktop_assistant.ui.settings_dialog.value_editors import RING
from desktop_assistant.ui.theme import Theme


class AdvancedPage(GeneratedPage):
    """The generated page, and below it a reset that asks first."""

    def __init__(self, bridge: Bridge, theme: Theme) -> None:
        super().__init__(bridge, theme, Page.ADVANCED)
        self.reset = Button(theme, self.tr("Reset settings…"), icon="undo")
        self.confirm = Button(theme, self.tr("Reset now"), kind=ButtonKind.DESTRUCTIVE)
        self._keep = Button(theme, self.tr("Keep them"), kind=ButtonKind.QUIET)
        self._answer = Label(theme, font="label", color="text.secondary", wrap=True)
        self.reset.clicked.connect(lambda *_: self._ask(asking=True))
        self._keep.clicked.connect(lambda *_: self._ask(asking=False))
        self.confirm.clicked.connect(self._reset)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, RING)
        row.setSpacing(8)
        for button in (self.reset, self.confirm, self._keep):
            row.addWidget(button)
        row.addStretch(1)
        about = self.tr(
            "Puts every setting back to how it was at first. Providers, keys, the system prompt "
            "and all conversations stay."
        )
        self.body.add_section(self.tr("Reset"))
        self.body.add(Label(theme, about, font="label", color="text.tertiary", wrap=True))
        self.body.add(row)
        self.body.add(self._answer)
        self._answer.hide()
        self._ask(asking=False)

    def _ask(self, *, asking: bool) -> None:
        self.reset.setVisible(not asking)
        self.confirm.setVisible(asking)
        self._keep.setVisible(asking)
        target = self._keep if asking else self.reset
        if self.isVisible():
            target.setFocus(Qt.FocusReason.TabFocusReason)

    def _reset(self) -> None:
        service = self._bridge.controller.settings
        stay = (schema.PROVIDER.key, schema.MODEL.key, schema.SYSTEM_PROMPT.key)
        keys = [
            key
            for key in service.current.chosen()
            if key not in stay and not key.startswith("providers.")
        ]
        try:
            service.unset(*keys)
        except AssistantError as error:
            text = error_sentences(error.info)
        else:
            text = self.tr("The settings are as they were at first.")
        self._answer.setText(text)
        self._answer.show()
        self._ask(asking=False)
