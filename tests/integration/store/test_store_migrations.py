"""Formats of the file: brought forward whole or not at all, and never from a newer one."""

import shutil
import sqlite3
from pathlib import Path

import apsw
import pytest

from desktop_assistant.adapters.sqlite_store.migrations import MIGRATIONS, Migration
from desktop_assistant.domain.errors import AssistantError, ProblemCode
from desktop_assistant.domain.messages import Status
from tests.contract.store_contract_values import finished, stored_turn

DATA = Path(__file__).resolve().parents[2] / "data" / "store"
STEPS = [
    "CREATE TABLE tags (pk INTEGER PRIMARY KEY, name TEXT NOT NULL)",
    "ALTER TABLE conversations ADD COLUMN colour TEXT",
    "UPDATE conversations SET colour = 'blue'",
    "INSERT INTO tags (name) SELECT title FROM conversations",
]
SECOND = Migration(2, ";\n".join(STEPS))
FUTURE = (*MIGRATIONS, SECOND)


def breaking_at(number):
    """The second step with a fault before its statement of that number."""
    return Migration(2, ";\n".join([*STEPS[:number], "SELECT * FROM nowhere", *STEPS[number:]]))


def read(path, sql):
    connection = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)
    try:
        return connection.execute(sql).fetchall()
    finally:
        connection.close()


@pytest.fixture
async def old(opened, path):
    """A closed library of format 1."""
    store = await opened()
    await stored_turn(store)
    await store.close()
    return path


def test_the_steps_are_numbered_without_gaps():
    assert [step.version for step in MIGRATIONS] == list(range(1, len(MIGRATIONS) + 1))


async def test_a_step_is_made_once_after_a_backup(old, opened):
    store = await opened(migrations=FUTURE)

    assert store.report.migrated_from == 1
    assert store.report.notice is None
    (backup,) = store.report.backups
    assert read(backup, "PRAGMA user_version") == [(1,)]
    assert len(await store.summaries()) == 1
    assert (await store.health()).schema_version == 2
    await store.close()
    assert read(old, "SELECT name FROM tags") == [("Tides",)]

    again = await opened(migrations=FUTURE)
    assert again.report.migrated_from is None
    assert len(again.report.backups) == 1


async def test_a_new_file_has_the_last_format_at_once(opened, path):
    store = await opened(migrations=FUTURE)
    assert store.report.migrated_from is None
    assert store.report.backups == ()
    assert (await store.health()).schema_version == 2


@pytest.mark.parametrize("number", range(len(STEPS) + 1))
async def test_a_step_that_fails_leaves_the_file_as_it_was(old, opened, number):
    before = read(old, "SELECT * FROM sqlite_schema"), read(old, "SELECT * FROM messages")

    with pytest.raises(AssistantError) as caught:
        await opened(migrations=(*MIGRATIONS, breaking_at(number)))

    assert caught.value.info.code is ProblemCode.STORAGE_FAILED
    assert "nowhere" in caught.value.info.detail
    after = read(old, "SELECT * FROM sqlite_schema"), read(old, "SELECT * FROM messages")
    assert after == before
    assert read(old, "PRAGMA user_version") == [(1,)]
    assert list((old.parent / "locks").iterdir()) == []
    store = await opened()
    assert len(await store.summaries()) == 1
    assert (await store.health()).integrity == "ok"


async def test_a_damaged_file_is_not_brought_forward(old, opened):
    ((page,),) = read(old, "SELECT rootpage FROM sqlite_schema WHERE name = 'bodies'")
    content = bytearray(old.read_bytes())
    content[(page - 1) * 4096 :][:100] = b"\xff" * 100
    content[(page - 1) * 4096 : (page - 1) * 4096 + 100] = b"\xff" * 100
    old.write_bytes(content)

    store = await opened(migrations=FUTURE)

    assert store.report.notice.code is ProblemCode.STORAGE_DAMAGED
    assert store.report.damaged_file.read_bytes() == content
    assert not list((old.parent / "backups").iterdir())


async def test_not_while_an_older_version_has_it_open(old, opened, child):
    holding = child("hold")
    with pytest.raises(AssistantError) as caught:
        await opened(migrations=FUTURE)
    assert caught.value.info.code is ProblemCode.STORAGE_BUSY
    assert read(old, "PRAGMA user_version") == [(1,)]
    holding.release()
    assert (await opened(migrations=FUTURE)).report.migrated_from == 1


