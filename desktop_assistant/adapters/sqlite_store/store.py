"""The library in one SQLite file; ``docs/storage.md`` describes it."""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from desktop_assistant.adapters.sqlite_store import previewing, reading, searching, writing
from desktop_assistant.adapters.sqlite_store.database import Database
from desktop_assistant.adapters.sqlite_store.engine import Engine
from desktop_assistant.adapters.sqlite_store.health import health
from desktop_assistant.adapters.sqlite_store.library import Library
from desktop_assistant.adapters.sqlite_store.library_file import DamagedFileError
from desktop_assistant.adapters.sqlite_store.migrations import MIGRATIONS, Migration
from desktop_assistant.adapters.sqlite_store.opening import open_library
from desktop_assistant.adapters.sqlite_store.place import Place
from desktop_assistant.adapters.sqlite_store.restoring import restore
from desktop_assistant.adapters.sqlite_store.wall_clock import SystemWallClock, WallClock
from desktop_assistant.domain.errors import ProblemCode, problem
from desktop_assistant.domain.ids import ConversationId, MessageId, ProviderId
from desktop_assistant.domain.messages import Message
from desktop_assistant.ports.conversation_store import (
    BackupInfo,
    ConversationRecord,
    ConversationSummary,
    OpenReport,
    RestorePreview,
    SearchHit,
    StoreHealth,
)

_IN_MEMORY = "A library in memory has no backups."


