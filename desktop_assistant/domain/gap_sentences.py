"""Sentences of ours that fill a gap of a problem, such as what a setting must be.

A problem is stored and handed on with its gaps filled in English. The window translates whole
sentences, so it has to find the sentence again under the values that it was filled with.
"""

import re
from collections.abc import Mapping

ONE_OF = "It must be one of: {choices}."
TRUE_OR_FALSE = "It must be true or false."
AN_ADDRESS = "It must be an address such as https://api.example.org/v1."
AN_OBJECT = "It must be a JSON object, without “model”, “messages” and “stream”."
A_TEXT = "It must be text."
A_WHOLE_NUMBER = "It must be a whole number from {low} to {high}."
A_NUMBER = "It must be a number from {low} to {high}."

PROXY_OF_PROVIDER = "The proxy setting of {name}"
PROXY_OF_SYSTEM = "The system's proxy setting"
CERTIFICATE_OF_PROVIDER = "The certificate setting of {name}"

GAP_SENTENCES = (
    ONE_OF, TRUE_OR_FALSE, AN_ADDRESS, AN_OBJECT, A_TEXT, A_WHOLE_NUMBER, A_NUMBER,
    PROXY_OF_PROVIDER, PROXY_OF_SYSTEM, CERTIFICATE_OF_PROVIDER,
)  # fmt: skip

_GAP = re.compile(r"\\\{(\w+)\\\}")
_PATTERNS = tuple(
    (sentence, re.compile(_GAP.sub(r"(?P<\1>.+)", re.escape(sentence)), re.DOTALL))
    for sentence in GAP_SENTENCES
)


def sentence_in(value: str) -> tuple[str, Mapping[str, str]] | None:
    """The sentence that a gap was filled with, and its own values; ``None`` if it is other text."""
    for sentence, pattern in _PATTERNS:
        found = pattern.fullmatch(value)
        if found is not None:
            return sentence, found.groupdict()
    return None
