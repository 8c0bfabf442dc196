"""Whatever stands between: names, ports, certificates and proxies, each told by its name."""

import errno
import socket
import ssl
import warnings

import httpcore2
import pytest

from desktop_assistant.adapters.openai_client.errors import ErrorDescriber
from desktop_assistant.adapters.openai_client.network_errors import FailureDescriber
from desktop_assistant.domain.errors import ProblemCode as C
from desktop_assistant.ports.model_client import Endpoint
from tests.fakes.openai_server import FakeOpenAI
from tests.fakes.openai_server.proxies import FakeProxy


@pytest.fixture
def closed_port():
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    return port


async def test_nothing_listens(ask, closed_port):
    talk = await ask(f"http://127.0.0.1:{closed_port}/v1")
    assert talk.code is C.NOTHING_LISTENS
    assert talk.raised
    assert talk.error.title == f"Nothing answers at 127.0.0.1:{closed_port}"
    assert talk.error.may_retry


async def test_the_name_is_not_known(ask, monkeypatch):
    def unknown(*_, **__):
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    talk = await ask("https://no-such-host.test/v1")
    assert talk.code is C.HOST_NOT_FOUND
    assert talk.error.title == "no-such-host.test was not found"
    assert "Name or service not known" in talk.error.detail


async def test_the_connection_takes_too_long(ask):
    with socket.create_server(("127.0.0.1", 0), backlog=0) as listener:
        address = listener.getsockname()
        # A full queue of waiting connections: the next ones get no answer at all.
        waiting = [socket.socket() for _ in range(4)]
        for each in waiting:
            each.setblocking(False)
            each.connect_ex(address)
        talk = await ask(f"http://127.0.0.1:{address[1]}/v1", connect_timeout_s=0.2)
        for each in waiting:
            each.close()
    assert talk.code is C.CONNECT_TIMEOUT
    assert "within 0.2 s" in talk.error.hint


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.EHOSTUNREACH, C.UNREACHABLE), (errno.ENETUNREACH, C.UNREACHABLE),
        (errno.EADDRNOTAVAIL, C.UNREACHABLE), (errno.ETIMEDOUT, C.CONNECT_TIMEOUT),
        (errno.ECONNREFUSED, C.NOTHING_LISTENS), (errno.EPERM, C.UNREACHABLE),
    ],
)  # fmt: skip
@pytest.mark.parametrize("grouped", [False, True])
def test_what_the_system_says(number, code, grouped):
    endpoint = Endpoint("Acme", "http://192.0.2.1/v1")
    failure = httpcore2.ConnectError("All connection attempts failed")
    causes = [OSError(number, "x"), OSError(number, "y")]
    failure.__cause__ = ExceptionGroup("several", causes) if grouped else causes[0]
    described = FailureDescriber(endpoint, None, ErrorDescriber(endpoint))
    assert described.describe(failure, read_timeout_s=None).info.code is code


@pytest.mark.parametrize(
    ("failure", "code"),
    [
        (httpcore2.ReadError(), C.CONNECTION_LOST), (httpcore2.WriteError(), C.CONNECTION_LOST),
        (httpcore2.ReadTimeout(), C.FIRST_TEXT_TIMEOUT),
        (httpcore2.UnsupportedProtocol("x"), C.BAD_ADDRESS),
        (httpcore2.LocalProtocolError("x"), C.REQUEST_REFUSED),
        (httpcore2.RemoteProtocolError("illegal status line"), C.BAD_STREAM),
    ],
)  # fmt: skip
def test_what_the_http_layer_says(failure, code):
    endpoint = Endpoint("Acme", "http://192.0.2.1/v1")
    described = FailureDescriber(endpoint, None, ErrorDescriber(endpoint))
    info = described.describe(failure, read_timeout_s=30.0).info
    assert info.code is code
    assert "{" not in info.title + info.hint


# Certificates


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
async def test_a_trusted_certificate(ask, authority, host):
    with FakeOpenAI(tls=authority.server()) as server:
        url = server.url.replace("127.0.0.1", host)
        talk = await ask(url, ca_file=str(authority.ca_file))
        assert talk.code is None
        assert server.chats[0].headers["host"] == f"{host}:{server.port}"


async def test_a_long_answer_through_tls_is_few_events(ask, authority):
    with FakeOpenAI(tls=authority.server(), tokens=3000) as server:
        talk = await ask(server.url, ca_file=str(authority.ca_file))
        assert talk.outcome.text == server.reply
        assert len(talk.events) < 1000


