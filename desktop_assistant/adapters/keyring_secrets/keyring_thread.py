"""The one thread that talks to the keyring, which may wait for a person for as long as it likes."""

import asyncio
import threading
from collections.abc import Callable
from concurrent.futures import Future
from queue import SimpleQueue
from typing import Any, TypeVar

from desktop_assistant.domain.errors import ProblemCode, problem

R = TypeVar("R")
IsWanted = Callable[[], bool]
"""Tells a piece of work whether somebody still waits for it; asked before anything is changed."""


class KeyringThread:
    """Does one piece of work after the other, and gives up waiting after a limit.

    The thread is a daemon: one that waits for a password nobody types does not keep the app from
    quitting. It starts with the first piece of work.
    """

    def __init__(self, limit_s: float) -> None:
        self._limit_s = limit_s
        self._jobs: SimpleQueue[_Job | None] = SimpleQueue()
        self._thread: threading.Thread | None = None

    async def run(self, work: Callable[[IsWanted], R]) -> R:
        """Does it on the thread.

        Raises:
            AssistantError: ``KEYRING_SLOW`` after the limit; the work may then still be under way.
        """
        job = _Job(work)
        self._jobs.put(job)
        if self._thread is None:
            self._thread = threading.Thread(target=self._serve, name="keyring", daemon=True)
            self._thread.start()
        try:
            result: R = await asyncio.wait_for(asyncio.wrap_future(job.result), self._limit_s)
        except TimeoutError:
            raise problem(ProblemCode.KEYRING_SLOW) from None
        else:
            return result
        finally:
            job.is_wanted = False

    def close(self) -> None:
        """Lets the thread end after what it is doing."""
        if self._thread is not None:
            self._jobs.put(None)
            self._thread = None

    def _serve(self) -> None:
        while (job := self._jobs.get()) is not None:
            job.do()


class _Job:
    """A piece of work and who waits for it."""

    def __init__(self, work: Callable[[IsWanted], Any]) -> None:
        self._work = work
        self.result: Future[Any] = Future()
        self.is_wanted = True

    def do(self) -> None:
        if not self.result.set_running_or_notify_cancel():
            return  # given up before its turn came
        try:
            self.result.set_result(self._work(lambda: self.is_wanted))
        except BaseException as error:  # noqa: BLE001  # handed on to whoever waits
            self.result.set_exception(error)
