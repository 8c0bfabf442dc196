"""From the text of ``settings.toml`` to settings, with a problem for each entry of no use."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import replace

from desktop_assistant.domain.errors import ErrorInfo, InvalidInputError, ProblemCode
from desktop_assistant.ports.settings_file import LoadedSettings
from desktop_assistant.settings.codec import check, setting_for
from desktop_assistant.settings.declaration import SettingValue
from desktop_assistant.settings.values import Settings

_PLACE = re.compile(r"(?P<what>.*?) \(at line (?P<line>\d+), column \d+\)", re.DOTALL)


class UnreadableError(Exception):
    """The text is no TOML; the message says where and why."""


def decode(content: bytes) -> str:
    """The text of the file; editors on Windows begin it with a mark that TOML does not know.

    Raises:
        UnreadableError: if it is not UTF-8.
    """
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise UnreadableError(f"line {line} is not UTF-8") from None


def flat(text: str) -> dict[str, object]:
    """What the text says, by dotted key.

    Raises:
        UnreadableError: if it is no TOML.
    """
    try:
        return dict(_flattened(tomllib.loads(text)))
    except RecursionError:
        raise UnreadableError("it is nested too deeply") from None
    except ValueError as error:  # also a number with thousands of digits
        raise UnreadableError(_with_line_first(str(error))) from None


def read(text: str) -> LoadedSettings:
    """The usable settings and one problem for each entry that is not.

    Raises:
        UnreadableError: if it is no TOML.
    """
    values: dict[str, SettingValue] = {}
    problems: list[ErrorInfo] = []
    for key, value in flat(text).items():
        try:
            values[key] = check(setting_for(key), value)
        except InvalidInputError as error:
            problems.append(_as_written(error.info, value))
    return LoadedSettings(Settings(values), tuple(problems))


def _as_written(error: ErrorInfo, value: object) -> ErrorInfo:
    """The problem with a text in quotes: ``"true"`` is none of true and false."""
    if error.code is not ProblemCode.BAD_SETTING or not isinstance(value, str):
        return error
    return replace(error, params={**error.params, "value": f'"{error.params["value"]}"'})


def _flattened(table: dict[str, object], prefix: str = "") -> Iterator[tuple[str, object]]:
    for name, value in table.items():
        key = prefix + (f'"{name}"' if "." in name else name)
        if isinstance(value, dict):
            yield from _flattened(value, f"{key}.")
        else:
            yield key, value


def _with_line_first(message: str) -> str:
    place = _PLACE.fullmatch(message)
    return f"line {place['line']}: {place['what']}" if place else message
