"""A desktop for tests: screen, window manager, session bus, accessibility and, if asked, a keyring.

Everything runs in processes of its own, is bound to this machine, and ends with the test.
"""

import json
import os
import shutil
import signal
import subprocess
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
SYSTEM_PYTHON = "/usr/bin/python3"
A11Y_SERVICE = "/usr/share/dbus-1/services/org.a11y.Bus.service"
BUS_CONFIG = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path={folder}/bus.socket</listen>
  <servicedir>{folder}/services</servicedir>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""


def missing_parts():
    """Names of system programs that the desktop needs and this machine lacks."""
    wanted = ("Xvfb", "openbox", "dbus-daemon", "gnome-keyring-daemon", "xdotool", "import")
    return [name for name in wanted if shutil.which(name) is None]


class Desktop:
    """Starts with ``with``; ``environment`` is what a program on it needs."""

    def __init__(self, folder, *, size="1440x900", keyring=False, frames=True):
        self.folder = Path(folder)
        self._size = size
        self._wants_keyring = keyring
        self._wants_frames = frames
        self._processes = []
        self.environment = {}

    def __enter__(self):
        try:
            self._start()
        except BaseException:
            self.__exit__(None, None, None)
            raise
        return self

    def __exit__(self, *error):
        for process in reversed(self._processes):
            end(process)

    def _start(self):
        runtime = self.folder / "runtime"
        runtime.mkdir(mode=0o700)
        home = self.folder / "home"
        home.mkdir(mode=0o700)
        keep = (
            "PATH",
            "LANG",
            "LC_ALL",
            "VIRTUAL_ENV",
            "PYTHONDONTWRITEBYTECODE",
            "COVERAGE_RCFILE",
        )
        self.environment = {name: os.environ[name] for name in keep if name in os.environ}
        self.environment |= {
            "HOME": str(home),
            "XDG_RUNTIME_DIR": str(runtime),
            "XDG_DATA_HOME": str(home / ".local/share"),
            "XDG_CONFIG_HOME": str(home / ".config"),
            "XDG_CURRENT_DESKTOP": "GNOME",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "QT_ACCESSIBILITY": "1",
            "QT_QPA_PLATFORM": "xcb",
            "NO_AT_BRIDGE": "0",
            # A crash leaves its stack in the program's output.
            "PYTHONFAULTHANDLER": "1",
            # What a whole desktop would have and this one lacks is no news.
            "QT_LOGGING_RULES": "qt.qpa.services=false;qt.qpa.theme.gnome=false;"
            "qt.accessibility.atspi=false",
            "LANG": "C.UTF-8",
        }
        self._start_screen()
        self._start_bus()
        if self._wants_frames:
            self._spawn("openbox", "--sm-disable")
        if self._wants_keyring:
            self._start_keyring()

    def _start_screen(self):
        reader, writer = os.pipe()
        self._spawn(
            "Xvfb", "-displayfd", str(writer), "-screen", "0", f"{self._size}x24",
            "-nolisten", "tcp", "-noreset", pass_fds=(writer,),
        )  # fmt: skip
        os.close(writer)
        with os.fdopen(reader) as pipe:
            number = pipe.readline().strip()
        if not number:
            raise RuntimeError("Xvfb did not start")
        self.environment["DISPLAY"] = f":{number}"

    def _start_bus(self):
        """A bus that starts nothing by itself but the accessibility bus: no keyring, no portal."""
        services = self.folder / "services"
        services.mkdir()
        (services / "org.a11y.Bus.service").symlink_to(A11Y_SERVICE)
        config = self.folder / "bus.conf"
        config.write_text(BUS_CONFIG.format(folder=self.folder), encoding="utf-8")
        reader, writer = os.pipe()
        self._spawn(
            "dbus-daemon", f"--config-file={config}", "--nofork", f"--print-address={writer}",
            pass_fds=(writer,),
        )  # fmt: skip
        os.close(writer)
        with os.fdopen(reader) as pipe:
            address = pipe.readline().strip()
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = address

    def _start_keyring(self):
        process = self._spawn(
            "gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets",
            stdin=subprocess.PIPE,
        )  # fmt: skip
        process.stdin.write(b"test password\n")
        process.stdin.close()
        wait_for(lambda: self._owns_name("org.freedesktop.secrets"), "the keyring")

    def _owns_name(self, name):
        command = [
            "dbus-send", "--session", "--print-reply", "--dest=org.freedesktop.DBus",
            "/org/freedesktop/DBus", "org.freedesktop.DBus.NameHasOwner", f"string:{name}",
        ]  # fmt: skip
        done = subprocess.run(
            command, env=self.environment, capture_output=True, text=True, check=False
        )
        return "boolean true" in done.stdout

    def _spawn(self, *command, **options):
        options.setdefault("stdin", subprocess.DEVNULL)
        log = (self.folder / f"{Path(command[0]).name}.log").open("ab")
        process = subprocess.Popen(command, env=self.environment, stdout=log, stderr=log, **options)
        log.close()
        self._processes.append(process)
        return process

    def screenshot(self, path):
        """The whole screen as a PNG."""
        subprocess.run(
            ["import", "-window", "root", str(path)], env=self.environment, check=True, timeout=30
        )

    def activate(self, title="Desktop Assistant"):
        """Gives the keyboard to our window, whatever else has come up."""

        def windows():
            found = subprocess.run(
                ["xdotool", "search", "--onlyvisible", "--name", title],
                env=self.environment,
                capture_output=True,
                text=True,
                check=False,
                timeout=30,
            )
            return found.stdout.split()

        # A dialog that has just closed leaves a moment in which no window has the name.
        shown = wait_for(windows, f"a window named {title}", 5)
        subprocess.run(
            ["xdotool", "windowactivate", "--sync", shown[-1]],
            env=self.environment,
            check=True,
            timeout=30,
        )

    def keys(self, *keys):
        """Presses keys in the focused window, such as ``ctrl+n``."""
        subprocess.run(["xdotool", "key", *keys], env=self.environment, check=True, timeout=30)

    def type(self, text):
        """Types text into the focused window."""
        subprocess.run(
            ["xdotool", "type", "--delay", "5", text], env=self.environment, check=True, timeout=60
        )


