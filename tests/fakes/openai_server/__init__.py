"""A real HTTP server on loopback that speaks OpenAI's protocol, well or badly, as it is told.

It runs on its own thread with its own event loop, so that it serves asyncio tests, ordinary tests
and child processes alike::

    with FakeOpenAI() as server:                       # answers "Hello …" to every question
        client.base_url = server.url                   # http://127.0.0.1:PORT/v1
        ...
        assert server.chats[0].json["messages"][-1]["content"] == "Hi"

What it answers:

* ``FakeOpenAI(reply="text")`` or ``reply=lambda request: "text"``: this text to every question;
* ``FakeOpenAI(tokens=20_000, tokens_per_s=50)``: that many tokens of Markdown, at that pace
  (``None``: as fast as it goes); ``markdown(20_000)`` is the same text, for comparison;
* ``FakeOpenAI(key="sk-test")``: 401 to every other key;
* ``server.script("reset-midway", "clean")``: the next two chat requests, in order, each by a named
  scenario (``sorted(SCENARIOS)``), by ``"status-503"`` for any status, or by a coroutine function
  taking an ``Exchange`` (``answers`` has makers for common ones: ``answers.status(429, …)``,
  ``answers.events([...])``);
* ``server.always("stall-midway")``: the same for all later chat requests (``None``: back to good).

What it knows afterwards: ``server.requests`` (all) and ``server.chats`` (questions only), each a
``RecordedRequest`` with method, path, headers, ``json``, ``finished`` (the answer was sent whole),
and ``closed``, set when the client closed the connection (``closed_at`` in ``time.monotonic``
seconds). ``server.wait_for_chats(n)`` waits for questions; ``await server.chats_came(n)`` and
``await request.was_closed()`` do not block an event loop. ``server.connections`` counts accepted
connections, ``server.reset_records()`` forgets.

By hand, for a look or for another process::

    python -m tests.fakes.openai_server --port 0 --scenario clean --tokens 500 --tokens-per-s 40
    python -m tests.fakes.openai_server --list

prints the base URL as its first line and serves until it is ended.

Certificates for ``FakeOpenAI(tls=…)`` are made by ``certificates.Authority``; ``proxies.FakeProxy``
is an HTTP CONNECT or SOCKS5 proxy that also misbehaves on demand.
"""

from tests.fakes.openai_server import answers
from tests.fakes.openai_server.exchange import Exchange, RecordedRequest
from tests.fakes.openai_server.markdown_text import markdown, pieces
from tests.fakes.openai_server.scenarios import SCENARIOS
from tests.fakes.openai_server.server import FakeOpenAI

__all__ = [
    "SCENARIOS",
    "Exchange",
    "FakeOpenAI",
    "RecordedRequest",
    "answers",
    "markdown",
    "pieces",
]
