"""Long work in short pieces, so that whoever shares the loop is served between them."""

import asyncio
import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")

SLICE_S = 0.008
"""Seconds of work between two chances for others."""


async def in_slices(steps: Iterable[T], *, slice_s: float = SLICE_S) -> list[T]:
    """Takes every step and returns what they gave; each step should cost little.

    Args:
        steps: the work, a generator as a rule. It is closed if this task is cancelled.
        slice_s: how long to work at a time, in seconds.
    """
    given: list[T] = []
    work: Iterator[T] = iter(steps)
    end = time.perf_counter() + slice_s
    try:
        for step in work:
            given.append(step)
            if time.perf_counter() >= end:
                await asyncio.sleep(0)
                end = time.perf_counter() + slice_s
    finally:
        close = getattr(work, "close", None)
        if close is not None:
            close()
    return given
