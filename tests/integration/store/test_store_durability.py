"""What is on the disk when a method has returned, and what that costs."""

import asyncio

import apsw
import pytest

from desktop_assistant.domain.ids import ProviderId
from desktop_assistant.domain.messages import Status
from tests.contract.store_contract_values import finished, new_record, question, reply_to
from tests.integration.store.watched_disk import watched_disk


@pytest.fixture
def disk():
    with watched_disk() as disk:
        yield disk


@pytest.fixture
async def store(disk, opened):
    """A store with a conversation, its reply under way, on a watched disk."""
    store = await opened()
    store.record = new_record()
    store.asked = question(store.record)
    store.reply = reply_to(store.asked)
    await store.begin_turn(store.record, [store.asked, store.reply], store.reply.id)
    yield store
    await store.close()


DURABLE = {
    "begin_turn": lambda s: s.begin_turn(s.record, [more := question(s.record)], more.id),
    "finish_reply": lambda s: s.finish_reply(finished(s.reply)),
    "activate": lambda s: s.activate(s.record.id, s.asked.id),
    "rename": lambda s: s.rename(s.record.id, "new"),
    "set_pinned": lambda s: s.set_pinned(s.record.id, pinned=True),
    "set_model": lambda s: s.set_model(s.record.id, ProviderId("local"), "m"),
    "set_system_prompt": lambda s: s.set_system_prompt(s.record.id, "new"),
    "save_draft": lambda s: s.save_draft(s.record.id, "typed"),
    "save_new_draft": lambda s: s.save_draft(None, "typed"),
    "delete": lambda s: s.delete(s.record.id),
}
QUICK = {
    "append_chunk": lambda s: s.append_chunk(s.reply.id, "text", ""),
    "set_unread": lambda s: s.set_unread(s.record.id, unread=True),
    "save_scroll_anchor": lambda s: s.save_scroll_anchor(s.record.id, "x"),
    "save_window_state": lambda s: s.save_window_state("x"),
}


@pytest.mark.parametrize("write", DURABLE.values(), ids=DURABLE)
async def test_what_was_typed_or_decided_is_synced(store, disk, write):
    await QUICK["append_chunk"](store)  # the quick mode before must not stay on
    disk.forget()
    await write(store)
    assert disk.syncs == {".db-wal": 1}


@pytest.mark.parametrize("write", QUICK.values(), ids=QUICK)
async def test_the_rest_does_not_wait_for_the_disk(store, disk, write):
    disk.forget()
    await write(store)
    assert disk.written[".db-wal"] > 0
    assert not disk.syncs


async def test_taking_out_of_the_trash_is_synced(store, disk):
    await store.delete(store.record.id)
    disk.forget()
    await store.undelete(store.record.id)
    assert disk.syncs == {".db-wal": 1}


async def test_a_power_cut_loses_nothing_that_was_promised(store, disk, tmp_path, opened):
    await store.append_chunk(store.reply.id, "first ", "")
    more = question(store.record, "And then?", store.asked.id, 2)
    await store.begin_turn(store.record, [more], more.id)
    await store.append_chunk(store.reply.id, "second", "")
    after = tmp_path / "after"
    after.mkdir()
    (after / "conversations.db").write_bytes(store._place.file.path.read_bytes())
    disk.cut_power(after)

    again = await opened(after / "conversations.db")

    assert again.report.notice is None
    assert again.report.interrupted == 1
    texts = await again.messages([store.asked.id, more.id, store.reply.id])
    assert [m.text for m in texts] == [store.asked.text, "And then?", "first "]
    assert texts[2].status is Status.INTERRUPTED
    assert (await again.conversation(store.record.id)).active_leaf_id == more.id
    assert (await again.health()).integrity == "ok"


