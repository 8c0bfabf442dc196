import pickle
import string

import pytest

from desktop_assistant.domain.errors import (
    AssistantError,
    ErrorInfo,
    InvalidInputError,
    ProblemCode,
    problem,
)
from desktop_assistant.domain.problem_catalogue import PROBLEMS
from desktop_assistant.domain.problems import ErrorKind
from desktop_assistant.domain.secret import Secret

CONTRACT_KINDS = [
    "auth",
    "permission",
    "quota",
    "rate_limit",
    "context_length",
    "bad_request",
    "not_found",
    "server",
    "network",
    "dns",
    "tls",
    "proxy",
    "timeout",
    "protocol",
    "empty",
    "keyring",
    "storage",
    "cancelled",
]


def test_the_kinds_are_the_contracts():
    assert [kind.value for kind in ErrorKind] == CONTRACT_KINDS


@pytest.mark.parametrize("code", ProblemCode)
def test_every_problem_has_calm_texts(code):
    entry = PROBLEMS[code]
    assert entry.title
    assert not entry.title.endswith(".")
    assert (
        entry.hint.endswith(".") or entry.hint.startswith("{") or "desktop-assistant " in entry.hint
    )
    for text in (entry.title, entry.hint):
        assert "!" not in text
        assert "please" not in text.lower()
        list(string.Formatter().parse(text))


def test_gaps_are_filled_and_values_stay_data():
    error = problem(ProblemCode.HOST_NOT_FOUND, host="{evil} {0}", detail="raw")
    assert error.info.title == "{evil} {0} was not found"
    assert error.info.kind is ErrorKind.DNS
    assert error.info.may_retry
    assert error.info.detail == "raw"
    assert str(error).startswith("{evil} {0} was not found. ")


def test_a_forgotten_gap_never_fails_the_error_itself():
    info = ErrorInfo(ProblemCode.RATE_LIMITED)
    assert info.title == "{provider} asks to slow down"
    assert info.remedy == "try_again"


def test_bad_input_is_told_apart():
    assert isinstance(problem(ProblemCode.EMPTY_PROMPT), InvalidInputError)
    error = problem(ProblemCode.STREAM_CUT)
    assert isinstance(error, AssistantError)
    assert not isinstance(error, InvalidInputError)


def test_a_secret_does_not_show_itself():
    secret = Secret("sk-canary-0123456789")
    assert "canary" not in f"{secret!r} {secret} {[secret]}"
    assert secret.reveal() == "sk-canary-0123456789"
    assert secret.last4 == "6789"
    assert Secret("short").last4 == ""
    assert secret == Secret("sk-canary-0123456789")
    assert secret != "sk-canary-0123456789"
    assert len({secret, Secret("sk-canary-0123456789")}) == 1
    assert secret
    assert not Secret("")
    with pytest.raises(TypeError):
        pickle.dumps(secret)
