"""The open conversations: found by their id or a message's, loaded once, left when unused."""

from collections.abc import Iterator

from desktop_assistant.chat.new_ids import new_conversation_id
from desktop_assistant.chat.session import ConversationSession
from desktop_assistant.domain.errors import InvalidInputError, ProblemCode, problem
from desktop_assistant.domain.ids import ConversationId, MessageId
from desktop_assistant.ports.clock import Clock
from desktop_assistant.ports.conversation_store import ConversationRecord, ConversationStore


class Sessions:
    """Loads conversations from the library; temporary ones live in a store of their own."""

    def __init__(
        self, store: ConversationStore, temporary_store: ConversationStore, clock: Clock
    ) -> None:
        self._store = store
        self._temporary_store = temporary_store
        self._temporary_is_open = False
        self._clock = clock
        self._open: dict[ConversationId, ConversationSession] = {}

    def __iter__(self) -> Iterator[ConversationSession]:
        return iter(tuple(self._open.values()))

    def find(self, conversation_id: ConversationId) -> ConversationSession | None:
        """An open conversation, or ``None``."""
        return self._open.get(conversation_id)

    async def new(self, *, temporary: bool) -> ConversationSession:
        """A conversation that is stored with its first message."""
        if temporary and not self._temporary_is_open:
            await self._temporary_store.open()
            self._temporary_is_open = True
        now = self._clock.now()
        record = ConversationRecord(
            id=new_conversation_id(),
            title="",
            created_at=now,
            updated_at=now,
            pinned=False,
            active_leaf_id=None,
            nodes=(),
            draft="" if temporary else await self._store.load_new_draft(),
        )
        store = self._temporary_store if temporary else self._store
        session = ConversationSession(record, store, is_new=True, is_temporary=temporary)
        self._open[record.id] = session
        return session

    async def get(self, conversation_id: ConversationId) -> ConversationSession:
        """A conversation, loaded if it is not open yet. One that is open stays so in the trash.

        Raises:
            InvalidInputError: if there is none of that id, or only in the trash.
        """
        session = self._open.get(conversation_id)
        if session is None:
            record = await self._store.conversation(conversation_id)
            if record.is_deleted:
                raise problem(ProblemCode.CONVERSATION_IN_TRASH, id=conversation_id)
            # Somebody else may have loaded it meanwhile: theirs counts.
            session = self._open.setdefault(
                conversation_id,
                ConversationSession(record, self._store, is_new=False, is_temporary=False),
            )
        return session

    async def holding(self, message_id: MessageId) -> ConversationSession:
        """The conversation a message belongs to.

        Raises:
            InvalidInputError: if there is no such message.
        """
        for session in self._open.values():
            if message_id in session.tree:
                return session
        return await self.get(await self._store.conversation_of(message_id))

    def leave(self, conversation_id: ConversationId) -> None:
        """Forgets a conversation, unless it is being answered or would be lost."""
        session = self._open.get(conversation_id)
        if session is not None and not session.jobs and not session.is_temporary:
            del self._open[conversation_id]

    def forget_stored(self) -> None:
        """Forgets what was loaded from a library that is no more; the rest stays."""
        self._open = {
            session.id: session for session in self if session.is_new or session.is_temporary
        }

    async def refresh(self) -> list[ConversationId]:
        """Takes over what another process wrote; returns the ids of what was read again."""
        refreshed: list[ConversationId] = []
        for session in self:
            if session.is_new or session.is_temporary or session.jobs:
                continue
            try:
                record = await session.store.conversation(session.id)
            except InvalidInputError:
                continue  # gone for good: what is on the screen stays readable
            session.refresh(record)
            refreshed.append(session.id)
        return refreshed

    async def close(self) -> None:
        """Closes the temporary store, and with it what was in it."""
        if self._temporary_is_open:
            await self._temporary_store.close()
