"""Questions and replies: send, edit, regenerate, continue, stop. Everything adds siblings."""

from collections.abc import Sequence
from dataclasses import replace

from desktop_assistant.chat.events import (
    ConversationChanged,
    LibraryChanged,
    ReplyFinished,
    ReplyStarted,
)
from desktop_assistant.chat.new_ids import new_message_id
from desktop_assistant.chat.options import SendOptions
from desktop_assistant.chat.reply import Reply
from desktop_assistant.chat.reply_job import ReplyJob, ReplyServices
from desktop_assistant.chat.session import ConversationSession
from desktop_assistant.chat.sessions import Sessions
from desktop_assistant.chat.state import ModelChoice
from desktop_assistant.domain.errors import ProblemCode, problem
from desktop_assistant.domain.ids import ConversationId, MessageId
from desktop_assistant.domain.messages import Message, MessageNode, Role, Status
from desktop_assistant.domain.titles import title_from
from desktop_assistant.settings.providers import provider


class Asking:
    """Starts replies and keeps them; the store hears of a question before its request leaves."""

    def __init__(self, sessions: Sessions, services: ReplyServices) -> None:
        self._sessions = sessions
        self._services = services

    async def send(
        self,
        conversation_id: ConversationId,
        text: str,
        parent_id: MessageId | None,
        options: SendOptions,
    ) -> Reply:
        """Asks at the end of a branch; see ``ChatController.send``."""
        _check_text(text)
        session = await self._sessions.get(conversation_id)
        parent = parent_id if parent_id is not None else session.tree.active_leaf_id
        if parent is not None and not session.tree.node(parent).status.is_final:
            raise problem(ProblemCode.BUSY_CONVERSATION)
        return await self._ask(session, text, parent, options)

    async def edit(self, message_id: MessageId, text: str, options: SendOptions) -> Reply:
        """Asks a question in other words; see ``ChatController.edit``."""
        _check_text(text)
        session = await self._sessions.holding(message_id)
        node = session.tree.node(message_id)
        if node.role is not Role.USER:
            raise problem(
                ProblemCode.BAD_ARGUMENT,
                what="Only a question can be sent again in other words",
                expected="A reply can be saved with other words instead.",
            )
        return await self._ask(session, text, node.parent_id, options)

    async def save_wording(self, message_id: MessageId, text: str) -> MessageId:
        """Adds a version without asking; see ``ChatController.save_wording``."""
        _check_text(text)
        session = await self._sessions.holding(message_id)
        (old,) = await session.store.messages([message_id])
        message = replace(
            old,
            id=new_message_id(),
            text=text,
            status=Status.COMPLETE,
            created_at=self._services.clock.now(),
            position=session.tree.next_position,
            error=None,
        )
        await self._add(session, [message])
        self._changed(session)
        return message.id

    async def regenerate(self, message_id: MessageId, options: SendOptions) -> Reply:
        """Another reply to the same question; see ``ChatController.regenerate``."""
        session = await self._sessions.holding(message_id)
        return await self._reply(session, _question_of(session, message_id), [], options)

    async def continue_reply(self, message_id: MessageId, options: SendOptions) -> Reply:
        """Goes on with a cut-off reply; see ``ChatController.continue_reply``."""
        session = await self._sessions.holding(message_id)
        (partial,) = await session.store.messages([message_id])
        question = _question_of(session, message_id)
        return await self._reply(session, question, [], options, partial)

    async def stop(self, message_id: MessageId) -> None:
        """Stops a reply and waits until what was written is kept."""
        for session in self._sessions:
            job = session.jobs.get(message_id)
            if job is not None:
                job.stop()
                await job.ended.wait()
                return

    async def stop_all(self) -> None:
        """Stops every reply, as at the end of the program."""
        for session in self._sessions:
            for message_id in tuple(session.jobs):
                await self.stop(message_id)

    async def _ask(
        self,
        session: ConversationSession,
        text: str,
        parent_id: MessageId | None,
        options: SendOptions,
    ) -> Reply:
        question = Message(
            id=new_message_id(),
            conversation_id=session.id,
            parent_id=parent_id,
            role=Role.USER,
            status=Status.COMPLETE,
            text=text,
            created_at=self._services.clock.now(),
            position=session.tree.next_position,
        )
        if session.is_new:
            session.begin(title_from(text), options)
        return await self._reply(session, question.node, [question], options)

    async def _reply(
        self,
        session: ConversationSession,
        question: MessageNode,
        new: Sequence[Message],
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
            created_at=self._services.clock.now(),
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
        task = self._services.tasks.start(
            self._run(session, job), name=f"reply {reply.id}", owner=reply.id
        )
        self._changed(session)
        self._services.publish(ReplyStarted(session.id, reply.id, question.id, bool(new)))
        return Reply(session.id, question.id, reply.id, task)

    async def _run(self, session: ConversationSession, job: ReplyJob) -> Message:
        try:
            message = await job.run()
        finally:
            session.jobs.pop(job.reply.id, None)
            job.ended.set()  # whoever waits goes on after what follows here: it awaits nothing
        session.update(message.node)
        self._services.publish(ReplyFinished(session.id, message))
        self._changed(session)
        return message

    async def _add(self, session: ConversationSession, messages: Sequence[Message]) -> None:
        await session.store.begin_turn(session.record, messages, messages[-1].id)
        session.is_new = False
        for message in messages:
            session.add(message)
        session.tree.activate(messages[-1].id)

    def _changed(self, session: ConversationSession) -> None:
        self._services.publish(ConversationChanged(session.id))
        if not session.is_temporary:
            self._services.publish(LibraryChanged())

    def _choice(self, session: ConversationSession, options: SendOptions) -> ModelChoice:
        choice = session.choice(self._services.settings.current)
        other = options.provider
        if other is None and options.provider_id not in (None, choice.provider_id):
            other = provider(self._services.settings.current, options.provider_id or "")
        if other is not None:
            choice = ModelChoice(other.id, other.name, other.model)
        return replace(choice, model=options.model or choice.model)


def _check_text(text: str) -> None:
    if not text.strip():
        raise problem(ProblemCode.EMPTY_PROMPT)


def _question_of(session: ConversationSession, message_id: MessageId) -> MessageNode:
    """The question a reply answers; a question is its own."""
    node = session.tree.node(message_id)
    while node.role is not Role.USER and node.parent_id is not None:
        node = session.tree.node(node.parent_id)
    return node
