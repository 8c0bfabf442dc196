"""Whatever a service says becomes events, and nothing it says raises."""

import json

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from desktop_assistant.adapters.openai_client.chunks import MAX_BAD_CHUNKS, ReplyReader
from desktop_assistant.domain.errors import ErrorInfo, ProblemCode
from desktop_assistant.domain.messages import Usage
from desktop_assistant.domain.stream import (
    EndMarker,
    FinishReported,
    ProviderBusy,
    ReasoningDelta,
    ResponseStarted,
    StreamFault,
    TextDelta,
    UsageReported,
)


def reported(payload):
    return ErrorInfo(ProblemCode.PROVIDER_ERROR, detail=repr(payload))


def junk(text):
    return ErrorInfo(ProblemCode.BAD_STREAM, detail=text)


@pytest.fixture
def reader():
    return ReplyReader(reported, junk)


def events(*payloads):
    return [("", p if isinstance(p, str) else json.dumps(p)) for p in payloads]


def choice(finish=None, **delta):
    return {"choices": [{"index": 0, "delta": delta, "finish_reason": finish}]}


def test_one_read_is_one_text(reader):
    said = reader.read(events(*[choice(content=c) for c in "Hello"], choice("stop"), "[DONE]"))
    assert said == [TextDelta("Hello"), FinishReported("stop"), EndMarker()]
    assert reader.has_output
    assert reader.finish_seen
    assert reader.ended
    assert not reader.broken


def test_thinking_and_text_are_apart(reader):
    said = reader.read(
        events(
            choice(reasoning_content="Let "), choice(reasoning="me"), choice(content="A"),
            choice(reasoning_content=None, reasoning=" see", content=""),
        )
    )  # fmt: skip
    assert said == [ReasoningDelta("Let me see"), TextDelta("A")]


def test_thinking_alone_is_output(reader):
    reader.read(events(choice(reasoning="Hm")))
    assert reader.has_output


def test_nothing_said_is_a_sign_of_life(reader):
    assert reader.read([("", "")]) == [ProviderBusy()]
    assert reader.read(events(choice(role="assistant", content=""))) == [ProviderBusy()]
    assert reader.read([]) == []
    assert not reader.has_output
    assert not reader.finish_seen


def test_the_model_is_told_once(reader):
    first = reader.read(events({"model": "m-1", **choice(content="a")}))
    assert first == [ResponseStarted(model="m-1"), TextDelta("a")]
    assert reader.read(events({"model": "m-1", **choice(content="b")})) == [TextDelta("b")]


@pytest.mark.parametrize("model", ["", None, 3, ["m"]])
def test_no_model_is_no_matter(reader, model):
    assert reader.read(events({"model": model, **choice(content="a")})) == [TextDelta("a")]


@pytest.mark.parametrize(
    "payload",
    [
        {}, {"choices": []}, {"choices": None}, {"choices": "no"}, {"choices": {}},
        {"choices": [None, 3, "x", []]}, {"choices": [{}]}, {"choices": [{"delta": None}]},
        {"choices": [{"delta": "x"}]}, choice(content=None), choice(content=3),
        choice(content={"a": 1}), choice(content=[]), choice(content=[None, 3, {"text": 4}, {}]),
        choice(reasoning=[1], reasoning_content={}), choice(refusal=5), choice(tool_calls=[None]),
        {"usage": 3, **choice()}, {"usage": {}, **choice()}, {"error": None, **choice()},
        {"error": {}, "choices": []}, {"error": "", "choices": []}, {"object": "x"},
        {"message": "", "detail": None}, choice(finish=3), choice(finish=""), "null", "3", "[]",
        '"text"', "true", " {} ",
    ],
    ids=repr,
)  # fmt: skip
def test_odd_chunks_mean_nothing(reader, payload):
    assert reader.read(events(payload)) == [ProviderBusy()]
    assert reader.read(events(choice(content="on"))) == [TextDelta("on")]


@pytest.mark.parametrize(
    ("content", "text", "thought"),
    [
        (["a", {"type": "text", "text": "b"}], "ab", ""),
        ([{"type": "thinking", "thinking": "hm"}, "a"], "a", "hm"),
        ([{"type": "thinking", "thinking": [{"type": "text", "text": "h"}, "m"]}], "", "hm"),
        ([{"type": "thinking"}, {"type": "image_url", "image_url": "x"}, ["a", ["b"]]], "a", ""),
    ],
)
def test_content_in_parts(reader, content, text, thought):
    said = reader.read(events(choice(content=content)))
    assert "".join(e.text for e in said if isinstance(e, TextDelta)) == text
    assert "".join(e.text for e in said if isinstance(e, ReasoningDelta)) == thought


def test_a_refusal_is_text(reader):
    assert reader.read(events(choice(content=None, refusal="No."))) == [TextDelta("No.")]


