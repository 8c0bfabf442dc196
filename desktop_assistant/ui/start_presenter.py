"""What an empty conversation shows: the offers of the first run, or the prompts used last."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from desktop_assistant.chat.state import ConversationState, LocalModelStatus
from desktop_assistant.settings import schema
from desktop_assistant.settings.declaration import Page
from desktop_assistant.settings.providers import LOCAL, OPENAI
from desktop_assistant.ui.bridge import Bridge
from desktop_assistant.ui.conversation_pane import ConversationPane
from desktop_assistant.ui.conversation_presenter import ConversationPresenter
from desktop_assistant.ui.recent_prompts import recent_prompts


class StartPresenter(QObject):
    """Fills the start page while it is shown.

    Signals:
        settings_wanted: (Page, provider id, setting key).
        variable_wanted: (name) use the key in that environment variable.
    """

    settings_wanted = Signal(object, str, str)
    variable_wanted = Signal(str)

    def __init__(
        self,
        bridge: Bridge,
        pane: ConversationPane,
        presenter: ConversationPresenter,
        key_variables: Sequence[str],
    ) -> None:
        super().__init__(pane)
        self._bridge = bridge
        self._pane = pane
        self._presenter = presenter
        self._key_variables = tuple(key_variables)
        self._library_is_empty: bool | None = None
        self._is_connected = False
        self._local_model: LocalModelStatus | None = None

    def library_loaded(self, *, is_empty: bool) -> None:
        """Tells whether there is any conversation; before that nothing is offered."""
        if is_empty != self._library_is_empty:
            self._library_is_empty = is_empty
            if self._presenter.state is not None:
                self.show_state(self._presenter.state)

    def show_state(self, state: ConversationState) -> None:
        """Shows the page of an empty conversation."""
        is_first_run = bool(self._library_is_empty) and not state.is_temporary
        self._pane.composer.set_first_run(is_first_run=is_first_run, is_new=not state.path)
        if state.path or self._library_is_empty is None:
            return
        self._connect()
        if is_first_run:
            self._local_model = self._bridge.controller.local_model.status
            self._pane.start_page.show_first_run(self._local_model, self._key_variables)
        elif state.is_temporary:
            self._pane.start_page.show_temporary()
        else:
            self._pane.start_page.show_prompts(())
            self._read_prompts(state)

    def look_at_local_model(self) -> None:
        """Shows when the built-in model gets ready, or fails."""
        if self._pane.shows_start_page and self._local_model is not None:
            status = self._bridge.controller.local_model.status
            if status != self._local_model:
                self._local_model = status
                self._pane.start_page.show_local_model(status)

    def _read_prompts(self, state: ConversationState) -> None:
        def show(prompts: list[str]) -> None:
            now = self._presenter.state
            if now is not None and now.id == state.id and not now.path:
                self._pane.start_page.show_prompts(prompts)

        self._bridge.run(
            recent_prompts(self._bridge), name="read the prompts used last", on_done=show
        )

    def _connect(self) -> None:
        if self._is_connected:
            return
        self._is_connected = True
        page = self._pane.start_page
        page.chat_wanted.connect(self._chat_with_local_model)
        page.local_settings_wanted.connect(
            lambda: self.settings_wanted.emit(Page.MODELS, "", schema.LOCAL_MODEL_FILE.key)
        )
        page.key_wanted.connect(lambda: self.settings_wanted.emit(Page.PROVIDERS, OPENAI, "key"))
        page.server_wanted.connect(lambda: self.settings_wanted.emit(Page.PROVIDERS, "", ""))
        page.variable_wanted.connect(self.variable_wanted)
        page.prompt_chosen.connect(self._take_prompt)

    def _chat_with_local_model(self) -> None:
        state = self._presenter.state
        if state is not None and state.choice.provider_id != LOCAL:
            self._presenter.set_model(LOCAL, self._bridge.controller.provider(LOCAL).model)
        self._pane.composer.focus_box()

    def _take_prompt(self, prompt: str) -> None:
        self._pane.composer.set_message(prompt)
        self._pane.composer.text_changed.emit()
        self._pane.composer.focus_box()
