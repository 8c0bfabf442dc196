"""The decoder gives the same events however the bytes are cut."""

import json
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from desktop_assistant.adapters.openai_client.faults import TooLargeError
from desktop_assistant.adapters.openai_client.sse import SIGN_OF_LIFE, SseDecoder


def decoded(*parts, finish=True, **caps):
    decoder = SseDecoder(**caps)
    events = [event for part in parts for event in decoder.feed(part)]
    return events + decoder.finish() if finish else events


def said(events):
    return [event for event in events if event[1]]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (b"data: a\n\n", [("", "a")]),
        (b"data:a\n\n", [("", "a")]),
        (b"data:  a\n\n", [("", " a")]),
        (b"data: a\ndata: b\n\n", [("", "a\nb")]),
        (b"data: a\ndata:b\ndata\n\n", [("", "a\nb\n")]),
        (b"event: x\ndata: a\n\ndata: b\n\n", [("x", "a"), ("", "b")]),
        (b"data: a\nevent:x\n\n", [("x", "a")]),
        (b"\n\n\ndata: a\n\n\n\n\ndata: b\n\n", [("", "a"), ("", "b")]),
        (b"id: 1\ndata: a\nretry: 5\n\n", [("", "a")]),
        (b"foo: bar\nbar\ndata: a\n\n", [("", "a")]),
        (b"error: {}\n\n", [("error", "{}")]),
        (b"event: ping\n\ndata: a\n\n", [("", "a")]),
        (b"data: a\xc2\x85\xe2\x80\xa8b\x0b\x0c\x1c\n\n", [("", "a\x85\u2028b\x0b\x0c\x1c")]),
        (b"data: \xff\xe4\n\n", [("", "\ufffd\ufffd")]),
        (b"\xef\xbb\xbfdata: a\n\n", [("", "a")]),
        (b"data: \xef\xbb\xbfa\n\n", [("", "\ufeffa")]),
        (b"data: a", [("", "a")]),
        (b"data: a\n\ndata: cut \xf0\x9f", [("", "a"), ("", "cut \ufffd")]),
        (b"data: a\r\rdata: b\r\n\r\ndata: c\n\r", [("", "a"), ("", "b"), ("", "c")]),
        (b"", []),
    ],
)
def test_events_of_a_body(body, expected):
    assert said(decoded(body)) == expected
    assert said(decoded(*(body[i : i + 1] for i in range(len(body))))) == expected


@pytest.mark.parametrize("body", [b": hi\n", b"event: ping\n\n", b"id: 3\n\n", b"retry: 9\n\n"])
def test_signs_of_life(body):
    assert decoded(body, finish=False) == [SIGN_OF_LIFE]


def test_an_event_name_does_not_outlive_its_event():
    assert said(decoded(b"event: x\n\ndata: a\n\n")) == [("", "a")]


def test_nothing_is_given_out_before_the_event_ends():
    decoder = SseDecoder()
    assert decoder.feed(b"data: a\n") == []
    assert decoder.feed(b"\n") == [("", "a")]


NAMES = st.sampled_from(["", "message", "ping", "error"])
TEXTS = st.text(st.characters(exclude_characters="\r\n", exclude_categories=["Cs"]))
COMMENTS = st.sampled_from(["", ": comment", "retry: 3", "id: 4", "nonsense", "x:y"])
LINE_ENDS = st.sampled_from(["\n", "\r\n", "\r"])


@st.composite
def streams(draw):
    """A body with the events it means."""
    events = draw(st.lists(st.tuples(NAMES, st.lists(TEXTS, min_size=1, max_size=3)), max_size=8))
    end = draw(LINE_ENDS)
    lines = []
    for name, data in events:
        lines.append(draw(COMMENTS))
        lines += [f"event: {name}"] if name else []
        lines += [f"data: {line}" for line in data]
        lines += ["", *[""] * draw(st.integers(0, 2))]
    body = ("\ufeff" if draw(st.booleans()) else "") + "".join(line + end for line in lines)
    return body.encode(), [(name, "\n".join(data)) for name, data in events if any(data)]


def cut(body, places):
    places = sorted({min(place, len(body)) for place in places} | {0, len(body)})
    return [body[a:b] for a, b in pairwise(places)]


