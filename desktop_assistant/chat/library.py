"""The library of conversations: list, search, rename, pin, delete with a way back."""

from collections.abc import Callable
from dataclasses import replace

from desktop_assistant.chat.events import ChatEvent, ConversationChanged, LibraryChanged
from desktop_assistant.chat.sessions import Sessions
from desktop_assistant.domain.errors import ProblemCode, problem
from desktop_assistant.domain.ids import ConversationId, MessageId
from desktop_assistant.ports.conversation_store import (
    ConversationRecord,
    ConversationStore,
    ConversationSummary,
    SearchHit,
    StoreHealth,
)

MAX_TITLE = 200


class Library:
    """What can be done with conversations as a whole."""

    def __init__(
        self,
        store: ConversationStore,
        sessions: Sessions,
        publish: Callable[[ChatEvent], None],
    ) -> None:
        self._store = store
        self._sessions = sessions
        self._publish = publish

    async def summaries(self) -> list[ConversationSummary]:
        """All conversations: pinned first, then the most recently used."""
        return await self._store.summaries()

    async def deleted_summaries(self) -> list[ConversationSummary]:
        """What is in the trash, deleted last first."""
        return await self._store.deleted_summaries()

    async def search(self, query: str) -> list[SearchHit]:
        """Messages and titles that contain the text, on any branch, newest first."""
        return await self._store.search(query) if query.strip() else []

    async def record(self, conversation_id: ConversationId) -> ConversationRecord:
        """One conversation with the nodes of all its branches.

        Raises:
            InvalidInputError: if there is none of that id, or only in the trash.
        """
        session = self._sessions.find(conversation_id)
        if session is None:
            record = await self._store.conversation(conversation_id)
            if record.is_deleted:
                raise problem(ProblemCode.CONVERSATION_IN_TRASH, id=conversation_id)
            return record
        tree = session.tree
        return replace(session.record, nodes=tuple(tree), active_leaf_id=tree.active_leaf_id)

    async def conversation_of(self, message_id: MessageId) -> ConversationId:
        """The stored conversation a message belongs to.

        Raises:
            InvalidInputError: if there is no such message.
        """
        return await self._store.conversation_of(message_id)

    async def rename(self, conversation_id: ConversationId, title: str) -> None:
        """Gives a conversation another title.

        Raises:
            InvalidInputError: for an empty title or an unknown id.
        """
        title = " ".join(title.split())[:MAX_TITLE]
        if not title:
            raise problem(
                ProblemCode.BAD_ARGUMENT,
                what="A title cannot be empty",
                expected="Write at least one character.",
            )
        await self._store.rename(conversation_id, title)
        session = self._sessions.find(conversation_id)
        if session is not None:
            session.change(title=title)
            self._publish(ConversationChanged(conversation_id))
        self._publish(LibraryChanged())

    async def set_pinned(self, conversation_id: ConversationId, *, pinned: bool) -> None:
        """Pins or unpins a conversation.

        Raises:
            InvalidInputError: for an unknown id.
        """
        await self._store.set_pinned(conversation_id, pinned=pinned)
        session = self._sessions.find(conversation_id)
        if session is not None:
            session.change(pinned=pinned)
        self._publish(LibraryChanged())

    async def set_unread(self, conversation_id: ConversationId, *, unread: bool) -> None:
        """Marks a conversation's reply as not yet seen, or seen."""
        await self._store.set_unread(conversation_id, unread=unread)
        self._publish(LibraryChanged())

    async def delete(self, conversation_id: ConversationId) -> None:
        """Moves a conversation to the trash; its replies go on being written.

        Raises:
            InvalidInputError: for an unknown id.
        """
        await self._store.delete(conversation_id)
        self._publish(LibraryChanged())

    async def undelete(self, conversation_id: ConversationId) -> None:
        """Takes a conversation out of the trash.

        Raises:
            InvalidInputError: for an unknown id.
        """
        await self._store.undelete(conversation_id)
        self._publish(LibraryChanged())

    async def save_window_state(self, state: str) -> None:
        """Keeps the window's geometry and selection."""
        await self._store.save_window_state(state)

    async def load_window_state(self) -> str:
        """What ``save_window_state`` kept."""
        return await self._store.load_window_state()

    async def health(self) -> StoreHealth:
        """A full check of the library."""
        return await self._store.health()
