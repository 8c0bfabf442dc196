"""``key status``: what can be told of the keyring and of each provider's key."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from desktop_assistant.chat.keys import KeyInfo, KeyringState, KnownKeys
from desktop_assistant.cli.context import CliContext, ExitCode
from desktop_assistant.cli.json_output import JsonObject, error_object, json_document
from desktop_assistant.cli.terminal_text import one_line
from desktop_assistant.domain.ids import ProviderId
from desktop_assistant.settings.providers import KEY_VARIABLES, provider_ids

_WITHOUT_A_KEY = {
    KeyringState.READY: ("none", "no key"),
    KeyringState.ABSENT: ("absent", "no key, as there is no keyring"),
    KeyringState.LOCKED: ("locked", "not known, as the keyring is locked"),
    KeyringState.UNSAFE: ("unsafe", "no key, as the keyring is not safe"),
    KeyringState.FAILED: ("unknown", "not known, as the keyring could not be asked"),
}
"""What a provider has if no key was found: a word for scripts and one for people."""


@dataclass(frozen=True, slots=True)
class _Row:
    """One provider."""

    provider_id: ProviderId
    key: KeyInfo | None
    variables: list[str]


async def key_status(context: CliContext, *, as_json: bool) -> int:
    """Tells about the keyring and the key of each provider that takes one."""
    known = await context.controller.keys.known()
    rows = list(_rows(known, context))
    if as_json:
        await context.out.write(json_document(_report(known, rows)))
        return ExitCode.OK
    keyring = known.keyring
    if keyring.problem is not None:
        context.complain(keyring.problem)
    state = "" if keyring.state is KeyringState.READY else f" ({keyring.state.value})"
    lines = [f"Keyring: {one_line(keyring.backend) or 'none'}{state}"]
    lines += [f"{one_line(row.provider_id)}: {_words(known, row)}" for row in rows]
    await context.out.write("\n".join(lines) + "\n")
    for row in rows:
        for name in row.variables:
            context.notice(
                f"{name} is set: ask and chat send it to {row.provider_id} with --key-env {name}"
            )
    return ExitCode.OK


def key_variables(provider_id: ProviderId | None, environ: Mapping[str, str]) -> list[str]:
    """The usual environment variables for a provider's key that are set."""
    names = KEY_VARIABLES.get(provider_id, ()) if provider_id is not None else ()
    return [name for name in names if environ.get(name, "").strip()]


def _rows(known: KnownKeys, context: CliContext) -> Iterator[_Row]:
    """Every provider that takes a key, and what the keyring holds for others."""
    ids = provider_ids(context.controller.settings.current)
    wanting = [found for found in ids if context.controller.provider(found).needs_key]
    for provider_id in dict.fromkeys([*wanting, *known.by_provider]):
        variables = key_variables(provider_id, context.environ)
        yield _Row(provider_id, known.by_provider.get(provider_id), variables)


def _report(known: KnownKeys, rows: list[_Row]) -> JsonObject:
    return {
        "state": known.keyring.state.value,
        "backend": known.keyring.backend,
        "problem": error_object(known.keyring.problem),
        "providers": [_object(known, row) for row in rows],
    }


def _object(known: KnownKeys, row: _Row) -> JsonObject:
    key = row.key
    if key is None:
        word = _WITHOUT_A_KEY[known.keyring.state][0]
    else:
        word = "session" if key.session_only else "stored"
    return {
        "provider": row.provider_id,
        "key": word,
        "last4": None if key is None else key.last4,
        "origin": None if key is None else key.origin,
        "session_only": False if key is None else key.session_only,
        "variables": row.variables,
    }


def _words(known: KnownKeys, row: _Row) -> str:
    if row.key is None:
        return _WITHOUT_A_KEY[known.keyring.state][1]
    ending = f"ends in {row.key.last4}" if row.key.last4 else "is there"
    return f"key {ending}, for {row.key.origin}"
