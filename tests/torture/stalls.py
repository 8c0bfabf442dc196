"""How long the real window attends to nothing, while disk, keyring and names are slow."""

import json
import math
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

from tests.benchmarks.children import data_folder
from tests.end2end.desktop import ROOT, Desktop
from tests.fakes.openai_server import FakeOpenAI
from tests.torture.figures import Figures

GOAL_MS = 50
_IDLE = (" _worker", " wait")
"""How the stack of a thread ends that has nothing to do."""
SLOW_DISK_S, BLOCKED_DNS_S = 3, 30
CONVERSATIONS = 50
TOKENS, TOKENS_PER_S = 600, 200
LONGEST_RUN_S = 170
_HERE = Path(__file__).parent


def slow_calls(folder: Path) -> Path | None:
    """The library that makes system calls slow, compiled; ``None`` where there is no compiler."""
    compiler = shutil.which("cc") or shutil.which("gcc")
    if compiler is None:
        return None
    library = folder / "slow_calls.so"
    command = [compiler, "-shared", "-fPIC", "-o", library, _HERE / "slow_calls.c", "-ldl"]
    subprocess.run(command, check=True, timeout=60)
    return library


class StalledRun:
    """One scenario of ``stalled_window`` on a desktop."""

    def __init__(self, desktop: Desktop, folder: Path, library: Path | None) -> None:
        self._desktop = desktop
        self._folder = folder
        self._library = library

    def __call__(self, scenario: str, *scripted: str, **settings: str) -> tuple[list[dict], float]:
        """What it told, and how many seconds the program took to end after its window closed."""
        place = self._folder / scenario
        with FakeOpenAI(tokens=TOKENS, tokens_per_s=TOKENS_PER_S) as server:
            server.script(*scripted)
            data_folder(place, server.url, CONVERSATIONS)
            self._set(place / "settings.toml", settings)
            process = subprocess.Popen(
                [sys.executable, "-m", "tests.torture.stalled_window", scenario, place],
                cwd=ROOT, env=self._environment(place), stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
            )  # fmt: skip
            told, last = [], time.monotonic()
            try:
                for line in process.stdout:
                    told.append(json.loads(line))
                    last = time.monotonic()
                process.wait(LONGEST_RUN_S)
                took = time.monotonic() - last
                told += _stops(server, told)
                errors = process.stderr.read()
            finally:
                process.kill()
                process.wait()
                process.stdout.close()
                process.stderr.close()
        if process.returncode != 0 or errors:
            told.append({"errors": f"exit code {process.returncode}: {errors}"})
        return told, took

    def _set(self, file: Path, settings: dict[str, str]) -> None:
        text = file.read_text(encoding="utf-8")
        for old, new in settings.items():
            text = text.replace(old, new)
        file.write_text(text, encoding="utf-8")

    def _environment(self, place: Path) -> dict[str, str]:
        environment = dict(self._desktop.environment)
        # A screen reader's questions would be measured with the window.
        environment |= {"QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "0", "QT_ACCESSIBILITY": "0"}
        environment |= {
            "PYTHON_KEYRING_BACKEND": "tests.torture.blocked_keyring.Keyring",
            "SLOW_WHILE": str(place / "slow"),
            "SLOW_FSYNC_S": str(SLOW_DISK_S),
            "SLOW_DNS_S": str(BLOCKED_DNS_S),
            "PYTHONPATH": os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")]),
        }
        if self._library is not None:
            environment["LD_PRELOAD"] = str(self._library)
        return environment


def _stops(server: FakeOpenAI, told: list[dict]) -> list[dict]:
    """How long after each Stop the service saw its connection close, if it had one."""
    stopped = {line["question"]: line["stopped_at"] for line in told if "question" in line}
    times = []
    for chat in server.chats:
        at = stopped.get(chat.json["messages"][-1]["content"])
        if at is not None:
            closed_at = chat.closed_at if chat.closed.wait(10) else math.inf
            times.append({"closed_ms": max(0.0, closed_at - at) * 1000})
    return times


SCENARIOS = {
    "plain": (("clean", "clean", "burst", "drip"), {}),
    "hasty": ((), {}),
    "keyring": ((), {"needs_key = false": "needs_key = true"}),
    "disk": ((), {}),
    "stop": (
        ("stall-before-headers",) * 6 + ("stall-before-text",) * 6 + ("stall-midway",) * 6,
        {},
    ),
    "dns": ((), {"http://127.0.0.1": "https://name.blocked.test"}),
}
"""How the service answers, and what is set otherwise."""
STOP_TIMES = {
    "closed_ms": "from Stop to the closed connection",
    "idle_ms": "from Stop to the reply in its final state",
}
_NEED_SLOW_CALLS = ("disk", "dns")


def measure_stalls(folder: Path, rounds: int) -> Figures:
    """Lets every scenario happen so many times."""
    figures = Figures(
        "Longest pause of the window's event loop, ms (times the processor was elsewhere left out)"
    )
    figures.count(f"pauses above {GOAL_MS} ms", 0)
    library = slow_calls(folder)
    with Desktop(folder) as desktop:
        for number in range(rounds):
            place = folder / f"round-{number}"
            place.mkdir()
            run = StalledRun(desktop, place, library)
            for name, (scripted, settings) in SCENARIOS.items():
                if library is None and name in _NEED_SLOW_CALLS:
                    figures.count(f"{name}: left out, there is no C compiler")
                    continue
                told, ending_s = run(name, *scripted, **settings)
                _take(figures, told)
                figures.sample(f"{name}: from the last answer to the end of the program",
                               ending_s * 1000)  # fmt: skip
    return figures


def _take(figures: Figures, told: list[dict]) -> None:
    for line in told:
        if "errors" in line:
            figures.fault("runs that failed", line["errors"])
        for name, words in STOP_TIMES.items():
            if name in line:
                figures.sample(words, line[name])
        if "section" not in line:
            continue
        figures.sample(line["section"], line["longest_own_ms"])
        for stall in line["stalls"]:
            if stall["own_ms"] > GOAL_MS:
                words = _told(line["section"], stall)
                figures.fault(f"pauses above {GOAL_MS} ms", words)


def _told(section: str, stall: dict) -> str:
    """A pause in words; of the threads, those that did something."""
    doing = ", ".join(line for line in stall["doing"].split("\n") if not line.endswith(_IDLE))
    times = f"{stall['own_ms']:.0f} ms of {stall['ms']:.0f}, {stall['cpu_ms']:.0f} of them work"
    return f"{section}: {times}: {doing}"
