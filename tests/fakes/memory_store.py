"""A library in memory: it keeps the promises of ``ports.conversation_store``, plainly."""

import asyncio
import time
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, field, replace
from pathlib import Path

from desktop_assistant.domain.conversation import ConversationTree
from desktop_assistant.domain.errors import AssistantError, ErrorInfo, ProblemCode, problem
from desktop_assistant.domain.ids import ConversationId, MessageId, ProviderId
from desktop_assistant.domain.messages import Message, MessageNode, Status
from desktop_assistant.ports.conversation_store import (
    BackupInfo,
    ConversationRecord,
    ConversationSummary,
    LibraryCounts,
    OpenReport,
    RestorePreview,
    SearchHit,
    StoreHealth,
)


@dataclass
class Shelf:
    """What a database file would hold; stores made ``beside`` each other share one."""

    records: dict[ConversationId, ConversationRecord] = field(default_factory=dict)
    messages: dict[MessageId, Message] = field(default_factory=dict)
    last_child: dict[MessageId, MessageId] = field(default_factory=dict)
    trash: dict[ConversationId, float] = field(default_factory=dict)
    """When what is in it was deleted."""
    unread: set[ConversationId] = field(default_factory=set)
    new_draft: str = ""
    window_state: str = ""
    writes: int = 0

    @property
    def ids(self) -> tuple[set[ConversationId], set[MessageId]]:
        """Conversations and messages that are not in the trash."""
        listed = set(self.records) - set(self.trash)
        return listed, {m.id for m in self.messages.values() if m.conversation_id in listed}


