"""Runs the command line: the same controller, no Qt."""

import asyncio
import io
import os
import sys
from collections.abc import Awaitable, Callable, Sequence

from desktop_assistant.app.crash import CrashReporter
from desktop_assistant.app.diagnosis import diagnose
from desktop_assistant.app.display import is_terminal
from desktop_assistant.app.logging_setup import start_logging
from desktop_assistant.app.name_lookup import look_names_up_apart
from desktop_assistant.app.options import StartOptions
from desktop_assistant.app.paths import data_folder
from desktop_assistant.app.pdf import make_pdf
from desktop_assistant.app.wiring import App, build
from desktop_assistant.cli.context import CliContext
from desktop_assistant.cli.interrupts import Interrupts, end_at_once
from desktop_assistant.cli.parser import build_parser
from desktop_assistant.cli.run import ask_sample, run_command

Verb = Callable[[CliContext], Awaitable[int]]


def run_arguments(arguments: Sequence[str], options: StartOptions) -> int:
    """Parses and runs a subcommand; returns its exit code."""
    _speak_utf8()
    parsed = build_parser().parse_args(list(arguments))

    async def verb(context: CliContext) -> int:
        return await run_command(parsed, context)

    return _run(verb, options)


def run_sample(options: StartOptions) -> int:
    """Asks the built-in model one question: for a machine without display and terminal."""
    _speak_utf8()
    return _run(ask_sample, options)


def _run(verb: Verb, options: StartOptions) -> int:
    folder = data_folder(options.data_dir)
    crash = CrashReporter()
    crash.install()
    bugs: list[BaseException] = []
    app = build(folder, bugs.append)
    start_logging(folder.log, app.controller)
    code = asyncio.run(_with_app(app, verb))
    for bug in bugs:
        crash.report(bug)
    return 1 if bugs else code


async def _with_app(app: App, verb: Verb) -> int:
    look_names_up_apart(asyncio.get_running_loop())
    try:
        return await verb(_context(app))
    finally:
        # What matters is stored by now, so somebody who presses Ctrl+C again need not wait.
        with Interrupts(end_at_once, on_end=end_at_once):
            await app.controller.close()


def _context(app: App) -> CliContext:
    return CliContext(
        controller=app.controller,
        stdin=sys.stdin,
        stdout=sys.stdout,
        stderr=sys.stderr,
        environ=os.environ,
        is_stdin_tty=is_terminal(0),
        is_stdout_tty=is_terminal(1),
        diagnose=diagnose,
        make_pdf=make_pdf,
        data_dir=app.folder.root,
    )


def _speak_utf8() -> None:
    """JSON Lines and answers are UTF-8 whatever the locale says."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
