import asyncio

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_assistant.chat import model_windows
from desktop_assistant.chat.events import LibraryChanged
from desktop_assistant.chat.options import SendOptions
from desktop_assistant.chat.retry import LONGEST_DELAY_S, retry_delay_s, told
from desktop_assistant.chat.settings_service import SettingsService
from desktop_assistant.chat.task_registry import TaskRegistry
from desktop_assistant.chat.watchdog import TextWatchdog
from desktop_assistant.domain.errors import (
    AssistantError,
    ErrorInfo,
    InvalidInputError,
    ProblemCode,
    problem,
)
from desktop_assistant.domain.ids import ConversationId, ProviderId
from tests.fakes.assembly import Parts, running
from tests.fakes.memory_settings import MemorySettings
from tests.fakes.scripted_model import ScriptedModel, answer

SLOW_DOWN = ErrorInfo(ProblemCode.RATE_LIMITED)


# Retry


def test_waits_grow_and_stay_bounded():
    waits = [retry_delay_s(SLOW_DOWN, failures=n, retries=10, jitter=0.5) for n in range(1, 11)]
    assert waits[:4] == [0.5, 1.0, 2.0, 4.0]
    assert max(waits) == LONGEST_DELAY_S


def test_the_providers_wish_counts_unless_it_is_too_long():
    wish = ErrorInfo(ProblemCode.RATE_LIMITED, retry_after_s=20)
    assert retry_delay_s(wish, failures=1, retries=2, jitter=0) == 20
    too_long = ErrorInfo(ProblemCode.RATE_LIMITED, retry_after_s=600)
    assert retry_delay_s(too_long, failures=1, retries=2, jitter=0) is None


def test_a_long_wait_is_told_instead():
    long = ErrorInfo(ProblemCode.RATE_LIMITED, {"provider": "OpenAI"}, "Status 429", 601)
    assert told(long).title == "OpenAI asks to wait for 11 min"
    assert told(long).kind is long.kind
    assert told(long).detail == "Status 429"
    busy = ErrorInfo(ProblemCode.SERVER_OVERLOADED, {"provider": "OpenAI"}, retry_after_s=7200)
    assert told(busy).title == "OpenAI is overloaded and asks to wait for 120 min"
    assert told(busy).kind is busy.kind


@pytest.mark.parametrize(
    "error",
    [
        ErrorInfo(ProblemCode.RATE_LIMITED),
        ErrorInfo(ProblemCode.RATE_LIMITED, retry_after_s=120),
        ErrorInfo(ProblemCode.NO_CREDIT, retry_after_s=900),
    ],
)
def test_other_errors_are_told_as_they_are(error):
    assert told(error) is error


def test_some_things_are_never_tried_again():
    assert retry_delay_s(SLOW_DOWN, failures=3, retries=2, jitter=0) is None
    assert retry_delay_s(ErrorInfo(ProblemCode.NO_CREDIT), failures=1, retries=2, jitter=0) is None


@given(st.integers(1, 20), st.floats(0, 1))
def test_a_wait_is_never_negative_or_endless(failures, jitter):
    wait = retry_delay_s(SLOW_DOWN, failures=failures, retries=20, jitter=jitter)
    assert wait is not None
    assert 0 < wait <= LONGEST_DELAY_S * 1.25


# Model windows


def test_known_models_have_their_window_and_unknown_ones_a_generous_one():
    assert model_windows.window_of("gpt-4.1-mini") == 1_047_576
    assert model_windows.window_of("openai/GPT-4o") == 128_000
    assert model_windows.window_of("gpt-4-0613") == 8_192
    assert model_windows.window_of("mystery") == model_windows.DEFAULT_WINDOW


def test_something_is_kept_free_for_the_reply():
    assert model_windows.kept_for_reply(8_192, None) == 1_024
    assert model_windows.kept_for_reply(1_000_000, None) == model_windows.MOST_KEPT_FREE
    assert model_windows.kept_for_reply(8_192, 100) == 100
    assert model_windows.kept_for_reply(8_192, 100_000) == 4_096


async def test_a_window_set_by_the_user_counts():
    parts = Parts()
    parts.settings.write({"chat.context_window": 600})
    async with running(parts) as app:
        state = await app.controller.new_conversation()
        assert (await app.controller.meter(state.id, "")).window == 600


