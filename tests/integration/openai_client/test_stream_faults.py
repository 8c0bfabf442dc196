"""Every way a stream can go, good or bad: what the user gets in the end."""

import os

import psutil
import pytest

from desktop_assistant.domain.errors import ProblemCode as C
from desktop_assistant.domain.messages import Status, Usage
from desktop_assistant.domain.stream import ProviderBusy, ResponseStarted, TextDelta
from tests.fakes.openai_server import SCENARIOS, answers, pieces
from tests.fakes.openai_server.odd_answers import CONTROLS
from tests.fakes.openai_server.server import DEFAULT_REPLY as GOOD

COMPLETE, LIMIT, FILTERED = Status.COMPLETE, Status.LIMIT, Status.FILTERED
INTERRUPTED, FAILED = Status.INTERRUPTED, Status.FAILED
HALF = "Half an answer "

ROWS = [
    # 1
    ("clean", COMPLETE, GOOD, None), ("one-byte-writes", COMPLETE, GOOD, None),
    ("one-byte-chunks", COMPLETE, GOOD, None), ("crlf", COMPLETE, GOOD, None),
    ("cr", COMPLETE, GOOD, None), ("split-crlf", COMPLETE, GOOD, None),
    # 2, 3, 5
    ("bom", COMPLETE, GOOD, None), ("comments", COMPLETE, GOOD, None),
    ("no-done", COMPLETE, GOOD, None), ("done-without-newline", COMPLETE, GOOD, None),
    # 6, 7, 8
    ("clean-eof", INTERRUPTED, HALF, C.STREAM_CUT), ("cut-event", INTERRUPTED, HALF, C.STREAM_CUT),
    ("reset-midway", INTERRUPTED, HALF, C.STREAM_CUT),
    ("no-terminator", INTERRUPTED, HALF, C.STREAM_CUT),
    ("cut-chunk", INTERRUPTED, HALF, C.STREAM_CUT),
    ("bad-chunk-size", INTERRUPTED, HALF, C.STREAM_CUT),
    ("short-length", INTERRUPTED, HALF, C.STREAM_CUT),
    # 9
    ("reset-before-headers", FAILED, "", C.CONNECTION_LOST),
    ("close-before-headers", FAILED, "", C.CONNECTION_LOST),
    ("not-http", FAILED, "", C.BAD_STREAM),
    # 11, 12
    ("error-object", INTERRUPTED, "Half an answer", C.PROVIDER_ERROR),
    ("error-string", INTERRUPTED, "Half an answer", C.PROVIDER_ERROR),
    ("error-openrouter", INTERRUPTED, "Half an answer", C.PROVIDER_ERROR),
    ("error-vllm", INTERRUPTED, "Half an answer", C.PROVIDER_ERROR),
    ("error-event", INTERRUPTED, "Half an answer", C.PROVIDER_ERROR),
    ("error-field", INTERRUPTED, "Half an answer", C.PROVIDER_ERROR),
    ("error-first", FAILED, "", C.ERROR_INSTEAD),
    # 13, 14, 15, 16, 17, 18
    ("bad-json-once", COMPLETE, "Good text", None),
    ("bad-json-often", INTERRUPTED, "Good ", C.BAD_STREAM),
    ("ping-without-data", COMPLETE, GOOD, None), ("retry-only", COMPLETE, GOOD, None),
    ("many-data-lines", COMPLETE, GOOD, None), ("bad-utf8", COMPLETE, "Caf\ufffd now", None),
    ("split-surrogates", COMPLETE, "Hi 😀!\ufffd.", None),
    ("control-characters", COMPLETE, CONTROLS, None),
    ("odd-chunks", COMPLETE, "Fine text", None), ("content-parts", COMPLETE, "Fine text", None),
    # 19, 20, 21, 22, 23
    ("empty-reply", FAILED, "", C.EMPTY_ANSWER), ("finish-length", LIMIT, "Cut he", None),
    ("finish-filter", FILTERED, "I would", None), ("finish-unknown", COMPLETE, "Done", None),
    ("finish-null-done", COMPLETE, "Done", None), ("text-after-done", COMPLETE, "Done", None),
    ("two-finishes", COMPLETE, "Done", None), ("two-choices", COMPLETE, "AA", None),
    ("reasoning", COMPLETE, "Done", None), ("reasoning-field", COMPLETE, "Done", None),
    ("refusal", COMPLETE, "I cannot do that.", None), ("unknown-keys", COMPLETE, "Done", None),
    ("tool-calls", COMPLETE, "Text", None),
    # 24
    ("html", FAILED, "", C.CAPTIVE_PORTAL), ("html-unnamed", FAILED, "", C.CAPTIVE_PORTAL),
    ("json-reply", COMPLETE, GOOD, None), ("json-reply-unnamed", COMPLETE, GOOD, None),
    ("json-error", FAILED, "", C.ERROR_INSTEAD), ("json-junk", FAILED, "", C.BAD_STREAM),
    ("plain-text", FAILED, "", C.BAD_STREAM), ("empty-body", FAILED, "", C.EMPTY_ANSWER),
    ("empty-json", FAILED, "", C.EMPTY_ANSWER),
    # 25
    *((f"redirect-{code}", FAILED, "", C.REDIRECTED) for code in (301, 302, 303, 307, 308)),
    ("redirect-nowhere", FAILED, "", C.REQUEST_REFUSED),
    ("redirect-same-origin", COMPLETE, GOOD, None),
    # 26
    ("status-400", FAILED, "", C.REQUEST_REFUSED), ("status-401", FAILED, "", C.KEY_REJECTED),
    ("status-402", FAILED, "", C.NO_CREDIT), ("status-403", FAILED, "", C.FORBIDDEN),
    ("status-404", FAILED, "", C.ADDRESS_NOT_FOUND),
    ("path-not-found", FAILED, "", C.ADDRESS_NOT_FOUND),
    ("model-not-found", FAILED, "", C.MODEL_NOT_FOUND),
    ("status-413", FAILED, "", C.REQUEST_TOO_LARGE), ("status-422", FAILED, "", C.REQUEST_REFUSED),
    ("context-length", FAILED, "", C.CONTEXT_TOO_LONG),
    ("context-length-llama", FAILED, "", C.CONTEXT_TOO_LONG),
    # 27
    ("status-408", FAILED, "", C.SERVER_FAILED), ("status-409", FAILED, "", C.SERVER_FAILED),
    ("status-429", FAILED, "", C.RATE_LIMITED), ("status-500", FAILED, "", C.SERVER_FAILED),
    ("html-502", FAILED, "", C.SERVER_FAILED), ("status-503", FAILED, "", C.SERVER_OVERLOADED),
    ("status-529", FAILED, "", C.SERVER_OVERLOADED), ("no-credit", FAILED, "", C.NO_CREDIT),
    # 28, 29
    ("huge-event", INTERRUPTED, HALF, C.ANSWER_TOO_LARGE),
    ("no-newline", INTERRUPTED, HALF, C.ANSWER_TOO_LARGE),
    ("gzip-bomb", FAILED, "", C.ANSWER_TOO_LARGE), ("gzipped", COMPLETE, GOOD, None),
    ("burst", COMPLETE, "abcdefghij" * 500, None),
    ("endless-error", FAILED, "", C.SERVER_FAILED), ("stalled-error", FAILED, "", C.KEY_REJECTED),
]  # fmt: skip