@given(streams(), st.lists(st.integers(0, 400)))
@example((b"\xef\xbb\xbfdata: a\r\n\r\n", [("", "a")]), [1, 2, 11, 12, 13])
def test_any_cut_gives_the_same_events(stream, places):
    body, expected = stream
    # Data of empty lines only is text without words; it means nothing here.
    kept = [event for event in said(decoded(*cut(body, places))) if event[1].strip("\n")]
    assert kept == [event for event in expected if event[1].strip("\n")]


@given(st.binary(max_size=300), st.lists(st.integers(0, 300)))
def test_any_bytes_give_the_same_however_cut(body, places):
    assert decoded(*cut(body, places)) == decoded(body)


@given(st.lists(st.sampled_from([b"\r", b"\n", b"data: x", b": c", b"\xef\xbb\xbf", b"\xf0\x9f"])))
def test_line_ends_in_any_order(parts):
    assert decoded(*parts) == decoded(b"".join(parts))


def test_json_survives_whole():
    text = json.dumps({"content": "\u2028 \x85 é 😀"}, ensure_ascii=False)
    assert decoded(f"data: {text}\n\n".encode()) == [("", text)]


@pytest.mark.parametrize(
    "part",
    [b"data: xxxxxxx\n", b"x" * 20, b"data:\n", b": xxxxxxxxx", b"data: x"],
    ids=["lines", "no line", "empty lines", "comment", "one line"],
)
def test_an_endless_event_is_given_up(part):
    decoder = SseDecoder(max_event=1000)

    def feed_for_ever():
        for _ in range(2000):
            assert not said(decoder.feed(part))

    with pytest.raises(TooLargeError) as raised:
        feed_for_ever()
    assert raised.value.limit == 1000


@pytest.mark.parametrize("part", [b": xxxxxxxx\n", b"data: x\n\n", b"id: 1\n", b"\n"])
def test_an_endless_stream_of_small_things_is_no_large_event(part):
    decoder = SseDecoder(max_event=1000)
    for _ in range(2000):
        decoder.feed(part)


def test_a_large_event_passes_up_to_the_cap():
    decoder = SseDecoder(max_event=1000)
    assert decoder.feed(b"data: " + b"x" * 990) == []
    assert decoder.feed(b"\n\n") == [("", "x" * 990)]
    assert decoder.feed(b"data: " + b"x" * 990) == []


def test_the_stream_has_a_cap_of_its_own():
    decoder = SseDecoder(max_stream=100)
    decoder.feed(b"data: x\n\n" * 11)
    with pytest.raises(TooLargeError) as raised:
        decoder.feed(b"data: x\n\n")
    assert raised.value.limit == 100


def test_caps_are_exact():
    decoder = SseDecoder(max_event=1000, max_stream=2000)
    assert decoder.feed(b"data: " + b"x" * 994) == []
    with pytest.raises(TooLargeError):
        decoder.feed(b"x")
    decoder = SseDecoder(max_event=1000, max_stream=2000)
    for _ in range(9):
        decoder.feed(b"data: " + b"x" * 99 + b"\n")
    assert decoder.feed(b"data: " + b"x" * 94) == []
    with pytest.raises(TooLargeError):
        decoder.feed(b"x")
    decoder = SseDecoder(max_event=1000, max_stream=2000)
    assert said(decoder.feed(b"data: x\n\ndata: " + b"x" * 994)) == [("", "x")]
    assert said(decoder.feed(b"\n\n" + b"\n" * 983)) == [("", "x" * 994)]
    assert decoder.feed(b"\n" * 0) == []
    decoder = SseDecoder(max_stream=100)
    decoder.feed(b"\n" * 100)
    with pytest.raises(TooLargeError):
        decoder.feed(b"\n")


def test_what_one_event_held_does_not_count_for_the_next():
    decoder = SseDecoder(max_event=100)
    for _ in range(50):
        assert decoder.feed(b"data: " + b"x" * 60 + b"\n") == []
        assert decoder.feed(b"data: " + b"x" * 30 + b"\n\n") != []


def test_blank_lines_mean_nothing():
    assert decoded(b"\n\n\r\n\r\r", finish=False) == []
