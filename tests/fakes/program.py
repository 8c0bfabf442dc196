"""The real program in processes of its own: plain, or on a terminal."""

import contextlib
import json
import os
import select
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PATIENCE_S = 30.0


@dataclass
class Result:
    """How a run ended."""

    code: int
    out: str
    err: str

    @property
    def events(self) -> list[dict]:
        """Standard output as JSON Lines."""
        return [json.loads(line) for line in self.out.split("\n") if line]

    @property
    def finished(self) -> dict:
        """The last event."""
        assert self.events, self.err
        assert self.events[-1]["event"] == "finished"
        return self.events[-1]

    @property
    def json(self):
        """Standard output as one document."""
        return json.loads(self.out)


class Program:
    """Runs ``python -m desktop_assistant`` on one data folder."""

    def __init__(self, data_dir: Path) -> None:
        self.data_dir = data_dir
        self.environ = {
            "PATH": os.environ["PATH"],
            "HOME": str(data_dir.parent),
            "PYTHONPATH": str(ROOT),
            "PYTHONWARNINGS": "error",
            "LC_ALL": "C",
        }

    def command(self, *arguments: str) -> list[str]:
        """The command line of a run."""
        head = [sys.executable, "-m", "desktop_assistant", "--data-dir", str(self.data_dir)]
        return [*head, *arguments]

    def run(self, *arguments: str, stdin: bytes | None = None) -> Result:
        """Runs to the end; no standard input is an empty one."""
        with self.started(*arguments, stdin=subprocess.PIPE) as process:
            try:
                out, err = process.communicate(stdin or b"", timeout=PATIENCE_S)
            finally:
                process.kill()
        return Result(process.returncode, out.decode(), err.decode())

    def started(self, *arguments: str, stdin: int = subprocess.DEVNULL) -> subprocess.Popen:
        """A run whose pipes the test holds."""
        return subprocess.Popen(
            self.command(*arguments),
            stdin=stdin,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=self.environ,
            cwd=self.data_dir.parent,
        )

    def on_terminal(self, *arguments: str) -> "Terminal":
        """A run on a terminal of its own."""
        return Terminal(self.command(*arguments), self.environ | {"TERM": "dumb"})


class Terminal:
    """A program whose standard streams are a terminal; use it as a context."""

    def __init__(self, command: list[str], environ: dict[str, str]) -> None:
        self._command = command
        self._environ = environ
        self.shown = ""
        """Everything the program has shown."""
        self._from = 0

    def __enter__(self) -> "Terminal":
        import pty

        self._pid, self._terminal = pty.fork()
        if self._pid == 0:
            os.execvpe(self._command[0], self._command, self._environ)
        return self

    def __exit__(self, *_: object) -> None:
        with contextlib.suppress(ProcessLookupError):
            os.kill(self._pid, signal.SIGKILL)
        with contextlib.suppress(ChildProcessError):
            os.waitpid(self._pid, 0)
        os.close(self._terminal)

    def type(self, text: str) -> None:
        """Presses keys."""
        os.write(self._terminal, text.encode())

    def expect(self, text: str) -> None:
        """Waits until a text is shown after what was expected before.

        Raises:
            AssertionError: if it does not come.
        """
        end = time.monotonic() + PATIENCE_S
        while text not in self.shown[self._from :]:
            readable, _, _ = select.select([self._terminal], [], [], end - time.monotonic())
            if not readable or not self._read():
                raise AssertionError(f"{text!r} did not come:\n{self.shown}")
        self._from = self.shown.index(text, self._from) + len(text)

    def signal(self, number: int) -> None:
        """Sends the program a signal."""
        os.kill(self._pid, number)

    @property
    def echoes(self) -> bool:
        """Whether the terminal shows what is typed, as it does for a shell."""
        import termios

        return bool(termios.tcgetattr(self._terminal)[3] & termios.ECHO)

    def end(self) -> int:
        """Waits for the program's end; returns its exit code."""
        while self._read():
            pass
        _, status = os.waitpid(self._pid, 0)
        return os.waitstatus_to_exitcode(status)

    def _read(self) -> bool:
        try:
            data = os.read(self._terminal, 65_536)
        except OSError:  # Linux says so when the other side has gone
            return False
        self.shown += data.decode("utf-8", "replace").replace("\r\n", "\n")
        return bool(data)
