"""What is asked, and what is learnt from refusals."""

import pytest

from desktop_assistant.adapters.openai_client.error_body import ErrorBody, read_error
from desktop_assistant.adapters.openai_client.request_body import RequestBodies
from desktop_assistant.domain.messages import Role
from desktop_assistant.ports.model_client import ChatTurn, Endpoint, ModelRequest, Sampling

FULL = Sampling(temperature=0.5, top_p=0.9, reply_limit=100)


def request(sampling=FULL, *, url="http://127.0.0.1:1/v1", model="m", stream=True, turns=None):
    turns = turns or (ChatTurn("system", "Be brief."), ChatTurn(Role.USER, "Hi"))
    return ModelRequest(Endpoint("Acme", url), model, turns, sampling, stream)


def refusal(name, message="Unsupported parameter: '{}' is not supported with this model."):
    return ErrorBody(message.format(name), "unsupported_parameter", parameter=name)


def test_the_whole_body():
    assert RequestBodies().build(request()) == {
        "model": "m",
        "messages": [
            {"role": "system", "content": "Be brief."},
            {"role": "user", "content": "Hi"},
        ],
        "stream": True,
        "temperature": 0.5,
        "top_p": 0.9,
        "max_tokens": 100,
        "stream_options": {"include_usage": True},
    }


def test_what_is_not_set_is_not_sent():
    body = RequestBodies().build(request(Sampling(), stream=False))
    assert body.keys() == {"model", "messages", "stream"}
    assert body["stream"] is False
    zero = RequestBodies().build(request(Sampling(temperature=0.0)))
    assert zero["temperature"] == 0.0


def test_openai_itself_is_given_the_new_name_of_the_limit():
    body = RequestBodies().build(request(url="https://API.openai.com/v1"))
    assert body["max_completion_tokens"] == 100
    assert "max_tokens" not in body


def test_lone_halves_of_characters_do_not_break_the_request():
    body = RequestBodies().build(request(turns=(ChatTurn(Role.USER, "a\ud83d\ude00\ud83d"),)))
    assert body["messages"][0]["content"] == "a😀\ufffd"


@pytest.mark.parametrize("name", ["temperature", "top_p", "stream_options"])
def test_a_refused_parameter_is_left_out_from_then_on(name):
    bodies = RequestBodies()
    assert bodies.left_out(request()) == []
    note = bodies.learn(request(), 400, refusal(name))
    assert note.startswith("Sent without ")
    assert note.endswith("which m does not take.")
    assert name not in bodies.build(request())
    # The user's own choices are spoken of every time, ours only once.
    assert bodies.left_out(request()) == ([] if name == "stream_options" else [note])
    assert bodies.left_out(request(Sampling())) == []


def test_other_models_and_origins_are_not_affected():
    bodies = RequestBodies()
    bodies.learn(request(), 400, refusal("top_p"))
    assert "top_p" in bodies.build(request(model="n"))
    assert "top_p" in bodies.build(request(url="http://127.0.0.1:2/v1"))
    assert "top_p" not in bodies.build(request(url="http://127.0.0.1:1/other"))


def test_the_limit_is_renamed_then_dropped():
    bodies = RequestBodies()
    said = refusal("max_tokens", "Unsupported parameter: use 'max_completion_tokens' instead.")
    assert (
        bodies.learn(request(), 400, said) == "The reply limit was sent as max_completion_tokens."
    )
    assert bodies.build(request())["max_completion_tokens"] == 100
    assert bodies.learn(request(), 400, refusal("max_completion_tokens")) is not None
    body = bodies.build(request())
    assert not body.keys() & {"max_tokens", "max_completion_tokens"}
    assert bodies.learn(request(), 400, refusal("max_completion_tokens")) is None


def test_openai_s_name_is_renamed_the_other_way():
    bodies = RequestBodies()
    asked = request(url="https://api.openai.com/v1")
    bodies.learn(asked, 400, refusal("max_completion_tokens"))
    assert bodies.build(asked)["max_tokens"] == 100


@pytest.mark.parametrize(
    ("status", "payload", "learnt"),
    [
        (400, {"error": {"message": "Unsupported value: 'temperature' does not support 0.2 with "
               "this model. Only the default (1) value is supported.", "param": "temperature",
               "code": "unsupported_value"}}, "temperature"),
        (400, {"error": {"message": "Unrecognized request argument supplied: stream_options"}},
         "stream_options"),
        (422, {"detail": [{"type": "extra_forbidden", "loc": ["body", "stream_options"],
               "msg": "Extra inputs are not permitted"}]}, "stream_options"),
        (400, {"error": {"message": "Unknown parameter: include_usage"}}, "stream_options"),
        (400, {"error": {"message": "top_p cannot be specified with this model"}}, "top_p"),
        (400, {"error": {"message": "unexpected keyword argument 'top_p'"}}, "top_p"),
        (400, {"error": {"message": "temperature must be between 0 and 2",
               "param": "temperature"}}, None),
        (400, {"error": {"message": "Unsupported parameter: 'logprobs'"}}, None),
        (400, {"error": {"message": "your_temperature is not supported"}}, None),
        (500, {"error": {"message": "temperature is not supported"}}, None),
        (401, {"error": {"message": "temperature is not supported"}}, None),
        (400, {}, None),
    ],
)  # fmt: skip
def test_refusals_in_many_words(status, payload, learnt):
    bodies = RequestBodies()
    before = bodies.build(request()).keys()
    note = bodies.learn(request(), status, read_error(payload))
    after = bodies.build(request()).keys()
    assert before - after == ({learnt} if learnt else set())
    assert (note is not None) == (learnt is not None)


def test_learning_ends():
    bodies = RequestBodies()
    said = ErrorBody("temperature top_p max_tokens max_completion_tokens stream_options unknown")
    notes = 0
    while bodies.learn(request(), 400, said):
        notes += 1
    assert notes == 5
    assert bodies.build(request()).keys() == {"model", "messages", "stream"}


def test_memory_is_bounded():
    bodies = RequestBodies()
    bodies.learn(request(model="first"), 400, refusal("top_p"))
    for number in range(300):
        bodies.build(request(model=f"m{number}"))
    assert "top_p" in bodies.build(request(model="first"))