ELSEWHERE = {
    "huge-answer", "comments-forever", "stall-before-headers", "stall-before-text", "stall-midway",
    "drip", "redirect-loop", "refuse-usage", "refuse-temperature", "refuse-max-tokens",
}  # fmt: skip
"""Scenarios with tests of their own, here or in the neighbours."""


@pytest.mark.parametrize(("scenario", "status", "text", "code"), ROWS, ids=lambda v: str(v)[:24])
async def test_a_row_of_the_table(ask, server, scenario, status, text, code):
    server.script(scenario)
    talk = await ask(server.url)
    assert (talk.outcome.status, talk.outcome.text, talk.code) == (status, text, code)
    if talk.outcome.error is not None:
        info = talk.outcome.error
        assert "{" not in info.title + info.hint, "a gap of the text was not filled"
    said = "".join(event.text for event in talk.events if isinstance(event, TextDelta))
    assert said == text


def test_no_scenario_is_forgotten():
    tried = {row[0] for row in ROWS} | ELSEWHERE
    assert {name for name in SCENARIOS if not name.startswith("retry-after")} <= tried


@pytest.mark.parametrize(
    ("scenario", "seconds"),
    [("seconds", 7), ("fraction", 0.25), ("negative", None), ("nan", None), ("1e400", None),
     ("600", 600), ("year", 86_400), ("words", None), ("ms", 1.5)],
)  # fmt: skip
async def test_how_long_to_wait(ask, server, scenario, seconds):
    server.script(f"retry-after-{scenario}")
    assert (await ask(server.url)).error.retry_after_s == seconds


async def test_how_long_to_wait_by_a_date(ask, server):
    server.script("retry-after-date")
    assert 20 < (await ask(server.url)).error.retry_after_s <= 30


@pytest.mark.parametrize(
    ("scenario", "words"),
    [
        ("error-object", "The engine stopped (server_error, engine_error)"),
        ("error-string", "The engine stopped"),
        ("error-openrouter", "Provider disconnected: upstream died (502)"),
        ("error-vllm", "CUDA out of memory (X, 500)"),
        ("error-event", "The engine stopped"),
        ("error-field", "The engine stopped (500)"),
        ("json-error", "The model is asleep (server_error)"),
        ("html", "Guest Wi-Fi"),
        ("html-502", "Status 502, request req_fake_1\n502 Bad Gateway"),
        ("plain-text", "OK, it works.\n"),
        ("status-503", "Status 503, request req_fake_1\nThe fake failed with 503. (server_error)"),
    ],
)  # fmt: skip
async def test_the_provider_s_own_words_are_kept(ask, server, scenario, words):
    server.script(scenario)
    assert (await ask(server.url)).error.detail == words


