import asyncio
from dataclasses import replace

import pytest

from desktop_assistant.chat import events
from desktop_assistant.chat.options import SendOptions
from desktop_assistant.domain.errors import (
    AssistantError,
    InvalidInputError,
    ProblemCode,
    problem,
)
from desktop_assistant.domain.ids import ConversationId, MessageId, ProviderId
from desktop_assistant.domain.messages import Role, Status, Usage
from desktop_assistant.domain.stream import ReasoningDelta, ResponseStarted, TextDelta
from desktop_assistant.ports.local_model import LocalModelState
from desktop_assistant.ports.model_client import Sampling
from desktop_assistant.settings.providers import Provider
from desktop_assistant.settings.schema import STREAM
from tests.fakes.assembly import Parts, running
from tests.fakes.memory_store import MemoryStore
from tests.fakes.no_local_model import PretendLocalModel
from tests.fakes.scripted_model import Gate, ScriptedModel, answer, cut_off


async def ask(app, text, conversation_id=None, **more):
    if conversation_id is None:
        conversation_id = (await app.controller.new_conversation()).id
    reply = await app.controller.send(conversation_id, text, **more)
    return reply, await reply.wait()


def shown(app, conversation_id):
    return [entry.node.id for entry in app.controller.state(conversation_id).path]


async def texts(app, conversation_id):
    ids = shown(app, conversation_id)
    return [m.text for m in await app.controller.messages(conversation_id, ids)]


async def test_a_question_is_answered_and_stored():
    async with running(Parts(ScriptedModel(answer("Hel", "lo", usage=Usage(3, 2))))) as app:
        reply, message = await ask(app, "Hi there")
        assert (message.status, message.text, message.usage) == (
            Status.COMPLETE,
            "Hello",
            Usage(3, 2),
        )
        assert message.parent_id == reply.user_message_id
        assert message.model == "gpt-4.1"
        assert message.system_prompt is not None
        assert message.system_prompt.startswith("You are a helpful assistant.")
        assert "24 November 2026" in message.system_prompt
        stored = await app.parts.store.messages([reply.user_message_id, reply.message_id])
        assert [m.text for m in stored] == ["Hi there", "Hello"]
        state = app.controller.state(reply.conversation_id)
        assert (state.title, state.branches, state.messages_elsewhere) == ("Hi there", 1, 0)
        assert state.active_leaf_id == message.id
        assert not state.is_answering_here
        assert not state.is_new


async def test_events_come_in_order_and_add_up_to_the_text():
    async with running(Parts(ScriptedModel(answer("a", "b", "c")))) as app:
        reply, _ = await ask(app, "Hi")
        kinds = [type(e).__name__ for e in app.events]
        assert (
            kinds.index("ReplyStarted") < kinds.index("ReplyDelta") < kinds.index("ReplyFinished")
        )
        deltas = [e.text for e in app.events if isinstance(e, events.ReplyDelta)]
        assert deltas == ["a", "b", "c"]
        started = next(e for e in app.events if isinstance(e, events.ReplyStarted))
        assert started.is_new_question
        assert started.parent_id == reply.user_message_id


async def test_the_question_is_stored_before_the_request_leaves():
    gate = Gate()
    async with running(Parts(ScriptedModel([gate, *answer("x")]))) as app:
        reply = await app.controller.send((await app.controller.new_conversation()).id, "Hi")
        await gate.reached()
        question, answer_row = await app.parts.store.messages(
            [reply.user_message_id, reply.message_id]
        )
        assert question.text == "Hi"
        assert answer_row.status is Status.STREAMING
        assert app.controller.state(reply.conversation_id).is_answering_here
        gate.open()
        await reply.wait()


async def test_a_question_that_cannot_be_stored_is_not_sent():
    async with running() as app:
        app.parts.store.failing["begin_turn"] = problem(ProblemCode.STORAGE_FULL)
        state = await app.controller.new_conversation()
        with pytest.raises(AssistantError, match="disk is full"):
            await app.controller.send(state.id, "Hi")
        assert app.parts.model.requests == []
        assert app.controller.state(state.id).is_new


