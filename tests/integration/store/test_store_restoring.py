"""What a backup holds, what restoring it would do, and restoring under an open library."""

import asyncio

import pytest

from desktop_assistant.adapters.sqlite_store import SqliteStore
from desktop_assistant.domain.errors import AssistantError, ProblemCode, problem
from desktop_assistant.ports.conversation_store import LibraryCounts
from tests.contract.store_contract_values import new_record, question, stored_turn


@pytest.fixture
async def two_libraries(opened, path, clock):
    """A store with ``early`` (longer now) and ``late``, its backup with ``early`` and ``gone``."""
    store = await opened()
    record, _, reply = await stored_turn(store, new_record("early"))
    gone, _, _ = await stored_turn(store, new_record("gone"))
    backup = await store.backup()
    again = question(record, "And then?", reply.id, 2)
    await store.begin_turn(record, [again], again.id)
    await stored_turn(store, new_record("late"))
    await store.delete(gone.id)
    return store, backup


async def test_backups_are_listed_with_what_is_in_them(opened, clock):
    store = await opened()
    assert await store.backups() == []
    first = await store.backup()
    clock.advance(60)
    await stored_turn(store, new_record("Tides"))
    second = await store.backup()
    newer, older = await store.backups()
    assert (newer.path, older.path) == (second, first)
    assert (newer.conversations, newer.messages, newer.newest_title) == (1, 2, "Tides")
    assert (older.conversations, older.messages, older.newest_title) == (0, 0, "")
    assert newer.made_at - older.made_at == 60
    assert newer.made_at == pytest.approx(clock.now(), abs=1)
    assert newer.size_bytes == second.stat().st_size
    assert newer.is_whole is None
    assert (await store.describe_backup(second)).is_whole is True


async def test_what_is_no_whole_backup_is_told_apart(opened, path, tmp_path):
    store = await opened()
    await stored_turn(store)
    good = await store.backup()
    cut, newer = tmp_path / "cut.db", tmp_path / "newer.db"
    cut.write_bytes(good.read_bytes()[:5000])
    newer.write_bytes(good.read_bytes()[:60] + b"\0\0\0\x09" + good.read_bytes()[64:])
    for bad, code in (
        (cut, ProblemCode.BACKUP_UNUSABLE),
        (newer, ProblemCode.STORAGE_NEWER),
    ):
        assert (await store.describe_backup(bad)).is_whole is False
        with pytest.raises(AssistantError) as caught:
            await store.preview_restore(bad)
        assert caught.value.info.code is code
    good.write_bytes(cut.read_bytes())
    assert [info.is_whole for info in await store.backups()] == [False]
    with pytest.raises(AssistantError) as caught:
        await store.describe_backup(tmp_path / "missing.db")
    assert caught.value.info.code is ProblemCode.STORAGE_FAILED


async def test_damage_in_the_middle_is_found_when_it_is_read_through(opened):
    store = await opened()
    await stored_turn(store)
    backup = await store.backup()
    content = bytearray(backup.read_bytes())
    page = (
        content.rindex(b"The moon") // 4096 if b"The moon" in content else len(content) // 4096 - 1
    )
    content[page * 4096 : page * 4096 + 100] = b"\xff" * 100
    backup.write_bytes(content)
    assert (await store.describe_backup(backup)).is_whole is False
    with pytest.raises(AssistantError) as caught:
        await store.preview_restore(backup)
    assert caught.value.info.code is ProblemCode.BACKUP_UNUSABLE


@pytest.mark.parametrize("is_open", [True, False])
async def test_the_preview_compares_and_changes_nothing(two_libraries, path, clock, is_open):
    store, backup = two_libraries
    if not is_open:
        await store.close()
        store = SqliteStore(path, clock=clock)
    before = path.read_bytes()
    preview = await store.preview_restore(backup)
    assert preview.backup.is_whole
    assert (preview.backup.conversations, preview.backup.messages) == (2, 4)
    assert preview.current == LibraryCounts(2, 5)
    assert preview.current_problem is None
    assert preview.conversations_only_now == 1
    assert preview.conversations_only_then == 1
    assert preview.messages_only_now == 3
    assert preview.kept_as == path.with_name("conversations.replaced-DATE-TIME.db")
    assert path.read_bytes() == before
    await store.close()


