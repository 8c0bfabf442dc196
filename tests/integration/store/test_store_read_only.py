"""Folders and files that may not be written: everything can be read, nothing is changed.

To root no file is read-only, so a process of another user opens them.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from tests.integration.store.conftest import ROOT

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="uses POSIX permissions")
NOBODY = 65534


@pytest.fixture
def folder():
    """A folder that another user can reach, too; pytest's own are this user's alone."""
    place = Path(tempfile.mkdtemp())
    place.chmod(0o755)
    data = place / "data"
    data.mkdir(mode=0o700)
    if os.getuid() == 0:
        os.chown(data, NOBODY, NOBODY)
    yield data
    data.chmod(0o700)
    for inner in data.iterdir():
        inner.chmod(0o700)
    shutil.rmtree(place)


@pytest.fixture
def as_user(child, folder):
    """Runs a child without privileges on the library in the folder."""
    uid = NOBODY if os.getuid() == 0 else None

    def run(verb, *arguments, wait=True):
        path = folder / "conversations.db"
        return child(verb, *arguments, where=path, uid=uid, wait=wait)

    return run


def closed(folder, as_user):
    as_user("turns", "1").process.wait(30)


def crashed(folder, as_user):
    """Killed while a reply was written: text is in the log only."""
    streaming = as_user("stream")
    for _ in range(5):
        streaming.told()
    streaming.kill()


def crashed_without_shm(folder, as_user):
    crashed(folder, as_user)
    (folder / "conversations.db-shm").unlink()


def protect(folder, names):
    for name in names:
        (folder / name).chmod(0o500 if (folder / name).is_dir() else 0o400)


def snapshot(folder):
    return {
        file.name: file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file() and not file.name.endswith("-shm")
    }


CASES = {
    "folder": (closed, ["."]),
    "file": (closed, ["conversations.db"]),
    "folder and file": (closed, ["conversations.db", "."]),
    "folder after a crash": (crashed, ["."]),
    "folder and locks after a crash": (crashed, ["locks", "."]),
    "file after a crash": (crashed, ["conversations.db"]),
    "log after a crash": (crashed, ["conversations.db-wal"]),
    "shared memory after a crash": (crashed, ["conversations.db-shm"]),
    "everything after a crash": (
        crashed,
        ["conversations.db", "conversations.db-wal", "conversations.db-shm", "locks", "."],
    ),
    "folder without shared memory after a crash": (crashed_without_shm, ["."]),
}


@pytest.mark.parametrize(("state", "names"), CASES.values(), ids=CASES)
def test_reading_works_and_nothing_is_written(folder, as_user, state, names):
    state(folder, as_user)
    protect(folder, names)
    before = snapshot(folder)

    reporting = as_user("report")

    assert reporting.opened == {"mode": "read_only", "notice": "storage_read_only"}
    told = reporting.told()
    assert told["problems"] == {"begin_turn": "storage_read_only", "window": "storage_read_only"}
    assert told["integrity"] == "ok"
    assert told["found"] == ["question"]
    assert told["answering"] == [False]
    if state is closed:
        assert told["titles"] == ["turn 0"]
        assert told["texts"] == ["question", "answer"]
        assert told["statuses"] == ["complete", "complete"]
    else:
        assert told["titles"] == ["streamed"]
        assert told["texts"][1].startswith("0 1 2 3 ")
        assert told["statuses"] == ["complete", "interrupted"]
    assert reporting.process.wait(30) == 0
    assert snapshot(folder) == before


def test_a_reply_under_way_is_seen_growing(folder, as_user):
    streaming = as_user("stream")
    streaming.told()
    (folder / "conversations.db").chmod(0o400)
    reporting = as_user("report")
    assert reporting.opened["mode"] == "read_only"
    told = reporting.told()
    assert told["answering"] == [True]
    assert told["statuses"] == ["complete", "streaming"]
    streaming.kill()


def test_a_folder_without_a_library(folder, as_user):
    folder.chmod(0o500)
    reporting = as_user("report")
    assert reporting.opened == {"mode": "read_only", "notice": "storage_read_only"}
    told = reporting.told()
    assert told["titles"] == []
    assert told["problems"]["begin_turn"] == "storage_read_only"
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "mode", "code"),
    [
        (".", 0o000, "folder_unusable"),
        (".", 0o600, "folder_unusable"),
        ("conversations.db", 0o000, "storage_failed"),
        ("conversations.db", 0o200, "storage_failed"),
        ("conversations.db-wal", 0o000, "storage_failed"),
        ("conversations.db-shm", 0o000, "storage_failed"),
    ],
)
def test_what_may_not_even_be_read_is_said_so(folder, as_user, name, mode, code):
    crashed(folder, as_user)
    (folder / name).chmod(mode)
    assert as_user("report").opened == {"error": code}


def test_a_folder_that_cannot_be_made(folder, child):
    folder.chmod(0o500)
    path = folder / "deeper" / "conversations.db"
    uid = NOBODY if os.getuid() == 0 else None
    assert child("report", where=path, uid=uid).opened == {"error": "folder_unusable"}


def test_a_damaged_file_that_cannot_be_moved(folder, as_user):
    closed(folder, as_user)
    file = folder / "conversations.db"
    for damage in (b"", b"x" * 5000, file.read_bytes()[:4096] + b"x" * 4096):
        file.chmod(0o600)
        file.write_bytes(damage)
        protect(folder, ["conversations.db", "."])
        reporting = as_user("report")
        assert reporting.opened == {"mode": "read_only", "notice": "storage_damaged"}
        assert reporting.told()["titles"] == []
        folder.chmod(0o700)
        assert file.read_bytes() == damage


def test_a_read_only_disk(folder, as_user):
    """A real one, mounted in a name space of its own; where that is not allowed, as above."""
    closed(folder, as_user)
    if os.getuid() == 0:  # in its name space this user is root, and nobody else is there
        for path in (folder, *folder.rglob("*")):
            os.chown(path, 0, 0)
    script = (
        'mount --bind "$1" "$1" && mount -o remount,bind,ro "$1" && exec "$2" '
        '-m tests.integration.store.store_child report "$1/conversations.db"'
    )
    command = ["unshare", "-rm", "sh", "-c", script, "sh", str(folder), sys.executable]
    if shutil.which("unshare") is None or not _may_mount(folder):
        pytest.skip("this system lets no user mount; the cases above stand in for it")
    told = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False
    )
    assert '"mode": "read_only"' in told.stdout
    assert '"titles": ["turn 0"]' in told.stdout


def _may_mount(folder):
    probe = ["unshare", "-rm", "mount", "--bind", str(folder), str(folder)]
    return subprocess.run(probe, capture_output=True, timeout=60, check=False).returncode == 0