@pytest.mark.parametrize(
    ("certificate", "trusts", "code"),
    [
        ({}, False, C.CERTIFICATE_UNTRUSTED),
        ({"self_signed": True}, True, C.CERTIFICATE_UNTRUSTED),
        ({"expired": True}, True, C.CERTIFICATE_EXPIRED),
        ({"not_yet": True}, True, C.CERTIFICATE_EXPIRED),
        ({"hosts": ("other.test",)}, True, C.CERTIFICATE_WRONG_HOST),
        ({"hosts": ("127.0.0.2",)}, True, C.CERTIFICATE_WRONG_HOST),
    ],
)
async def test_a_bad_certificate(ask, authority, certificate, trusts, code):
    context = authority.server(*certificate.pop("hosts", ()), **certificate)
    with FakeOpenAI(tls=context) as server:
        talk = await ask(server.url, ca_file=str(authority.ca_file) if trusts else "")
        assert talk.code is code
        assert talk.error.title.startswith("The certificate")
        assert f"127.0.0.1:{server.port}" in talk.error.title
        assert not server.requests


async def test_plain_http_where_tls_is_expected(ask, server):
    talk = await ask(server.url.replace("http:", "https:"))
    assert talk.code is C.SECURE_CONNECTION_FAILED


async def test_an_old_protocol(ask, authority):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        context = authority.server(newest_protocol=ssl.TLSVersion.TLSv1_1)
    with FakeOpenAI(tls=context) as server:
        talk = await ask(server.url, ca_file=str(authority.ca_file))
    assert talk.code is C.SECURE_CONNECTION_FAILED


async def test_a_connection_closed_in_the_handshake(ask):
    with FakeProxy(mood="garbage") as closes:
        talk = await ask(f"https://127.0.0.1:{closes.port}/v1")
    assert talk.code is C.SECURE_CONNECTION_FAILED


async def test_the_environment_names_whom_to_trust(ask, authority, monkeypatch):
    monkeypatch.setenv("SSL_CERT_FILE", str(authority.ca_file))
    with FakeOpenAI(tls=authority.server()) as server:
        assert (await ask(server.url)).code is None
        monkeypatch.delenv("SSL_CERT_FILE")
        assert (await ask(server.url)).code is C.CERTIFICATE_UNTRUSTED


@pytest.mark.parametrize("variable", ["SSL_CERT_FILE", "SSL_CERT_DIR"])
async def test_a_missing_certificate_file_is_named(ask, monkeypatch, variable):
    monkeypatch.setenv(variable, "/nonexistent/ca.pem")
    talk = await ask("https://127.0.0.1:1/v1")
    assert talk.code is C.CERTIFICATE_FILE_BAD
    assert talk.error.title == "The certificate file /nonexistent/ca.pem cannot be used"
    assert talk.error.hint.startswith(f"{variable} names it")


async def test_a_folder_of_certificates_is_fine(ask, authority, monkeypatch, tmp_path):
    monkeypatch.setenv("SSL_CERT_DIR", f"/nonexistent:{tmp_path}")
    with FakeOpenAI(tls=authority.server()) as server:
        assert (await ask(server.url)).code is C.CERTIFICATE_UNTRUSTED


@pytest.mark.parametrize("content", [None, b"", b"junk"])
async def test_a_bad_certificate_file_of_the_settings_is_named(ask, tmp_path, content):
    path = tmp_path / "ca.pem"
    if content is not None:
        path.write_bytes(content)
    talk = await ask("https://127.0.0.1:1/v1", ca_file=str(path))
    assert talk.code is C.CERTIFICATE_FILE_BAD
    assert talk.error.hint.startswith("The certificate setting of Acme names it")


async def test_plain_http_needs_no_certificates(ask, server, monkeypatch):
    monkeypatch.setenv("SSL_CERT_FILE", "/nonexistent/ca.pem")
    assert (await ask(server.url, ca_file="/nonexistent")).code is None


# Proxies


@pytest.mark.parametrize("kind", ["http", "socks5"])
async def test_through_a_proxy_in_the_clear(ask, server, kind):
    with FakeProxy(kind=kind, target=("127.0.0.1", server.port)) as proxy:
        assert (await ask("http://service.test/v1", proxy=proxy.url)).code is None
        assert server.chats[0].headers["host"] == "service.test"
        assert "service.test" in proxy.asked[0]
        assert b"proxy-authorization" not in b"".join(proxy.headers).lower()


@pytest.mark.parametrize("login", [None, ("me", "p@ss:word")])
@pytest.mark.parametrize("kind", ["http", "socks5"])
async def test_through_a_proxy_with_tls(ask, authority, kind, login):
    with (
        FakeOpenAI(tls=authority.server("service.test")) as server,
        FakeProxy(kind=kind, target=("127.0.0.1", server.port), login=login) as proxy,
    ):
        address = proxy.url.replace("//", "//me:p%40ss%3Aword@") if login else proxy.url
        ca_file = str(authority.ca_file)
        for _ in range(2):
            talk = await ask("https://service.test/v1", proxy=address, ca_file=ca_file)
            assert talk.code is None
        assert proxy.asked == ["service.test:443"]
        # The key is for the service alone.
        assert b"canary" not in b"".join(proxy.headers)