async def test_the_context_is_the_visible_branch():
    async with running(Parts(ScriptedModel(answer("one"), answer("two")))) as app:
        reply, _ = await ask(app, "first")
        await ask(app, "second", reply.conversation_id)
        assert app.parts.model.sent[1:] == [
            ("user", "first"), ("assistant", "one"), ("user", "second"),
        ]  # fmt: skip


async def test_the_settings_parameters_go_along_and_unset_ones_do_not():
    model = ScriptedModel(answer("one"), answer("two"))
    async with running(Parts(model)) as app:
        await ask(app, "Hi")
        app.controller.settings.change(
            {"chat.seed": 7, "chat.stop": "END\n\nSTOP HERE", "chat.reasoning_effort": "low",
             "chat.extra_json": '{"top_k": 4}', "chat.presence_penalty": 1}
        )  # fmt: skip
        await ask(app, "Hi again")
    assert model.requests[0].sampling == Sampling()
    assert model.requests[1].sampling == Sampling(
        seed=7, stop=("END", "STOP HERE"), reasoning_effort="low", extra_json='{"top_k": 4}',
        presence_penalty=1.0,
    )  # fmt: skip


async def test_an_empty_question_is_refused():
    async with running() as app:
        state = await app.controller.new_conversation()
        with pytest.raises(InvalidInputError, match="nothing to send"):
            await app.controller.send(state.id, " \n")


async def test_editing_asks_anew_and_keeps_the_old_branch():
    async with running() as app:
        first, _ = await ask(app, "one")
        second, _ = await ask(app, "two", first.conversation_id)
        edited = await app.controller.edit(first.user_message_id, "uno")
        await edited.wait()
        assert await texts(app, first.conversation_id) == ["uno", "UNO"]
        state = app.controller.state(first.conversation_id)
        assert (state.path[0].version, state.path[0].versions) == (2, 2)
        assert (state.branches, state.messages_elsewhere) == (2, 4)
        await app.controller.switch_version(edited.user_message_id, -1)
        assert await texts(app, first.conversation_id) == ["one", "ONE", "two", "TWO"]
        await app.controller.switch_version(first.user_message_id, -1)
        assert shown(app, first.conversation_id)[-1] == second.message_id
        with pytest.raises(InvalidInputError):
            await app.controller.edit(first.user_message_id, "")
        with pytest.raises(InvalidInputError, match="Only a question"):
            await app.controller.edit(first.message_id, "x")


async def test_regenerating_adds_a_version_of_the_reply():
    async with running(Parts(ScriptedModel(answer("a"), answer("b"), answer("c")))) as app:
        first, _ = await ask(app, "q")
        again = await app.controller.regenerate(first.message_id)
        await again.wait()
        once_more = await app.controller.regenerate(first.user_message_id)
        await once_more.wait()
        state = app.controller.state(first.conversation_id)
        assert (state.path[1].version, state.path[1].versions) == (3, 3)
        assert app.parts.model.sent[1:] == [("user", "q")]
        await app.controller.switch_version(once_more.message_id, -2)
        assert await texts(app, first.conversation_id) == ["q", "a"]


async def test_other_wording_is_saved_without_asking():
    async with running() as app:
        reply, _ = await ask(app, "q")
        made = await app.controller.save_wording(reply.message_id, "better words")
        assert await texts(app, reply.conversation_id) == ["q", "better words"]
        assert len(app.parts.model.requests) == 1
        assert app.controller.state(reply.conversation_id).active_leaf_id == made
        with pytest.raises(InvalidInputError):
            await app.controller.save_wording(reply.message_id, " ")


async def test_a_cut_off_reply_is_kept_and_continued():
    async with running(Parts(ScriptedModel(cut_off("one two"), answer(" three")))) as app:
        reply, message = await ask(app, "count")
        assert (message.status, message.text) == (Status.INTERRUPTED, "one two")
        assert message.error is not None
        more = await app.controller.continue_reply(reply.message_id)
        whole = await more.wait()
        assert (whole.status, whole.text) == (Status.COMPLETE, "one two three")
        assert app.parts.model.sent[-2] == ("assistant", "one two")
        assert app.parts.model.sent[-1][0] == "user"
        deltas = [e.text for e in app.events if isinstance(e, events.ReplyDelta)]
        assert "".join(deltas[1:]) == "one two three"


