"""What leaves the library in an export is a list, and every field of a message stands on it."""

from dataclasses import fields, replace

from desktop_assistant.domain.errors import ErrorInfo, ProblemCode
from desktop_assistant.domain.ids import ConversationId, MessageId, ProviderId
from desktop_assistant.domain.messages import Message, Role, Status, Usage
from desktop_assistant.rendering.export.branch import Branch, exported
from tests.unit.rendering.exported_talk import branch, question, reply

# A new field of a message fails the test below until it stands in one of these.
WRITTEN = {
    "role", "status", "text", "created_at", "reasoning", "reasoning_s", "model", "error", "usage",
}  # fmt: skip
"""What a reader of the conversation sees."""
CARRIED = {"id", "conversation_id", "parent_id"}
"""Names within the library; no document shows them."""
LEFT_OUT = {
    "position": "only orders versions",
    "provider_id": "where the user has an account",
    "system_prompt": "not part of what is seen of a branch; may be private",
    "finish_reason": "the service's own word; the status says it",
    "duration_s": "shown while the pointer is there only",
    "note": "told once, in the terminal",
}
FULL = Message(
    id=MessageId("m"),
    conversation_id=ConversationId("c"),
    parent_id=MessageId("p"),
    role=Role.ASSISTANT,
    status=Status.LIMIT,
    text="text",
    created_at=5.0,
    position=3,
    reasoning="thought",
    reasoning_s=1.0,
    provider_id=ProviderId("openai"),
    model="gpt-4.1",
    system_prompt="secret instructions",
    finish_reason="length",
    usage=Usage(11, 22, estimated=True),
    error=ErrorInfo(ProblemCode.STREAM_CUT, {"a": "b"}, "the server's words", 3.0),
    duration_s=9.0,
    note="a note",
)


def test_every_field_of_a_message_is_decided_on():
    names = {field.name for field in fields(Message)}
    assert names == WRITTEN | CARRIED | set(LEFT_OUT)
    for value in (FULL,):  # or the tests below would prove nothing
        assert all(getattr(value, field.name) for field in fields(Message))


def test_what_is_left_out_is_left_out():
    message = exported(FULL).message
    bare = Message(FULL.id, FULL.conversation_id, FULL.parent_id, FULL.role, FULL.status, "", 0.0)
    for name in LEFT_OUT:
        assert getattr(message, name) == getattr(bare, name), name
    for name in CARRIED | WRITTEN - {"error", "usage"}:
        assert getattr(message, name) == getattr(FULL, name), name


def test_of_an_error_and_of_tokens_only_what_is_shown():
    message = exported(FULL).message
    assert message.error == ErrorInfo(ProblemCode.STREAM_CUT, {"a": "b"})
    assert message.usage == Usage(0, 22, estimated=True)
    plain = exported(replace(FULL, error=None, usage=None)).message
    assert (plain.error, plain.usage) == (None, None)


def test_a_branch_knows_its_models_and_its_date():
    talk = branch(
        question("?"), reply("a", model="b"), reply("a", model="a"), reply("a", model="b")
    )
    assert talk.models == ("b", "a")
    assert talk.written_at == 7.0
    assert Branch("", ()).written_at == 0.0
