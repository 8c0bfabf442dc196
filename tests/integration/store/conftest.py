"""Libraries in real files, opened, closed, and used by processes of their own."""

import json
import os
import subprocess
import sys
from functools import cached_property
from pathlib import Path

import pytest

from desktop_assistant.adapters.sqlite_store import SqliteStore
from tests.fakes.quick_clock import QuickClock

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def path(tmp_path):
    """Where the library is."""
    return tmp_path / "data" / "conversations.db"


@pytest.fixture
def clock():
    return QuickClock()


@pytest.fixture
async def opened(path, clock):
    """Opens stores on ``path`` (or another) and closes them in the end."""
    stores = []

    async def open_(where=path, **options):
        store = SqliteStore(where, clock=clock, **options)
        stores.append(store)
        store.report = await store.open()
        return store

    yield open_
    for store in stores:
        await store.close()


class Child:
    """A process that uses a library; see ``store_child``."""

    def __init__(self, process):
        self.process = process

    @cached_property
    def opened(self):
        """What opening told."""
        return self.told()

    def told(self):
        """The next thing it tells, or ``None`` if it has ended."""
        line = self.process.stdout.readline()
        return json.loads(line) if line else None

    def release(self):
        """Lets one that holds end; waits for that."""
        self.process.stdin.write("\n")
        self.process.stdin.flush()
        assert self.process.wait(30) == 0

    def kill(self):
        """Kills it, as a crash would; gives what it had told until then."""
        self.process.kill()
        rest = [json.loads(line) for line in self.process.stdout if line.endswith("\n")]
        self.process.wait(30)
        return rest


@pytest.fixture
def child(path):
    """Starts processes and ends what is left of them."""
    processes = []

    def start(verb, *arguments, where=path, uid=None, wait=True):
        environ = {**os.environ, **({"STORE_CHILD_UID": str(uid)} if uid else {})}
        process = subprocess.Popen(
            [sys.executable, "-m", "tests.integration.store.store_child", verb, where, *arguments],
            cwd=ROOT,
            env=environ,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        processes.append(process)
        started = Child(process)
        if wait:
            assert started.opened is not None
        return started

    yield start
    for process in processes:
        process.kill()
        process.wait(30)
        process.stdin.close()
        process.stdout.close()
