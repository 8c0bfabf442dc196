"""Merging chunks changes how many there are, and nothing else."""

import h11
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_assistant.adapters.openai_client.framing import ChunkMerger

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n"
CHUNKS = b"5\r\nhello\r\n6;x=y\r\n world\r\n1 \r\n!\r\n"
END = b"0\r\n\r\n"


def judged(parts):
    """What the HTTP layer makes of these reads: the body, and whether it ended, broke or waits."""
    connection = h11.Connection(h11.CLIENT)
    connection.send(h11.Request(method="GET", target="/", headers=[("Host", "x")]))
    connection.send(h11.EndOfMessage())
    body = b""
    for part in [*parts, b""]:
        if part:
            connection.receive_data(part)
        while True:
            try:
                event = connection.next_event()
            except h11.RemoteProtocolError:
                return body, "broken"
            if event is h11.NEED_DATA:
                break
            if isinstance(event, h11.Data):
                body += event.data
            if isinstance(event, h11.EndOfMessage):
                return body, "ended"
    return body, "waits"


def merged(parts):
    merger = ChunkMerger()
    merger.request()
    return [out for part in parts if (out := merger.feed(part))]


def cut(data, size):
    return [data[i : i + size] for i in range(0, len(data), size)]


def test_many_chunks_become_one():
    assert merged([HEAD + CHUNKS]) == [HEAD + b"c\r\nhello world!\r\n"]


def test_the_end_and_its_trailers_are_kept():
    assert merged([HEAD + CHUNKS + b"0\r\nX: y\r\n", b"\r\n"]) == [
        HEAD + b"c\r\nhello world!\r\n0\r\nX: y\r\n",
        b"\r\n",
    ]


@pytest.mark.parametrize("size", [1, 2, 3, 5, 7, 30, 1000])
def test_however_the_bytes_come_the_body_is_the_same(size):
    parts = cut(HEAD + CHUNKS + END, size)
    assert judged(merged(parts)) == (b"hello world!", "ended")


@given(st.lists(st.binary(min_size=1, max_size=40), max_size=10), st.integers(1, 60))
def test_any_chunks_in_any_reads(chunks, size):
    coded = b"".join(b"%x\r\n%b\r\n" % (len(chunk), chunk) for chunk in chunks)
    parts = cut(HEAD + coded + END, size)
    out = merged(parts)
    assert judged(out) == (b"".join(chunks), "ended")
    assert len(out) <= len(parts)


@given(st.binary(max_size=60), st.integers(1, 20))
def test_what_is_malformed_stays_malformed(junk, size):
    parts = cut(HEAD + b"3\r\nabc\r\n" + junk, size)
    body, state = judged(parts)
    seen, seen_state = judged(merged(parts))
    assert seen.startswith(b"abc")
    if state == "broken":
        assert seen_state != "ended"
    else:
        assert (seen, seen_state) == (body, state)


@pytest.mark.parametrize(
    "junk",
    [b"xyz\r\n", b"-1\r\n", b"0x3\r\nabc\r\n", b"a" * 300, b"ffffffffffffffffffff\r\n"],
)
def test_odd_size_lines_are_passed_on_as_they_are(junk):
    assert merged([HEAD + b"3\r\nabc\r\n" + junk, b"more"]) == [
        HEAD + b"3\r\nabc\r\n" + junk,
        b"more",
    ]


def test_a_chunk_longer_than_its_size_is_seen():
    assert judged(merged([HEAD + b"3\r\nabcd\r\n", END]))[1] == "broken"
    assert judged(merged([HEAD + b"3\r\nabc", b"d\r\n", END]))[1] == "broken"


@pytest.mark.parametrize(
    "answer",
    [
        b"HTTP/1.1 200 OK\r\nContent-Length: 11\r\n\r\n5\r\nhello\r\n",
        b"HTTP/1.1 200 OK\r\n\r\n5\r\nhello\r\n",
        b"\x05\x00\x05\x00\x00\x01\0\0\0\0\0\0",
        b"HTTP/1.1 200 OK\r\nX: " + b"x" * 20_000,
        b"HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n5\r\nhello\r\n",
    ],
    ids=["length", "no length", "socks", "endless head", "bare line ends"],
)
@pytest.mark.parametrize("size", [1, 5, 1000])
def test_everything_else_passes_untouched(answer, size):
    assert b"".join(merged(cut(answer, size))) == answer
    assert len(merged(cut(answer, size))) == len(cut(answer, size))


@pytest.mark.parametrize("size", [1, 4, 1000])
def test_interim_answers_come_before_the_head(size):
    parts = cut(b"HTTP/1.1 100 Continue\r\n\r\n" + HEAD + CHUNKS + END, size)
    assert judged(merged(parts)) == (b"hello world!", "ended")


def test_the_next_answer_begins_with_a_head_again():
    merger = ChunkMerger()
    for _ in range(2):
        merger.request()
        assert merger.feed(HEAD + CHUNKS + END) == HEAD + b"c\r\nhello world!\r\n" + END
