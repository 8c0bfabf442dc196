"""Providers and their keys: a list, the chosen one's form, and nothing stored before Save."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop_assistant.chat.state import LocalModelState
from desktop_assistant.domain.errors import ErrorInfo
from desktop_assistant.domain.ids import ProviderId
from desktop_assistant.settings import schema
from desktop_assistant.settings.providers import LOCAL, OPENAI, provider, provider_ids
from desktop_assistant.ui.bridge import Bridge
from desktop_assistant.ui.controls.buttons import Button, ButtonKind
from desktop_assistant.ui.controls.labels import Label
from desktop_assistant.ui.settings_dialog.edits import ALWAYS_THERE, StagedEdits
from desktop_assistant.ui.settings_dialog.generated_page import LOCAL_MODEL_PREFIX
from desktop_assistant.ui.settings_dialog.local_model_form import LocalModelForm
from desktop_assistant.ui.settings_dialog.page import SettingsPage
from desktop_assistant.ui.settings_dialog.provider_form import ProviderForm
from desktop_assistant.ui.settings_dialog.provider_list import ProviderList
from desktop_assistant.ui.settings_dialog.provider_state import provider_row
from desktop_assistant.ui.settings_dialog.provider_templates import (
    ProviderTemplate,
    free_id,
    values_of,
)
from desktop_assistant.ui.settings_dialog.staged_keys import StagedKeys
from desktop_assistant.ui.settings_dialog.value_editors import RING
from desktop_assistant.ui.theme import Theme


class ProvidersPage(SettingsPage):
    """Chooses, adds, edits, tests and removes providers.

    Signals:
        session_keys_wanted: save, keeping the typed keys until the app quits only.
    """

    session_keys_wanted = Signal()

    def __init__(
        self, bridge: Bridge, theme: Theme, edits: StagedEdits, keys: StagedKeys, parent: QWidget
    ) -> None:
        # So many fields have a parent from the start: given one later, style and font go through
        # all of them once more.
        super().__init__(parent)
        self._bridge = bridge
        self._theme = theme
        self._edits = edits
        self._keys = keys
        used = bridge.settings.get(schema.PROVIDER)
        is_far = used in provider_ids(bridge.settings) and used != LOCAL
        self._chosen = ProviderId(used) if is_far else OPENAI
        self._list = ProviderList(theme)
        self._list.chosen.connect(self._choose)
        self._list.add_wanted.connect(self._add)
        self._forms = QStackedWidget(self)
        self.form = ProviderForm(bridge, theme, edits, keys, self._chosen, self._forms)
        self.form.edited.connect(self._show_list)
        self.form.session_key_wanted.connect(self.session_keys_wanted)
        self._local_form: LocalModelForm | None = None
        self._forms.addWidget(self.form)
        self._foot = _RemovalFoot(theme)
        self._foot.remove_wanted.connect(self._remove)
        self._foot.restore_wanted.connect(self._restore)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._forms)
        keys.changed.connect(self._show_list)
        self._stop_looking: Callable[[], None] = lambda: None
        self._knows_local_model = False
        """Looking at the built-in model loads its code first, which takes a while."""
        self._choose(self._chosen)

    @property
    def local_form(self) -> LocalModelForm:
        """The built-in model's form, made when it is first needed."""
        if self._local_form is None:
            self._local_form = LocalModelForm(self._bridge, self._theme, self._edits)
            self._local_form.edited.connect(self._show_list)
            self._forms.addWidget(self._local_form)
        return self._local_form

    def aside(self) -> QWidget | None:
        return self._list

    def foot(self) -> QWidget | None:
        return self._foot

    def on_shown(self) -> None:
        # The keyring is asked only now: it may want a password.
        self._keys.load()
        self._stop_looking()
        self._stop_looking = self._bridge.run(
            self._bridge.controller.local_model.load(),
            name="get ready to look at the built-in model",
            on_done=lambda _: self._look_at_local_model(),
        )
        if self._local_form is not None:
            self._local_form.show_state()

    def refresh(self) -> None:
        if self._chosen not in provider_ids(self._edits.settings):
            self._choose(OPENAI)
        self.form.refresh()
        if self._local_form is not None:
            self._local_form.refresh()
        self._show_list()

    def settle(self) -> bool:
        """Shows the first provider with something wrong, if there is one."""
        if not self._shown_form.settle():
            return False
        faulty = next(iter(self._faulty()), None)
        if faulty is None:
            return True
        self._choose(faulty)
        return self._shown_form.settle()

    def reveal(self, key: str) -> bool:
        """Goes to a provider's setting; one that all have is shown on the chosen provider."""
        if key.startswith("providers."):
            provider_id = key.split(".")[1]
            if provider_id in provider_ids(self._edits.settings):
                self._choose(ProviderId(provider_id))
            elif self._chosen == LOCAL:
                self._choose(OPENAI)
            return self.form.reveal(key) if self._chosen != LOCAL else True
        if key.startswith(LOCAL_MODEL_PREFIX):
            self._choose(LOCAL)
            return self.local_form.reveal(key)
        return False

    def reveal_problem(self) -> None:
        self._shown_form.reveal_problem()

    def show_unsaved(self, failed: Mapping[ProviderId, ErrorInfo]) -> None:
        # At its provider.
        provider_id, error = next(iter(failed.items()))
        self._choose(provider_id)
        self.form.say_not_saved(error)

    def stop(self) -> None:
        self._stop_looking()
        self.form.connection.stop()
        if self._local_form is not None:
            self._local_form.connection.stop()

    @property
    def _shown_form(self) -> ProviderForm | LocalModelForm:
        return self.local_form if self._chosen == LOCAL else self.form

    def _faulty(self) -> list[ProviderId]:
        unusable = self._edits.unusable
        ids = [ProviderId(key.split(".")[1]) for key in unusable if key.startswith("providers.")]
        known = provider_ids(self._edits.settings)
        local = [LOCAL] if any(k.startswith(LOCAL_MODEL_PREFIX) for k in unusable) else []
        return [p for p in (*ids, *self._keys.faulty) if p in known] + local

    def _choose(self, provider_id: str) -> None:
        self._chosen = ProviderId(provider_id)
        if self._chosen == LOCAL:
            self.local_form.show_state()
            self._forms.setCurrentWidget(self.local_form)
        else:
            self.form.bind(self._chosen)
            self._forms.setCurrentWidget(self.form)
        self._foot.show_removable(removable=self._chosen not in ALWAYS_THERE)
        self._show_list()

    def _add(self, template: ProviderTemplate) -> None:
        settings = self._edits.settings
        taken = {*provider_ids(settings), *self._edits.removed}
        provider_id = free_id(template, taken)
        name = template.name or self.tr("New provider")
        self._edits.add_provider(values_of(template, provider_id, name))
        self._choose(provider_id)
        self.form.reveal(schema.PROVIDER_NAME.key)

    def _remove(self) -> None:
        removed = provider(self._edits.settings, self._chosen)
        ids = provider_ids(self._edits.settings)
        neighbour = ids[max(0, ids.index(removed.id) - 1)]
        self._edits.remove_provider(removed.id)
        self._keys.forget(removed.id)
        self._choose(neighbour)
        if removed.id in self._edits.removed:
            self._foot.show_removed(removed.id, removed.name)

    def _restore(self, provider_id: str) -> None:
        self._edits.restore_provider(ProviderId(provider_id))
        self._choose(provider_id)

    def _look_at_local_model(self) -> None:
        self._knows_local_model = True
        self._show_list()

    def _show_list(self) -> None:
        settings = self._edits.settings
        state = LocalModelState.IDLE
        if self._knows_local_model:
            state = self._bridge.controller.local_model.status.state
        rows = [
            provider_row(provider(settings, pid), self._keys, state.value)
            for pid in provider_ids(settings)
        ]
        self._list.show_rows(rows, self._chosen)


