"""Measures how long an event loop's thread attends to nothing, and notes what it did meanwhile."""

import gc
import os
import sys
import threading
import time
from array import array
from dataclasses import dataclass, field
from pathlib import Path

BEAT_MS = 5
NOTED_MS = 40
"""A pause from this length on is looked into while it lasts."""
_STOLEN_EVERY_S = 1.0
"""So old may be what is known of the time that others on the host took."""


@dataclass
class Stall:
    """One pause between two beats."""

    ms: float
    own_ms: float
    """Without the time in which other programs had the processor: this thread was ready, or it
    waited for one that was, which may have held the interpreter."""
    cpu_ms: float = 0.0
    """What of it the thread itself has worked; the rest it waited, say for the interpreter."""
    doing: str = ""


@dataclass
class Section:
    """What was measured while one thing went on."""

    name: str
    pauses: array = field(default_factory=lambda: array("d"))
    longest: Stall = field(default_factory=lambda: Stall(0.0, 0.0))
    stalls: list[Stall] = field(default_factory=list)

    def as_json(self) -> dict:
        pauses = sorted(self.pauses) or [0.0]
        stalls = sorted(self.stalls, key=lambda stall: -stall.own_ms)[:3]
        return {
            "section": self.name,
            "beats": len(self.pauses),
            "p99_ms": pauses[int(len(pauses) * 0.99)],
            "longest_ms": self.longest.ms,
            "longest_own_ms": max((stall.own_ms for stall in self.stalls), default=max(pauses)),
            "stalls": [vars(stall) for stall in stalls],
        }


class _Threads:
    """How long each thread of Python's was ready and had no processor."""

    def __init__(self) -> None:
        self._files: dict[int, int] = {}

    def waited(self) -> dict[int, float]:
        """Seconds since each began, by its number in the system."""
        return {
            thread.native_id: waited
            for thread in threading.enumerate()
            if thread.native_id and (waited := self._waited(thread.native_id)) is not None
        }

    def _waited(self, number: int) -> float | None:
        try:
            if number not in self._files:
                path = f"/proc/self/task/{number}/schedstat"
                self._files[number] = os.open(path, os.O_RDONLY)
            return int(os.pread(self._files[number], 100, 0).split()[1]) / 1e9
        except OSError:  # it has just ended
            file = self._files.pop(number, None)
            if file is not None:
                os.close(file)
            return None


class Heart:
    """Call ``beat`` every ``BEAT_MS`` from the loop's thread, in which it must be made."""

    def __init__(self) -> None:
        self._threads = _Threads()
        self._thread = threading.get_ident()
        self._number = threading.get_native_id()
        self._syscall = Path(f"/proc/self/task/{self._number}/syscall")
        self._last = time.monotonic()
        self._last_waits = self._threads.waited()
        self._last_cpu = time.thread_time()
        self._stolen, self._stolen_at = _stolen_ms(), self._last
        self._section: Section | None = None
        self._doing = ""
        self._garbage: list[str] = []
        """Searches for garbage since the last beat: nothing else runs meanwhile."""
        self._search_began = 0.0
        gc.callbacks.append(self._on_garbage)
        self.stop_beating = lambda: None
        """Ends the calls of ``beat``."""
        self._rests = False
        threading.Thread(target=self._watch, name="heart-watch", daemon=True).start()

    def rest(self) -> None:
        """Ends it all: beating and watching cost the program some per cent of its time."""
        self._rests = True
        gc.callbacks.remove(self._on_garbage)
        self.stop_beating()

    def begin(self, name: str) -> None:
        """From now on pauses belong to this section."""
        self._section = Section(name)
        self._last, self._last_waits = time.monotonic(), self._threads.waited()
        self._last_cpu = time.thread_time()

    def end(self) -> Section:
        """The section that ends here."""
        assert self._section is not None
        self.beat()
        section, self._section = self._section, None
        return section

    def beat(self) -> None:
        now, waits, cpu = time.monotonic(), self._threads.waited(), time.thread_time()
        # One beat's distance is no pause.
        pause = max(0.0, (now - self._last) * 1000 - BEAT_MS)
        worked = (cpu - self._last_cpu) * 1000
        starved = {
            number: (waited - self._last_waits.get(number, waited)) * 1000
            for number, waited in waits.items()
        }
        ready = starved.pop(self._number)
        asleep = max(0.0, pause - worked - ready)
        elsewhere = max(starved.values(), default=0.0)
        if pause > NOTED_MS or now - self._stolen_at > _STOLEN_EVERY_S:
            stolen = _stolen_ms()
            elsewhere += max(b - a for a, b in zip(self._stolen, stolen, strict=True))
            self._stolen, self._stolen_at = stolen, now
        own = max(0.0, pause - ready - min(asleep, elsewhere))
        doing = "\n".join([*self._garbage, self._doing])
        self._doing = ""
        self._garbage.clear()
        self._last, self._last_waits, self._last_cpu = now, waits, cpu
        section = self._section
        if section is None:
            return
        section.pauses.append(own)
        stall = Stall(pause, own, worked, doing)
        if pause > section.longest.ms:
            section.longest = stall
        if pause > NOTED_MS:
            section.stalls.append(stall)

    def _on_garbage(self, phase, info):
        if phase == "start":
            self._search_began = time.monotonic()
        elif (ms := (time.monotonic() - self._search_began) * 1000) > BEAT_MS:
            self._garbage.append(f"garbage of generation {info['generation']} for {ms:.0f} ms")

    def _watch(self) -> None:
        while not self._rests:
            time.sleep(0.01)
            if not self._doing and time.monotonic() - self._last > NOTED_MS / 1000:
                self._doing = self._stacks()

    def _stacks(self) -> str:
        frames = sys._current_frames()
        # With our own frame among them they would refer to themselves, and keep all they look at.
        del frames[threading.get_ident()]
        names = {thread.ident: thread.name for thread in threading.enumerate()}
        told = [
            f"{names.get(ident, ident)}: {_path(frame, 12 if ident == self._thread else 4)}"
            for ident, frame in frames.items()
        ]
        return "\n".join([f"system call: {self._calling()}", *told])

    def _calling(self) -> str:
        """What the kernel is asked for: its number, such as 202 for a lock; or that it runs."""
        try:
            return self._syscall.read_text(encoding="ascii").split()[0]
        except OSError:
            return "unknown"


def _stolen_ms():
    """Milliseconds that each processor was given to others than this virtual machine."""
    rows = [row.split() for row in Path("/proc/stat").read_text(encoding="ascii").splitlines()]
    tick_ms = 1000 / os.sysconf("SC_CLK_TCK")
    return [int(row[8]) * tick_ms for row in rows if row[0].startswith("cpu") and row[0] != "cpu"]


def _path(frame, depth):
    """The innermost calls of a stack. No source is read, which would stay in memory."""
    calls = []
    while frame is not None and len(calls) < depth:
        code = frame.f_code
        calls.append(f"{code.co_filename.rsplit('/', 1)[-1]}:{frame.f_lineno} {code.co_name}")
        frame = frame.f_back
    return " > ".join(reversed(calls))
