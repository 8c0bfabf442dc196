"""The real gnome-keyring on a message bus of its own: unlocked, locked, empty and absent."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.integration.keyring import gnome_keyring_session

ROOT = Path(__file__).resolve().parents[3]
BARE_BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=/tmp</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""

pytestmark = [
    pytest.mark.end2end,
    pytest.mark.skipif(sys.platform != "linux", reason="a keyring of Linux desktops"),
]


def use_keyring(scenario: str, home: Path, *bus_options: str) -> dict[str, str]:
    """Runs the session in a home of its own and gives its report."""
    home.mkdir(mode=0o700, exist_ok=True)
    environment = {
        "HOME": str(home),
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(ROOT),
        "XDG_RUNTIME_DIR": str(home),
    }
    run = subprocess.run(
        ["dbus-run-session", *bus_options, "--", sys.executable, "-P",
         gnome_keyring_session.__file__, scenario],
        env=environment, capture_output=True, text=True, timeout=100, check=False,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    report = json.loads(run.stdout)
    assert isinstance(report, dict)
    return report


def test_an_unlocked_keyring_keeps_the_key(tmp_path: Path) -> None:
    report = use_keyring("unlocked", tmp_path / "home")

    assert report == {
        "get": "None",
        "set": "None",
        "get again": "the key",
        "delete": "True",
        "state": "ready",
        "backend": "SecretService Keyring",
    }


def test_a_locked_keyring_is_told_for_every_call(tmp_path: Path) -> None:
    report = use_keyring("locked", tmp_path / "home")

    calls = [report[call] for call in ("get", "set", "get again", "delete")]
    assert calls == ["keyring_locked"] * 4
    assert report["state"] == "locked"


def test_only_saving_a_key_asks_for_a_keyring_to_be_made(tmp_path: Path) -> None:
    report = use_keyring("no collection", tmp_path / "home")

    assert [report[call] for call in ("get", "get again", "delete")] == ["None", "None", "False"]
    assert report["set"] == "keyring_denied"
    assert report["state"] == "ready"


def test_a_computer_without_a_keyring(tmp_path: Path) -> None:
    bus = tmp_path / "bus.conf"
    bus.write_text(BARE_BUS)

    report = use_keyring("absent", tmp_path / "home", f"--config-file={bus}")

    assert [report[call] for call in ("get", "set")] == ["keyring_absent"] * 2
    assert report["delete"] == "False"
    assert report["state"] == "absent"