def test_only_the_first_choice_counts(reader):
    both = {
        "choices": [
            {"index": 1, "delta": {"content": "b"}},
            {"index": 0, "delta": {"content": "a"}},
        ]
    }
    other = {"choices": [{"index": 2, "delta": {"content": "c"}, "finish_reason": "length"}]}
    twice = {"choices": [{"delta": {"content": "d"}}, {"delta": {"content": "e"}}]}
    assert reader.read(events(both, other, twice)) == [TextDelta("ad")]


@pytest.mark.parametrize(
    ("usage", "expected"),
    [
        ({"prompt_tokens": 3, "completion_tokens": 4}, Usage(3, 4)),
        ({"input_tokens": 3, "output_tokens": 0}, Usage(3, 0)),
        ({"prompt_tokens": 3}, None),
        ({"prompt_tokens": -1, "completion_tokens": 4}, None),
        ({"prompt_tokens": True, "completion_tokens": 4}, None),
        ({"prompt_tokens": "3", "completion_tokens": 4.5}, None),
        ([1], None),
    ],
)
def test_usage(reader, usage, expected):
    said = reader.read(events({"choices": [], "usage": usage}))
    assert said == ([UsageReported(expected)] if expected else [ProviderBusy()])


def test_the_last_good_usage_of_a_read_counts(reader):
    good = [{"choices": [], "usage": {"prompt_tokens": 1, "completion_tokens": n}} for n in (1, 2)]
    said = reader.read(events(*good, {"choices": [], "usage": {"prompt_tokens": "x"}}))
    assert said == [UsageReported(Usage(1, 2))]


@pytest.mark.parametrize(
    ("reason", "told"),
    [
        ("stop", "stop"), ("length", "length"), ("max_tokens", "length"),
        ("MAX_TOKENS", "length"), ("model_length", "length"), ("max_output_tokens", "length"),
        ("SAFETY", "content_filter"), ("content_filter", "content_filter"),
        ("tool_calls", "tool_calls"), ("Odd", "Odd"),
    ],
)  # fmt: skip
def test_finish_reasons(reader, reason, told):
    assert reader.read(events(choice(reason), choice("other"))) == [FinishReported(told)]


@pytest.mark.parametrize("reason", ["error", "abort"])
def test_some_finish_reasons_name_a_fault(reader, reason):
    said = reader.read(events(choice(content="a"), choice(reason), "[DONE]"))
    assert said[0] == TextDelta("a")
    assert isinstance(said[1], StreamFault)
    assert len(said) == 2
    assert reader.broken


@pytest.mark.parametrize(
    "payload",
    [
        {"error": {"message": "x"}}, {"error": "x"}, {"error": {"message": "x"}, "choices": [{}]},
        {"object": "error", "message": "x"}, {"message": "x"}, {"detail": "x"},
        {"error": True, "choices": None},
    ],
    ids=repr,
)  # fmt: skip
def test_errors_end_the_reply(reader, payload):
    said = reader.read(events(choice(content="a"), payload, choice(content="b"), "[DONE]"))
    assert said == [TextDelta("a"), StreamFault(reported(payload))]
    assert reader.read(events(choice(content="c"))) == []
    assert reader.finish() == []


@pytest.mark.parametrize(
    ("data", "payload"), [('{"a": 1}', {"a": 1}), ("plain words", "plain words"), ('"x"', "x")]
)
def test_events_named_error(reader, data, payload):
    assert reader.read([("error", data)]) == [StreamFault(reported(payload))]


def test_other_names_mean_nothing(reader):
    assert reader.read([("message", json.dumps(choice(content="a")))]) == [TextDelta("a")]
    assert reader.read([("ping", "not json"), ("ping", '{"type": "ping"}')]) == [ProviderBusy()]
    assert reader.read([("done", "[DONE]")]) == [EndMarker()]


BAD = [
    "{oops",
    "oops",
    '{"a": 1} x',
    "{" * 3000,
    '{"a":' * 3000,
    "NaN?",
    '{"a": ' + "9" * 5000 + "}",
]


@pytest.mark.parametrize("bad", BAD, ids=lambda text: text[:12])
def test_a_few_bad_chunks_are_passed_over(reader, bad):
    for _ in range(MAX_BAD_CHUNKS):
        assert reader.read(events(choice(content="a"), bad)) == [TextDelta("a")]
    said = reader.read(events(choice(content="a"), bad, choice(content="b")))
    assert said == [TextDelta("a"), StreamFault(junk(bad))]


def test_space_around_json_is_no_fault(reader):
    assert reader.read([("", " " + json.dumps(choice(content="a")) + " \t")]) == [TextDelta("a")]
    assert reader.read([("", json.dumps(choice(content="b")) + " ")]) == [TextDelta("b")]


def test_nothing_after_the_end_mark_counts(reader):
    said = reader.read(events(choice(content="a"), " [DONE] ", choice(content="b")))
    assert said == [TextDelta("a"), EndMarker()]
    assert reader.read(events(choice(content="c"), "[DONE]")) == []
    assert reader.finish() == []


