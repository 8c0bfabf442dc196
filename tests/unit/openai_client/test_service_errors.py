"""Each answer of a service leads to the one right thing to tell."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_assistant.adapters.openai_client.error_body import parse_error_body, read_error
from desktop_assistant.adapters.openai_client.errors import LONGEST_DETAIL, ErrorDescriber
from desktop_assistant.adapters.openai_client.faults import (
    AnswerCutError,
    TooLargeError,
    UnknownCodingError,
)
from desktop_assistant.domain.errors import ProblemCode as C
from desktop_assistant.domain.secret import Secret
from desktop_assistant.ports.model_client import Endpoint

KEY = "canary-key-0123456789"
ENDPOINT = Endpoint("Acme", "https://api.acme.test/v1", Secret(KEY))


def describer(endpoint=ENDPOINT, model="gpt-x"):
    return ErrorDescriber(endpoint, model, proxy="http://proxy:1")


def error(status, body=None, headers=None, endpoint=ENDPOINT):
    raw = body if isinstance(body, bytes) else json.dumps(body or {}).encode()
    return describer(endpoint).status(status, headers or {}, raw)[0].info


def openai(message, code=None, kind="invalid_request_error"):
    return {"error": {"message": message, "type": kind, "param": None, "code": code}}


@pytest.mark.parametrize(
    ("status", "body", "code"),
    [
        (400, openai("Bad value"), C.REQUEST_REFUSED),
        (401, openai("Incorrect API key provided", "invalid_api_key"), C.KEY_REJECTED),
        (402, {}, C.NO_CREDIT),
        (403, openai("Country not supported"), C.FORBIDDEN),
        (404, openai("The model `x` does not exist or you do not have access to it."),
         C.MODEL_NOT_FOUND),
        (404, openai("Gone", "model_not_found"), C.MODEL_NOT_FOUND),
        (404, openai('model "llama9" not found, try pulling it first'), C.MODEL_NOT_FOUND),
        (404, {"error": {"message": "No endpoints found for x."}}, C.MODEL_NOT_FOUND),
        (404, {"detail": "Not Found"}, C.ADDRESS_NOT_FOUND),
        (404, b"<html><title>404 Not Found</title>", C.ADDRESS_NOT_FOUND),
        (405, {}, C.ADDRESS_NOT_FOUND),
        (410, {}, C.ADDRESS_NOT_FOUND),
        (407, {}, C.PROXY_NEEDS_LOGIN),
        (408, {}, C.SERVER_FAILED),
        (409, {}, C.SERVER_FAILED),
        (413, {}, C.REQUEST_TOO_LARGE),
        (415, {}, C.REQUEST_REFUSED),
        (418, {}, C.REQUEST_REFUSED),
        (422, {"detail": [{"loc": ["body", "n"], "msg": "bad", "type": "int"}]}, C.REQUEST_REFUSED),
        (425, {}, C.SERVER_OVERLOADED),
        (429, openai("Rate limit reached. Add a payment method at billing"), C.RATE_LIMITED),
        (429, openai("You exceeded your current quota", "insufficient_quota"), C.NO_CREDIT),
        (429, [{"error": {"code": 429, "message": "You exceeded your current quota. Please\n"
                          "retry in 30s.", "status": "RESOURCE_EXHAUSTED"}}], C.RATE_LIMITED),
        (403, {"error": {"message": "Insufficient credits"}}, C.NO_CREDIT),
        (400, {"error": {"message": "Your credit balance is too low"}}, C.NO_CREDIT),
        (451, {}, C.FORBIDDEN),
        (500, {}, C.SERVER_FAILED),
        (501, {}, C.SERVER_FAILED),
        (502, b"<html><title>Bad Gateway</title>", C.SERVER_FAILED),
        (503, {}, C.SERVER_OVERLOADED),
        (504, {}, C.SERVER_FAILED),
        (511, {}, C.CAPTIVE_PORTAL),
        (524, {}, C.SERVER_FAILED),
        (529, {}, C.SERVER_OVERLOADED),
        (599, {}, C.SERVER_FAILED),
        (304, {}, C.REQUEST_REFUSED),
        (400, openai("This model's maximum context length is 8192 tokens.",
                     "context_length_exceeded"), C.CONTEXT_TOO_LONG),
        (400, {"error": {"type": "exceed_context_size_error", "message": "x", "code": 400}},
         C.CONTEXT_TOO_LONG),
        (500, {"error": {"message": "context size exceeded"}}, C.CONTEXT_TOO_LONG),
        (413, {"error": {"message": "prompt is too long: 300000 tokens"}}, C.CONTEXT_TOO_LONG),
        (400, {"error": {"message": "API key not valid. Please pass a valid API key."}},
         C.KEY_REJECTED),
        (400, {"code": "x", "error": "Incorrect API key provided: xx"}, C.KEY_REJECTED),
        (400, {"error": {"message": "Model Not Exist"}}, C.MODEL_NOT_FOUND),
        (400, {"error": {"message": "foo/bar is not a valid model ID", "code": 400}},
         C.REQUEST_REFUSED),
    ],
)  # fmt: skip
def test_statuses_and_words(status, body, code):
    assert error(status, body).code is code


@pytest.mark.parametrize("status", range(300, 600))
def test_every_status_can_be_told(status):
    info = error(status, openai("Something"))
    assert "{" not in info.title + info.hint
    assert info.detail == f"Status {status}\nSomething (invalid_request_error)"


@pytest.mark.parametrize(
    ("status", "may_retry"),
    [(400, False), (401, False), (402, False), (403, False), (404, False), (413, False),
     (408, True), (409, True), (429, True), (500, True), (502, True), (503, True), (529, True)],
)  # fmt: skip
def test_what_may_be_tried_again(status, may_retry):
    assert error(status).may_retry is may_retry


def test_an_empty_account_is_never_tried_again():
    info = error(429, openai("x", "insufficient_quota"), {"retry-after": "1"})
    assert info.code is C.NO_CREDIT
    assert not info.may_retry


def test_without_a_key_the_key_is_missing():
    for headers, code in [
        ((), C.KEY_MISSING),
        ((("X-Title", "x"),), C.KEY_MISSING),
        ((("API-Key", "x"),), C.KEY_REJECTED),
    ]:
        endpoint = Endpoint("Acme", "http://127.0.0.1:1/v1", headers=headers)
        assert error(401, endpoint=endpoint).code is code


def test_texts_name_who_and_what():
    info = error(404, openai("no", "model_not_found"))
    assert info.title == "gpt-x is not available to this key"
    assert error(404).title == "There is no chat service at https://api.acme.test/v1"
    assert error(503).hint.startswith("It answered with status 503")


def test_details_hold_status_request_and_words():
    info = error(503, openai("Busy", "overloaded"), {"x-request-id": "req_1", "retry-after": "5"})
    assert info.detail == "Status 503, request req_1\nBusy (invalid_request_error, overloaded)"
    assert info.retry_after_s == 5.0


def test_details_are_bounded_and_clean():
    info = error(500, openai(f"{KEY} https://u:p@h/ " + "x " * 9000 + KEY))
    assert len(info.detail) <= LONGEST_DETAIL
    assert KEY not in info.detail
    assert "u:p" not in info.detail


def test_details_can_be_stored():
    info = error(500, b'{"error": {"message": "half \\ud83d"}}')
    info.detail.encode()


def test_header_values_are_secrets_too():
    endpoint = Endpoint("Acme", "https://a.test", headers=(("X-Custom", "very-secret-value"),))
    assert (
        "very-secret" not in error(500, openai("got very-secret-value"), endpoint=endpoint).detail
    )


@pytest.mark.parametrize(
    ("payload", "code"),
    [
        (openai("Engine died"), C.PROVIDER_ERROR),
        ({"error": "x"}, C.PROVIDER_ERROR),
        ("words", C.PROVIDER_ERROR),
        (openai("x", "insufficient_quota"), C.NO_CREDIT),
        (openai("x", "context_length_exceeded"), C.CONTEXT_TOO_LONG),
        ({"error": {"code": 429, "message": "x"}}, C.RATE_LIMITED),
        ({"error": {"type": "rate_limit_error", "message": "x"}}, C.RATE_LIMITED),
        (None, C.PROVIDER_ERROR),
    ],
)
def test_errors_inside_a_reply(payload, code):
    assert describer().reported(payload).code is code


@pytest.mark.parametrize(
    ("fault", "has_output", "code"),
    [
        (AnswerCutError("x"), True, C.STREAM_CUT),
        (AnswerCutError("x"), False, C.CONNECTION_LOST),
        (TooLargeError(64_000_000), True, C.ANSWER_TOO_LARGE),
        (UnknownCodingError("x"), False, C.BAD_STREAM),
    ],
)
def test_unreadable_bodies(fault, has_output, code):
    info = describer().unreadable(fault, has_output=has_output)
    assert info.code is code
    assert "{" not in info.title + info.hint


def test_the_cap_is_named():
    info = describer().unreadable(TooLargeError(64_000_000), has_output=True)
    assert info.title == "The reply of Acme was larger than 64 MB"


@pytest.mark.parametrize(
    ("target", "shown"),
    [
        ("https://other.test/v1/chat/completions?key=secret", "https://other.test/v1"),
        ("https://me:pw@other.test/x", "https://other.test:443"),
        ("ftp://other.test/x", "ftp://other.test:0"),
    ],
)
def test_redirects_name_their_target(target, shown):
    info = describer().redirected(target).info
    assert info.title == f"api.acme.test sends requests on to {shown}"


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b"", ""), (b"plain words", "plain words"), (b"\xff\xfe", "\ufffd\ufffd"),
        (b"<html><head><TITLE lang=x> Sign in </TITLE>", "Sign in"), (b"<html>no title", ""),
        (b"null", ""), (b"3", "3"), (b'"words"', "words"), (b"[]", ""), (b"{}", ""),
        (b"{oops", "{oops"), (b"[" * 50_000, "[" * 8000),
        (b'{"message": "m", "code": 7}', "m (7)"), (b'{"code": "c"}', "c"),
        (b'{"error": {"message": {"a": 1}}}', '{"a": 1}'),
        (b'{"error": {"code": 502, "message": "m", "metadata": {"raw": "up"}}}', "m: up (502)"),
        (b'{"detail": [{"loc": ["body", 0], "msg": "bad", "type": "t"}, "x"]}',
         "body.0: bad (t); x"),
        (b'{"detail": [{"msg": "bad"}]}', "bad"),
        (b'{"error": {"type": "same", "code": "same", "message": "m"}}', "m (same)"),
    ],
)  # fmt: skip
def test_words_of_a_body(body, words):
    assert parse_error_body(body).words == words


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(
        st.sampled_from(["error", "message", "code", "type", "param", "detail", "metadata", "raw",
                         "loc", "msg"]),
        inner, max_size=4,
    ),
)  # fmt: skip


@given(JSON, st.integers(300, 599))
def test_no_body_raises(payload, status):
    read_error(payload)
    error(status, json.dumps(payload).encode())
    describer().reported(payload)


@given(st.binary(max_size=200))
def test_no_bytes_raise(body):
    error(500, body)
