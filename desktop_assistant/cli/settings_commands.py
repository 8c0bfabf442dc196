"""``settings``: every setting of the dialog, from the same declaration."""

from argparse import Namespace
from collections.abc import Iterator

from desktop_assistant.cli.context import CliContext, ExitCode
from desktop_assistant.cli.json_output import JsonObject, json_document, json_line
from desktop_assistant.cli.terminal_text import one_line
from desktop_assistant.domain.errors import ProblemCode, problem
from desktop_assistant.domain.ids import ProviderId
from desktop_assistant.settings import schema
from desktop_assistant.settings.codec import expectation, parse_text, setting_for
from desktop_assistant.settings.declaration import Setting, SettingValue, ValueType
from desktop_assistant.settings.providers import LOCAL, provider_ids, with_preset
from desktop_assistant.settings.schema import SETTINGS
from desktop_assistant.settings.values import Settings


async def settings(args: Namespace, context: CliContext) -> int:
    """Runs one action on the settings; returns the exit code.

    Raises:
        InvalidInputError: naming the key, if it is unknown, its value is bad, or the file cannot
            be parsed; the file is then as before.
        AssistantError: if the file cannot be written.
    """
    service = context.controller.settings
    match args.action:
        case "list":
            await context.out.write(_listing(service.current, as_json=args.json))
        case "get":
            if not args.json:
                value = service.current.get(_declared(args.key))
                await context.out.write(_shown(value) + "\n")
        case "set":
            setting = setting_for(args.key)
            value = parse_text(setting, args.value)
            _check_meaning(setting.key, value, service.current)
            service.change({setting.key: value})
        case _:
            service.unset(args.key)
    if args.json and args.action != "list":
        await context.out.write(json_line(_object(_declared(args.key), service.current)))
    return ExitCode.OK


def _check_meaning(key: str, value: SettingValue, current: Settings) -> None:
    """Refuses what has the right form and would still do nothing.

    Raises:
        InvalidInputError: naming the key.
    """
    if key == schema.PROVIDER.key and value not in provider_ids(current):
        raise problem(
            ProblemCode.BAD_SETTING,
            key=key,
            value=str(value),
            expected=f"It must be one of: {', '.join(provider_ids(current))}. Another one is "
            f"added by setting its address: desktop-assistant settings set "
            f"providers.{value}.base_url URL",
        )
    if key == schema.PROVIDER_MODEL.for_provider(LOCAL).key:
        raise problem(
            ProblemCode.BAD_ARGUMENT,
            what=f"The setting {key} has no effect",
            expected="The built-in model has the name of its file, which is chosen with "
            f"{schema.LOCAL_MODEL_FILE.key}.",
        )


def _declared(key: str) -> Setting[SettingValue]:
    """The declaration behind a key, with a known provider's preset as its default."""
    setting = setting_for(key)
    match key.split("."):
        case ["providers", provider_id, _]:
            return with_preset(setting, ProviderId(provider_id))
        case _:
            return setting


def _listing(current: Settings, *, as_json: bool) -> str:
    declared = list(_all(current))
    if as_json:
        return json_document([_object(setting, current) for setting in declared])
    lines: list[str] = []
    page = None
    for setting in declared:
        if setting.page is not page:
            page = setting.page
            lines += ["", page.value] if lines else [page.value]
        lines += _lines(setting, current)
    return "\n".join(lines) + "\n"


def _all(current: Settings) -> Iterator[Setting[SettingValue]]:
    """Every setting in the dialog's order; those of providers once for each known one."""
    per_provider = [setting for setting in SETTINGS if "*" in setting.key]
    told = False
    for setting in SETTINGS:
        if "*" not in setting.key:
            yield setting
        elif not told:
            told = True
            for provider_id in provider_ids(current):
                for own in per_provider:
                    yield with_preset(own, provider_id)


def _lines(setting: Setting[SettingValue], current: Settings) -> list[str]:
    value = _shown(current.get(setting))
    if setting.optional and not value:
        value = "(not set)"
    line = f"  {setting.key} = {one_line(value)}"
    if current.get(setting) != setting.default:
        line += f"    (default: {one_line(_shown(setting.default)) or 'empty'})"
    expected = f" {expectation(setting)}" if _is_worth_telling(setting) else ""
    return [line, f"      {setting.help}{expected}"]


def _is_worth_telling(setting: Setting[SettingValue]) -> bool:
    return bool(setting.choices) or setting.type in (ValueType.INTEGER, ValueType.NUMBER)


def _object(setting: Setting[SettingValue], current: Settings) -> JsonObject:
    return {
        "key": setting.key,
        "value": current.get(setting),
        "default": setting.default,
        "is_set": current.is_set(setting.key),
        "type": setting.type.value,
        "choices": list(setting.choices),
        "help": setting.help,
    }


def _shown(value: SettingValue) -> str:
    """A value as ``settings set`` would take it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value).removesuffix(".0") if isinstance(value, float) else str(value)