async def test_a_newer_format_is_refused_and_left_as_it_is(old, opened):
    await (await opened(migrations=FUTURE)).close()
    before = {file: file.read_bytes() for file in old.parent.glob("conversations*")}

    with pytest.raises(AssistantError) as caught:
        await opened()

    info = caught.value.info
    assert info.code is ProblemCode.STORAGE_NEWER
    assert info.params == {"path": str(old), "known": "1", "found": "2"}
    assert {file: file.read_bytes() for file in old.parent.glob("conversations*")} == before


async def test_a_newer_format_that_stands_in_the_log_only(old, opened):
    """As after a crash of the newer version, before the log was emptied into the file."""
    newer = apsw.Connection(str(old))
    newer.config(apsw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1)
    newer.execute("PRAGMA user_version = 7")
    newer.close()
    files = [old, old.with_name(old.name + "-wal")]
    before = [file.read_bytes() for file in files]
    assert len(before[1]) > 0

    with pytest.raises(AssistantError) as caught:
        await opened()

    assert caught.value.info.code is ProblemCode.STORAGE_NEWER
    assert caught.value.info.params["found"] == "7"
    assert [file.read_bytes() for file in files] == before


async def test_read_only_neither_older_nor_newer(old, opened, monkeypatch):
    from desktop_assistant.adapters.sqlite_store import opening

    monkeypatch.setattr(opening, "_may_write", lambda place: False)
    before = old.read_bytes()
    with pytest.raises(AssistantError) as caught:
        await opened(migrations=FUTURE)
    assert caught.value.info.code is ProblemCode.STORAGE_READ_ONLY
    assert "format 2" in caught.value.info.detail
    assert old.read_bytes() == before

    connection = apsw.Connection(str(old))
    connection.execute("PRAGMA user_version = 9")
    connection.close()
    with pytest.raises(AssistantError) as caught:
        await opened()
    assert caught.value.info.code is ProblemCode.STORAGE_NEWER


async def test_too_old_a_sqlite_is_refused(opened, path, monkeypatch):
    from desktop_assistant.adapters.sqlite_store import opening

    monkeypatch.setattr(opening, "sqlite_version", lambda: "3.51.2")
    with pytest.raises(AssistantError) as caught:
        await opened()
    assert caught.value.info.code is ProblemCode.STORAGE_FAILED
    assert not path.parent.exists()


@pytest.mark.parametrize("name", sorted(file.name for file in DATA.glob("*.db")))
async def test_every_released_format_opens(tmp_path, opened, name):
    path = tmp_path / "conversations.db"
    shutil.copy(DATA / name, path)
    store = await opened(path)
    assert store.report.notice is None
    titles = {row.title: row for row in await store.summaries()}
    assert set(titles) == {"Tides", "潮汐"}
    assert titles["Tides"].branches == 2
    assert titles["潮汐"].pinned
    record = await store.conversation(titles["Tides"].id)
    messages = await store.messages([node.id for node in record.nodes])
    assert [m.status for m in messages] == [
        Status.COMPLETE, Status.COMPLETE, Status.INTERRUPTED, Status.INTERRUPTED,
    ]  # fmt: skip
    assert store.report.interrupted == 1
    assert messages[3].text == "Because of"
    assert [hit.message_id for hit in await store.search("MOON")] == [messages[1].id]
    assert (await store.health()).integrity == "ok"
    await store.finish_reply(finished(messages[3], "Because of the sun."))
    assert len(await store.search("the sun")) == 1


def test_the_kept_file_of_this_format_has_its_schema():
    """If this fails, format 1 was changed: add a step instead, and keep a file of the new one."""
    kept = sqlite3.connect(DATA / "format-1.db")
    made = sqlite3.connect(":memory:")
    fresh = apsw.Connection(":memory:")
    fresh.execute(MIGRATIONS[0].sql)
    query = "SELECT type, name, sql FROM sqlite_schema ORDER BY name"
    assert kept.execute(query).fetchall() == fresh.execute(query).fetchall()
    for connection in (kept, made, fresh):
        connection.close()
