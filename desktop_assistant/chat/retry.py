"""Which failures are tried again by themselves, and after how long. Pure.

Only before any text was shown: after that a second answer would be a surprise, so the user decides.
"""

import math
from dataclasses import replace

from desktop_assistant.domain.errors import ErrorInfo, ProblemCode

FIRST_DELAY_S = 0.5
LONGEST_DELAY_S = 8.0
LONGEST_RETRY_AFTER_S = 120.0
"""A provider that asks for a longer wait is not waited for: the user is told instead."""

_FOR_LONG = {
    ProblemCode.RATE_LIMITED: ProblemCode.RATE_LIMITED_FOR_LONG,
    ProblemCode.SERVER_OVERLOADED: ProblemCode.OVERLOADED_FOR_LONG,
}


def retry_delay_s(error: ErrorInfo, *, failures: int, retries: int, jitter: float) -> float | None:
    """Seconds to wait before the next try, or ``None`` if there is to be none.

    Args:
        error: what failed.
        failures: how many tries have failed, this one included.
        retries: how many tries may follow the first.
        jitter: a random number from 0 to 1; spreads clients that failed together.
    """
    if not error.may_retry or failures > retries:
        return None
    if error.retry_after_s is not None:
        wait = error.retry_after_s
        return wait if wait <= LONGEST_RETRY_AFTER_S else None
    backoff = min(FIRST_DELAY_S * 2.0 ** (failures - 1), LONGEST_DELAY_S)
    return backoff * (0.75 + 0.5 * jitter)


def told(error: ErrorInfo) -> ErrorInfo:
    """The error as the user is told of it: with the wait that was asked for, if it is a long one.

    "Try again in a moment" would be wrong then.
    """
    code = _FOR_LONG.get(error.code)
    wait = error.retry_after_s
    if code is None or wait is None or wait <= LONGEST_RETRY_AFTER_S:
        return error
    return replace(error, code=code, params={**error.params, "minutes": str(math.ceil(wait / 60))})
