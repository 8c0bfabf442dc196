"""``ask``: what comes out, in text and in JSON, and how the program ends."""

import asyncio
import io
import os
import signal
from pathlib import Path

import pytest

from desktop_assistant.domain.errors import ProblemCode, problem
from desktop_assistant.domain.messages import Status, Usage
from desktop_assistant.domain.stream import ReasoningDelta, RequestAdjusted, TextDelta
from desktop_assistant.ports.conversation_store import OpenReport
from tests.fakes.no_local_model import PretendLocalModel
from tests.fakes.scripted_model import Gate, answer, cut_off

FULL = Path("/dev/full")


def stored(terminal, message_id):
    return terminal.parts.store.shelf.messages[message_id]


async def test_only_the_answer_is_on_standard_output(terminal):
    terminal.parts.model.then(*answer("Grüß", " dich"))
    outcome = await terminal.run("ask", "Hello")
    assert outcome == type(outcome)(0, "Grüß dich\n", "")
    assert terminal.parts.model.sent[-1] == ("user", "Hello")


async def test_an_answer_that_ends_its_line_gets_no_other_end(terminal):
    terminal.parts.model.then(*answer("a\n", "b\n"))
    assert (await terminal.run("ask", "Hello")).out == "a\nb\n"


async def test_json_has_exactly_the_promised_events(terminal):
    terminal.parts.model.then(*answer("Hé", "llo", usage=Usage(7, 2)))
    outcome = await terminal.run("ask", "--json", "Hi")
    started, *deltas, finished = outcome.events
    assert list(started) == [
        "event", "conversation_id", "user_message_id", "message_id", "parent_message_id",
    ]  # fmt: skip
    assert started["event"] == "started"
    assert started["parent_message_id"] == started["user_message_id"]
    assert all(list(d) == ["event", "text"] and d["event"] == "delta" for d in deltas)
    assert finished == {
        "event": "finished",
        "status": "complete",
        "message_id": started["message_id"],
        "parent_message_id": started["user_message_id"],
        "conversation_id": started["conversation_id"],
        "text": "Héllo",
        "reasoning": None,
        "model": "gpt-4.1",
        "finish_reason": "stop",
        "usage": {"input_tokens": 7, "output_tokens": 2, "estimated": False},
        "error": None,
    }
    assert "".join(d["text"] for d in deltas) == finished["text"]
    assert stored(terminal, started["message_id"]).text == finished["text"]
    assert (outcome.code, outcome.err) == (0, "")
    assert "é" in outcome.out


async def test_lines_are_not_cut_by_line_ends_inside_the_text(terminal):
    terminal.parts.model.then(*answer("a\u2028b\u2029c\x85d\ne"))
    outcome = await terminal.run("ask", "--json", "Hi")
    assert len(outcome.out.splitlines()) == len(outcome.events)
    assert outcome.finished["text"] == "a\u2028b\u2029c\x85d\ne"


async def test_without_streaming_there_are_no_deltas(terminal):
    outcome = await terminal.run("ask", "--json", "--no-stream", "Hi")
    assert [e["event"] for e in outcome.events] == ["started", "finished"]
    assert outcome.finished["text"] == "HI"
    assert terminal.parts.model.request.stream is False


async def test_the_setting_turns_streaming_off_as_well(terminal):
    terminal.parts.settings.values["chat.stream"] = False
    outcome = await terminal.run("ask", "--json", "Hi")
    assert [e["event"] for e in outcome.events] == ["started", "finished"]
    assert (await terminal.run("ask", "Hi")).out == "HI\n"


async def test_thinking_is_told_apart_from_the_answer(terminal):
    terminal.parts.model.then(ReasoningDelta("hm"), *answer("So."))
    outcome = await terminal.run("ask", "--json", "Hi")
    deltas = [e for e in outcome.events if e["event"] == "delta"]
    assert {"event": "delta", "text": "", "reasoning": "hm"} in deltas
    assert "".join(d["text"] for d in deltas) == outcome.finished["text"] == "So."
    assert outcome.finished["reasoning"] == "hm"
    terminal.parts.model.then(ReasoningDelta("hm"), *answer("So."))
    assert (await terminal.run("ask", "Hi")).out == "So.\n"


