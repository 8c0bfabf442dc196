"""Changes values in the text of ``settings.toml``; everything else in it stays as it is."""

import tomllib
from collections.abc import Callable, Iterable, Mapping, MutableMapping, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from desktop_assistant.adapters.settings_file.reading import UnreadableError, flat
from desktop_assistant.settings.declaration import SettingValue

if TYPE_CHECKING:
    from tomlkit.items import Item

HEADER = """\
# Settings of Desktop Assistant. This file may be edited by hand while the app is closed or open;
# comments and the order of entries stay. "desktop-assistant settings list" names all settings
# and what they may be. Keys of providers are not kept here but in the system's keyring.
"""


def edit(text: str, changes: Mapping[str, SettingValue], removed: Sequence[str]) -> str:
    """The text with some settings set and some taken out.

    Raises:
        UnreadableError: if it is no TOML, or is written so that it cannot be changed safely.
    """
    text = _first_exact([lambda: _edited(text, {}, removed)], _without(flat(text), removed))
    wanted = {**flat(text), **changes}
    with suppress(UnreadableError):
        return _first_exact([lambda: _edited(text, changes, ())], wanted)
    for key, value in changes.items():
        text = _with_value(text, key, value)
    return text


def _with_value(text: str, key: str, value: SettingValue) -> str:
    """The text with one value set: in its place, else in a table at the end, else at the top."""
    folder, _, name = key.rpartition(".")
    written = _item(value).as_string()
    return _first_exact(
        [
            lambda: _edited(text, {key: value}, ()),
            lambda: f"{text.rstrip()}\n\n[{folder}]\n{name} = {written}\n",
            lambda: f"{key} = {written}\n{text}",
        ],
        {**flat(text), key: value},
    )


def _first_exact(attempts: Iterable[Callable[[], str]], wanted: Mapping[str, object]) -> str:
    """The first text that says exactly what is wanted.

    The editor is a library of some size, and does not know every way in which TOML may be
    written: what it wrote is read back by the other parser.
    """
    for attempt in attempts:
        with suppress(UnreadableError):
            text = attempt()
            if _exactly(flat(text)) == _exactly(wanted):
                return text
    raise UnreadableError("it is written in a way that cannot be changed here")


def _exactly(values: Mapping[str, object]) -> dict[str, str]:
    """In a form in which 1 differs from true and from 1.0, and nan equals itself."""
    return {key: repr(value) for key, value in values.items()}


def _without(values: Mapping[str, object], removed: Sequence[str]) -> dict[str, object]:
    return {key: value for key, value in values.items() if key not in removed}


def _edited(text: str, changes: Mapping[str, SettingValue], removed: Sequence[str]) -> str:
    import tomlkit  # of use for writing only
    from tomlkit.exceptions import TOMLKitError

    try:
        document = tomlkit.parse(text)
        for key in removed:
            _remove(document, key.split("."))
        for key, value in changes.items():
            _set(document, key.split("."), value)
        return tomlkit.dumps(document)
    except (TOMLKitError, ValueError, RecursionError) as error:
        raise UnreadableError(str(error)) from None


def _set(table: MutableMapping[str, Any], path: list[str], value: SettingValue) -> None:
    import tomlkit
    from tomlkit.items import InlineTable

    *folders, name = path
    for depth, folder in enumerate(folders, start=1):
        if folder not in table and isinstance(table, InlineTable):
            table[folder] = tomlkit.inline_table()
        elif folder not in table:
            # [providers.work] needs no [providers] above it.
            table[folder] = tomlkit.table(is_super_table=depth < len(folders))
        table = table[folder]
        if not isinstance(table, MutableMapping):
            raise UnreadableError(f"“{folder}” stands for a value where a table is expected")
    table[name] = _item(value)


def _remove(table: MutableMapping[str, Any], path: list[str]) -> None:
    import tomlkit

    name, *rest = path
    if not rest:
        table.pop(name, None)
        return
    inner = table.get(name)
    if isinstance(inner, MutableMapping):
        _remove(inner, rest)
        if not inner and "#" not in tomlkit.dumps(inner):
            del table[name]


def _item(value: SettingValue) -> "Item":
    import tomlkit

    if isinstance(value, str) and "\n" in value:
        lines = tomlkit.string(value, multiline=True)
        if tomllib.loads(f"x = {lines.as_string()}")["x"] == value:
            return lines
    return tomlkit.item(value)
