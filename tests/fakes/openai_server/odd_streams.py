"""Streams with odd framing and broken transport: rows 1 to 10, 14, 15, 28 and 29."""

import asyncio
import zlib

from tests.fakes.openai_server.answers import Answer, chunks, delta, event_bytes
from tests.fakes.openai_server.exchange import Exchange
from tests.fakes.openai_server.registry import scenario_into

SCENARIOS: dict[str, Answer] = {}
scenario = scenario_into(SCENARIOS)

MEGABYTE = 1 << 20


def good_stream(exchange: Exchange, text: str | None = None) -> bytes:
    """The bytes of a good stream's body, before any chunked coding."""
    said = exchange.text if text is None else text
    return b"".join(event_bytes(payload) for payload in chunks(exchange, said))


async def begin(exchange: Exchange, text: str = "Half an answer") -> None:
    """A good beginning: head, role and some text."""
    await exchange.head()
    await exchange.event(delta("", role="assistant"))
    for word in text.split(" "):
        await exchange.event(delta(word + " "))


async def _until_closed(exchange: Exchange, *parts: bytes, pause: float = 0.0) -> None:
    """A body without length: its end is the connection's end."""
    exchange.keep_alive = False
    await exchange.head(headers=[("Connection", "close")], chunked=False)
    for part in parts:
        await exchange.send(part)
        if pause:
            await asyncio.sleep(pause)


@scenario
async def one_byte_writes(exchange: Exchange) -> None:
    """Row 1: every byte of the body in a packet of its own."""
    body = good_stream(exchange)
    await _until_closed(exchange, *(body[i : i + 1] for i in range(len(body))))


@scenario
async def one_byte_chunks(exchange: Exchange) -> None:
    """Row 1: every byte of the body as a chunk of its own."""
    await exchange.head()
    for byte in good_stream(exchange):
        await exchange.send(b"1\r\n%c\r\n" % byte)
    await exchange.end()


@scenario
async def crlf(exchange: Exchange) -> None:
    """Row 1: lines end in CR LF."""
    await _until_closed(exchange, good_stream(exchange).replace(b"\n", b"\r\n"))


@scenario
async def cr(exchange: Exchange) -> None:
    """Row 1: lines end in CR alone."""
    await _until_closed(exchange, good_stream(exchange).replace(b"\n", b"\r"))


@scenario
async def split_crlf(exchange: Exchange) -> None:
    """Row 1: CR and LF in different packets."""
    parts = good_stream(exchange).replace(b"\n", b"\r\n").split(b"\n")
    await _until_closed(exchange, parts[0], *(b"\n" + part for part in parts[1:]), pause=0.001)


@scenario
async def bom(exchange: Exchange) -> None:
    """Row 2: a byte order mark first."""
    await _until_closed(exchange, b"\xef\xbb", b"\xbf" + good_stream(exchange))


@scenario
async def comments(exchange: Exchange) -> None:
    """Row 3: comments before and between the events."""
    await exchange.head()
    for payload in chunks(exchange, exchange.text):
        await exchange.chunk(b": OPENROUTER PROCESSING\n\n")
        await exchange.event(payload)
    await exchange.end()


@scenario
async def comments_forever(exchange: Exchange) -> None:
    """Row 4: nothing but comments, for ever."""
    exchange.keep_alive = False
    await exchange.head()
    while True:
        await exchange.chunk(b": keep-alive\n")
        await asyncio.sleep(0.01)


@scenario
async def no_done(exchange: Exchange) -> None:
    """Row 5: a finish reason, no end mark."""
    await exchange.head()
    for payload in chunks(exchange, exchange.text):
        if payload != "[DONE]":
            await exchange.event(payload)
    await exchange.end()


@scenario
async def done_without_newline(exchange: Exchange) -> None:
    """Row 5: the end mark is the last byte, no line end after it."""
    body = good_stream(exchange).replace(b'"finish_reason": "stop"', b'"finish_reason": null')
    await _until_closed(exchange, body.rstrip(b"\n"))


@scenario
async def clean_eof(exchange: Exchange) -> None:
    """Row 6: ends in good order with neither finish reason nor end mark."""
    await begin(exchange)
    await exchange.end()


@scenario
async def cut_event(exchange: Exchange) -> None:
    """Row 7: ends in the middle of an event."""
    body = event_bytes(delta("Half an answer ")) + event_bytes(delta("never seen"))[:-20]
    await _until_closed(exchange, body)


@scenario
async def reset_midway(exchange: Exchange) -> None:
    """Row 8: the connection is reset after some text."""
    await begin(exchange)
    # What is not read yet is lost with a reset, so the text gets time to arrive.
    await asyncio.sleep(0.05)
    exchange.reset()


@scenario
async def no_terminator(exchange: Exchange) -> None:
    """Row 8: chunked coding that ends without its last chunk."""
    await begin(exchange)
    exchange.keep_alive = False


@scenario
async def cut_chunk(exchange: Exchange) -> None:
    """Row 8: chunked coding that ends inside a chunk."""
    await begin(exchange)
    await exchange.send(b"ffff\r\ndata: {")
    exchange.keep_alive = False


