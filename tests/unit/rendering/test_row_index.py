"""Where rows stand, against the plain way of adding heights up."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from desktop_assistant.rendering import row_index
from desktop_assistant.rendering.row_index import Anchor, RowIndex

USUAL_BLOCK = row_index._BLOCK


@pytest.fixture(scope="module", autouse=True)
def small_blocks():
    """Few rows are many blocks, too."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(row_index, "_BLOCK", 3)
        yield


def index_of(*heights):
    index = RowIndex()
    index.replace(dict(enumerate(heights)))
    return index


def test_no_rows():
    index = RowIndex()
    assert (len(index), index.total, index.keys) == (0, 0, ())
    assert list(index.visible(0, 100, margin=10)) == []
    assert index.anchor(5) is None
    assert index.position(Anchor("gone", 0)) is None
    with pytest.raises(IndexError):
        index.place_at(0)


def test_positions_and_places():
    index = index_of(10, 0, 30, 5)
    assert [index.top(key) for key in index.keys] == [0, 10, 10, 40]
    assert index.total == 45
    assert [index.place_at(y) for y in (-5, 0, 9, 10, 39, 40, 44, 45, 999)] == [
        *(0, 0, 0, 2, 2, 3, 3, 3, 3),
    ]
    assert (index.key_at(2), index.place(2), index.height(2)) == (2, 2, 30)
    assert 3 in index
    assert 4 not in index


def test_visible_rows():
    index = index_of(*[10] * 100)
    assert index.visible(0, 25) == range(3)
    assert index.visible(25, 10) == range(2, 4)
    assert index.visible(30, 10) == range(3, 4)
    assert index.visible(30, 10, margin=10) == range(2, 5)
    assert index.visible(0, 0) == range(1)
    assert index.visible(990, 500) == range(99, 100)
    assert index.visible(-100, 50) == range(1)


def test_heights_become_known():
    index = index_of(10, 20, 30)
    assert not index.is_known(1)
    assert index.set_height(1, 25) == 5
    assert index.is_known(1)
    assert (index.top(2), index.total) == (35, 65)
    assert index.set_height(1, 25) == 0
    assert index.total == 65


def test_an_anchor_stays_with_its_row():
    index = index_of(100, 100, 100)
    anchor = index.anchor(130)
    assert anchor == Anchor(1, 30)
    index.set_height(0, 500)
    assert index.position(anchor) == 530
    index.set_height(1, 20)
    assert index.position(anchor) == 519
    assert index.place_at(519) == 1, "the row is still in sight"
    index.replace({1: 0, 2: 0})
    assert index.position(anchor) == 19
    index.replace({2: 0})
    assert index.position(anchor) is None


def test_above_the_first_row_and_below_the_last_the_anchor_keeps_its_distance():
    index = index_of(10, 10)
    assert index.anchor(-7) == Anchor(0, -7)
    assert index.position(Anchor(0, -7)) == -7


def test_other_rows_keep_the_heights_of_those_that_stay():
    index = index_of(10, 20, 30)
    index.set_height(2, 33)
    index.replace({2: 5, 7: 5, 0: 5})
    assert [index.height(key) for key in index.keys] == [33, 5, 10]
    assert [index.is_known(key) for key in index.keys] == [True, False, False]
    assert index.total == 48


def test_all_heights_can_be_forgotten():
    index = index_of(10, 20)
    index.set_height(0, 99)
    index.forget_heights({0: 1, 1: 2})
    assert (index.total, index.is_known(0)) == (3, False)


def test_wrong_rows_are_refused_and_change_nothing():
    index = index_of(10, 20)
    with pytest.raises(ValueError, match="other rows"):
        index.forget_heights({1: 10, 0: 20})
    with pytest.raises(ValueError, match="twice"):
        index.append(0, 1)
    with pytest.raises(ValueError, match="high"):
        index.append(2, -1)
    with pytest.raises(ValueError, match="high"):
        index.set_height(0, -1)
    with pytest.raises(ValueError, match="high"):
        index.replace({5: -1})
    with pytest.raises(KeyError):
        index.set_height(9, 1)
    assert (index.keys, index.total) == ((0, 1), 30)


class Rows(RuleBasedStateMachine):
    """The index beside a plain list of rows."""

    def __init__(self):
        super().__init__()
        self.index = RowIndex()
        self.rows = {}

    @rule(heights=st.lists(st.integers(0, 50), max_size=20))
    def replace(self, heights):
        before = self.rows
        keys = list(reversed(range(len(heights))))
        self.rows = {key: before.get(key, heights[key]) for key in keys}
        self.index.replace({key: heights[key] for key in keys})

    @rule(height=st.integers(0, 50))
    def append(self, height):
        key = f"new {len(self.rows)}"
        if key not in self.rows:
            self.rows[key] = height
            self.index.append(key, height)

    @rule(data=st.data(), height=st.integers(0, 50))
    def set_height(self, data, height):
        if self.rows:
            key = data.draw(st.sampled_from(list(self.rows)))
            assert self.index.set_height(key, height) == height - self.rows[key]
            self.rows[key] = height

    @invariant()
    def agrees(self):
        top = 0
        for place, (key, height) in enumerate(self.rows.items()):
            assert self.index.top(key) == top
            assert self.index.place(key) == place
            for y in {top, top + height - 1} if height else ():
                assert self.index.place_at(y) == place
            top += height
        assert self.index.total == top
        assert self.index.keys == tuple(self.rows)


Rows.TestCase.settings = settings(max_examples=60, deadline=None)
TestRows = Rows.TestCase


@given(st.lists(st.integers(1, 400), min_size=1, max_size=60), st.data())
@settings(max_examples=100, deadline=None)
def test_what_is_seen_stays_when_rows_above_are_measured(heights, data):
    index = index_of(*heights)
    y = data.draw(st.integers(0, index.total - 1))
    anchor = index.anchor(y)
    for place in range(index.place(anchor.key)):
        index.set_height(place, data.draw(st.integers(0, 400)))
    moved = index.position(anchor)
    assert index.anchor(moved) == anchor


def test_ten_thousand_rows_cost_a_few_numbers_each(monkeypatch):
    class Counting(list):
        read = 0

        def __getitem__(self, places):
            found = super().__getitem__(places)
            Counting.read += len(found) if isinstance(places, slice) else 1
            return found

        def __iter__(self):
            Counting.read += len(self)
            return super().__iter__()

    monkeypatch.setattr(row_index, "_BLOCK", USUAL_BLOCK)
    index = index_of(*[20] * 10_000)
    index._sums, index._heights = Counting(index._sums), Counting(index._heights)
    for key in range(0, 10_000, 97):
        index.set_height(key, 35)
        index.top(key)
        index.visible(key * 20, 800)
    operations = 4 * len(range(0, 10_000, 97))
    assert Counting.read <= operations * 200
