"""``make torture``: kills, cuts, slow disks, canary keys and hostile texts, by the hundred.

Prints a table for each kind and writes ``torture-results.json``; the exit code is 1 if a promise
was broken. ``--quick`` is a look of a few minutes, ``--only kills --kills 1000`` a long one. What
is random follows from ``--seed``, except for the moments that the system itself decides.
"""

import argparse
import json
import random
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from pathlib import Path

from tests.torture.ask_kills import kill_asks
from tests.torture.canary_scenarios import let_canaries_fly
from tests.torture.figures import Figures
from tests.torture.hostile_text import meet_hostile_texts
from tests.torture.odd_code import try_odd_code
from tests.torture.stalls import measure_stalls
from tests.torture.step_kills import kill_at_steps
from tests.torture.streams import try_streams
from tests.torture.window_kills import kill_windows

FULL = {
    "kills": 300, "window_kills": 20, "step_kills": 1400, "streams": 10_000, "rounds": 1,
    "texts_per_row": 0, "odd_lines": 100,
}  # fmt: skip
QUICK = {
    "kills": 30, "window_kills": 3, "step_kills": 140, "streams": 1_000, "rounds": 1,
    "texts_per_row": 8, "odd_lines": 20,
}  # fmt: skip
"""No number of texts a row stands for all of them."""

Part = Callable[[Path], Figures]


def parts(options: argparse.Namespace) -> dict[str, list[Part]]:
    """What can be asked for with ``--only``."""
    seed = options.seed
    return {
        "kills": [
            lambda folder: kill_asks(folder, options.kills, seed),
            lambda folder: kill_windows(folder, options.window_kills, seed),
            lambda folder: kill_at_steps(folder, options.step_kills, seed),
        ],
        "streams": [
            lambda _: try_streams(options.streams, seed),
            lambda _: try_streams(max(1, options.streams // 5), seed, over_sockets=True),
        ],
        "canary": [lambda folder: let_canaries_fly(folder, quick=options.quick)],
        "stalls": [lambda folder: measure_stalls(folder, options.rounds)],
        "hostile": [
            lambda folder: meet_hostile_texts(folder, options.texts_per_row),
            lambda _: try_odd_code(options.odd_lines, seed),
        ],
    }


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="make torture", description=__doc__.splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="a tenth of everything")
    parser.add_argument("--only", action="append", help="kills, streams, canary, stalls or hostile")
    for name, number in FULL.items():
        told = f"{number} if not given, {QUICK[name]} with --quick"
        parser.add_argument(f"--{name.replace('_', '-')}", type=int, help=told)
    parser.add_argument("--seed", type=int, default=random.randrange(1_000_000))
    parser.add_argument("--output", type=Path, default=Path("torture-results.json"))
    options = parser.parse_args(arguments)
    for name, number in (QUICK if options.quick else FULL).items():
        if getattr(options, name) is None:
            setattr(options, name, number)
    known = parts(options)
    unknown = set(options.only or ()) - set(known)
    if unknown:
        parser.error(f"there is no part {', '.join(unknown)}; there are {', '.join(known)}")
    print(f"--seed {options.seed}\n", flush=True)
    results, broken = {"seed": options.seed}, False
    for name in options.only or known:
        for part in known[name]:
            figures, seconds = _run(name, part)
            print(f"{figures.table()}\n  {f'took {seconds:.0f} s':>60}\n", flush=True)
            results[figures.title] = figures.as_json() | {"seconds": seconds}
            broken = broken or bool(figures.faults)
    options.output.write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")
    return 1 if broken else 0


def _run(name: str, part: Part) -> tuple[Figures, float]:
    """A part that breaks down itself is told like a broken promise, and the others go on."""
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="torture-") as folder:
        try:
            figures = part(Path(folder))
        except Exception:
            figures = Figures(f"Something of {name}")
            figures.fault("parts that broke down", traceback.format_exc())
    return figures, time.monotonic() - began


if __name__ == "__main__":
    sys.exit(main())
