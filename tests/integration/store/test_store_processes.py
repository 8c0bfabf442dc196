"""Several processes on one library, and processes that die."""

import asyncio
import threading

import pytest

from desktop_assistant.adapters.sqlite_store import SqliteStore, searching
from desktop_assistant.adapters.sqlite_store import database as database_module
from desktop_assistant.domain.errors import AssistantError, ErrorInfo, ProblemCode
from desktop_assistant.domain.ids import ConversationId, MessageId
from desktop_assistant.domain.messages import Status
from tests.contract.store_contract_values import finished, new_record, question, reply_to


@pytest.mark.parametrize("chunks", [0, 1, 7, 60, 400])
async def test_a_kill_while_streaming_loses_nothing_that_was_stored(child, opened, chunks):
    streaming = child("stream")
    ids = streaming.told()
    for _ in range(chunks):
        streaming.told()
    told = [line["stored"] for line in streaming.kill()]
    last = max(told, default=chunks - 1)

    store = await opened()

    assert store.report.interrupted == 1
    assert store.report.notice is None
    (asked, reply) = await store.messages([MessageId(ids["question"]), MessageId(ids["reply"])])
    assert asked.text == "question"
    numbers = [int(word) for word in reply.text.split()]
    assert numbers == list(range(len(numbers)))
    assert len(numbers) > last
    assert reply.status is (Status.INTERRUPTED if numbers else Status.FAILED)
    assert reply.error == ErrorInfo(ProblemCode.APP_CLOSED)
    assert [row.answering for row in await store.summaries()] == [False]
    (_, node) = (await store.conversation(ConversationId(ids["conversation"]))).nodes
    assert (node.status, node.length) == (reply.status, len(reply.text))
    assert (await store.health()).integrity == "ok"
    if len(numbers) > 2:
        hits = await store.search(f"{numbers[-2]} {numbers[-1]}")
        assert [hit.message_id for hit in hits] == [reply.id]


async def test_a_kill_before_any_text_leaves_a_failed_reply(child, opened):
    started = child("start")
    ids = started.told()
    started.kill()

    store = await opened()

    (reply,) = await store.messages([MessageId(ids["reply"])])
    assert reply.status is Status.FAILED
    assert reply.error == ErrorInfo(ProblemCode.APP_CLOSED)


async def test_recovered_once_only(child, opened):
    started = child("start")
    started.told()
    started.kill()
    assert (await opened()).report.interrupted == 1
    assert (await opened()).report.interrupted == 0


async def test_a_living_writer_is_left_alone(child, opened):
    streaming = child("stream")
    ids = streaming.told()
    streaming.told()

    store = await opened()

    assert store.report.interrupted == 0
    assert [row.answering for row in await store.summaries()] == [True]
    (reply,) = await store.messages([MessageId(ids["reply"])])
    assert reply.status is Status.STREAMING
    assert reply.text.startswith("0 ")


async def test_an_open_window_notices_what_others_write_and_that_they_die(child, opened):
    store = await opened()
    counters = [await store.change_counter()]

    adding = child("turns", "1")
    assert adding.told() == {"done": True}
    assert adding.process.wait(30) == 0
    counters.append(await store.change_counter())
    assert [row.title for row in await store.summaries()] == ["turn 0"]
    assert await store.change_counter() == counters[-1]

    started = child("start")
    ids = started.told()
    counters.append(await store.change_counter())
    assert [row.answering for row in await store.summaries()] == [True, False]

    started.kill()
    counters.append(await store.change_counter())
    assert [row.answering for row in await store.summaries()] == [False, False]
    assert (await store.messages([MessageId(ids["reply"])]))[0].status is Status.FAILED
    assert await store.change_counter() == counters[-1]
    assert len(set(counters)) == 4


async def test_two_processes_on_one_conversation_lose_no_message(child, opened):
    """Both believe that theirs is the next position."""
    store = await opened()
    record = new_record()
    first = question(record)
    await store.begin_turn(record, [first], first.id)

    others = [child("turns", "15", record.id) for _ in range(2)]
    for number in range(15):
        mine = question(record, f"mine {number}", first.id, number + 1)
        await store.begin_turn(record, [mine], mine.id)
    for other in others:
        assert await asyncio.to_thread(other.told) == {"done": True}

    nodes = (await store.conversation(record.id)).nodes
    assert len(nodes) == 1 + 15 + 2 * 15 * 2
    positions = [node.position for node in nodes]
    assert positions == sorted(set(positions))
    assert {node.status for node in nodes} == {Status.COMPLETE}
    assert (await store.health()).integrity == "ok"


