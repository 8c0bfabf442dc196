"""``ask``: where the question comes from, where it goes, and what makes it unusable."""

import asyncio
import os
import signal

import pytest

from desktop_assistant.cli import ask as ask_module
from desktop_assistant.cli.context import CliContext
from desktop_assistant.cli.standard_input import StandardInput
from desktop_assistant.domain.errors import ProblemCode, problem
from desktop_assistant.settings.schema import DEFAULT_SYSTEM_PROMPT
from tests.fakes.scripted_model import Gate, ScriptedModel, answer


def question(terminal):
    return terminal.parts.model.sent[-1][1]


def is_untouched(terminal):
    return not terminal.parts.store.shelf.messages and not terminal.parts.model.requests


# The words


@pytest.mark.parametrize(
    ("words", "stdin", "expected"),
    [
        (["Hi"], b"", "Hi"),
        (["what", "is", "this"], b"", "what is this"),
        (["Explain"], b"a = 1\nb = 2\n", "Explain\n\na = 1\nb = 2"),
        (["Explain", "-"], b"a = 1\r\n", "Explain\n\na = 1"),
        (["-"], b"  indented\n\n", "  indented"),
        ([], b"only piped\n", "only piped"),
        (["5", "-", "3"], b"", "5 - 3"),
        (["--", "--what?"], b"", "--what?"),
        (["Hi"], b"\xef\xbb\xbfwith a mark", "Hi\n\nwith a mark"),
        (["Hi"], b"\xff\xfe bad", "Hi\n\n\ufffd\ufffd bad"),
        (["bad \udcff byte"], b"", "bad \ufffd byte"),
    ],
)
async def test_the_question_is_the_words_and_what_is_piped(terminal, words, stdin, expected):
    assert (await terminal.run("ask", *words, stdin=stdin)).code == 0
    assert question(terminal) == expected


async def test_a_terminal_is_told_how_to_end_its_input(terminal):
    outcome = await terminal.run("ask", "-", stdin=b"typed", is_stdin_tty=True)
    assert (outcome.code, outcome.out) == (0, "TYPED\n")
    assert outcome.err == "Type or paste the text; Ctrl+D in an empty line ends it.\n"


async def test_options_may_stand_between_the_words(terminal):
    await terminal.run("ask", "one", "--system", "S", "two", "--model", "m", "-", stdin=b"three")
    assert question(terminal) == "one two\n\nthree"
    assert terminal.parts.model.request.model == "m"


async def test_a_terminal_is_read_only_if_asked_for(terminal):
    await terminal.run("ask", "Hi", stdin=b"typed", is_stdin_tty=True)
    assert question(terminal) == "Hi"
    await terminal.run("ask", "Hi", "-", stdin=b"typed", is_stdin_tty=True)
    assert question(terminal) == "Hi\n\ntyped"


async def test_a_closed_standard_input_is_an_empty_one(terminal):
    assert (await terminal.run("ask", "Hi", stdin=None)).out == "HI\n"


@pytest.mark.parametrize("words", [[], ["-"], [" "], [" ", "-"]])
async def test_nothing_to_send_is_a_bad_argument(terminal, words):
    outcome = await terminal.run("ask", "--json", *words, stdin=b" \n")
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err == "There is nothing to send. Write a question first.\n"
    assert is_untouched(terminal)


async def test_a_pipe_left_open_does_not_hold_the_question_for_ever(terminal, monkeypatch):
    monkeypatch.setattr(ask_module, "WAIT_QUIETLY_S", 0.01)
    monkeypatch.setattr(ask_module, "GIVE_UP_S", 0.01)
    read_end, write_end = os.pipe()
    with os.fdopen(read_end) as stdin, os.fdopen(write_end, "wb"):
        outcome = await terminal.run("ask", "Hi", stdin=stdin)
    assert (outcome.code, outcome.out) == (0, "HI\n")
    assert "Waiting for text on standard input" in outcome.err
    assert "Add - to wait" in outcome.err


async def test_a_slow_pipe_is_read_to_its_end(terminal, monkeypatch):
    monkeypatch.setattr(ask_module, "WAIT_QUIETLY_S", 0.01)
    read_end, write_end = os.pipe()
    noticed, notice = asyncio.Event(), CliContext.notice

    def told(context, text):
        notice(context, text)
        noticed.set()

    monkeypatch.setattr(CliContext, "notice", told)

    async def produce():
        await noticed.wait()
        with os.fdopen(write_end, "wb", buffering=0) as pipe:
            pipe.write("für".encode()[:2])
            pipe.write("für".encode()[2:])

    with os.fdopen(read_end) as stdin:
        async with asyncio.TaskGroup() as group:
            running = group.create_task(terminal.run("ask", "Hi", stdin=stdin))
            group.create_task(produce())
    assert question(terminal) == "Hi\n\nfür"
    assert running.result().err == "Waiting for text on standard input …\n"


