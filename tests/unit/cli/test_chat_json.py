"""``chat --json``: every line of input is answered by JSON Lines, and nothing else is printed."""

import json

import pytest

from desktop_assistant.domain.errors import ProblemCode, problem
from tests.fakes.scripted_model import answer


async def chatted(terminal, *lines, options=(), **more):
    stdin = "\n".join(lines).encode()
    return await terminal.run("chat", "--json", *options, stdin=stdin, **more)


def answered(events):
    """The last event for each line of input."""
    return [event for event in events if event["event"] not in ("started", "delta", "retrying")]


async def test_every_question_is_answered_as_ask_answers_it(terminal):
    terminal.parts.model.then(*answer("One ", "answer"))
    outcome = await chatted(terminal, "one", "", "two")
    assert (outcome.code, outcome.err) == (0, "")
    assert [event["event"] for event in outcome.events] == [
        *("started", "delta", "delta", "finished"),
        *("started", "delta", "finished"),
    ]
    first, second = answered(outcome.events)
    assert (first["text"], second["text"]) == ("One answer", "TWO")
    assert outcome.events[0]["message_id"] == first["message_id"]
    assert first["conversation_id"] == second["conversation_id"]
    asked = await terminal.run("ask", "--json", "one")
    assert list(first) == list(asked.finished)


async def test_no_prompts_are_shown_at_a_terminal_either(terminal):
    outcome = await chatted(terminal, "one", is_stdin_tty=True, is_stdout_tty=True)
    assert [event["event"] for event in outcome.events] == ["started", "delta", "finished"]


async def test_edit_and_retry_are_turns_too(terminal):
    outcome = await chatted(terminal, "one", "/edit two", "/retry")
    first, edited, retried = answered(outcome.events)
    assert [event["text"] for event in (first, edited, retried)] == ["ONE", "TWO", "TWO"]
    assert retried["parent_message_id"] == edited["parent_message_id"]
    assert edited["parent_message_id"] != first["parent_message_id"]


async def test_branches_are_told_and_switched(terminal):
    outcome = await chatted(
        terminal, "/branches", "one", "/edit two", "/branches", "/branches 1", "on"
    )
    none, first, second, both, switched, on = answered(outcome.events)
    assert none["branches"] == []
    assert list(both) == ["event", "conversation_id", "branches"]
    assert [
        (row["number"], row["leaf_message_id"], row["active"], row["question"], row["reply"])
        for row in both["branches"]
    ] == [
        (1, first["message_id"], False, "one", "ONE"),
        (2, second["message_id"], True, "two", "TWO"),
    ]
    assert {(row["messages"], row["updated_at"][-1]) for row in both["branches"]} == {(2, "Z")}
    assert switched == {
        "event": "branch",
        "conversation_id": first["conversation_id"],
        "number": 1,
        "leaf_message_id": first["message_id"],
    }
    assert on["text"] == "ON"
    assert [turn.text for turn in terminal.parts.model.request.turns][-3:] == ["one", "ONE", "on"]


async def test_other_commands_have_events_of_their_own(terminal):
    outcome = await chatted(
        terminal, "/system Be brief", "/system", "/system none", "/model", "/model m-2", "/new",
        "/help", "/quit", "never read",
    )  # fmt: skip
    brief, told, none, models, chosen, new, help_ = outcome.events
    assert brief == told == {"event": "system", "text": "Be brief"}
    assert none["text"] == ""
    assert models == {"event": "model", "model": "gpt-4.1", "models": ["scripted"]}
    assert chosen == {"event": "model", "model": "m-2", "models": None}
    assert list(new) == ["event", "conversation_id"]
    assert "/branches" in help_["text"]


async def test_a_new_conversation_is_the_one_that_was_told(terminal):
    outcome = await chatted(terminal, "one", "/new", "two")
    first, new, second = answered(outcome.events)
    assert second["conversation_id"] == new["conversation_id"] != first["conversation_id"]


@pytest.mark.parametrize("line", ["/nope", "/branches 3", "/branches x"])
async def test_a_command_that_cannot_be_obeyed_is_an_error(terminal, line):
    outcome = await chatted(terminal, line, "one")
    error, finished = answered(outcome.events)
    assert list(error) == ["event", "error"]
    assert error["error"]["kind"] == "bad_request"
    assert error["error"]["title"] in outcome.err
    assert finished["text"] == "ONE"


@pytest.mark.parametrize("line", ["/edit", "/edit x", "/retry"])
async def test_a_turn_that_cannot_begin_is_finished_at_once(terminal, line):
    outcome = await chatted(terminal, line)
    assert outcome.finished["status"] == "failed"
    assert outcome.finished["error"]["title"] == "There is no question yet"
    assert outcome.finished["message_id"] is None


async def test_a_question_that_cannot_be_stored_is_finished_and_failed(terminal):
    terminal.parts.store.failing["begin_turn"] = problem(ProblemCode.STORAGE_FULL)
    outcome = await chatted(terminal, "one")
    assert (outcome.code, outcome.finished["error"]["kind"]) == (0, "storage")


async def test_a_reply_that_fails_is_told_and_the_conversation_goes_on(terminal):
    terminal.parts.model.then(problem(ProblemCode.KEY_REJECTED, provider="OpenAI"))
    outcome = await chatted(terminal, "one", "two")
    failed, good = answered(outcome.events)
    assert (failed["status"], failed["error"]["kind"]) == ("failed", "auth")
    assert good["status"] == "complete"


async def test_models_that_cannot_be_had_are_told_after_the_one_in_use(terminal):
    terminal.parts.model.models_error = problem(ProblemCode.NOTHING_LISTENS, host="x")
    outcome = await chatted(terminal, "/model")
    model, error = outcome.events
    assert model["models"] == []
    assert error["error"]["kind"] == "network"


async def test_without_streaming_there_are_no_deltas(terminal):
    outcome = await chatted(terminal, "one", options=["--no-stream", "--temporary"])
    assert [event["event"] for event in outcome.events] == ["started", "finished"]


async def test_line_ends_of_unicode_do_not_break_a_line(terminal):
    terminal.parts.model.then(*answer("a\u2028b\x85c"))
    outcome = await chatted(terminal, "one")
    assert [json.loads(line)["event"] for line in outcome.out.splitlines()] == [
        "started", "delta", "finished",
    ]  # fmt: skip
    assert outcome.finished["text"] == "a\u2028b\x85c"
