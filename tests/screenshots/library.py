"""The library that the screenshots show: written through the real store, like any other."""

import time

from desktop_assistant.adapters.sqlite_store import SqliteStore
from desktop_assistant.domain.ids import ConversationId, MessageId
from desktop_assistant.domain.messages import Message, Role, Status, Usage
from desktop_assistant.ports.conversation_store import ConversationRecord


def message(name, conversation, parent, role, text, at, position, **more):
    return Message(
        MessageId(name), ConversationId(conversation), parent and MessageId(parent), role,
        more.pop("status", Status.COMPLETE), text, at, position, **more,
    )  # fmt: skip


async def write_library(data_dir, words):
    """Fills a data folder; returns the id of the conversation that the pictures show."""
    now = time.time()
    store = SqliteStore(data_dir / "conversations.db", locks_dir=data_dir / "locks")
    await store.open()
    for number, (title, age, pinned, branches) in enumerate(words.TITLES):
        at = now - age
        record = ConversationRecord(
            ConversationId(f"c{number}"), title, at, at, pinned, None, (), draft=""
        )
        question = message(f"q{number}", record.id, None, Role.USER, title, at, 0)
        replies = [
            message(
                f"a{number}.{n}", record.id, question.id, Role.ASSISTANT, words.REPLY, at, n + 1
            )
            for n in range(branches)
        ]
        await store.begin_turn(record, [question, *replies], replies[-1].id)
        await store.set_pinned(record.id, pinned=pinned)
    await _main_conversation(store, now - 600, words)
    await store.close()
    return ConversationId("main")


async def _main_conversation(store, at, words):
    record = ConversationRecord(
        ConversationId("main"),
        words.MAIN_TITLE,
        at,
        at,
        pinned=False,
        active_leaf_id=None,
        nodes=(),
    )
    first = message("m0", "main", None, Role.USER, words.FIRST_QUESTION, at, 0)
    answer = message(
        "m1", "main", "m0", Role.ASSISTANT, words.FIRST_ANSWER, at + 8, 1,
        model="gpt-4.1", usage=Usage(64, 418), duration_s=5.2, finish_reason="stop",
    )  # fmt: skip
    other = message(
        "m2", "main", "m0", Role.ASSISTANT, words.OTHER_ANSWER, at + 20, 2,
        model="gpt-4.1", usage=Usage(64, 18), duration_s=1.1, finish_reason="stop",
    )  # fmt: skip
    earlier = [
        message(f"m{n + 3}", "main", "m1", Role.USER, text, at + 40 + n, n + 3)
        for n, text in enumerate(words.EARLIER_QUESTIONS)
    ]
    await store.begin_turn(record, [first, answer, other, *earlier], earlier[-1].id)
