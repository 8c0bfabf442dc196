"""The names in a list of models, out of the shapes in which services give one."""

import json
from typing import Any

_LISTS = ("data", "models")
_NAMES = ("id", "name", "model")


def read_model_list(text: str) -> list[str] | None:
    """The models' names, each once, in order; ``None`` if this is no list of models."""
    try:
        payload: Any = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if isinstance(payload, dict):
        payload = next((payload[key] for key in _LISTS if isinstance(payload.get(key), list)), None)
    if not isinstance(payload, list):
        return None
    return sorted({name for entry in payload if (name := _name(entry))}, key=str.casefold)


def _name(entry: object) -> str:
    if isinstance(entry, dict):
        entry = next((entry[key] for key in _NAMES if entry.get(key)), None)
    return entry if isinstance(entry, str) else ""
