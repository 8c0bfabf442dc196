"""Answers with odd contents: rows 11 to 13 and 16 to 24."""

import json

from tests.fakes.openai_server import answers
from tests.fakes.openai_server.answers import Answer, completion, delta, error, event_bytes
from tests.fakes.openai_server.exchange import Exchange
from tests.fakes.openai_server.registry import scenario_into

SCENARIOS: dict[str, Answer] = {}
scenario = scenario_into(SCENARIOS)

CONTROLS = "a\0b\u2028c\u2029d\u0085e\x1b[31mf\x01g\x7fh\x9bi\u202ej"
"""Text of characters that must survive: NUL, line separators, C0, C1, ANSI, bidi."""
LOGIN_PAGE = (
    b"<!DOCTYPE html>\n<html><head><title>Guest Wi-Fi</title></head><body>Log in</body></html>"
)


async def _events(exchange: Exchange, *payloads: object) -> None:
    await answers.events(payloads)(exchange)


_HALF = delta("Half an answer")


@scenario
async def error_object(exchange: Exchange) -> None:
    """Row 11: an error object in the middle."""
    await _events(exchange, _HALF, error("The engine stopped", code="engine_error"))


@scenario
async def error_string(exchange: Exchange) -> None:
    """Row 11: an error that is a string."""
    await _events(exchange, _HALF, {"error": "The engine stopped"})


@scenario
async def error_openrouter(exchange: Exchange) -> None:
    """Row 11: an error beside choices, as OpenRouter sends it."""
    choice = {"index": 0, "delta": {"content": ""}, "finish_reason": "error"}
    fault = {"code": 502, "message": "Provider disconnected", "metadata": {"raw": "upstream died"}}
    await _events(exchange, _HALF, {"id": "x", "error": fault, "choices": [choice]}, "[DONE]")


@scenario
async def error_vllm(exchange: Exchange) -> None:
    """Row 12: vLLM's own shape of an error."""
    fault = {"object": "error", "message": "CUDA out of memory", "type": "X", "code": 500}
    await _events(exchange, _HALF, fault, "[DONE]")


@scenario
async def error_event(exchange: Exchange) -> None:
    """Row 12: an event named error whose data has no error key."""
    named = b'event: error\ndata: {"message": "The engine stopped"}\n\n'
    await answers.stream(event_bytes(_HALF), named)(exchange)


@scenario
async def error_field(exchange: Exchange) -> None:
    """Row 12: a line ``error: {…}``, as older llama.cpp servers wrote it."""
    line = b'error: {"code": 500, "message": "The engine stopped"}\n\n'
    await answers.stream(event_bytes(_HALF), line)(exchange)


@scenario
async def error_first(exchange: Exchange) -> None:
    """Row 11: an error and nothing before it."""
    await _events(exchange, error("The engine did not start"))


@scenario
async def bad_json_once(exchange: Exchange) -> None:
    """Row 13: one event is no JSON; the rest is good."""
    await _events(exchange, delta("Good "), '{"choices": [', delta("text", finish="stop"), "[DONE]")


@scenario
async def bad_json_often(exchange: Exchange) -> None:
    """Row 13: five events are no JSON."""
    await _events(exchange, delta("Good "), *["{oops"] * 5, delta("text", finish="stop"), "[DONE]")


@scenario
async def split_surrogates(exchange: Exchange) -> None:
    """Row 16: an emoji's halves in two deltas, and one half alone."""
    first = json.dumps(delta("Hi X")).replace("X", r"\ud83d")
    second = json.dumps(delta("X!")).replace("X", r"\ude00")
    alone = json.dumps(delta("X.")).replace("X", r"\udc00")
    await _events(exchange, first, second, alone, delta(finish="stop"), "[DONE]")


@scenario
async def control_characters(exchange: Exchange) -> None:
    """Row 17: control characters in the text."""
    await _events(exchange, delta(CONTROLS), delta(finish="stop"), "[DONE]")


@scenario
async def odd_chunks(exchange: Exchange) -> None:
    """Row 18: choices empty, null or missing; delta null; content null; data null; no object."""
    usage = {"prompt_tokens": 3, "completion_tokens": 2, "total_tokens": 5}
    await _events(
        exchange,
        {"choices": []},
        {"choices": None},
        {"id": "x"},
        {"choices": [{"index": 0}]},
        {"choices": [{"index": 0, "delta": None}]},
        {"choices": [None, 3]},
        {"choices": "no"},
        {"choices": [{"index": 0, "delta": {"content": None}, "finish_reason": None}]},
        {"choices": [{"index": 0, "delta": {"content": None}}]},
        "null", "3", "[]", '"text"', "{}",
        delta("Fine"),
        {"choices": [{"delta": {"content": " text"}}], "usage": None},
        {"choices": [], "usage": usage},
        {"choices": [{"index": 0, "delta": {}, "finish_reason": "stop"}]},
        "[DONE]",
    )  # fmt: skip


@scenario
async def content_parts(exchange: Exchange) -> None:
    """Row 18: content as a list of parts."""
    thought = {"type": "thinking", "thinking": [{"type": "text", "text": "Hm."}]}
    parts = [thought, {"type": "text", "text": "Fine"}, " text", {"type": "image_url"}, None]
    await _events(exchange, delta(parts), delta(finish="stop"), "[DONE]")


@scenario
async def empty_reply(exchange: Exchange) -> None:
    """Row 19: a role, then the end."""
    await _events(exchange, delta("", role="assistant"), delta(finish="stop"), "[DONE]")


