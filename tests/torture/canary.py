"""Finds a key wherever it may have got to: in files, outputs, arguments and environments.

The key is a random one, so that nothing but a leak can hold it, and it is looked for in every form
in which programs write text.
"""

import base64
import os
import secrets
import string
import threading
from collections.abc import Iterator
from pathlib import Path

_BODY_CHARS = 28
_PAUSE_S = 0.02


class Canary:
    """One key. What counts as found is its body alone, so a part of the key is found as well."""

    def __init__(self, name: str, before: str, after: str) -> None:
        alphabet = string.ascii_letters + string.digits
        self.name = name
        self._body = "".join(secrets.choice(alphabet) for _ in range(_BODY_CHARS))
        self.key = f"{before}{self._body}{after}"
        self._forms = dict(_forms(self._body))

    def found_in(self, content: bytes) -> list[str]:
        """The forms in which the key stands in a content."""
        return [f"{self.name}, {form}" for form, raw in self._forms.items() if raw in content]


def _forms(body: str) -> Iterator[tuple[str, bytes]]:
    wide = {"UTF-16LE": body.encode("utf-16-le"), "UTF-16BE": body.encode("utf-16-be")}
    plain = body.encode()
    yield "plain", plain  # also what JSON and URL encoding make of letters and digits
    yield from wide.items()
    yield "reversed", plain[::-1]
    for name, raw in {"plain": plain, **wide}.items():
        yield f"{name} in hex", raw.hex().encode()
        yield f"{name} in HEX", raw.hex().upper().encode()
        for offset in range(3):
            packed = base64.b64encode(b"\0" * offset + raw)
            # The letters at either end also hold bits of what stands beside the body.
            sure = packed[4 if offset else 0 : -4]
            yield f"{name} in Base64 at offset {offset}", sure
            yield f"{name} in Base64 for URLs at offset {offset}", sure.translate(_FOR_URLS)


_FOR_URLS = bytes.maketrans(b"+/", b"-_")


def files_under(*roots: Path) -> Iterator[tuple[Path, bytes]]:
    """Every file, with its name in front of its content, so that names are looked at as well."""
    for root in roots:
        for path in sorted(root.rglob("*")):
            if path.is_file() and not path.is_symlink():
                yield path, os.fsencode(path) + b"\n" + path.read_bytes()


class Witness:
    """Looks at the arguments and the environment of every process while it is the context."""

    def __init__(self, canaries: list[Canary]) -> None:
        self._canaries = canaries
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._look_on, daemon=True)
        self._seen: set[tuple[int, str, bytes]] = set()
        self._hits: set[tuple[int, str, str]] = set()
        self.may_know: set[int] = set()
        """Processes that were given the key in their environment on purpose."""
        self.may_be_told: set[int] = set()
        """Processes that were given it in their arguments."""
        self.processes: dict[int, str] = {}

    @property
    def hits(self) -> list[str]:
        """Where the key was that it may not be."""
        given = {"environ": self.may_know, "cmdline": self.may_be_told}
        return [
            f"{kind} of {self.processes[pid][:80]}: {form}"
            for pid, kind, form in sorted(self._hits)
            if pid not in given[kind]
        ]

    def __enter__(self) -> "Witness":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        self._thread.join()

    def _look_on(self) -> None:
        while not self._ended.wait(_PAUSE_S):
            for entry in os.scandir("/proc"):
                if entry.name.isdigit():
                    self._look_at(int(entry.name))

    def _look_at(self, pid: int) -> None:
        for kind in ("cmdline", "environ"):
            try:
                content = Path(f"/proc/{pid}/{kind}").read_bytes()
            except OSError:  # it has ended, or belongs to somebody else
                return
            if kind == "cmdline":
                program = content.replace(b"\0", b" ").decode("utf-8", "replace")
                if pid not in self.processes or program:
                    self.processes[pid] = program
            if (pid, kind, content) in self._seen:
                continue
            self._seen.add((pid, kind, content))
            for canary in self._canaries:
                self._hits |= {(pid, kind, form) for form in canary.found_in(content)}
