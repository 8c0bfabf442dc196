import pytest

from tests.fakes.openai_server import FakeOpenAI
from tests.fakes.program import Program


@pytest.fixture
def program(tmp_path):
    return Program(tmp_path / "data")


@pytest.fixture
def server():
    with FakeOpenAI(reply=lambda request: request.json["messages"][-1]["content"].upper()) as fake:
        yield fake


@pytest.fixture
def asking(program, server):
    """Options that send a question to the fake server, with a key from the environment."""
    program.environ["FAKE_KEY"] = "sk-fake-key-12345678"
    return ["--base-url", server.url, "--key-env", "FAKE_KEY", "--model", "fake-model"]