class Agent:
    """The AT-SPI agent as a child process; refs it gives out are dictionaries here."""

    def __init__(self, desktop):
        log = (desktop.folder / "agent.log").open("ab")
        self._process = subprocess.Popen(
            [SYSTEM_PYTHON, str(HERE / "atspi_agent.py")],
            env=desktop.environment | {"PYTHONDONTWRITEBYTECODE": "1"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=log,
            text=True,
        )
        log.close()
        self._read()

    def close(self):
        """Ends the agent."""
        end(self._process)
        self._process.stdin.close()
        self._process.stdout.close()

    def call(self, do, **request):
        """One request; raises what the agent could not do."""
        self._process.stdin.write(json.dumps({"do": do, **request}) + "\n")
        self._process.stdin.flush()
        answer = self._read()
        if "error" in answer:
            raise LookupError(answer["error"])
        return answer["ok"]

    def find_all(self, name=None, role=None, **more):
        """All showing objects with that name and role."""
        return self.call("find", name=name, role=role, all=True, **more)

    def find(self, name=None, role=None, *, timeout=15.0, **more):
        """The first showing object with that name and role, as soon as there is one."""
        return wait_for(
            lambda: (self.call("find", name=name, role=role, **more) or [None])[0],
            f"{role or 'something'} named {name!r}",
            timeout,
        )

    def press(self, name=None, role="push button", **more):
        """Presses a button by its name."""
        return self._act(name, role, "press", more)

    def set_text(self, name, text, **more):
        """Sets the text of a field by its name."""
        self._act(name, ["text", "password text", "entry"], "set_text", more, text=text)

    def text(self, found):
        """The accessible text of what was found."""
        return self.call("text", ref=found["ref"])

    def children(self, found):
        """Its children."""
        return self.call("children", ref=found["ref"])

    def _act(self, name, role, verb, more, **words):
        """Finds and acts; looks again if what was found has gone away in between."""

        def done():
            found = self.find(name, role, **more)
            self.call(verb, ref=found["ref"], **words)
            return found

        return wait_for(done, f"{verb} of {name!r}")

    def _read(self):
        line = self._process.stdout.readline()
        if not line:
            raise RuntimeError("the AT-SPI agent ended")
        return json.loads(line)


def wait_for(condition, what, timeout=20.0):
    """What the condition returns once it is true; polls, because AT-SPI events can be lost.

    The window changes while it is looked at, so a ``LookupError`` (an object that has just gone, a
    row that is not there yet) means: look again.
    """
    deadline = time.monotonic() + timeout
    while True:
        value, stumble = None, None
        try:
            value = condition()
        except LookupError as error:
            stumble = error
        if value:
            return value
        if time.monotonic() > deadline:
            raise AssertionError(f"waited {timeout:g} s in vain for {what}") from stumble
        time.sleep(0.05)


def end(process, *, by=signal.SIGTERM, timeout=10):
    """Ends a process by its pid and waits for it."""
    if process.poll() is None:
        process.send_signal(by)
        try:
            process.wait(timeout)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
