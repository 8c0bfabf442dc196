"""The few options that matter before anything else is loaded.

A window is opened without argparse: every import counts before the first paint.
"""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

DATA_DIR_VARIABLE = "DESKTOP_ASSISTANT_DATA_DIR"


@dataclass(frozen=True, slots=True)
class StartOptions:
    """What the command line says about the start."""

    data_dir: Path | None
    """Where all state goes; ``None`` is the platform's folder."""
    wants_window: bool
    """Whether nothing but the data folder was named."""


def start_options(arguments: Sequence[str], environ: Mapping[str, str]) -> StartOptions:
    """Reads what can be read without the whole parser."""
    named = environ.get(DATA_DIR_VARIABLE) or None
    rest: list[str] = []
    waiting = iter(arguments)
    for argument in waiting:
        if argument == "--data-dir":
            value = next(waiting, None)
            if value is None:
                rest.append(argument)
            else:
                named = value
        elif argument.startswith("--data-dir="):
            named = argument.removeprefix("--data-dir=")
        else:
            rest.append(argument)
    data_dir = Path(os.path.expanduser(named)) if named else None  # noqa: PTH111  # "~" alone, on purpose: Path.expanduser raises where there is no home
    return StartOptions(data_dir, wants_window=not rest)
