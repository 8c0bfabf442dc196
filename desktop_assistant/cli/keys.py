"""``key``: keys into the keyring and out of it. A key comes from a prompt or a pipe, never argv."""

from argparse import Namespace

from desktop_assistant.chat.keys import KeyFault, fault_of
from desktop_assistant.cli.context import CliContext, ExitCode
from desktop_assistant.cli.hidden_line import read_hidden_line
from desktop_assistant.cli.json_output import json_line
from desktop_assistant.cli.key_status import key_status
from desktop_assistant.cli.terminal_text import one_line
from desktop_assistant.domain.errors import AssistantError, ErrorKind, ProblemCode, problem
from desktop_assistant.domain.ids import ProviderId
from desktop_assistant.settings import schema
from desktop_assistant.settings.providers import Provider

_FAULTS = {
    KeyFault.SEVERAL_LINES: "It has several lines.",
    KeyFault.SPACES: "There is a space in it.",
    KeyFault.SHORTENED: "It is shortened, as web pages show keys after they were made.",
    KeyFault.STRANGE_SIGNS: "There are signs in it that no key has.",
}


async def keys(args: Namespace, context: CliContext) -> int:
    """Runs one action on the keys; returns the exit code.

    Raises:
        InvalidInputError: for an unknown provider or a text that can be no key.
    """
    if args.action == "status":
        return await key_status(context, as_json=args.json)
    chosen = _provider(args.provider, context)
    if args.action == "set" and args.in_argv:
        raise problem(
            ProblemCode.BAD_ARGUMENT,
            what="A key is never taken from the command line, where other users can read it",
            expected="Type it at the prompt, or pipe it in as one line.",
        )
    try:
        done = await (_set if args.action == "set" else _delete)(chosen, context)
    except AssistantError as error:
        if error.info.kind is not ErrorKind.KEYRING:
            raise
        context.complain(error.info)
        context.notice("ask and chat also take a key from a variable, with --key-env.")
        return ExitCode.FAILED
    if args.json:
        what = "saved" if args.action == "set" else "deleted"
        await context.out.write(json_line({"provider": chosen.id, what: done}))
    return ExitCode.OK


def _provider(name: str, context: CliContext) -> Provider:
    chosen = context.controller.provider(ProviderId(name))
    if chosen.is_local:
        raise problem(
            ProblemCode.BAD_ARGUMENT,
            what="The built-in model takes no key",
            expected="Name another provider, such as openai.",
        )
    return chosen


async def _set(chosen: Provider, context: CliContext) -> bool:
    """Asks for a key and keeps it."""
    if not chosen.base_url:
        key = schema.PROVIDER_BASE_URL.for_provider(chosen.id).key
        raise problem(
            ProblemCode.BAD_ARGUMENT,
            what=f"The provider {chosen.id} has no address yet",
            expected=f"Set it first with: desktop-assistant settings set {key} URL",
        )
    text = (await _typed(chosen, context)).strip()
    if not text:
        raise problem(
            ProblemCode.BAD_ARGUMENT,
            what="No key was given",
            expected="Type it at the prompt, or pipe it in as one line.",
        )
    fault = fault_of(text)
    if fault is not None:
        raise problem(ProblemCode.BAD_ARGUMENT, what="This can be no key", expected=_FAULTS[fault])
    was_chosen = context.controller.settings.current.get(schema.PROVIDER)
    await context.controller.keys.save(chosen.id, text)
    context.notice(f"The key for {chosen.name} is in the keyring; only {chosen.base_url} gets it.")
    if context.controller.settings.current.get(schema.PROVIDER) != was_chosen:
        context.notice(f"New conversations now use {chosen.name}.")
    return True


async def _typed(chosen: Provider, context: CliContext) -> str:
    """The key, from a prompt that does not show it or as the first line of standard input."""
    if not context.is_stdin_tty or context.stdin is None:
        return await context.source.read_line() or ""
    prompt = f"Key for {one_line(chosen.name)} (it is not shown): "
    return await read_hidden_line(context.stdin.fileno(), prompt)


async def _delete(chosen: Provider, context: CliContext) -> bool:
    was_there = await context.controller.keys.delete(chosen.id)
    words = "The key for {} was deleted." if was_there else "There was no key for {}."
    context.notice(words.format(chosen.name))
    return was_there
