"""Lists of models, and headers."""

import pytest

from desktop_assistant.adapters.openai_client.model_list import read_model_list
from desktop_assistant.adapters.openai_client.request_headers import request_headers
from desktop_assistant.domain.errors import AssistantError, ProblemCode
from desktop_assistant.domain.secret import Secret
from desktop_assistant.ports.model_client import Endpoint


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ('{"data": [{"id": "b"}, {"id": "A"}, {"id": "b"}]}', ["A", "b"]),
        ('{"models": [{"name": "a"}, {"model": "b"}], "data": null}', ["a", "b"]),
        ('{"data": []}', []),
        ('[{"id": "a"}, "b", {"id": ""}, {"id": 3}, null, 5, {}]', ["a", "b"]),
        ("{}", None), ('{"data": "x"}', None), ("3", None), ("null", None), ("<html>", None),
        ("", None), ("[" * 50_000, None),
    ],
)  # fmt: skip
def test_lists_of_models(text, names):
    assert read_model_list(text) == names


def test_the_headers_of_an_endpoint():
    endpoint = Endpoint(
        "Acme", "https://a.test", Secret(" key \n"), organization="org", project="proj",
        headers=(("X-Title", "Mine"), ("Host", "evil"), ("Content-Length", "3"), ("X-Empty", " ")),
    )  # fmt: skip
    headers = request_headers(endpoint)
    assert headers.pop("user-agent").startswith("desktop-assistant/")
    assert headers == {
        "accept": "application/json, text/event-stream",
        "accept-encoding": "identity",
        "authorization": "Bearer key",
        "openai-organization": "org",
        "openai-project": "proj",
        "x-title": "Mine",
    }


def test_a_header_of_the_settings_wins():
    endpoint = Endpoint(
        "Acme", "https://a.test", Secret("key"), headers=(("AUTHORIZATION", "Token x"),)
    )
    assert request_headers(endpoint)["authorization"] == "Token x"


def test_without_a_key_there_is_no_authorization():
    assert "authorization" not in request_headers(Endpoint("Acme", "https://a.test"))


@pytest.mark.parametrize("key", ["ab\ncd", "ab\0cd", "ab\rcd"])
def test_a_key_that_cannot_be_sent_is_not(key):
    with pytest.raises(AssistantError) as raised:
        request_headers(Endpoint("Acme", "https://a.test", Secret(key)))
    assert raised.value.info.code is ProblemCode.KEY_REJECTED
    assert key not in str(raised.value)


@pytest.mark.parametrize("header", [("X Y", "a"), ("", "a"), ("X", "a\nb"), ("Ü", "a")])
def test_a_header_that_cannot_be_sent_is_named(header):
    with pytest.raises(AssistantError) as raised:
        request_headers(Endpoint("Acme", "https://a.test", headers=(header,)))
    assert raised.value.info.code is ProblemCode.BAD_SETTING
    assert raised.value.info.params["value"] == header[0]
