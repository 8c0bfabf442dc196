"""How long a service asks to wait, from headers that may hold anything."""

import math
from collections.abc import Mapping
from datetime import UTC
from email.utils import parsedate_to_datetime

LONGEST_S = 86_400.0
"""A longer wait is told as this: whatever it is, it is not today."""


def retry_after_s(headers: Mapping[str, str], now: float) -> float | None:
    """Seconds to wait, or ``None`` if the headers name no usable time.

    Args:
        headers: by lower-case name.
        now: seconds since the epoch, to which a date is compared.
    """
    ms = _number(headers.get("retry-after-ms", ""))
    if ms is not None:
        return _usable(ms / 1000)
    value = headers.get("retry-after", "")
    seconds = _number(value)
    if seconds is None:
        seconds = _seconds_until(value, now)
    return _usable(seconds)


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None


def _seconds_until(date: str, now: float) -> float | None:
    try:
        moment = parsedate_to_datetime(date)
        # A date without a zone, or with "-0000", means UTC here.
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp() - now
    except (ValueError, OverflowError):
        return None


def _usable(seconds: float | None) -> float | None:
    if seconds is None or not math.isfinite(seconds) or seconds < 0:
        return None
    return min(seconds, LONGEST_S)
