"""The design tokens as they stand in ``resources/theme/tokens.json``."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Tokens:
    """Values by name; colours are ``#RRGGBB`` or ``#RRGGBBAA``, lengths logical pixels."""

    colors: dict[str, dict[str, str]]
    """By ``light`` or ``dark``, then by name."""
    code: dict[str, dict[str, str]]
    families: dict[str, list[str]]
    scale: dict[str, tuple[float, float, int]]
    """Size, line height and weight by name, at the normal reading size."""
    sizes: dict[str, float]
    radii: dict[str, int]
    elevations: dict[str, tuple[int, int, int, int]]
    """Shadows by name: offset x and y, blur, spread."""
    motion: dict[str, Any]


def load_tokens(path: Path) -> Tokens:
    """Reads the tokens; a missing or broken file is a broken installation, and raises."""
    data = json.loads(path.read_text(encoding="utf-8"))
    return Tokens(
        colors=data["color"],
        code=data["code"],
        families=data["type"]["family"],
        scale={name: (v[0], v[1], v[2]) for name, v in data["type"]["scale"].items()},
        sizes=data["size"],
        radii=data["radius"],
        elevations={name: (v[0], v[1], v[2], v[3]) for name, v in data["elevation"].items()},
        motion=data["motion"],
    )