async def test_old_turns_are_left_out_of_a_small_window_and_never_read():
    parts = Parts()
    parts.settings.write({"chat.context_window": 512, "chat.system_prompt": ""})
    async with running(parts) as app:
        state = await app.controller.new_conversation()
        for number in range(40):
            reply = await app.controller.send(state.id, f"{number} " + "word " * 40)
            await reply.wait()
        sent = app.parts.model.sent
        assert sent[0][0] == "user"
        assert sent[-1][1].startswith("39 ")
        assert len(sent) < 12
        meter = await app.controller.meter(state.id, "")
        assert meter.left_out
        assert meter.tokens <= 512


# Settings


def test_changes_are_written_and_announced_once():
    file = MemorySettings()
    service = SettingsService(file)
    heard = []
    service.subscribe(lambda: heard.append(service.current.chosen()))
    service.change({"chat.stream": False, "chat.temperature": None})
    assert file.values == {"chat.stream": False}
    service.unset("chat.stream", "retries.count")
    assert file.values == {}
    service.reload()
    assert heard == [{"chat.stream": False}, {}]


def test_what_others_wrote_is_taken_over_but_not_a_half_edited_file():
    file = MemorySettings({"retries.count": 1})
    service = SettingsService(file)
    heard = []
    service.subscribe(lambda: heard.append(service.current.chosen()))
    service.notice_changes()
    assert heard == []
    file.values["retries.count"] = 2
    service.notice_changes()
    service.notice_changes()
    assert heard == [{"retries.count": 2}]
    file.values.clear()
    file.problems = (ErrorInfo(ProblemCode.SETTINGS_UNREADABLE),)
    service.notice_changes()
    assert heard == [{"retries.count": 2}] * 2
    assert service.problems == file.problems


def test_a_bad_change_changes_nothing():
    file = MemorySettings({"retries.count": 1})
    service = SettingsService(file)
    with pytest.raises(InvalidInputError, match=r"retries\.count"):
        service.change({"chat.stream": False, "retries.count": "x"})
    with pytest.raises(InvalidInputError):
        service.unset("nope")
    file.write_error = problem(ProblemCode.STORAGE_FULL)
    with pytest.raises(AssistantError):
        service.change({"chat.stream": False})
    assert file.values == {"retries.count": 1}
    assert service.current.chosen() == {"retries.count": 1}


# Tasks


async def test_an_error_that_nobody_awaits_is_reported():
    bugs = []
    tasks = TaskRegistry(bugs.append)

    async def fail():
        raise ValueError("bug")

    tasks.start(fail(), name="fails", owner="me")
    seen = tasks.start(fail(), name="awaited", owner="me", awaited=True)
    with pytest.raises(ValueError, match="bug"):
        await seen
    await asyncio.sleep(0)
    assert [str(bug) for bug in bugs] == ["bug"]


async def test_an_owner_takes_its_tasks_along():
    tasks = TaskRegistry(lambda error: None)
    cleaned = []

    async def wait(name):
        try:
            await asyncio.Event().wait()
        finally:
            cleaned.append(name)

    tasks.start(wait("a"), name="a", owner=1)
    tasks.start(wait("b"), name="b", owner=2)
    await asyncio.sleep(0)
    await tasks.cancel_owned(1)
    assert cleaned == ["a"]
    await tasks.close()
    assert cleaned == ["a", "b"]


async def test_a_task_may_end_its_owner_without_ending_itself():
    tasks = TaskRegistry(lambda error: None)

    async def end_all():
        await tasks.cancel_owned("me")
        return "ended"

    assert await tasks.start(end_all(), name="ends", owner="me", awaited=True) == "ended"


# Watchdog


async def test_somebody_elses_cancellation_stays_one():
    started = asyncio.Event()

    async def guarded():
        async with TextWatchdog(provider="x", first_text_s=60, idle_s=60):
            started.set()
            await asyncio.Event().wait()

    tasks = TaskRegistry(lambda error: None)
    task = tasks.start(guarded(), name="guarded", owner=1, awaited=True)
    await started.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task


async def test_a_stop_that_comes_with_the_timeout_wins():
    loop = asyncio.get_running_loop()

    async def guarded():
        async with TextWatchdog(provider="x", first_text_s=0.01, idle_s=60):
            loop.call_later(0.01, task.cancel)
            await asyncio.sleep(60)

    tasks = TaskRegistry(lambda error: None)
    task = tasks.start(guarded(), name="guarded", owner=1, awaited=True)
    with pytest.raises((asyncio.CancelledError, AssistantError)):
        await task


# Library


