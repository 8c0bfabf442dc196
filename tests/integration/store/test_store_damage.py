"""Files that are no whole library: moved aside untouched, never overwritten, and told of."""

import hashlib
import os
import random
import sqlite3
from collections import Counter

import apsw
import pytest

from desktop_assistant.domain.errors import AssistantError, ProblemCode
from desktop_assistant.ports.conversation_store import StoreMode
from tests.contract.store_contract_values import new_record, question, stored_turn

PAGE = 4096
ASIDE = "conversations.damaged-20261124-073428.db"


@pytest.fixture
async def library(opened, path):
    """A closed library of two conversations with a backup of its first."""
    store = await opened()
    await stored_turn(store, new_record("kept in the backup"))
    await store.backup()
    await stored_turn(store, new_record("later"))
    await store.close()
    return path


def contents(folder):
    """Checksums of all files, to prove that each is still there."""
    files = (file for file in folder.rglob("*") if file.is_file())
    return Counter(hashlib.sha256(file.read_bytes()).hexdigest() for file in files)


def change(path, at, value):
    content = bytearray(path.read_bytes())
    content[at : at + len(value)] = value
    path.write_bytes(content)


def cut(path, size):
    path.write_bytes(path.read_bytes()[:size])


def with_sqlite(path, script):
    connection = apsw.Connection(str(path))
    connection.execute(script)
    connection.close()


def foreign(path):
    path.unlink()
    connection = sqlite3.connect(path)
    connection.executescript("CREATE TABLE conversations (id); PRAGMA user_version = 1")
    connection.close()