@scenario
async def bad_chunk_size(exchange: Exchange) -> None:
    """Row 8: chunked coding with a size that is no number."""
    await begin(exchange)
    await exchange.send(b"zz\r\ndata: x\n\n\r\n")
    exchange.keep_alive = False


@scenario
async def short_length(exchange: Exchange) -> None:
    """Row 8: fewer bytes than Content-Length promised."""
    body = event_bytes(delta("Half an answer "))
    await exchange.head(headers=[("Content-Length", "100000")], chunked=False)
    await exchange.send(body)
    exchange.keep_alive = False


@scenario
async def reset_before_headers(exchange: Exchange) -> None:
    """Row 9: reset before anything was answered."""
    exchange.reset()


@scenario
async def close_before_headers(exchange: Exchange) -> None:
    """Row 9: closed before anything was answered."""
    exchange.keep_alive = False


@scenario
async def not_http(exchange: Exchange) -> None:
    """Row 9: something that is no HTTP at all."""
    exchange.keep_alive = False
    await exchange.send(b"SSH-2.0-OpenSSH_9.6\r\nhello\r\n\r\n")


@scenario
async def stall_before_headers(exchange: Exchange) -> None:
    """Row 10: accepts the request and never answers."""
    await exchange.stall()


@scenario
async def stall_before_text(exchange: Exchange) -> None:
    """Row 10: headers, then nothing."""
    await exchange.head()
    await exchange.stall()


@scenario
async def stall_midway(exchange: Exchange) -> None:
    """Row 10: some text, then nothing, the connection stays open."""
    await begin(exchange)
    await exchange.stall()


@scenario
async def ping_without_data(exchange: Exchange) -> None:
    """Row 14: events that have a name and no data."""
    await exchange.head()
    for payload in chunks(exchange, exchange.text):
        await exchange.chunk(b"event: ping\n\n")
        await exchange.event(payload)
    await exchange.end()


@scenario
async def retry_only(exchange: Exchange) -> None:
    """Row 14: events of nothing but a retry time or an id, followed by blanks and comments."""
    await exchange.head()
    for payload in chunks(exchange, exchange.text):
        await exchange.chunk(b"retry: 3000\n\nid: 7\n\nid: 8\n: comment\n\n\n\n")
        await exchange.event(payload)
    await exchange.end()


@scenario
async def many_data_lines(exchange: Exchange) -> None:
    """Row 14: one JSON object over many data lines, with ids and names."""
    await exchange.head()
    for payload in chunks(exchange, exchange.text):
        data = event_bytes(payload)[6:].strip().replace(b", ", b",\ndata:  ")
        await exchange.chunk(b"id: 1\nevent: message\ndata:" + data + b"\n\n")
    await exchange.end()


@scenario
async def bad_utf8(exchange: Exchange) -> None:
    """Row 15: a byte that is no UTF-8, inside a text."""
    body = good_stream(exchange, "Caf? now").replace(b"?", b"\xe9")
    await _until_closed(exchange, body)


@scenario
async def huge_answer(exchange: Exchange) -> None:
    """Row 28: 200 MB of good events."""
    exchange.keep_alive = False
    await exchange.head()
    event = event_bytes(delta("x" * (MEGABYTE - 300)))
    for _ in range(200):
        await exchange.chunk(event)
    await exchange.end()


@scenario
async def huge_event(exchange: Exchange) -> None:
    """Row 28: some text, then one event of 10 MB."""
    await begin(exchange)
    await exchange.event(delta("x" * 10 * MEGABYTE))
    await exchange.event("[DONE]")
    await exchange.end()


@scenario
async def no_newline(exchange: Exchange) -> None:
    """Row 28: some text, then bytes for ever, never a line end."""
    exchange.keep_alive = False
    await begin(exchange)
    while True:
        await exchange.chunk(b"x" * 65_536)


@scenario
async def gzip_bomb(exchange: Exchange) -> None:
    """Row 28: 400 kB that unpack to 400 MB."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    bomb = b"".join(packer.compress(b": " + b"\0" * MEGABYTE) for _ in range(400)) + packer.flush()
    await exchange.body(200, bomb, "text/event-stream", [("Content-Encoding", "gzip")])


@scenario
async def gzipped(exchange: Exchange) -> None:
    """Row 28: a good stream, packed although nobody asked for that."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    await exchange.head(headers=[("Content-Encoding", "gzip")])
    for payload in chunks(exchange, exchange.text):
        packed = packer.compress(event_bytes(payload)) + packer.flush(zlib.Z_SYNC_FLUSH)
        await exchange.chunk(packed)
    await exchange.chunk(packer.flush())
    await exchange.end()


@scenario
async def burst(exchange: Exchange) -> None:
    """Row 29: 5,000 events of one character at once."""
    await exchange.head()
    body = b"".join(event_bytes(delta("abcdefghij"[i % 10])) for i in range(5000))
    await exchange.chunk(body + event_bytes(delta(finish="stop")) + event_bytes("[DONE]"))
    await exchange.end()


@scenario
async def drip(exchange: Exchange) -> None:
    """Row 29: one event in two seconds."""
    await exchange.head()
    for payload in chunks(exchange, "a b c"):
        await exchange.event(payload)
        await asyncio.sleep(2)
    await exchange.end()
