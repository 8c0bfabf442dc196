"""One provider's fields. Nothing is stored before Save; a test uses what stands here."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_assistant.domain.errors import ErrorInfo, Remedy
from desktop_assistant.domain.ids import ProviderId
from desktop_assistant.domain.origin import is_loopback
from desktop_assistant.domain.secret import Secret
from desktop_assistant.settings import schema
from desktop_assistant.settings.declaration import Setting, SettingValue
from desktop_assistant.settings.providers import Provider, provider, with_preset
from desktop_assistant.ui.bridge import Bridge
from desktop_assistant.ui.controls.labels import ElidedLabel
from desktop_assistant.ui.settings_dialog.connection_block import ConnectionBlock
from desktop_assistant.ui.settings_dialog.edits import StagedEdits
from desktop_assistant.ui.settings_dialog.fold import Fold
from desktop_assistant.ui.settings_dialog.key_field import KeyField
from desktop_assistant.ui.settings_dialog.model_editor import ModelEditor
from desktop_assistant.ui.settings_dialog.page import FieldRows, ScrollColumn
from desktop_assistant.ui.settings_dialog.setting_editor import SettingEditor
from desktop_assistant.ui.settings_dialog.special_editors import FileEditor, ProxyEditor
from desktop_assistant.ui.settings_dialog.staged_keys import StagedKeys
from desktop_assistant.ui.settings_dialog.value_editors import AreaEditor, LineEditor, ValueEditor
from desktop_assistant.ui.theme import Theme

_MOST_WIDTH = 640
_PLACED = (
    schema.PROVIDER_NAME,
    schema.PROVIDER_MODEL,
    schema.PROVIDER_BASE_URL,
    schema.PROVIDER_ALLOW_HTTP,
    schema.PROVIDER_PROXY,
    schema.PROVIDER_HEADERS,
)
"""Settings with a place of their own; every other one stands under "More options"."""
_CLEAR_ENOUGH = (
    schema.PROVIDER_NAME,
    schema.PROVIDER_MODEL,
    schema.PROVIDER_BASE_URL,
    schema.PROVIDER_PROXY,
    schema.PROVIDER_HEADERS,
)
"""Settings whose help assistive technology has and the eye can do without."""
_SIDE_BY_SIDE = (schema.PROVIDER_ORGANIZATION, schema.PROVIDER_PROJECT)


class ProviderForm(ScrollColumn):
    """Shows and edits the provider it is bound to.

    Signals:
        edited: a value differs now.
        session_key_wanted: keep the typed key until the app quits.
    """

    edited = Signal()
    session_key_wanted = Signal()

    def __init__(
        self,
        bridge: Bridge,
        theme: Theme,
        edits: StagedEdits,
        keys: StagedKeys,
        first: ProviderId,
        parent: QWidget,
    ) -> None:
        super().__init__(theme, most_width=_MOST_WIDTH, parent=parent)
        self._edits = edits
        self._keys = keys
        self._provider_id = first
        self._models: dict[ProviderId, tuple[str, ...]] = {}
        self._model = ModelEditor(theme)
        self._fields: dict[str, SettingEditor] = {}
        for setting in schema.PROVIDER_SETTINGS:
            self._fields[setting.key] = self._field(theme, setting)
        self._title = ElidedLabel(theme, font="page_title")
        self.key = KeyField(theme, keys)
        self.key.edited.connect(self._on_key_edited)
        self.key.session_wanted.connect(self.session_key_wanted)
        self.key.retry_wanted.connect(keys.load)
        self.connection = ConnectionBlock(bridge, theme)
        self.connection.wanted.connect(self._test)
        self.connection.grown.connect(lambda: self.bring_into_view(self.connection))
        self.connection.models_found.connect(self._on_models)
        self.connection.remedy_wanted.connect(self._help)
        self._more = Fold(theme, self.tr("More options"), self._more_rows())
        self._lay_out()
        self.bind(first)

    @property
    def provider(self) -> Provider:
        """The provider with the values in the fields; unusable ones are passed over."""
        return provider(self._edits.settings, self._provider_id)

    def bind(self, provider_id: ProviderId) -> None:
        """Shows another provider's fields."""
        if provider_id != self._provider_id:
            self.connection.clear()
        self._provider_id = provider_id
        for setting in schema.PROVIDER_SETTINGS:
            self._fields[setting.key].bind(with_preset(setting, provider_id))
        self._model.offer(self._models.get(provider_id, ()))
        self._show_derived()

    def refresh(self) -> None:
        """Shows values that have changed elsewhere."""
        for field in self._fields.values():
            field.refresh()
        self._show_derived()

    def settle(self) -> bool:
        """Says at every field what is wrong with it; returns False if anything is."""
        unusable = [field for field in self._fields.values() if not field.settle()]
        return not unusable and self._keys.fault(self._provider_id) is None

    def reveal(self, key: str) -> bool:
        """Puts the keyboard on a setting; ``key`` is declared or the provider's own."""
        name = key.rsplit(".", 1)[-1]
        field = self._fields.get(f"providers.*.{name}")
        if name == "key":
            self.key.focus_line()
            return True
        if field is None:
            return False
        if self._more.isAncestorOf(field):
            self._more.unfold()
        field.focus_control()
        return True

    def reveal_problem(self) -> None:
        """Puts the keyboard on the first field with something wrong."""
        for key, field in self._fields.items():
            if field.has_problem:
                self.reveal(key)
                return
        self.key.focus_line()

    def say_not_saved(self, error: ErrorInfo) -> None:
        """Shows why the key could not be kept or deleted, and what to do."""
        self.key.say_not_saved(error)
        self.key.focus_line()
        self.bring_into_view(self.key)

    def _field(self, theme: Theme, setting: Setting[SettingValue]) -> SettingEditor:
        editor: ValueEditor | None = None
        if setting is schema.PROVIDER_MODEL:
            editor = self._model
        elif setting is schema.PROVIDER_PROXY:
            editor = ProxyEditor(theme)
        elif setting is schema.PROVIDER_CA_FILE:
            editor = FileEditor(theme, filter_text=self.tr("Certificates (*.pem *.crt *.cer)"))
        elif setting is schema.PROVIDER_HEADERS:
            area = AreaEditor(theme)
            area.area.setPlaceholderText(self.tr("Name: value"))
            editor = area
        elif setting is schema.PROVIDER_BASE_URL:
            line = LineEditor(theme)
            line.line.setPlaceholderText("https://api.example.org/v1")
            editor = line
        own = with_preset(setting, self._provider_id)
        field = SettingEditor(
            theme, own, self._edits, editor=editor, takes_typing=True,
            shows_help=setting not in _CLEAR_ENOUGH,
        )  # fmt: skip
        field.taken.connect(self._on_taken)
        return field

    def _lay_out(self) -> None:
        fields = self._fields
        rows = {s.key: fields[s.key] for s in _PLACED}
        self.add(self._title)
        beside = [rows[schema.PROVIDER_NAME.key], rows[schema.PROVIDER_MODEL.key]]
        self.column.addWidget(FieldRows([beside]))
        self.column.addWidget(self.key)
        self.column.addWidget(rows[schema.PROVIDER_BASE_URL.key])
        self.column.addWidget(rows[schema.PROVIDER_ALLOW_HTTP.key])
        beside = [rows[schema.PROVIDER_PROXY.key], rows[schema.PROVIDER_HEADERS.key]]
        self.column.addWidget(FieldRows([beside]))
        self.column.addWidget(self.connection)
        self.column.addWidget(self._more)

    def _more_rows(self) -> QWidget:
        beside = [self._fields[s.key] for s in _SIDE_BY_SIDE]
        single = [
            (self._fields[s.key],)
            for s in schema.PROVIDER_SETTINGS
            if s not in _PLACED and s not in _SIDE_BY_SIDE
        ]
        return FieldRows([beside, *single])

    def _show_derived(self) -> None:
        """What depends on several fields."""
        chosen = self.provider
        self._title.setText(chosen.name)
        self.key.bind(chosen)
        is_open = chosen.base_url.startswith("http:") and not is_loopback(chosen.base_url)
        self._fields[schema.PROVIDER_ALLOW_HTTP.key].setVisible(is_open or chosen.allow_http)

    def _on_taken(self) -> None:
        self._show_derived()
        self.edited.emit()

    def _on_key_edited(self) -> None:
        if self._keys.typed(self._provider_id) and not self.provider.needs_key:
            # Whoever enters a key wants it to be sent.
            needs_key = with_preset(schema.PROVIDER_NEEDS_KEY, self._provider_id)
            self._edits.put(needs_key, True)
            self._fields[schema.PROVIDER_NEEDS_KEY.key].bind(needs_key)
            self._show_derived()
        self.edited.emit()

    def _test(self) -> None:
        if not self.settle():
            self.reveal_problem()
            return
        typed = self._keys.typed(self._provider_id)
        self.connection.start(self.provider, Secret(typed) if typed else None)

    def _on_models(self, models: tuple[str, ...]) -> None:
        self._models[self._provider_id] = models
        self._model.offer(models)

    def _help(self, remedy: Remedy) -> None:
        if remedy is Remedy.OPEN_KEY_SETTINGS:
            self.key.focus_line()
        elif remedy is Remedy.CHOOSE_MODEL:
            self.reveal(schema.PROVIDER_MODEL.key)
            self._model.box.showPopup()
        else:
            self.reveal(schema.PROVIDER_BASE_URL.key)
        focused = self.focusWidget()
        if focused is not None:
            self.ensureWidgetVisible(focused, 0, 40)
