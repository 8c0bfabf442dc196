"""Copies of the library: make one, look at them, see what restoring would do, restore."""

from collections.abc import Callable
from pathlib import Path

from desktop_assistant.chat.events import ChatEvent, LibraryChanged, LibraryReplaced
from desktop_assistant.chat.sessions import Sessions
from desktop_assistant.domain.errors import ProblemCode, problem
from desktop_assistant.ports.conversation_store import (
    BackupInfo,
    ConversationStore,
    LibraryCounts,
    RestorePreview,
)

__all__ = ["BackupInfo", "Backups", "LibraryCounts", "RestorePreview"]


class Backups:
    """What can be done with backups; the library need be open only for making one."""

    def __init__(
        self,
        store: ConversationStore,
        sessions: Sessions,
        publish: Callable[[ChatEvent], None],
    ) -> None:
        self._store = store
        self._sessions = sessions
        self._publish = publish

    async def list(self) -> list[BackupInfo]:
        """All backups, newest first, not read through."""
        return await self._store.backups()

    async def describe(self, path: Path) -> BackupInfo:
        """One backup, read through.

        Raises:
            AssistantError: if there is no such file, or it may not be read.
        """
        return await self._store.describe_backup(path)

    async def make(self) -> BackupInfo:
        """Makes a verified copy of the library.

        Raises:
            AssistantError: if the disk is full or the library damaged.
        """
        return await self._store.describe_backup(await self._store.backup())

    async def newest_whole(self) -> Path:
        """The newest backup that can be restored.

        Raises:
            AssistantError: if there is none.
        """
        for backup in await self._store.backups():
            if (await self._store.describe_backup(backup.path)).is_whole:
                return backup.path
        raise problem(ProblemCode.NO_BACKUP)

    async def preview(self, path: Path) -> RestorePreview:
        """What restoring a backup would do; changes nothing.

        Raises:
            AssistantError: if the backup cannot be restored.
        """
        return await self._store.preview_restore(path)

    async def restore(self, path: Path) -> Path | None:
        """Puts a backup in the library's place; what was open is to be opened again.

        Returns:
            Where the library that was there is kept, or ``None`` if there was none.

        Raises:
            InvalidInputError: if a reply is being written.
            AssistantError: if another process has the library open, or the backup cannot be
                restored; the library is as it was then.
        """
        if any(session.jobs and not session.is_temporary for session in self._sessions):
            raise problem(ProblemCode.BUSY_LIBRARY)
        kept = await self._store.restore(path)
        self._sessions.forget_stored()
        self._publish(LibraryReplaced())
        self._publish(LibraryChanged())
        return kept
