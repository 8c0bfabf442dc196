"""argparse as this program wants it: one clear sentence for a mistake, options anywhere."""

import argparse
import math
from collections.abc import Iterable
from typing import NoReturn, TypeAlias

PROGRAM = "desktop-assistant"
LAYOUT = argparse.RawDescriptionHelpFormatter
_EXIT_BAD_INPUT = 2


class Parser(argparse.ArgumentParser):
    """Answers a mistake with one sentence and exit code 2 instead of a page of usage."""

    def error(self, message: str) -> NoReturn:
        """Ends the program."""
        from desktop_assistant.domain.redaction import redact

        message = message.removeprefix("argument ").replace(
            "the following arguments are required:", "missing:"
        )
        sentence = redact(message[:1].upper() + message[1:])
        self.exit(_EXIT_BAD_INPUT, f"{sentence}. See: {self.prog} --help\n")


class PromptParser(Parser):
    """Takes options before, between and after the words of ``prompt``.

    Words after ``--`` are never options.
    """

    _is_inside = False

    def parse_known_args(  # type: ignore[override]  # without argparse's generic namespaces
        self, args: Iterable[str] | None = None, namespace: argparse.Namespace | None = None
    ) -> tuple[argparse.Namespace, list[str]]:
        """Parses words and options in any order."""
        if self._is_inside or args is None:
            return super().parse_known_args(args, namespace)
        given = list(args)
        at = given.index("--") if "--" in given else len(given)
        self._is_inside = True
        try:
            parsed, rest = self.parse_known_intermixed_args(given[:at], namespace)
        finally:
            self._is_inside = False
        parsed.prompt = [*parsed.prompt, *map(text, given[at + 1 :])]
        return parsed, rest


Commands: TypeAlias = "argparse._SubParsersAction[Parser]"
"""Where commands, or the actions of one, are added."""


def add_command(
    commands: Commands, name: str, short: str, *, about: str, after: str = ""
) -> Parser:
    """Adds a command or an action.

    Args:
        commands: where it is added.
        name: what the user types.
        short: its line in the list of commands.
        about: what its own help says above the options.
        after: what its own help says below them.
    """
    parser = commands.add_parser(
        name,
        help=short,
        description=about,
        epilog=after or None,
        formatter_class=LAYOUT,
        allow_abbrev=False,
    )
    add_data_dir(parser)
    return parser


def add_group(
    commands: Commands, name: str, short: str, *, about: str, after: str = ""
) -> Commands:
    """Adds a command that has actions; returns where they are added."""
    parser = add_command(commands, name, short, about=about, after=after)
    return parser.add_subparsers(
        dest="action", metavar="ACTION", title="actions", required=True, parser_class=Parser
    )


def add_data_dir(parser: argparse.ArgumentParser) -> None:
    """Adds the option for the data folder."""
    # No default: it may stand before or behind the command, and a default would overwrite it.
    parser.add_argument(
        "--data-dir", metavar="DIR", default=argparse.SUPPRESS, help="where all state is kept"
    )


def add_json(parser: argparse.ArgumentParser, meaning: str) -> None:
    """Adds ``--json``, saying what it prints."""
    parser.add_argument("--json", action="store_true", help=meaning)


def text(argument: str) -> str:
    """An argument as text that can be stored: bytes that are no UTF-8 become U+FFFD."""
    return argument.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def seconds(argument: str) -> float:
    """A positive number of seconds.

    Raises:
        ArgumentTypeError: if it is none.
    """
    try:
        value = float(argument)
    except ValueError:
        value = math.nan
    if not (math.isfinite(value) and value > 0):
        raise argparse.ArgumentTypeError(
            f"it takes a number of seconds above 0, not {text(argument)!r}"
        )
    return value
