"""What is gathered for an export, and that long work lets others have their turn."""

import asyncio
from pathlib import Path

import pytest

from desktop_assistant.chat.slices import in_slices
from desktop_assistant.domain.errors import InvalidInputError, ProblemCode
from tests.fakes.assembly import running
from tests.unit.rendering.exported_talk import WORDS


@pytest.fixture
async def assembly():
    async with running() as assembly:
        yield assembly


async def ask(assembly, *texts, temporary=False):
    state = await assembly.controller.new_conversation(temporary=temporary)
    replies = []
    for text in texts:
        reply = await assembly.controller.send(state.id, text)
        await reply.wait()
        replies.append(reply)
    return state.id, replies


def texts(branch):
    return [each.message.text for each in branch.messages]


async def test_the_visible_branch_with_its_versions(assembly):
    conversation_id, (first, second) = await ask(assembly, "One", "Two")
    edited = await assembly.controller.edit(second.user_message_id, "Other")
    await edited.wait()
    branch = await assembly.controller.exports.branch(conversation_id)
    assert branch.title == "One"
    assert [m.message.text for m in branch.messages if m.message.model is None] == ["One", "Other"]
    assert [(m.version, m.versions) for m in branch.messages] == [(1, 1), (1, 1), (2, 2), (1, 1)]
    assert first.message_id == branch.messages[1].message.id


async def test_another_branch_by_its_last_message(assembly):
    conversation_id, (_, second) = await ask(assembly, "One", "Two")
    await (await assembly.controller.edit(second.user_message_id, "Other")).wait()
    exports = assembly.controller.exports
    branch = await exports.branch(conversation_id, second.user_message_id)
    assert texts(branch)[::2] == ["One", "Two"]
    assert len(branch.messages) == 3
    state = await assembly.controller.open(conversation_id)
    assert len(state.path) == 4, "the visible branch stays as it was"


async def test_a_long_branch_is_read_in_parts_and_whole(assembly):
    conversation_id, _ = await ask(assembly, *(f"Question {n}" for n in range(120)))
    branch = await assembly.controller.exports.branch(conversation_id)
    assert texts(branch)[::2] == [f"Question {n}" for n in range(120)]


async def test_a_temporary_conversation_can_be_exported(assembly):
    conversation_id, _ = await ask(assembly, "Secret", temporary=True)
    assert texts(await assembly.controller.exports.branch(conversation_id))[0] == "Secret"


async def test_unknown_ids_and_nothing_to_export(assembly):
    exports = assembly.controller.exports
    with pytest.raises(InvalidInputError) as unknown:
        await exports.branch("nobody")
    assert unknown.value.info.code is ProblemCode.UNKNOWN_CONVERSATION
    conversation_id, _ = await ask(assembly, "One")
    _, (other,) = await ask(assembly, "Elsewhere")
    with pytest.raises(InvalidInputError) as unknown:
        await exports.branch(conversation_id, other.message_id)
    assert unknown.value.info.code is ProblemCode.UNKNOWN_MESSAGE
    empty = await assembly.controller.new_conversation()
    with pytest.raises(InvalidInputError) as nothing:
        await exports.branch(empty.id)
    assert nothing.value.info.code is ProblemCode.NOTHING_TO_EXPORT


async def test_documents_and_files(assembly):
    conversation_id, _ = await ask(assembly, "One")
    exports = assembly.controller.exports
    branch = await exports.branch(conversation_id)
    page = await exports.html(branch, WORDS)
    assert page.endswith("</html>\n")
    markdown = await exports.markdown(branch, WORDS)
    assert markdown.startswith("# One\n")
    await exports.save(Path("/x.md"), markdown.encode(), replace=False)
    assert assembly.parts.files.written[Path("/x.md")] == markdown.encode()
    with pytest.raises(InvalidInputError):
        await exports.save(Path("/x.md"), b"", replace=False)
    await exports.save(Path("/x.md"), b"", replace=True)
    assert assembly.parts.files.written[Path("/x.md")] == b""


async def test_others_have_their_turn_between_slices():
    turns = []

    async def other():
        while True:
            turns.append(len(done))
            await asyncio.sleep(0)

    done = []
    task = asyncio.get_running_loop().create_task(other())
    given = await in_slices((done.append(n) or n for n in range(5)), slice_s=0.0)
    task.cancel()
    assert given == [0, 1, 2, 3, 4]
    assert turns == [1, 2, 3, 4, 5]


async def test_without_need_nobody_waits():
    turns = []
    asyncio.get_running_loop().call_soon(turns.append, "turn")
    assert await in_slices([1, 2], slice_s=60.0) == [1, 2]
    assert turns == []


async def test_work_that_is_cancelled_is_closed():
    ended = []

    def work():
        try:
            while True:
                yield
        finally:
            ended.append(True)

    task = asyncio.get_running_loop().create_task(in_slices(work(), slice_s=0.0))
    await asyncio.sleep(0)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert ended == [True]