async def test_a_continuation_that_fails_keeps_what_there_was():
    failing = [problem(ProblemCode.KEY_REJECTED, provider="OpenAI")]
    async with running(Parts(ScriptedModel(cut_off("one"), failing))) as app:
        reply, _ = await ask(app, "count")
        whole = await (await app.controller.continue_reply(reply.message_id)).wait()
        assert (whole.status, whole.text) == (Status.INTERRUPTED, "one")
        assert whole.error.kind == "auth"


async def test_stopping_keeps_the_half_answer_and_closes_the_stream():
    gate = Gate()
    async with running(Parts(ScriptedModel([TextDelta("half"), gate, *answer("never")]))) as app:
        reply = await app.controller.send((await app.controller.new_conversation()).id, "q")
        await gate.reached()
        (live,) = await app.controller.messages(reply.conversation_id, [reply.message_id])
        assert live.text == "half"
        await app.controller.stop(reply.message_id)
        message = await reply.wait()
        assert (message.status, message.text) == (Status.STOPPED, "half")
        assert app.parts.model.open_streams == 0
        (stored,) = await app.parts.store.messages([reply.message_id])
        assert stored == message
        await app.controller.stop(reply.message_id)


async def test_quitting_stops_and_keeps_what_was_written():
    gate, store = Gate(), MemoryStore()
    parts = Parts(ScriptedModel([TextDelta("half"), gate]), store=store)
    async with running(parts) as app:
        reply = await app.controller.send((await app.controller.new_conversation()).id, "q")
        await gate.reached()
    (stored,) = await store.messages([reply.message_id])
    assert (stored.status, stored.text) == (Status.STOPPED, "half")
    assert parts.model.is_closed


async def test_several_conversations_stream_at_once_each_to_its_own():
    one, two = Gate(), Gate()
    model = ScriptedModel([TextDelta("a"), one, *answer("A")], [TextDelta("b"), two, *answer("B")])
    async with running(Parts(model)) as app:
        first = await app.controller.send((await app.controller.new_conversation()).id, "1")
        second = await app.controller.send((await app.controller.new_conversation()).id, "2")
        await one.reached()
        await two.reached()
        two.open()
        assert (await second.wait()).text == "bB"
        one.open()
        assert (await first.wait()).text == "aA"


async def test_a_branch_being_answered_takes_no_second_question_but_another_branch_does():
    gate = Gate()
    async with running(Parts(ScriptedModel(answer("x"), [gate, *answer("slow")]))) as app:
        first, _ = await ask(app, "q")
        slow = await app.controller.send(first.conversation_id, "slow")
        with pytest.raises(InvalidInputError, match="still being answered"):
            await app.controller.send(first.conversation_id, "again")
        other, _ = await ask(app, "elsewhere", first.conversation_id, parent_id=first.message_id)
        assert shown(app, first.conversation_id)[-1] == other.message_id
        gate.open()
        assert (await slow.wait()).text == "slow"
        assert shown(app, first.conversation_id)[-1] == other.message_id, "the view stays"


async def test_going_on_from_an_earlier_message_starts_a_branch():
    async with running() as app:
        first, _ = await ask(app, "one")
        await ask(app, "two", first.conversation_id)
        await app.controller.continue_from(first.message_id)
        await ask(app, "zwei", first.conversation_id)
        assert await texts(app, first.conversation_id) == ["one", "ONE", "zwei", "ZWEI"]
        assert app.controller.state(first.conversation_id).branches == 2


async def test_a_found_message_is_shown_on_its_branch():
    async with running() as app:
        first, _ = await ask(app, "one")
        edited = await app.controller.edit(first.user_message_id, "uno")
        await edited.wait()
        app.controller.leave(first.conversation_id)
        assert app.controller.state(first.conversation_id) is None
        assert await app.controller.show_message(first.message_id) == first.conversation_id
        assert shown(app, first.conversation_id)[-1] == first.message_id
        before = len(app.events)
        await app.controller.show_message(first.user_message_id)
        assert len(app.events) == before, "it is visible already"


