"""Looks names up on threads that nobody waits for at the end.

The system may try for half a minute to find a name, and a look-up cannot be called off. On the
loop's own threads it would hold up the end of the program for that long, since those are waited
for: what they do otherwise is to be finished.
"""

import asyncio
import socket
import threading
from concurrent.futures import Future
from typing import Any


def look_names_up_apart(loop: asyncio.AbstractEventLoop) -> None:
    """Lets a loop look names up so."""
    # Every loop of asyncio has a class of its own for each system, and Qt's knows no types.
    loop.getaddrinfo = _getaddrinfo  # type: ignore[method-assign]


async def _getaddrinfo(
    host: bytes | str | None,
    port: bytes | str | int | None,
    *,
    family: int = 0,
    type: int = 0,  # noqa: A002  # the name in asyncio
    proto: int = 0,
    flags: int = 0,
) -> list[Any]:
    found: Future[list[Any]] = Future()

    def look_up() -> None:
        found.set_running_or_notify_cancel()
        try:
            found.set_result(socket.getaddrinfo(host, port, family, type, proto, flags))
        except BaseException as error:  # noqa: BLE001  # handed on to whoever waits
            found.set_exception(error)

    threading.Thread(target=look_up, name="names", daemon=True).start()
    return await asyncio.wrap_future(found)
