"""Hostile text through the real window: nothing loaded, nothing opened, nothing imitated.

A few texts of every row here; ``make torture`` has all of them. The program has a network of its
own with nothing in it but a provider on the loopback; canary files are watched by inotify, ports
and packets by listeners and by the kernel's counts, programs that open addresses by recorders on
the PATH, the screen by a look for the canary's colour.
"""

import sys

import pytest

from tests.end2end.hostile.corpus import ROWS, corpus, sample
from tests.end2end.hostile.run import meet

pytestmark = [
    pytest.mark.end2end,
    pytest.mark.timeout(240),
    pytest.mark.skipif(sys.platform != "linux", reason="watched by inotify and namespaces"),
]

PER_ROW = 3
MEANING = {
    "5.1": "images of every kind",
    "5.2": "links that must not open",
    "5.3": "links that are not what they look like",
    "5.4": "markup",
    "5.5": "names in every place",
    "5.6": "signs nobody sees",
    "5.7": "texts made to take long",
    "5.8": "pastes and drops",
    "5.9": "imitations of the window",
    "5.10": "orders in attachments and replies",
}


@pytest.fixture(scope="module")
def outcome(tmp_path_factory):
    """One window that meets a few texts of every row."""
    folder = tmp_path_factory.mktemp("hostile")
    return meet(folder, lambda cases: sample(cases, PER_ROW))


def needs_closed_network(outcome):
    if not outcome.is_closed:
        pytest.skip("this system allows no network namespace, so not every packet is known")


@pytest.mark.parametrize("row", ROWS, ids=[f"{row} {MEANING[row]}" for row in ROWS])
def test_row(outcome, row):
    assert outcome.of_row(row) == []


def test_no_file_was_opened_and_no_picture_shown(outcome):
    assert outcome.files == []
    assert outcome.pixels == 0


def test_nothing_was_opened_that_nobody_clicked(outcome):
    assert outcome.left == []


def test_nobody_was_called(outcome):
    needs_closed_network(outcome)
    assert outcome.visits == []
    assert set(outcome.attempts.values()) == {0}, outcome.attempts


def test_only_what_was_asked_left_the_conversation(outcome):
    assert outcome.foreign == []
    assert outcome.told["questions"] >= outcome.told["asked"]


def test_the_program_came_through(outcome):
    assert outcome.errors == ""


def test_a_careless_window_would_have_been_seen(tmp_path):
    seen = meet(tmp_path, lambda cases: cases[:1], program="careless")
    problems = " ".join(seen.problems[0])
    for told in ("QLabel: '<b>taken", 'tip of QWidget: "<img', "a sign as it is"):
        assert told in problems
    assert "canary.png" in seen.files
    assert seen.pixels > 50
    assert seen.left == ["file:///canary.txt"]
    needs_closed_network(seen)
    assert "tcp/80" in seen.visits
    assert any(visit.startswith("udp/53") and "canary" in visit for visit in seen.visits)
    assert min(seen.attempts.values()) >= 1, seen.attempts


def test_the_corpus_is_large_and_has_every_row_and_place(tmp_path):
    cases = corpus(tmp_path)
    assert len(cases) >= 400
    assert len({(case.row, case.name) for case in cases}) == len(cases)
    assert {case.row for case in cases} == set(ROWS)
    for row in ROWS:
        in_row = [case for case in cases if case.row == row]
        chosen = [case for case in sample(cases, PER_ROW) if case.row == row]
        assert {case.place for case in chosen} == {case.place for case in in_row}
        assert len(chosen) >= PER_ROW - 1
