"""Every hostile text of the corpus through the real window, as figures."""

from pathlib import Path

from tests.end2end.hostile.corpus import ROWS, sample
from tests.end2end.hostile.run import Outcome, meet
from tests.torture.figures import Figures


def meet_hostile_texts(folder: Path, per_row: int) -> Figures:
    """Lets one window meet the texts of every row.

    Args:
        folder: an empty one.
        per_row: about how many of each row; 0 for all.
    """
    figures = Figures("Hostile texts through the real window")
    outcome = meet(folder, lambda cases: sample(cases, per_row) if per_row else cases)
    for row in ROWS:
        figures.count(f"texts of row {row}", sum(case.row == row for case in outcome.cases))
    if not outcome.is_closed:
        figures.count("network not watched: no namespace is allowed here")
    for name, seen in _never(outcome).items():
        figures.count(name, 0)
        for words in seen:
            figures.fault(name, words)
    for pause in outcome.pauses.values():
        figures.sample("longest pause at a text made to take long, ms", pause)
    for seconds in outcome.seconds:
        figures.sample("one text, from the question to the last click, ms", seconds * 1000)
    return figures


def _never(outcome: Outcome) -> dict[str, list[str]]:
    """What no text may bring about, and what was seen of it."""
    attempts = [f"{name}: {count}" for name, count in outcome.attempts.items() if count]
    problems = [f"{row} {problem[:400]}" for row in ROWS for problem in outcome.of_row(row)]
    return {
        "files opened": outcome.files,
        "pixels of the canary's colour": ["seen"] * outcome.pixels,
        "connections and packets": outcome.visits + attempts,
        "openings that nobody clicked": outcome.left,
        "requests with other conversations' words": outcome.foreign,
        "imitations, hidden signs, links gone wrong": problems,
        "crashes": [outcome.errors] if outcome.errors else [],
    }
