"""What a torture run counts, and how it is told."""

import statistics
from dataclasses import dataclass, field


@dataclass
class Figures:
    """Counts of one kind of torture; those of several runs of it can be added up.

    Nothing is asserted here: ``faults`` says in words what broke a promise, with what it takes to
    look for the cause.
    """

    title: str
    counts: dict[str, int] = field(default_factory=dict)
    samples: dict[str, list[float]] = field(default_factory=dict)
    """Measured values by name; told as their middle and their largest."""
    faults: list[str] = field(default_factory=list)

    def count(self, name: str, by: int = 1) -> None:
        """Counts something; ``by`` 0 makes it appear in the table all the same."""
        self.counts[name] = self.counts.get(name, 0) + by

    def sample(self, name: str, value: float) -> None:
        """Takes a measured value."""
        self.samples.setdefault(name, []).append(value)

    def fault(self, name: str, words: str) -> None:
        """Counts a broken promise and says what was seen."""
        self.count(name)
        self.faults.append(f"{name}: {words}")

    def add(self, other: "Figures") -> None:
        """Takes over what another run of the same kind counted."""
        for name, count in other.counts.items():
            self.count(name, count)
        for name, values in other.samples.items():
            self.samples.setdefault(name, []).extend(values)
        self.faults += other.faults

    def table(self) -> str:
        """All of it, for a person."""
        lines = [self.title]
        lines += [f"  {name:<52} {count:>7}" for name, count in self.counts.items()]
        for name, values in self.samples.items():
            middle, largest = statistics.median(values), max(values)
            lines.append(f"  {name:<52} {middle:>7.0f} p50 {largest:>7.0f} max  (of {len(values)})")
        lines += [f"  BROKEN {fault}" for fault in self.faults]
        return "\n".join(lines)

    def as_json(self) -> dict[str, object]:
        """All of it, for a program."""
        measured = {
            name: {"p50": statistics.median(values), "max": max(values), "of": len(values)}
            for name, values in self.samples.items()
        }
        return {"counts": self.counts, "measured": measured, "faults": self.faults}
