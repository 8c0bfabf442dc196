"""Every verb of the user, for window and terminal alike.

The controller owns the open conversations and the replies under way. It tells the store first and
changes its own picture after; what it did is published as ``chat.events``.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from desktop_assistant.chat.connection_test import ConnectionReport, ConnectionTest
from desktop_assistant.chat.endpoints import Endpoints
from desktop_assistant.chat.events import (
    ChatEvent,
    ConversationChanged,
    LibraryChanged,
    ReplyFinished,
    ReplyStarted,
    SettingsChanged,
)
from desktop_assistant.chat.keys import Keys
from desktop_assistant.chat.library import Library
from desktop_assistant.chat.new_ids import new_conversation_id, new_message_id
from desktop_assistant.chat.options import SendOptions
from desktop_assistant.chat.reply import Reply
from desktop_assistant.chat.reply_job import ReplyJob, ReplyServices
from desktop_assistant.chat.request_builder import RequestBuilder, Surroundings
from desktop_assistant.chat.session import ConversationSession
from desktop_assistant.chat.settings_service import SettingsService
from desktop_assistant.chat.state import ContextMeter, ConversationState, ModelChoice
from desktop_assistant.chat.task_registry import TaskRegistry
from desktop_assistant.domain.errors import ErrorInfo, ProblemCode, problem
from desktop_assistant.domain.ids import ConversationId, MessageId, ProviderId
from desktop_assistant.domain.messages import Message, MessageNode, Role, Status
from desktop_assistant.domain.secret import Secret
from desktop_assistant.domain.titles import title_from
from desktop_assistant.ports.clock import Clock
from desktop_assistant.ports.conversation_store import (
    ConversationRecord,
    ConversationStore,
    OpenReport,
)
from desktop_assistant.ports.local_model import LocalModel, LocalModelOptions
from desktop_assistant.ports.model_client import ModelClient, ModelInfo
from desktop_assistant.ports.secret_store import SecretStore
from desktop_assistant.settings import schema
from desktop_assistant.settings.providers import Provider, provider, provider_ids


@dataclass(frozen=True, slots=True)
class Outside:
    """All ports, as ``app.wiring`` filled them."""

    store: ConversationStore
    temporary_store: ConversationStore
    client: ModelClient
    secrets: SecretStore
    settings: SettingsService
    local_model: LocalModel
    clock: Clock
    surroundings: Surroundings


class ChatController:
    """Drives conversations on one asyncio loop; every method is called on that loop."""

    def __init__(self, outside: Outside, tasks: TaskRegistry) -> None:
        self._outside = outside
        self._tasks = tasks
        self._listeners: list[Callable[[ChatEvent], None]] = []
        self._sessions: dict[ConversationId, ConversationSession] = {}
        self._endpoints = Endpoints(outside.secrets, outside.local_model)
        self._requests = RequestBuilder(outside.settings, outside.clock, outside.surroundings)
        self._services = ReplyServices(
            client=outside.client,
            endpoints=self._endpoints,
            local_model=outside.local_model,
            requests=self._requests,
            settings=outside.settings,
            clock=outside.clock,
            tasks=tasks,
            publish=self._publish,
        )
        self._temporary_is_open = False
        self._counter = 0
        self.library = Library(outside.store, self._sessions, self._publish)
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
        for session in list(self._sessions.values()):
            for message_id in list(session.jobs):
                await self.stop(message_id)
        await self._tasks.close()
        await self._outside.local_model.stop()
        await self._outside.client.close()
        await self._outside.secrets.close()
        if self._temporary_is_open:
            await self._outside.temporary_store.close()
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
        store = self._outside.store
        if temporary:
            store = self._outside.temporary_store
            if not self._temporary_is_open:
                await store.open()
                self._temporary_is_open = True
        now = self._outside.clock.now()
        record = ConversationRecord(
            id=new_conversation_id(),
            title="",
            created_at=now,
            updated_at=now,
            pinned=False,
            active_leaf_id=None,
            nodes=(),
            draft="" if temporary else await store.load_new_draft(),
        )
        session = ConversationSession(record, store, is_new=True, is_temporary=temporary)
        self._sessions[record.id] = session
        return self._state(session)

    async def open(self, conversation_id: ConversationId) -> ConversationState:
        """Loads a conversation's tree, if that was not done yet.

        Raises:
            InvalidInputError: if there is none of that id.
        """
        session = await self._session(conversation_id)
        return self._state(session)

    def state(self, conversation_id: ConversationId) -> ConversationState | None:
        """The state of an open conversation, or ``None``."""
        session = self._sessions.get(conversation_id)
        return None if session is None else self._state(session)

    def leave(self, conversation_id: ConversationId) -> None:
        """Forgets a conversation that is not shown any more, unless it is being answered."""
        session = self._sessions.get(conversation_id)
        if session is not None and not session.jobs and not session.is_temporary:
            del self._sessions[conversation_id]

    async def messages(
        self, conversation_id: ConversationId, message_ids: Sequence[MessageId]
    ) -> list[Message]:
        """Whole messages; replies being written have exactly the text shown so far.

        Raises:
            InvalidInputError: if one does not exist.
        """
        session = await self._session(conversation_id)
        stored = await session.store.messages(message_ids)
        return [self._with_live_text(session, message) for message in stored]

    async def meter(self, conversation_id: ConversationId, draft: str) -> ContextMeter:
        """What sending the draft now would carry."""
        return await self._requests.meter(await self._session(conversation_id), draft)

    def system_prompt_now(self, conversation_id: ConversationId) -> str:
        """The system prompt as it would be sent now."""
        session = self._sessions[conversation_id]
        choice = session.choice(self.settings.current)
        return self._requests.system_prompt(session, SendOptions(), choice.model)

    def preview_prompt(self, template: str) -> str:
        """A system prompt as a new conversation would send it now."""
        settings = self.settings.current
        chosen = settings.get(schema.PROVIDER)
        model = settings.get(schema.MODEL)
        if not model and chosen in provider_ids(settings):
            model = provider(settings, chosen).model
        return self._requests.fill(template, model)

    async def save_draft(self, conversation_id: ConversationId, text: str) -> None:
        """Keeps what was typed."""
        session = await self._session(conversation_id)
        session.change(draft=text)
        if not session.is_temporary:
            await session.store.save_draft(None if session.is_new else session.id, text)

    async def save_scroll_anchor(self, conversation_id: ConversationId, anchor: str) -> None:
        """Keeps where the window was left."""
        session = await self._session(conversation_id)
        session.change(scroll_anchor=anchor)
        if not session.is_new:
            await session.store.save_scroll_anchor(session.id, anchor)

    async def set_model(
        self, conversation_id: ConversationId, provider_id: ProviderId, model: str
    ) -> None:
        """Lets a conversation talk to another model; new conversations take it over."""
        session = await self._session(conversation_id)
        if not session.is_new:
            await session.store.set_model(session.id, provider_id, model)
        session.change_model(provider_id, model)
        self.settings.change({schema.PROVIDER.key: provider_id, schema.MODEL.key: model})
        self._publish(ConversationChanged(session.id))

    async def set_system_prompt(
        self, conversation_id: ConversationId, system_prompt: str | None
    ) -> None:
        """Gives a conversation its own system prompt; ``None`` follows the settings again."""
        session = await self._session(conversation_id)
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
        if not text.strip():
            raise problem(ProblemCode.EMPTY_PROMPT)
        session = await self._session(conversation_id)
        parent = parent_id if parent_id is not None else session.tree.active_leaf_id
        self._check_not_answering(session, parent)
        return await self._ask(session, text, parent, options or SendOptions())

    async def edit(
        self, message_id: MessageId, text: str, *, options: SendOptions | None = None
    ) -> Reply:
        """Asks a question anew in other words: a sibling, the old branch stays.

        Raises:
            InvalidInputError: for an empty question, an unknown id, or a reply's id.
            AssistantError: if it cannot be stored.
        """
        if not text.strip():
            raise problem(ProblemCode.EMPTY_PROMPT)
        session = await self._session_of(message_id)
        node = session.tree.node(message_id)
        if node.role is not Role.USER:
            raise problem(
                ProblemCode.BAD_ARGUMENT,
                what="Only a question can be sent again in other words",
                expected="A reply can be saved with other words instead.",
            )
        return await self._ask(session, text, node.parent_id, options or SendOptions())

    async def save_wording(self, message_id: MessageId, text: str) -> MessageId:
        """Adds a version of a message in other words, without asking anything.

        Raises:
            InvalidInputError: for an empty text or an unknown id.
            AssistantError: if it cannot be stored.
        """
        if not text.strip():
            raise problem(ProblemCode.EMPTY_PROMPT)
        session = await self._session_of(message_id)
        (old,) = await session.store.messages([message_id])
        message = replace(
            old,
            id=new_message_id(),
            text=text,
            status=Status.COMPLETE,
            created_at=self._outside.clock.now(),
            position=session.tree.next_position,
            error=None,
        )
        await self._add(session, [message])
        self._changed(session)
        return message.id

    async def regenerate(
        self, message_id: MessageId, *, options: SendOptions | None = None
    ) -> Reply:
        """Another reply to the same question: a sibling. Also takes the question's own id.

        Raises:
            InvalidInputError: for an unknown id.
            AssistantError: if it cannot be stored.
        """
        session = await self._session_of(message_id)
        question = self._question_of(session, message_id)
        return await self._reply(session, question, [], options or SendOptions())

    async def continue_reply(
        self, message_id: MessageId, *, options: SendOptions | None = None
    ) -> Reply:
        """Goes on with a cut-off reply: a sibling that begins with the text so far.

        Raises:
            InvalidInputError: for an unknown id.
            AssistantError: if it cannot be stored.
        """
        session = await self._session_of(message_id)
        (partial,) = await session.store.messages([message_id])
        question = self._question_of(session, message_id)
        return await self._reply(session, question, [], options or SendOptions(), partial)

    async def stop(self, message_id: MessageId) -> None:
        """Stops a reply and waits until what was written is kept; does nothing if it has ended."""
        for session in self._sessions.values():
            job = session.jobs.get(message_id)
            if job is not None:
                await self._tasks.cancel_owned(job.reply.id)
                return

    # Branches

    async def switch_version(self, message_id: MessageId, step: int) -> None:
        """Shows the version before (-1) or after (+1), at the leaf where it was last left.

        Raises:
            InvalidInputError: for an unknown id.
        """
        session = await self._session_of(message_id)
        siblings = session.tree.siblings(message_id)
        index = siblings.index(message_id) + step
        if 0 <= index < len(siblings):
            await self._activate(session, session.tree.last_leaf(siblings[index]))

    async def show_message(self, message_id: MessageId) -> ConversationId:
        """Shows the branch a message is on.

        Raises:
            InvalidInputError: for an unknown id.
        """
        session = await self._session_of(message_id)
        if message_id not in {node.id for node in session.tree.path()}:
            await self._activate(session, session.tree.last_leaf(message_id))
        return session.id

    async def continue_from(self, message_id: MessageId) -> None:
        """Ends the visible branch at a message, so that the next question starts a new branch.

        Raises:
            InvalidInputError: for an unknown id.
        """
        await self._activate(await self._session_of(message_id), message_id)

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
        test = ConnectionTest(
            chosen,
            endpoints=self._endpoints,
            client=self._outside.client,
            settings=self.settings.current,
            clock=self._outside.clock,
            on_progress=on_progress,
        )
        return await test.run(key)

    # What others did

    async def notice_changes(self) -> None:
        """Takes over what another process wrote to the library; cheap if it wrote nothing."""
        counter = await self._outside.store.change_counter()
        if counter == self._counter:
            return
        self._counter = counter
        for session in list(self._sessions.values()):
            if session.is_new or session.is_temporary or session.jobs:
                continue
            session.refresh(await session.store.conversation(session.id))
            self._publish(ConversationChanged(session.id))
        self._publish(LibraryChanged())

    # Inside

    def _publish(self, event: ChatEvent) -> None:
        for listener in list(self._listeners):
            listener(event)

    def _state(self, session: ConversationSession) -> ConversationState:
        return session.state(self.settings.current)

    async def _session(self, conversation_id: ConversationId) -> ConversationSession:
        session = self._sessions.get(conversation_id)
        if session is None:
            record = await self._outside.store.conversation(conversation_id)
            session = self._sessions.setdefault(
                conversation_id,
                ConversationSession(record, self._outside.store, is_new=False, is_temporary=False),
            )
        return session

    async def _session_of(self, message_id: MessageId) -> ConversationSession:
        for session in self._sessions.values():
            if message_id in session.tree:
                return session
        return await self._session(await self._outside.store.conversation_of(message_id))

    async def _ask(
        self,
        session: ConversationSession,
        text: str,
        parent_id: MessageId | None,
        options: SendOptions,
    ) -> Reply:
        if session.is_new:
            session.change(title=title_from(text), draft="")
            if options.system_prompt is not None:
                session.change_system_prompt(options.system_prompt)
            if options.provider is None and options.provider_id is not None:
                session.change_model(options.provider_id, options.model)
        question = Message(
            id=new_message_id(),
            conversation_id=session.id,
            parent_id=parent_id,
            role=Role.USER,
            status=Status.COMPLETE,
            text=text,
            created_at=self._outside.clock.now(),
            position=session.tree.next_position,
        )
        return await self._reply(session, question.node, [question], options)

    async def _reply(
        self,
        session: ConversationSession,
        question: MessageNode,
        new: list[Message],
        options: SendOptions,
        continued: Message | None = None,
    ) -> Reply:
        choice = self._choice(session, options)
        reply = Message(
            id=new_message_id(),
            conversation_id=session.id,
            parent_id=question.id,
            role=Role.ASSISTANT,
            status=Status.STREAMING,
            text="",
            created_at=self._outside.clock.now(),
            position=session.tree.next_position + len(new),
            provider_id=choice.provider_id,
            model=choice.model,
        )
        await self._add(session, [*new, reply])
        job = ReplyJob(
            self._services,
            session,
            reply,
            question,
            choice=choice,
            options=options,
            continued=continued,
        )
        session.jobs[reply.id] = job
        task = self._tasks.start(
            self._run(session, job), name=f"reply {reply.id}", owner=reply.id, awaited=False
        )
        self._changed(session)
        self._publish(ReplyStarted(session.id, reply.id, question.id, bool(new)))
        return Reply(session.id, question.id, reply.id, task)

    async def _run(self, session: ConversationSession, job: ReplyJob) -> Message:
        try:
            message = await job.run()
        finally:
            session.jobs.pop(job.reply.id, None)
        session.update(message.node)
        self._publish(ReplyFinished(session.id, message))
        self._changed(session)
        return message

    async def _add(self, session: ConversationSession, messages: list[Message]) -> None:
        await session.store.begin_turn(session.record, messages, messages[-1].id)
        session.is_new = False
        for message in messages:
            session.add(message)
        session.tree.activate(messages[-1].id)

    async def _activate(self, session: ConversationSession, leaf_id: MessageId) -> None:
        await session.store.activate(session.id, leaf_id)
        session.tree.activate(leaf_id)
        self._publish(ConversationChanged(session.id))

    def _changed(self, session: ConversationSession) -> None:
        self._publish(ConversationChanged(session.id))
        if not session.is_temporary:
            self._publish(LibraryChanged())

    def _choice(self, session: ConversationSession, options: SendOptions) -> ModelChoice:
        if options.provider is not None:
            chosen = options.provider
            return ModelChoice(chosen.id, chosen.name, options.model or chosen.model)
        choice = session.choice(self.settings.current)
        if options.provider_id is not None and options.provider_id != choice.provider_id:
            chosen = self.provider(options.provider_id)
            choice = ModelChoice(chosen.id, chosen.name, chosen.model)
        return replace(choice, model=options.model or choice.model)

    @staticmethod
    def _question_of(session: ConversationSession, message_id: MessageId) -> MessageNode:
        node = session.tree.node(message_id)
        while node.role is not Role.USER and node.parent_id is not None:
            node = session.tree.node(node.parent_id)
        return node

    @staticmethod
    def _check_not_answering(session: ConversationSession, parent: MessageId | None) -> None:
        if parent is not None and not session.tree.node(parent).status.is_final:
            raise problem(ProblemCode.BUSY_CONVERSATION)

    @staticmethod
    def _with_live_text(session: ConversationSession, message: Message) -> Message:
        job = session.jobs.get(message.id)
        if job is None:
            return message
        return replace(message, text=job.text, reasoning=job.reasoning)

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

    @property
    def settings_problems(self) -> tuple[ErrorInfo, ...]:
        """What in the settings file could not be used."""
        return self.settings.problems