@pytest.mark.parametrize(
    ("steps", "code", "status"),
    [
        (answer("a"), 0, "complete"),
        (answer("a", finish="length"), 0, "limit"),
        (answer("a", finish="content_filter"), 3, "filtered"),
        (cut_off("a"), 3, "interrupted"),
        ([problem(ProblemCode.KEY_REJECTED, provider="OpenAI")], 4, "failed"),
        (answer(), 4, "failed"),
    ],
)
async def test_the_exit_code_follows_the_status(terminal, steps, code, status):
    terminal.parts.model.then(*steps)
    outcome = await terminal.run("ask", "--json", "Hi")
    assert (outcome.code, outcome.finished["status"]) == (code, status)
    assert (outcome.finished["error"] is None) == (status in ("complete", "limit", "filtered"))
    terminal.parts.model.then(*steps)
    text = await terminal.run("ask", "Hi")
    assert text.code == code
    assert (text.err == "") == (status == "complete")
    assert text.out == ("a\n" if status != "failed" else "")


async def test_errors_say_what_happened_and_what_to_do(terminal):
    refused = problem(ProblemCode.KEY_REJECTED, provider="OpenAI", detail="HTTP 401: bad \x1b[2J")
    terminal.parts.model.then(refused)
    outcome = await terminal.run("ask", "--json", "Hi")
    assert outcome.finished["error"] == {
        "kind": "auth",
        "title": "The key for OpenAI was rejected",
        "hint": refused.info.hint,
        "detail": "HTTP 401: bad \x1b[2J",
    }
    terminal.parts.model.then(refused)
    outcome = await terminal.run("ask", "Hi")
    assert outcome.err.startswith(f"The key for OpenAI was rejected. {refused.info.hint}\n")
    assert "Details: HTTP 401: bad ␛[2J" in outcome.err


async def test_retries_are_counted_and_told(terminal):
    overloaded = problem(ProblemCode.SERVER_OVERLOADED, provider="OpenAI", status="503")
    terminal.parts.model.then(overloaded)
    outcome = await terminal.run("ask", "--json", "Hi")
    (retrying,) = [e for e in outcome.events if e["event"] == "retrying"]
    assert list(retrying) == ["event", "attempt", "of", "in_s", "reason"]
    assert (retrying["attempt"], retrying["of"]) == (2, 3)
    assert retrying["reason"] == "OpenAI is overloaded"
    assert retrying["in_s"] == pytest.approx(terminal.parts.clock.slept[0], abs=0.001)
    terminal.parts.model.then(overloaded)
    outcome = await terminal.run("ask", "Hi")
    assert (outcome.code, outcome.out) == (0, "HI\n")
    assert "OpenAI is overloaded. Trying again in 0." in outcome.err
    assert "(attempt 2 of 3)" in outcome.err


async def test_a_remark_on_a_whole_reply_goes_to_standard_error(terminal):
    terminal.parts.model.then(RequestAdjusted("Temperature was left out."), *answer("Yes"))
    outcome = await terminal.run("ask", "Hi")
    assert (outcome.out, outcome.err) == ("Yes\n", "Temperature was left out.\n")


async def test_a_terminal_is_not_commanded_by_the_answer(terminal):
    sly = "\x1b]0;owned\x07\x9b2J\r\nok\r"
    terminal.parts.model.then(*answer(sly))
    assert (await terminal.run("ask", "Hi", is_stdout_tty=True)).out == ("␛]0;owned␇\\x9b2J\nok␍\n")
    terminal.parts.model.then(*answer(sly))
    assert (await terminal.run("ask", "Hi")).out == sly + "\n"


async def test_ctrl_c_stops_the_reply_and_keeps_what_was_written(terminal):
    gate = Gate()
    terminal.parts.model.then(TextDelta("Half an "), gate, TextDelta("answer"))

    async def interrupt():
        await gate.reached()
        os.kill(os.getpid(), signal.SIGINT)

    async with asyncio.TaskGroup() as group:
        running = group.create_task(terminal.run("ask", "--json", "Hi"))
        group.create_task(interrupt())
    outcome = running.result()
    assert outcome.code == 130
    assert outcome.finished["status"] == "stopped"
    assert outcome.finished["text"] == "Half an "
    assert outcome.finished["error"]["kind"] == "cancelled"
    kept = stored(terminal, outcome.finished["message_id"])
    assert (kept.text, kept.status) == ("Half an ", Status.STOPPED)
    assert terminal.parts.model.open_streams == 0


async def test_ctrl_c_while_the_question_is_being_stored_counts_too(terminal):
    store = terminal.parts.store
    begin_turn, gate = store.begin_turn, Gate()

    async def interrupted(*args):
        os.kill(os.getpid(), signal.SIGINT)
        await asyncio.sleep(0.01)
        await begin_turn(*args)

    store.begin_turn = interrupted
    terminal.parts.model.then(gate)
    outcome = await terminal.run("ask", "--json", "Hi")
    assert (outcome.code, outcome.finished["status"]) == (130, "stopped")


