"""Who opens files, who reaches for the network, and who starts a program: watched, not asked."""

import ctypes
import os
import select
import socket
import struct
import threading
from pathlib import Path

IN_ACCESS, IN_OPEN = 0x1, 0x20
_EVENT = struct.Struct("iIII")


class FileWatch:
    """Notes every file in a folder that any process opens or reads; Linux only."""

    def __init__(self, folder: Path) -> None:
        self._libc = ctypes.CDLL(None, use_errno=True)
        self._inotify = self._libc.inotify_init1(os.O_NONBLOCK | os.O_CLOEXEC)
        if self._inotify < 0:
            raise OSError(ctypes.get_errno(), "inotify_init1")
        mask = IN_ACCESS | IN_OPEN
        if self._libc.inotify_add_watch(self._inotify, os.fsencode(folder), mask) < 0:
            raise OSError(ctypes.get_errno(), "inotify_add_watch", str(folder))

    def close(self) -> None:
        os.close(self._inotify)

    def seen(self) -> list[str]:
        """The names of files opened since the last call; the folder itself is an empty name."""
        names = []
        while select.select([self._inotify], [], [], 0)[0]:
            data, at = os.read(self._inotify, 65_536), 0
            while at < len(data):
                _, _, _, length = _EVENT.unpack_from(data, at)
                at += _EVENT.size
                names.append(os.fsdecode(data[at : at + length].rstrip(b"\0")))
                at += length
        return names


class Listeners:
    """Ports that a picture or a link in a text might be asked from; whoever comes is noted."""

    TCP = (80, 443, 445, 139, 8080)
    DNS = 53

    def __init__(self) -> None:
        self.visits: list[str] = []
        self._sockets: dict[socket.socket, str] = {}
        for port in self.TCP:
            for family, host in ((socket.AF_INET, "0.0.0.0"), (socket.AF_INET6, "::")):
                self._listen(socket.SOCK_STREAM, family, host, port)
        self._listen(socket.SOCK_DGRAM, socket.AF_INET, "0.0.0.0", self.DNS)
        self._end, self._ended = os.pipe()
        self._thread = threading.Thread(target=self._run, name="listeners", daemon=True)
        self._thread.start()

    def close(self) -> None:
        os.write(self._ended, b".")
        self._thread.join()
        for listener in self._sockets:
            listener.close()
        os.close(self._end)
        os.close(self._ended)

    def _listen(self, kind: int, family: int, host: str, port: int) -> None:
        listener = socket.socket(family, kind)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if family == socket.AF_INET6:
            listener.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        listener.bind((host, port))
        if kind == socket.SOCK_STREAM:
            listener.listen()
        self._sockets[listener] = f"{'tcp' if kind == socket.SOCK_STREAM else 'udp'}/{port}"

    def _run(self) -> None:
        while True:
            ready = select.select([self._end, *self._sockets], [], [])[0]
            if self._end in ready:
                return
            for listener in ready:
                name = self._sockets[listener]
                if name.startswith("udp"):
                    self.visits.append(f"{name}: {listener.recv(512)!r}")
                else:
                    listener.accept()[0].close()
                    self.visits.append(name)


def network_attempts() -> dict[str, int]:
    """What the kernel counted in this network namespace, whether it led anywhere or not.

    Connections opened, datagrams sent, and packets for which there was no way out.
    """
    counted = {}
    lines = Path("/proc/self/net/snmp").read_text(encoding="ascii").splitlines()
    for names, numbers in zip(lines[::2], lines[1::2], strict=True):
        kind, *fields = names.split()
        counted |= {
            kind + name: int(n) for name, n in zip(fields, numbers.split()[1:], strict=True)
        }
    for line in Path("/proc/self/net/snmp6").read_text(encoding="ascii").splitlines():
        name, number = line.split()
        counted[name] = int(number)
    return {
        "connections": counted["Tcp:ActiveOpens"],
        "datagrams": counted["Udp:OutDatagrams"] + counted["Udp6OutDatagrams"],
        "ways out": counted["Ip:OutNoRoutes"] + counted["Ip6OutNoRoutes"],
    }


class OpenerRecorder:
    """Programs on the PATH that the desktop would open an address with; they write it down."""

    NAMES = (
        "xdg-open", "gio", "gvfs-open", "kde-open", "kde-open5", "kde-open6", "exo-open",
        "gnome-open", "x-www-browser", "www-browser", "firefox", "chromium", "google-chrome",
        "sensible-browser", "xdg-email",
    )  # fmt: skip

    def __init__(self, folder: Path) -> None:
        folder.mkdir()
        self.folder = folder
        self._written = folder / "opened"
        script = f'#!/bin/sh\nfor word; do printf "%s\\n" "$word"; done >> "{self._written}"\n'
        for name in self.NAMES:
            (folder / name).write_text(script, encoding="ascii")
            (folder / name).chmod(0o755)

    def opened(self) -> list[str]:
        """All that was handed to any of them so far."""
        if not self._written.exists():
            return []
        return self._written.read_text(encoding="utf-8").splitlines()
