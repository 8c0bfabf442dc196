"""A real client, a real server, and a way to ask that ends with what a user would get."""

from contextlib import aclosing
from dataclasses import dataclass, field

import pytest

from desktop_assistant.adapters.openai_client import OpenAIClient
from desktop_assistant.domain.errors import AssistantError
from desktop_assistant.domain.messages import Role
from desktop_assistant.domain.reply_draft import ReplyDraft, ReplyOutcome
from desktop_assistant.domain.secret import Secret
from desktop_assistant.domain.stream import StreamEvent
from desktop_assistant.ports.model_client import ChatTurn, Endpoint, ModelRequest, Sampling
from tests.fakes.openai_server import FakeOpenAI
from tests.fakes.openai_server.certificates import Authority

KEY = "sk-canary-0123456789abcdef"


@dataclass
class Talk:
    """What came of one question."""

    outcome: ReplyOutcome
    events: list[StreamEvent] = field(default_factory=list)
    raised: bool = False
    """No response began."""

    @property
    def code(self):
        return self.outcome.error.code if self.outcome.error else None

    @property
    def error(self):
        assert self.outcome.error is not None, self.outcome
        return self.outcome.error


class Asker:
    """Asks as the chat does: events into the reducer, errors into its end."""

    def __init__(self, client: OpenAIClient) -> None:
        self.client = client

    @staticmethod
    def endpoint(url: str, **more) -> Endpoint:
        return Endpoint("Acme", url, **({"key": Secret(KEY)} | more))

    def request(self, url, *, model="gpt-x", stream=True, sampling=None, text="Hi", **more):
        turns = (ChatTurn(Role.USER, text),)
        endpoint = self.endpoint(url, **more)
        return ModelRequest(endpoint, model, turns, sampling or Sampling(), stream)

    async def __call__(self, url: str, *, on_event=None, **more) -> Talk:
        draft = ReplyDraft("Acme")
        events: list[StreamEvent] = []
        try:
            async with aclosing(self.client.stream(self.request(url, **more))) as stream:
                async for event in stream:
                    events.append(event)
                    draft.apply(event)
                    if on_event is not None:
                        on_event(event)
        except AssistantError as error:
            return Talk(draft.fail(error.info), events, raised=True)
        return Talk(draft.finish(), events)


@pytest.fixture
async def client():
    made = OpenAIClient()
    yield made
    await made.close()


@pytest.fixture
def ask(client):
    return Asker(client)


@pytest.fixture
def server():
    with FakeOpenAI() as running:
        yield running


@pytest.fixture(scope="session")
def authority(tmp_path_factory):
    return Authority(tmp_path_factory.mktemp("certificates"))


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch):
    """No proxy and no certificate file of the machine that runs the tests."""
    for scheme in ("http", "https", "all", "no"):
        monkeypatch.delenv(f"{scheme}_proxy", raising=False)
        monkeypatch.delenv(f"{scheme}_PROXY".upper(), raising=False)
    for name in ("SSL_CERT_FILE", "SSL_CERT_DIR"):
        monkeypatch.delenv(name, raising=False)
