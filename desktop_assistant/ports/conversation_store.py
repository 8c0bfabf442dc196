"""Where conversations are kept. Any method may be called from the event loop: none blocks it."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple, Protocol

from desktop_assistant.domain.errors import ErrorInfo
from desktop_assistant.domain.ids import ConversationId, MessageId, ProviderId
from desktop_assistant.domain.messages import Message, MessageNode


class ConversationSummary(NamedTuple):
    """A row of the library: never reads a message's text.

    A library has thousands, and all are made anew whenever one has changed.
    """

    id: ConversationId
    title: str
    created_at: float
    updated_at: float
    """Seconds since the epoch, UTC: when a message was last added."""
    branches: int
    """Number of leaves."""
    pinned: bool
    unread: bool = False
    answering: bool = False
    """Whether a reply of this conversation is being written, by any process."""
    deleted_at: float | None = None
    """When it was moved to the trash, or ``None`` if it is not there."""


@dataclass(frozen=True, slots=True)
class ConversationRecord:
    """A conversation with its tree, without any text."""

    id: ConversationId
    title: str
    created_at: float
    updated_at: float
    pinned: bool
    active_leaf_id: MessageId | None
    nodes: tuple[MessageNode, ...]
    provider_id: ProviderId | None = None
    """The provider last used here; ``None`` follows the settings."""
    model: str | None = None
    system_prompt: str | None = None
    """This conversation's own system prompt; ``None`` follows the settings, empty sends none."""
    draft: str = ""
    """What was typed and not yet sent."""
    scroll_anchor: str = ""
    """Where the window was left; the window alone knows its form."""
    is_deleted: bool = False
    """Whether it is in the trash."""


@dataclass(frozen=True, slots=True)
class SearchHit:
    """A message that contains the text searched for, on any branch."""

    conversation_id: ConversationId
    message_id: MessageId | None
    """``None`` if the title matched."""
    title: str
    snippet: str
    """Plain text around the first match."""
    match_start: int
    """Where in the snippet the match is, in characters; -1 if it cannot be told."""
    match_length: int
    on_active_branch: bool


class StoreMode(StrEnum):
    """How the library could be opened."""

    NORMAL = "normal"
    READ_ONLY = "read_only"
    """Folder or file may not be written."""


@dataclass(frozen=True, slots=True)
class OpenReport:
    """What opening the library found; shown by the window and ``doctor``."""

    mode: StoreMode = StoreMode.NORMAL
    notice: ErrorInfo | None = None
    """For example: the file was damaged, kept aside, and an empty library opened."""
    damaged_file: Path | None = None
    """Where a damaged database was put."""
    backups: tuple[Path, ...] = ()
    """Verified backups, newest first."""
    interrupted: int = 0
    """Replies that were being written when the app was last killed."""
    migrated_from: int | None = None


@dataclass(frozen=True, slots=True)
class StoreHealth:
    """What ``doctor`` tells about the library."""

    path: Path | None
    schema_version: int
    sqlite_version: str
    integrity: str
    """``ok``, or SQLite's first complaint."""
    conversations: int
    messages: int
    size_bytes: int
    wal_bytes: int


@dataclass(frozen=True, slots=True)
class BackupInfo:
    """A copy of the library, told from its name and what stands in it."""

    path: Path
    made_at: float
    """Seconds since the epoch, UTC."""
    conversations: int
    messages: int
    """What is in the trash is not counted."""
    newest_title: str
    """The title of the conversation used last; empty if there is none."""
    size_bytes: int
    is_whole: bool | None
    """Whether this version can restore it; ``None`` if nobody has read it through yet."""


@dataclass(frozen=True, slots=True)
class LibraryCounts:
    """How much is in a library; what is in the trash is not counted."""

    conversations: int
    messages: int


@dataclass(frozen=True, slots=True)
class RestorePreview:
    """What restoring a backup would do."""

    backup: BackupInfo
    current: LibraryCounts | None
    """What is there now; ``None`` if there is nothing, or nothing that can be read."""
    current_problem: ErrorInfo | None
    """Why what is there cannot be read."""
    conversations_only_now: int
    """Conversations that the backup lacks."""
    conversations_only_then: int
    """Conversations that only the backup has."""
    messages_only_now: int
    """Messages that the backup lacks, also of conversations that it has."""
    kept_as: Path | None
    """Where the library would be put aside, with ``DATE-TIME`` for the moment; ``None`` if there
    is none."""


