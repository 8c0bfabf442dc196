"""Good answers, and makers of the bad ones that take parameters."""

import asyncio
import json
from collections.abc import Awaitable, Callable, Iterable, Iterator

from tests.fakes.openai_server.exchange import Exchange
from tests.fakes.openai_server.markdown_text import pieces

Answer = Callable[[Exchange], Awaitable[None]]
Headers = Iterable[tuple[str, str]]

CREATED = 1_700_000_000
REPLY_ID = "chatcmpl-fake"
"""The same for every reply: nobody may use it as a key."""
_BATCH = 64
"""Events written at once when no pace is set."""


def delta(
    content: object = None, *, finish: str | None = None, model: str = "fake-model", **more: object
) -> dict[str, object]:
    """One chunk of a stream, as OpenAI writes it."""
    change = more if content is None else {"content": content, **more}
    return {
        "id": REPLY_ID,
        "object": "chat.completion.chunk",
        "created": CREATED,
        "model": model,
        "system_fingerprint": "fp_fake",
        "choices": [{"index": 0, "delta": change, "logprobs": None, "finish_reason": finish}],
    }


def usage_of(exchange: Exchange, text: str) -> dict[str, int]:
    """Usage as this server counts: one token for each piece."""
    told = exchange.request.json.get("messages", [])
    asked = sum(len(pieces(str(message.get("content", "")))) for message in told)
    given = len(pieces(text))
    return {"prompt_tokens": asked, "completion_tokens": given, "total_tokens": asked + given}


def usage_chunk(exchange: Exchange, text: str) -> dict[str, object]:
    """The last chunk when ``include_usage`` is set: no choices."""
    return {**delta(), "choices": [], "usage": usage_of(exchange, text)}


def chunks(exchange: Exchange, text: str, finish: str | None = "stop") -> Iterator[object]:
    """All chunks of a good stream, with its end mark."""
    model = exchange.model
    yield delta("", role="assistant", refusal=None, model=model)
    for piece in pieces(text):
        yield delta(piece, model=model)
    if finish is not None:
        yield delta(finish=finish, model=model)
    if exchange.wants_usage:
        yield usage_chunk(exchange, text)
    yield "[DONE]"


def completion(
    exchange: Exchange, text: str, finish: str | None = "stop", **message: object
) -> dict[str, object]:
    """A whole reply."""
    said = {"role": "assistant", "content": text, "refusal": None, **message}
    return {
        "id": REPLY_ID,
        "object": "chat.completion",
        "created": CREATED,
        "model": exchange.model,
        "choices": [{"index": 0, "message": said, "logprobs": None, "finish_reason": finish}],
        "usage": usage_of(exchange, text),
    }


def event_bytes(payload: object) -> bytes:
    """One event: a string as it stands, anything else as JSON."""
    text = payload if isinstance(payload, str) else json.dumps(payload, ensure_ascii=False)
    return f"data: {text}\n\n".encode()


async def clean(exchange: Exchange) -> None:
    """The real protocol: streamed or whole, with usage if asked for, at the pace set."""
    if not exchange.streamed:
        await exchange.json(200, completion(exchange, exchange.text))
        return
    await exchange.head()
    if exchange.tokens_per_s is None:
        await _at_full_speed(exchange, chunks(exchange, exchange.text))
    else:
        await _at_pace(exchange, chunks(exchange, exchange.text), exchange.tokens_per_s)
    await exchange.end()


async def _at_full_speed(exchange: Exchange, payloads: Iterator[object]) -> None:
    batch: list[bytes] = []
    for payload in payloads:
        data = event_bytes(payload)
        batch.append(b"%x\r\n%b\r\n" % (len(data), data))
        if len(batch) == _BATCH:
            await exchange.send(b"".join(batch))
            batch.clear()
            await asyncio.sleep(0)
    await exchange.send(b"".join(batch))


async def _at_pace(exchange: Exchange, payloads: Iterator[object], tokens_per_s: float) -> None:
    loop = asyncio.get_running_loop()
    due = loop.time()
    for payload in payloads:
        await exchange.event(payload)
        due += 1 / tokens_per_s
        # A sleep is never exact: being late is made up by not sleeping, so the mean is right.
        if (wait := due - loop.time()) > 0:
            await asyncio.sleep(wait)


async def wrong_key(exchange: Exchange) -> None:
    """OpenAI's answer to a wrong key, which repeats the key."""
    key = exchange.request.headers.get("authorization", "").removeprefix("Bearer ")
    said = f"Incorrect API key provided: {key}." if key else "You didn't provide an API key."
    await exchange.json(401, error(said, kind="invalid_request_error", code="invalid_api_key"))


def error(
    message: str, *, kind: str = "server_error", code: object = None, param: str | None = None
) -> dict[str, object]:
    """An error body as OpenAI writes it."""
    return {"error": {"message": message, "type": kind, "param": param, "code": code}}


async def no_such_path(exchange: Exchange) -> None:
    """404 for a path that is not served."""
    await exchange.body(404, b'{"detail":"Not Found"}')


def models(names: Iterable[str]) -> Answer:
    """The list of models."""
    listed = [{"id": name, "object": "model", "created": CREATED} for name in names]

    async def answer(exchange: Exchange) -> None:
        await exchange.json(200, {"object": "list", "data": listed})

    return answer


def status(
    code: int,
    body: object = None,
    headers: Headers = (),
    *,
    content_type: str = "application/json",
) -> Answer:
    """An error status; ``body`` may be JSON, text or bytes, and is OpenAI's shape by default."""
    payload = error(f"The fake failed with {code}.") if body is None else body
    raw = payload if isinstance(payload, bytes) else json.dumps(payload).encode()
    if isinstance(payload, str):
        raw = payload.encode()

    async def answer(exchange: Exchange) -> None:
        await exchange.body(code, raw, content_type, headers)

    return answer


def raw(*parts: bytes, close: bool = True) -> Answer:
    """These bytes as they stand, head and all, each written by itself."""

    async def answer(exchange: Exchange) -> None:
        exchange.keep_alive = not close
        for part in parts:
            await exchange.send(part)

    return answer


def stream(*parts: bytes, end: bool = True) -> Answer:
    """An event stream with these bytes, each as a chunk of its own."""

    async def answer(exchange: Exchange) -> None:
        await exchange.head()
        for part in parts:
            await exchange.chunk(part)
        if end:
            await exchange.end()
        exchange.keep_alive = end

    return answer


def events(payloads: Iterable[object]) -> Answer:
    """An event stream with these payloads: strings as they stand, anything else as JSON."""
    return stream(*(event_bytes(payload) for payload in payloads))


def whole(payload: object, code: int = 200) -> Answer:
    """A JSON body as it stands."""

    async def answer(exchange: Exchange) -> None:
        await exchange.json(code, payload)

    return answer


def redirect(code: int, target: str) -> Answer:
    """Sends the client elsewhere."""

    async def answer(exchange: Exchange) -> None:
        await exchange.body(code, b"", None, [("Location", target)])

    return answer
