"""From plain values (TOML, command line) to typed ones, with the bad key named in the error."""

import json
import re

from desktop_assistant.domain import gap_sentences
from desktop_assistant.domain.errors import InvalidInputError, ProblemCode, problem
from desktop_assistant.domain.origin import normalise_base_url, without_login
from desktop_assistant.settings.declaration import Setting, SettingValue, ValueType
from desktop_assistant.settings.schema import SETTINGS

PROVIDER_ID = re.compile(r"[a-z0-9][a-z0-9_-]{0,63}")
_EXACT = {s.key: s for s in SETTINGS if "*" not in s.key}
_PER_PROVIDER = {s.key.removeprefix("providers.*."): s for s in SETTINGS if "*" in s.key}
_TRUE, _FALSE = ("true", "yes", "on", "1"), ("false", "no", "off", "0")
_UNSET = ("", "none", "unset")
_OURS = frozenset({"model", "messages", "stream"})
"""What a request is about, so not to be overwritten by extra JSON."""


def setting_for(key: str) -> Setting[SettingValue]:
    """The declaration behind a dotted key.

    Raises:
        InvalidInputError: if there is no such setting.
    """
    if key in _EXACT:
        return _EXACT[key]
    match key.split("."):
        case ["providers", provider_id, name] if name in _PER_PROVIDER and PROVIDER_ID.fullmatch(
            provider_id
        ):
            return _PER_PROVIDER[name].for_provider(provider_id)
        case _:
            raise problem(ProblemCode.UNKNOWN_SETTING, key=key)


def parse_text(setting: Setting[SettingValue], text: str) -> SettingValue:
    """A value as somebody types it on a command line.

    Raises:
        InvalidInputError: naming the key, if the text is no such value.
    """
    word = text.strip().lower()
    if setting.optional and word in _UNSET:
        return None
    value: object = text
    if setting.type is ValueType.BOOL:
        value = True if word in _TRUE else False if word in _FALSE else text
    elif setting.type in (ValueType.INTEGER, ValueType.NUMBER):
        value = _number(word, text, whole=setting.type is ValueType.INTEGER)
    return check(setting, value)


def check(setting: Setting[SettingValue], value: object) -> SettingValue:
    """The value as the setting holds it.

    Raises:
        InvalidInputError: naming the key, if it has the wrong type or is out of range.
    """
    if value is None and setting.optional:
        return None
    if setting.type is ValueType.BOOL:
        if isinstance(value, bool):
            return value
    elif setting.type in (ValueType.INTEGER, ValueType.NUMBER):
        number = _checked_number(setting, value)
        if number is not None:
            return number
    elif isinstance(value, str):
        text = _checked_text(setting, value)
        if text is not None:
            return text
    shown = without_login(str(value)) if setting.type is ValueType.ADDRESS else str(value)
    raise problem(
        ProblemCode.BAD_SETTING, key=setting.key, value=_short(shown), expected=expectation(setting)
    )


def expectation(setting: Setting[SettingValue]) -> str:
    """What a setting may be, in one sentence."""
    low, high = setting.minimum, setting.maximum
    if setting.choices:
        return gap_sentences.ONE_OF.format(choices=", ".join(setting.choices))
    if setting.type is ValueType.INTEGER:
        return gap_sentences.A_WHOLE_NUMBER.format(low=low, high=high)
    if setting.type is ValueType.NUMBER:
        return gap_sentences.A_NUMBER.format(low=f"{low:g}", high=f"{high:g}")
    return {
        ValueType.BOOL: gap_sentences.TRUE_OR_FALSE,
        ValueType.ADDRESS: gap_sentences.AN_ADDRESS,
        ValueType.OBJECT: gap_sentences.AN_OBJECT,
    }.get(setting.type, gap_sentences.A_TEXT)


def _number(word: str, text: str, *, whole: bool) -> object:
    try:
        return int(word) if whole else float(word)
    except ValueError:
        return text


def _checked_number(setting: Setting[SettingValue], value: object) -> int | float | None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    low, high = setting.minimum, setting.maximum
    if low is None or high is None or not low <= value <= high:
        return None
    if setting.type is ValueType.INTEGER:
        return value if isinstance(value, int) else None
    return float(value)


def _checked_text(setting: Setting[SettingValue], value: str) -> str | None:
    if setting.choices:
        return value if value in setting.choices else None
    if setting.type is ValueType.ADDRESS and value:
        try:
            return normalise_base_url(value)
        except InvalidInputError:
            return None
    if setting.type is ValueType.OBJECT and value.strip():
        return value if _is_extra_object(value) else None
    return value


def _is_extra_object(text: str) -> bool:
    try:
        found = json.loads(text, parse_constant=_refuse_constant)
    except (ValueError, RecursionError):
        return False
    return isinstance(found, dict) and not _OURS & found.keys()


def _refuse_constant(name: str) -> None:
    """Python would read NaN and Infinity, which JSON does not have."""
    raise ValueError(name)


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:59] + "…"
