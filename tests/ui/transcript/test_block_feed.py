"""A whole text becomes blocks a little at a time, up to its last definition."""

import pytest

from desktop_assistant.rendering.parse import parse
from desktop_assistant.ui.transcript import block_feed
from desktop_assistant.ui.transcript.block_feed import BlockFeed


def notes(count):
    uses = "".join(f"Some words, and a note[^{n}].\n\n" for n in range(count))
    return uses + "".join(f"[^{n}]: note {n}\n" for n in range(count))


def test_a_short_text_is_settled_at_once():
    feed = BlockFeed(notes(20))
    change = feed.go_on()
    assert feed.is_finished
    assert change.blocks == feed.blocks == parse(notes(20))


@pytest.mark.parametrize("late_s", [0.0, 1000.0])
def test_late_definitions_of_a_long_text_are_applied_over_several_frames(monkeypatch, late_s):
    monkeypatch.setattr(block_feed, "LATE_S", late_s)
    text = notes(300)
    feed = BlockFeed(text)
    blocks, frames, waits = [], 0, 0
    while not feed.is_finished:
        change = feed.go_on(1e-9, 64_000)
        blocks[change.keep :] = change.blocks
        frames += 1
        waits += feed.is_waiting
    assert tuple(blocks) == feed.blocks == parse(text)
    assert (frames - waits > 100) is (late_s == 0.0)
