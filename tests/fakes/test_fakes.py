"""The fakes keep the promises of the ports: other tests stand on them."""

import asyncio
from contextlib import aclosing
from pathlib import Path

import pytest

from desktop_assistant.chat.events import ReplyDelta, ReplyFinished
from desktop_assistant.domain.errors import AssistantError, InvalidInputError, ProblemCode, problem
from desktop_assistant.domain.messages import Status, Usage
from desktop_assistant.domain.secret import Secret
from desktop_assistant.domain.stream import StreamFault, TextDelta
from desktop_assistant.ports.local_model import LocalModelState
from desktop_assistant.ports.model_client import ChatTurn, Endpoint, ModelRequest
from desktop_assistant.ports.secret_store import StoredKey
from tests.fakes.assembly import Parts, running
from tests.fakes.memory_secrets import MemorySecrets
from tests.fakes.memory_settings import MemorySettings
from tests.fakes.memory_store import MemoryStore
from tests.fakes.no_local_model import NoLocalModel, PretendLocalModel
from tests.fakes.quick_clock import QuickClock
from tests.fakes.scripted_model import Gate, ScriptedModel, answer, cut_off

REQUEST = ModelRequest(Endpoint("test", "http://127.0.0.1:1/v1"), "m", (ChatTurn("user", "hi"),))


async def played(model):
    async with aclosing(model.stream(REQUEST)) as stream:
        return [event async for event in stream]


async def test_scripts_are_played_in_order_then_the_question_comes_back():
    model = ScriptedModel(answer("one"), cut_off("two"))
    assert TextDelta("one") in await played(model)
    assert isinstance((await played(model))[-1], StreamFault)
    assert TextDelta("HI") in await played(model)
    assert len(model.requests) == 3
    assert model.sent == [("user", "hi")]


async def test_an_error_in_a_script_is_raised():
    model = ScriptedModel([problem(ProblemCode.RATE_LIMITED, provider="test")])
    with pytest.raises(AssistantError, match="slow down"):
        await played(model)
    assert model.open_streams == 0


async def test_a_gate_holds_the_stream_until_it_is_opened():
    gate = Gate()
    model = ScriptedModel([TextDelta("a"), gate, TextDelta("b")])
    got = []

    async def read():
        async with aclosing(model.stream(REQUEST)) as stream:
            async for event in stream:
                got.append(event.text)

    async with asyncio.TaskGroup() as group:
        group.create_task(read())
        await gate.reached()
        assert got == ["a"]
        assert model.open_streams == 1
        gate.open()
    assert got == ["a", "b"]
    assert model.open_streams == 0


async def test_secrets_are_kept_and_trouble_spares_session_keys():
    secrets = MemorySecrets(openai=("sk-1", "https://api.openai.com:443"))
    await secrets.set("other", StoredKey(Secret("sk-2"), "https://x:443", session_only=True))
    assert (await secrets.status()).providers == ("openai", "other")
    secrets.trouble = problem(ProblemCode.KEYRING_ABSENT)
    assert (await secrets.get("other")).secret.reveal() == "sk-2"
    with pytest.raises(AssistantError, match="no keyring"):
        await secrets.get("openai")
    assert (await secrets.status()).problem.code is ProblemCode.KEYRING_ABSENT
    secrets.trouble = None
    assert await secrets.delete("openai")
    assert not await secrets.delete("openai")


def test_settings_are_written_and_checked():
    file = MemorySettings({"chat.model": "m"})
    file.write({"chat.stream": False}, removed=("chat.model",))
    assert file.load().settings.chosen() == {"chat.stream": False}
    assert file.path == Path("settings.toml")
    file.write_error = problem(ProblemCode.SETTINGS_UNREADABLE, path="p", reason="r")
    with pytest.raises(InvalidInputError):
        file.write({"chat.stream": True})


async def test_local_models_are_absent_or_start_at_first_use():
    with pytest.raises(AssistantError, match="not installed"):
        await NoLocalModel().endpoint()
    model = PretendLocalModel()
    assert model.status.state is LocalModelState.IDLE
    await model.endpoint()
    assert model.status.state is LocalModelState.READY


async def test_the_clock_moves_by_what_was_slept():
    clock = QuickClock()
    before = clock.now()
    await clock.sleep(30)
    assert clock.slept == [30]
    assert clock.now() - before == clock.monotonic() == 30
    assert clock.local().isoformat().startswith("2026-11-24T07:34:58")


async def test_the_store_keeps_branches_and_the_one_last_shown():
    parts = Parts(model=ScriptedModel(answer("A1"), answer("A2")))
    async with running(parts) as run:
        state = await run.controller.new_conversation()
        first = await run.controller.send(state.id, "Where is north?")
        await first.wait()
        second = await run.controller.regenerate(first.message_id)
        await second.wait()
        (row,) = await parts.store.summaries()
        assert (row.title, row.branches) == ("Where is north?", 2)
        record = await parts.store.conversation(state.id)
        assert record.active_leaf_id == second.message_id
        await parts.store.activate(state.id, first.message_id)
        record = await parts.store.conversation(state.id)
        assert record.nodes[0].last_child_id == first.message_id
        texts = [m.text for m in await parts.store.messages([n.id for n in record.nodes])]
        assert texts == ["Where is north?", "A1", "A2"]
        hits = await parts.store.search("a2")
        assert [(h.message_id, h.on_active_branch) for h in hits] == [(second.message_id, False)]
        assert len(await parts.store.search("NORTH")) == 2
        await parts.store.delete(state.id)
        assert await parts.store.summaries() == await parts.store.search("north") == []
        await parts.store.undelete(state.id)
        assert len(await parts.store.summaries()) == 1


async def test_two_stores_on_one_shelf_see_each_other():
    mine = MemoryStore()
    theirs = MemoryStore(beside=mine)
    before = await mine.change_counter()
    await mine.save_window_state("x")
    assert await mine.change_counter() == before
    await theirs.save_window_state("y")
    assert await mine.change_counter() != before
    assert await mine.load_window_state() == "y"


async def test_the_store_fails_where_it_is_told_to_and_knows_no_strangers():
    store = MemoryStore()
    store.failing["save_draft"] = problem(ProblemCode.STORAGE_FULL)
    with pytest.raises(AssistantError, match="disk is full"):
        await store.save_draft(None, "x")
    for asked in (store.conversation("c"), store.messages(["m"]), store.rename("c", "t")):
        with pytest.raises(InvalidInputError):
            await asked


async def test_an_assembled_controller_answers_and_tells_what_it_did():
    parts = Parts(model=ScriptedModel(answer("Hel", "lo", usage=Usage(3, 2))))
    async with running(parts) as run:
        state = await run.controller.new_conversation()
        reply = await run.controller.send(state.id, "Hi")
        message = await reply.wait()
        assert (message.text, message.status) == ("Hello", Status.COMPLETE)
        assert message.usage == Usage(3, 2)
        assert "".join(e.text for e in run.events if isinstance(e, ReplyDelta)) == "Hello"
        assert any(isinstance(e, ReplyFinished) for e in run.events)
        assert await parts.store.messages([reply.message_id]) == [message]
    assert parts.model.is_closed
    assert parts.secrets.is_closed
    assert not parts.store.is_open
