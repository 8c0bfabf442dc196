import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_assistant.domain.errors import ErrorInfo, ProblemCode
from desktop_assistant.domain.messages import Status, Usage
from desktop_assistant.domain.reply_draft import ReplyDraft
from desktop_assistant.domain.stream import (
    EndMarker,
    FinishReported,
    ProviderBusy,
    ReasoningDelta,
    RequestAdjusted,
    ResponseStarted,
    StreamFault,
    TextDelta,
    UsageReported,
)

CUT = ErrorInfo(ProblemCode.STREAM_CUT)
REPORTED = ErrorInfo(ProblemCode.PROVIDER_ERROR)


def draft_of(*events):
    draft = ReplyDraft("Test")
    for event in events:
        draft.apply(event)
    return draft


@pytest.mark.parametrize(
    ("events", "status", "code"),
    [
        ([TextDelta("a"), FinishReported("stop")], Status.COMPLETE, None),
        ([TextDelta("a"), EndMarker()], Status.COMPLETE, None),
        ([TextDelta("a"), FinishReported("tool_calls")], Status.COMPLETE, None),
        ([TextDelta("a")], Status.INTERRUPTED, ProblemCode.STREAM_CUT),
        ([], Status.FAILED, ProblemCode.EMPTY_ANSWER),
        ([ReasoningDelta("hm")], Status.FAILED, ProblemCode.STREAM_CUT),
        ([FinishReported("stop")], Status.FAILED, ProblemCode.EMPTY_ANSWER),
        ([TextDelta("a"), FinishReported("length")], Status.LIMIT, None),
        ([ReasoningDelta("a"), FinishReported("length")], Status.LIMIT, None),
        ([FinishReported("content_filter")], Status.FILTERED, None),
        ([TextDelta("a"), StreamFault(CUT)], Status.INTERRUPTED, ProblemCode.STREAM_CUT),
        ([StreamFault(CUT)], Status.FAILED, ProblemCode.STREAM_CUT),
        (
            [TextDelta("a"), StreamFault(REPORTED)],
            Status.INTERRUPTED,
            ProblemCode.PROVIDER_ERROR,
        ),
        ([StreamFault(REPORTED)], Status.FAILED, ProblemCode.ERROR_INSTEAD),
        (
            [ReasoningDelta("hm"), StreamFault(REPORTED)],
            Status.FAILED,
            ProblemCode.ERROR_INSTEAD,
        ),
        (
            [TextDelta("a"), EndMarker(), StreamFault(CUT)],
            Status.INTERRUPTED,
            ProblemCode.STREAM_CUT,
        ),
    ],
)
def test_status_by_how_the_stream_ended(events, status, code):
    outcome = draft_of(*events).finish()
    assert outcome.status is status
    assert (outcome.error.code if outcome.error else None) is code


def test_everything_that_was_said_is_kept():
    draft = draft_of(
        ResponseStarted("m-1", "r-1"),
        ProviderBusy(),
        ReasoningDelta("hm"),
        ReasoningDelta(""),
        TextDelta("Hel"),
        TextDelta(""),
        TextDelta("lo"),
        ResponseStarted(None),
        UsageReported(Usage(3, 2)),
        RequestAdjusted("Without top p."),
        FinishReported("stop"),
        FinishReported("length"),
        EndMarker(),
    )
    outcome = draft.finish()
    assert (outcome.text, outcome.reasoning) == ("Hello", "hm")
    assert (outcome.model, outcome.usage) == ("m-1", Usage(3, 2))
    assert (outcome.finish_reason, outcome.note) == ("stop", "Without top p.")
    assert outcome.status is Status.COMPLETE
    assert draft.has_text
    assert draft.has_output


def test_nothing_counts_after_a_fault():
    outcome = draft_of(TextDelta("a"), StreamFault(CUT), TextDelta("b"), EndMarker()).finish()
    assert (outcome.text, outcome.status) == ("a", Status.INTERRUPTED)


def test_stopping_keeps_what_was_written():
    outcome = draft_of(TextDelta("half")).stop()
    assert (outcome.status, outcome.text) == (Status.STOPPED, "half")
    assert outcome.error is not None
    assert outcome.error.kind == "cancelled"


def test_stopping_a_reply_that_had_ended_changes_nothing():
    for end in (FinishReported("stop"), EndMarker()):
        assert draft_of(TextDelta("all"), end).stop().status is Status.COMPLETE
    assert draft_of(TextDelta("a"), StreamFault(CUT)).stop().status is Status.INTERRUPTED


def test_a_failed_request_keeps_its_first_cause():
    timeout = ErrorInfo(ProblemCode.IDLE_TIMEOUT)
    assert draft_of().fail(timeout).error is timeout
    assert draft_of(StreamFault(CUT)).fail(timeout).error is CUT


_EVENTS = st.lists(
    st.one_of(
        st.text(max_size=5).map(TextDelta),
        st.text(max_size=5).map(ReasoningDelta),
        st.sampled_from(["stop", "length", "content_filter", "odd"]).map(FinishReported),
        st.just(EndMarker()),
        st.just(ProviderBusy()),
        st.just(StreamFault(CUT)),
    ),
    max_size=12,
)


@given(_EVENTS, st.sampled_from(["finish", "stop", "fail"]))
def test_a_cut_answer_never_looks_whole(events, end):
    draft = draft_of(*events)
    outcome = draft.fail(CUT) if end == "fail" else getattr(draft, end)()
    assert outcome.status.is_final
    ended = any(isinstance(e, FinishReported | EndMarker) for e in events)
    if outcome.status in (Status.COMPLETE, Status.LIMIT, Status.FILTERED):
        assert ended
        assert outcome.error is None
    else:
        assert outcome.error is not None
    shown = "".join(
        e.text
        for e in events[
            : next((i for i, e in enumerate(events) if isinstance(e, StreamFault)), None)
        ]
        if isinstance(e, TextDelta)
    )
    assert outcome.text == shown
