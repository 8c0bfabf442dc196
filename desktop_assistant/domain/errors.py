"""What a user can be told when something outside fails.

Every text stands once, in ``PROBLEMS``, with named gaps; adapters only choose a problem and fill
the gaps. So the tone is one, the window can translate whole sentences, and a stored error can be
shown in another language later. Anything that is not an ``AssistantError`` is a bug of ours.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from desktop_assistant.domain.problem_catalogue import PROBLEMS
from desktop_assistant.domain.problems import ErrorKind, Problem, ProblemCode, Remedy

__all__ = [
    "AssistantError",
    "ErrorInfo",
    "ErrorKind",
    "InvalidInputError",
    "ProblemCode",
    "Remedy",
    "problem",
]


@dataclass(frozen=True, slots=True)
class ErrorInfo:
    """One problem with its gaps filled; a value that can be stored, shown and compared."""

    code: ProblemCode
    params: Mapping[str, str] = field(default_factory=dict)
    detail: str | None = None
    """The provider's or system's own words, secrets already removed; folded away by default."""
    retry_after_s: float | None = None
    """Seconds the provider asked to wait before another try."""

    @property
    def problem(self) -> Problem:
        """The catalogue's entry: kind, texts with gaps, remedy."""
        return PROBLEMS[self.code]

    @property
    def kind(self) -> ErrorKind:
        """The contract's word for what failed."""
        return self.problem.kind

    @property
    def remedy(self) -> Remedy:
        """The one right action."""
        return self.problem.remedy

    @property
    def title(self) -> str:
        """What happened, in English."""
        return fill(self.problem.title, self.params)

    @property
    def hint(self) -> str:
        """What is safe and what to do, in English."""
        return fill(self.problem.hint, self.params)

    @property
    def may_retry(self) -> bool:
        """Whether the same request may succeed if it is simply sent again."""
        return self.problem.may_retry


class AssistantError(Exception):
    """Something outside failed in a way that can be told to a person."""

    def __init__(self, info: ErrorInfo) -> None:
        super().__init__(f"{info.title}. {info.hint}")
        self.info = info


class InvalidInputError(AssistantError):
    """The caller gave something that cannot be used: an unknown id, an empty prompt, a bad value.

    The command line ends with exit code 2 for these.
    """


class _Gaps(dict[str, str]):
    """Leaves an unknown gap visible instead of raising: an error text must never fail itself."""

    def __missing__(self, key: str) -> str:
        return "{" + key + "}"


def fill(template: str, params: Mapping[str, str]) -> str:
    """The template with its gaps filled; values are data and are never formatted again."""
    return template.format_map(_Gaps(params))


def problem(
    code: ProblemCode,
    *,
    detail: str | None = None,
    retry_after_s: float | None = None,
    **params: str,
) -> AssistantError:
    """An ``AssistantError`` for a catalogued problem, ready to be raised."""
    info = ErrorInfo(code=code, params=params, detail=detail, retry_after_s=retry_after_s)
    if PROBLEMS[code].is_invalid_input:
        return InvalidInputError(info)
    return AssistantError(info)
