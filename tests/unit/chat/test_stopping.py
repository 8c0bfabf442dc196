"""A stop may come at any moment, and more than once: the reply is always kept as stopped."""

import asyncio

from desktop_assistant.domain.messages import Status
from desktop_assistant.domain.stream import TextDelta
from tests.fakes.assembly import Parts, running
from tests.fakes.scripted_model import Gate, ScriptedModel, answer


async def stored_status(run, reply):
    (message,) = await run.parts.store.messages([reply.message_id])
    return message.status


async def test_before_the_reply_has_even_begun():
    model = ScriptedModel(answer("never asked for"))
    async with running(Parts(model=model)) as run:
        state = await run.controller.new_conversation()
        reply = await run.controller.send(state.id, "Hi")
        await run.controller.stop(reply.message_id)
        assert (await reply.wait()).status is Status.STOPPED
        assert await stored_status(run, reply) is Status.STOPPED
        assert run.controller.state(state.id).replying_to == ()
    assert model.requests == []


async def test_while_an_earlier_stop_is_still_being_stored():
    gate, storing, stored = Gate(), asyncio.Event(), asyncio.Event()
    parts = Parts(model=ScriptedModel([TextDelta("half"), gate]))
    finish_reply = parts.store.finish_reply

    async def slowly(message):
        storing.set()
        await stored.wait()
        await finish_reply(message)

    parts.store.finish_reply = slowly
    async with running(parts) as run:
        state = await run.controller.new_conversation()
        reply = await run.controller.send(state.id, "Hi")
        await gate.reached()
        async with asyncio.TaskGroup() as group:
            first = group.create_task(run.controller.stop(reply.message_id))
            await storing.wait()
            second = group.create_task(run.controller.stop(reply.message_id))
            await asyncio.sleep(0)
            assert not first.done()
            assert not second.done()
            stored.set()
        message = await reply.wait()
        assert (message.text, message.status) == ("half", Status.STOPPED)
        assert await stored_status(run, reply) is Status.STOPPED


async def test_after_the_end_nothing_happens():
    async with running() as run:
        state = await run.controller.new_conversation()
        reply = await run.controller.send(state.id, "Hi")
        await reply.wait()
        await run.controller.stop(reply.message_id)
        assert await stored_status(run, reply) is Status.COMPLETE
