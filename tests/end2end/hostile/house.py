"""Everything that a run needs, inside a closed network: provider, desktop, program, watchers.

    python -m tests.end2end.hostile.house FOLDER CLOSED PROGRAM

is started by ``run`` and tells one JSON object at its end. PROGRAM is the module to run: ``hand``,
or ``careless`` to see whether anything would be seen.
"""

import asyncio
import dataclasses
import json
import re
import subprocess
import sys
from pathlib import Path

from desktop_assistant.adapters.settings_file import TomlSettingsFile
from tests.end2end.desktop import ROOT, Desktop
from tests.end2end.hostile import closed_network
from tests.end2end.hostile.corpus import Case, Place
from tests.end2end.hostile.hand import BENIGN, read_cases
from tests.end2end.hostile.watching import (
    FileWatch,
    Listeners,
    OpenerRecorder,
    network_attempts,
)
from tests.fakes.openai_server import FakeOpenAI, answers

LONGEST_S = 1_500
_PAUSE_S = 0.05
"""Between the parts of a reply, so that its tail is seen unfinished."""
_PARTS = 3
_BIG = 100_000


def answer_with(cases: list[Case]):
    """Answers "case 7" with the seventh hostile text, in its place."""

    async def answer(exchange):
        asked = exchange.request.json["messages"][-1]["content"]
        if "benign" in asked:
            await _stream(exchange, BENIGN)
            return
        found = re.search(r"^case (\d+)$", asked, re.MULTILINE)
        case = cases[int(found[1])] if found else None
        match case and case.place:
            case Place.ERROR:
                await answers.status(400, answers.error(case.text))(exchange)
            case Place.THINKING:
                await _stream(exchange, "Well.", thinking=case.text)
            case Place.MODEL:
                await _stream(exchange, "Noted.", model=case.text)
            case Place.REPLY:
                await _stream(exchange, case.text)
            case _:
                await _stream(exchange, "Noted.")

    return answer


async def _stream(exchange, text, *, thinking="", model=None):
    model = exchange.model if model is None else model
    await exchange.head()
    for part in _cut(thinking):
        await exchange.event(answers.delta(None, reasoning_content=part, model=model))
        await asyncio.sleep(_PAUSE_S)
    for part in _cut(text):
        for start in range(0, len(part), _BIG):
            await exchange.event(answers.delta(part[start : start + _BIG], model=model))
        await asyncio.sleep(_PAUSE_S)
    await exchange.event(answers.delta(finish="stop", model=model))
    await exchange.event("[DONE]")
    await exchange.end()


def _cut(text):
    size = max(1, -(-len(text) // _PARTS))
    return [text[start : start + size] for start in range(0, len(text), size)]


def foreign_words(server: FakeOpenAI) -> list[str]:
    """Requests that carried what belongs to another conversation, or that nobody asked for."""
    found = []
    for request in server.requests:
        path = request.path.split("?")[0]
        if path.endswith("/models") and request.method == "GET":
            continue
        if not path.endswith("/chat/completions"):
            found.append(f"{request.method} {path}")
            continue
        told = json.dumps(request.json["messages"])
        if len(set(re.findall(r"\(conversation (\d+)\)", told))) != 1:
            found.append(f"words of several conversations: {told[:300]}")
    return found


def play(folder: Path, cases: list[Case], canaries: Path, program: str) -> dict:
    """Lets the program meet all cases; returns what was told and what was seen from outside."""
    data = folder / "data"
    data.mkdir(mode=0o700)
    with FakeOpenAI(models=tuple(c.text for c in cases if c.place is Place.MODEL)) as server:
        server.always(answer_with(cases))
        TomlSettingsFile(data / "settings.toml").write(
            {
                "chat.provider": "box",
                "providers.box.base_url": server.url,
                "providers.box.needs_key": False,
                "providers.box.model": "box",
                "retries.count": 0,
            }
        )
        watch = FileWatch(canaries)
        told = _run(folder, data, canaries, program)
        result = {
            "cases": [line for line in told if "case" in line],
            "files": [name for name in watch.seen() if name],
            "foreign": foreign_words(server),
            "questions": len(server.chats),
            "provider connections": server.connections,
        }
        watch.close()
        ends = [line for line in told if "left" in line or "errors" in line]
        return result | {k: v for line in ends for k, v in line.items()}


def _run(folder: Path, data: Path, canaries: Path, program: str) -> list[dict]:
    with Desktop(folder, frames=False) as desktop:
        recorder = OpenerRecorder(folder / "openers")
        environment = desktop.environment | {
            "PATH": f"{recorder.folder}:{desktop.environment['PATH']}",
            "PYTHONPATH": str(ROOT),
            "BROWSER": str(recorder.folder / "xdg-open"),
            # A screen reader's questions would only make it slow.
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "0",
            "QT_ACCESSIBILITY": "0",
            "QT_SCALE_FACTOR": "1",
        }
        command = [
            sys.executable, "-m", f"tests.end2end.hostile.{program}",
            data, folder / "cases", recorder.folder / "opened",
        ]  # fmt: skip
        # Relative addresses would be found there.
        done = subprocess.run(
            command, cwd=canaries, env=environment, stdin=subprocess.DEVNULL, capture_output=True,
            text=True, timeout=LONGEST_S, check=False,
        )  # fmt: skip
        told = [json.loads(line) for line in done.stdout.splitlines()]
        logs = (log.read_text(encoding="utf-8") for log in (data / "logs").glob("*"))
        crashes = [log[log.index(" CRITICAL ") :] for log in logs if " CRITICAL " in log]
        if done.returncode or done.stderr or crashes:
            errors = f"exit code {done.returncode}: {done.stderr[-4000:]} {crashes}"
            told.append({"errors": errors})
        return told


def main(folder: Path, closed: bool, program: str) -> None:
    """The whole run, with the network watched if it is closed."""
    cases, canaries = read_cases(folder / "cases"), folder / "canaries"
    if not closed:
        print(json.dumps(play(folder, cases, canaries, program)))
        return
    closed_network.bring_up(folder)
    listeners = Listeners()
    before = network_attempts()
    result = play(folder, cases, canaries, program)
    after = network_attempts()
    listeners.close()
    result["visits"] = listeners.visits
    attempts = {name: after[name] - before[name] for name in after}
    attempts["connections"] -= result["provider connections"]
    print(json.dumps(result | {"attempts": attempts}))


def write_cases(file: Path, cases: list[Case]) -> None:
    """Cases as ``read_cases`` takes them."""
    lines = [json.dumps(dataclasses.asdict(case)) for case in cases]
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2] == "closed", sys.argv[3])
