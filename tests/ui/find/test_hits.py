"""Counting and walking hits."""

import pytest

from desktop_assistant.ui.find.hits import Hits
from desktop_assistant.ui.transcript.finding import Place


@pytest.fixture
def hits():
    hits = Hits()
    hits.set_order(["a", "b", "c", "d"])
    hits.put("b", [4], [1, 9])
    hits.put("d", [], [0])
    return hits


ALL = [Place("b", True, 4), Place("b", False, 1), Place("b", False, 9), Place("d", False, 0)]


def test_they_are_counted_in_reading_order(hits):
    assert hits.total == 4
    assert [hits.number_of(place) for place in ALL] == [1, 2, 3, 4]
    assert hits.number_of(Place("b", False, 2)) is None
    assert hits.number_of(Place("a", False, 0)) is None


def test_walking_goes_round_both_ways(hits):
    place, seen = ALL[0], []
    for _ in range(5):
        seen.append(place)
        place = hits.step(place, 1)
    assert seen == [*ALL, ALL[0]]
    place, seen = ALL[0], []
    for _ in range(5):
        seen.append(place)
        place = hits.step(place, -1)
    assert seen == [ALL[0], *reversed(ALL)]


def test_walking_starts_from_where_no_hit_is(hits):
    assert hits.step(Place("b", False, 2), 1) == ALL[2]
    assert hits.step(Place("b", False, 2), -1) == ALL[1]
    assert hits.step(Place("c", False, 0), -1) == ALL[2]
    assert hits.step(Place("a", False, 0), -1) == ALL[3]
    assert hits.step(Place("gone", False, 0), 1) == ALL[0]


def test_a_single_hit_leads_to_itself():
    hits = Hits()
    hits.set_order(["a", "b"])
    assert hits.step(Place("a", False, 0), 1) is None
    assert hits.first() is None
    hits.put("b", [], [7])
    only = Place("b", False, 7)
    assert hits.step(only, 1) == hits.step(only, -1) == hits.first() == only


def test_the_first_from_a_place_does_not_go_round(hits):
    assert hits.first_from(Place("a", False, 0)) == ALL[0]
    assert hits.first_from(Place("b", False, 2)) == ALL[2]
    assert hits.first_from(Place("b", False, 10)) == ALL[3]
    assert hits.first_from(Place("d", False, 1)) is None
    assert hits.first_from(Place("gone", False, 0)) is None


def test_what_leaves_the_path_is_forgotten(hits):
    hits.set_order(["a", "d"])
    assert hits.total == 1
    assert hits.starts("b") == ((), ())
    hits.put("d", [], [])
    assert hits.total == 0
    hits.put("a", [1], [])
    hits.clear()
    assert hits.total == 0
    assert hits.first() is None
