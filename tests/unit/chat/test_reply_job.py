import asyncio

import pytest

from desktop_assistant.chat import events
from desktop_assistant.chat.options import SendOptions
from desktop_assistant.domain.errors import ProblemCode, problem
from desktop_assistant.domain.messages import Status
from desktop_assistant.domain.stream import ProviderBusy, ReasoningDelta, TextDelta
from tests.fakes.assembly import Parts, running
from tests.fakes.no_local_model import PretendLocalModel
from tests.fakes.scripted_model import Gate, ScriptedModel, answer, cut_off

BUSY = problem(ProblemCode.SERVER_OVERLOADED, provider="OpenAI", status="503")


async def start(app, text="q", **options):
    state = await app.controller.new_conversation()
    return await app.controller.send(state.id, text, options=SendOptions(**options))


def of_kind(app, kind):
    return [event for event in app.events if isinstance(event, kind)]


async def test_a_failure_before_any_text_is_tried_again_in_sight():
    async with running(Parts(ScriptedModel([BUSY], [BUSY], answer("there")))) as app:
        message = await (await start(app)).wait()
        assert (message.status, message.text) == (Status.COMPLETE, "there")
        tries = of_kind(app, events.ReplyRetrying)
        assert [(t.attempt, t.of) for t in tries] == [(2, 3), (3, 3)]
        assert [t.error.code for t in tries] == [ProblemCode.SERVER_OVERLOADED] * 2
        assert all(t.in_s in app.parts.clock.slept for t in tries)
        assert 0.375 <= tries[0].in_s <= 0.625


async def test_after_the_last_try_the_failure_is_told():
    async with running(Parts(ScriptedModel([BUSY], [BUSY], [BUSY]))) as app:
        message = await (await start(app)).wait()
        assert (message.status, message.error.kind) == (Status.FAILED, "server")
        assert len(app.parts.model.requests) == 3


async def test_a_service_that_asks_for_a_long_wait_is_told_of_at_once():
    later = problem(ProblemCode.RATE_LIMITED, retry_after_s=600.0, provider="Test")
    async with running(Parts(ScriptedModel([later], answer("x")))) as app:
        message = await (await start(app)).wait()
        assert (message.status, message.error.kind) == (Status.FAILED, "rate_limit")
        assert message.error.title == "Test asks to wait for 10 min"
        assert of_kind(app, events.ReplyRetrying) == []


async def test_nothing_is_tried_again_once_text_was_shown():
    async with running(Parts(ScriptedModel(cut_off("half"), answer("x")))) as app:
        message = await (await start(app)).wait()
        assert (message.status, message.text) == (Status.INTERRUPTED, "half")
        assert of_kind(app, events.ReplyRetrying) == []


async def test_nor_once_thinking_was_shown():
    lost = cut_off()
    async with running(Parts(ScriptedModel([ReasoningDelta("hm"), *lost], answer("x")))) as app:
        message = await (await start(app)).wait()
        assert (message.status, message.reasoning) == (Status.FAILED, "hm")


async def test_a_lost_connection_before_text_is_tried_again():
    async with running(Parts(ScriptedModel(cut_off(), answer("x")))) as app:
        assert (await (await start(app)).wait()).text == "x"


async def test_what_cannot_get_better_is_not_tried_again():
    error = problem(ProblemCode.KEY_REJECTED, provider="OpenAI")
    async with running(Parts(ScriptedModel([error], answer("x")))) as app:
        message = await (await start(app)).wait()
        assert message.error.code is ProblemCode.KEY_REJECTED
        assert len(app.parts.model.requests) == 1


async def test_the_number_of_tries_is_a_setting():
    parts = Parts(ScriptedModel([BUSY], answer("x")))
    parts.settings.write({"retries.count": 0})
    async with running(parts) as app:
        assert (await (await start(app)).wait()).status is Status.FAILED


async def test_waiting_for_a_retry_can_be_stopped():
    async with running(Parts(ScriptedModel([BUSY], answer("x")))) as app:
        stopped = asyncio.Event()

        async def endless(seconds):
            stopped.set()
            await asyncio.Event().wait()

        app.parts.clock.sleep = endless
        reply = await start(app)
        await stopped.wait()
        await app.controller.stop(reply.message_id)
        assert (await reply.wait()).status is Status.STOPPED