class MemoryStore:
    """One process's view of a shelf.

    ``failing`` holds errors by the name of the method that shall raise them.
    """

    def __init__(self, *, beside: "MemoryStore | None" = None) -> None:
        self.shelf = beside.shelf if beside is not None else Shelf()
        self.failing: dict[str, AssistantError] = {}
        self.open_report = OpenReport()
        self.is_open = False
        self._own_writes = 0
        self.copies: dict[Path, Shelf] = {}
        self.damaged: set[Path] = set()
        self.current_problem: ErrorInfo | None = None
        """Why the shelf cannot be compared with a copy."""

    async def open(self) -> OpenReport:
        """Opens."""
        await self._enter("open")
        self.is_open = True
        return self.open_report

    async def close(self) -> None:
        """Closes; what was kept stays, so that it can be opened again."""
        self.is_open = False

    async def summaries(self) -> list[ConversationSummary]:
        """Pinned first, then the most recently used."""
        await self._enter("summaries")
        rows = [self._summary(record) for record in self._listed()]
        return sorted(rows, key=lambda row: (not row.pinned, -row.updated_at))

    async def deleted_summaries(self) -> list[ConversationSummary]:
        """What is in the trash."""
        await self._enter("deleted_summaries")
        return [
            self._summary(self._record(found))._replace(deleted_at=self.shelf.trash[found])
            for found in reversed(self.shelf.trash)
        ]

    async def conversation(self, conversation_id: ConversationId) -> ConversationRecord:
        """One conversation with its tree."""
        await self._enter("conversation")
        return replace(
            self._record(conversation_id),
            nodes=tuple(self._nodes(conversation_id)),
            is_deleted=conversation_id in self.shelf.trash,
        )

    async def messages(self, message_ids: Sequence[MessageId]) -> list[Message]:
        """Whole messages in the order asked for."""
        await self._enter("messages")
        return [self._message(message_id) for message_id in message_ids]

    async def conversation_of(self, message_id: MessageId) -> ConversationId:
        """Where a message belongs."""
        await self._enter("conversation_of")
        return self._message(message_id).conversation_id

    async def begin_turn(
        self,
        conversation: ConversationRecord,
        messages: Sequence[Message],
        active_leaf_id: MessageId,
    ) -> None:
        """Adds messages, and the conversation if it is new."""
        await self._enter("begin_turn", writes=True)
        shelf = self.shelf
        known = {*shelf.messages, *(message.id for message in messages)}
        parents = {m.parent_id for m in messages if m.parent_id is not None}
        for wanted in (*parents, active_leaf_id):
            if wanted not in known:
                raise problem(ProblemCode.UNKNOWN_MESSAGE, id=wanted)
        shelf.records.setdefault(conversation.id, replace(conversation, nodes=()))
        for message in messages:
            if message.id in shelf.messages:
                raise ValueError(f"message {message.id} is there already")
            shelf.messages[message.id] = message
        self._change(conversation.id, updated_at=messages[-1].created_at)
        self._show(conversation.id, active_leaf_id)

    async def append_chunk(self, message_id: MessageId, text: str, reasoning: str) -> None:
        """Adds to a reply."""
        await self._enter("append_chunk", writes=True)
        old = self._message(message_id)
        self.shelf.messages[message_id] = replace(
            old, text=old.text + text, reasoning=((old.reasoning or "") + reasoning) or None
        )

    async def finish_reply(self, message: Message) -> None:
        """Replaces a reply by its final form."""
        await self._enter("finish_reply", writes=True)
        self._message(message.id)
        self.shelf.messages[message.id] = message

    async def activate(self, conversation_id: ConversationId, leaf_id: MessageId) -> None:
        """Shows another branch."""
        await self._enter("activate", writes=True)
        self._record(conversation_id)
        self._message(leaf_id)
        self._show(conversation_id, leaf_id)

    async def rename(self, conversation_id: ConversationId, title: str) -> None:
        """Sets the title."""
        await self._enter("rename", writes=True)
        self._change(conversation_id, title=title)

    async def set_pinned(self, conversation_id: ConversationId, *, pinned: bool) -> None:
        """Pins or unpins."""
        await self._enter("set_pinned", writes=True)
        self._change(conversation_id, pinned=pinned)

    async def set_unread(self, conversation_id: ConversationId, *, unread: bool) -> None:
        """Marks as unread or read."""
        await self._enter("set_unread", writes=True)
        self._record(conversation_id)
        (self.shelf.unread.add if unread else self.shelf.unread.discard)(conversation_id)

    async def set_model(
        self, conversation_id: ConversationId, provider_id: ProviderId | None, model: str | None
    ) -> None:
        """Sets the model."""
        await self._enter("set_model", writes=True)
        self._change(conversation_id, provider_id=provider_id, model=model)

    async def set_system_prompt(
        self, conversation_id: ConversationId, system_prompt: str | None
    ) -> None:
        """Sets the system prompt."""
        await self._enter("set_system_prompt", writes=True)
        self._change(conversation_id, system_prompt=system_prompt)

    async def save_draft(self, conversation_id: ConversationId | None, text: str) -> None:
        """Keeps a draft."""
        await self._enter("save_draft", writes=True)
        if conversation_id is None:
            self.shelf.new_draft = text
        else:
            self._change(conversation_id, draft=text)

    async def load_new_draft(self) -> str:
        """The new conversation's draft."""
        await self._enter("load_new_draft")
        return self.shelf.new_draft

    async def save_scroll_anchor(self, conversation_id: ConversationId, anchor: str) -> None:
        """Keeps a place."""
        await self._enter("save_scroll_anchor", writes=True)
        self._change(conversation_id, scroll_anchor=anchor)

    async def save_window_state(self, state: str) -> None:
        """Keeps the window's state."""
        await self._enter("save_window_state", writes=True)
        self.shelf.window_state = state

    async def load_window_state(self) -> str:
        """What was kept."""
        await self._enter("load_window_state")
        return self.shelf.window_state

    async def delete(self, conversation_id: ConversationId) -> None:
        """Moves to the trash."""
        await self._enter("delete", writes=True)
        self._record(conversation_id)
        self.shelf.trash[conversation_id] = time.time()

    async def undelete(self, conversation_id: ConversationId) -> None:
        """Takes out of the trash."""
        await self._enter("undelete", writes=True)
        self._record(conversation_id)
        self.shelf.trash.pop(conversation_id, None)

    async def search(self, query: str, limit: int = 200) -> list[SearchHit]:
        """Messages and titles with the text, newest first."""
        await self._enter("search")
        return list(self._hits(query))[:limit] if query else []

    async def change_counter(self) -> int:
        """Counts what others wrote."""
        await self._enter("change_counter")
        return self.shelf.writes - self._own_writes

    async def health(self) -> StoreHealth:
        """All is well in memory."""
        await self._enter("health")
        return StoreHealth(
            path=None,
            schema_version=1,
            sqlite_version="none",
            integrity="ok",
            conversations=len(list(self._listed())),
            messages=len(self.shelf.messages),
            size_bytes=0,
            wal_bytes=0,
        )

    async def backup(self) -> Path:
        """Keeps a copy of the shelf."""
        await self._enter("backup")
        path = Path(f"/backups/conversations-{len(self.copies):04}.db")
        self.copies[path] = deepcopy(self.shelf)
        return path

    async def backups(self) -> list[BackupInfo]:
        """The copies, newest first."""
        await self._enter("backups")
        return [self._backup_info(path) for path in reversed(self.copies)]

    async def describe_backup(self, path: Path) -> BackupInfo:
        """One copy; those in ``damaged`` are not whole."""
        await self._enter("describe_backup")
        if path not in self.copies:
            raise problem(ProblemCode.STORAGE_FAILED, detail=f"{path} is not there.")
        return replace(self._backup_info(path), is_whole=path not in self.damaged)

    async def preview_restore(self, path: Path) -> RestorePreview:
        """Compares a copy with the shelf."""
        await self._enter("preview_restore")
        backup = await self.describe_backup(path)
        if not backup.is_whole:
            raise problem(ProblemCode.BACKUP_UNUSABLE, path=str(path))
        (now, said), (then, was_said) = self.shelf.ids, self.copies[path].ids
        is_readable = self.current_problem is None
        return RestorePreview(
            backup=backup,
            current=LibraryCounts(len(now), len(said)) if is_readable else None,
            current_problem=self.current_problem,
            conversations_only_now=len(now - then) if is_readable else 0,
            conversations_only_then=len(then - now) if is_readable else len(then),
            messages_only_now=len(said - was_said) if is_readable else 0,
            kept_as=Path("/conversations.replaced-DATE-TIME.db"),
        )

    async def restore(self, backup: Path) -> Path | None:
        """Takes a copy for the shelf."""
        await self._enter("restore", writes=True)
        restored = deepcopy(self.copies[backup])
        restored.writes = self.shelf.writes + 1
        self.copies[Path("/conversations.replaced-1.db")] = self.shelf
        self.shelf = restored
        return Path("/conversations.replaced-1.db")

    def _backup_info(self, path: Path) -> BackupInfo:
        shelf = self.copies[path]
        conversations, messages = shelf.ids
        newest = max(
            (shelf.records[id_] for id_ in conversations),
            key=lambda record: record.updated_at,
            default=None,
        )
        return BackupInfo(
            path=path,
            made_at=1_795_505_668.0 + 60 * list(self.copies).index(path),
            conversations=len(conversations),
            messages=len(messages),
            newest_title=newest.title if newest is not None else "",
            size_bytes=4096,
            is_whole=None,
        )

    async def _enter(self, method: str, *, writes: bool = False) -> None:
        # The real store answers from another thread, so never within the same turn of the loop.
        await asyncio.sleep(0)
        if method in self.failing:
            raise self.failing[method]
        if writes:
            self.shelf.writes += 1
            self._own_writes += 1

    def _listed(self) -> Iterator[ConversationRecord]:
        return (r for r in self.shelf.records.values() if r.id not in self.shelf.trash)

    def _record(self, conversation_id: ConversationId) -> ConversationRecord:
        try:
            return self.shelf.records[conversation_id]
        except KeyError:
            raise problem(ProblemCode.UNKNOWN_CONVERSATION, id=conversation_id) from None

    def _message(self, message_id: MessageId) -> Message:
        try:
            return self.shelf.messages[message_id]
        except KeyError:
            raise problem(ProblemCode.UNKNOWN_MESSAGE, id=message_id) from None

    def _change(self, conversation_id: ConversationId, **changes: object) -> None:
        record = self._record(conversation_id)
        self.shelf.records[conversation_id] = replace(record, **changes)  # type: ignore[arg-type]  # names and types are the record's own

    def _nodes(self, conversation_id: ConversationId) -> list[MessageNode]:
        mine = (m for m in self.shelf.messages.values() if m.conversation_id == conversation_id)
        return sorted(
            (m.node._replace(last_child_id=self.shelf.last_child.get(m.id)) for m in mine),
            key=lambda node: node.position,
        )

    def _show(self, conversation_id: ConversationId, leaf_id: MessageId) -> None:
        self._change(conversation_id, active_leaf_id=leaf_id)
        child = self._message(leaf_id)
        while child.parent_id is not None:
            self.shelf.last_child[child.parent_id] = child.id
            child = self._message(child.parent_id)

    def _tree(self, record: ConversationRecord) -> ConversationTree:
        return ConversationTree(self._nodes(record.id), record.active_leaf_id)

    def _summary(self, record: ConversationRecord) -> ConversationSummary:
        tree = self._tree(record)
        return ConversationSummary(
            id=record.id,
            title=record.title,
            created_at=record.created_at,
            updated_at=record.updated_at,
            branches=tree.branch_count,
            pinned=record.pinned,
            unread=record.id in self.shelf.unread,
            answering=any(node.status is Status.STREAMING for node in tree),
        )

    def _hits(self, query: str) -> Iterator[SearchHit]:
        wanted = query.casefold()
        for record in self._listed():
            if (at := record.title.casefold().find(wanted)) >= 0:
                yield SearchHit(record.id, None, record.title, record.title, at, len(query), True)
        newest_first = sorted(
            self.shelf.messages.values(), key=lambda m: (m.created_at, m.position), reverse=True
        )
        for message in newest_first:
            record = self._record(message.conversation_id)
            at = message.text.casefold().find(wanted)
            if at < 0 or record.id in self.shelf.trash:
                continue
            shown = {node.id for node in self._tree(record).path()}
            yield SearchHit(
                record.id, message.id, record.title, message.text, at, len(query),
                message.id in shown,
            )  # fmt: skip
