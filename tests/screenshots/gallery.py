"""The gallery's conversations: read from ``tests/data/gallery``, written through the real store."""

import time
import tomllib
from dataclasses import dataclass
from pathlib import Path

from desktop_assistant.adapters.sqlite_store import SqliteStore
from desktop_assistant.domain.errors import ErrorInfo
from desktop_assistant.domain.ids import ConversationId, MessageId, ProviderId
from desktop_assistant.domain.messages import Message, Role, Status, Usage
from desktop_assistant.domain.problems import ProblemCode
from desktop_assistant.domain.tokens import MESSAGE_OVERHEAD, estimate_tokens
from desktop_assistant.ports.conversation_store import ConversationRecord

FOLDER = Path(__file__).resolve().parents[1] / "data" / "gallery"
LANGUAGES = ("en", "zh", "ar")
_VALVES = 64
# What would mislead a reader of the file itself stands there under a name.
_GAPS = {
    "{valves}": ",\n".join(
        f'  {{"valve": {number}, "open": {str(number % 3 == 0).lower()}, "litres": {number * 1.5}}}'
        for number in range(1, _VALVES + 1)
    ),
    "{override}": "\u202e",
    "{nothing}": "\u200b",
}


@dataclass(frozen=True)
class Gallery:
    """One language's conversation."""

    title: str
    draft: str
    question: str
    """Asked while the pictures are taken."""
    streamed: str
    """As much of the reply to it as comes."""
    messages: tuple[Message, ...]

    @property
    def context_window(self) -> int:
        """A window so small that the first turn is left out of the next request, and no other."""
        first = [m for m in self.messages if m.parent_id is None]
        first += [m for m in self.messages if m.parent_id in {f.id for f in first}]
        leaf = self.messages[-1]
        by_id = {m.id: m for m in self.messages}
        path = [leaf]
        while path[-1].parent_id is not None:
            path.append(by_id[path[-1].parent_id])
        sent = [m for m in path if m not in first]
        tokens = sum(estimate_tokens(m.text) + MESSAGE_OVERHEAD for m in sent)
        # What is asked meanwhile comes on top, and an eighth is kept free for the reply.
        tokens += sum(map(estimate_tokens, (self.question, self.streamed, self.draft)))
        spare = sum(estimate_tokens(m.text) for m in first) // 2
        return (tokens + spare) * 8 // 7


def load(language: str) -> Gallery:
    """Reads one language's conversation."""
    text = (FOLDER / f"{language}.toml").read_text(encoding="utf-8")
    told = tomllib.loads(text)
    now = time.time() - 3600
    messages = [
        _message(table, now + 30 * number, number) for number, table in enumerate(told["messages"])
    ]
    return Gallery(
        told["title"], told["draft"], told["question"], told["streamed"].strip("\n"),
        tuple(messages),
    )  # fmt: skip


def _message(table: dict, at: float, position: int) -> Message:
    text = table["text"].strip("\n")
    for gap, words in _GAPS.items():
        text = text.replace(gap, words)
    error, usage = table.get("error"), table.get("usage")
    is_reply = table["role"] == "assistant"
    return Message(
        MessageId(table["id"]),
        ConversationId("gallery"),
        MessageId(table["parent"]) if "parent" in table else None,
        Role(table["role"]),
        Status(table.get("status", "complete")),
        text,
        at,
        position,
        reasoning=table.get("reasoning"),
        reasoning_s=table.get("reasoning_s"),
        provider_id=ProviderId("openai") if is_reply else None,
        model=table.get("model"),
        finish_reason=table.get("finish_reason"),
        usage=Usage(*usage) if usage else None,
        duration_s=table.get("duration_s"),
        error=ErrorInfo(ProblemCode(error["code"]), error.get("params", {}), error.get("detail"))
        if error
        else None,
    )


async def write(data_dir: Path, gallery: Gallery) -> None:
    """Fills a data folder with that one conversation."""
    store = SqliteStore(data_dir / "conversations.db", locks_dir=data_dir / "locks")
    await store.open()
    at = gallery.messages[0].created_at
    record = ConversationRecord(
        ConversationId("gallery"), gallery.title, at, at, pinned=False, active_leaf_id=None,
        nodes=(),
    )  # fmt: skip
    await store.begin_turn(record, list(gallery.messages), gallery.messages[-1].id)
    await store.close()
