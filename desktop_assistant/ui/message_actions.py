"""What is asked for in the transcript, done: edit, regenerate, continue, versions, remedies."""

from collections.abc import Callable, Coroutine
from typing import Any

from PySide6.QtCore import QObject, Signal

from desktop_assistant.domain.errors import Remedy
from desktop_assistant.domain.ids import MessageId
from desktop_assistant.domain.messages import Message
from desktop_assistant.settings import schema
from desktop_assistant.settings.declaration import Page
from desktop_assistant.settings.providers import LOCAL
from desktop_assistant.ui.bridge import Bridge
from desktop_assistant.ui.conversation_presenter import ConversationPresenter
from desktop_assistant.ui.transcript.editor import WORDING
from desktop_assistant.ui.transcript.view import TranscriptView

BILLING_PAGE = "https://platform.openai.com/settings/organization/billing"


class MessageActions(QObject):
    """Connects the transcript's wishes to the controller's verbs.

    Signals:
        settings_wanted: (Page, provider id, setting key) a remedy lies in the settings.
        model_wanted: another model.
        page_wanted: (address) in the browser.
        folder_wanted: the data folder.
    """

    settings_wanted = Signal(object, str, str)
    model_wanted = Signal()
    page_wanted = Signal(str)
    folder_wanted = Signal()

    def __init__(
        self, bridge: Bridge, presenter: ConversationPresenter, transcript: TranscriptView
    ) -> None:
        super().__init__(transcript)
        self._bridge = bridge
        self._presenter = presenter
        self._transcript = transcript
        controller = bridge.controller
        for signal, verb in (
            (transcript.regenerate_requested, controller.regenerate),
            (transcript.retry_requested, controller.regenerate),
            (transcript.continue_requested, controller.continue_reply),
        ):
            signal.connect(self._asking(verb))
        transcript.edit_submitted.connect(self._edit)
        transcript.continue_from_requested.connect(self._simply(controller.continue_from))
        transcript.undo_switch_requested.connect(self._simply(controller.show_message))
        transcript.stop_requested.connect(self._simply(controller.stop))
        transcript.previous_version_requested.connect(lambda m: self.switch_version(m, -1))
        transcript.next_version_requested.connect(lambda m: self.switch_version(m, 1))
        transcript.versions_requested.connect(presenter.branches.open_versions)
        transcript.choose_model_requested.connect(lambda _: self.model_wanted.emit())
        transcript.raise_limit_requested.connect(
            lambda _: self.settings_wanted.emit(Page.MODELS, "", schema.REPLY_LIMIT.key)
        )
        transcript.remedy_requested.connect(self._remedy)

    def switch_version(self, message_id: str, step: int) -> None:
        """Shows the version before or after."""
        self._run(self._bridge.controller.switch_version(MessageId(message_id), step))

    def switch_last_version(self, step: int) -> None:
        """Switches at the last fork of the visible branch."""
        state = self._presenter.state
        entries = state.path.forks if state else []
        if entries:
            self.switch_version(entries[-1].node.id, step)

    def regenerate_last(self) -> None:
        """Another version of the last reply."""
        state = self._presenter.state
        if state is not None and state.path and not state.is_answering_here:
            self._asking(self._bridge.controller.regenerate)(state.path[-1].node.id)

    def _edit(self, message_id: str, text: str, mode: str) -> None:
        controller = self._bridge.controller
        if mode == WORDING:
            self._run(controller.save_wording(MessageId(message_id), text))
        else:
            self._run(controller.edit(MessageId(message_id), text), self._go_along)

    def _asking(
        self, verb: Callable[[MessageId], Coroutine[Any, Any, object]]
    ) -> Callable[[str], None]:
        return lambda message_id: self._run(verb(MessageId(message_id)), self._go_along)

    def _simply(
        self, verb: Callable[[MessageId], Coroutine[Any, Any, object]]
    ) -> Callable[[str], None]:
        return lambda message_id: self._run(verb(MessageId(message_id)))

    def _run(
        self,
        coroutine: Coroutine[Any, Any, object],
        on_done: Callable[[object], None] | None = None,
    ) -> None:
        self._bridge.run(coroutine, name="act on a message", on_done=on_done)

    def _go_along(self, _: object) -> None:
        self._transcript.message_sent()

    def _remedy(self, remedy: Remedy, message_id: str) -> None:
        """Does the one right thing about a failed reply."""
        match remedy:
            case Remedy.TRY_AGAIN | Remedy.UNLOCK_KEYRING:
                self._asking(self._bridge.controller.regenerate)(message_id)
            case Remedy.CHOOSE_MODEL:
                self.model_wanted.emit()
            case Remedy.OPEN_BILLING:
                self.page_wanted.emit(BILLING_PAGE)
            case Remedy.OPEN_DATA_FOLDER:
                self.folder_wanted.emit()
            case Remedy.OPEN_LOCAL_MODEL_SETTINGS:
                key = schema.LOCAL_MODEL_FILE.key
                self.settings_wanted.emit(Page.MODELS, "", key)
            case Remedy.OPEN_KEY_SETTINGS | Remedy.USE_SESSION_KEY:
                self._open_provider_of(message_id, "key")
            case Remedy.OPEN_PROVIDER_SETTINGS:
                self._open_provider_of(message_id, "base_url")
            case Remedy.NONE | Remedy.SHORTEN | Remedy.EDIT_QUESTION:
                pass  # nothing to do, or done by the transcript itself

    def _open_provider_of(self, message_id: str, setting: str) -> None:
        state = self._presenter.state
        if state is None:
            return

        def open_settings(messages: list[Message]) -> None:
            provider_id = messages[0].provider_id or state.choice.provider_id
            if provider_id == LOCAL:
                key = schema.LOCAL_MODEL_FILE.key
                self.settings_wanted.emit(Page.MODELS, "", key)
            else:
                self.settings_wanted.emit(Page.PROVIDERS, provider_id, setting)

        self._bridge.run(
            self._bridge.controller.messages(state.id, [MessageId(message_id)]),
            name="find the provider of a reply",
            on_done=open_settings,
        )
