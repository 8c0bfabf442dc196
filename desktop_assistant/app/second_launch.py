"""A second launch on the same folder: asks the window that is open to come forward.

The channel is a local socket inside the private folder, for this user only. It knows one word.
"""

import os
import socket
from pathlib import Path

RAISE = b"raise\n"
ANSWER = b"ok\n"
_WAIT_S = 2.0


def raise_running_window(path: Path) -> bool:
    """Asks a window on the same folder to come forward; tells whether there was one."""
    if os.name != "posix" or len(os.fsencode(path)) > 100:
        return False
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as channel:
        channel.settimeout(_WAIT_S)
        try:
            channel.connect(str(path))
            channel.sendall(RAISE)
            return channel.recv(len(ANSWER)) == ANSWER
        except OSError:
            return False
