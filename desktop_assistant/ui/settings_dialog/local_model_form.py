"""The built-in model: how it is, which file it runs, and how much of the computer it may use."""

from PySide6.QtCore import QCoreApplication, Signal

from desktop_assistant.domain.errors import Remedy
from desktop_assistant.settings import schema
from desktop_assistant.settings.declaration import Setting, SettingValue
from desktop_assistant.settings.providers import LOCAL, provider
from desktop_assistant.ui.bridge import Bridge
from desktop_assistant.ui.error_words import error_hint, error_title
from desktop_assistant.ui.sentences import provider_name, stopped
from desktop_assistant.ui.settings_dialog.connection_block import ConnectionBlock
from desktop_assistant.ui.settings_dialog.edits import StagedEdits
from desktop_assistant.ui.settings_dialog.generated_page import LOCAL_MODEL_PREFIX
from desktop_assistant.ui.settings_dialog.notice_card import CardKind, NoticeCard
from desktop_assistant.ui.settings_dialog.page import FieldRows, ScrollColumn, pairs
from desktop_assistant.ui.settings_dialog.setting_editor import SettingEditor
from desktop_assistant.ui.settings_dialog.special_editors import FileEditor
from desktop_assistant.ui.theme import Theme

_MOST_WIDTH = 640


class LocalModelForm(ScrollColumn):
    """Fields of the built-in model; Save keeps them.

    Signals:
        edited: a value differs now.
    """

    edited = Signal()

    def __init__(self, bridge: Bridge, theme: Theme, edits: StagedEdits) -> None:
        super().__init__(theme, most_width=_MOST_WIDTH)
        self._bridge = bridge
        self._edits = edits
        self.card = NoticeCard(theme)
        own = [s for s in schema.SETTINGS if s.key.startswith(LOCAL_MODEL_PREFIX)]
        self._fields = [self._field(theme, setting) for setting in own]
        self.connection = ConnectionBlock(bridge, theme)
        self.connection.grown.connect(lambda: self.bring_into_view(self.connection))
        self.connection.wanted.connect(self._test)
        self.connection.remedy_wanted.connect(self._help)
        self.add_title(
            provider_name(provider(bridge.settings, LOCAL).name),
            self.tr("Runs on this computer. Nothing you write leaves it."),
        )
        self.add(self.card)
        self.column.addWidget(FieldRows(pairs(self._fields)))
        self.column.addWidget(self.connection)
        self.show_state()

    def show_state(self) -> None:
        """Says where the model is now."""
        status = self._bridge.controller.local_model.status
        if status.problem is not None:
            kind = CardKind.ERROR if status.state.value == "failed" else CardKind.NEUTRAL
            self.card.say(kind, stopped(error_title(status.problem)), error_hint(status.problem))
            return
        title = _STATE_WORDS[status.state.value]()
        self.card.say(CardKind.SUCCESS, title, status.model_name)

    def refresh(self) -> None:
        """Shows values that have changed elsewhere."""
        for field in self._fields:
            field.refresh()
        self.show_state()

    def settle(self) -> bool:
        """Says at every field what is wrong with it; returns False if anything is."""
        unusable = [field for field in self._fields if not field.settle()]
        return not unusable

    def reveal(self, key: str) -> bool:
        """Puts the keyboard on a setting."""
        for field in self._fields:
            if field.setting.key == key:
                field.focus_control()
                return True
        return False

    def reveal_problem(self) -> None:
        """Puts the keyboard on the first field with something wrong."""
        for field in self._fields:
            if field.has_problem:
                field.focus_control()
                return

    def _field(self, theme: Theme, setting: Setting[SettingValue]) -> SettingEditor:
        editor = None
        if setting is schema.LOCAL_MODEL_FILE:
            editor = FileEditor(theme, filter_text=self.tr("Models (*.gguf)"))
            editor.line.setPlaceholderText(self.tr("The model that came with the app"))
        field = SettingEditor(theme, setting, self._edits, editor=editor, takes_typing=True)
        field.taken.connect(self.edited)
        return field

    def _test(self) -> None:
        self.connection.start(provider(self._bridge.settings, LOCAL), None)

    def _help(self, remedy: Remedy) -> None:
        if remedy is Remedy.OPEN_LOCAL_MODEL_SETTINGS:
            self.reveal(schema.LOCAL_MODEL_FILE.key)


def _translate(text: str) -> str:
    return QCoreApplication.translate("LocalModelForm", text)


_STATE_WORDS = {
    "not_installed": lambda: _translate("Not installed."),
    "idle": lambda: _translate("Ready. It starts with the first question."),
    "starting": lambda: _translate("Starting…"),
    "ready": lambda: _translate("Running."),
    "failed": lambda: _translate("It did not start."),
}
