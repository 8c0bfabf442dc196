"""One run of the child process, seen from the app: start, answer, log, end.

A thread keeps the child from its first to its last moment. It has to be one thread throughout:
Linux ends the child when the *thread* that started it ends (``PR_SET_PDEATHSIG``). A thread of
our own also works under every event loop and on every system, which asyncio's own subprocesses
under Qt do not.
"""

import os
import subprocess
import sys
import threading
from asyncio import wait_for, wrap_future
from concurrent.futures import Future
from contextlib import suppress
from pathlib import Path

import desktop_assistant
from desktop_assistant.adapters.local_model.child_log import ChildLog
from desktop_assistant.adapters.local_model.order import SERVER_MODULE, Order
from desktop_assistant.domain.errors import AssistantError, ProblemCode, problem

_PACKAGE_ROOT = Path(desktop_assistant.__file__).parent.parent
_KEPT_VARIABLES = {
    *("PATH", "PYTHONPATH", "PYTHONDONTWRITEBYTECODE", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH"),
    *("HOME", "USERPROFILE", "SYSTEMROOT", "TMPDIR", "TEMP", "TMP", "LANG", "LC_ALL"),
}
_KEPT_PREFIXES = ("CUDA_", "GGML_", "HIP_", "HSA_", "OMP_", "ROCR_", "VK_")

if sys.platform == "win32":
    _WINDOWS_FLAGS = subprocess.CREATE_NO_WINDOW | subprocess.CREATE_NEW_PROCESS_GROUP
else:
    _WINDOWS_FLAGS = 0


class ServerProcess:
    """The child process for one order. Starts at once; a process that ended stays ended."""

    def __init__(self, order: Order, log_file: Path | None = None) -> None:
        self.order = order
        self._process: subprocess.Popen[bytes] | None = None
        self._hung_up = False
        self._log = ChildLog(log_file)
        self._ready: Future[int] = Future()
        self._ended: Future[None] = Future()
        for future in (self._ready, self._ended):
            # Several callers wait for it: one that gives up must not cancel it for the others.
            future.set_running_or_notify_cancel()
        threading.Thread(target=self._keep, name="local-model", daemon=True).start()

    @property
    def pid(self) -> int | None:
        """The child's process id, while it lives."""
        return self._process.pid if self._process and not self.has_ended else None

    @property
    def is_ready(self) -> bool:
        """Whether it can be asked."""
        return not self.has_ended and self._ready.done() and self._ready.exception() is None

    @property
    def has_ended(self) -> bool:
        """Whether it is gone."""
        return self._ended.done()

    @property
    def is_leaving(self) -> bool:
        """Whether it is gone or was told to go: not to be used any more."""
        return self._hung_up or self.has_ended

    @property
    def failure(self) -> AssistantError:
        """Why it is gone, with the last words of its log."""
        return problem(ProblemCode.LOCAL_MODEL_FAILED, detail=self._log.last_words)

    async def port(self, limit_s: float) -> int:
        """Where it answers, once it does. May be awaited by several at a time.

        Raises:
            AssistantError: if it ends first, or is not ready within the limit; then it is ended.
        """
        try:
            return await wait_for(wrap_future(self._ready), limit_s)
        except TimeoutError:
            self._log.add(f"not ready within {limit_s:g} s")
            self._kill()
            raise self.failure from None

    async def end(self, grace_s: float) -> None:
        """Asks it to end, and after the grace makes it."""
        self._hang_up()
        if not self.is_ready:
            self._kill()  # while it loads a model it does not listen
        try:
            await wait_for(wrap_future(self._ended), grace_s)
        except TimeoutError:
            self._kill()
            await wrap_future(self._ended)

    def _keep(self) -> None:
        """The keeping thread: everything that happens to the child, in order."""
        try:
            code = self._start_and_listen()
            self._log.add(f"exit code {code}")
        except OSError as error:
            self._log.add(str(error))
        finally:
            self._ended.set_result(None)
            if not self._ready.done():
                self._ready.set_exception(self.failure)

    def _start_and_listen(self) -> int:
        with subprocess.Popen(
            [sys.executable, "-P", "-m", SERVER_MODULE],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env=child_environment(),
            # A process group of its own: Ctrl+C in a terminal is not meant for the model.
            start_new_session=True,
            creationflags=_WINDOWS_FLAGS,
        ) as process:
            self._process = process
            if self._hung_up:
                self._kill()
            assert process.stdin is not None
            assert process.stdout is not None
            with suppress(OSError, ValueError):  # dead or hung up already; the log says why
                process.stdin.write(self.order.to_line())
                process.stdin.flush()
            for line in process.stdout:
                self._take(line)
        return process.returncode

    def _take(self, line: bytes) -> None:
        port = None if self._ready.done() else self.order.port_in(line)
        if port is not None:
            self._ready.set_result(port)
        elif text := line.decode("utf-8", "replace").rstrip():
            self._log.add(text)

    def _hang_up(self) -> None:
        self._hung_up = True
        if self._process is not None and self._process.stdin is not None:
            with suppress(OSError):
                self._process.stdin.close()

    def _kill(self) -> None:
        if self._process is not None:
            self._process.kill()


def child_environment() -> dict[str, str]:
    """What the child may know: where things are and how to compute, and no keys.

    A list of what is kept, since nobody can list every variable that holds a secret.
    """
    environment = {
        name: value
        for name, value in os.environ.items()
        if name.upper() in _KEPT_VARIABLES or name.upper().startswith(_KEPT_PREFIXES)
    }
    paths = [str(_PACKAGE_ROOT), environment.get("PYTHONPATH", "")]
    environment["PYTHONPATH"] = os.pathsep.join(filter(None, paths))
    return environment
