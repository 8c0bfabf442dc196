"""The fake server keeps its own promises: other tests stand on it."""

import json
import socket
import ssl
import subprocess
import sys
import urllib.error
import urllib.request

import pytest

from tests.fakes.openai_server import SCENARIOS, FakeOpenAI, answers, markdown, pieces
from tests.fakes.openai_server.certificates import Authority
from tests.fakes.openai_server.proxies import FakeProxy


def ask(server, key=None, path="/chat/completions", **body):
    question = {"model": "m", "messages": [{"role": "user", "content": "Hi"}], **body}
    request = urllib.request.Request(server.url + path, json.dumps(question).encode())
    if key:
        request.add_header("Authorization", f"Bearer {key}")
    with urllib.request.urlopen(request, timeout=10) as response:
        return response.read()


def events(body):
    return [line.removeprefix("data: ") for line in body.decode().split("\n\n") if line]


def test_a_stream_carries_the_whole_text_then_usage_then_the_end_mark():
    with FakeOpenAI(reply="Grüße an **alle**") as server:
        got = events(ask(server, stream=True, stream_options={"include_usage": True}))
    assert got[-1] == "[DONE]"
    chunks = [json.loads(data) for data in got[:-1]]
    texts = [c["choices"][0]["delta"].get("content", "") for c in chunks if c["choices"]]
    assert "".join(texts) == "Grüße an **alle**"
    assert chunks[-2]["choices"][0]["finish_reason"] == "stop"
    assert chunks[-1]["choices"] == []
    assert chunks[-1]["usage"]["completion_tokens"] == len(pieces("Grüße an **alle**"))


def test_a_whole_reply_says_the_same():
    with FakeOpenAI(reply=lambda request: request.json["messages"][0]["content"] * 2) as server:
        got = json.loads(ask(server))
    assert got["choices"][0]["message"]["content"] == "HiHi"


def test_scripts_are_used_once_and_in_order():
    with FakeOpenAI() as server:
        server.script("status-503", answers.status(418, {"a": 1}), "json-reply")
        for status in (503, 418):
            with pytest.raises(urllib.error.HTTPError) as raised:
                ask(server)
            raised.value.close()
            assert raised.value.code == status
        ask(server)
        ask(server)
        assert [r.finished for r in server.wait_for_chats(4)][:3] == [True] * 3


def test_unknown_scenarios_are_named():
    with FakeOpenAI() as server, pytest.raises(KeyError, match="no scenario 'nonsense'"):
        server.script("nonsense")


def test_another_key_is_refused_and_repeated_as_the_real_one_does():
    with FakeOpenAI(key="right") as server:
        ask(server, key="right")
        with pytest.raises(urllib.error.HTTPError) as raised:
            ask(server, key="wrong-key")
        assert raised.value.code == 401
        assert b"wrong-key" in raised.value.read()


def test_it_notices_when_the_client_goes():
    with FakeOpenAI() as server:
        server.always("stall-midway")
        client = socket.create_connection(("127.0.0.1", server.port))
        body = b'{"stream": true}'
        client.sendall(
            b"POST /v1/chat/completions HTTP/1.1\r\nHost: x\r\nContent-Length: %d\r\n\r\n%b"
            % (len(body), body)
        )
        assert client.recv(100).startswith(b"HTTP/1.1 200")
        request = server.wait_for_chats(1)[0]
        assert not request.closed.is_set()
        client.close()
        assert request.closed.wait(10)
        assert not request.finished


def test_every_scenario_says_what_it_is():
    assert len(SCENARIOS) > 90
    for name, answer in SCENARIOS.items():
        assert answer.__doc__, name


@pytest.mark.parametrize("tokens", [1, 50, 1234])
def test_markdown_has_exactly_so_many_tokens(tokens):
    text = markdown(tokens)
    assert len(pieces(text)) == tokens
    assert "".join(pieces(text)) == text
    assert text == markdown(tokens + 100)[: len(text)]


def test_one_byte_writes_carry_the_same_bytes():
    with FakeOpenAI(reply="short") as server:
        server.script("one-byte-writes", "one-byte-chunks")
        first, second = ask(server, stream=True), ask(server, stream=True)
    assert first == second
    assert first.endswith(b"data: [DONE]\n\n")


def test_by_hand_it_prints_its_address_and_ends_when_told():
    command = [sys.executable, "-m", "tests.fakes.openai_server", "--reply", "By hand"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            url = process.stdout.readline().strip()
            with urllib.request.urlopen(url + "/models", timeout=10) as response:
                assert b"fake-model" in response.read()
        finally:
            process.terminate()
    assert process.returncode == 0


def test_it_speaks_tls_with_certificates_of_its_own_authority(tmp_path):
    authority = Authority(tmp_path)
    trust = ssl.create_default_context(cafile=str(authority.ca_file))
    with FakeOpenAI(tls=authority.server("localhost")) as server:
        url = server.url.replace("127.0.0.1", "localhost")
        with urllib.request.urlopen(url + "/models", context=trust, timeout=10) as response:
            assert b"fake-model" in response.read()
        with pytest.raises(urllib.error.URLError, match="verify failed"):
            urllib.request.urlopen(server.url + "/models", context=trust, timeout=10)


def test_a_client_that_takes_it_for_tls_gets_an_http_answer():
    with (
        FakeOpenAI() as server,
        socket.create_connection(("127.0.0.1", server.port)) as client,
    ):
        client.sendall(b"\x16\x03\x01hello")
        assert client.recv(100).startswith(b"HTTP/1.1 400")


def through(proxy, url):
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({"http": proxy.url}))
    with opener.open(url, timeout=10) as response:
        return response.read()


def test_a_proxy_leads_to_its_target_whatever_the_name():
    with FakeOpenAI() as server, FakeProxy(target=("127.0.0.1", server.port)) as proxy:
        assert b"fake-model" in through(proxy, "http://no-such-name.test/v1/models")
        assert proxy.asked == ["http://no-such-name.test/v1/models"]


def test_a_proxy_asks_for_a_login():
    with FakeProxy(login=("me", "secret")) as proxy:
        with pytest.raises(urllib.error.HTTPError) as raised:
            through(proxy, "http://no-such-name.test/v1/models")
        raised.value.close()
        assert raised.value.code == 407


def test_a_fault_of_a_scenario_is_not_hidden():
    async def broken(exchange):
        raise ZeroDivisionError

    def use():
        with FakeOpenAI() as server:
            server.script(broken)
            with pytest.raises(OSError, match="without response"):
                ask(server)

    with pytest.raises(ZeroDivisionError):
        use()
