"""Keys through the real program and the real gnome-keyring, on a message bus of their own."""

import json
import shutil
import subprocess

import pytest

from tests.fakes.openai_server import FakeOpenAI

KEY = "sk-canary-0123456789WXYZ"

pytestmark = [
    pytest.mark.end2end,
    pytest.mark.skipif(
        shutil.which("dbus-run-session") is None or shutil.which("gnome-keyring-daemon") is None,
        reason="needs dbus-run-session and gnome-keyring",
    ),
]


def in_session(program, *commands):
    """Runs commands one after another with an unlocked keyring; gives code and output of each."""
    script = ["printf password | gnome-keyring-daemon --unlock --components=secrets >/dev/null"]
    script += [f"{command}; echo code $?; echo ----" for command in commands]
    home = program.data_dir.parent / "home"
    home.mkdir(mode=0o700, exist_ok=True)
    run = subprocess.run(
        ["dbus-run-session", "--", "sh", "-c", "\n".join(script)],
        env=program.environ | {"HOME": str(home), "XDG_RUNTIME_DIR": str(home)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=100,
        check=True,
    )
    return run.stdout.split("----\n")[:-1], run.stderr


def test_a_key_is_kept_used_told_and_forgotten(program):
    with FakeOpenAI(key=KEY, reply="yes") as server:
        program.run("settings", "set", "providers.fake.base_url", server.url)
        program.run("settings", "set", "providers.fake.model", "fake-model")
        run = " ".join(f"'{word}'" for word in program.command())
        outputs, errors = in_session(
            program,
            f"{run} ask --provider fake Hi",
            f"printf '{KEY}\\n' | {run} key set fake",
            f"{run} key status --json",
            f"{run} ask --provider fake Hi",
            f"{run} key delete fake",
            f"{run} ask --provider fake --json Hi",
        )
        assert [request.headers["authorization"] for request in server.chats] == [f"Bearer {KEY}"]
        port = server.port
    without, kept, status, answered, deleted, failed = outputs
    assert "There is no key for fake yet" in errors
    assert (without, kept, answered, deleted) == (
        "code 4\n", "code 0\n", "yes\ncode 0\n", "code 0\n",
    )  # fmt: skip
    report = json.loads(status.removesuffix("code 0\n"))
    assert report["state"] == "ready"
    assert [(row["provider"], row["key"]) for row in report["providers"]] == [
        ("openai", "none"),
        ("fake", "stored"),
    ]
    assert report["providers"][1:] == [
        {
            "provider": "fake",
            "key": "stored",
            "last4": "WXYZ",
            "origin": f"http://127.0.0.1:{port}",
            "session_only": False,
            "variables": [],
        }
    ]
    assert '"kind": "auth"' in failed
    assert failed.endswith("code 4\n")
    assert KEY not in errors + "".join(outputs)
    for path in (path for path in program.data_dir.rglob("*") if path.is_file()):
        assert KEY.encode() not in path.read_bytes(), path
