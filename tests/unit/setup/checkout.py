"""A checkout of its own, on a made-up computer whose programs write down their calls."""

import os
import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
_REAL_PROGRAMS = (
    "bash", "cat", "cksum", "dirname", "env", "find", "ln", "make", "mkdir", "mktemp", "rm",
    "sed", "sh", "tail", "uname",
)  # fmt: skip

PYTHON = """#!/bin/sh
echo "$(basename "$0") $*" | tr '\\n' ' ' >>"$CALLS"; echo >>"$CALLS"
case "$*" in
    *version_info\\ *) exit ${PYTHON_IS_OLD:-0} ;;
    *ensurepip*) [ -z "${VENV_IS_MISSING:-}" ] || [ -e "$CALLS.installed" ] ;;
    *'"%d.%d"'*) echo 3.11 ;;
    "-m venv .venv") mkdir -p .venv/bin && cp "$0" .venv/bin/python ;;
    *"pip install"*) exit ${PIP_FAILS:-0} ;;
esac
"""
RECORDER = """#!/bin/sh
echo "$(basename "$0") $*" >>"$CALLS"
"""
DPKG_QUERY = """#!/bin/sh
for package; do
    case " $INSTALLED " in
        *" $package "*) printf ' installed ' ;;
        *) printf ' not-installed ' ;;
    esac
done
"""
APT_GET = (
    RECORDER
    + """case "$*" in *install*) : >"$CALLS.installed" ;; esac
exit ${APT_FAILS:-0}
"""
)
SUDO = """#!/bin/sh
[ -n "${SUDO_WORKS:-}" ] || exit 1
shift
[ "$1" = true ] || { echo "sudo $1" >>"$CALLS"; exec "$@"; }
"""
PROGRAMS = {
    "python3": PYTHON,
    "dpkg-query": DPKG_QUERY,
    "apt-get": APT_GET,
    "sudo": SUDO,
    "id": '#!/bin/sh\necho "${USER_ID:-0}"\n',
    "basename": '#!/bin/sh\necho "${1##*/}"\n',
}


class Checkout:
    """``run`` calls a program in it; ``calls`` tells what was called since."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "checkout"
        self._programs = folder / "programs"
        self._programs.mkdir()
        self._calls = folder / "calls"
        shutil.copytree(ROOT / "packaging", self.folder / "packaging")
        shutil.copytree(ROOT / ".ci", self.folder / ".ci")
        for name in ("Makefile", "pyproject.toml"):
            shutil.copy(ROOT / name, self.folder)
        for name in (*_REAL_PROGRAMS, "cp", "tr"):
            real = shutil.which(name)
            assert real is not None, f"{name} belongs to every system"
            (self._programs / name).symlink_to(real)
        for name, text in PROGRAMS.items():
            self.install(name, text)
        self.installed = " ".join(packages("run") + packages("test"))

    def install(self, name: str, text: str = RECORDER) -> None:
        """Puts a program on the made-up computer."""
        path = self._programs / name
        path.unlink(missing_ok=True)
        path.write_text(text)
        path.chmod(0o755)

    def remove(self, name: str) -> None:
        """Takes a program away."""
        (self._programs / name).unlink()

    def move(self) -> None:
        """Moves the checkout to another place."""
        self.folder = self.folder.rename(self.folder.with_name("moved"))

    def run(self, *command: str, **variables: str) -> "subprocess.CompletedProcess[str]":
        """Calls a program, and forgets the calls before."""
        self._calls.write_text("")
        environment = {
            "PATH": str(self._programs),
            "CALLS": str(self._calls),
            "INSTALLED": self.installed,
            "TMPDIR": os.environ.get("TMPDIR", "/tmp"),
        }
        return subprocess.run(
            command, cwd=self.folder, env=environment | variables, stdin=subprocess.DEVNULL,
            capture_output=True, text=True, timeout=60, check=False,
        )  # fmt: skip

    def set_up(self, goal: str = "run", **variables: str) -> "subprocess.CompletedProcess[str]":
        """Calls the setup."""
        return self.run("sh", "packaging/setup.sh", goal, **variables)

    def calls(self, containing: str = "") -> list[str]:
        """The calls, one a line, that contain a text."""
        return [line for line in self._calls.read_text().splitlines() if containing in line]


def packages(goal: str) -> list[str]:
    """The system packages for a goal."""
    text = (ROOT / "packaging" / "system-packages" / f"debian-{goal}.txt").read_text()
    return [line for line in text.splitlines() if line and not line.startswith("#")]
