"""The commands of the terminal and the options of the program itself."""

import argparse

from desktop_assistant import __version__
from desktop_assistant.cli.arguments import LAYOUT, PROGRAM, Commands, Parser, add_data_dir
from desktop_assistant.cli.asking_arguments import add_ask, add_chat
from desktop_assistant.cli.library_arguments import (
    add_backup,
    add_conversations,
    add_export,
    add_restore,
)
from desktop_assistant.cli.setup_arguments import add_doctor, add_key, add_settings

_ABOUT = """\
Chat with language models, from a window or from the terminal.

Without a command the window opens. The commands use the same conversations,
settings and keys as the window, also while it is open.
"""
_AFTER = f"""\
examples:
  {PROGRAM} ask "Why is the sky blue?"
  git diff | {PROGRAM} ask "Write a commit message for this change"
  {PROGRAM} chat
  {PROGRAM} key set openai
  {PROGRAM} doctor

exit codes:
  0    done; for a reply: whole, or cut at its length limit
  2    bad arguments or settings; nothing was sent
  3    a reply was interrupted or filtered after some text had come
  4    failed
  130  stopped with Ctrl+C; what had been written is stored
  143  the same, by the signal TERM; 129 by HUP, when the terminal is closed

All state is in one data folder: --data-dir, or the environment variable
DESKTOP_ASSISTANT_DATA_DIR, or the platform's folder for user data.
"""


def build_parser() -> argparse.ArgumentParser:
    """The parser of everything that follows the program's name."""
    parser = Parser(
        prog=PROGRAM, description=_ABOUT, epilog=_AFTER, formatter_class=LAYOUT, allow_abbrev=False
    )
    add_data_dir(parser)
    parser.add_argument(
        "--version", action="version", version=f"{PROGRAM} {__version__}", help="print the version"
    )
    commands: Commands = parser.add_subparsers(
        dest="command", metavar="COMMAND", title="commands", parser_class=Parser
    )
    add_chat(commands)
    add_ask(commands)
    add_conversations(commands)
    add_export(commands)
    add_backup(commands)
    add_restore(commands)
    add_settings(commands)
    add_key(commands)
    add_doctor(commands)
    return parser
