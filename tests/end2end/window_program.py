"""The program's window on a desktop for tests, started, used and ended."""

import subprocess
import sys

from tests.end2end.desktop import ROOT, Agent, end, wait_for


class Program:
    """The program's window on a desktop, worked through AT-SPI."""

    def __init__(
        self, desktop, data_dir, *arguments, environment=None, python=("-m", "desktop_assistant")
    ):
        self.desktop = desktop
        self.data_dir = data_dir
        self._log = data_dir.parent / "program.log"
        log = self._log.open("ab")
        self._process = subprocess.Popen(
            [sys.executable, *python, "--data-dir", str(data_dir), *arguments],
            cwd=ROOT,
            env=desktop.environment | (environment or {}),
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
        )
        log.close()
        self.agent = Agent(desktop)

    @property
    def pid(self):
        return self._process.pid

    def output(self):
        """What it printed: nothing, if all is well."""
        return self._log.read_text(encoding="utf-8", errors="replace")

    def wait(self, timeout=20):
        """Its exit code once it has ended."""
        return self._process.wait(timeout)

    def quit(self):
        """Closes the window as a user would, and waits for the end."""
        assert self._process.poll() is None, f"it has ended already: {self.output()}"
        self.desktop.activate()
        self.desktop.keys("ctrl+q")
        code = self.wait()
        self.agent.close()
        return code

    def kill(self):
        """Ends it without any warning, as a power cut would."""
        self._process.kill()
        self._process.wait()
        self.agent.close()

    def end(self):
        if self._process.poll() is None:
            end(self._process)
            self.agent.close()

    # What a user does

    def ask(self, text):
        """Types a question and sends it."""
        self.agent.set_text("Message", text)
        self.agent.press("Send message")

    def rows(self):
        """The visible messages as (name, text, what was found), first message first."""
        return [
            (row["name"], row["description"], row)
            for row in self._children("Transcript")
            if row["role"] in ("list item", "table cell")
        ]

    def wait_for_reply(self, state="complete", count=None, timeout=60):
        """The last row once it says that it is in that state."""

        def last():
            rows = self.rows()
            if not rows or (count is not None and len(rows) != count):
                return None
            return rows[-1] if f", {state}" in rows[-1][0] else None

        return wait_for(last, f"a reply that is {state}", timeout)

    def conversations(self):
        """The names of the rows in the sidebar."""
        rows = self._children("Conversations", ["list", "list box", "table"])
        return [row["name"] for row in rows if row["name"]]

    def _children(self, name, role=None):
        """The children of a list at one moment; read again if one went away meanwhile."""

        def read():
            return True, self.agent.children(self.agent.find(name, role))

        return wait_for(read, f"the rows of {name!r}")[1]
