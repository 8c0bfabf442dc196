"""The files a library is made of: whose they are, what is left, what is not."""

import os
import stat
import sys

import pytest

from desktop_assistant.adapters.sqlite_store import SqliteStore
from tests.contract.store_contract_values import new_record, question, reply_to, stored_turn

posix = pytest.mark.skipif(sys.platform == "win32", reason="POSIX permissions")


def modes(folder):
    return {
        path.relative_to(folder).as_posix(): stat.S_IMODE(path.stat().st_mode)
        for path in (folder, *folder.rglob("*"))
    }


@posix
@pytest.mark.parametrize("umask", [0o000, 0o022, 0o077, 0o277])
async def test_everything_is_for_this_user_alone(path, opened, umask):
    before = os.umask(umask)
    try:
        store = await opened()
        record = new_record()
        asked = question(record)
        reply = reply_to(asked)
        await store.begin_turn(record, [asked, reply], reply.id)
        backup = await store.backup()
    finally:
        os.umask(before)

    found = modes(path.parent)
    assert {name for name in found if not name.startswith("locks/")} == {
        ".",
        "backups",
        f"backups/{backup.name}",
        "conversations.db",
        "conversations.db-shm",
        "conversations.db-wal",
        "locks",
    }
    for name, mode in found.items():
        folder = name in (".", "backups", "locks")
        assert mode == (0o700 if folder else 0o600), name


@posix
async def test_access_that_others_have_is_taken_away(path, opened):
    store = await opened()
    await stored_turn(store)
    await store.close()
    path.chmod(0o644)
    (path.parent / "locks").chmod(0o755)
    store = await opened()
    await store.rename((await store.summaries())[0].id, "x")
    found = modes(path.parent)
    assert found["conversations.db"] == found["conversations.db-wal"] == 0o600
    assert found["locks"] == 0o700


@posix
async def test_a_folder_that_was_there_keeps_its_mode(tmp_path, opened):
    """It may be anybody's, such as the home folder."""
    tmp_path.chmod(0o755)
    await opened(tmp_path / "conversations.db")
    assert modes(tmp_path)["."] == 0o755


async def test_folders_can_be_elsewhere(tmp_path, path, opened):
    store = await opened(backups_dir=tmp_path / "b" / "c", locks_dir=tmp_path / "l")
    await stored_turn(store)
    assert (await store.backup()).parent == tmp_path / "b" / "c"
    assert len(list((tmp_path / "l").iterdir())) == 1
    assert not (path.parent / "locks").exists()


async def test_names_that_mean_something_to_sqlite(tmp_path, opened):
    for name in ("a?mode=memory.db", "file:x.db", "%41 b#.db", "ü.db"):
        store = await opened(tmp_path / name / name)
        await stored_turn(store)
        await store.backup()
        await store.close()
        assert (tmp_path / name / name).stat().st_size > 0
        assert len(await (await opened(tmp_path / name / name)).summaries()) == 1


async def test_memory_leaves_no_trace(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    store = SqliteStore(None)
    report = await store.open()
    await stored_turn(store)
    assert report.notice is None
    assert await store.backup_if_due() is None
    health = await store.health()
    assert (health.path, health.size_bytes, health.wal_bytes) == (None, 0, 0)
    await store.close()
    assert list(tmp_path.iterdir()) == []


async def test_health_tells_what_is_there(opened, path):
    store = await opened()
    await stored_turn(store)
    health = await store.health()
    assert health.path == path
    assert health.schema_version == 1
    assert tuple(map(int, health.sqlite_version.split("."))) >= (3, 51, 3)
    assert (health.integrity, health.conversations, health.messages) == ("ok", 1, 2)
    assert health.size_bytes == path.stat().st_size > 0
    assert health.wal_bytes > 0


async def test_a_clock_set_back_keeps_the_order_of_use(opened):
    store = await opened()
    now, earlier = 2_000_000.0, 1_000_000.0
    first, second = new_record("first", at=now), new_record("second", at=earlier)
    await stored_turn(store, first, at=now)
    await stored_turn(store, second, at=earlier)
    rows = await store.summaries()
    assert [row.title for row in rows] == ["second", "first"]
    assert [row.updated_at for row in rows] == [earlier, now]


async def test_what_is_imported_takes_the_place_of_its_date(opened):
    store = await opened()
    await stored_turn(store, new_record("today", at=3000.0), at=3000.0)
    await stored_turn(store, new_record("earlier", at=1000.0), at=2900.0)
    old = new_record("imported", at=1500.0)
    message = question(old, at=1500.0)
    await store.begin_turn(old, [message], message.id)
    assert [row.title for row in await store.summaries()] == ["earlier", "today", "imported"]


async def test_a_turn_takes_a_conversation_out_of_the_trash(opened):
    store = await opened()
    record, _, reply = await stored_turn(store)
    await store.delete(record.id)
    more = question(record, "still here", reply.id, 2)
    await store.begin_turn(record, [more], more.id)
    assert [row.id for row in await store.summaries()] == [record.id]
