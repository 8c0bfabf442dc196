"""A sentence that fills a gap is found again under the values it was filled with."""

import pytest

from desktop_assistant.domain.gap_sentences import (
    A_NUMBER,
    A_WHOLE_NUMBER,
    GAP_SENTENCES,
    ONE_OF,
    PROXY_OF_PROVIDER,
    TRUE_OR_FALSE,
    sentence_in,
)


@pytest.mark.parametrize(
    ("sentence", "values"),
    [
        (ONE_OF, {"choices": "system, light, dark"}),
        (TRUE_OR_FALSE, {}),
        (A_WHOLE_NUMBER, {"low": "-1", "high": "1000000"}),
        (A_NUMBER, {"low": "0.1", "high": "600"}),
        (PROXY_OF_PROVIDER, {"name": "Work {name} (new\nline)"}),
    ],
)
def test_a_filled_sentence_is_taken_apart_into_itself_and_its_values(sentence, values):
    assert sentence_in(sentence.format(**values)) == (sentence, values)


@pytest.mark.parametrize("text", ["", "OpenAI", "HTTPS_PROXY", "It must be one of: ", "Write."])
def test_other_text_is_left_to_the_caller(text):
    assert sentence_in(text) is None


def test_no_sentence_is_taken_for_another():
    for sentence in GAP_SENTENCES:
        found = sentence_in(sentence)
        assert found is not None
        assert found[0] == sentence