async def test_ctrl_c_while_waiting_for_input_ends_the_program(terminal, monkeypatch):
    async def interrupted(_):
        os.kill(os.getpid(), signal.SIGINT)
        await asyncio.Event().wait()

    monkeypatch.setattr(StandardInput, "read_all", interrupted)
    outcome = await terminal.run("ask", "-")
    assert outcome == type(outcome)(130, "", "")
    assert is_untouched(terminal)


# The place


async def test_parent_continues_the_chain_and_branches(terminal):
    first = await terminal.run("ask", "--json", "--system", "Be brief", "One")
    reply = first.finished
    second = await terminal.run("ask", "--json", "--parent", reply["message_id"], "Two")
    assert terminal.parts.model.sent == [
        ("system", "Be brief"), ("user", "One"), ("assistant", "ONE"), ("user", "Two"),
    ]  # fmt: skip
    assert second.finished["conversation_id"] == reply["conversation_id"]
    question_id = second.events[0]["user_message_id"]
    messages = terminal.parts.store.shelf.messages
    assert messages[question_id].parent_id == reply["message_id"]
    await terminal.run("ask", "--parent", reply["message_id"], "Other")
    assert terminal.parts.model.sent[-3:] == [
        ("user", "One"), ("assistant", "ONE"), ("user", "Other"),
    ]  # fmt: skip
    (summary,) = await terminal.parts.store.summaries()
    assert summary.branches == 2


async def test_conversation_goes_on_at_its_active_branch(terminal):
    first = (await terminal.run("ask", "--json", "One")).finished
    conversation = first["conversation_id"]
    await terminal.run("ask", "--json", "--conversation", conversation, "Two")
    assert [text for role, text in terminal.parts.model.sent if role == "user"] == ["One", "Two"]
    await terminal.run("ask", "--parent", first["message_id"], "--conversation", conversation, "3")
    assert [text for role, text in terminal.parts.model.sent if role == "user"] == ["One", "3"]


async def test_unknown_places_are_bad_arguments(terminal):
    first = (await terminal.run("ask", "--json", "One")).finished
    other = (await terminal.run("ask", "--json", "Two")).finished
    sent = len(terminal.parts.model.requests)
    for options, words in [
        (["--conversation", "nope"], "There is no conversation nope."),
        (["--parent", "nope"], "There is no message nope."),
        (
            ["--conversation", other["conversation_id"], "--parent", first["message_id"]],
            f"It belongs to conversation {first['conversation_id']}.",
        ),
        (["--temporary", "--parent", first["message_id"]], "--temporary cannot be combined"),
    ]:
        outcome = await terminal.run("ask", "--json", *options, "Three")
        assert (outcome.code, outcome.out) == (2, "")
        assert words in outcome.err
    assert len(terminal.parts.model.requests) == sent
    assert len(terminal.parts.store.shelf.messages) == 4


async def test_a_branch_that_is_being_answered_is_left_alone(terminal):
    gate = Gate()
    terminal.parts.model.then(gate, *answer("later"))
    async with asyncio.TaskGroup() as group:
        group.create_task(terminal.run("ask", "--json", "One"))
        await gate.reached()
        (summary,) = await terminal.parts.store.summaries()
        outcome = await terminal.run("ask", "--conversation", summary.id, "Two")
        assert outcome.code == 2
        assert "still being answered" in outcome.err
        gate.open()


async def test_a_temporary_question_needs_no_library_and_leaves_no_trace(terminal):
    terminal.parts.store.failing["open"] = problem(ProblemCode.STORAGE_BUSY)
    outcome = await terminal.run("ask", "--temporary", "Hi")
    assert (outcome.code, outcome.out) == (0, "HI\n")
    assert terminal.parts.store.shelf.writes == 0


# The system prompt


async def test_the_system_prompt_of_a_new_conversation_stays_its_own(terminal):
    first = (await terminal.run("ask", "--json", "--system", "Be brief", "One")).finished
    place = ["--conversation", first["conversation_id"]]
    await terminal.run("ask", *place, "--system", "Be long", "Two")
    assert terminal.parts.model.sent[0] == ("system", "Be long")
    await terminal.run("ask", *place, "Three")
    assert terminal.parts.model.sent[0] == ("system", "Be brief")


async def test_an_empty_system_prompt_sends_none(terminal):
    await terminal.run("ask", "--system", "", "Hi")
    assert terminal.parts.model.sent == [("user", "Hi")]
    await terminal.run("ask", "Hi")
    role, text = terminal.parts.model.sent[0]
    assert (role, text[:27]) == ("system", DEFAULT_SYSTEM_PROMPT[:27])


# The provider


