"""What is found in a data folder after a kill, through the same code that the next start uses."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

import apsw

from desktop_assistant.adapters.sqlite_store import SqliteStore
from desktop_assistant.adapters.sqlite_store.migrations import MIGRATIONS, Migration
from desktop_assistant.domain.ids import MessageId
from desktop_assistant.domain.messages import Message, Status


@dataclass(frozen=True)
class Look:
    """One look into a data folder."""

    notice: str | None
    """What the next start would tell the user about the library, if anything."""
    integrity: str
    messages: dict[MessageId, Message]
    whole_backups: tuple[Path, ...]
    broken_backups: tuple[Path, ...]
    settings_fault: str | None

    def faults(self) -> list[str]:
        """What no kill may ever leave behind."""
        found = []
        if self.notice is not None:
            found.append(f"the next start says {self.notice}")
        if self.integrity != "ok":
            found.append(f"integrity: {self.integrity}")
        found += [f"{path.name} is no whole backup" for path in self.broken_backups]
        if not self.whole_backups:
            found.append("no whole backup is left")
        if self.settings_fault is not None:
            found.append(f"settings.toml: {self.settings_fault}")
        found += [
            f"message {message.id} is still streaming"
            for message in self.messages.values()
            if message.status is Status.STREAMING
        ]
        return found


async def look_into(data_dir: Path, migrations: tuple[Migration, ...] = MIGRATIONS) -> Look:
    """Opens the library as the next start would, checks it fully and closes it.

    Raises:
        AssistantError: if it cannot be opened, which no kill may cause.
    """
    store = SqliteStore(data_dir / "conversations.db", migrations=migrations)
    report = await store.open()
    try:
        health = await store.health()
        ids = [
            node.id
            for row in await store.summaries()
            for node in (await store.conversation(row.id)).nodes
        ]
        messages = {message.id: message for message in await store.messages(ids)}
    finally:
        await store.close()
    backups = {path: is_whole(path) for path in report.backups}
    return Look(
        notice=None if report.notice is None else str(report.notice.code),
        integrity=health.integrity,
        messages=messages,
        whole_backups=tuple(path for path, whole in backups.items() if whole),
        broken_backups=tuple(path for path, whole in backups.items() if not whole),
        settings_fault=settings_fault(data_dir / "settings.toml"),
    )


def is_whole(path: Path) -> bool:
    """Whether a backup is whole by itself, as SQLite alone sees it."""
    flags = apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI
    try:
        connection = apsw.Connection(f"{path.absolute().as_uri()}?immutable=1", flags=flags)
        try:
            complaint = connection.execute("PRAGMA integrity_check").fetchall()
            connection.execute("SELECT count(*) FROM messages").fetchall()
        finally:
            connection.close()
    except apsw.Error:
        return False
    return complaint == [("ok",)]


def settings_fault(path: Path) -> str | None:
    """Why the settings file cannot be read, or ``None``; none at all is fine."""
    try:
        tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    except ValueError as error:
        return str(error)
    return None
