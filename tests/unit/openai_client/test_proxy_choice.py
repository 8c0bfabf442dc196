"""Which proxy leads to an endpoint."""

import urllib.request

import pytest

from desktop_assistant.adapters.openai_client.proxies import proxy_for
from desktop_assistant.domain.errors import AssistantError, ProblemCode
from desktop_assistant.ports.model_client import Endpoint

NAMES = [f"{scheme}_proxy" for scheme in ("http", "https", "all", "no", "ftp")]


@pytest.fixture(autouse=True)
def no_proxies(monkeypatch):
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


def proxy(url="https://api.acme.test/v1", setting="system"):
    return proxy_for(Endpoint("Acme", url, proxy=setting))


def test_no_environment_no_proxy():
    assert proxy() is None
    assert proxy(setting="none") is None
    assert proxy(setting="") is None


@pytest.mark.parametrize(
    ("variable", "url", "used"),
    [
        ("HTTPS_PROXY", "https://a.test", True), ("https_proxy", "https://a.test", True),
        ("HTTP_PROXY", "http://a.test", True), ("HTTP_PROXY", "https://a.test", False),
        ("ALL_PROXY", "https://a.test", True), ("all_proxy", "http://a.test", True),
    ],
)  # fmt: skip
def test_the_environment_is_honoured(monkeypatch, variable, url, used):
    monkeypatch.setenv(variable, "http://gate:3128")
    found = proxy(url)
    assert (found.url if found else None) == ("http://gate:3128" if used else None)
    if used:
        assert found.source == variable
        assert proxy(url, "none") is None


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:1/v1", "http://localhost/v1", "https://[::1]:1", "http://x.localhost"]
)
def test_never_for_this_computer(monkeypatch, url):
    monkeypatch.setenv("ALL_PROXY", "http://gate:3128")
    monkeypatch.setenv("HTTP_PROXY", "nonsense://")
    assert proxy(url) is None


@pytest.mark.parametrize("hosts", ["a.test", ".test", "*", "b.example, a.test"])
def test_exceptions_are_honoured(monkeypatch, hosts):
    monkeypatch.setenv("ALL_PROXY", "http://gate:3128")
    monkeypatch.setenv("NO_PROXY", hosts)
    assert proxy("https://a.test:8443/v1") is None


def test_what_is_special_comes_before_what_is_for_all(monkeypatch):
    monkeypatch.setenv("ALL_PROXY", "socks://desktop:1")
    monkeypatch.setenv("HTTPS_PROXY", "http://gate:3128")
    assert proxy().url == "http://gate:3128"


def test_the_system_is_asked_where_the_environment_is_silent(monkeypatch):
    monkeypatch.setattr(urllib.request, "getproxies", lambda: {"https": "http://registry:8080"})
    found = proxy()
    assert found.url == "http://registry:8080"
    assert found.source == "The system's proxy setting"


@pytest.mark.parametrize(
    ("address", "url"),
    [
        ("http://gate", "http://gate:80"), ("https://gate", "https://gate:443"),
        ("gate:3128", "http://gate:3128"), ("socks5://gate", "socks5://gate:1080"),
        ("socks5h://gate:9", "socks5h://gate:9"), (" http://[::1]:8 ", "http://[::1]:8"),
        ("http://gate:3128/path", "http://gate:3128"),
    ],
)  # fmt: skip
def test_addresses(address, url):
    found = proxy(setting=address)
    assert found.url == url
    assert found.is_socks == url.startswith("socks")
    assert found.login is None


def test_name_and_password_are_kept_apart():
    found = proxy(setting="http://me:p%40ss@gate:1")
    assert found.login == ("me", "p@ss")
    assert found.url == "http://gate:1"
    assert "p@ss" not in repr(found)
    assert proxy(setting="http://me@gate:1").login == ("me", "")


@pytest.mark.parametrize(
    "address",
    ["socks://gate:1", "socks4://gate:1", "ftp://gate", "http://", "http://gate:99999",
     "http://gate:port", "http://[gate", "http://ga te:1", "://"],
)  # fmt: skip
def test_unusable_addresses_are_named_with_what_names_them(monkeypatch, address):
    monkeypatch.setenv("ALL_PROXY", address)
    with pytest.raises(AssistantError) as raised:
        proxy()
    info = raised.value.info
    assert info.code is ProblemCode.PROXY_BAD
    assert info.hint.startswith("ALL_PROXY names it")
    with pytest.raises(AssistantError) as raised:
        proxy(setting=address)
    assert "proxy setting of Acme" in raised.value.info.hint


def test_a_password_is_not_told():
    with pytest.raises(AssistantError) as raised:
        proxy(setting="socks://me:secret@gate:1")
    assert "secret" not in str(raised.value)