async def test_a_reader_that_goes_away_loses_nothing_of_the_stored_answer(terminal):
    read_end, write_end = os.pipe()
    gate = Gate()
    terminal.parts.model.then(TextDelta("one\n"), gate, *answer("two\n"))

    async def leave():
        await gate.reached()
        os.close(read_end)
        gate.open()

    with os.fdopen(write_end, "w") as pipe:
        async with asyncio.TaskGroup() as group:
            running = group.create_task(terminal.run("ask", "Hi", stdout=pipe))
            group.create_task(leave())
    outcome = running.result()
    assert (outcome.code, outcome.err) == (0, "")
    (reply,) = [m for m in terminal.parts.store.shelf.messages.values() if m.role == "assistant"]
    assert (reply.text, reply.status) == ("one\ntwo\n", Status.COMPLETE)


@pytest.mark.skipif(not FULL.exists(), reason="needs /dev/full")
async def test_output_that_cannot_be_written_is_a_failure(terminal):
    with FULL.open("w") as full:
        outcome = await terminal.run("ask", "Hi", stdout=full)
    assert outcome.code == 4
    assert "The output could not be written: No space left on device." in outcome.err


async def test_no_standard_output_at_all_is_no_reason_to_fail(terminal):
    class Closed(io.StringIO):
        def write(self, _):
            raise BrokenPipeError(32, "Broken pipe")

    outcome = await terminal.run("ask", "Hi", stdout=Closed())
    assert (outcome.code, outcome.err) == (0, "")


async def test_a_reply_that_could_not_be_stored_is_told(terminal):
    terminal.parts.store.failing["finish_reply"] = problem(ProblemCode.STORAGE_FULL)
    outcome = await terminal.run("ask", "Hi")
    assert (outcome.code, outcome.out) == (4, "HI\n"), "nobody must take it for kept"
    assert "The disk is full" in outcome.err
    terminal.parts.model.then(*cut_off("half"))
    assert (await terminal.run("ask", "Hi")).code == 3, "how the reply ended counts first"


@pytest.mark.parametrize("command", [["ask", "Hi"], ["chat"]])
async def test_a_library_that_cannot_be_opened_is_told_to_scripts_as_well(terminal, command):
    newer = problem(ProblemCode.STORAGE_NEWER, known="1", found="2", path="/x")
    terminal.parts.store.failing["open"] = newer
    outcome = await terminal.run(*command, "--json")
    assert outcome.code == 4
    (event,) = outcome.events
    assert event["event"] == ("finished" if command[0] == "ask" else "error")
    assert event["error"]["kind"] == "storage"
    assert (await terminal.run(*command)).out == ""


async def test_what_was_told_when_the_library_opened_is_not_told_again(terminal):
    read_only = problem(ProblemCode.STORAGE_READ_ONLY, path="/d")
    terminal.parts.store.open_report = OpenReport(notice=read_only.info)
    terminal.parts.store.failing["begin_turn"] = read_only
    outcome = await terminal.run("ask", "Hi")
    assert outcome.code == 4
    assert outcome.err.count("The data folder cannot be written to") == 1


@pytest.mark.parametrize("json_option", [[], ["--json"]])
async def test_a_question_that_cannot_be_stored_is_not_sent(terminal, json_option):
    terminal.parts.store.failing["begin_turn"] = problem(ProblemCode.STORAGE_READ_ONLY, path="/d")
    outcome = await terminal.run("ask", *json_option, "Hi")
    assert outcome.code == 4
    assert "The data folder cannot be written to" in outcome.err
    assert terminal.parts.model.requests == []
    if json_option:
        assert outcome.finished["status"] == "failed"
        assert outcome.finished["message_id"] is None
        assert outcome.finished["error"]["kind"] == "storage"
    else:
        assert outcome.out == ""


async def test_the_built_in_model_is_announced_while_it_starts(terminal):
    terminal.parts.local_model = PretendLocalModel()
    outcome = await terminal.run("ask", "--provider", "local", "Hi")
    assert (outcome.code, outcome.out) == (0, "HI\n")
    assert outcome.err == "Starting the built-in model …\n"