async def test_the_preview_of_a_library_that_cannot_be_read(two_libraries, path, clock):
    store, backup = two_libraries
    await store.close()
    whole = path.read_bytes()
    store = SqliteStore(path, clock=clock)
    for content, code in (
        (whole[:60] + b"\0\0\0\x09" + whole[64:], ProblemCode.STORAGE_NEWER),
        (whole[:9000], ProblemCode.STORAGE_DAMAGED),
        (whole[:100] + b"\xff" * (len(whole) - 100), ProblemCode.STORAGE_DAMAGED),
        (b"", ProblemCode.STORAGE_DAMAGED),
    ):
        path.write_bytes(content)
        preview = await store.preview_restore(backup)
        assert preview.current is None
        assert preview.current_problem is not None
        assert preview.current_problem.code is code
        assert preview.conversations_only_then == 2
        assert preview.kept_as is not None
        assert path.read_bytes() == content
    path.unlink()
    preview = await store.preview_restore(backup)
    assert (preview.current, preview.current_problem, preview.kept_as) == (None, None, None)
    await store.close()


async def test_a_library_that_may_not_be_looked_at_is_told_so(two_libraries, path, clock):
    store, backup = two_libraries
    await store.close()
    path.unlink()
    path.mkdir()
    store = SqliteStore(path, clock=clock)
    preview = await store.preview_restore(backup)
    assert preview.current_problem is not None
    assert preview.current_problem.code is ProblemCode.STORAGE_FAILED
    await store.close()


async def test_restoring_under_an_open_library(two_libraries, path):
    store, backup = two_libraries
    counter = await store.change_counter()
    aside = await store.restore(backup)
    assert aside is not None
    assert {row.title for row in await store.summaries()} == {"early", "gone"}
    assert await store.change_counter() != counter
    await stored_turn(store, new_record("new"))
    assert (await store.health()).integrity == "ok"
    assert [hit.title for hit in await store.search("new")][-1:] == ["new"]
    await store.restore(aside)
    assert {row.title for row in await store.summaries()} == {"early", "late"}


async def test_what_is_asked_for_meanwhile_waits(two_libraries):
    store, backup = two_libraries
    reads = [store.summaries() for _ in range(5)]
    record = new_record("meanwhile")
    results = await asyncio.gather(
        *reads, store.restore(backup), stored_turn(store, record), store.search("moon"),
        store.summaries(),
    )  # fmt: skip
    assert {row.title for row in results[0]} == {"early", "late"}
    assert "meanwhile" in {row.title for row in await store.summaries()}


async def test_restoring_that_is_refused_leaves_the_library_open(two_libraries, child, tmp_path):
    store, backup = two_libraries
    holding = child("hold")
    with pytest.raises(AssistantError) as caught:
        await store.restore(backup)
    assert caught.value.info.code is ProblemCode.STORAGE_BUSY
    assert {row.title for row in await store.summaries()} == {"early", "late"}
    await stored_turn(store, new_record("after"))
    holding.release()
    await store.restore(backup)
    assert {row.title for row in await store.summaries()} == {"early", "gone"}


async def test_a_library_that_cannot_be_opened_again_is_told_until_it_can(
    two_libraries, monkeypatch
):
    store, backup = two_libraries

    def fail(*_):
        raise problem(ProblemCode.STORAGE_FULL)

    with monkeypatch.context() as failing:
        failing.setattr("desktop_assistant.adapters.sqlite_store.store.open_library", fail)
        for call in (store.restore(backup), store.summaries(), store.change_counter()):
            with pytest.raises(AssistantError) as caught:
                await call
            assert caught.value.info.code is ProblemCode.STORAGE_FULL
    await store.restore(backup)
    assert {row.title for row in await store.summaries()} == {"early", "gone"}


async def test_everything_is_back_after_damage(two_libraries, path, clock):
    store, backup = two_libraries
    await store.close()
    path.write_bytes(b"\xff" * 8192)
    again = SqliteStore(path, clock=clock)
    report = await again.open()
    assert report.damaged_file is not None
    assert report.backups == (backup,)
    assert await again.summaries() == []
    await again.restore(backup)
    assert {row.title for row in await again.summaries()} == {"early", "gone"}
    assert report.damaged_file.read_bytes() == b"\xff" * 8192
    await again.close()


async def test_a_library_in_memory_has_none(tmp_path):
    store = SqliteStore(None)
    await store.open()
    await stored_turn(store, new_record("kept"))
    assert await store.backups() == []
    for call in (
        store.describe_backup(tmp_path),
        store.preview_restore(tmp_path),
        store.restore(tmp_path),
    ):
        with pytest.raises(AssistantError) as caught:
            await call
        assert caught.value.info.code is ProblemCode.STORAGE_FAILED
    assert [row.title for row in await store.summaries()] == ["kept"]
    await store.close()
