"""Every row of the table of stream faults as somebody meets it who runs ``ask --json``.

The command line runs in this process, over the real client, sockets and database. What a row ends
in is written down once, beside the tests of the client.
"""

import pytest

from desktop_assistant.adapters.openai_client import OpenAIClient
from desktop_assistant.adapters.sqlite_store import SqliteStore
from desktop_assistant.domain.errors import ErrorInfo
from desktop_assistant.domain.ids import MessageId
from desktop_assistant.domain.messages import Status
from tests.fakes.assembly import Parts
from tests.fakes.openai_server import FakeOpenAI
from tests.fakes.terminal import Terminal
from tests.integration.openai_client.test_stream_faults import ROWS

EXIT_CODES = {
    Status.COMPLETE: 0, Status.LIMIT: 0, Status.FILTERED: 3, Status.INTERRUPTED: 3,
    Status.FAILED: 4,
}  # fmt: skip
RETRIES = 1
KEY = "sk-canary-0123456789abcdef"


@pytest.fixture
def server():
    with FakeOpenAI() as running:
        yield running


@pytest.fixture
def ask(server, tmp_path):
    """Asks once; gives how the command ended and the reply as it is stored."""

    async def run(*arguments, scenario):
        server.always(scenario)
        path = tmp_path / "conversations.db"
        parts = Parts(model=OpenAIClient(), store=SqliteStore(path))
        parts.settings.write({"retries.count": RETRIES})
        terminal = Terminal(parts, environ={"MY_KEY": KEY})
        where = ("--base-url", server.url, "--key-env", "MY_KEY")
        outcome = await terminal.run("ask", *where, "--json", *arguments, "Hi")
        assert KEY not in outcome.out + outcome.err
        again = SqliteStore(path)
        await again.open()
        (stored,) = await again.messages([MessageId(outcome.finished["message_id"])])
        await again.close()
        return outcome, stored

    return run


def check(outcome, stored, status, text, code):
    """What holds for every row."""
    finished = outcome.finished
    assert (outcome.code, finished["status"]) == (EXIT_CODES[status], status.value)
    said = "".join(e["text"] for e in outcome.events if e["event"] == "delta")
    assert said == finished["text"] == stored.text == text
    assert stored.status is status
    if code is None:
        assert finished["error"] is None
    else:
        assert stored.error.code is code
        assert finished["error"]["kind"] == stored.error.kind.value
        assert finished["error"]["title"]
        assert finished["error"]["hint"]


def tries(outcome):
    """The tries that were told."""
    told = [e for e in outcome.events if e["event"] == "retrying"]
    assert all(e["of"] == RETRIES + 1 and e["reason"] for e in told)
    return [e["attempt"] for e in told]


@pytest.mark.parametrize(("scenario", "status", "text", "code"), ROWS, ids=lambda v: str(v)[:24])
async def test_a_row_of_the_table(ask, scenario, status, text, code):
    outcome, stored = await ask(scenario=scenario)
    check(outcome, stored, status, text, code)
    may_retry = code is not None and ErrorInfo(code).may_retry
    assert tries(outcome) == ([2] if may_retry and not text else [])


@pytest.mark.parametrize(
    ("scenario", "status", "text"),
    [
        ("stall-before-headers", Status.FAILED, ""), ("stall-before-text", Status.FAILED, ""),
        ("comments-forever", Status.FAILED, ""),
        ("stall-midway", Status.INTERRUPTED, "Half an answer "),
    ],
)  # fmt: skip
async def test_a_service_that_says_no_more(ask, server, scenario, status, text):
    outcome, stored = await ask("--timeout", "0.3", scenario=scenario)
    check(outcome, stored, status, text, stored.error.code)
    assert outcome.finished["error"]["kind"] == "timeout"
    assert server.chats[-1].closed.wait(10)


@pytest.mark.parametrize("scenario", ["retry-after-600", "retry-after-year"])
async def test_a_wait_that_is_too_long_is_told_instead(ask, scenario):
    outcome, _ = await ask(scenario=scenario)
    assert (outcome.code, tries(outcome)) == (4, [])
    assert outcome.finished["error"]["kind"] == "rate_limit"


@pytest.mark.parametrize("scenario", ["retry-after-seconds", "retry-after-nan", "retry-after-ms"])
async def test_any_other_wait_is_kept_in_sight(ask, scenario):
    outcome, _ = await ask(scenario=scenario)
    assert (outcome.code, tries(outcome)) == (4, [2])


@pytest.mark.parametrize("what", ["usage", "temperature", "max-tokens"])
async def test_what_a_service_does_not_know_is_left_out(ask, server, what):
    outcome, stored = await ask(scenario=f"refuse-{what}")
    check(outcome, stored, Status.COMPLETE, server.reply, None)


@pytest.mark.parametrize("scenario", ["clean", "json-reply", "json-error", "html", "status-429"])
async def test_without_streaming_it_ends_the_same(ask, server, scenario):
    outcome, stored = await ask("--no-stream", scenario=scenario)
    streamed, _ = await ask(scenario=scenario)
    assert not [e for e in outcome.events if e["event"] == "delta"]
    keys = ("status", "text", "finish_reason", "error")
    assert [outcome.finished[k] for k in keys] == [streamed.finished[k] for k in keys]
    assert outcome.code == streamed.code
    assert stored.text == outcome.finished["text"]
