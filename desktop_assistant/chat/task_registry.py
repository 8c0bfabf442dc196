"""The only place that starts asyncio tasks: each has a name, an owner and a strong reference."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

T = TypeVar("T")


class TaskRegistry:
    """Keeps tasks until they end; an owner that goes away cancels its tasks and waits for them.

    An error that nobody awaits is a bug of ours, so it goes to ``on_error`` at once instead of
    vanishing until the garbage collector finds the task.
    """

    def __init__(self, on_error: Callable[[BaseException], None]) -> None:
        self._on_error = on_error
        self._tasks: dict[asyncio.Task[Any], object] = {}

    def start(
        self,
        coroutine: Coroutine[Any, Any, T],
        *,
        name: str,
        owner: object,
        awaited: bool = False,
    ) -> asyncio.Task[T]:
        """Starts a task.

        Args:
            coroutine: what it does.
            name: how it is called in logs.
            owner: whose it is, for ``cancel_owned``.
            awaited: whether somebody will await the task and so see its error.
        """
        task = asyncio.get_running_loop().create_task(coroutine, name=name)
        self._tasks[task] = owner

        def forget(done: asyncio.Task[T]) -> None:
            self._tasks.pop(done, None)
            if awaited or done.cancelled():
                return
            error = done.exception()
            if error is not None:
                self._on_error(error)

        task.add_done_callback(forget)
        return task

    async def cancel_owned(self, owner: object) -> None:
        """Cancels an owner's tasks and waits until they have cleaned up."""
        await self._cancel([task for task, whose in self._tasks.items() if whose == owner])

    async def close(self) -> None:
        """Cancels everything and waits for it."""
        await self._cancel(list(self._tasks))

    async def _cancel(self, tasks: list[asyncio.Task[Any]]) -> None:
        current = asyncio.current_task()
        others = [task for task in tasks if task is not current]
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)