class ConversationStore(Protocol):
    """The library on disk. Methods raise ``AssistantError`` with a storage problem.

    Writes are done in the order of the calls. A method has returned when its data is as durable
    as it promises: ``begin_turn``, ``add_messages`` and everything else that the user typed or
    decided survive a power cut; ``append_chunk`` survives a crash of the app.
    """

    async def open(self) -> OpenReport:
        """Opens, migrates (after a backup) and marks what a dead process left half-written.

        Raises:
            AssistantError: if the library is from a newer version or cannot be used at all.
        """
        ...

    async def close(self) -> None:
        """Finishes what is queued, then closes."""
        ...

    async def summaries(self) -> list[ConversationSummary]:
        """All conversations: pinned first, then the most recently used."""
        ...

    async def deleted_summaries(self) -> list[ConversationSummary]:
        """What is in the trash, deleted last first."""
        ...

    async def conversation(self, conversation_id: ConversationId) -> ConversationRecord:
        """One conversation with its tree; one in the trash too, for who knows its id.

        Raises:
            InvalidInputError: if there is none of that id.
        """
        ...

    async def messages(self, message_ids: Sequence[MessageId]) -> list[Message]:
        """Whole messages in the order asked for; a reply being written has its text so far.

        Raises:
            InvalidInputError: if one does not exist.
        """
        ...

    async def conversation_of(self, message_id: MessageId) -> ConversationId:
        """The conversation a message belongs to.

        Raises:
            InvalidInputError: if there is no such message.
        """
        ...

    async def begin_turn(
        self,
        conversation: ConversationRecord,
        messages: Sequence[Message],
        active_leaf_id: MessageId,
    ) -> None:
        """Adds a question and the reply about to be written, in one durable step.

        Creates the conversation if it is new (title, provider, model and system prompt are
        taken from the record, its ``nodes`` are not looked at), adds the messages, makes the leaf
        active and sets ``last_child_id`` along the way to it. With the last message in status
        ``streaming`` this process becomes its writer.
        """
        ...

    async def append_chunk(self, message_id: MessageId, text: str, reasoning: str) -> None:
        """Adds to a reply that is being written; cheap, not forced to the disk."""
        ...

    async def finish_reply(self, message: Message) -> None:
        """Replaces a reply's chunks by the final message in one durable step."""
        ...

    async def activate(self, conversation_id: ConversationId, leaf_id: MessageId) -> None:
        """Shows another branch, remembered all the way up."""
        ...

    async def rename(self, conversation_id: ConversationId, title: str) -> None:
        """Sets the title."""
        ...

    async def set_pinned(self, conversation_id: ConversationId, *, pinned: bool) -> None:
        """Pins or unpins."""
        ...

    async def set_unread(self, conversation_id: ConversationId, *, unread: bool) -> None:
        """Marks a reply as not yet seen, or seen."""
        ...

    async def set_model(
        self, conversation_id: ConversationId, provider_id: ProviderId | None, model: str | None
    ) -> None:
        """Sets what this conversation talks to; ``None`` follows the settings."""
        ...

    async def set_system_prompt(
        self, conversation_id: ConversationId, system_prompt: str | None
    ) -> None:
        """Sets this conversation's own system prompt; ``None`` follows the settings."""
        ...

    async def save_draft(self, conversation_id: ConversationId | None, text: str) -> None:
        """Keeps what was typed; ``None`` is the new conversation's draft."""
        ...

    async def load_new_draft(self) -> str:
        """The new conversation's draft."""
        ...

    async def save_scroll_anchor(self, conversation_id: ConversationId, anchor: str) -> None:
        """Keeps where the window was left."""
        ...

    async def save_window_state(self, state: str) -> None:
        """Keeps the window's geometry and selection; the window alone knows its form."""
        ...

    async def load_window_state(self) -> str:
        """What ``save_window_state`` kept, or an empty string."""
        ...

    async def delete(self, conversation_id: ConversationId) -> None:
        """Moves a conversation to the trash: gone from lists and searches, not from the disk."""
        ...

    async def undelete(self, conversation_id: ConversationId) -> None:
        """Takes a conversation out of the trash."""
        ...

    async def search(self, query: str, limit: int = 200) -> list[SearchHit]:
        """Messages of all branches, and titles, that contain the text, newest first.

        The text is taken literally, whatever signs it holds; letter case does not count.
        """
        ...

    async def change_counter(self) -> int:
        """A number that differs after another process has written."""
        ...

    async def health(self) -> StoreHealth:
        """A full check, for ``doctor``; may take a while."""
        ...

    async def backup(self) -> Path:
        """Makes a verified copy beside the library and prunes old ones."""
        ...

    async def backups(self) -> list[BackupInfo]:
        """All backups, newest first, not read through. The library need not be open."""
        ...

    async def describe_backup(self, path: Path) -> BackupInfo:
        """One backup, read through. The library need not be open.

        Raises:
            AssistantError: if there is no such file, or it may not be read.
        """
        ...

    async def preview_restore(self, path: Path) -> RestorePreview:
        """What ``restore`` would do; changes nothing. The library need not be open.

        Raises:
            AssistantError: if the backup cannot be restored.
        """
        ...

    async def restore(self, backup: Path) -> Path | None:
        """Puts a backup in the library's place; one that is open is open again afterwards.

        Returns:
            Where the library that was there is kept, or ``None`` if there was none.

        Raises:
            AssistantError: if another process has the library open, the backup is damaged or from
                a newer version, or the disk is full; the library is as it was then.
        """
        ...