async def test_an_answered_conversation_is_not_forgotten_while_it_is_written():
    gate = Gate()
    async with running(Parts(ScriptedModel([gate, *answer("x")]))) as app:
        reply = await app.controller.send((await app.controller.new_conversation()).id, "q")
        app.controller.leave(reply.conversation_id)
        assert app.controller.state(reply.conversation_id) is not None
        gate.open()
        await reply.wait()
        app.controller.leave(ConversationId("unknown"))


async def test_to_read_a_message_a_conversation_need_not_be_held():
    async with running() as app:
        reply, message = await ask(app, "one")
        app.controller.leave(reply.conversation_id)
        read = await app.controller.messages(reply.conversation_id, [message.id])
        assert [m.text for m in read] == ["ONE"]
        assert app.controller.state(reply.conversation_id) is None


async def test_unknown_ids_are_named():
    async with running() as app:
        with pytest.raises(InvalidInputError, match="nope"):
            await app.controller.open(ConversationId("nope"))
        with pytest.raises(InvalidInputError, match="nope"):
            await app.controller.regenerate(MessageId("nope"))
        state = await app.controller.new_conversation()
        with pytest.raises(InvalidInputError, match="nope"):
            await app.controller.send(state.id, "q", parent_id=MessageId("nope"))


async def test_a_temporary_conversation_is_never_in_the_library():
    async with running() as app:
        state = await app.controller.new_conversation(temporary=True)
        assert state.is_temporary
        reply, message = await ask(app, "secret", state.id)
        assert message.text == "SECRET"
        await app.controller.save_draft(state.id, "more")
        assert app.parts.store.shelf.messages == {}
        assert app.parts.store.shelf.new_draft == ""
        app.controller.leave(state.id)
        assert await texts(app, reply.conversation_id) == ["secret", "SECRET"]
        await app.controller.new_conversation(temporary=True)


async def test_drafts_are_kept():
    async with running() as app:
        state = await app.controller.new_conversation()
        await app.controller.save_draft(state.id, "half a thou")
        assert (await app.controller.new_conversation()).draft == "half a thou"
        reply, _ = await ask(app, "q", state.id)
        assert app.controller.state(reply.conversation_id).draft == ""
        await app.controller.save_new_draft("")
        assert (await app.controller.new_conversation()).draft == ""
        await app.controller.save_draft(reply.conversation_id, "next")
        app.controller.leave(reply.conversation_id)
        assert (await app.controller.open(reply.conversation_id)).draft == "next"


async def test_the_place_where_one_was_reading_is_kept():
    async with running() as app:
        state = await app.controller.new_conversation()
        await app.controller.save_scroll_anchor(state.id, "top")
        reply, _ = await ask(app, "q", state.id)
        await app.controller.save_scroll_anchor(reply.conversation_id, "m1:20")
        app.controller.leave(reply.conversation_id)
        assert (await app.controller.open(reply.conversation_id)).scroll_anchor == "m1:20"


async def test_the_model_is_chosen_per_conversation_and_taken_over_by_new_ones():
    async with running() as app:
        reply, _ = await ask(app, "q")
        state = await app.controller.new_conversation()
        await app.controller.set_model(state.id, ProviderId("openai"), "o4-mini")
        await app.controller.set_model(reply.conversation_id, ProviderId("openai"), "gpt-5")
        assert app.controller.state(state.id).choice.model == "o4-mini"
        assert app.controller.state(reply.conversation_id).choice.model == "gpt-5"
        assert (await app.controller.new_conversation()).choice.model == "gpt-5"
        _, message = await ask(app, "q", state.id)
        assert message.model == "o4-mini"
        assert app.parts.model.request.model == "o4-mini"


async def test_a_conversation_can_have_its_own_system_prompt():
    async with running() as app:
        state = await app.controller.new_conversation()
        await app.controller.set_system_prompt(state.id, "Be {model}.")
        assert await app.controller.system_prompt_now(state.id) == "Be gpt-4.1."
        reply, message = await ask(app, "q", state.id)
        assert message.system_prompt == "Be gpt-4.1."
        await app.controller.set_system_prompt(reply.conversation_id, "")
        await ask(app, "q", reply.conversation_id)
        assert app.parts.model.sent[0][0] == "user", "an empty prompt is not sent"


