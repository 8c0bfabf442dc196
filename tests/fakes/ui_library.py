"""A small library for tests of the window: conversations of different ages, one with branches."""

import time

from desktop_assistant.domain.messages import Message, Role, Status
from desktop_assistant.ports.conversation_store import ConversationRecord
from tests.fakes.memory_store import MemoryStore

DAY_S = 86_400
TITLES = ("Lisbon in May", "Connection pool", "Reply to the landlord", "SQL windows", "Old story")
"""The first is pinned, the second has three branches; ids are ``c0`` to ``c4``."""
_AGES_DAYS = (40, 0, 0.01, 3, 400)
BRANCHES = ("First try", "Second try", "Third try")


def fill(store: MemoryStore) -> None:
    """Puts the conversations into a store."""
    now = time.time()
    for number, (title, age) in enumerate(zip(TITLES, _AGES_DAYS, strict=True)):
        at = now - age * DAY_S
        conversation_id = f"c{number}"
        store.shelf.records[conversation_id] = ConversationRecord(
            conversation_id, title, at, at, number == 0, None, (), "openai", "gpt-4.1"
        )
        question = _add(store, conversation_id, "q", None, Role.USER, f"About {title}?", at, 0)
        reply = _add(store, conversation_id, "a", question, Role.ASSISTANT, "A **reply**.", at, 1)
        if number == 1:
            for step, words in enumerate(BRANCHES):
                again = _add(
                    store, conversation_id, f"q{step}", reply, Role.USER, words, at, 2 + 2 * step
                )
                text = f"Answer to {words}"
                _add(
                    store,
                    conversation_id,
                    f"a{step}",
                    again,
                    Role.ASSISTANT,
                    text,
                    at,
                    3 + 2 * step,
                )


def _add(store, conversation_id, name, parent_id, role, text, at, position):
    message_id = f"{conversation_id}-{name}"
    store.shelf.messages[message_id] = Message(
        id=message_id,
        conversation_id=conversation_id,
        parent_id=parent_id,
        role=role,
        status=Status.COMPLETE,
        text=text,
        created_at=at,
        position=position,
        provider_id="openai" if role is Role.ASSISTANT else None,
        model="gpt-4.1" if role is Role.ASSISTANT else None,
    )
    return message_id
