"""What leaves: bodies, headers, keys; to whom; over which connection."""

import json
import logging
import os
import platform
import subprocess
import sys
import textwrap

import pytest

from desktop_assistant.domain.errors import AssistantError
from desktop_assistant.domain.errors import ProblemCode as C
from desktop_assistant.domain.messages import Status
from desktop_assistant.domain.secret import Secret
from desktop_assistant.domain.stream import RequestAdjusted, ResponseStarted
from desktop_assistant.ports.model_client import ModelInfo, Sampling
from tests.fakes.openai_server import FakeOpenAI, answers
from tests.fakes.openai_server.odd_statuses import refusing
from tests.integration.openai_client.conftest import KEY

EXPECTED_HEADERS = {
    "host", "accept", "accept-encoding", "user-agent", "authorization", "content-type",
    "content-length",
}  # fmt: skip


async def test_exactly_these_headers_leave(ask, server):
    await ask(server.url)
    (request,) = server.chats
    assert request.headers.keys() == EXPECTED_HEADERS
    assert request.headers["authorization"] == f"Bearer {KEY}"
    assert request.headers["host"] == f"127.0.0.1:{server.port}"
    assert request.headers["content-type"] == "application/json"
    assert request.method == "POST"
    assert request.path == "/v1/chat/completions"


async def test_the_endpoint_s_own_headers_leave(ask, server):
    await ask(server.url, organization="org-1", project="proj-1", headers=(("X-Title", "Mine"),))
    headers = server.chats[0].headers
    assert headers["openai-organization"] == "org-1"
    assert headers["openai-project"] == "proj-1"
    assert headers["x-title"] == "Mine"


async def test_without_a_key_none_is_sent(ask, server):
    await ask(server.url, key=None)
    assert server.chats[0].headers.keys() == EXPECTED_HEADERS - {"authorization"}


async def test_what_cannot_be_sent_is_refused_here(ask, server):
    assert (await ask(server.url, key=Secret("a\nb"))).code is C.KEY_REJECTED
    assert (await ask(server.url, headers=(("X Y", "z"),))).code is C.BAD_SETTING
    assert server.requests == []


async def test_the_body_is_the_protocol_s(ask, server):
    text = "Grüße 😀 \u2028 \0 <|endoftext|>"
    await ask(server.url, text=text, sampling=Sampling(0.5, 0.9, 100))
    assert server.chats[0].json == {
        "model": "gpt-x", "messages": [{"role": "user", "content": text}], "stream": True,
        "stream_options": {"include_usage": True}, "temperature": 0.5, "top_p": 0.9,
        "max_tokens": 100,
    }  # fmt: skip


async def test_rarer_parameters_and_extra_json_leave_too(ask, server):
    sampling = Sampling(
        frequency_penalty=0.5, presence_penalty=-1.0, seed=0, reasoning_effort="low",
        stop=("END", "two words"), extra_json='{"user": "me", "top_k": 40, "seed": 7}',
    )  # fmt: skip
    await ask(server.url, sampling=sampling)
    sent = server.chats[0].json
    assert {name: sent[name] for name in sent.keys() - {"model", "messages", "stream"}} == {
        "stream_options": {"include_usage": True}, "frequency_penalty": 0.5,
        "presence_penalty": -1.0, "reasoning_effort": "low", "stop": ["END", "two words"],
        "user": "me", "top_k": 40, "seed": 7,
    }  # fmt: skip


async def test_extra_json_may_be_refused_as_well(ask, server):
    server.always(refusing("top_k"))
    talk = await ask(server.url, sampling=Sampling(extra_json='{"top_k": 40}'))
    assert talk.outcome.status is Status.COMPLETE
    assert talk.outcome.note == "Sent without top_k, which gpt-x does not take."


@pytest.mark.parametrize("base", ["", "/v1", "/some/where/v1", "/v1/"])
async def test_paths_are_below_the_base_url(ask, server, base):
    await ask(server.origin + base)
    assert server.chats[0].path == base.rstrip("/") + "/chat/completions"


