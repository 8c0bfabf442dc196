"""Pages that are made from the declarations alone: a new setting appears by itself."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout

from desktop_assistant.settings import schema
from desktop_assistant.settings.declaration import Page, Setting, SettingValue
from desktop_assistant.settings.providers import provider, provider_ids
from desktop_assistant.ui.bridge import Bridge
from desktop_assistant.ui.sentences import provider_name
from desktop_assistant.ui.settings_dialog.edits import LiveEdits
from desktop_assistant.ui.settings_dialog.page import FieldRows, ScrollColumn, SettingsPage, pairs
from desktop_assistant.ui.settings_dialog.setting_editor import SettingEditor
from desktop_assistant.ui.settings_dialog.value_editors import ChoiceEditor, LineEditor
from desktop_assistant.ui.settings_dialog.words import page_title
from desktop_assistant.ui.theme import Theme

_MOST_WIDTH = 640
LOCAL_MODEL_PREFIX = "local_model."


def settings_of(page: Page) -> tuple[Setting[SettingValue], ...]:
    """What a generated page shows; the built-in model's own settings stand with the providers."""
    return tuple(
        setting
        for setting in schema.SETTINGS
        if setting.page is page
        and "*" not in setting.key
        and not setting.key.startswith(LOCAL_MODEL_PREFIX)
    )


class GeneratedPage(SettingsPage):
    """The settings of one page in their declared order; changes apply at once."""

    def __init__(self, bridge: Bridge, theme: Theme, page: Page) -> None:
        super().__init__()
        self._bridge = bridge
        self._theme = theme
        self._edits = LiveEdits(bridge)
        self._providers: ChoiceEditor | None = None
        self.body = ScrollColumn(theme, most_width=_MOST_WIDTH)
        self.body.add_title(page_title(page))
        for title, settings in _sections(settings_of(page)):
            if title:
                self.body.add_section(title)
            self.body.column.addWidget(FieldRows(pairs([self._editor(s) for s in settings])))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.body)

    def refresh(self) -> None:
        if self._providers is not None:
            self._providers.offer(self._provider_choices())
        super().refresh()

    def _editor(self, setting: Setting[SettingValue]) -> SettingEditor:
        if setting.key == schema.PROVIDER.key:
            self._providers = ChoiceEditor(self._theme, self._provider_choices())
            return SettingEditor(self._theme, setting, self._edits, editor=self._providers)
        if setting.key == schema.MODEL.key:
            line = LineEditor(self._theme)
            line.is_narrow = True
            line.line.setPlaceholderText(self.tr("The provider's default"))
            return SettingEditor(self._theme, setting, self._edits, editor=line)
        return SettingEditor(self._theme, setting, self._edits)

    def _provider_choices(self) -> list[tuple[str, str]]:
        settings = self._bridge.settings
        return [
            (pid, provider_name(provider(settings, pid).name)) for pid in provider_ids(settings)
        ]


def _sections(
    settings: Sequence[Setting[SettingValue]],
) -> list[tuple[str, list[Setting[SettingValue]]]]:
    """Settings under the titles of what stands together; the first may have none."""
    translate = QCoreApplication.translate
    begins = {
        schema.PROVIDER.key: translate("SettingsDialog", "New conversations"),
        schema.TEMPERATURE.key: translate("SettingsDialog", "Parameters"),
        schema.CONNECT_TIMEOUT.key: translate("SettingsDialog", "Waiting"),
        schema.LOG_LEVEL.key: translate("SettingsDialog", "Log"),
    }
    sections: list[tuple[str, list[Setting[SettingValue]]]] = []
    for setting in settings:
        if setting.key in begins or not sections:
            sections.append((begins.get(setting.key, ""), []))
        sections[-1][1].append(setting)
    return sections
