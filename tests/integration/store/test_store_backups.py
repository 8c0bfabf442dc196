"""Copies of the library: verified, private, rotating."""

import asyncio
import os

import apsw
import pytest

from desktop_assistant.adapters.sqlite_store import SqliteStore
from desktop_assistant.domain.errors import AssistantError, ProblemCode
from tests.contract.store_contract_values import new_record, question, reply_to, stored_turn

DAY = 24 * 60 * 60


async def test_a_backup_is_a_whole_library_in_one_file(opened, path):
    store = await opened()
    record, asked, _ = await stored_turn(store)
    growing = reply_to(asked, position=9)
    await store.begin_turn(record, [growing], growing.id)
    await store.append_chunk(growing.id, "so far", "")

    backup = await store.backup()

    assert backup == path.parent / "backups" / "conversations-20261124-073428Z.db"
    assert [file.name for file in backup.parent.iterdir()] == [backup.name]
    restored = await opened(backup, locks_dir=path.parent / "locks")
    assert [row.title for row in await restored.summaries()] == [record.title]
    assert (await restored.messages([growing.id]))[0].text == "so far"
    assert (await restored.health()).integrity == "ok"


async def test_the_newest_seven_stay(opened, clock):
    store = await opened()
    await stored_turn(store)
    made = []
    for _ in range(9):
        clock.advance(60)
        made.append(await store.backup())
    kept = sorted(made[0].parent.iterdir())
    assert kept == made[-7:]
    await store.close()
    assert (await opened()).report.backups == tuple(reversed(kept))


async def test_a_backup_from_a_clock_that_was_ahead_goes_first(opened, clock):
    store = await opened()
    await stored_turn(store)
    clock.advance(365 * DAY)
    ahead = await store.backup()
    clock.advance(-365 * DAY)
    made = []
    for _ in range(7):
        clock.advance(60)
        made.append(await store.backup())
    assert not ahead.exists()
    assert all(backup.exists() for backup in made)


async def test_other_files_in_the_folder_are_nobodys_business(opened, path, clock):
    store = await opened()
    await stored_turn(store)
    folder = path.parent / "backups"
    folder.mkdir()
    mine = [folder / "conversations-mine.db", folder / "notes.txt"]
    for file in mine:
        file.touch()
    for _ in range(9):
        clock.advance(60)
        await store.backup()
    assert all(file.exists() for file in mine)
    await store.close()
    assert not set(mine) & set((await opened()).report.backups)


async def test_what_a_killed_backup_left_is_removed_in_time(opened, path, clock):
    store = await opened()
    await stored_turn(store)
    folder = path.parent / "backups"
    folder.mkdir()
    old, young = folder / ".conversations.00.part", folder / ".conversations.11.part"
    for file, age in ((old, 3700), (young, 3500)):
        file.touch()
        os.utime(file, (clock.now() - age,) * 2)
    await store.backup()
    assert not old.exists()
    assert young.exists()


async def test_a_backup_is_due_a_day_after_the_last_if_something_changed(opened, clock):
    store = await opened()
    assert await store.backup_if_due() is None, "there is nothing to lose yet"

    record, _, _ = await stored_turn(store)
    first = await store.backup_if_due()
    assert first is not None
    assert await store.backup_if_due() is None

    await store.rename(record.id, "changed")
    clock.advance(DAY - 60)
    assert await store.backup_if_due() is None
    clock.advance(61)
    second = await store.backup_if_due()
    assert second is not None
    assert second > first

    clock.advance(2 * DAY)
    assert await store.backup_if_due() is None, "nothing has changed"


async def test_writing_goes_on_meanwhile(opened):
    store = await opened()
    record, _, reply = await stored_turn(store)
    for number in range(40):
        more = question(record, "x" * 50_000, reply.id, number + 2)
        await store.begin_turn(record, [more], more.id)
    backup, *_ = await asyncio.gather(
        store.backup(), *(store.rename(record.id, str(n)) for n in range(20))
    )
    assert (await store.summaries())[0].title == "19"
    assert _read(backup, "PRAGMA integrity_check") == [("ok",)]
    assert _read(backup, "SELECT count(*) FROM messages") == [(42,)]


async def test_memory_has_no_backups(tmp_path):
    store = SqliteStore(None)
    await store.open()
    await stored_turn(store, new_record())
    for call in (store.backup(), SqliteStore(None).restore(tmp_path)):
        with pytest.raises(AssistantError) as caught:
            await call
        assert caught.value.info.code is ProblemCode.STORAGE_FAILED
    await store.close()


