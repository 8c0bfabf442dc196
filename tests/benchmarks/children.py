"""Child processes that measure, and the folders they work on."""

import asyncio
import json
import os
import subprocess
import sys
from pathlib import Path

from tests.benchmarks.library import fill

ROOT = Path(__file__).resolve().parents[2]


def environment():
    kept = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    return kept | {"QT_QPA_PLATFORM": kept.get("QT_QPA_PLATFORM", "xcb")}


def lines_of(*command, timeout=300):
    """What a module told on its standard output, one JSON object a line."""
    done = subprocess.run(
        [sys.executable, "-m", *command],
        cwd=ROOT,
        env=environment(),
        capture_output=True,
        text=True,
        timeout=timeout,
        check=False,
    )
    told = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
    if not told:
        raise SystemExit(f"{command} told nothing:\n{done.stderr}")
    return told


def merged(rows):
    return {key: value for row in rows for key, value in row.items()}


def data_folder(folder, base_url=None, conversations=0):
    """A library, and settings that know one provider."""
    folder.mkdir(mode=0o700, exist_ok=True)
    asyncio.run(fill(folder, conversations))
    text = '[window]\nopen_with = "new"\n'
    if base_url:
        text += (
            '[chat]\nprovider = "bench"\n'
            f'[providers.bench]\nbase_url = "{base_url}"\nneeds_key = false\nmodel = "bench"\n'
        )
    (folder / "settings.toml").write_text(text, encoding="utf-8")
    return folder
