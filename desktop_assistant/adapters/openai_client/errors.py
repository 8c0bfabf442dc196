"""From what a service answered to what a user is told.

A service's own code decides first, its status second, its wording last; wordings are those of the
services people use, and a wrong guess still shows the words themselves in the details.
"""

import re
import time
from collections.abc import Mapping

from desktop_assistant.adapters.openai_client.error_body import (
    ErrorBody,
    parse_error_body,
    read_error,
)
from desktop_assistant.adapters.openai_client.faults import (
    AnswerCutError,
    AnswerFaultError,
    TooLargeError,
)
from desktop_assistant.adapters.openai_client.retry_after import retry_after_s
from desktop_assistant.domain.errors import AssistantError, ErrorInfo, ProblemCode, problem
from desktop_assistant.domain.origin import host_of, normalise_base_url, origin_of
from desktop_assistant.domain.redaction import Redactor
from desktop_assistant.domain.surrogates import join_surrogates
from desktop_assistant.ports.model_client import Endpoint

LONGEST_DETAIL = 4_000
"""Characters of a service's own words that are kept."""

_C = ProblemCode
_NO_CREDIT = re.compile(
    r"insufficient[_ ](?:quota|balance|credits?|funds)|exceeded your current quota(?!.*retry in)"
    r"|billing_hard_limit|credit balance|out of credits?|no credits",
    re.IGNORECASE | re.DOTALL,
)
_TOO_LONG = re.compile(
    r"context[_ ](?:length|size|window)|maximum context|exceed_context|too many tokens"
    r"|(?:prompt|input) is too long|reduce the length",
    re.IGNORECASE,
)
_BAD_KEY = re.compile(
    r"invalid[_ ]api[_ ]key|incorrect api key|api key not valid|api_key_invalid|invalid token",
    re.IGNORECASE,
)
_NO_MODEL = re.compile(
    r"model_not_found|(?:unknown|invalid|no such) model|no endpoints found"
    r"|\bmodel\b.{0,200}?(?:not found|not exist|not a valid|not available)",
    re.IGNORECASE | re.DOTALL,
)
_RATE = re.compile(r"rate[_ -]?limit|too many requests|\b429\b", re.IGNORECASE)

_BY_WORDS: tuple[tuple[re.Pattern[str], frozenset[int], ProblemCode], ...] = (
    (_NO_CREDIT, frozenset({400, 402, 403, 429}), _C.NO_CREDIT),
    (_TOO_LONG, frozenset({400, 413, 422, 500}), _C.CONTEXT_TOO_LONG),
    (_BAD_KEY, frozenset({400, 403}), _C.KEY_REJECTED),
    (_NO_MODEL, frozenset({400, 404, 410, 422}), _C.MODEL_NOT_FOUND),
)
_BY_STATUS = {
    401: _C.KEY_REJECTED,
    402: _C.NO_CREDIT,
    403: _C.FORBIDDEN,
    404: _C.ADDRESS_NOT_FOUND,
    405: _C.ADDRESS_NOT_FOUND,
    407: _C.PROXY_NEEDS_LOGIN,
    408: _C.SERVER_FAILED,
    409: _C.SERVER_FAILED,
    410: _C.ADDRESS_NOT_FOUND,
    413: _C.REQUEST_TOO_LARGE,
    425: _C.SERVER_OVERLOADED,
    429: _C.RATE_LIMITED,
    451: _C.FORBIDDEN,
    503: _C.SERVER_OVERLOADED,
    511: _C.CAPTIVE_PORTAL,
    529: _C.SERVER_OVERLOADED,
}
_REQUEST_IDS = ("x-request-id", "request-id", "x-amzn-requestid")


