"""PySide reads no sources, in a process of its own: what it patches stays patched."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
SCRIPT = """
import inspect
from desktop_assistant.app.quick_imports import read_no_sources

{call}
read = []
inspect.getsource = lambda module: read.append(module.__name__) or ""
import wave
print("wave" in read)
"""


def reads_sources(call):
    run = subprocess.run(
        [sys.executable, "-c", SCRIPT.format(call=call)], cwd=ROOT, env=dict(os.environ),
        capture_output=True, text=True, check=True, timeout=60,
    )  # fmt: skip
    return run.stdout.strip()


def test_no_source_is_read_any_more():
    assert reads_sources("read_no_sources()") == "False"


def test_without_it_they_are():
    """If this fails, PySide has become quicker and the module can go."""
    assert reads_sources("") == "True"