SPY = {
    "OPENAI_API_KEY": "spy-api-key", "OPENAI_ADMIN_KEY": "spy-admin", "OPENAI_ORG_ID": "spy-org",
    "OPENAI_PROJECT_ID": "spy-project", "OPENAI_BASE_URL": "http://127.0.0.1:1/spy",
    "OPENAI_WEBHOOK_SECRET": "spy-webhook", "OPENAI_LOG": "debug",
    "OPENAI_CUSTOM_HEADERS": "X-Spy: spy-header\nAuthorization: Bearer spy-bearer\nHost: spy-host"
                             "\nAccept: spy-accept\nContent-Type: spy-type\nUser-Agent: spy-agent",
    "OPENAI_API_TYPE": "azure", "AZURE_OPENAI_ENDPOINT": "http://127.0.0.1:1/spy",
}  # fmt: skip


@pytest.mark.parametrize("key", [KEY, None])
async def test_the_environment_reaches_nobody(ask, server, monkeypatch, key):
    for name, value in SPY.items():
        monkeypatch.setenv(name, value)
    secret = Secret(key) if key else None
    assert (await ask(server.url, key=secret)).code is None
    await ask.client.list_models(ask.endpoint(server.url, key=secret))
    assert len(server.requests) == 2
    for request in server.requests:
        assert "spy" not in repr(request.raw_headers) + request.path + request.body.decode()
        assert request.headers.get("authorization") == (f"Bearer {key}" if key else None)


