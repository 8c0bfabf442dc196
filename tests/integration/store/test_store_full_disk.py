"""A full disk: what cannot be stored is said so, what was stored stays, and it goes on."""

import errno
import json
import shutil
import subprocess
import sys

import apsw
import pytest

from desktop_assistant.adapters.sqlite_store.presence import Presence
from desktop_assistant.adapters.sqlite_store.translation import storage_problem
from desktop_assistant.domain.errors import AssistantError, ProblemCode
from desktop_assistant.domain.messages import Status
from tests.contract.store_contract_values import (
    finished,
    new_record,
    question,
    reply_to,
    stored_turn,
)
from tests.integration.store.conftest import ROOT
from tests.integration.store.watched_disk import watched_disk


def limit_pages(store, more):
    """Lets the file grow by so many pages only; ``None`` lifts the limit."""
    writer = store._engine._library.writer
    ((now,),) = writer.rows("PRAGMA page_count")
    writer.execute(f"PRAGMA max_page_count = {2**31 if more is None else now + more}")


async def test_full_and_free_again(opened):
    store = await opened()
    record, asked, reply = await stored_turn(store)
    more = question(record, "x" * 100_000, reply.id, 2)
    answer = reply_to(more)
    growing = reply_to(asked, position=10)
    await store.begin_turn(record, [growing], growing.id)
    await store.append_chunk(growing.id, "stored. ", "")
    before = await store.conversation(record.id)
    calls = {
        "begin_turn": lambda: store.begin_turn(record, [more, answer], answer.id),
        "append_chunk": lambda: store.append_chunk(growing.id, "y" * 100_000, ""),
        "finish_reply": lambda: store.finish_reply(finished(growing, "z" * 100_000)),
        "save_draft": lambda: store.save_draft(record.id, "d" * 100_000),
    }

    limit_pages(store, 2)
    for call in calls.values():
        with pytest.raises(AssistantError) as caught:
            await call()
        assert caught.value.info.code is ProblemCode.STORAGE_FULL
    assert await store.conversation(record.id) == before
    assert (await store.messages([growing.id]))[0].text == "stored. "
    assert len(await store.summaries()) == 1

    limit_pages(store, None)
    for call in calls.values():
        await call()
    stored = await store.messages([more.id, growing.id])
    assert [m.text[0] for m in stored] == ["x", "z"]
    assert (await store.health()).integrity == "ok"


async def test_full_after_every_number_of_writes(path, tmp_path, opened):
    """Wherever within a turn the disk fills up, the turn is there whole or not at all."""
    outcomes = set()
    for allowed in range(0, 40):
        place = tmp_path / str(allowed) / "conversations.db"
        with watched_disk() as disk:
            store = await opened(place)
            record, _, reply = await stored_turn(store)
            more = question(record, "more", reply.id, 2)
            answer = reply_to(more)
            disk.writes_left = allowed
            try:
                await store.begin_turn(record, [more, answer], answer.id)
                await store.finish_reply(finished(answer))
                outcomes.add("stored")
            except AssistantError as error:
                outcomes.add(error.info.code)
            stored = len((await store.conversation(record.id)).nodes)
            assert stored in (2, 4)
            disk.writes_left = None
            if stored == 2:
                await store.begin_turn(record, [more, answer], answer.id)
            await store.finish_reply(finished(answer, "again"))
            assert (await store.messages([answer.id]))[0].text == "again"
            assert (await store.health()).integrity == "ok"
            await store.close()
    assert outcomes == {"stored", ProblemCode.STORAGE_FULL}


async def test_a_full_disk_at_the_start_is_no_reason_not_to_read(opened, child):
    started = child("start")
    started.told()
    started.kill()
    with watched_disk() as disk:
        disk.writes_left = 0
        store = await opened()
        assert store.report.interrupted == 0
        assert [row.answering for row in await store.summaries()] == [True]
        before = await store.change_counter()
        assert [row.answering for row in await store.summaries()] == [True]

        disk.writes_left = None
        assert await store.change_counter() != before
        assert [row.answering for row in await store.summaries()] == [False]
        (node,) = (await store.conversation((await store.summaries())[0].id)).nodes[1:]
        assert node.status is Status.FAILED
        await store.close()


async def test_a_disk_full_to_the_end_leaves_the_rest_to_the_next_start(opened, caplog):
    store = await opened()
    record = new_record()
    asked = question(record)
    reply = reply_to(asked)
    await store.begin_turn(record, [asked, reply], reply.id)
    await store.append_chunk(reply.id, "half" * 10_000, "")
    limit_pages(store, 0)
    await store.close()
    assert "are closed later" in caplog.text

    again = await opened()
    assert again.report.interrupted == 1
    (stored,) = await again.messages([reply.id])
    assert (stored.text, stored.status) == ("half" * 10_000, Status.INTERRUPTED)


async def test_a_full_disk_at_the_very_first_start(opened, path):
    with watched_disk() as disk:
        disk.writes_left = 3
        with pytest.raises(AssistantError) as caught:
            await opened()
        assert caught.value.info.code is ProblemCode.STORAGE_FULL
        assert [file.name for file in path.parent.rglob("*")] == ["locks"]
        disk.writes_left = None
        store = await opened()
        assert await store.summaries() == []
        await store.close()