async def test_the_library_renames_pins_and_deletes():
    async with running() as app:
        state = await app.controller.new_conversation()
        await (await app.controller.send(state.id, "first question")).wait()
        library = app.controller.library
        await library.rename(state.id, "  A  new\ntitle ")
        await library.set_pinned(state.id, pinned=True)
        await library.set_unread(state.id, unread=True)
        (row,) = await library.summaries()
        assert (row.title, row.pinned, row.unread) == ("A new title", True, True)
        assert app.controller.state(state.id).title == "A new title"
        assert app.controller.state(state.id).pinned
        with pytest.raises(InvalidInputError, match="cannot be empty"):
            await library.rename(state.id, "  ")
        assert {h.title for h in await library.search("first")} == {"A new title"}
        assert await library.search(" ") == []
        await library.delete(state.id)
        assert await library.summaries() == []
        assert await library.search("first") == []
        await library.undelete(state.id)
        assert len(await library.summaries()) == 1
        assert any(isinstance(e, LibraryChanged) for e in app.events)


async def test_conversations_that_are_not_open_are_renamed_and_pinned_too():
    async with running() as app:
        state = await app.controller.new_conversation()
        reply = await app.controller.send(state.id, "q")
        await reply.wait()
        library = app.controller.library
        assert len((await library.record(state.id)).nodes) == 2
        app.controller.leave(state.id)
        await library.rename(state.id, "Other")
        await library.set_pinned(state.id, pinned=True)
        assert (await library.record(state.id)).title == "Other"
        assert await library.conversation_of(reply.message_id) == state.id
        with pytest.raises(InvalidInputError):
            await library.rename(ConversationId("nope"), "x")


async def test_what_is_in_the_trash_stays_open_and_is_not_opened_anew():
    async with running() as app:
        state = await app.controller.new_conversation()
        reply = await app.controller.send(state.id, "q")
        await reply.wait()
        library = app.controller.library
        await library.delete(state.id)
        assert [row.id for row in await library.deleted_summaries()] == [state.id]
        assert len((await app.controller.open(state.id)).path) == 2, "its window may show it on"
        assert len((await library.record(state.id)).nodes) == 2
        app.controller.leave(state.id)
        for asked_for in (
            app.controller.open(state.id),
            app.controller.show_message(reply.message_id),
            library.record(state.id),
        ):
            with pytest.raises(InvalidInputError) as caught:
                await asked_for
            assert caught.value.info.code is ProblemCode.CONVERSATION_IN_TRASH
        await library.undelete(state.id)
        assert len((await app.controller.open(state.id)).path) == 2


async def test_the_windows_state_is_kept():
    async with running() as app:
        await app.controller.library.save_window_state("geometry")
        assert await app.controller.library.load_window_state() == "geometry"
        assert (await app.controller.library.health()).integrity == "ok"


# Keys on their way


async def send_to(app, **provider_settings):
    changes = {f"providers.box.{name}": value for name, value in provider_settings.items()}
    app.controller.settings.change(changes)
    state = await app.controller.new_conversation()
    options = SendOptions(provider_id=ProviderId("box"))
    return await (await app.controller.send(state.id, "q", options=options)).wait()


async def test_a_key_goes_only_to_the_origin_it_was_given_for():
    async with running(Parts(ScriptedModel(answer("ok")))) as app:
        app.controller.settings.change({"providers.box.base_url": "https://box.example/v1"})
        await app.controller.keys.save(ProviderId("box"), "sk-box")
        assert (await send_to(app, base_url="https://box.example/v2")).text == "ok"
        assert app.parts.model.request.endpoint.key.reveal() == "sk-box"
        message = await send_to(app, base_url="https://box.example.evil.org/v1")
        assert message.error.code is ProblemCode.KEY_BOUND_ELSEWHERE
        assert len(app.parts.model.requests) == 1


async def test_a_key_travels_unprotected_only_to_this_computer_or_where_it_was_allowed():
    async with running() as app:
        app.controller.settings.change({"providers.box.base_url": "http://10.0.0.5/v1"})
        await app.controller.keys.save(ProviderId("box"), "sk-box")
        message = await send_to(app, base_url="http://10.0.0.5/v1")
        assert message.error.code is ProblemCode.INSECURE_ADDRESS
        assert "providers.box.allow_http" in message.error.hint
        assert (await send_to(app, allow_http=True)).text == "Q"
        assert (await send_to(app, allow_http=False, needs_key=False)).text == "Q"
        assert app.parts.model.request.endpoint.key is None


async def test_a_provider_without_an_address_is_told():
    async with running() as app:
        message = await send_to(app, name="Box")
        assert message.error.code is ProblemCode.BAD_ADDRESS