class _RemovalFoot(QWidget):
    """Removes a provider; what was removed can be brought back until Save."""

    remove_wanted = Signal()
    restore_wanted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._removed = ""
        self._remove = Button(
            theme, self.tr("Remove provider"), kind=ButtonKind.DESTRUCTIVE, icon="trash"
        )
        self._remove.clicked.connect(lambda *_: self.remove_wanted.emit())
        self._words = Label(theme, color="text.secondary", wrap=True)
        self._undo = Button(theme, self.tr("Undo"), kind=ButtonKind.LINK)
        self._undo.clicked.connect(lambda *_: self.restore_wanted.emit(self._removed))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(RING, RING, RING, RING)
        layout.setSpacing(8)
        layout.addWidget(self._remove, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._words, 1)
        layout.addWidget(self._undo)
        self._words.setContentsMargins(14, 0, 14, 0)  # where the words of buttons begin

    def show_removable(self, *, removable: bool) -> None:
        """Offers to remove the provider that is shown now."""
        self._remove.setVisible(removable)
        self._words.hide()
        self._undo.hide()

    def show_removed(self, provider_id: str, name: str) -> None:
        """Says what Save will remove."""
        self._removed = provider_id
        self._words.setText(
            self.tr("{name} and its key will be removed when you save.").format(name=name)
        )
        self._remove.hide()
        self._words.show()
        self._undo.show()
