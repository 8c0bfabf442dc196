"""The JSON of a chat request, and what of it a service has refused before.

Services reject parameters that others want. What was refused is left out of the next request to
the same origin and model, so each surprise costs one extra request in the life of the program.
"""

import json
import re
from collections import OrderedDict
from dataclasses import dataclass, field
from typing import Any

from desktop_assistant.adapters.openai_client.error_body import ErrorBody
from desktop_assistant.domain.origin import origin_of
from desktop_assistant.domain.surrogates import join_surrogates
from desktop_assistant.ports.model_client import ModelRequest

_OPENAI = "https://api.openai.com:443"
_MOST_REMEMBERED = 256
_REFUSED = re.compile(
    r"unsupported|not supported|(?:does|do) not support|doesn't support|unrecogni[sz]ed|unknown"
    r"|unexpected|not permitted|extra_forbidden|extra (?:inputs|fields)|not allowed|not available"
    r"|only the default|deprecated|cannot be (?:used|specified|set)",
    re.IGNORECASE,
)

_OLD_LIMIT, _NEW_LIMIT = "max_tokens", "max_completion_tokens"


@dataclass(slots=True)
class Refusals:
    """What one model of one service does not take."""

    dropped: set[str] = field(default_factory=set)
    renamed: dict[str, str] = field(default_factory=dict)


class RequestBodies:
    """Builds bodies and remembers refusals."""

    def __init__(self) -> None:
        self._refusals: OrderedDict[tuple[str, str], Refusals] = OrderedDict()

    def build(self, request: ModelRequest) -> dict[str, Any]:
        """The body, without what this model is known to refuse."""
        refusals = self._known(request)
        body: dict[str, Any] = {
            "model": request.model,
            "messages": [
                {"role": str(turn.role), "content": join_surrogates(turn.text)}
                for turn in request.turns
            ],
            "stream": request.stream,
        }
        for name, value in _optional(request).items():
            if name not in refusals.dropped:
                body[refusals.renamed.get(name, name)] = value
        return body

    def left_out(self, request: ModelRequest) -> list[str]:
        """A note for each choice of the user that this model is known to refuse."""
        optional = _optional(request)
        refused = sorted(self._known(request).dropped & optional.keys() - {"stream_options"})
        return [_note(name, request) for name in refused]

    def learn(self, request: ModelRequest, status: int, said: ErrorBody) -> str | None:
        """Takes a refusal to heart.

        Returns:
            What will be different, for the user to read; ``None`` if the answer refuses nothing
            that could be left out, so that asking again would be of no use.
        """
        if status not in (400, 422):
            return None
        refusals = self._known(request)
        for name in _optional(request):
            sent = refusals.renamed.get(name, name)
            if name in refusals.dropped or not _refuses(said, sent):
                continue
            if name in (_OLD_LIMIT, _NEW_LIMIT) and name == sent:
                refusals.renamed[name] = _NEW_LIMIT if name == _OLD_LIMIT else _OLD_LIMIT
                return f"The reply limit was sent as {refusals.renamed[name]}."
            refusals.dropped.add(name)
            return _note(name, request)
        return None

    def _known(self, request: ModelRequest) -> Refusals:
        key = (origin_of(request.endpoint.base_url), request.model)
        known = self._refusals.setdefault(key, Refusals())
        self._refusals.move_to_end(key)
        if len(self._refusals) > _MOST_REMEMBERED:
            self._refusals.popitem(last=False)
        return known


def _optional(request: ModelRequest) -> dict[str, Any]:
    """What the request says beside model and messages, and can do without."""
    sampling = request.sampling
    is_openai = origin_of(request.endpoint.base_url) == _OPENAI
    optional = {
        "temperature": sampling.temperature,
        "top_p": sampling.top_p,
        # OpenAI's newer models want the new name; most other services know only the old one.
        _NEW_LIMIT if is_openai else _OLD_LIMIT: sampling.reply_limit,
        "frequency_penalty": sampling.frequency_penalty,
        "presence_penalty": sampling.presence_penalty,
        "seed": sampling.seed,
        "reasoning_effort": sampling.reasoning_effort,
        "stop": list(sampling.stop) if sampling.stop else None,
        "stream_options": {"include_usage": True} if request.stream else None,
    }
    if sampling.extra_json:
        optional |= json.loads(sampling.extra_json)
    return {name: value for name, value in optional.items() if value is not None}


def _refuses(said: ErrorBody, name: str) -> bool:
    """Whether a service says that it does not know a parameter, not that its value is bad."""
    pattern = re.compile(
        rf"\b{name}\b|\binclude_usage\b" if name == "stream_options" else rf"\b{name}\b"
    )
    named = said.parameter.partition(".")[0] == name or bool(pattern.search(said.message))
    return named and bool(_REFUSED.search(said.words))


def _note(name: str, request: ModelRequest) -> str:
    what = "a wish for token counts" if name == "stream_options" else name
    return f"Sent without {what}, which {request.model} does not take."
