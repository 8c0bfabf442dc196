"""Backups as the user meets them: made, listed, looked at, restored."""

from pathlib import Path

import pytest

from desktop_assistant.chat import events
from desktop_assistant.domain.errors import AssistantError, InvalidInputError, ProblemCode
from tests.fakes.assembly import running
from tests.fakes.scripted_model import Gate, answer


async def ask(app, text, conversation_id=None):
    """Asks and waits for the reply; gives the conversation's id."""
    if conversation_id is None:
        conversation_id = (await app.controller.new_conversation()).id
    await (await app.controller.send(conversation_id, text)).wait()
    return conversation_id


async def test_a_backup_is_made_and_listed():
    async with running() as app:
        assert await app.controller.backups.list() == []
        await ask(app, "Early")
        first = await app.controller.backups.make()
        assert (first.conversations, first.messages, first.newest_title) == (1, 2, "Early")
        assert first.is_whole
        second = await app.controller.backups.make()
        listed = await app.controller.backups.list()
        assert [info.path for info in listed] == [second.path, first.path]
        assert [info.is_whole for info in listed] == [None, None]


async def test_the_newest_whole_one_is_found():
    async with running() as app:
        with pytest.raises(AssistantError) as caught:
            await app.controller.backups.newest_whole()
        assert caught.value.info.code is ProblemCode.NO_BACKUP
        first = await app.controller.backups.make()
        second = await app.controller.backups.make()
        assert await app.controller.backups.newest_whole() == second.path
        app.parts.store.damaged.add(second.path)
        assert await app.controller.backups.newest_whole() == first.path
        assert not (await app.controller.backups.describe(second.path)).is_whole


async def test_the_preview_tells_what_only_one_of_the_two_has():
    async with running() as app:
        early = await ask(app, "Early")
        backup = await app.controller.backups.make()
        await ask(app, "More", early)
        await ask(app, "Late")
        preview = await app.controller.backups.preview(backup.path)
        assert preview.backup == backup
        assert preview.current is not None
        assert (preview.current.conversations, preview.current.messages) == (2, 6)
        assert (preview.conversations_only_now, preview.conversations_only_then) == (1, 0)
        assert preview.messages_only_now == 4
        assert len(await app.controller.library.summaries()) == 2


async def test_after_restoring_what_was_open_is_read_anew():
    async with running() as app:
        early = await ask(app, "Early")
        backup = await app.controller.backups.make()
        await ask(app, "More", early)
        late = await ask(app, "Late")
        new = (await app.controller.new_conversation()).id
        temporary = (await app.controller.new_conversation(temporary=True)).id
        await ask(app, "Unseen", temporary)
        quiet = len(app.events)

        kept = await app.controller.backups.restore(backup.path)

        assert kept == Path("/conversations.replaced-1.db")
        assert app.events[quiet:] == [events.LibraryReplaced(), events.LibraryChanged()]
        assert [row.id for row in await app.controller.library.summaries()] == [early]
        assert len((await app.controller.open(early)).path) == 2
        assert app.controller.state(late) is None
        with pytest.raises(InvalidInputError):
            await app.controller.open(late)
        assert app.controller.state(new) is not None
        assert len((await app.controller.open(temporary)).path) == 2
        await ask(app, "Goes on", new)


async def test_nothing_is_restored_under_a_reply():
    async with running() as app:
        backup = await app.controller.backups.make()
        gate = Gate()
        app.parts.model.then(gate, *answer("Done"))
        stored = (await app.controller.new_conversation()).id
        reply = await app.controller.send(stored, "Slowly")
        await gate.reached()
        with pytest.raises(InvalidInputError) as caught:
            await app.controller.backups.restore(backup.path)
        assert caught.value.info.code is ProblemCode.BUSY_LIBRARY
        assert [row.id for row in await app.controller.library.summaries()] == [stored]
        gate.open()
        await reply.wait()

        gate = Gate()
        app.parts.model.then(gate, *answer("Done"))
        temporary = (await app.controller.new_conversation(temporary=True)).id
        reply = await app.controller.send(temporary, "Slowly")
        await gate.reached()
        await app.controller.backups.restore(backup.path)
        gate.open()
        assert (await reply.wait()).text == "Done"
        assert await app.controller.library.summaries() == []
