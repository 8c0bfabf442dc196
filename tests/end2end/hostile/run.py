"""Starts a run in a network of its own and reads what came of it.

By hand, with the whole table or one row of it:

    python -m tests.end2end.hostile.run [--row 5.2] [--per-row 6]
"""

import argparse
import json
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from tests.end2end.desktop import ROOT
from tests.end2end.hostile import closed_network
from tests.end2end.hostile.corpus import ROWS, Case, corpus, lay_canaries, sample
from tests.end2end.hostile.house import LONGEST_S, write_cases


@dataclass
class Outcome:
    """What was seen while hostile texts came."""

    cases: list[Case]
    problems: list[list[str]]
    """What was wrong with each case, told by the window itself."""
    seconds: list[float]
    files: list[str]
    """Canaries that somebody opened."""
    visits: list[str]
    """Ports that were asked for something."""
    attempts: dict[str, int]
    """What the kernel counted beyond the provider's connections; empty where it cannot be known."""
    foreign: list[str]
    """Requests with words of other conversations, or for something else than a reply."""
    left: list[str]
    """Addresses that were opened late."""
    pixels: int
    errors: str = ""
    pauses: dict[str, float] = field(default_factory=dict)
    """The longest pause of the event loop while a text made to take long came, in ms."""
    told: dict = field(default_factory=dict)

    @property
    def is_closed(self) -> bool:
        """Whether the network was closed and watched."""
        return bool(self.attempts)

    def of_row(self, row: str) -> list[str]:
        """Every problem of a row's cases, with their names."""
        return [
            f"{case.name}: {problem}"
            for case, problems in zip(self.cases, self.problems, strict=True)
            if case.row == row
            for problem in problems
        ]


def meet(folder: Path, choose=lambda cases: cases, *, program="hand") -> Outcome:
    """Lets the real window meet hostile texts.

    Args:
        folder: an empty one, for all that is written.
        choose: which cases of the whole corpus.
        program: ``careless`` sees whether the watchers see.
    """
    canaries = folder / "canaries"
    lay_canaries(canaries)
    cases = choose(corpus(canaries))
    write_cases(folder / "cases", cases)
    prefix = closed_network.command()
    command = [
        *(prefix or []), sys.executable, "-m", "tests.end2end.hostile.house",
        str(folder), "closed" if prefix else "open", program,
    ]  # fmt: skip
    done = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, timeout=LONGEST_S + 60, check=False
    )
    if done.returncode:
        raise RuntimeError(f"the run itself failed: {done.stderr[-4000:]}")
    told = json.loads(done.stdout)
    by_number = {line["case"]: line for line in told["cases"]}
    unplayed = [] if len(by_number) == len(cases) else ["it was not played"]
    return Outcome(
        cases=cases,
        problems=[by_number.get(n, {"problems": unplayed})["problems"] for n in range(len(cases))],
        seconds=[line["seconds"] for line in told["cases"]],
        files=told["files"],
        visits=told.get("visits", []),
        attempts=told.get("attempts", {}),
        foreign=told["foreign"],
        left=told.get("left", []),
        pixels=sum(line["pixels"] for line in told["cases"]),
        errors=told.get("errors", ""),
        pauses={
            cases[line["case"]].name: line["pause_ms"]
            for line in told["cases"]
            if line["pause_ms"] is not None
        },
        told=told,
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--row", choices=ROWS)
    parser.add_argument("--per-row", type=int, default=0, help="a sample instead of all")
    parser.add_argument("--name", default="", help="cases with these words in their name")
    options = parser.parse_args()

    def choose(cases):
        chosen = [c for c in cases if options.row in (None, c.row) and options.name in c.name]
        return sample(chosen, options.per_row) if options.per_row else chosen

    with tempfile.TemporaryDirectory(prefix="hostile-") as folder:
        outcome = meet(Path(folder), choose)
    for case, problems in zip(outcome.cases, outcome.problems, strict=True):
        for problem in problems:
            print(f"{case.row} {case.name}: {problem}")
    print(
        f"{len(outcome.cases)} cases in {sum(outcome.seconds):.0f} s; files {outcome.files},"
        f" visits {outcome.visits}, attempts {outcome.attempts}, foreign {outcome.foreign},"
        f" late {outcome.left}, pixels {outcome.pixels}\n{outcome.errors}"
    )
    print({name: round(pause) for name, pause in outcome.pauses.items()})
    slow = sorted(zip(outcome.seconds, outcome.cases, strict=False), key=lambda pair: -pair[0])
    print([(round(seconds, 1), case.name) for seconds, case in slow[:8]])


if __name__ == "__main__":
    main()