class SqliteStore:
    """A ``ConversationStore``, opened once and closed once.

    Whatever the user typed or decided survives a power cut when the method has returned. Text of
    a reply under way, and where the window was, survive a crash of the app. Cancelling a caller
    never undoes what it asked for.
    """

    def __init__(
        self,
        path: Path | None,
        *,
        backups_dir: Path | None = None,
        locks_dir: Path | None = None,
        clock: WallClock | None = None,
        migrations: Sequence[Migration] = MIGRATIONS,
    ) -> None:
        """Takes note of the places; ``open`` does the work.

        Args:
            path: the database file; ``None`` keeps everything in memory and leaves no trace.
            backups_dir: where copies go; ``backups`` beside the file if not given.
            locks_dir: where each process shows that it is alive; ``locks`` beside the file if
                not given.
            clock: for the trash and for dates in names of files.
            migrations: how the format came to be; a test may add a step.
        """
        self._clock = clock or SystemWallClock()
        self._migrations = migrations
        self._place = None if path is None else Place.at(path, backups_dir, locks_dir)
        self._engine = Engine(self._place, self._open_library)

    # Life

    async def open(self) -> OpenReport:
        """Opens, migrates (after a backup) and marks what a dead process left half-written.

        Raises:
            AssistantError: if the library is from a newer version or cannot be used at all.
        """
        return await self._engine.open()

    async def restore(self, backup: Path) -> Path | None:
        """Puts a backup in the library's place; one that is open is open again afterwards.

        Returns:
            Where the library that was there is kept, or ``None`` if there was none.

        Raises:
            AssistantError: if another process has the library open, the backup is damaged or from
                a newer version, or the disk is full; the library is as it was then.
        """
        return await self._engine.closed_meanwhile(lambda: self._restore(backup))

    async def close(self) -> None:
        """Finishes what is queued, then closes."""
        await self._engine.close()

    async def change_counter(self) -> int:
        """A number that differs after another process has written.

        Replies of a process that has died since are closed, which counts as a change.
        """
        return await self._engine.change_counter()

    async def health(self) -> StoreHealth:
        """A full check, for ``doctor``; may take a while."""
        return await self._engine.read_apart(lambda db: health(db, self._place))

    async def backup(self) -> Path:
        """Makes a verified copy in the folder of backups and removes the oldest.

        Raises:
            AssistantError: if the disk is full, the library is damaged, or is in memory only.
        """
        return await self._engine.read_apart(self._back_up)

    async def backup_if_due(self) -> Path | None:
        """Makes a backup if the last is a day old and something was written since.

        To be called some time after the start, and now and then.

        Raises:
            AssistantError: as ``backup`` does.
        """
        return await self._engine.read_apart(self._back_up_if_due)

    async def backups(self) -> list[BackupInfo]:
        """All backups, newest first, not read through. The library need not be open."""
        return await self._engine.with_files(self._list_backups)

    async def describe_backup(self, path: Path) -> BackupInfo:
        """One backup, read through. The library need not be open.

        Raises:
            AssistantError: if there is no such file, or it may not be read.
        """
        return await self._engine.with_files(
            lambda: previewing.describe_closely(self._needed_place(), path, self._migrations)
        )

    async def preview_restore(self, path: Path) -> RestorePreview:
        """What ``restore`` would do; changes nothing. The library need not be open.

        Raises:
            AssistantError: if the backup cannot be restored.
        """
        return await self._engine.with_files(
            lambda: previewing.preview(self._needed_place(), path, self._migrations)
        )

    # Reading

    async def summaries(self) -> list[ConversationSummary]:
        """All conversations: pinned first, then the most recently used."""
        return await self._engine.read(reading.summaries)

    async def deleted_summaries(self) -> list[ConversationSummary]:
        """What is in the trash, deleted last first."""
        return await self._engine.read(reading.deleted_summaries)

    async def conversation(self, conversation_id: ConversationId) -> ConversationRecord:
        """One conversation with its tree; one in the trash too, for who knows its id.

        Raises:
            InvalidInputError: if there is none of that id.
        """
        return await self._engine.read(lambda db: reading.conversation(db, conversation_id))

    async def messages(self, message_ids: Sequence[MessageId]) -> list[Message]:
        """Whole messages in the order asked for; a reply being written has its text so far.

        Raises:
            InvalidInputError: if one does not exist.
        """
        return await self._engine.read(lambda db: reading.messages(db, message_ids))

    async def conversation_of(self, message_id: MessageId) -> ConversationId:
        """The conversation a message belongs to.

        Raises:
            InvalidInputError: if there is no such message.
        """
        return await self._engine.read(lambda db: reading.conversation_of(db, message_id))

    async def search(self, query: str, limit: int = 200) -> list[SearchHit]:
        """Messages of all branches, and titles, that contain the text, newest first.

        The text is taken literally, whatever signs it holds; letter case does not count.
        """
        return await self._engine.search(lambda db: searching.search(db, query, limit))

    async def load_new_draft(self) -> str:
        """The new conversation's draft."""
        return await self._engine.read(lambda db: reading.state(db, writing.NEW_DRAFT))

    async def load_window_state(self) -> str:
        """What ``save_window_state`` kept, or an empty string."""
        return await self._engine.read(lambda db: reading.state(db, writing.WINDOW_STATE))

    # A turn

    async def begin_turn(
        self,
        conversation: ConversationRecord,
        messages: Sequence[Message],
        active_leaf_id: MessageId,
    ) -> None:
        """Adds a question and the reply about to be written, in one durable step.

        A message whose position another process has taken gets the next one. A conversation that
        was in the trash comes out of it.

        Raises:
            InvalidInputError: if a parent or the leaf is unknown in this conversation.
        """
        token = self._engine.token
        await self._engine.write(
            lambda db: writing.begin_turn(db, conversation, messages, active_leaf_id, token)
        )

    async def append_chunk(self, message_id: MessageId, text: str, reasoning: str) -> None:
        """Adds to a reply that is being written; cheap, not forced to the disk.

        Raises:
            InvalidInputError: if there is no such message.
        """
        await self._engine.write(
            lambda db: writing.append_chunk(db, message_id, text, reasoning), durable=False
        )

    async def finish_reply(self, message: Message) -> None:
        """Replaces a reply's chunks by the final message in one durable step.

        Raises:
            InvalidInputError: if there is no such message.
        """
        await self._engine.write(lambda db: writing.finish_reply(db, message))

    # Decisions; each raises InvalidInputError if there is no such conversation

    async def activate(self, conversation_id: ConversationId, leaf_id: MessageId) -> None:
        """Shows another branch, remembered all the way up."""
        await self._engine.write(lambda db: writing.activate(db, conversation_id, leaf_id))

    async def rename(self, conversation_id: ConversationId, title: str) -> None:
        """Sets the title."""
        await self._set(conversation_id, "title", title)

    async def set_pinned(self, conversation_id: ConversationId, *, pinned: bool) -> None:
        """Pins or unpins."""
        await self._set(conversation_id, "pinned", int(pinned))

    async def set_unread(self, conversation_id: ConversationId, *, unread: bool) -> None:
        """Marks a reply as not yet seen, or seen."""
        await self._set(conversation_id, "unread", int(unread), durable=False)

    async def set_model(
        self, conversation_id: ConversationId, provider_id: ProviderId | None, model: str | None
    ) -> None:
        """Sets what this conversation talks to; ``None`` follows the settings."""
        await self._engine.write(
            lambda db: writing.set_model(db, conversation_id, provider_id, model)
        )

    async def set_system_prompt(
        self, conversation_id: ConversationId, system_prompt: str | None
    ) -> None:
        """Sets this conversation's own system prompt; ``None`` follows the settings."""
        await self._engine.write(
            lambda db: writing.set_system_prompt(db, conversation_id, system_prompt)
        )

    async def save_draft(self, conversation_id: ConversationId | None, text: str) -> None:
        """Keeps what was typed; ``None`` is the new conversation's draft."""
        await self._engine.write(lambda db: writing.save_draft(db, conversation_id, text))

    async def save_scroll_anchor(self, conversation_id: ConversationId, anchor: str) -> None:
        """Keeps where the window was left."""
        await self._engine.write(
            lambda db: writing.save_scroll_anchor(db, conversation_id, anchor), durable=False
        )

    async def save_window_state(self, state: str) -> None:
        """Keeps the window's geometry and selection; the window alone knows its form."""
        await self._engine.write(
            lambda db: writing.save_state(db, writing.WINDOW_STATE, state), durable=False
        )

    async def delete(self, conversation_id: ConversationId) -> None:
        """Moves a conversation to the trash: gone from lists and searches, not from the disk."""
        await self._set(conversation_id, "deleted_at", self._clock.now())

    async def undelete(self, conversation_id: ConversationId) -> None:
        """Takes a conversation out of the trash."""
        await self._set(conversation_id, "deleted_at", None)

    # Inside

    async def _set(
        self,
        conversation_id: ConversationId,
        column: str,
        value: str | float | None,
        *,
        durable: bool = True,
    ) -> None:
        await self._engine.write(
            lambda db: writing.set_column(db, conversation_id, column, value), durable=durable
        )

    def _open_library(self) -> Library:
        return open_library(self._place, self._clock, self._migrations)

    def _needed_place(self) -> Place:
        if self._place is None:
            raise problem(ProblemCode.STORAGE_FAILED, detail=_IN_MEMORY)
        return self._place

    def _restore(self, backup: Path) -> Path | None:
        return restore(self._needed_place(), backup, self._clock.local(), self._migrations)

    def _list_backups(self) -> list[BackupInfo]:
        if self._place is None:
            return []
        found: list[BackupInfo] = []
        for path in self._place.backups.listed(self._clock.local()):
            with suppress(FileNotFoundError):  # another process has just removed it
                found.append(previewing.describe(self._place, path, self._migrations))
        return found

    def _back_up(self, database: Database) -> Path:
        place = self._needed_place()
        try:
            return place.backups.make(database, self._clock.local())
        except DamagedFileError as error:
            raise problem(
                ProblemCode.STORAGE_DAMAGED, kept=str(place.file.path), detail=str(error)
            ) from error

    def _back_up_if_due(self, database: Database) -> Path | None:
        if self._place is None:
            return None
        backups, path = self._place.backups, self._place.file.path
        ((conversations,),) = database.rows("SELECT count(*) FROM conversations")
        if not conversations or not backups.are_due(path, self._clock.local()):
            return None
        return self._back_up(database)
