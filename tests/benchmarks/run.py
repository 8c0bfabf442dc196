"""``make bench``: what the program costs, as ratios within one run.

Machines are noisy and differ, so no figure stands alone: each is set against a bare program doing
the least that the same job can take, run alternately on the same machine. Prints a table and
writes ``bench-results.json``. Nothing here is a test: a slow day fails nothing.
"""

import argparse
import asyncio
import contextlib
import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from urllib.parse import urlsplit

from tests.fakes.openai_server import FakeOpenAI

ROOT = Path(__file__).resolve().parents[2]
CONVERSATIONS = 2000
TOKENS = 20_000
GOALS = {
    "start": 1.5,
    "idle_extra_mb": 40,
    "after_extra_mb": 95,
    "stream": 6.0,
}


def environment():
    kept = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    return kept | {"QT_QPA_PLATFORM": kept.get("QT_QPA_PLATFORM", "xcb")}


def lines_of(*command):
    done = subprocess.run(
        [sys.executable, "-m", *command],
        cwd=ROOT,
        env=environment(),
        capture_output=True,
        text=True,
        timeout=180,
        check=False,
    )
    merged = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
    if not merged:
        raise SystemExit(f"{command} told nothing:\n{done.stderr}")
    return merged


def merged(rows):
    return {key: value for row in rows for key, value in row.items()}


async def fill(data_dir, conversations):
    """A library of short conversations."""
    from desktop_assistant.adapters.sqlite_store import SqliteStore
    from desktop_assistant.domain.messages import Message, Role, Status
    from desktop_assistant.ports.conversation_store import ConversationRecord

    store = SqliteStore(data_dir / "conversations.db", locks_dir=data_dir / "locks")
    await store.open()
    for number in range(conversations):
        at = 1_790_000_000.0 + number * 600
        record = ConversationRecord(
            f"c{number:05}", f"Conversation number {number}", at, at, number % 300 == 0, None, ()
        )
        question = Message(
            f"q{number:05}", record.id, None, Role.USER, Status.COMPLETE, "A question?", at, 0
        )
        answer = Message(
            f"a{number:05}", record.id, question.id, Role.ASSISTANT, Status.COMPLETE,
            "An answer of a sentence or two. " * 6, at, 1, model="bench",
        )  # fmt: skip
        await store.begin_turn(record, [question, answer], answer.id)
    await store.close()


def data_folder(folder, base_url=None, conversations=CONVERSATIONS):
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


def start_and_memory(data_dir, rounds):
    bare, ours = [], []
    for _ in range(rounds + 1):
        bare.append(merged(lines_of("tests.benchmarks.probe", "bare")))
        ours.append(merged(lines_of("tests.benchmarks.probe", "ours", str(data_dir))))
    bare, ours = bare[1:], ours[1:]  # the first round fills the disk cache for both

    def middle(rows, key):
        return statistics.median(row[key] for row in rows)

    return {
        "start_bare_s": middle(bare, "painted_s"),
        "start_ours_s": middle(ours, "painted_s"),
        "start": middle(ours, "painted_s") / middle(bare, "painted_s"),
        "idle_bare_mb": middle(bare, "idle_rss_mb"),
        "idle_ours_mb": middle(ours, "idle_rss_mb"),
        "idle_extra_mb": middle(ours, "idle_rss_mb") - middle(bare, "idle_rss_mb"),
    }


def stream(folder, idle_bare_mb, rounds):
    with FakeOpenAI(tokens=TOKENS, tokens_per_s=None) as server:
        data_dir = data_folder(folder, server.url, conversations=20)
        address = urlsplit(server.url)
        bare = [
            merged(lines_of("tests.benchmarks.bare_stream", address.hostname, str(address.port)))
            for _ in range(rounds + 1)
        ][1:]
        ours = [
            lines_of("tests.benchmarks.probe", "ours", str(data_dir), "ask") for _ in range(rounds)
        ]
    least = statistics.median(row["cpu_s"] for row in bare)
    answers = [[row for row in rows if "stream_cpu_s" in row] for rows in ours]
    second = statistics.median(rows[1]["stream_cpu_s"] for rows in answers)
    after = statistics.median(rows[0]["after_rss_mb"] for rows in answers)
    assert all(row["status"] == "complete" for rows in answers for row in rows)
    assert {row["chars"] for rows in answers for row in rows} == {bare[0]["chars"]}
    return {
        "stream_tokens": bare[0]["events"],
        "stream_bare_cpu_s": least,
        "stream_ours_cpu_s": second,
        "stream": second / least,
        "after_ours_mb": after,
        "after_extra_mb": after - idle_bare_mb,
    }


def table(results):
    rows = [
        ("start to first painted, usable window", "start", "times a bare window's"),
        ("memory idle, beyond a bare window", "idle_extra_mb", "MB"),
        ("memory after the first send, beyond it", "after_extra_mb", "MB"),
        (f"CPU of a {TOKENS:,}-token stream", "stream", "times a bare decoding loop's"),
    ]
    lines = [f"{'what':<42} {'measured':>9}  {'goal':>7}  unit"]
    for what, key, unit in rows:
        lines.append(f"{what:<42} {results[key]:>9.2f}  ≤ {GOALS[key]:>5}  {unit}")
    return "\n".join(lines)


@contextlib.contextmanager
def screen():
    """A virtual screen where there is none."""
    if os.environ.get("DISPLAY"):
        yield
        return
    reader, writer = os.pipe()
    command = ["Xvfb", "-displayfd", str(writer), "-screen", "0", "1440x900x24", "-nolisten", "tcp"]
    process = subprocess.Popen(command, pass_fds=(writer,), stderr=subprocess.DEVNULL)
    os.close(writer)
    with os.fdopen(reader) as pipe:
        os.environ["DISPLAY"] = f":{pipe.readline().strip()}"
    try:
        yield
    finally:
        process.terminate()
        process.wait()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--output", type=Path, default=Path("bench-results.json"))
    options = parser.parse_args()
    with screen(), tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        results = start_and_memory(data_folder(folder / "library"), options.rounds)
        results |= stream(folder / "stream", results["idle_bare_mb"], max(1, options.rounds // 2))
    print(table(results))
    options.output.write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
