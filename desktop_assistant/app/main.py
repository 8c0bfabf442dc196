"""The way in, and the order of things.

Start of a window: the few early options, then the data folder (made private), then a look whether
a window is possible at all and whether one is open on this folder already (it comes forward and
we are done). Only then Qt is imported; the parts are put together, the window is shown and
painted, and the library fills it. What the first paint does not need (openai, keyring, the log,
the markdown parser, the local model) is loaded at its first use.

End: the window goes at once; replies are stopped and kept, the local model and the connections
are closed, the store finishes what is queued, and the loop ends.

A subcommand does the same without Qt: parse, build, run the verb, close.
"""

import gc
import os
import signal
import sys

from desktop_assistant.app.display import is_terminal, missing_display
from desktop_assistant.app.options import StartOptions, start_options
from desktop_assistant.domain.errors import AssistantError, InvalidInputError

EXIT_BAD_INPUT = 2
EXIT_FAILED = 4
EXIT_STOPPED = 130


def run() -> None:
    """Runs the command line or opens the window; ends the process."""
    code = main(sys.argv[1:])
    # All is done but the interpreter's own end, and that is no place for a traceback.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    sys.exit(code)


def run_window() -> None:
    """Opens the window, for launchers without a terminal; ends the process."""
    sys.exit(main([]))


def main(arguments: list[str]) -> int:
    """Does what the arguments say; returns the exit code."""
    options = start_options(arguments, os.environ)
    try:
        if options.wants_window:
            return _window_or_terminal(options)
        from desktop_assistant.app.terminal import run_arguments

        return run_arguments(arguments, options)
    except AssistantError as error:
        print(f"{error.info.title}. {error.info.hint}", file=sys.stderr)
        return EXIT_BAD_INPUT if isinstance(error, InvalidInputError) else EXIT_FAILED
    except KeyboardInterrupt:
        return EXIT_STOPPED


def _window_or_terminal(options: StartOptions) -> int:
    reason = missing_display(os.environ)
    if reason is None:
        # Thousands of objects are made until the first paint and hardly one of them is garbage:
        # looking for it costs a fifth of the start. ``window`` switches it on again.
        gc.disable()
        from desktop_assistant.app.quick_imports import read_no_sources

        read_no_sources()
        from desktop_assistant.app.window import run_window_app

        return run_window_app(options)
    from desktop_assistant.app.terminal import run_arguments, run_sample

    print(f"{reason} Carrying on in the terminal.", file=sys.stderr, flush=True)
    if is_terminal(0):
        return run_arguments(["chat"], options)
    return run_sample(options)