async def test_a_backup_on_a_full_disk_leaves_nothing_behind(opened, path):
    with watched_disk() as disk:
        store = await opened()
        await stored_turn(store)
        for allowed in (0, 3, 10):
            disk.writes_left = allowed
            with pytest.raises(AssistantError) as caught:
                await store.backup()
            assert caught.value.info.code is ProblemCode.STORAGE_FULL
            assert list((path.parent / "backups").iterdir()) == []
        disk.writes_left = None
        assert (await store.backup()).exists()
        await store.close()


@pytest.fixture
def small_disk(tmp_path):
    """Runs a shell script with a small disk of its own mounted at ``$1``, Python being ``$2``."""
    if sys.platform != "linux":
        pytest.skip("mounts a small disk")
    probe = ["unshare", "-rm", "mount", "-t", "tmpfs", "tmpfs", str(tmp_path)]
    if (
        not shutil.which("unshare")
        or subprocess.run(probe, capture_output=True, check=False).returncode
    ):
        pytest.skip("this system lets no user mount; other cases stand in for it")

    def run(script):
        script = f'mount -t tmpfs -o size=9M tmpfs "$1"; {script}'
        command = ["unshare", "-rm", "sh", "-ec", script, "sh", str(tmp_path), sys.executable]
        run = subprocess.run(
            command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False
        )
        assert run.returncode == 0, run.stderr
        return [json.loads(line) for line in run.stdout.splitlines()]

    return run


def test_a_disk_that_is_really_full(small_disk):
    opened, full, backup, free = small_disk(
        'head -c 7000000 /dev/zero > "$1/ballast";'
        '"$2" -m tests.integration.store.store_child fill "$1/conversations.db" "$1/ballast"'
    )
    assert opened == {"mode": "normal", "notice": None}
    assert full == {"full": ["storage_full"] * 2, "titles": ["filling"], "kept": True}
    assert backup == {"backup": "storage_full"}
    assert free == {"titles": ["not yet", "filling"], "kept": True, "integrity": "ok"}


CHILD = '"$2" -m tests.integration.store.store_child'
FILL = '{ cat /dev/zero > "$1/ballast" || true; } 2> "$1/complaint"'


def test_a_disk_full_to_the_last_byte_at_the_start(small_disk):
    *_, opened, read, reopened, written = small_disk(
        f'{CHILD} turns "$1/conversations.db" 2; {FILL};'
        f'{CHILD} report "$1/conversations.db"; rm "$1/ballast";'
        f'{CHILD} report "$1/conversations.db"'
    )
    assert opened == {"mode": "read_only", "notice": "storage_full_at_start"}
    assert read["titles"] == ["turn 1", "turn 0"]
    assert len(read["found"]) == 2
    assert set(read["problems"].values()) == {"storage_full_at_start"}
    assert read["integrity"] == "ok"
    assert reopened == {"mode": "normal", "notice": None}
    assert written["problems"] == {"begin_turn": None, "window": None}
    assert written["texts"][-4:] == read["texts"]


def test_a_disk_full_to_the_last_byte_after_a_crash(small_disk):
    """What stands in the log alone can be read too."""
    *_, opened, read = small_disk(
        'mkfifo "$1/said" "$1/told"; exec 3<> "$1/said" 4<> "$1/told";'
        f'{CHILD} start "$1/conversations.db" < "$1/said" > "$1/told" &'
        'read opened <&4; read begun <&4; grep -q started "$1/conversations.db-wal";'
        'kill -9 $!; { wait $! || true; } 2> "$1/complaint";'
        f'rm -f "$1"/*-shm; {FILL};'
        f'{CHILD} report "$1/conversations.db"'
    )
    assert opened == {"mode": "read_only", "notice": "storage_full_at_start"}
    assert read["titles"] == ["started"]
    assert read["statuses"][-1] == "failed"


async def test_a_full_disk_without_a_library_or_with_a_damaged_one(opened, path, monkeypatch):
    full = OSError(errno.ENOSPC, "No space left on device")

    def announce(self):
        raise full

    monkeypatch.setattr(Presence, "announce", announce)
    for content in (None, b"no library"):
        if content is not None:
            path.write_bytes(content)
        with pytest.raises(AssistantError) as caught:
            await opened()
        assert caught.value.info.code is ProblemCode.STORAGE_FULL


@pytest.mark.parametrize(
    ("free", "code"),
    [(0, ProblemCode.STORAGE_FULL), (10**9, ProblemCode.STORAGE_FAILED)],
)
def test_a_fault_that_sqlite_does_not_explain_is_looked_into(monkeypatch, path, free, code):
    class Usage:
        pass

    Usage.free = free
    monkeypatch.setattr("shutil.disk_usage", lambda _: Usage)
    for fault in (apsw.IOError("disk I/O error"), apsw.CantOpenError("unable to open")):
        assert storage_problem(fault, path, 0).info.code is code
    assert storage_problem(apsw.IOError("x"), None, 0).info.code is ProblemCode.STORAGE_FAILED


def test_a_folder_that_is_gone_is_no_full_disk(tmp_path):
    info = storage_problem(apsw.IOError("x"), tmp_path / "gone" / "file", 0).info
    assert info.code is ProblemCode.STORAGE_FAILED
