"""Garbage is looked for in quiet moments, and never in everything while somebody is there."""

import gc
import weakref

import pytest
from PySide6.QtCore import QObject

from desktop_assistant.app import garbage
from desktop_assistant.app.garbage import AWAY_TICKS, QUIET_TICKS, GarbageCollection


class Circle:
    """Refers to itself, so only a search finds that nobody else does."""

    def __init__(self):
        self.me = self


@pytest.fixture
def collection(qapp, monkeypatch):
    threshold, was_enabled = gc.get_threshold(), gc.isenabled()
    parent = QObject()
    collection = GarbageCollection(parent)
    collection._timer.stop()
    collection.spent_s = 0.0
    monkeypatch.setattr(garbage.time, "process_time", lambda: collection.spent_s)
    collection.tick()
    gc.disable()  # what happens here is the test's doing alone
    yield collection
    gc.unfreeze()
    gc.set_threshold(*threshold)
    if was_enabled:
        gc.enable()


def old_circle():
    """Watches a circle that has become old and is not needed any more."""
    circle = Circle()
    watch = weakref.ref(circle)
    gc.collect()
    del circle
    gc.collect(1)
    assert watch() is not None
    return watch


def tick(collection, times, *, busy):
    for _ in range(times):
        collection.spent_s += 0.5 if busy else 0.001
        collection.tick()


def test_python_itself_looks_through_the_young_only(collection):
    assert gc.get_threshold()[2] >= 1_000_000


def test_old_garbage_goes_in_a_quiet_moment_after_work(collection):
    watch = old_circle()
    tick(collection, 20, busy=True)
    tick(collection, QUIET_TICKS - 1, busy=False)
    assert watch() is not None
    tick(collection, 1, busy=False)
    assert watch() is None


def test_what_was_set_aside_is_looked_through_once_nobody_is_there(collection, monkeypatch):
    monkeypatch.setattr(garbage, "MANY", 0)
    kept = Circle()
    watch = weakref.ref(kept)
    collection.look()
    before = gc.get_freeze_count()
    del kept
    tick(collection, 1, busy=True)
    tick(collection, AWAY_TICKS - 1, busy=False)
    assert watch() is not None
    tick(collection, 1, busy=False)
    assert watch() is None
    assert gc.get_freeze_count() > before / 2, "and what is in use is set aside again"


def test_few_objects_in_use_are_not_set_aside(collection, monkeypatch):
    monkeypatch.setattr(garbage, "MANY", len(gc.get_objects()) + 100_000)
    before = gc.get_freeze_count()
    collection.look()
    assert gc.get_freeze_count() == before
    monkeypatch.setattr(collection, "look_through_everything", lambda: pytest.fail("nothing is"))
    tick(collection, AWAY_TICKS + 1, busy=False)


def test_nothing_is_looked_for_while_nothing_goes_on(collection, monkeypatch):
    monkeypatch.setattr(garbage, "MANY", len(gc.get_objects()) + 100_000)
    tick(collection, 1, busy=True)
    tick(collection, QUIET_TICKS, busy=False)
    monkeypatch.setattr(collection, "look", lambda: pytest.fail("there was no work since"))
    tick(collection, 100, busy=False)


def test_many_new_objects_are_looked_through_and_set_aside(collection, monkeypatch):
    monkeypatch.setattr(garbage.gc, "get_count", lambda: (0, 0, garbage.LOOK_AT))
    monkeypatch.setattr(garbage, "MANY", 1000)
    before, watch = gc.get_freeze_count(), old_circle()
    kept = [[number] for number in range(1000)]
    tick(collection, 1, busy=True)
    assert watch() is not None, "the first time it is modules"
    gc.unfreeze()
    tick(collection, 1, busy=True)
    assert gc.get_freeze_count() >= before + len(kept)
    assert watch() is None, "looked through once before"


def test_what_was_set_aside_is_not_looked_through_while_somebody_works(collection, monkeypatch):
    watch = old_circle()
    gc.freeze()
    monkeypatch.setattr(garbage, "MANY", 0)
    monkeypatch.setattr(garbage.gc, "get_count", lambda: (0, 0, garbage.LOOK_AT))
    tick(collection, 200, busy=True)
    assert watch() is not None
