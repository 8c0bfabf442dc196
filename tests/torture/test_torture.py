"""A little of every torture, in every run of the tests; ``make torture`` has the large numbers."""

import base64
import random
import sys

import pytest

from tests.end2end.hostile.corpus import Case
from tests.end2end.hostile.run import Outcome
from tests.torture.ask_kills import kill_asks
from tests.torture.canary import Canary
from tests.torture.figures import Figures
from tests.torture.hostile_text import meet_hostile_texts
from tests.torture.odd_code import try_odd_code
from tests.torture.run import main
from tests.torture.step_kills import kill_at_steps
from tests.torture.streams import try_streams

posix = pytest.mark.skipif(sys.platform == "win32", reason="kills and forks as POSIX does")


@pytest.fixture
def seed():
    """Another one each time; a failure prints it."""
    chosen = random.randrange(1_000_000)
    print("seed", chosen)
    return chosen


@posix
def test_killed_questions_lose_no_prompt_and_never_look_whole(tmp_path, seed):
    figures = kill_asks(tmp_path, 6, seed)
    assert not figures.faults, figures.table()
    assert figures.counts["kills"] + figures.counts.get("ended before the kill", 0) == 6


@posix
def test_work_on_files_may_be_killed_at_any_step(tmp_path, seed):
    figures = kill_at_steps(tmp_path, 70, seed)
    assert not figures.faults, figures.table()
    assert figures.counts["kills"] > 35


@pytest.mark.parametrize(("number", "over_sockets"), [(300, False), (60, True)])
def test_no_cut_stream_looks_whole(seed, number, over_sockets):
    figures = try_streams(number, seed, over_sockets=over_sockets)
    assert not figures.faults, figures.table()
    assert figures.counts["streams"] >= number * 0.8


@posix
def test_no_odd_line_of_code_holds_up_the_reading_of_its_colours(seed):
    figures = try_odd_code(2, seed)
    assert not figures.faults, figures.table()
    assert figures.counts["languages"] > 100


def test_a_canary_is_found_in_every_form():
    canary = Canary("test", "sk-", "9q")
    for before in ("", "a", "ab"):
        for form in (str.encode, lambda text: text.encode("utf-16-le")):
            packed = base64.b64encode(form(before + canary.key + "after"))
            for raw in (packed, form(before + canary.key), form(canary.key).hex().encode()):
                assert canary.found_in(b"x" + raw + b"y"), (before, raw)
    assert not canary.found_in(b"sk-9q nothing of it")


def test_figures_are_counted_and_told():
    figures = Figures("Some figures")
    figures.count("kills", 0)
    figures.fault("prompts lost", "kill 7: gone")
    for value in (1.0, 2.0, 9.0):
        figures.sample("age, ms", value)
    whole = Figures("All")
    whole.add(figures)
    whole.add(figures)
    assert whole.counts == {"kills": 0, "prompts lost": 2}
    assert "2 p50" in whole.table()
    assert whole.table().count("BROKEN prompts lost: kill 7: gone") == 2
    assert whole.as_json()["measured"]["age, ms"] == {"p50": 2.0, "max": 9.0, "of": 6}


def test_what_hostile_texts_brought_about_is_told(monkeypatch, tmp_path):
    seen = Outcome(
        cases=[Case("5.1", "an image", "![](x)")], problems=[["a canary"]], seconds=[0.2],
        files=["canary.png"], visits=["tcp/80"], attempts={"connections": 1, "datagrams": 0},
        foreign=["GET /"], left=["file:///x"], pixels=2, errors="exit code 1", pauses={"x": 12.0},
    )  # fmt: skip
    monkeypatch.setattr("tests.torture.hostile_text.meet", lambda *_: seen)
    figures = meet_hostile_texts(tmp_path, 1)
    assert len(figures.faults) == 9
    assert figures.counts["connections and packets"] == 2
    assert figures.counts["texts of row 5.1"] == 1
    assert "BROKEN crashes: exit code 1" in figures.table()


def test_the_command_writes_its_results_and_refuses_what_it_does_not_know(tmp_path, capsys):
    output = tmp_path / "results.json"
    arguments = ["--only", "streams", "--streams", "20", "--seed", "1", "--output", str(output)]
    assert main(arguments) == 0
    assert "--seed 1" in capsys.readouterr().out
    assert '"faults": []' in output.read_text()
    with pytest.raises(SystemExit):
        main(["--only", "nothing"])
