"""argparse as this program wants it: one clear sentence for a mistake, options anywhere."""

import argparse
import errno
import math
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, NoReturn, TypeAlias

if TYPE_CHECKING:
    from _typeshed import SupportsWrite

from desktop_assistant.cli.output import let_go

PROGRAM = "desktop-assistant"
LAYOUT = argparse.RawDescriptionHelpFormatter
_EXIT_BAD_INPUT = 2
_EXIT_FAILED = 4


class Parser(argparse.ArgumentParser):
    """Answers a mistake with one sentence and exit code 2 instead of a page of usage."""

    def parse_known_args(  # type: ignore[override]  # without argparse's generic namespaces
        self, args: Iterable[str] | None = None, namespace: argparse.Namespace | None = None
    ) -> tuple[argparse.Namespace, list[str]]:
        """Refuses at once what is not known, with this command's own help."""
        parsed, rest = super().parse_known_args(args, namespace)
        if rest:
            self.refuse(rest[0])
        return parsed, []

    def refuse(self, argument: str) -> NoReturn:
        """Ends the program for an argument that nothing takes; a value in it is not repeated."""
        if argument.startswith("-"):
            self.error(f"there is no option {argument.partition('=')[0]}")
        self.error(f"there is nothing that takes {argument!r}")

    def error(self, message: str) -> NoReturn:
        """Ends the program."""
        from desktop_assistant.domain.redaction import redact

        message = message.removeprefix("argument ").replace(
            "the following arguments are required:", "missing:"
        )
        sentence = redact(text(message[:1].upper() + message[1:]))
        self.exit(_EXIT_BAD_INPUT, f"{sentence}. See: {self.prog} --help\n")

    def _print_message(self, message: str, file: "SupportsWrite[str] | None" = None) -> None:
        """Writes help or a mistake; argparse itself would be silent where nothing can be written.

        A reader that has gone away (``| head``) is no failure.
        """
        is_help = file is not None and file is sys.stdout
        stream = sys.stdout if is_help else sys.stderr
        if stream is None:
            return
        try:
            stream.write(message)
            stream.flush()
        except OSError as fault:
            let_go(stream)
            if not is_help or fault.errno == errno.EPIPE:
                return
            self.exit(_EXIT_FAILED, f"The output could not be written: {fault.strerror}.\n")


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
            # Between its two rounds argparse hands the words over as what is not known yet.
            return argparse.ArgumentParser.parse_known_args(self, args, namespace)
        given = list(args)
        at = given.index("--") if "--" in given else len(given)
        self._is_inside = True
        try:
            parsed, rest = self.parse_known_intermixed_args(given[:at], namespace)
        finally:
            self._is_inside = False
        if rest:
            self.error(
                f"there is no option {rest[0].partition('=')[0]}; what begins with a dash and "
                "belongs to the question stands behind --"
            )
        parsed.prompt = [*parsed.prompt, *map(text, given[at + 1 :])]
        return parsed, []


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
