"""A process of its own that uses a library: ``python -m tests.integration.store.store_child``.

It tells what it did in JSON, one object a line. With ``STORE_CHILD_UID`` set it first becomes that
user, since to root no file is read-only.
"""

import asyncio
import itertools
import json
import os
import sys
from dataclasses import replace
from pathlib import Path

from desktop_assistant.adapters.sqlite_store import SqliteStore
from desktop_assistant.domain.errors import AssistantError
from desktop_assistant.domain.ids import ConversationId, MessageId
from desktop_assistant.domain.messages import Message, Role, Status
from desktop_assistant.ports.conversation_store import ConversationRecord


def tell(**fields):
    print(json.dumps(fields), flush=True)


def new_id():
    return os.urandom(16).hex()


def turn(record, parent=None, position=0, text="question"):
    asked = Message(
        MessageId(new_id()), record.id, parent, Role.USER, Status.COMPLETE, text, 1e9,
        position=position,
    )  # fmt: skip
    reply = Message(
        MessageId(new_id()), record.id, asked.id, Role.ASSISTANT, Status.STREAMING, "", 1e9,
        position=position + 1,
    )  # fmt: skip
    return asked, reply


def new_record(title):
    return ConversationRecord(ConversationId(new_id()), title, 1e9, 1e9, False, None, ())


async def stream(store, *_):
    """Writes a reply until it is killed; tells each chunk once it is stored."""
    record = new_record("streamed")
    asked, reply = turn(record)
    await store.begin_turn(record, [asked, reply], reply.id)
    tell(conversation=record.id, question=asked.id, reply=reply.id)
    for number in itertools.count():
        await store.append_chunk(reply.id, f"{number} ", "")
        tell(stored=number)


async def start(store, *_):
    """Begins a reply, then waits to be killed."""
    record = new_record("started")
    asked, reply = turn(record)
    await store.begin_turn(record, [asked, reply], reply.id)
    tell(conversation=record.id, reply=reply.id)
    await asyncio.to_thread(sys.stdin.readline)


async def hold(store, *_):
    """Has the library open until told otherwise."""
    tell(ready=True)
    await asyncio.to_thread(sys.stdin.readline)


async def turns(store, count, conversation_id=None):
    """Adds finished turns, below the active leaf of a conversation or in new ones."""
    for number in range(int(count)):
        record = new_record(f"turn {number}")
        parent, position = None, 0
        if conversation_id:
            record = await store.conversation(conversation_id)
            parent, position = record.active_leaf_id, len(record.nodes)
        asked, reply = turn(record, parent, position)
        await store.begin_turn(record, [asked, reply], reply.id)
        await store.append_chunk(reply.id, "ans", "")
        await store.finish_reply(replace(reply, status=Status.COMPLETE, text="answer"))
    tell(done=True)


async def report(store, *_):
    """Tells what is there and whether it can be written."""
    rows = await store.summaries()
    nodes = [n for row in rows for n in (await store.conversation(row.id)).nodes]
    texts = [m.text for m in await store.messages([n.id for n in nodes])]
    found = [hit.snippet for hit in await store.search("question")]
    problems = {}
    record = new_record("written")
    asked, reply = turn(record)
    for name, write in {
        "begin_turn": lambda: store.begin_turn(record, [asked, reply], reply.id),
        "window": lambda: store.save_window_state("x"),
    }.items():
        try:
            await write()
            problems[name] = None
        except AssistantError as error:
            problems[name] = error.info.code
    tell(
        titles=[row.title for row in rows],
        answering=[row.answering for row in rows],
        statuses=[node.status for node in nodes],
        texts=texts,
        found=found,
        problems=problems,
        counter=await store.change_counter(),
        integrity=(await store.health()).integrity,
    )


async def fill(store, ballast):
    """Streams until the disk is full, makes room, and goes on with what could not be stored."""
    record = new_record("filling")
    asked, reply = turn(record)
    await store.begin_turn(record, [asked, reply], reply.id)
    chunks = []
    full = []
    for number in itertools.count():
        chunk = f"{number} " * 2_000
        try:
            await store.append_chunk(reply.id, chunk, "")
        except AssistantError as error:
            full.append(error.info.code)
            break
        chunks.append(chunk)
    lost = new_record("not yet")
    waiting = turn(lost, text="x" * 200_000)
    try:
        await store.begin_turn(lost, waiting, waiting[1].id)
    except AssistantError as error:
        full.append(error.info.code)
    rows = await store.summaries()
    (so_far,) = await store.messages([reply.id])
    tell(full=full, titles=[row.title for row in rows], kept=so_far.text == "".join(chunks))
    try:
        await store.backup()
    except AssistantError as error:
        tell(backup=error.info.code)

    Path(ballast).unlink()
    await store.append_chunk(reply.id, chunk, "")
    chunks.append(chunk)
    await store.begin_turn(lost, waiting, waiting[1].id)
    await store.finish_reply(replace(reply, status=Status.COMPLETE, text="".join(chunks)))
    (so_far,) = await store.messages([reply.id])
    tell(
        titles=[row.title for row in await store.summaries()],
        kept=so_far.text == "".join(chunks),
        integrity=(await store.health()).integrity,
    )


async def main(verb, path, *arguments):
    if uid := os.environ.get("STORE_CHILD_UID"):
        os.setgroups([])
        os.setgid(int(uid))
        os.setuid(int(uid))
    store = SqliteStore(Path(path))
    try:
        opened = await store.open()
    except AssistantError as error:
        tell(error=error.info.code)
        return
    tell(mode=opened.mode, notice=opened.notice and opened.notice.code)
    verbs = {f.__name__: f for f in (stream, start, hold, turns, report, fill)}
    await verbs[verb](store, *arguments)
    await store.close()


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
