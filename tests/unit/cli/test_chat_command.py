"""``chat`` with piped input; the interactive side is driven on a real terminal elsewhere."""

import pytest

from desktop_assistant.domain.errors import ProblemCode, problem
from tests.fakes.no_local_model import PretendLocalModel
from tests.fakes.scripted_model import answer


async def chatted(terminal, *lines, options=()):
    return await terminal.run("chat", *options, stdin="\n".join(lines).encode())


def branches(terminal):
    return [
        [text for role, text in request_turns(request) if role != "system"]
        for request in terminal.parts.model.requests
    ]


def request_turns(request):
    return [(str(turn.role), turn.text) for turn in request.turns]


async def test_every_line_is_a_question_with_its_context(terminal):
    outcome = await chatted(terminal, "one", "", "two", "")
    assert outcome == type(outcome)(0, "ONE\nTWO\n", "")
    assert branches(terminal) == [["one"], ["one", "ONE", "two"]]


async def test_nothing_piped_is_an_end_at_once(terminal):
    assert (await chatted(terminal)).code == 0
    assert (await terminal.run("chat", stdin=None)).code == 0
    assert terminal.parts.store.shelf.messages == {}


async def test_a_failure_is_told_and_the_conversation_goes_on(terminal):
    terminal.parts.model.then(problem(ProblemCode.KEY_REJECTED, provider="OpenAI"))
    outcome = await chatted(terminal, "one", "two")
    assert (outcome.code, outcome.out) == (0, "TWO\n")
    assert "The key for OpenAI was rejected" in outcome.err


async def test_edit_asks_the_last_question_in_other_words(terminal):
    outcome = await chatted(terminal, "one", "two", "/edit three", "/branches")
    assert branches(terminal)[-1] == ["one", "ONE", "three"]
    rows = outcome.out.splitlines()[-2:]
    assert rows[0].startswith("1 ")
    assert rows[0].endswith("two            TWO")
    assert rows[1].startswith("2* ")
    assert "three" in rows[1]


async def test_edit_without_words_needs_a_terminal(terminal):
    outcome = await chatted(terminal, "one", "/edit")
    assert "must follow /edit" in outcome.err
    assert len(terminal.parts.model.requests) == 1


async def test_retry_gives_another_answer_beside_the_first(terminal):
    terminal.parts.model.then(*answer("first"))
    terminal.parts.model.then(*answer("second"))
    outcome = await chatted(terminal, "one", "/retry", "go on", "/branches")
    assert outcome.out.startswith("first\nsecond\nGO ON\n")
    assert branches(terminal) == [["one"], ["one"], ["one", "second", "go on"]]
    assert "first" in outcome.out.splitlines()[-2]


async def test_branches_can_be_switched(terminal):
    terminal.parts.model.then(*answer("first"))
    terminal.parts.model.then(*answer("second"))
    outcome = await chatted(terminal, "one", "/retry", "/branches 1", "on", "/branches 3")
    assert branches(terminal)[-1] == ["one", "first", "on"]
    assert "You: one\n\ngpt-4.1: first\n" in outcome.out
    assert "There is no branch 3. /branches lists them." in outcome.err


@pytest.mark.parametrize("command", ["/edit x", "/retry"])
async def test_commands_about_the_last_question_need_one(terminal, command):
    outcome = await chatted(terminal, command)
    assert outcome.err == "There is no question yet.\n"
    assert "no messages yet" in (await chatted(terminal, "/branches")).out


async def test_the_system_prompt_can_be_seen_and_set(terminal):
    outcome = await chatted(
        terminal, "/system", "/system Be brief", "/system", "one", "/system none", "two",
        "/system", "/system default", "three",
    )  # fmt: skip
    systems = [dict(request_turns(r)).get("system") for r in terminal.parts.model.requests]
    assert systems[:2] == ["Be brief", None]
    assert systems[2].startswith("You are a helpful assistant.")
    assert outcome.out.splitlines()[1] == "Be brief"
    assert "(none)" in outcome.out


async def test_the_models_can_be_seen_and_chosen(terminal):
    terminal.parts.model.models = ("m-1", "m-2")
    outcome = await chatted(terminal, "/model", "/model m-2", "one", "/model")
    assert outcome.out == "gpt-4.1\n  m-1\n  m-2\nONE\nm-2\n  m-1\n  m-2\n"
    assert terminal.parts.model.request.model == "m-2"


async def test_a_model_for_one_call_changes_no_setting(terminal):
    options = ["--base-url", "http://127.0.0.1:9/v1", "--temporary"]
    outcome = await chatted(terminal, "/model", "/model m-3", "one", options=options)
    assert outcome.out == "gpt-4.1\nONE\n"
    assert terminal.parts.model.request.model == "m-3"
    assert terminal.parts.model.request.endpoint.base_url == "http://127.0.0.1:9/v1"
    assert "chat.model" not in terminal.parts.settings.values
    assert terminal.parts.store.shelf.writes == 0


async def test_the_built_in_model_is_not_chosen_by_another_name(terminal):
    terminal.parts.local_model = PretendLocalModel()
    for options in ([], ["--temporary"]):
        outcome = await chatted(
            terminal,
            *("/model gpt-4.1", "one", "/model SmolLM2 135M", "two"),
            options=["--provider", "local", *options],
        )
        assert outcome.out == "ONE\nTWO\n"
        assert outcome.err.startswith("There is no built-in model called gpt-4.1. The one that")


async def test_a_list_of_models_that_cannot_be_had_is_no_end(terminal):
    terminal.parts.model.models_error = problem(ProblemCode.NOTHING_LISTENS, host="x")
    outcome = await chatted(terminal, "/model", "one")
    assert outcome.out == "gpt-4.1\nONE\n"
    assert "Nothing answers at x" in outcome.err


async def test_new_begins_another_conversation(terminal):
    await chatted(terminal, "one", "/new", "two")
    assert branches(terminal) == [["one"], ["two"]]
    assert len(await terminal.parts.store.summaries()) == 2


async def test_a_conversation_can_be_gone_on_with(terminal):
    await chatted(terminal, "one")
    (summary,) = await terminal.parts.store.summaries()
    await chatted(terminal, "two", options=["--conversation", summary.id])
    assert branches(terminal)[-1] == ["one", "ONE", "two"]
    outcome = await chatted(terminal, "two", options=["--conversation", "nope"])
    assert outcome.code == 2


async def test_quit_leaves_and_help_helps(terminal):
    outcome = await chatted(terminal, "/help", "/quit", "never asked")
    for command in ("/edit", "/retry", "/branches", "/system", "/model", "/new", "/quit"):
        assert command in outcome.out
    assert terminal.parts.model.requests == []


async def test_a_slash_is_not_always_a_command(terminal):
    outcome = await chatted(terminal, "/etc/passwd, what is it?", "/nope")
    assert branches(terminal) == [["/etc/passwd, what is it?"]]
    assert "There is no command /nope. /help lists them." in outcome.err
