"""The real time: the same moment in each of its forms."""

from datetime import UTC, datetime

from desktop_assistant.adapters.system_clock import SystemClock


async def test_one_moment_in_each_form() -> None:
    clock = SystemClock()
    before = datetime.now(UTC)

    now, local = clock.now(), clock.local()

    after = datetime.now(UTC)
    assert before.timestamp() <= now <= after.timestamp()
    assert local.tzinfo is not None
    assert before <= local <= after


async def test_waiting_takes_at_least_as_long_as_asked() -> None:
    clock = SystemClock()
    start = clock.monotonic()

    await clock.sleep(0.02)

    assert clock.monotonic() - start >= 0.019