def test_halves_of_a_character_are_joined_across_reads(reader):
    assert reader.read(events(choice(content="a\ud83d"))) == [TextDelta("a")]
    assert reader.read(events(choice(content="\ude00", reasoning="\ud83d"))) == [TextDelta("😀")]
    assert reader.finish() == [ReasoningDelta("\ufffd")]


@pytest.mark.parametrize("last", ["[DONE]", {"error": "x"}])
def test_a_half_without_partner_is_given_out_at_the_end(reader, last):
    said = reader.read(events(choice(content="a\ud83d"), last))
    assert said[0] == TextDelta("a\ufffd")


def test_a_message_instead_of_deltas_counts_only_if_nothing_was_said(reader):
    whole = {"choices": [{"message": {"content": "whole"}, "finish_reason": "stop"}]}
    assert reader.read(events(whole)) == [TextDelta("whole"), FinishReported("stop")]
    assert reader.read(events(whole)) == [FinishReported("stop")]
    other = ReplyReader(reported, junk)
    assert other.read(events(choice(content="a"), whole))[0] == TextDelta("a")


def test_the_old_protocol_s_text(reader):
    assert reader.read(events({"choices": [{"text": "old"}]})) == [TextDelta("old")]


def whole_reply(**more):
    message = {"role": "assistant", "content": "Hi", "reasoning_content": "Hm", **more}
    usage = {"prompt_tokens": 1, "completion_tokens": 2}
    choices = [{"index": 0, "message": message, "finish_reason": "stop"}]
    return {"model": "m", "choices": choices, "usage": usage}


def test_a_whole_reply(reader):
    assert reader.read_whole("\ufeff\n " + json.dumps(whole_reply())) == [
        ResponseStarted(model="m"),
        ReasoningDelta("Hm"),
        TextDelta("Hi"),
        UsageReported(Usage(1, 2)),
        FinishReported("stop"),
        EndMarker(),
    ]


def test_a_whole_reply_without_a_reason_is_whole_all_the_same(reader):
    said = reader.read_whole('{"choices": [{"message": {"content": "Hi\\ud83d"}}]}')
    assert said == [TextDelta("Hi\ufffd"), EndMarker()]


@pytest.mark.parametrize("text", ["", " \n", "\ufeff"])
def test_nothing_is_nothing(reader, text):
    assert reader.read_whole(text) == []


def test_a_whole_reply_of_no_choices_is_an_empty_answer(reader):
    assert reader.read_whole('{"choices": []}') == [EndMarker()]


@pytest.mark.parametrize("text", ['{"error": {"message": "x"}}', '[{"error": {"message": "x"}}]'])
def test_a_whole_error(reader, text):
    assert reader.read_whole(text) == [StreamFault(reported({"error": {"message": "x"}}))]


def test_a_whole_reply_that_is_broken_is_a_fault(reader):
    said = reader.read_whole(json.dumps({"choices": [{"message": {}, "finish_reason": "error"}]}))
    assert [type(event) for event in said] == [StreamFault]


@pytest.mark.parametrize("text", ["{", "[]", "3", "null", '{"a": 1}', "[1]", '{"a": 1}{"b": 2}'])
def test_what_is_no_reply(reader, text):
    assert reader.read_whole(text) == [StreamFault(junk(text))]


SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5)
KEYS = st.sampled_from(
    ["choices", "delta", "content", "finish_reason", "usage", "error", "index", "message", "text",
     "reasoning", "refusal", "type", "thinking", "prompt_tokens", "completion_tokens", "model"]
)  # fmt: skip
JSON = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4)
)
NAMES = st.sampled_from(["", "", "", "error", "ping"])


@given(st.lists(st.tuples(NAMES, JSON.map(json.dumps) | st.text(max_size=8)), max_size=6))
@example([("", json.dumps({"choices": [{"delta": {"content": [[[[[]]]]]}}]}))])
def test_nothing_a_service_says_raises(stream):
    reader = ReplyReader(reported, junk)
    said = [event for item in stream for event in reader.read([item])] + reader.finish()
    assert sum(isinstance(event, StreamFault | EndMarker) for event in said) <= 1
    for event in said:
        if isinstance(event, TextDelta | ReasoningDelta):
            assert event.text
            event.text.encode()  # no lone surrogates


@given(JSON)
def test_nothing_whole_raises(payload):
    said = ReplyReader(reported, junk).read_whole(json.dumps(payload))
    assert isinstance(said[-1], StreamFault | EndMarker)


@given(st.lists(st.text(max_size=4)), st.integers(1, 5))
def test_the_text_does_not_depend_on_the_reads(pieces, size):
    stream = events(*[choice(content=piece) for piece in pieces])
    reads = [stream[i : i + size] for i in range(0, len(stream), size)]
    reader, at_once = ReplyReader(reported, junk), ReplyReader(reported, junk)

    def text(said):
        return "".join(event.text for event in said if isinstance(event, TextDelta))

    read = [event for part in reads for event in reader.read(part)] + reader.finish()
    assert text(read) == text(at_once.read(stream) + at_once.finish())
