"""When gathered text is shown."""

from desktop_assistant.rendering.coalesce import FRAME, Coalescer


def test_the_first_text_is_shown_at_once():
    coalescer = Coalescer()
    assert coalescer.wait(100.0) is None
    coalescer.add("a")
    assert coalescer.wait(100.0) == 0.0
    assert coalescer.take(100.0) == "a"
    assert coalescer.wait(100.0) is None


def test_then_at_most_once_a_frame():
    coalescer = Coalescer(interval=0.5)
    coalescer.add("a")
    coalescer.take(10.0)
    coalescer.add("b")
    coalescer.add("c")
    assert coalescer.wait(10.0) == 0.5
    assert coalescer.wait(10.25) == 0.25
    assert coalescer.wait(10.5) == 0.0
    assert coalescer.wait(99.0) == 0.0
    assert coalescer.take(10.5) == "bc"
    coalescer.add("d")
    assert coalescer.wait(10.75) == 0.25


def test_a_clock_that_jumps_back_delays_by_one_frame_at_most():
    coalescer = Coalescer()
    coalescer.add("a")
    coalescer.take(1_000.0)
    coalescer.add("b")
    assert coalescer.wait(0.0) == FRAME


def test_nothing_gathered_starts_no_frame():
    coalescer = Coalescer()
    coalescer.add("")
    assert coalescer.wait(0.0) is None
    assert coalescer.take(5.0) == ""
    coalescer.add("a")
    assert coalescer.wait(5.0) == 0.0


def test_all_text_comes_out_in_order():
    coalescer = Coalescer()
    shown = ""
    for step in range(1_000):
        coalescer.add(f"{step},")
        if coalescer.wait(step * 0.003) == 0.0:
            shown += coalescer.take(step * 0.003)
    shown += coalescer.take(9.0)
    assert shown == "".join(f"{step}," for step in range(1_000))
