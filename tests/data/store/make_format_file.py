"""Makes the small library that stands for a released format; run once a format, never again.

python -m tests.data.store.make_format_file tests/data/store/format-1.db
"""

import asyncio
import shutil
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from desktop_assistant.adapters.sqlite_store import SqliteStore
from desktop_assistant.domain.errors import ErrorInfo, ProblemCode
from desktop_assistant.domain.messages import Status, Usage
from tests.contract.store_contract_values import finished, new_record, question, reply_to


async def make(path):
    store = SqliteStore(path)
    await store.open()
    record = new_record("Tides", system_prompt="Be brief.")
    asked = question(record, "Why are there tides?")
    first = reply_to(asked)
    await store.begin_turn(record, [asked, first], first.id)
    await store.finish_reply(
        finished(
            first,
            "The moon pulls at the sea.",
            reasoning="Gravity.",
            system_prompt="Be brief.",
            usage=Usage(12, 8),
            finish_reason="stop",
        )
    )
    second = reply_to(asked, position=2)
    await store.begin_turn(record, [second], second.id)
    error = ErrorInfo(ProblemCode.STREAM_CUT, {"host": "localhost"}, "reset")
    await store.finish_reply(finished(second, "It is", Status.INTERRUPTED, error=error))
    await store.save_draft(record.id, "And neap tides?")
    other = new_record("潮汐", at=record.created_at - 60)
    message = question(other, "潮汐是什么?", at=other.created_at)
    await store.begin_turn(other, [message], message.id)
    await store.set_pinned(other.id, pinned=True)
    third = replace(reply_to(asked, position=3), parent_id=first.id)
    await store.begin_turn(record, [third], third.id)
    await store.append_chunk(third.id, "Because ", "")
    await store.append_chunk(third.id, "of", "")
    copy = await store.backup()  # with the reply still under way
    await store.close()
    return copy


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        made = asyncio.run(make(Path(folder) / "conversations.db"))
        shutil.copyfile(made, sys.argv[1])