async def test_an_address_and_a_key_variable_make_a_provider_for_this_call(terminal):
    terminal.environ = {"MY_KEY": " sk-my-own-key\n"}
    outcome = await terminal.run(
        "ask", "--json", "--base-url", "https://API.example.org/v1/chat/completions/",
        "--key-env", "MY_KEY", "--model", "m", "Hi",
    )  # fmt: skip
    request = terminal.parts.model.request
    assert request.endpoint.base_url == "https://api.example.org/v1"
    assert request.endpoint.key.reveal() == "sk-my-own-key"
    assert request.model == outcome.finished["model"] == "m"
    assert "sk-my-own-key" not in outcome.out + outcome.err
    assert "chat.model" not in terminal.parts.settings.values


async def test_an_address_without_a_key_variable_gets_no_key(terminal):
    await terminal.run("ask", "--base-url", "http://192.168.1.5:8080/v1", "Hi")
    endpoint = terminal.parts.model.request.endpoint
    assert (endpoint.key, endpoint.base_url) == (None, "http://192.168.1.5:8080/v1")
    assert terminal.parts.model.request.model == "gpt-4.1"


async def test_a_named_provider_lends_its_model_to_another_address_but_not_its_key(terminal):
    terminal.parts.settings.values |= {
        "providers.acme.base_url": "https://acme.example/v1",
        "providers.acme.model": "acme-1",
        "providers.acme.headers": "X-Secret: s",
        "providers.acme.proxy": "none",
    }
    await terminal.run("ask", "--provider", "acme", "--base-url", "https://other.example", "Hi")
    request = terminal.parts.model.request
    assert (request.model, request.endpoint.proxy) == ("acme-1", "none")
    assert (request.endpoint.key, request.endpoint.headers) == (None, ())


async def test_a_key_variable_alone_serves_the_named_provider(terminal):
    terminal.environ = {"MY_KEY": "sk-from-variable"}
    await terminal.run("ask", "--provider", "OpenAI", "--key-env", "MY_KEY", "Hi")
    endpoint = terminal.parts.model.request.endpoint
    assert endpoint.key.reveal() == "sk-from-variable"
    assert endpoint.base_url == "https://api.openai.com/v1"
    await terminal.run("ask", "--key-env", "MY_KEY", "Hi")
    assert terminal.parts.model.request.endpoint.key.reveal() == "sk-from-variable"
    await terminal.run("ask", "Hi")
    assert terminal.parts.model.request.endpoint.key.reveal() == "sk-test"


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--base-url", "ftp://x"], "ftp://x is not a usable address"),
        (["--base-url", "https://u:p@x"], "x is not a usable address"),
        (["--base-url", "http://far.example", "--key-env", "GOOD"], "send your key unprotected"),
        (["--provider", "plain", "--key-env", "GOOD"], "send your key unprotected"),
        (["--base-url", "https://x", "--key-env", "NONE"], "NONE is not set or empty"),
        (["--base-url", "https://x", "--key-env", "EMPTY"], "EMPTY is not set or empty"),
        (["--base-url", "https://x", "--key-env", "ODD"], "ODD does not hold a key"),
        (["--provider", "local", "--key-env", "GOOD"], "built-in model takes no key"),
        (["--provider", "nobody"], "There is no provider called nobody"),
    ],
)
async def test_what_cannot_be_asked_is_neither_stored_nor_sent(terminal, options, words):
    terminal.parts.settings.values |= {"providers.plain.base_url": "http://plain.example/v1"}
    terminal.environ = {"GOOD": "sk-good-key-1234", "EMPTY": " ", "ODD": "sk with spaces"}
    outcome = await terminal.run("ask", "--json", *options, "Hi")
    assert (outcome.code, outcome.out) == (2, "")
    assert words in outcome.err
    assert outcome.err.count("\n") == 1
    assert "sk-good-key" not in outcome.err
    assert is_untouched(terminal)


async def test_a_key_may_go_unprotected_to_this_computer(terminal):
    terminal.environ = {"GOOD": "sk-good"}
    url = "http://127.0.0.1:8080/v1"
    outcome = await terminal.run("ask", "--base-url", url, "--key-env", "GOOD", "Hi")
    assert outcome.code == 0
    assert terminal.parts.model.request.endpoint.key.reveal() == "sk-good"


async def test_a_new_conversation_keeps_the_model_it_was_asked_with(terminal):
    first = (await terminal.run("ask", "--json", "--model", "m-2", "Hi")).finished
    await terminal.run("ask", "--parent", first["message_id"], "And?")
    assert terminal.parts.model.request.model == "m-2"
    await terminal.run("ask", "Hi")
    assert terminal.parts.model.request.model == "gpt-4.1"


async def test_the_timeout_ends_a_silent_reply(terminal):
    terminal.parts.model = ScriptedModel([Gate()], [Gate()], [Gate()])
    outcome = await terminal.run("ask", "--json", "--timeout", "0.05", "Hi")
    assert (outcome.code, outcome.finished["error"]["kind"]) == (4, "timeout")
    assert "0.05 s" in outcome.finished["error"]["title"]