@pytest.mark.parametrize("stream", [True, False])
@pytest.mark.parametrize("scenario", ["clean", "json-reply"])
async def test_streamed_and_whole_are_the_same(ask, server, stream, scenario):
    server.reply = "Grüße, 你好, 😀\n\n    code\n"
    server.script(scenario)
    outcome = (await ask(server.url, stream=stream)).outcome
    assert outcome.status is COMPLETE
    assert outcome.text == server.reply
    assert outcome.finish_reason == "stop"
    assert outcome.usage == Usage(1, len(pieces(server.reply)))
    assert outcome.model in ("gpt-x", "fake-model")


async def test_a_stream_where_a_whole_reply_was_asked_for_is_fine(ask, server):
    server.script(answers.events([answers.delta("Streamed", finish="stop"), "[DONE]"]))
    outcome = (await ask(server.url, stream=False)).outcome
    assert (outcome.status, outcome.text) == (COMPLETE, "Streamed")


@pytest.mark.parametrize("scenario", ["reasoning", "reasoning-field"])
async def test_thinking_is_kept_apart(ask, server, scenario):
    server.script(scenario)
    assert (await ask(server.url)).outcome.reasoning == "Let me think."


async def test_comments_show_that_the_provider_works(ask, server):
    server.script(answers.stream(b": OPENROUTER PROCESSING\n\n"))
    events = (await ask(server.url)).events
    assert events == [ResponseStarted(request_id="req_fake_1"), ProviderBusy()]


async def test_usage_is_recorded_also_without_choices(ask, server):
    server.script("odd-chunks")
    assert (await ask(server.url)).outcome.usage == Usage(3, 2)


async def test_a_packet_of_many_tokens_is_few_events(ask, server):
    server.script("burst")
    talk = await ask(server.url)
    assert len(talk.outcome.text) == 5000
    # A megabyte in reads of 64 kB each.
    assert sum(isinstance(event, TextDelta) for event in talk.events) < 100


@pytest.mark.parametrize("finish", [None, "stop"])
async def test_a_connection_that_breaks_after_the_finish_reason_breaks_nothing(ask, server, finish):
    async def rude(exchange):
        await exchange.head()
        await exchange.event(answers.delta("All said", finish=finish))
        exchange.keep_alive = False

    server.script(rude)
    status = (await ask(server.url)).outcome.status
    assert status is (COMPLETE if finish else INTERRUPTED)


async def test_a_broken_connection_before_any_text_may_be_tried_again(ask, server):
    server.script(answers.stream(b": nothing yet\n\n", end=False))
    talk = await ask(server.url)
    assert talk.code is C.CONNECTION_LOST
    assert talk.error.may_retry


@pytest.mark.parametrize("scenario", ["huge-answer", "gzip-bomb", "no-newline"])
async def test_floods_do_not_fill_the_memory(ask, server, scenario):
    process = psutil.Process(os.getpid())
    before = process.memory_info().rss
    peak = 0

    def watch(event):
        nonlocal peak
        peak = max(peak, process.memory_info().rss)

    server.script(scenario)
    talk = await ask(server.url, on_event=watch)
    assert talk.code is C.ANSWER_TOO_LARGE
    assert len(talk.outcome.text) < 64_000_000
    assert max(peak, process.memory_info().rss) - before < 300_000_000


async def test_a_whole_reply_has_a_cap_too(ask, server):
    server.script(answers.status(200, b'{"a": "' + b"x" * 20_000_000 + b'"}'))
    talk = await ask(server.url, stream=False)
    assert talk.code is C.ANSWER_TOO_LARGE
    assert talk.error.title == "The reply of Acme was larger than 16 MB"


async def test_an_unknown_packing_is_told(ask, server):
    server.script(answers.status(200, b"xx", [("Content-Encoding", "br")]))
    talk = await ask(server.url)
    assert (talk.code, talk.error.detail) == (C.BAD_STREAM, "Content-Encoding: br")


async def test_a_packed_error_is_unpacked(ask, server):
    import gzip

    body = gzip.compress(b'{"error": {"message": "Packed words"}}')
    server.script(answers.status(500, body, [("Content-Encoding", "gzip")]))
    assert (await ask(server.url)).error.detail.endswith("Packed words")
    server.script(answers.status(500, body, [("Content-Encoding", "br")]))
    assert (await ask(server.url)).error.detail == "Status 500, request req_fake_1"