DAMAGES = {
    "empty": lambda path: path.write_bytes(b""),
    "a few bytes": lambda path: cut(path, 50),
    "random": lambda path: path.write_bytes(random.Random(1).randbytes(20_000)),
    "text": lambda path: path.write_text("hello " * 1000),
    "magic gone": lambda path: change(path, 0, b"\0" * 16),
    "page size zero": lambda path: change(path, 16, b"\0\0"),
    "header of page 1 overwritten": lambda path: change(path, 100, b"\xff" * 200),
    "cut at page 1": lambda path: cut(path, PAGE),
    "cut in the middle": lambda path: cut(path, path.stat().st_size // 2 + 17),
    "last page gone": lambda path: cut(path, path.stat().st_size - PAGE),
    "another program's": foreign,
    "another application id": lambda path: change(path, 68, b"\0\0\0\1"),
    "table dropped": lambda path: with_sqlite(path, "DROP TABLE drafts"),
    "index of searches dropped": lambda path: with_sqlite(path, "DROP TABLE search_characters"),
    "a view in a table's place": lambda path: with_sqlite(
        path, "ALTER TABLE drafts RENAME TO d; CREATE VIEW drafts AS SELECT * FROM d"
    ),
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
async def test_a_damaged_file_is_kept_and_the_window_can_start(library, opened, damage):
    damage(library)
    before = contents(library.parent)
    damaged = library.read_bytes()

    store = await opened()

    report = store.report
    assert report.mode is StoreMode.NORMAL
    assert report.notice.code is ProblemCode.STORAGE_DAMAGED
    assert report.damaged_file == library.with_name(ASIDE)
    assert report.notice.params["kept"] == str(report.damaged_file)
    assert report.damaged_file.read_bytes() == damaged
    assert len(report.backups) == 1
    assert not before - contents(library.parent), "something was lost"
    assert await store.summaries() == []
    await stored_turn(store)
    await store.close()
    again = await opened()
    assert again.report.notice is None
    assert len(await again.summaries()) == 1


async def test_damage_is_told_of_until_something_is_written(library, opened):
    """A script may be the first to meet it; the window must still offer the backup."""
    cut(library, PAGE)
    for _ in range(3):
        store = await opened()
        assert store.report.notice.code is ProblemCode.STORAGE_DAMAGED
        assert store.report.damaged_file == library.with_name(ASIDE)
        assert len(store.report.backups) == 1
        await store.close()
    store = await opened()
    record = new_record()
    await stored_turn(store, record)
    await store.delete(record.id)
    await store.close()
    assert (await opened()).report.notice is None, "what is in the trash was written, too"


async def test_the_log_is_put_aside_with_its_file(library, opened):
    log = library.with_name(library.name + "-wal")
    log.write_bytes(b"log")
    shared = library.with_name(library.name + "-shm")
    shared.write_bytes(b"shared")
    library.write_bytes(b"")

    store = await opened()

    aside = store.report.damaged_file
    assert aside.with_name(aside.name + "-wal").read_bytes() == b"log"
    assert aside.with_name(aside.name + "-shm").read_bytes() == b"shared"
    assert await store.summaries() == []


async def test_a_log_without_its_file_is_not_read_into_a_new_one(library, opened):
    library.unlink()
    log = library.with_name(library.name + "-wal")
    log.write_bytes(b"log" * 1000)

    store = await opened()

    aside = store.report.damaged_file
    assert aside.with_name(aside.name + "-wal").read_bytes() == b"log" * 1000
    assert store.report.notice.code is ProblemCode.STORAGE_DAMAGED
    assert (await store.health()).integrity == "ok"


async def test_each_damaged_file_keeps_a_name_of_its_own(path, opened):
    for number in range(3):
        store = await opened()
        await store.close()
        path.write_bytes(b"%d" % number)
    await opened()
    names = sorted(file.name for file in path.parent.glob("*damaged*"))
    assert names == [ASIDE.replace(".db", f"{suffix}.db") for suffix in ("-2", "-3", "")]


@pytest.mark.parametrize("page", range(0, 60, 3))
async def test_whatever_page_is_hit_the_file_survives_untouched(library, opened, page):
    """After a crash the structure is read through; damage it does not see changes nothing."""
    size = library.stat().st_size
    change(library, page * PAGE % size + 90, random.Random(page).randbytes(600))
    (library.parent / "locks" / f"{page:016x}.lock").touch()  # somebody died
    original = hashlib.sha256(library.read_bytes()).hexdigest()

    store = await opened()
    told = set()
    for read in (store.summaries(), store.search("moon")):
        try:
            await read
        except AssistantError as error:
            told.add(error.info.code)
    await store.close()

    assert told <= {ProblemCode.STORAGE_DAMAGED}
    assert original in contents(library.parent)


async def test_damage_in_the_structure_is_seen_after_a_crash(library, opened):
    root = page_of(library, "bodies")
    change(library, root * PAGE, b"\xff" * 100)
    (library.parent / "locks" / ("0" * 16 + ".lock")).touch()
    store = await opened()
    assert store.report.notice.code is ProblemCode.STORAGE_DAMAGED
    assert list((library.parent / "locks").iterdir()) != []


async def test_damage_met_while_in_use_is_looked_into_at_the_next_start(library, opened):
    change(library, page_of(library, "bodies") * PAGE, b"\xff" * 100)
    store = await opened()
    assert store.report.notice is None
    assert len(await store.summaries()) == 2

    with pytest.raises(AssistantError) as caught:
        await store.search("moon")
    assert caught.value.info.code is ProblemCode.STORAGE_DAMAGED
    with pytest.raises(AssistantError) as caught:
        await store.backup()
    assert caught.value.info.code is ProblemCode.STORAGE_DAMAGED
    assert (await store.health()).integrity != "ok"
    await store.close()

    again = await opened()
    assert again.report.notice.code is ProblemCode.STORAGE_DAMAGED
    assert len(again.report.backups) == 1
    await stored_turn(again)
    await again.close()
    assert (await opened()).report.notice is None


async def test_text_that_is_no_text_is_damage(library, opened):
    with_sqlite(library, "UPDATE conversations SET title = CAST(x'9bff' AS TEXT)")
    store = await opened()
    with pytest.raises(AssistantError) as caught:
        await store.summaries()
    assert caught.value.info.code is ProblemCode.STORAGE_DAMAGED
    assert library.with_name(library.name + ".suspect").exists(), "the next start looks closely"


async def test_a_tree_that_nobody_can_have_written_is_damage(library, opened):
    with_sqlite(library, "PRAGMA ignore_check_constraints = ON; UPDATE messages SET role = 'x'")
    store = await opened()
    (row, *_) = await store.summaries()
    with pytest.raises(AssistantError) as caught:
        await store.conversation(row.id)
    assert caught.value.info.code is ProblemCode.STORAGE_DAMAGED


async def test_a_message_that_nobody_can_have_written_is_damage(library, opened):
    store = await opened()
    (row, *_) = await store.summaries()
    (node, *_) = (await store.conversation(row.id)).nodes
    for column, value in (("status", "lost"), ("role", "judge")):
        with_sqlite(
            library,
            f"PRAGMA ignore_check_constraints = ON; UPDATE messages SET {column} = '{value}'",
        )
        with pytest.raises(AssistantError) as caught:
            await store.messages([node.id])
        assert caught.value.info.code is ProblemCode.STORAGE_DAMAGED
        assert value in caught.value.info.detail


async def test_a_false_alarm_is_forgotten(library, opened):
    suspect = library.with_name(library.name + ".suspect")
    suspect.touch()
    store = await opened()
    assert store.report.notice is None
    assert len(await store.summaries()) == 2
    assert not suspect.exists()


async def test_damage_to_the_search_index_alone_is_mended(library, opened):
    with_sqlite(
        library,
        "UPDATE search_trigrams_data SET block = x'00' WHERE id > 10;"
        "DELETE FROM search_trigrams_idx",
    )
    store = await opened()
    with pytest.raises(AssistantError) as caught:
        await store.search("moon")
    assert caught.value.info.code is ProblemCode.STORAGE_DAMAGED
    await store.close()

    again = await opened()
    assert again.report.notice is None
    assert len(await again.search("moon")) == 2
    assert (await again.health()).integrity == "ok"


async def test_a_damaged_backup_is_not_offered(library, opened, clock):
    store = await opened()
    clock.advance(60)
    newest = await store.backup()
    await store.close()
    change(newest, 2 * PAGE, b"\xff" * 3 * PAGE)
    cut(library, 10)
    (library.parent / "backups" / "conversations-20200101-000000Z.db").write_bytes(b"no")

    store = await opened()

    assert len(store.report.backups) == 1
    assert newest not in store.report.backups


async def test_a_damaged_file_is_not_moved_from_under_another_process(library, opened, child):
    holding = child("hold")
    damaged = bytearray(library.read_bytes())
    damaged[:16] = b"\0" * 16
    library.write_bytes(damaged)
    with pytest.raises(AssistantError) as caught:
        await opened()
    assert caught.value.info.code is ProblemCode.STORAGE_DAMAGED
    assert library.read_bytes() == damaged
    holding.kill()


async def test_a_folder_in_the_files_place(path, opened):
    path.mkdir(parents=True)
    with pytest.raises(AssistantError) as caught:
        await opened()
    assert caught.value.info.code is ProblemCode.STORAGE_FAILED


async def test_a_hostile_file_runs_nothing_of_its_own(library, opened):
    with_sqlite(
        library,
        """
        CREATE TRIGGER evil AFTER INSERT ON messages BEGIN DELETE FROM bodies; END;
        CREATE TRIGGER evil2 AFTER UPDATE ON conversations BEGIN DELETE FROM drafts; END;
        CREATE VIEW evil3 AS SELECT load_extension('evil.so'), writefile('x', 'y');
        """,
    )
    store = await opened()
    record, asked, reply = await stored_turn(store)
    await store.save_draft(record.id, "draft")
    await store.rename(record.id, "x")
    assert len(await store.messages([asked.id, reply.id])) == 2
    assert (await store.conversation(record.id)).draft == "draft"
    assert len(await store.search("moon")) == 3


async def test_a_foreign_log_is_no_part_of_the_library(library, opened):
    """SQLite takes only frames that fit; the rest of such a log is ignored, not believed."""
    library.with_name(library.name + "-wal").write_bytes(os.urandom(40_000))
    store = await opened()
    assert store.report.notice is None
    assert len(await store.summaries()) == 2
    record = new_record()
    asked = question(record)
    await store.begin_turn(record, [asked], asked.id)
    assert (await store.health()).integrity == "ok"


def page_of(path, table):
    """The root page of a table, counted from 0."""
    connection = apsw.Connection(str(path))
    ((page,),) = connection.execute(
        "SELECT rootpage FROM sqlite_schema WHERE name = ?", [table]
    ).fetchall()
    connection.close()
    return page - 1


@pytest.mark.parametrize("change", ["role = 'robot'", "status = 'odd'"])
async def test_a_message_that_is_nothing_we_know_is_told_of_as_damage(library, opened, change):
    store = await opened()
    conversation = (await store.summaries())[0].id
    with_sqlite(library, f"PRAGMA ignore_check_constraints = ON; UPDATE messages SET {change}")
    with pytest.raises(AssistantError) as raised:
        await store.conversation(conversation)
    assert raised.value.info.code is ProblemCode.STORAGE_DAMAGED