class ErrorDescriber:
    """Describes the errors of one endpoint; everything it gives out is free of secrets."""

    def __init__(self, endpoint: Endpoint, model: str = "", *, proxy: str = "") -> None:
        """Takes what the texts name.

        Args:
            endpoint: whose errors these are.
            model: the model asked for; empty for other requests.
            proxy: the proxy in between, as it may be shown.
        """
        self._endpoint = endpoint
        self._redactor: Redactor | None = None
        self._params = {
            "provider": endpoint.name,
            "host": host_of(endpoint.base_url),
            "url": endpoint.base_url,
            "model": model or endpoint.name,
            "proxy": proxy,
        }

    def error(
        self,
        code: ProblemCode,
        detail: str = "",
        *,
        retry_after: float | None = None,
        **params: str,
    ) -> AssistantError:
        """The problem with all gaps filled and its detail bounded and free of secrets."""
        catalogued = ErrorInfo(code).problem
        texts = catalogued.title + catalogued.hint
        known = (self._params | params).items()
        shown = {name: self._clean(value) for name, value in known if f"{{{name}}}" in texts}
        clean = self._clean(detail[: 2 * LONGEST_DETAIL])[:LONGEST_DETAIL]
        return problem(code, detail=clean or None, retry_after_s=retry_after, **shown)

    def status(
        self, status: int, headers: Mapping[str, str], body: bytes
    ) -> tuple[AssistantError, ErrorBody]:
        """The error of an answer that is no success, and the words it was told in.

        Args:
            status: the HTTP status.
            headers: by lower-case name.
            body: as much of the body as was read.
        """
        said = parse_error_body(body)
        request_id = next((headers[name] for name in _REQUEST_IDS if headers.get(name)), "")
        heading = f"Status {status}" + (f", request {request_id}" if request_id else "")
        error = self.error(
            self._code_for(status, said),
            f"{heading}\n{said.words}".strip(),
            retry_after=retry_after_s(headers, time.time()),
            status=str(status),
        )
        return error, said

    def _code_for(self, status: int, said: ErrorBody) -> ProblemCode:
        for pattern, statuses, code in _BY_WORDS:
            if status in statuses and pattern.search(said.words):
                return code
        if status == 401 and not self._sends_a_key:
            return _C.KEY_MISSING
        by_class = _C.SERVER_FAILED if status >= 500 else _C.REQUEST_REFUSED
        return _BY_STATUS.get(status, by_class)

    @property
    def _sends_a_key(self) -> bool:
        names = {name.lower() for name, _ in self._endpoint.headers}
        return bool(self._endpoint.key) or bool(names & {"authorization", "api-key", "x-api-key"})

    def reported(self, payload: object) -> ErrorInfo:
        """An error that came inside a reply, or instead of one with a status of success."""
        said = read_error(payload)
        code = _C.PROVIDER_ERROR
        if _NO_CREDIT.search(said.words):
            code = _C.NO_CREDIT
        elif _TOO_LONG.search(said.words):
            code = _C.CONTEXT_TOO_LONG
        elif _RATE.search(f"{said.code} {said.kind}"):
            code = _C.RATE_LIMITED
        return self.error(code, said.words).info

    def junk(self, text: str) -> ErrorInfo:
        """Something that is no reply."""
        return self.error(_C.BAD_STREAM, text).info

    def page(self, text: str) -> ErrorInfo:
        """A web page instead of a reply."""
        return self.error(_C.CAPTIVE_PORTAL, parse_error_body(text.encode()).words).info

    def unreadable(self, fault: AnswerFaultError, *, has_output: bool) -> ErrorInfo:
        """A reply whose body cannot be read to its end.

        Args:
            fault: what is wrong with it.
            has_output: whether something of the reply was shown already.
        """
        match fault:
            case TooLargeError():
                limit = f"{fault.limit // 1_000_000} MB"
                return self.error(_C.ANSWER_TOO_LARGE, limit=limit).info
            case AnswerCutError():
                code = _C.STREAM_CUT if has_output else _C.CONNECTION_LOST
                return self.error(code, str(fault)).info
            case _:
                return self.junk(str(fault))

    def redirected(self, target: str) -> AssistantError:
        """An answer that sends the request to another origin."""
        try:
            shown = normalise_base_url(target)
        except AssistantError:
            shown = origin_of(target)
        return self.error(_C.REDIRECTED, target=shown)

    def _clean(self, text: str) -> str:
        if not text:
            return text
        if self._redactor is None:
            headers = (value for _, value in self._endpoint.headers)
            key = (self._endpoint.key.reveal(),) if self._endpoint.key else ()
            self._redactor = Redactor((*key, *headers))
        return self._redactor(join_surrogates(text))
