"""What can go wrong while opening, and the ways to read what may not be written.

``test_store_read_only`` does the latter with real permissions, in processes of another user.
"""

import os
import shutil

import apsw
import pytest

from desktop_assistant.adapters.sqlite_store import opening, opening_read_only
from desktop_assistant.adapters.sqlite_store.database import Database, open_reader
from desktop_assistant.adapters.sqlite_store.migrating import fill, migrate, version_of
from desktop_assistant.adapters.sqlite_store.migrations import MIGRATIONS, Migration
from desktop_assistant.domain.errors import AssistantError, ProblemCode
from desktop_assistant.domain.messages import Status
from desktop_assistant.ports.conversation_store import StoreMode
from tests.contract.store_contract_values import new_record, question, reply_to, stored_turn


@pytest.fixture
async def closed(opened, path):
    """A closed library with a backup."""
    store = await opened()
    await stored_turn(store)
    await store.backup()
    await store.close()
    return path


@pytest.fixture
async def crashed(opened, path, tmp_path):
    """A library as a crash leaves it: a reply under way, the last texts in the log only."""
    store = await opened()
    record = new_record()
    asked = question(record)
    reply = reply_to(asked)
    await store.begin_turn(record, [asked, reply], reply.id)
    await store.append_chunk(reply.id, "so far", "")
    place = tmp_path / "crashed"
    place.mkdir()
    for file in path.parent.glob("conversations.db*"):
        shutil.copy(file, place)
    assert (place / "conversations.db-wal").stat().st_size > 0
    await store.close()
    return place / "conversations.db"


@pytest.fixture
def read_only(monkeypatch):
    """From the call on, nothing may be written."""
    return lambda: monkeypatch.setattr(opening, "_may_write", lambda place: False)


class TestReadOnly:
    async def test_a_closed_library(self, closed, opened, read_only):
        read_only()
        store = await opened()
        assert store.report.mode is StoreMode.READ_ONLY
        assert store.report.notice.code is ProblemCode.STORAGE_READ_ONLY
        assert len(store.report.backups) == 1
        assert len(await store.summaries()) == 1
        assert len(await store.search("moon")) == 1
        assert await store.change_counter() == await store.change_counter()
        assert (await store.health()).integrity == "ok"
        assert (await store.backup()).exists()
        for write in (store.save_draft(None, "x"), store.append_chunk("m", "x", "")):
            with pytest.raises(AssistantError) as caught:
                await write
            assert caught.value.info.code is ProblemCode.STORAGE_READ_ONLY
            assert caught.value.info.params["path"] == str(closed)

    @pytest.mark.parametrize("shared_memory", [True, False])
    async def test_after_a_crash(self, crashed, opened, monkeypatch, read_only, shared_memory):
        read_only()
        if not shared_memory:

            def cannot(path):
                raise apsw.CantOpenError

            monkeypatch.setattr(opening_read_only, "open_reader", cannot)
        before = crashed.read_bytes()
        store = await opened(crashed)
        (row,) = await store.summaries()
        assert not row.answering
        (_, reply) = (await store.conversation(row.id)).nodes
        assert reply.status is Status.INTERRUPTED
        assert (await store.messages([reply.id]))[0].text == "so far"
        assert crashed.read_bytes() == before

    async def test_nothing_there(self, opened, path, read_only):
        read_only()
        store = await opened()
        assert store.report.mode is StoreMode.READ_ONLY
        assert await store.summaries() == []
        assert not path.exists()

    @pytest.mark.parametrize("page", [None, 0, 1])
    async def test_damaged(self, closed, opened, read_only, page):
        read_only()
        content = bytearray(closed.read_bytes())
        if page is None:
            del content[10:]
        else:
            content[page * 4096 + 100 : page * 4096 + 400] = b"\xff" * 300
        if page == 1:
            connection = apsw.Connection(str(closed))
            connection.execute("DROP TABLE drafts")
            connection.close()
            content = closed.read_bytes()
        closed.write_bytes(content)
        store = await opened()
        assert store.report.notice.code is ProblemCode.STORAGE_DAMAGED
        assert store.report.damaged_file == closed
        assert len(store.report.backups) == 1
        assert await store.summaries() == []
        assert closed.read_bytes() == content


async def test_a_folder_that_cannot_be(tmp_path, opened):
    (tmp_path / "file").touch()
    with pytest.raises(AssistantError) as caught:
        await opened(tmp_path / "file" / "conversations.db")
    assert caught.value.info.code is ProblemCode.FOLDER_UNUSABLE
    assert caught.value.info.params["path"] == str(tmp_path / "file")


@pytest.mark.parametrize(
    ("name", "code"),
    [("", ProblemCode.FOLDER_UNUSABLE), ("conversations.db", ProblemCode.STORAGE_FAILED)],
)
async def test_what_may_not_be_read(closed, opened, monkeypatch, name, code):
    refused = closed.parent / name
    real = os.access
    monkeypatch.setattr(
        opening.os, "access", lambda p, how: real(p, how) and not (p == refused and how & os.R_OK)
    )
    with pytest.raises(AssistantError) as caught:
        await opened()
    assert caught.value.info.code is code


async def test_a_failure_half_way_holds_nothing(closed, opened, monkeypatch):
    def cannot(path):
        raise apsw.CantOpenError

    monkeypatch.setattr(opening, "open_reader", cannot)
    with pytest.raises(AssistantError) as caught:
        await opened()
    assert caught.value.info.code is ProblemCode.STORAGE_FAILED
    assert list((closed.parent / "locks").iterdir()) == []
    monkeypatch.undo()
    assert len(await (await opened()).summaries()) == 1


async def test_trying_again_after_a_failure(closed, opened, clock, monkeypatch):
    from desktop_assistant.adapters.sqlite_store import SqliteStore

    store = SqliteStore(closed, clock=clock)
    monkeypatch.setattr(opening, "sqlite_version", lambda: "3.40.1")
    with pytest.raises(AssistantError):
        await store.open()
    monkeypatch.undo()
    assert (await store.open()).notice is None
    assert len(await store.summaries()) == 1
    await store.close()


def test_a_step_that_another_process_made_meanwhile_is_not_made_twice(tmp_path):
    steps = (*MIGRATIONS, Migration(2, "CREATE TABLE tags (name TEXT)"))
    connections = [Database(apsw.Connection(str(tmp_path / "x.db"))) for _ in range(2)]
    one, other = connections
    fill(one, MIGRATIONS)
    assert migrate(one, steps, before=lambda: migrate(other, steps)) == 1
    assert version_of(one) == 2
    for connection in connections:
        connection.close()


def test_a_reader_of_a_damaged_file_leaves_nothing_open(tmp_path):
    (tmp_path / "x.db").write_bytes(b"SQLite format 3\0" + b"\xff" * 5000)
    with pytest.raises(apsw.NotADBError):
        open_reader(tmp_path / "x.db")