@pytest.mark.parametrize(
    ("script", "status", "code"),
    [
        ([], Status.FAILED, ProblemCode.FIRST_TEXT_TIMEOUT),
        ([ProviderBusy()], Status.FAILED, ProblemCode.FIRST_TEXT_TIMEOUT),
        ([TextDelta("a")], Status.INTERRUPTED, ProblemCode.IDLE_TIMEOUT),
    ],
)
async def test_a_stream_without_text_is_given_up(script, status, code):
    parts = Parts(ScriptedModel([*script, Gate()]))
    parts.settings.write({"retries.count": 0})
    async with running(parts) as app:
        message = await (await start(app, text_timeout_s=0.05)).wait()
        assert (message.status, message.error.code) == (status, code)
        assert "0.05 s" in message.error.title + message.error.hint
        assert app.parts.model.open_streams == 0


async def test_the_whole_reply_can_have_a_limit():
    parts = Parts(ScriptedModel([TextDelta("a"), Gate()]))
    parts.settings.write({"timeouts.total_s": 0.1})
    async with running(parts) as app:
        message = await (await start(app)).wait()
        assert (message.status, message.error.code) == (
            Status.INTERRUPTED,
            ProblemCode.TOTAL_TIMEOUT,
        )


async def test_text_that_keeps_coming_is_not_given_up():
    class SlowModel(ScriptedModel):
        async def stream(self, request):
            for piece in "abcdef":
                await asyncio.sleep(0.03)
                yield TextDelta(piece)
            for event in answer():
                yield event

    async with running(Parts(SlowModel())) as app:
        message = await (await start(app, text_timeout_s=0.1)).wait()
        assert (message.status, message.text) == (Status.COMPLETE, "abcdef")


async def test_text_is_checkpointed_while_it_streams():
    gate = Gate()
    async with running(Parts(ScriptedModel([TextDelta("a"), gate, *answer("b")]))) as app:
        reply = await start(app)
        await gate.reached()
        while True:
            (stored,) = await app.parts.store.messages([reply.message_id])
            if stored.text == "a":
                break
            await asyncio.sleep(0.001)
        assert stored.status is Status.STREAMING
        gate.open()
        assert (await reply.wait()).text == "ab"


async def test_a_full_disk_loses_nothing_and_is_told():
    gate = Gate()
    async with running(Parts(ScriptedModel([TextDelta("a"), gate, *answer("b")]))) as app:
        reply = await start(app)
        app.parts.store.failing["append_chunk"] = problem(ProblemCode.STORAGE_FULL)
        await gate.reached()
        while not of_kind(app, events.StorageTrouble):
            await asyncio.sleep(0.001)
        del app.parts.store.failing["append_chunk"]
        while of_kind(app, events.StorageTrouble)[-1].error is not None:
            await asyncio.sleep(0.001)
        (stored,) = await app.parts.store.messages([reply.message_id])
        assert stored.text == "a"
        gate.open()
        await reply.wait()


async def test_a_final_message_that_cannot_be_stored_is_stored_later():
    async with running(Parts(ScriptedModel(answer("whole")))) as app:
        app.parts.store.failing["finish_reply"] = problem(ProblemCode.STORAGE_FULL)
        reply = await start(app)
        message = await reply.wait()
        assert message.status is Status.COMPLETE
        while len(of_kind(app, events.StorageTrouble)) < 2:
            await asyncio.sleep(0.001)
        del app.parts.store.failing["finish_reply"]
        while of_kind(app, events.StorageTrouble)[-1].error is not None:
            await asyncio.sleep(0.001)
        (stored,) = await app.parts.store.messages([reply.message_id])
        assert stored == message


async def test_the_built_in_model_says_that_it_starts():
    parts = Parts(ScriptedModel(answer("hi"), answer("again")), local_model=PretendLocalModel())
    parts.settings.write({"chat.provider": "local"})
    async with running(parts) as app:
        await (await start(app)).wait()
        assert [w.starting_local_model for w in of_kind(app, events.ReplyWaiting)] == [True]
        assert of_kind(app, events.ReplyFinished)[-1].message.model == "SmolLM2 135M"
        meter = await app.controller.meter((await app.controller.new_conversation()).id, "x")
        assert meter.window == 8192
        await (await start(app)).wait()
        assert len(of_kind(app, events.ReplyWaiting)) == 1


async def test_the_built_in_model_is_called_as_its_file():
    parts = Parts(ScriptedModel(answer("hi")), local_model=PretendLocalModel())
    parts.settings.write({"chat.provider": "local", "local_model.file": "/models/Other-7B.gguf"})
    async with running(parts) as app:
        message = await (await start(app)).wait()
        assert message.model == "Other-7B"
        reply = await app.controller.regenerate(message.id, options=SendOptions(model="gpt-4.1"))
        message = await reply.wait()
        assert message.status is Status.FAILED
        assert message.error is not None
        assert message.error.code is ProblemCode.LOCAL_MODEL_UNKNOWN
