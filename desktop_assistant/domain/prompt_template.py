"""The system prompt's variables, such as ``{date}`` and ``{model}``.

They are filled at every send, so a window left open overnight does not tell yesterday's date.
Everything else in braces stays as it is: prompts often hold JSON.
"""

import re
from collections.abc import Mapping
from datetime import datetime

VARIABLES = ("date", "time", "weekday", "model", "language", "os")
_VARIABLE = re.compile(r"\{(" + "|".join(VARIABLES) + r")\}")
_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


def prompt_values(now: datetime, *, model: str, language: str, system: str) -> dict[str, str]:
    """The value of every variable at a moment of local time."""
    return {
        "date": f"{now.day} {_MONTHS[now.month - 1]} {now.year}",
        "time": f"{now.hour:02}:{now.minute:02}",
        "weekday": _WEEKDAYS[now.weekday()],
        "model": model,
        "language": language,
        "os": system,
    }


def fill_prompt(template: str, values: Mapping[str, str]) -> str:
    """The prompt as it is sent."""
    return _VARIABLE.sub(lambda match: values.get(match.group(1), match.group()), template)