@pytest.mark.parametrize(
    ("file", "name", "known"),
    [
        ("", "gpt-4.1", "SmolLM2 135M"),
        ("", "/models/other.gguf", "SmolLM2 135M"),
        ("/models/Other-7B.gguf", "SmolLM2 135M", "Other-7B"),
    ],
)
async def test_the_built_in_model_does_not_answer_to_other_names(terminal, file, name, known):
    terminal.parts.local_model = PretendLocalModel()
    terminal.parts.settings.values |= {"local_model.file": file}
    outcome = await terminal.run("ask", "--provider", "local", "--model", name, "Hi", "--json")
    assert (outcome.code, outcome.finished["status"]) == (4, "failed")
    error = outcome.finished["error"]
    assert error["kind"] == "not_found"
    assert error["title"] == f"There is no built-in model called {name}"
    assert error["hint"].startswith(f"The one that is there is {known}; the setting")
    assert terminal.parts.model.requests == []
    # Its conversation goes on with the model that is there.
    shown = outcome.finished["conversation_id"]
    outcome = await terminal.run("ask", "--conversation", shown, "Again", "--json")
    assert (outcome.finished["text"], outcome.finished["model"]) == ("AGAIN", known)


@pytest.mark.parametrize("name", ["Other-7B", "other-7b.GGUF", "/models/Other-7B.gguf"])
async def test_a_model_file_is_asked_by_any_of_its_names(terminal, name):
    terminal.parts.local_model = PretendLocalModel()
    terminal.parts.settings.values |= {"local_model.file": "/models/Other-7B.gguf"}
    outcome = await terminal.run("ask", "--provider", "local", "--model", name, "Hi")
    assert (outcome.code, outcome.out) == (0, "HI\n")


async def test_a_provider_that_is_gone_is_told_before_the_built_in_model_answers(terminal):
    terminal.parts.local_model = PretendLocalModel()
    terminal.parts.settings.values |= {
        "chat.provider": "acme",
        "providers.acme.base_url": "https://acme.example/v1",
    }
    first = await terminal.run("ask", "--provider", "acme", "Hi", "--json")
    conversation = first.finished["conversation_id"]
    assert "no provider" not in first.err
    del terminal.parts.settings.values["providers.acme.base_url"]
    told = "There is no provider called acme any more, so the built-in model is used."
    for command in (["ask", "Hi"], ["ask", "--conversation", conversation, "Hi"]):
        outcome = await terminal.run(*command)
        assert (outcome.code, outcome.out) == (0, "HI\n")
        assert outcome.err.startswith(told)
    assert told in (await terminal.run("chat", stdin=b"Hi")).err
    terminal.parts.settings.values["chat.provider"] = "openai"
    assert "no provider" not in (await terminal.run("ask", "Hi")).err


@pytest.mark.parametrize("json_option", [[], ["--json"]])
async def test_what_does_not_fit_is_told_and_the_question_is_sent_whole(terminal, json_option):
    terminal.parts.settings.values |= {"chat.context_window": 1024, "chat.system_prompt": ""}
    first = await terminal.run("ask", "--json", "word " * 700)
    assert first.err == ""
    going_on = ["ask", *json_option, "--conversation", first.finished["conversation_id"]]
    outcome = await terminal.run(*going_on, "word " * 100)
    assert outcome.err == (
        "2 earlier messages do not fit into the model's window and are not sent.\n"
    )
    outcome = await terminal.run("ask", *json_option, "word " * 3000)
    assert outcome.code == 0
    assert "The question takes about" in outcome.err
    assert "it is sent whole all the same" in outcome.err
    assert terminal.parts.model.request.turns[-1].text.count("word") == 3000


async def test_a_missing_built_in_model_fails_with_advice(terminal):
    outcome = await terminal.run("ask", "--provider", "local", "Hi")
    assert outcome.code == 4
    assert "pip install" in outcome.err


async def test_the_sample_question_is_asked_for_real_and_not_stored(terminal):
    from desktop_assistant.cli.ask import SAMPLE_QUESTION
    from desktop_assistant.cli.run import ask_sample

    terminal.parts.model.then(*answer("With ", "many things."))
    outcome = await terminal.run_verb(ask_sample)
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out == f"{SAMPLE_QUESTION}\n\nWith many things.\n"
    assert terminal.parts.model.sent[-1] == ("user", SAMPLE_QUESTION)
    assert terminal.parts.store.shelf.messages == {}
    terminal.parts.model.then(problem(ProblemCode.KEY_REJECTED, provider="OpenAI"))
    assert (await terminal.run_verb(ask_sample)).code == 4


@pytest.mark.skipif(not FULL.exists(), reason="needs /dev/full")
async def test_a_sample_that_cannot_be_shown_is_a_failure(terminal):
    from desktop_assistant.cli.run import ask_sample

    with FULL.open("w") as full:
        assert (await terminal.run_verb(ask_sample, stdout=full)).code == 4
