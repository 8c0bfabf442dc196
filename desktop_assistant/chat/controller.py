"""Every verb of the user, for window and terminal alike.

The controller owns the open conversations and the replies under way. It tells the store first and
changes its own picture after; what it did is published as ``chat.events``.
"""

from collections.abc import Callable, Sequence
from contextlib import suppress

from desktop_assistant.chat.asking import Asking
from desktop_assistant.chat.backups import Backups
from desktop_assistant.chat.connection_test import ConnectionReport, ConnectionTest
from desktop_assistant.chat.endpoints import Endpoints
from desktop_assistant.chat.events import (
    ChatEvent,
    ConversationChanged,
    LibraryChanged,
    SettingsChanged,
)
from desktop_assistant.chat.exporting import Exports
from desktop_assistant.chat.images import Images
from desktop_assistant.chat.keys import Keys
from desktop_assistant.chat.library import Library
from desktop_assistant.chat.options import SendOptions
from desktop_assistant.chat.outside import Outside
from desktop_assistant.chat.reply import Reply
from desktop_assistant.chat.reply_job import ReplyServices
from desktop_assistant.chat.request_builder import RequestBuilder
from desktop_assistant.chat.session import ConversationSession
from desktop_assistant.chat.sessions import Sessions
from desktop_assistant.chat.settings_service import SettingsService
from desktop_assistant.chat.state import ContextMeter, ConversationState
from desktop_assistant.chat.task_registry import TaskRegistry
from desktop_assistant.domain.errors import AssistantError
from desktop_assistant.domain.ids import ConversationId, MessageId, ProviderId
from desktop_assistant.domain.messages import Message
from desktop_assistant.domain.secret import Secret
from desktop_assistant.ports.conversation_store import OpenReport
from desktop_assistant.ports.local_model import LocalModel, LocalModelOptions
from desktop_assistant.ports.model_client import ModelInfo
from desktop_assistant.ports.secret_store import SecretStore
from desktop_assistant.settings import schema
from desktop_assistant.settings.providers import LOCAL, Provider, provider

__all__ = ["ChatController", "Outside"]


