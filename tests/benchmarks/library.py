"""Libraries of any size for the benchmarks."""

from itertools import islice

from desktop_assistant.adapters.sqlite_store import SqliteStore
from desktop_assistant.domain.messages import Message, Role, Status
from desktop_assistant.ports.conversation_store import ConversationRecord
from tests.fakes.openai_server.markdown_text import markdown

STARTED_AT = 1_790_000_000.0


async def fill(data_dir, conversations):
    """A library of short conversations."""
    store = SqliteStore(data_dir / "conversations.db", locks_dir=data_dir / "locks")
    await store.open()
    for number in range(conversations):
        at = STARTED_AT + number * 600
        record = ConversationRecord(
            f"c{number:05}", f"Conversation number {number}", at, at, number % 300 == 0, None, ()
        )
        question = Message(
            f"q{number:05}", record.id, None, Role.USER, Status.COMPLETE, "A question?", at, 0
        )
        answer = Message(
            f"a{number:05}", record.id, question.id, Role.ASSISTANT, Status.COMPLETE,
            "An answer of a sentence or two. " * 6, at, 1, model="bench",
        )  # fmt: skip
        await store.begin_turn(record, [question, answer], answer.id)
    await store.close()


async def fill_with_long(data_dir, lengths):
    """One conversation for each length, named after its number of messages."""
    store = SqliteStore(data_dir / "conversations.db", locks_dir=data_dir / "locks")
    await store.open()
    for length in lengths:
        record = ConversationRecord(
            f"long{length}", f"{length} messages", STARTED_AT, STARTED_AT, False, None, ()
        )
        messages = list(islice(_turns(record.id), length))
        await store.begin_turn(record, messages, messages[-1].id)
    await store.close()


def _turns(conversation_id):
    """Questions and answers of every kind of Markdown, one after the other."""
    answers = [markdown(130 * part).split("## Part ")[-1] for part in range(1, 9)]
    parent, number = None, 0
    while True:
        is_question = number % 2 == 0
        text = f"Question {number}: why?" if is_question else answers[number // 2 % len(answers)]
        yield Message(
            message_id(conversation_id, number), conversation_id, parent,
            Role.USER if is_question else Role.ASSISTANT, Status.COMPLETE, text,
            STARTED_AT + number, number, model=None if is_question else "bench",
        )  # fmt: skip
        parent = message_id(conversation_id, number)
        number += 1


def message_id(conversation_id, number):
    """The id of a message by its place."""
    return f"{conversation_id}-{number:06}"
