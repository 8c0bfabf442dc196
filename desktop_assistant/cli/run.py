"""Runs a parsed command and turns what can go wrong into sentences and exit codes."""

import asyncio
from argparse import Namespace
from collections.abc import Awaitable, Callable, Coroutine
from typing import TypeAlias

from desktop_assistant.cli.ask import ask, ask_sample
from desktop_assistant.cli.chat_json import JsonVoice
from desktop_assistant.cli.context import CliContext, ExitCode
from desktop_assistant.cli.interrupts import Interrupts, exit_code_for
from desktop_assistant.cli.json_output import json_line, never_started_event
from desktop_assistant.domain.errors import AssistantError, ErrorInfo, InvalidInputError

__all__ = ["CliContext", "ExitCode", "ask_sample", "run_command"]

Command: TypeAlias = Callable[[Namespace, CliContext], Awaitable[int]]


async def run_command(args: Namespace, context: CliContext) -> int:
    """Runs what ``build_parser`` parsed; returns the exit code.

    Opens the library where the command needs it. Problems of the settings file are told first,
    whatever the command.
    """
    told = list(context.controller.settings.problems)
    for trouble in told:
        context.notice(f"Warning: {trouble.title}. {trouble.hint}".rstrip())
    try:
        code = await _until_interrupted(_run(args, context, told))
    except AssistantError as error:
        if error.info not in told:
            context.complain(error.info)
        code = ExitCode.BAD_INPUT
        if not isinstance(error, InvalidInputError):
            code = ExitCode.FAILED
            await _tell_script(args, context, error)
    return context.ending(code)


async def _tell_script(args: Namespace, context: CliContext, error: AssistantError) -> None:
    """Where a script waits for JSON Lines, the last one tells why there is no more."""
    if args.command == "ask" and args.json:
        await context.out.write(json_line(never_started_event(error.info)))
    elif args.command == "chat" and args.json:
        await JsonVoice(context).failed(error, asked=False)


async def _until_interrupted(command: Coroutine[None, None, int]) -> int:
    """Lets a signal end a command that does not see to it itself; what it had stored stays."""
    task = asyncio.current_task()
    assert task is not None
    with Interrupts(task.cancel) as interrupts:
        try:
            code = await command
        except asyncio.CancelledError:
            if not interrupts.count and interrupts.ended_by is None:
                raise
            task.uncancel()
            code = ExitCode.STOPPED
        if code == ExitCode.STOPPED and interrupts.ended_by is not None:
            code = exit_code_for(interrupts.ended_by)
        return code


async def _run(args: Namespace, context: CliContext, told: list[ErrorInfo]) -> int:
    if args.command is None:
        context.notice("There is nothing to do. See: desktop-assistant --help")
        return ExitCode.BAD_INPUT
    if _needs_library(args):
        report = await context.controller.start()
        if report.notice is not None:
            context.complain(report.notice)
            told.append(report.notice)
    return await _command_of(args)(args, context)


def _needs_library(args: Namespace) -> bool:
    """Whether the command reads or writes conversations.

    Doctor and backup open the library by themselves; restore does not open it.
    """
    if args.command in ("ask", "chat"):
        return not args.temporary
    return args.command in ("conversations", "export")


def _command_of(args: Namespace) -> Command:
    """What a command runs; its module is imported only now."""
    match args.command:
        case "ask":
            return ask
        case "chat":
            from desktop_assistant.cli.chat_session import chat

            return chat
        case "conversations":
            from desktop_assistant.cli.conversations import conversations

            return conversations
        case "export":
            from desktop_assistant.cli.exporting import export

            return export
        case "backup":
            from desktop_assistant.cli.backups import backup

            return backup
        case "restore":
            from desktop_assistant.cli.backups import restore

            return restore
        case "settings":
            from desktop_assistant.cli.settings_commands import settings

            return settings
        case "key":
            from desktop_assistant.cli.keys import keys

            return keys
        case _:
            from desktop_assistant.cli.doctor import doctor

            return doctor