async def test_what_one_send_chooses_differently():
    async with running() as app:
        options = SendOptions(
            system_prompt="Rhyme.", stream=False, model="o3", provider_id=ProviderId("openai")
        )
        reply, message = await ask(app, "q", options=options)
        assert (message.model, message.system_prompt) == ("o3", "Rhyme.")
        assert app.parts.model.request.stream is False
        _, follow_up = await ask(app, "more", reply.conversation_id)
        assert follow_up.system_prompt == "Rhyme.", "a new conversation keeps it"
        assert follow_up.model == "o3"
        once = SendOptions(system_prompt="Only now.")
        _, now = await ask(app, "q", reply.conversation_id, options=once)
        _, then = await ask(app, "q", reply.conversation_id)
        assert (now.system_prompt, then.system_prompt) == ("Only now.", "Rhyme.")


async def test_a_provider_for_one_call_only():
    own = Provider(ProviderId("custom"), "custom", "http://127.0.0.1:1/v1", "m", needs_key=False)
    async with running() as app:
        _, message = await ask(app, "q", options=SendOptions(provider=own))
        assert (message.provider_id, message.model) == ("custom", "m")
        endpoint = app.parts.model.request.endpoint
        assert (endpoint.base_url, endpoint.key) == ("http://127.0.0.1:1/v1", None)


async def test_another_known_provider_brings_its_default_model():
    parts = Parts()
    parts.settings.write(
        {
            "providers.box.base_url": "http://localhost:1/v1",
            "providers.box.needs_key": False,
            "providers.box.model": "boxy",
        }
    )
    async with running(parts) as app:
        reply, message = await ask(app, "q")
        options = SendOptions(provider_id=ProviderId("box"))
        _, message = await ask(app, "q", reply.conversation_id, options=options)
        assert (message.provider_id, message.model) == ("box", "boxy")
        assert app.controller.provider(ProviderId("box")).name == "box"


async def test_a_missing_key_fails_the_reply_and_keeps_the_question():
    parts = Parts()
    await parts.secrets.delete(ProviderId("openai"))
    async with running(parts) as app:
        reply, message = await ask(app, "q")
        assert (message.status, message.error.code) == (Status.FAILED, ProblemCode.KEY_MISSING)
        assert message.usage is None
        assert await texts(app, reply.conversation_id) == ["q", ""]


async def test_models_are_listed():
    async with running(Parts(ScriptedModel(models=("a", "b")))) as app:
        assert [m.id for m in await app.controller.models(ProviderId("openai"))] == ["a", "b"]
        local = await app.controller.models(ProviderId("local"))
        assert [m.id for m in local] == [app.parts.local_model.status.model_name]


async def test_the_meter_counts_what_would_be_sent():
    async with running() as app:
        reply, _ = await ask(app, "one two three")
        empty = await app.controller.meter(reply.conversation_id, " ")
        full = await app.controller.meter(reply.conversation_id, "four five")
        assert (empty.messages, full.messages) == (2, 3)
        assert full.tokens > empty.tokens
        assert 0 < full.share < 1
        assert replace(full, window=0).share == 0.0


async def test_what_another_process_wrote_is_taken_over():
    async with running() as app:
        reply, _ = await ask(app, "q")
        other = MemoryStore(beside=app.parts.store)
        await app.controller.notice_changes()
        quiet = len(app.events)
        await app.controller.notice_changes()
        assert len(app.events) == quiet
        await other.rename(reply.conversation_id, "Renamed")
        await app.controller.new_conversation()
        await app.controller.notice_changes()
        assert app.controller.state(reply.conversation_id).title == "Renamed"
        assert any(isinstance(e, events.LibraryChanged) for e in app.events[quiet:])


async def test_settings_that_another_process_wrote_are_taken_over():
    async with running() as app:
        app.parts.settings.values["chat.stream"] = False
        await app.controller.notice_changes()
        assert isinstance(app.events[-1], events.SettingsChanged)
        assert not app.controller.settings.current.get(STREAM)