async def test_first_starts_at_once_share_one_library(child, path, opened):
    children = [child("turns", "2", wait=False) for _ in range(4)]
    for process in children:
        assert process.opened == {"mode": "normal", "notice": None}
        assert process.told() == {"done": True}
        assert process.process.wait(30) == 0
    store = await opened()
    assert len(await store.summaries()) == 8
    assert sorted(file.name for file in path.parent.iterdir()) == [
        "conversations.db",
        "conversations.db-shm",
        "conversations.db-wal",
        "locks",
    ]


async def test_closing_ends_the_own_replies_and_leaves_no_files(opened, path):
    store = await opened()
    record = new_record()
    asked = question(record)
    reply = reply_to(asked)
    await store.begin_turn(record, [asked, reply], reply.id)
    await store.append_chunk(reply.id, "Half a", "")
    assert len(list((path.parent / "locks").iterdir())) == 1

    await store.close()

    assert sorted(f.name for f in path.parent.rglob("*")) == ["conversations.db", "locks"]
    again = await opened()
    assert again.report.interrupted == 0
    (stored,) = await again.messages([reply.id])
    assert (stored.status, stored.text) == (Status.INTERRUPTED, "Half a")


async def test_closing_leaves_the_replies_of_others(opened, child):
    store = await opened()
    started = child("start")
    ids = started.told()
    await store.close()
    again = await opened()
    (reply,) = await again.messages([MessageId(ids["reply"])])
    assert reply.status is Status.STREAMING


async def test_a_write_that_waits_too_long_for_another_process(opened, monkeypatch):
    monkeypatch.setattr(database_module, "BUSY_TIMEOUT_MS", 20)
    store, other = await opened(), await opened()
    record = new_record()
    asked = question(record)
    await store.begin_turn(record, [asked], asked.id)
    writer = other._engine._library.writer
    with writer.transaction(durable=False):
        with pytest.raises(AssistantError) as caught:
            await store.rename(record.id, "other")
        assert caught.value.info.code is ProblemCode.STORAGE_BUSY
        assert (await store.summaries())[0].title == record.title
    await store.rename(record.id, "other")
    assert (await store.summaries())[0].title == "other"


async def test_a_start_does_not_wait_for_another_process_that_writes_on(opened, child, monkeypatch):
    started = child("start")
    started.told()
    started.kill()
    monkeypatch.setattr(database_module, "BUSY_TIMEOUT_MS", 20)
    store = await opened()
    again = child("start")
    again.told()
    again.kill()
    with store._engine._library.writer.transaction(durable=False):
        other = await opened()
        assert other.report.interrupted == 0
        assert [row.answering for row in await other.summaries()] == [True, False]
    await other.change_counter()
    assert [row.answering for row in await other.summaries()] == [False, False]


async def test_cancelling_the_caller_does_not_undo_the_write(opened, caplog):
    store = await opened()
    record = new_record()
    asked = question(record)
    reply = reply_to(asked)
    callers = asyncio.gather(
        store.begin_turn(record, [asked, reply], reply.id),
        store.append_chunk(reply.id, "a", ""),
        store.append_chunk(MessageId("nothing"), "b", ""),
        store.finish_reply(finished(reply, "abc")),
    )
    await asyncio.sleep(0)  # each has handed its work over
    callers.cancel()
    with pytest.raises(asyncio.CancelledError):
        await callers

    await store.save_window_state("after")  # in the same queue

    assert [m.text for m in await store.messages([asked.id, reply.id])] == [asked.text, "abc"]
    assert "There is no message nothing" in caplog.text


async def test_a_search_nobody_waits_for_any_more_is_not_made(opened, monkeypatch):
    """As happens with every letter that is typed into the search field."""
    store = await opened()
    begun, may_end = threading.Event(), threading.Event()
    made = []

    def search(database, query, limit):
        made.append(query)
        begun.set()
        assert may_end.wait(30)
        return []

    monkeypatch.setattr(searching, "search", search)
    first = asyncio.gather(store.search("a"))
    await asyncio.to_thread(begun.wait, 30)
    overtaken = asyncio.gather(store.search("ab"))
    await asyncio.sleep(0)
    overtaken.cancel()
    last = asyncio.gather(store.search("abc"))
    assert await store.summaries() == [], "lists do not wait for a search"
    may_end.set()
    assert await first == await last == [[]]
    assert made == ["a", "abc"]


async def test_work_without_an_open_library_is_a_bug(path):
    store = SqliteStore(path)
    for call in (store.summaries, store.change_counter, store.health):
        with pytest.raises(RuntimeError):
            await call()
    await store.close()
    await store.close()
