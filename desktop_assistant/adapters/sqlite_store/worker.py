"""A thread that does blocking work in order, and is waited for without blocking the event loop."""

import asyncio
import logging
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import TypeVar

T = TypeVar("T")
_log = logging.getLogger(__name__)


class Worker:
    """One thread, one queue."""

    def __init__(self, name: str) -> None:
        self._executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)

    async def ask(self, work: Callable[[], T]) -> T:
        """Does work whose result alone matters: if the caller is cancelled first, it is dropped."""
        return await asyncio.wrap_future(self._executor.submit(work))

    async def run(self, work: Callable[[], T]) -> T:
        """Does work that must be done, after all that was handed over before.

        Cancelling the caller ends the waiting, never the work.
        """
        future = asyncio.wrap_future(self._executor.submit(work))
        try:
            return await asyncio.shield(future)
        except asyncio.CancelledError:
            future.add_done_callback(_log_failure)  # nobody else would hear of it
            raise

    @contextmanager
    def held(self) -> Iterator[None]:
        """Keeps the thread from working meanwhile; what is handed over is done afterwards.

        To be used on another worker's thread, never on the event loop's: it waits for what the
        thread is doing.
        """
        is_idle, may_go_on = threading.Event(), threading.Event()

        def wait() -> None:
            is_idle.set()
            may_go_on.wait()

        self._executor.submit(wait)
        is_idle.wait()
        try:
            yield
        finally:
            may_go_on.set()

    def stop(self) -> None:
        """Lets the thread end once its queue is empty; takes nothing more."""
        self._executor.shutdown(wait=False)


def _log_failure(future: "asyncio.Future[T]") -> None:
    if not future.cancelled() and (error := future.exception()) is not None:
        _log.warning("Work failed that nobody waited for any more: %s", error)