async def test_a_conversation_that_another_process_deleted_does_no_harm():
    async with running() as app:
        await ask(app, "q")
        other = MemoryStore(beside=app.parts.store)
        app.parts.store.failing["conversation"] = problem(ProblemCode.UNKNOWN_CONVERSATION, id="x")
        await other.save_window_state("x")
        await app.controller.notice_changes()
        assert isinstance(app.events[-1], events.LibraryChanged)


async def test_unsubscribing_ends_the_events():
    async with running() as app:
        heard = []
        end = app.controller.subscribe(heard.append)
        await ask(app, "q")
        count = len(heard)
        end()
        await ask(app, "q")
        assert len(heard) == count > 0


async def test_settings_reach_the_local_model_and_the_listeners():
    async with running() as app:
        app.controller.settings.change({"local_model.threads": 3})
        assert app.parts.local_model.options.threads == 3
        assert any(isinstance(e, events.SettingsChanged) for e in app.events)
        assert app.controller.settings.problems == ()
        assert app.controller.local_model.status.state is LocalModelState.NOT_INSTALLED
        assert (await app.controller.secrets.status()).providers == ("openai",)


async def test_thinking_is_kept_apart_and_timed():
    parts = Parts()
    parts.model = ScriptedModel(
        [ResponseStarted(), ReasoningDelta("hm "), ReasoningDelta("ok"), *answer("Yes")]
    )
    async with running(parts) as app:
        _, message = await ask(app, "q")
        assert (message.reasoning, message.text) == ("hm ok", "Yes")
        assert message.reasoning_s is not None
        assert message.reasoning_s >= 0


async def test_usage_is_estimated_where_the_provider_says_nothing():
    async with running(Parts(ScriptedModel(answer("one two three")))) as app:
        _, message = await ask(app, "q")
        assert message.usage is not None
        assert message.usage.estimated
        assert message.usage.output_tokens == 3
        assert message.usage.input_tokens > 10


async def test_a_reply_begun_by_a_reply_finds_its_question():
    async with running() as app:
        reply, _ = await ask(app, "q")
        worded = await app.controller.save_wording(reply.message_id, "x")
        again = await app.controller.regenerate(worded)
        await again.wait()
        assert again.user_message_id == reply.user_message_id
        roles = [e.node.role for e in app.controller.state(reply.conversation_id).path]
        assert roles == [Role.USER, Role.ASSISTANT]


async def test_replies_can_be_waited_for_by_several_and_waiting_can_be_given_up():
    gate = Gate()
    async with running(Parts(ScriptedModel([gate, *answer("x")]))) as app:
        reply = await app.controller.send((await app.controller.new_conversation()).id, "q")
        waiting = asyncio.ensure_future(reply.wait())  # noqa: TID251
        await gate.reached()
        waiting.cancel()
        gate.open()
        assert (await reply.wait()).status is Status.COMPLETE


async def test_a_message_is_found_in_whichever_conversation_is_open():
    async with running() as app:
        first, _ = await ask(app, "one")
        second, _ = await ask(app, "two")
        assert await app.controller.show_message(second.message_id) == second.conversation_id
        assert await app.controller.show_message(first.message_id) == first.conversation_id


async def test_what_the_first_question_needs_is_made_ready_while_it_is_typed():
    parts = Parts(local_model=PretendLocalModel())
    parts.settings.write({"chat.provider": "local"})
    async with running(parts) as app:
        state = await app.controller.new_conversation()
        await app.controller.warm_up(state.id)
        assert app.parts.model.is_loaded
        assert app.controller.local_model.status.state is LocalModelState.READY
    parts = Parts()
    parts.settings.write({"chat.provider": "local"})
    async with running(parts) as app:
        state = await app.controller.new_conversation()
        await app.controller.warm_up(state.id)
        assert app.parts.model.is_loaded, "what is wrong is told at the first question"
    async with running() as app:
        state = await app.controller.new_conversation()
        await app.controller.warm_up(state.id)
        assert app.parts.model.is_loaded