@scenario
async def finish_length(exchange: Exchange) -> None:
    """Row 20: cut at the length limit."""
    await _events(exchange, delta("Cut he"), delta(finish="length"), "[DONE]")


@scenario
async def finish_filter(exchange: Exchange) -> None:
    """Row 20: withheld by a filter."""
    await _events(exchange, delta("I would"), delta(finish="content_filter"), "[DONE]")


@scenario
async def finish_unknown(exchange: Exchange) -> None:
    """Row 20: a reason nobody knows."""
    await _events(exchange, delta("Done"), delta(finish="satisfied"), "[DONE]")


@scenario
async def finish_null_done(exchange: Exchange) -> None:
    """Row 20: never a reason, but the end mark, as Ollama may do."""
    await _events(exchange, delta("Done"), delta(""), "[DONE]")


@scenario
async def text_after_done(exchange: Exchange) -> None:
    """Row 21: text after the end mark."""
    await _events(exchange, delta("Done"), delta(finish="stop"), "[DONE]", delta("never seen"))


@scenario
async def two_finishes(exchange: Exchange) -> None:
    """Row 21: two finish reasons."""
    await _events(exchange, delta("Done", finish="stop"), delta(finish="length"), "[DONE]")


@scenario
async def two_choices(exchange: Exchange) -> None:
    """Row 21: a second choice that nobody asked for."""

    def both(first: str, second: str) -> object:
        texts = enumerate((first, second))
        return {"choices": [{"index": i, "delta": {"content": t}} for i, t in reversed([*texts])]}

    other = {"choices": [{"index": 1, "delta": {"content": "b"}, "finish_reason": "length"}]}
    await _events(exchange, both("A", "b"), other, both("A", "b"), delta(finish="stop"), "[DONE]")


@scenario
async def reasoning(exchange: Exchange) -> None:
    """Row 22: thinking in ``reasoning_content``, then text."""
    thoughts = [delta(None, reasoning_content=part) for part in ("Let me ", "think.")]
    await _events(exchange, *thoughts, delta("Done"), delta(finish="stop"), "[DONE]")


@scenario
async def reasoning_field(exchange: Exchange) -> None:
    """Row 22: thinking in ``reasoning``, beside empty content and OpenRouter's details."""
    details = [{"type": "reasoning.text", "text": "Let me think."}]
    thought = delta("", reasoning="Let me think.", reasoning_details=details)
    await _events(exchange, thought, delta("Done", reasoning=None), delta(finish="stop"), "[DONE]")


@scenario
async def refusal(exchange: Exchange) -> None:
    """Row 22: a refusal, in its own field."""
    deltas = [{"content": None, "refusal": part} for part in ("I cannot ", "do that.")]
    parts = [{"choices": [{"index": 0, "delta": change}]} for change in deltas]
    await _events(exchange, *parts, delta(finish="stop"), "[DONE]")


@scenario
async def unknown_keys(exchange: Exchange) -> None:
    """Row 22: keys nobody knows, everywhere."""
    odd = {**delta("Done", audio={"id": 1}, annotations=[]), "obfuscation": "zzz", "x": [{}]}
    await _events(exchange, odd, delta(finish="stop"), "[DONE]")


@scenario
async def tool_calls(exchange: Exchange) -> None:
    """Row 23: tool calls in fragments, with odd indexes, beside a text."""
    fragments = [
        {"index": 0, "id": "call_1", "function": {"name": "rm", "arguments": '{"a'}},
        {"id": None, "function": {"arguments": '": 1'}},
        {"index": 1, "function": {"arguments": "cut"}},
        None,
    ]
    calls = [delta(None, tool_calls=[fragment]) for fragment in fragments]
    await _events(exchange, delta("Text"), *calls, delta(finish="tool_calls"), "[DONE]")


@scenario
async def html(exchange: Exchange) -> None:
    """Row 24: a page instead of a reply, as networks send that want a login."""
    await exchange.body(200, LOGIN_PAGE, "text/html; charset=utf-8")


@scenario
async def html_unnamed(exchange: Exchange) -> None:
    """Row 24: a page that says it is an event stream."""
    await exchange.body(200, b"\n " + LOGIN_PAGE, "text/event-stream")


@scenario
async def json_reply(exchange: Exchange) -> None:
    """Row 24: a whole reply, although a stream was asked for."""
    await exchange.json(200, completion(exchange, exchange.text))


@scenario
async def json_reply_unnamed(exchange: Exchange) -> None:
    """Row 24: a whole reply that says it is an event stream."""
    body = json.dumps(completion(exchange, exchange.text), indent=2).encode()
    await exchange.body(200, body, "text/event-stream")


@scenario
async def json_error(exchange: Exchange) -> None:
    """Row 24: an error with status 200."""
    await exchange.json(200, error("The model is asleep"))


@scenario
async def json_junk(exchange: Exchange) -> None:
    """Row 24: JSON that is no reply."""
    await exchange.body(200, b'{"hello": "wor')


@scenario
async def plain_text(exchange: Exchange) -> None:
    """Row 24: plain text that is no event stream."""
    await exchange.body(200, b"OK, it works.\n", "text/plain")


@scenario
async def empty_body(exchange: Exchange) -> None:
    """Row 24: status 200 and nothing."""
    await exchange.body(200, b"", "text/event-stream")


@scenario
async def empty_json(exchange: Exchange) -> None:
    """Row 24: status 200, said to be JSON, and nothing."""
    await exchange.body(200, b"")