async def test_restoring_puts_a_backup_in_the_librarys_place(opened, path, clock):
    store = await opened()
    await stored_turn(store, new_record("early"))
    backup = await store.backup()
    await stored_turn(store, new_record("late"))
    await store.close()

    again = SqliteStore(path, clock=clock)
    aside = await again.restore(backup)
    assert aside == path.with_name("conversations.replaced-20261124-073428.db")
    await again.open()
    assert [row.title for row in await again.summaries()] == ["early"]
    await stored_turn(again, new_record("new"))
    assert (await again.health()).integrity == "ok"
    await again.close()
    assert backup.exists()

    back = SqliteStore(path, clock=clock)
    await back.restore(aside)
    await back.open()
    assert {row.title for row in await back.summaries()} == {"early", "late"}
    await back.close()


@pytest.mark.parametrize("old_is", ["in its place", "half aside", "aside"])
async def test_restoring_that_was_killed_is_finished(opened, path, clock, child, old_is):
    store = await opened()
    await stored_turn(store, new_record("early"))
    backup = await store.backup()
    child("turns", "1").process.wait(30)
    crashed = child("start")
    crashed.told()
    await store.close()
    crashed.kill()
    waiting = path.with_name("conversations.restoring-20261124-073428.db")
    waiting.write_bytes(backup.read_bytes())
    aside = path.with_name("conversations.replaced-20261124-073428.db")
    log = path.with_name(path.name + "-wal")
    assert log.stat().st_size > 0
    if old_is != "in its place":
        log.rename(aside.with_name(aside.name + "-wal"))
    if old_is == "aside":
        path.rename(aside)

    again = await opened()

    assert [row.title for row in await again.summaries()] == ["early"]
    assert again.report.notice is None
    assert not waiting.exists()
    old = await opened(aside, locks_dir=path.parent / "locks-of-old")
    assert {row.title for row in await old.summaries()} == {"early", "turn 0", "started"}


async def test_not_started_while_a_backup_is_being_restored(opened, path, child):
    holding = child("hold")
    waiting = path.with_name("conversations.restoring-20261124-073428.db")
    waiting.write_bytes(path.read_bytes())
    with pytest.raises(AssistantError) as caught:
        await opened()
    assert caught.value.info.code is ProblemCode.STORAGE_BUSY
    holding.release()
    assert waiting.exists()


async def test_what_a_killed_start_left_is_removed_in_time(opened, path, clock):
    await (await opened()).close()
    old, young = (path.with_name(f".conversations.db.{n}.new-wal") for n in ("00", "11"))
    for file, age in ((old, 3700), (young, 3500)):
        file.touch()
        os.utime(file, (clock.now() - age,) * 2)
    dead = path.parent / "locks" / f"{'0' * 16}.lock"
    dead.touch()
    await opened()
    assert not old.exists()
    assert young.exists()


async def test_restoring_where_nothing_is(opened, path, tmp_path, clock):
    store = await opened()
    await stored_turn(store)
    backup = await store.backup()
    elsewhere = SqliteStore(tmp_path / "new" / "conversations.db", clock=clock)
    assert await elsewhere.restore(backup) is None
    await elsewhere.open()
    assert len(await elsewhere.summaries()) == 1
    await elsewhere.close()


async def test_restoring_reads_the_log_beside_a_library(opened, path, tmp_path, clock):
    """A library of another computer, copied while it was open."""
    store = await opened()
    await stored_turn(store)
    other = SqliteStore(tmp_path / "new" / "conversations.db", clock=clock)
    await other.restore(path)
    await other.open()
    assert len(await other.summaries()) == 1
    await other.close()


async def test_what_cannot_be_restored_changes_nothing(opened, path, clock, child, tmp_path):
    store = await opened()
    await stored_turn(store)
    good = await store.backup()
    await store.close()
    ((page,),) = _read(good, "SELECT rootpage FROM sqlite_schema WHERE name = 'bodies'")
    before = path.read_bytes()
    damaged, broken, newer = (tmp_path / name for name in ("damaged.db", "broken.db", "newer.db"))
    damaged.write_bytes(good.read_bytes()[:5000])
    content = bytearray(good.read_bytes())
    content[(page - 1) * 4096 : (page - 1) * 4096 + 100] = b"\xff" * 100
    broken.write_bytes(content)
    newer.write_bytes(good.read_bytes()[:60] + b"\0\0\0\x09" + good.read_bytes()[64:])
    holding = child("hold")
    for source, code in (
        (good, ProblemCode.STORAGE_BUSY),
        (damaged, ProblemCode.STORAGE_DAMAGED),
        (broken, ProblemCode.STORAGE_DAMAGED),
        (newer, ProblemCode.STORAGE_NEWER),
        (tmp_path / "missing.db", ProblemCode.STORAGE_FAILED),
    ):
        restoring = SqliteStore(path, clock=clock)
        with pytest.raises(AssistantError) as caught:
            await restoring.restore(source)
        assert caught.value.info.code is code
        await restoring.close()
        if source is good:
            holding.release()
    assert path.read_bytes() == before
    assert {file.name for file in path.parent.iterdir()} == {"backups", "conversations.db", "locks"}


def _read(path, sql):
    connection = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)
    try:
        return connection.execute(sql).fetchall()
    finally:
        connection.close()
