"""Whether a window can be opened here, told before Qt would abort the process over it."""

import os
import socket
import sys
from collections.abc import Mapping
from pathlib import Path

_X_SOCKETS = Path("/tmp/.X11-unix")  # where X servers listen, by convention


def missing_display(environ: Mapping[str, str], platform: str = sys.platform) -> str | None:
    """Why no window can be opened, in one plain sentence; ``None`` if one can."""
    if not platform.startswith("linux") or environ.get("QT_QPA_PLATFORM"):
        return None
    if _wayland_listens(environ):
        return None
    display = environ.get("DISPLAY", "")
    if not display:
        return "There is no display here, so no window can be opened."
    if not _x_listens(display):
        return f"The display {display} does not answer, so no window can be opened."
    return None


def _wayland_listens(environ: Mapping[str, str]) -> bool:
    name, folder = environ.get("WAYLAND_DISPLAY", ""), environ.get("XDG_RUNTIME_DIR", "")
    if not name or not folder:
        return False
    return _connects(str(Path(folder) / name))


def _x_listens(display: str) -> bool:
    host, _, number = display.rpartition(":")
    if host not in ("", "unix"):
        return True  # a forwarded display: Qt finds out
    server = number.split(".", 1)[0]
    return _connects(str(_X_SOCKETS / f"X{server}")) or _connects(f"\0{_X_SOCKETS}/X{server}")


def _connects(address: str) -> bool:
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as probe:
        probe.settimeout(1.0)
        try:
            probe.connect(address)
        except OSError:
            return False
    return True


def is_terminal(descriptor: int) -> bool:
    """Whether a standard stream is a terminal; a closed one is not."""
    try:
        return os.isatty(descriptor)
    except OSError:
        return False