def test_from_the_start_the_environment_reaches_nobody_and_logs_nothing(server):
    """In a process of its own, because the SDK reads some variables when it is imported."""
    code = textwrap.dedent(f"""
        import asyncio, logging, sys
        from desktop_assistant.adapters.openai_client import OpenAIClient
        from desktop_assistant.domain.secret import Secret
        from desktop_assistant.ports.model_client import Endpoint
        assert not {{"openai", "httpx2", "httpcore2", "anyio"}} & sys.modules.keys()
        async def main():
            client = OpenAIClient()
            await client.load()
            assert "openai" in sys.modules
            await client.list_models(Endpoint("Acme", {server.url!r}, Secret({KEY!r})))
            await client.close()
        logging.basicConfig(level=logging.DEBUG)
        asyncio.run(main())
    """)
    environment = os.environ | SPY | {"PYTHONPATH": os.curdir}
    run = subprocess.run(
        [sys.executable, "-X", "dev", "-W", "error", "-c", code],
        capture_output=True, text=True, env=environment, timeout=60, check=False,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    assert "spy" not in repr(server.requests)
    assert KEY not in run.stderr + run.stdout
    assert server.url not in run.stderr + run.stdout


async def test_no_log_and_no_object_shows_the_key(ask, server, caplog):
    caplog.set_level(logging.DEBUG)
    url = server.url + "?key=in-the-address-1"
    server.script("status-401")
    talk = await ask(server.url)
    await ask(url)
    assert KEY not in caplog.text
    assert "in-the-address-1" not in caplog.text
    (service, *_) = ask.client._services._kept.values()
    for thing in (service, service._client, service._client._client, talk):
        assert KEY not in repr(vars(thing))


@pytest.mark.parametrize("status", [400, 401, 403, 404, 429, 500])
async def test_an_echoed_key_is_hidden(ask, server, status):
    async def echo(exchange):
        said = (
            f"Bad key {exchange.request.headers['authorization']} for https://u:{KEY}@x/?key={KEY}"
        )
        await exchange.json(status, answers.error(said))

    server.script(echo)
    info = (await ask(server.url)).error
    assert "Bad key" in info.detail
    assert "canary" not in repr(info) + info.title + info.hint


async def test_an_echoed_key_inside_a_stream_is_hidden(ask, server):
    server.script(answers.events([answers.error(f"Key {KEY} expired")]))
    assert "canary" not in (await ask(server.url)).error.detail


async def test_a_wrong_key(ask):
    with FakeOpenAI(key="right") as server:
        talk = await ask(server.url)
        assert talk.code is C.KEY_REJECTED
        assert "canary" not in talk.error.detail
        assert (await ask(server.url, key=None)).code is C.KEY_MISSING
        assert (await ask(server.url, key=Secret(" right\n"))).code is None


# Redirects


@pytest.mark.parametrize("code", [301, 302, 303, 307, 308])
async def test_another_origin_is_named_and_never_asked(ask, server, code):
    with FakeOpenAI() as other:
        server.script(answers.redirect(code, f"{other.url}/chat/completions?x=1"))
        talk = await ask(server.url, headers=(("X-Api-Key", "custom-canary"),))
        assert talk.code is C.REDIRECTED
        assert talk.error.params["target"] == other.url
        assert other.connections == 0


@pytest.mark.parametrize("target", ["//127.0.0.1:1/v1", "https://127.0.0.1/v1", "ftp://x/y"])
async def test_other_ways_to_another_origin(ask, server, target):
    server.script(answers.redirect(302, target))
    assert (await ask(server.url)).code is C.REDIRECTED


@pytest.mark.parametrize("code", [301, 302, 303, 307, 308])
async def test_the_same_origin_is_asked_again_with_the_question(ask, server, code):
    server.script(answers.redirect(code, "/elsewhere/chat/completions"))
    assert (await ask(server.url)).code is None
    first, second = server.chats
    assert (second.method, second.path) == ("POST", "/elsewhere/chat/completions")
    assert second.body == first.body
    assert second.headers["authorization"] == f"Bearer {KEY}"


async def test_a_loop_is_left_after_three_turns(ask, server):
    server.always("redirect-loop")
    talk = await ask(server.url)
    assert talk.code is C.REDIRECTED
    assert len(server.chats) == 4


# Refused parameters

FULL = Sampling(temperature=0.5, top_p=0.9, reply_limit=100)


@pytest.mark.parametrize(
    ("scenario", "missing", "note"),
    [
        ("refuse-usage", "stream_options",
         "Sent without a wish for token counts, which gpt-x does not take."),
        ("refuse-temperature", "temperature",
         "Sent without temperature, which gpt-x does not take."),
        ("refuse-max-tokens", "max_tokens", "The reply limit was sent as max_completion_tokens."),
    ],
)  # fmt: skip
async def test_a_refused_parameter_costs_one_request_once(ask, server, scenario, missing, note):
    server.always(scenario)
    talk = await ask(server.url, sampling=FULL)
    assert talk.outcome.status is Status.COMPLETE
    assert talk.outcome.note == note
    assert talk.events[0] == RequestAdjusted(note)
    assert isinstance(talk.events[1], ResponseStarted)
    assert [missing in request.json for request in server.chats] == [True, False]
    again = await ask(server.url, sampling=FULL)
    assert len(server.chats) == 3
    # That a choice of the user is not followed is said every time.
    assert again.outcome.note == (note if scenario == "refuse-temperature" else None)


async def test_all_optional_parameters_may_be_refused(ask, server):
    server.always(
        refusing("temperature", "top_p", "max_tokens", "max_completion_tokens", "stream_options")
    )
    talk = await ask(server.url, sampling=FULL)
    assert talk.outcome.status is Status.COMPLETE
    assert server.chats[-1].json.keys() == {"model", "messages", "stream"}
    assert len(server.chats) == 6


async def test_a_bad_value_is_not_left_out_behind_the_user_s_back(ask, server):
    server.always(
        answers.status(
            400, {"error": {"message": "temperature must be below 2", "param": "temperature"}}
        )
    )
    talk = await ask(server.url, sampling=FULL)
    assert talk.code is C.REQUEST_REFUSED
    assert len(server.chats) == 1


# Connections


async def test_connections_are_used_again(ask, server):
    for _ in range(3):
        await ask(server.url)
        await ask(server.url, stream=False)
    await ask.client.list_models(ask.endpoint(server.url))
    assert server.connections == 1


async def test_an_error_s_connection_is_used_again(ask, server):
    server.script("status-503", "status-404")
    for _ in range(3):
        await ask(server.url)
    assert server.connections == 1


async def test_a_changed_key_counts_at_once(ask, server):
    await ask(server.url)
    await ask(server.url, key=Secret("another-key"))
    await ask(server.url, key=None)
    sent = [request.headers.get("authorization") for request in server.chats]
    assert sent == [f"Bearer {KEY}", "Bearer another-key", None]


async def test_a_connection_left_open_after_the_end_mark_does_not_hold_the_reply(ask, server):
    async def never_ends(exchange):
        await exchange.head()
        await exchange.event(answers.delta("Done", finish="stop"))
        await exchange.event("[DONE]")
        await exchange.stall()

    server.script(never_ends)
    assert (await ask(server.url)).outcome.status is Status.COMPLETE
    await server.chats[0].was_closed()


async def test_a_connection_that_the_server_closed_meanwhile_is_not_used(ask, server):
    async def and_close(exchange):
        await answers.clean(exchange)
        exchange.keep_alive = False

    for _ in range(3):
        server.script(and_close)
        assert (await ask(server.url)).code is None
        await server.chats[-1].was_closed()


async def test_few_services_are_kept(ask, server):
    for number in range(20):
        await ask(server.url, key=Secret(f"key-number-{number}"))
    assert len(ask.client._services._kept) == 8
    await server.chats[0].was_closed()
    assert not server.chats[-1].closed.is_set()


async def test_a_service_in_use_is_kept(ask, client, server):
    import asyncio

    server.script("stall-midway")
    task = asyncio.get_running_loop().create_task(ask(server.url))
    (stalled,) = await server.chats_came(1)
    for number in range(20):
        await ask(server.url, key=Secret(f"key-number-{number}"))
    assert not stalled.closed.is_set()
    task.cancel()
    await stalled.was_closed()


async def test_first_requests_at_the_same_time_share_a_service(ask, server):
    import asyncio

    talks = await asyncio.gather(*(ask(server.url) for _ in range(4)))
    assert {talk.code for talk in talks} == {None}
    assert len(ask.client._services._kept) == 1


# The list of models


async def test_models_are_listed_by_name(ask):
    with FakeOpenAI(models=("b", "A", "c", "a")) as server:
        listed = await ask.client.list_models(ask.endpoint(server.url))
        assert [model.id for model in listed] in (["A", "a", "b", "c"], ["a", "A", "b", "c"])
        assert isinstance(listed[0], ModelInfo)
        (request,) = server.requests
        assert (request.method, request.path, request.body) == ("GET", "/v1/models", b"")
        assert request.headers.keys() == EXPECTED_HEADERS - {"content-type", "content-length"}


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        ("path-not-found", C.ADDRESS_NOT_FOUND), ("status-401", C.KEY_REJECTED),
        ("status-500", C.SERVER_FAILED), ("html", C.CAPTIVE_PORTAL), ("json-junk", C.BAD_STREAM),
        ("empty-body", C.BAD_STREAM), ("redirect-302", C.REDIRECTED),
        ("reset-before-headers", C.CONNECTION_LOST), ("short-length", C.CONNECTION_LOST),
        ("gzip-bomb", C.ANSWER_TOO_LARGE), ("retry-after-600", C.RATE_LIMITED),
    ],
)  # fmt: skip
async def test_no_list_of_models(ask, server, answer, code):
    server.answer_models(answer)
    with pytest.raises(AssistantError) as raised:
        await ask.client.list_models(ask.endpoint(server.url))
    assert raised.value.info.code is code
    assert "{" not in str(raised.value).replace(json.dumps({}), "")


async def test_a_list_that_does_not_come_is_given_up(ask, server, monkeypatch):
    monkeypatch.setattr("desktop_assistant.adapters.openai_client.client.MODELS_WITHIN_S", 0.2)
    server.answer_models("stall-before-headers")
    with pytest.raises(AssistantError) as raised:
        await ask.client.list_models(ask.endpoint(server.url))
    assert raised.value.info.code is C.FIRST_TEXT_TIMEOUT
    assert "for 0.2 s" in raised.value.info.title


async def test_this_computer_is_not_looked_into(ask, server, monkeypatch):
    """The SDK starts a program for that, which would inherit the keys of our environment."""
    looked = []
    monkeypatch.setattr(platform, "platform", lambda *_: looked.append("platform") or "Linux")
    assert (await ask(server.url)).code is None
    assert looked == []