async def test_lists_trees_and_texts_never_wait_for_a_sync(store, disk):
    disk.waits_to_sync.clear()
    disk.may_sync.clear()
    more = question(store.record, "And then?", store.asked.id, 2)
    writing = asyncio.gather(
        store.begin_turn(store.record, [more], more.id), store.rename(store.record.id, "new")
    )
    await asyncio.to_thread(disk.waits_to_sync.wait, 30)

    assert (await store.summaries())[0].title == store.record.title
    assert len((await store.conversation(store.record.id)).nodes) == 2
    assert (await store.messages([store.asked.id]))[0] == store.asked
    assert len(await store.search("tides")) == 2
    assert not writing.done()

    disk.may_sync.set()
    await writing
    assert (await store.summaries())[0].title == "new"
    assert len((await store.conversation(store.record.id)).nodes) == 3


async def test_a_chunk_costs_the_same_however_long_the_reply_is(store, disk):
    costs = []
    for _ in range(10):
        disk.forget()
        for _ in range(50):
            await store.append_chunk(store.reply.id, "x" * 100, "")
        costs.append(disk.written[".db-wal"])
    assert sum(costs[-4:]) <= 1.1 * sum(costs[1:5])


async def test_a_turn_costs_the_same_however_long_the_conversation_is(disk, opened):
    store = await opened()
    record = new_record()
    messages = [question(record)]
    for position in range(1, 3000):
        messages.append(question(record, "x", messages[-1].id, position))
    await store.begin_turn(record, messages, messages[-1].id)
    disk.forget()
    more = question(record, "x", messages[-1].id, 3000)
    await store.begin_turn(record, [more], more.id)
    assert disk.written[".db-wal"] < 100_000


async def test_a_read_sees_one_moment(opened, path):
    """A reply that ends between reading its body and its chunks must not lose either."""
    store = await opened()
    record = new_record()
    asked = question(record)
    await store.begin_turn(record, [asked], asked.id)
    query = "SELECT count(*) FROM chunks"

    def twice(database):
        before = database.rows(query)
        other = apsw.Connection(str(path))
        other.execute("INSERT INTO chunks VALUES (1, 0, 'x', '')")
        other.close()
        return before, database.rows(query)

    assert await store._engine.read(twice) == ([(0,)], [(0,)])
    assert await store._engine.read(lambda database: database.rows(query)) == [(1,)]


async def test_the_log_stays_small(opened, path):
    store = await opened()
    record = new_record()
    asked = question(record)
    reply = reply_to(asked)
    await store.begin_turn(record, [asked, reply], reply.id)
    log = path.with_name(path.name + "-wal")
    sizes = []
    for number in range(150):
        await store.append_chunk(reply.id, "x" * 200_000, "")
        if number % 10 == 0:
            await store.summaries()
        sizes.append(log.stat().st_size)
    await store.finish_reply(finished(reply, "x" * 30_000_000))
    await store.rename(record.id, "small again")
    assert max(sizes) <= 16 * 1024 * 1024
    assert log.stat().st_size <= 16 * 1024 * 1024
    assert (await store.health()).wal_bytes == log.stat().st_size


async def test_half_characters_are_replaced_and_never_raise(opened):
    store = await opened()
    record = new_record(title="a\ud83d")
    asked = question(record, "x\ud83dy \ud83d\ude00")
    reply = reply_to(asked)
    await store.begin_turn(record, [asked, reply], reply.id)
    await store.append_chunk(reply.id, "\udc00", "\ud800")
    (so_far,) = await store.messages([reply.id])
    assert (so_far.text, so_far.reasoning) == ("\ufffd", "\ufffd")
    await store.finish_reply(finished(reply, "\ud83d!", reasoning="\ud83d", system_prompt="\ud83d"))
    stored = await store.messages([asked.id, reply.id])
    assert [m.text for m in stored] == ["x\ufffdy 😀", "\ufffd!"]
    assert (stored[1].reasoning, stored[1].system_prompt) == ("\ufffd", "\ufffd")
    assert [n.length for n in (await store.conversation(record.id)).nodes] == [5, 2]
    assert [hit.message_id for hit in await store.search("X\ud83dY")] == [asked.id]