class ChatController:
    """Drives conversations on one asyncio loop; every method is called on that loop."""

    def __init__(self, outside: Outside, tasks: TaskRegistry) -> None:
        self._outside = outside
        self._tasks = tasks
        self._listeners: list[Callable[[ChatEvent], None]] = []
        self._sessions = Sessions(outside.store, outside.temporary_store, outside.clock)
        self._endpoints = Endpoints(outside.secrets, outside.local_model)
        self._requests = RequestBuilder(outside.settings, outside.clock, outside.surroundings)
        services = ReplyServices(
            client=outside.client,
            endpoints=self._endpoints,
            local_model=outside.local_model,
            requests=self._requests,
            settings=outside.settings,
            clock=outside.clock,
            tasks=tasks,
            publish=self._publish,
        )
        self._asking = Asking(self._sessions, services)
        self._counter = 0
        self.library = Library(outside.store, self._sessions, self._publish)
        self.backups = Backups(outside.store, self._sessions, self._publish)
        self.images = Images(outside.images)
        self.exports = Exports(self._sessions, self.messages, outside.files)
        self.keys = Keys(outside.secrets, outside.settings)
        outside.settings.subscribe(self._on_settings_changed)
        self._configure_local_model()

    # Life

    async def start(self) -> OpenReport:
        """Opens the library.

        Raises:
            AssistantError: if it cannot be used at all; nothing was changed then.
        """
        report = await self._outside.store.open()
        self._counter = await self._outside.store.change_counter()
        return report

    async def close(self) -> None:
        """Stops every reply (what was written is kept), then closes everything."""
        await self._asking.stop_all()
        await self._tasks.close()
        await self._outside.local_model.stop()
        await self._outside.client.close()
        await self._outside.secrets.close()
        await self._sessions.close()
        await self._outside.store.close()

    def subscribe(self, listener: Callable[[ChatEvent], None]) -> Callable[[], None]:
        """Calls the listener with every event, in order; returns how to end that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    @property
    def settings(self) -> SettingsService:
        """The settings in force."""
        return self._outside.settings

    @property
    def secrets(self) -> SecretStore:
        """The keys."""
        return self._outside.secrets

    @property
    def local_model(self) -> LocalModel:
        """The built-in model."""
        return self._outside.local_model

    # Conversations

    async def new_conversation(self, *, temporary: bool = False) -> ConversationState:
        """A conversation that is stored with its first message; a temporary one never is."""
        return self._state(await self._sessions.new(temporary=temporary))

    async def open(self, conversation_id: ConversationId) -> ConversationState:
        """Loads a conversation's tree, if that was not done yet.

        Raises:
            InvalidInputError: if there is none of that id.
        """
        return self._state(await self._sessions.get(conversation_id))

    def state(self, conversation_id: ConversationId) -> ConversationState | None:
        """The state of an open conversation, or ``None``."""
        session = self._sessions.find(conversation_id)
        return None if session is None else self._state(session)

    def leave(self, conversation_id: ConversationId) -> None:
        """Forgets a conversation that is not shown any more, unless it is being answered."""
        self._sessions.leave(conversation_id)

    async def messages(
        self, conversation_id: ConversationId, message_ids: Sequence[MessageId]
    ) -> list[Message]:
        """Whole messages; replies being written have exactly the text shown so far.

        Raises:
            InvalidInputError: if one does not exist.
        """
        session = self._sessions.find(conversation_id)
        if session is None:  # to read a sentence of it is no reason to hold all of it
            return await self._outside.store.messages(message_ids)
        stored = await session.store.messages(message_ids)
        return [session.with_live_text(message) for message in stored]

    async def meter(self, conversation_id: ConversationId, draft: str) -> ContextMeter:
        """What sending the draft now would carry."""
        return await self._requests.meter(await self._sessions.get(conversation_id), draft)

    async def system_prompt_now(self, conversation_id: ConversationId) -> str:
        """The system prompt as it would be sent now."""
        session = await self._sessions.get(conversation_id)
        choice = session.choice(self.settings.current)
        return self._requests.system_prompt(session, SendOptions(), choice.model)

    def preview_prompt(self, template: str) -> str:
        """A system prompt as a new conversation would send it now."""
        return self._requests.preview(template)

    async def save_draft(self, conversation_id: ConversationId, text: str) -> None:
        """Keeps what was typed."""
        session = await self._sessions.get(conversation_id)
        session.change(draft=text)
        if not session.is_temporary:
            await session.store.save_draft(None if session.is_new else session.id, text)

    async def save_new_draft(self, text: str) -> None:
        """Keeps what was typed for a conversation that is not begun yet."""
        await self._outside.store.save_draft(None, text)

    async def save_scroll_anchor(self, conversation_id: ConversationId, anchor: str) -> None:
        """Keeps where the window was left."""
        session = await self._sessions.get(conversation_id)
        session.change(scroll_anchor=anchor)
        if not session.is_new:
            await session.store.save_scroll_anchor(session.id, anchor)

    async def set_model(
        self, conversation_id: ConversationId, provider_id: ProviderId, model: str
    ) -> None:
        """Lets a conversation talk to another model; new conversations take it over."""
        session = await self._sessions.get(conversation_id)
        if not session.is_new:
            await session.store.set_model(session.id, provider_id, model)
        session.change_model(provider_id, model)
        self.settings.change({schema.PROVIDER.key: provider_id, schema.MODEL.key: model})
        self._publish(ConversationChanged(session.id))

    async def set_system_prompt(
        self, conversation_id: ConversationId, system_prompt: str | None
    ) -> None:
        """Gives a conversation its own system prompt; ``None`` follows the settings again."""
        session = await self._sessions.get(conversation_id)
        if not session.is_new:
            await session.store.set_system_prompt(session.id, system_prompt)
        session.change_system_prompt(system_prompt)
        self._publish(ConversationChanged(session.id))

    # Asking

    async def send(
        self,
        conversation_id: ConversationId,
        text: str,
        *,
        parent_id: MessageId | None = None,
        options: SendOptions | None = None,
    ) -> Reply:
        """Asks: the question is durable before its request leaves.

        Args:
            conversation_id: where.
            text: the question.
            parent_id: the message it answers to; ``None`` is the end of the visible branch.
            options: what this send chooses differently.

        Raises:
            InvalidInputError: for an empty question, an unknown id, or a branch being answered.
            AssistantError: if it cannot be stored; then nothing was sent.
        """
        return await self._asking.send(conversation_id, text, parent_id, options or SendOptions())

    async def edit(
        self, message_id: MessageId, text: str, *, options: SendOptions | None = None
    ) -> Reply:
        """Asks a question anew in other words: a sibling, the old branch stays.

        Raises:
            InvalidInputError: for an empty question, an unknown id, or a reply's id.
            AssistantError: if it cannot be stored.
        """
        return await self._asking.edit(message_id, text, options or SendOptions())

    async def save_wording(self, message_id: MessageId, text: str) -> MessageId:
        """Adds a version of a message in other words, without asking anything.

        Raises:
            InvalidInputError: for an empty text or an unknown id.
            AssistantError: if it cannot be stored.
        """
        return await self._asking.save_wording(message_id, text)

    async def regenerate(
        self, message_id: MessageId, *, options: SendOptions | None = None
    ) -> Reply:
        """Another reply to the same question: a sibling. Also takes the question's own id.

        Raises:
            InvalidInputError: for an unknown id.
            AssistantError: if it cannot be stored.
        """
        return await self._asking.regenerate(message_id, options or SendOptions())

    async def continue_reply(
        self, message_id: MessageId, *, options: SendOptions | None = None
    ) -> Reply:
        """Goes on with a cut-off reply: a sibling that begins with the text so far.

        Raises:
            InvalidInputError: for an unknown id.
            AssistantError: if it cannot be stored.
        """
        return await self._asking.continue_reply(message_id, options or SendOptions())

    async def stop(self, message_id: MessageId) -> None:
        """Stops a reply and waits until what was written is kept; does nothing if it has ended."""
        await self._asking.stop(message_id)

    async def warm_up(self, conversation_id: ConversationId) -> None:
        """Gets ready what the first question will need, while it is still being typed.

        What goes wrong is told when the question is sent, and not before.
        """
        session = await self._sessions.get(conversation_id)
        chosen = session.choice(self.settings.current)
        with suppress(AssistantError):
            if chosen.provider_id == LOCAL:
                await self.local_model.endpoint()
        await self._outside.client.load()

    # Branches

    async def switch_version(self, message_id: MessageId, step: int) -> None:
        """Shows the version before (-1) or after (+1), at the leaf where it was last left.

        Raises:
            InvalidInputError: for an unknown id.
        """
        session = await self._sessions.holding(message_id)
        siblings = session.tree.siblings(message_id)
        index = siblings.index(message_id) + step
        if 0 <= index < len(siblings):
            await self._activate(session, session.tree.last_leaf(siblings[index]))

    async def show_message(self, message_id: MessageId) -> ConversationId:
        """Shows the branch a message is on.

        Raises:
            InvalidInputError: for an unknown id.
        """
        session = await self._sessions.holding(message_id)
        if message_id not in {node.id for node in session.tree.path()}:
            await self._activate(session, session.tree.last_leaf(message_id))
        return session.id

    async def continue_from(self, message_id: MessageId) -> None:
        """Ends the visible branch at a message, so that the next question starts a new branch.

        Raises:
            InvalidInputError: for an unknown id.
        """
        await self._activate(await self._sessions.holding(message_id), message_id)

    # Providers

    def provider(self, provider_id: ProviderId) -> Provider:
        """A provider as the settings describe it.

        Raises:
            InvalidInputError: if there is none of that id.
        """
        return provider(self.settings.current, provider_id)

    async def models(self, provider_id: ProviderId) -> list[ModelInfo]:
        """What a provider offers.

        Raises:
            AssistantError: if the list cannot be had.
        """
        chosen = self.provider(provider_id)
        if chosen.is_local:
            return [ModelInfo(self.local_model.status.model_name)]
        endpoint = await self._endpoints.of_provider(self.settings.current, chosen, None)
        return await self._outside.client.list_models(endpoint)

    async def test_connection(
        self, chosen: Provider, key: Secret | None, on_progress: Callable[[ConnectionReport], None]
    ) -> ConnectionReport:
        """Tries a provider as it is set up in the dialog, saved or not, stage by stage."""
        return await ConnectionTest(
            chosen,
            endpoints=self._endpoints,
            client=self._outside.client,
            settings=self.settings.current,
            clock=self._outside.clock,
            on_progress=on_progress,
        ).run(key)

    # What others did

    async def notice_changes(self) -> None:
        """Takes over what another process wrote to library and settings; cheap if nothing."""
        self.settings.notice_changes()
        counter = await self._outside.store.change_counter()
        if counter == self._counter:
            return
        self._counter = counter
        for conversation_id in await self._sessions.refresh():
            self._publish(ConversationChanged(conversation_id))
        self._publish(LibraryChanged())

    # Inside

    def _publish(self, event: ChatEvent) -> None:
        for listener in list(self._listeners):
            listener(event)

    def _state(self, session: ConversationSession) -> ConversationState:
        return session.state(self.settings.current)

    async def _activate(self, session: ConversationSession, leaf_id: MessageId) -> None:
        await session.store.activate(session.id, leaf_id)
        session.tree.activate(leaf_id)
        self._publish(ConversationChanged(session.id))

    def _configure_local_model(self) -> None:
        settings = self.settings.current
        self.local_model.configure(
            LocalModelOptions(
                model_file=settings.get(schema.LOCAL_MODEL_FILE),
                threads=settings.get(schema.LOCAL_MODEL_THREADS),
                context_tokens=settings.get(schema.LOCAL_MODEL_CONTEXT),
            )
        )

    def _on_settings_changed(self) -> None:
        self._configure_local_model()
        self._publish(SettingsChanged())
