"""Statuses that are no success: rows 25 to 27. ``status-NNN`` gives any other one."""

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

from tests.fakes.openai_server import answers
from tests.fakes.openai_server.answers import Answer, error
from tests.fakes.openai_server.exchange import Exchange
from tests.fakes.openai_server.registry import scenario_into

SCENARIOS: dict[str, Answer] = {}
scenario = scenario_into(SCENARIOS)

ELSEWHERE = "http://elsewhere.invalid/v1/chat/completions?key=secret"
ERROR_PAGE = b"<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>"
QUOTA = error(
    "You exceeded your current quota, please check your plan and billing details.",
    kind="insufficient_quota", code="insufficient_quota",
)  # fmt: skip


def _named(name: str, answer: Answer, told: str) -> None:
    answer.__doc__ = told
    SCENARIOS[name] = answer


for _code in (301, 302, 303, 307, 308):
    _named(
        f"redirect-{_code}", answers.redirect(_code, ELSEWHERE), f"Row 25: {_code} to another host."
    )
_named("redirect-nowhere", answers.status(302, b""), "Row 25: a redirect without a target.")
_named("redirect-loop", answers.redirect(307, "/v1/chat/completions"), "Row 25: to itself.")


@scenario
async def redirect_same_origin(exchange: Exchange) -> None:
    """Row 25: to another path of the same server, once."""
    if "moved=1" in exchange.request.path:
        await answers.clean(exchange)
    else:
        await answers.redirect(302, "/v1/chat/completions?moved=1")(exchange)


for _name, _value in {
    "seconds": "7",
    "fraction": "0.25",
    "negative": "-5",
    "nan": "NaN",
    "1e400": "1e400",
    "600": "600",
    "year": "31536000",
    "words": "soon",
}.items():
    _named(
        f"retry-after-{_name}",
        answers.status(429, error("Slow down", code="rate_limit_exceeded"),
                       [("Retry-After", _value)]),
        f"Row 27: 429 with Retry-After {_value}.",
    )  # fmt: skip
_named(
    "retry-after-ms",
    answers.status(429, error("Slow down"), [("Retry-After-Ms", "1500"), ("Retry-After", "9")]),
    "Row 27: 429 with Retry-After-Ms.",
)


@scenario
async def retry_after_date(exchange: Exchange) -> None:
    """Row 27: 503 with a date half a minute from now."""
    due = format_datetime(datetime.now(UTC) + timedelta(seconds=30), usegmt=True)
    await answers.status(503, error("Busy"), [("Retry-After", due)])(exchange)


_named("no-credit", answers.status(429, QUOTA), "Row 27: 429 because the account is empty.")
_named("html-502", answers.status(502, ERROR_PAGE, content_type="text/html"), "Row 27: a page.")
_named(
    "model-not-found",
    answers.status(404, error("The model `nope` does not exist", code="model_not_found")),
    "Row 26: 404 for the model.",
)
_named("path-not-found", answers.no_such_path, "Row 26: 404 for the address.")
_named(
    "context-length",
    answers.status(400, error(
        "This model's maximum context length is 8192 tokens.", kind="invalid_request_error",
        code="context_length_exceeded", param="messages",
    )),
    "Row 26: 400 because the conversation is too long.",
)  # fmt: skip
_named(
    "context-length-llama",
    answers.status(400, {"error": {
        "code": 400, "message": "the request exceeds the available context size",
        "type": "exceed_context_size_error", "n_prompt_tokens": 9000, "n_ctx": 2048,
    }}),
    "Row 26: the same in llama.cpp's words.",
)  # fmt: skip


def refusing(
    *parameters: str, said: str = "Unsupported parameter: '{}' is not supported."
) -> Answer:
    """Refuses the first of these parameters that a request carries, else answers well."""

    async def answer(exchange: Exchange) -> None:
        for name in parameters:
            if name in exchange.request.json:
                body = error(said.format(name), kind="invalid_request_error", param=name,
                             code="unsupported_parameter")  # fmt: skip
                await exchange.json(400, body)
                return
        await answers.clean(exchange)

    return answer


_named("refuse-usage", refusing("stream_options"), "Row 26: 400 for stream_options.")
_named("refuse-temperature", refusing("temperature"), "Row 26: 400 for temperature.")
_named("refuse-max-tokens", refusing("max_tokens"), "Row 26: 400 for max_tokens.")


@scenario
async def endless_error(exchange: Exchange) -> None:
    """Row 28: status 500 with a body that never ends."""
    exchange.keep_alive = False
    await exchange.head(500, content_type="text/plain")
    while True:
        await exchange.chunk(b"no " * 20_000)


@scenario
async def stalled_error(exchange: Exchange) -> None:
    """Row 28: status 401 with a body that stops in the middle."""
    await exchange.head(401, content_type="application/json")
    await exchange.chunk(b'{"error": {"message": "Wro')
    await exchange.stall()
