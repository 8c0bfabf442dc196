"""The library that the screenshots show: written through the real store, like any other."""

import time

from desktop_assistant.adapters.sqlite_store import SqliteStore
from desktop_assistant.domain.ids import ConversationId, MessageId
from desktop_assistant.domain.messages import Message, Role, Status, Usage
from desktop_assistant.ports.conversation_store import ConversationRecord

HOUR, DAY = 3600.0, 86400.0
TITLES = (
    ("Lisbon, three days in May", 9 * DAY, True, 1),
    ("Thesis: chapter 3 outline", 12 * DAY, True, 4),
    ("Reply to the landlord", 2 * HOUR, False, 1),
    ("Sourdough at 24 °C", 3 * HOUR, False, 1),
    ("SQL window functions", 1 * DAY, False, 1),
    ("Quarterly report, short summary", 1 * DAY + HOUR, False, 2),
    ("Names for a reading club", 1 * DAY + 2 * HOUR, False, 1),
    ("Explain eigenvectors simply", 3 * DAY, False, 1),
    ("Refactor the date parser", 4 * DAY, False, 6),
    ("Interview questions for a designer", 4 * DAY + HOUR, False, 1),
    ("Compare two rental contracts", 5 * DAY, False, 2),
    ("Packing list for Iceland", 6 * DAY, False, 1),
    ("Regex for ISO 8601 dates", 15 * DAY, False, 1),
    ("A bedtime story about tides", 20 * DAY, False, 1),
)
MAIN_TITLE = "Sizing the connection pool"
FIRST_QUESTION = "How large should our database connection pool be at 180 requests a second?"
FIRST_ANSWER = """By **Little’s law**, the mean number of busy connections is the arrival rate \
times the holding time. At 180 requests a second of 42 ms each, about 7.6 are busy.

| Pool size | Throughput | p50 | p99 | What you see |
| --- | ---: | ---: | ---: | --- |
| 8 | 171 /s | 44 ms | 610 ms | Requests queue for a connection |
| **12** | 180 /s | 42 ms | 96 ms | Room for bursts |
| 40 | 176 /s | 47 ms | 233 ms | Lock contention in the database |
"""
OTHER_ANSWER = "Start with twice the number of cores and measure from there."
QUESTION = "Show me how to set that up in SQLAlchemy, with sensible timeouts."
EARLIER_QUESTIONS = ("Show me the code.", "Show me how to set that up in SQLAlchemy.")
STREAMED = """## A pool of 12, with limits that fail early

- `pool_size` keeps connections open between requests.
- `pool_timeout` decides how long a request may wait before it gets an error.

```python
engine = create_engine(
    settings.database_url,
    pool_size=12,        # two above the measured need
    max_overflow=4,      # short bursts only
    pool_timeout=2.0,    # fail fast, let the queue drain
    pool_pre_ping=True,
"""
DRAFT = "And how would this change behind PgBouncer?"


def message(name, conversation, parent, role, text, at, position, **more):
    return Message(
        MessageId(name), ConversationId(conversation), parent and MessageId(parent), role,
        more.pop("status", Status.COMPLETE), text, at, position, **more,
    )  # fmt: skip


async def write_library(data_dir):
    """Fills a data folder; returns the id of the conversation that the pictures show."""
    now = time.time()
    store = SqliteStore(data_dir / "conversations.db", locks_dir=data_dir / "locks")
    await store.open()
    for number, (title, age, pinned, branches) in enumerate(TITLES):
        at = now - age
        record = ConversationRecord(
            ConversationId(f"c{number}"), title, at, at, pinned, None, (), draft=""
        )
        question = message(f"q{number}", record.id, None, Role.USER, title, at, 0)
        replies = [
            message(f"a{number}.{n}", record.id, question.id, Role.ASSISTANT, "Gladly.", at, n + 1)
            for n in range(branches)
        ]
        await store.begin_turn(record, [question, *replies], replies[-1].id)
        await store.set_pinned(record.id, pinned=pinned)
    await _main_conversation(store, now - 600)
    await store.close()
    return ConversationId("main")


async def _main_conversation(store, at):
    record = ConversationRecord(
        ConversationId("main"), MAIN_TITLE, at, at, pinned=False, active_leaf_id=None, nodes=()
    )
    first = message("m0", "main", None, Role.USER, FIRST_QUESTION, at, 0)
    answer = message(
        "m1", "main", "m0", Role.ASSISTANT, FIRST_ANSWER, at + 8, 1,
        model="gpt-4.1", usage=Usage(64, 418), duration_s=5.2, finish_reason="stop",
    )  # fmt: skip
    other = message(
        "m2", "main", "m0", Role.ASSISTANT, OTHER_ANSWER, at + 20, 2,
        model="gpt-4.1", usage=Usage(64, 18), duration_s=1.1, finish_reason="stop",
    )  # fmt: skip
    earlier = [
        message(f"m{n + 3}", "main", "m1", Role.USER, text, at + 40 + n, n + 3)
        for n, text in enumerate(EARLIER_QUESTIONS)
    ]
    await store.begin_turn(record, [first, answer, other, *earlier], earlier[-1].id)
