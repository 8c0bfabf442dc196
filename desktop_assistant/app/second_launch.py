"""A second launch on the same folder: asks the window that is open to come forward.

The channel is a socket inside the private folder, for this user only. It knows one word. Where
there are no such sockets (Windows), every launch opens a window of its own.
"""

import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

RAISE = b"raise\n"
ANSWER = b"ok\n"
HAS_SOCKETS = hasattr(socket, "AF_UNIX")
_WAIT_S = 2.0
_LONGEST_ADDRESS = 100
"""Bytes; the system's own limit is 104 to 108."""


def raise_running_window(path: Path) -> bool:
    """Asks a window on the same folder to come forward; tells whether there was one."""
    if not HAS_SOCKETS:
        return False
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as channel:
        channel.settimeout(_WAIT_S)
        try:
            with short_address(path) as address:
                channel.connect(address)
            channel.sendall(RAISE)
            return channel.recv(len(ANSWER)) == ANSWER
        except OSError:
            return False


@contextmanager
def short_address(path: Path) -> Iterator[str]:
    """The socket's address; in a folder with a long name, by way of the open folder.

    Raises:
        OSError: if the folder does not exist, or the name is too long for this system.
    """
    if len(os.fsencode(path)) <= _LONGEST_ADDRESS:
        yield str(path)
        return
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        yield f"/proc/self/fd/{folder}/{path.name}"
    finally:
        os.close(folder)
