"""Whole replies from bytes: any events, cut anywhere, broken anywhere, end in the same outcome."""

import asyncio
import json

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from desktop_assistant.adapters.openai_client.errors import ErrorDescriber
from desktop_assistant.adapters.openai_client.reply_body import ReplyBody
from desktop_assistant.domain.errors import ProblemCode
from desktop_assistant.domain.messages import Status
from desktop_assistant.domain.reply_draft import ReplyDraft
from desktop_assistant.domain.stream import ReasoningDelta, TextDelta
from desktop_assistant.ports.model_client import Endpoint
from tests.fakes.random_streams import (
    ITEMS,
    LINE_ENDS,
    GivenAnswer,
    body_of,
    chunk,
    cut,
    says_its_end,
)

runner = asyncio.Runner()
"""One event loop for thousands of replies."""


@pytest.fixture(scope="module", autouse=True)
def one_loop():
    with runner:
        yield


def reply(parts, **more):
    """The outcome and all events."""

    async def run():
        draft = ReplyDraft("Acme")
        describer = ErrorDescriber(Endpoint("Acme", "https://acme.test"), "m")
        events = []
        async for event in ReplyBody(GivenAnswer(parts, **more), describer).events():
            events.append(event)
            draft.apply(event)
        return draft.finish(), events

    return runner.run(run())


@settings(max_examples=1000, deadline=None)
@given(
    items=st.lists(ITEMS, max_size=8),
    line_end=LINE_ENDS,
    places=st.lists(st.integers(0, 2000), max_size=12),
    until=st.none() | st.integers(0, 2000),
    breaks=st.booleans(),
)
@example(
    items=[chunk(content="\ud83d"), chunk(content="\ude00"), "[DONE]"],
    line_end="\n", places=[3, 50], until=None, breaks=False,
)  # fmt: skip
def test_any_stream_however_cut_and_broken(items, line_end, places, until, breaks):
    body = body_of(items, line_end, until)
    outcome, events = reply(cut(body, places), breaks=breaks)
    at_once, _ = reply([body], breaks=breaks)

    assert outcome == at_once
    assert outcome.status.is_final
    shown = "".join(event.text for event in events if isinstance(event, TextDelta))
    thought = "".join(event.text for event in events if isinstance(event, ReasoningDelta))
    assert (shown, thought or None) == (outcome.text, outcome.reasoning)
    shown.encode()
    if outcome.status in (Status.COMPLETE, Status.LIMIT, Status.FILTERED):
        assert says_its_end(body), "a cut answer looks whole"
    if outcome.status in (Status.INTERRUPTED, Status.FAILED):
        assert outcome.error is not None


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=200), st.lists(st.integers(0, 200), max_size=6), st.booleans())
def test_any_bytes_at_all(body, places, breaks):
    outcome, _ = reply(cut(body, places), breaks=breaks)
    assert outcome == reply([body], breaks=breaks)[0]
    assert outcome.status is Status.FAILED


@settings(max_examples=200, deadline=None)
@given(
    st.text(max_size=20),
    st.lists(st.integers(0, 300), max_size=6),
    st.sampled_from(["", "\ufeff", "\n \n"]),
)
def test_a_whole_reply_however_cut(text, places, before):
    payload = {"choices": [{"message": {"content": text}, "finish_reason": "stop"}]}
    body = (before + json.dumps(payload, indent=1)).encode()
    outcome, _ = reply(cut(body, places))
    assert outcome.text == text
    assert outcome.status is (Status.COMPLETE if text else Status.FAILED)


@pytest.mark.parametrize(
    "space", [b"", b" ", b"\n" * 70_000, b"\xef\xbb\xbf", b"\r\n\xef\xbb\xbf \t"]
)
@pytest.mark.parametrize(
    ("body", "code"),
    [
        (b"<html>", ProblemCode.CAPTIVE_PORTAL), (b"{}", ProblemCode.BAD_STREAM),
        (b"[]", ProblemCode.BAD_STREAM), (b"hello", ProblemCode.BAD_STREAM),
        (b"x", ProblemCode.BAD_STREAM), (b"", ProblemCode.EMPTY_ANSWER),
        (b": hi\n\n", ProblemCode.EMPTY_ANSWER), (b"data: [DONE]", ProblemCode.EMPTY_ANSWER),
    ],
)  # fmt: skip
@pytest.mark.parametrize("size", [1, 70_000])
def test_a_body_is_what_it_begins_with(space, body, code, size):
    whole = space + body
    parts = [whole[i : i + size] for i in range(0, len(whole), size)]
    assert reply(parts)[0].error.code is code


def test_an_answer_that_breaks_before_it_began():
    outcome, events = reply([], breaks=True)
    assert outcome.error.code is ProblemCode.CONNECTION_LOST
    assert len(events) == 1


def test_what_breaks_after_the_end_mark_does_not_matter():
    outcome, _ = reply(
        [b'data: {"choices": [{"delta": {"content": "a"}}]}\n\ndata: [DONE]\n\n'], breaks=True
    )
    assert outcome.status is Status.COMPLETE