@pytest.mark.parametrize("kind", ["http", "socks5"])
@pytest.mark.parametrize("scheme", ["http", "https"])
@pytest.mark.parametrize("given", ["", "me:wrong@"])
async def test_a_proxy_that_wants_a_login(ask, kind, scheme, given):
    with FakeProxy(kind=kind, login=("me", "right")) as proxy:
        address = proxy.url.replace("//", f"//{given}")
        talk = await ask(f"{scheme}://service.test/v1", proxy=address)
        assert talk.code is C.PROXY_NEEDS_LOGIN
        assert talk.error.title == f"The proxy {proxy.url} asks for a name and password"
        assert "wrong" not in f"{talk.error.detail}"


@pytest.mark.parametrize("kind", ["http", "socks5"])
@pytest.mark.parametrize("scheme", ["http", "https"])
async def test_a_dead_proxy(ask, closed_port, kind, scheme):
    address = f"{kind}://127.0.0.1:{closed_port}"
    talk = await ask(f"{scheme}://service.test/v1", proxy=address)
    assert talk.code is C.PROXY_UNREACHABLE
    assert talk.error.title == f"The proxy {address} does not answer"


@pytest.mark.parametrize(
    ("kind", "scheme"), [("http", "https"), ("socks5", "http"), ("socks5", "https")]
)
async def test_a_silent_proxy(ask, kind, scheme):
    with FakeProxy(kind=kind, mood="silent") as proxy:
        talk = await ask(f"{scheme}://service.test/v1", proxy=proxy.url, connect_timeout_s=0.2)
        assert talk.code is C.PROXY_UNREACHABLE
        assert proxy.connections[0].wait(10)


async def test_a_slow_answer_is_no_silent_proxy(ask, server):
    """The limit is for the proxy's own words, not for the service behind it."""

    async def late(exchange):
        import asyncio

        await asyncio.sleep(0.5)
        await exchange.json(200, {"choices": [{"message": {"content": "late"}}]})

    server.script(late)
    with FakeProxy(kind="socks5", target=("127.0.0.1", server.port)) as proxy:
        talk = await ask("http://service.test/v1", proxy=proxy.url, connect_timeout_s=0.2)
    assert talk.outcome.text == "late"


@pytest.mark.parametrize(
    ("kind", "mood", "code"),
    [
        ("http", "bad-gateway", C.UNREACHABLE), ("http", "forbidden", C.UNREACHABLE),
        ("http", "garbage", C.BAD_STREAM), ("socks5", "bad-gateway", C.NOTHING_LISTENS),
        ("socks5", "garbage", C.PROXY_UNREACHABLE),
    ],
)  # fmt: skip
async def test_a_proxy_that_fails(ask, kind, mood, code):
    with FakeProxy(kind=kind, mood=mood) as proxy:
        talk = await ask("https://service.test/v1", proxy=proxy.url)
        assert talk.code is code


async def test_a_bad_certificate_behind_a_proxy_is_the_service_s(ask, authority):
    with (
        FakeOpenAI(tls=authority.server("other.test")) as server,
        FakeProxy(target=("127.0.0.1", server.port)) as proxy,
    ):
        talk = await ask("https://service.test/v1", proxy=proxy.url, ca_file=str(authority.ca_file))
    assert talk.code is C.CERTIFICATE_WRONG_HOST
    assert "service.test" in talk.error.title


async def test_the_system_s_proxy_is_used_but_not_for_this_computer(ask, server, monkeypatch):
    with FakeProxy(target=("127.0.0.1", server.port)) as proxy:
        monkeypatch.setenv("HTTP_PROXY", proxy.url)
        assert (await ask("http://service.test/v1")).code is None
        assert (await ask(server.url)).code is None
        assert proxy.asked == ["http://service.test/v1/chat/completions"]
        # A change counts from the next request on.
        monkeypatch.setenv("HTTP_PROXY", "socks://127.0.0.1:1")
        talk = await ask("http://service.test/v1")
        assert talk.code is C.PROXY_BAD
        assert talk.error.hint.startswith("HTTP_PROXY names it")
        assert (await ask(server.url)).code is None


async def test_without_support_for_socks_the_proxy_is_bad(ask, monkeypatch):
    import sys

    monkeypatch.setitem(sys.modules, "httpcore2._async.socks_proxy", None)
    talk = await ask("http://service.test/v1", proxy="socks5://127.0.0.1:1")
    assert talk.code is C.PROXY_BAD
