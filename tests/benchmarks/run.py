"""``make bench``: what the program costs, start, reading, writing and thousands of answers.

Machines are noisy and differ. Start, memory and decoding are set against a bare program doing the
least that the same job can take, run alternately on the same machine; what frames and pauses cost
is the window's own time, without that in which others had the processor. Prints a table and
writes ``bench-results.json``. Nothing here is a test: a slow day fails nothing.
"""

import argparse
import contextlib
import json
import os
import statistics
import subprocess
import tempfile
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from tests.benchmarks import transcript
from tests.benchmarks.children import data_folder, lines_of, merged
from tests.fakes.openai_server import FakeOpenAI

CONVERSATIONS = 2000
TOKENS = 20_000


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


class Figure(NamedTuple):
    """A row of the table: what was measured, and the most it should be."""

    key: str
    words: str
    goal: float
    unit: str


FIGURES = (
    Figure("start", "start to first painted, usable window", 1.5, "times a bare window's"),
    Figure("idle_extra_mb", "memory idle, beyond a bare window", 40, "MB"),
    Figure("after_extra_mb", "memory after the first send, beyond it", 95, "MB"),
    Figure("stream", f"CPU of a {TOKENS:,}-token stream", 6.0, "times a bare decoding loop's"),
    Figure("open_10000_ms", "10,000 messages opened and painted", 100, "ms"),
    Figure("open", "the same", 2, "times what 100 messages take"),
    Figure("open_extra_mb", "memory of 10,000 messages, beyond 100", 20, "MB"),
    Figure("jump_max_ms", "jump to any message, longest", 50, "ms"),
    Figure("resize_max_ms", "resize with 10,000 messages, longest frame", 33, "ms"),
    Figure("find_first_cpu_s", "find: first word in 10,000 messages, CPU", 0.5, "s"),
    Figure("writing_last_tenth", "1,000,000 characters: CPU of the last tenth", 1.3, "first's"),
    Figure("writing_frame_p99_ms", "the same: frames, 99 % below", 16, "ms"),
    Figure("writing_stall_ms", "the same: event loop blocked, longest", 50, "ms"),
    Figure("pace_core_share", "200 tokens a second", 10, "% of a core"),
    Figure("hostile_frame_p99_ms", "hostile texts: frames, 99 % below", 100, "ms"),
    Figure("soak_growth", "2,000 answers: memory, from the first tenth on", 5, "% more"),
    Figure("stall_p99_ms", "event loop blocked, all of these: 99 % below", 16, "ms"),
    Figure("stall_max_ms", "the same: longest", 50, "ms"),
)


def table(results):
    lines = [f"{'what':<46} {'measured':>9}  {'goal':>7}  unit"]
    lines += [
        f"{figure.words:<46} {results[figure.key]:>9.2f}  ≤ {figure.goal:>5}  {figure.unit}"
        for figure in FIGURES
        if figure.key in results
    ]
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


def parts(options):
    """What can be asked for with ``--only``; each gives figures and pauses of the event loop."""
    rounds = options.rounds
    return {
        "start": lambda folder: (start_and_stream(folder, rounds), {}),
        "reading": transcript.reading,
        "writing": transcript.writing,
        "pace": transcript.pace,
        "hostile": transcript.hostile,
        "soak": lambda folder: transcript.soak(folder, options.answers),
    }


def start_and_stream(folder, rounds):
    folder.mkdir()
    results = start_and_memory(data_folder(folder / "library", None, CONVERSATIONS), rounds)
    return results | stream(folder / "stream", results["idle_bare_mb"], max(1, rounds // 2))


def summary_of(stalls):
    """The worst of the pauses; hostile texts are there to be slow and stand apart."""
    usual = {name: pauses for name, pauses in stalls.items() if ":" not in name}
    found = {"stalls": stalls}
    if usual:
        found["stall_p99_ms"] = max(pauses["p99_ms"] for pauses in usual.values())
        found["stall_max_ms"] = max(pauses["max_ms"] for pauses in usual.values())
    if transcript.AT_FULL_SPEED in usual:
        found["writing_stall_ms"] = usual[transcript.AT_FULL_SPEED]["max_ms"]
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--answers", type=int, default=2000, help="of the soak")
    parser.add_argument("--only", action="append", help="a part; may be given several times")
    parser.add_argument("--output", type=Path, default=Path("bench-results.json"))
    options = parser.parse_args()
    known = parts(options)
    if unknown := set(options.only or ()) - set(known):
        parser.error(f"there is no part {', '.join(unknown)}; there are {', '.join(known)}")
    results, stalls = {}, {}
    with screen(), tempfile.TemporaryDirectory() as name:
        for part in options.only or known:
            figures, pauses = known[part](Path(name) / part)
            results |= figures
            stalls |= pauses
    results |= summary_of(stalls)
    print(table(results))
    options.output.write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
