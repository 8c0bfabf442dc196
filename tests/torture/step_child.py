"""Does one thing to the files of a data folder and dies at a given step of it.

    python -m tests.torture.step_child

reads orders from standard input, one JSON object a line, ``{"verb": …, "folder": …, "die_at": n}``,
and forks a process for each. That process dies by SIGKILL just before its n-th step: a step is a
call into the system that changes files, made by Python (write, fsync, rename, …) or by SQLite.
With ``die_after_s`` instead it is killed from outside after that time. What came of it is
answered in one line: ``{"died": …, "steps": …}``, the steps of one that was left alone.
"""

import asyncio
import itertools
import json
import os
import signal
import sys
import threading
import time
import traceback
from dataclasses import replace
from pathlib import Path

import apsw

from desktop_assistant.adapters.settings_file import TomlSettingsFile
from desktop_assistant.adapters.sqlite_store import SqliteStore
from desktop_assistant.adapters.sqlite_store.migrations import MIGRATIONS, Migration
from desktop_assistant.domain.messages import Status
from tests.contract.store_contract_values import new_record, question, reply_to

FUTURE = (
    *MIGRATIONS,
    Migration(
        2,
        "CREATE TABLE tags (pk INTEGER PRIMARY KEY, name TEXT NOT NULL);"
        "ALTER TABLE conversations ADD COLUMN colour TEXT;"
        "UPDATE conversations SET colour = 'blue';"
        "UPDATE bodies SET text = text || '!';"
        "INSERT INTO tags (name) SELECT title FROM conversations",
    ),
)
"""The formats with one more that never was: it touches every text."""

CHUNKS = 12
OTHER_TEMPERATURE = 1.5

_PYTHON_STEPS = frozenset(
    {"open", "write", "flush", "fsync", "rename", "replace", "link", "unlink", "mkdir", "chmod",
     "fchmod", "ftruncate", "close"}
)  # fmt: skip
_SQLITE_STEPS = frozenset({"xOpen", "xWrite", "xTruncate", "xSync", "xDelete", "xClose"})
ACKNOWLEDGED = "acknowledged"
"""The file in which a child notes what the store has confirmed."""


class _File(apsw.VFSFile):
    """A file whose calls pass through Python, where they are counted."""

    def __init__(self, name, flags):
        super().__init__("unix", name, flags)

    def xWrite(self, data, offset):
        super().xWrite(data, offset)

    def xTruncate(self, size):
        super().xTruncate(size)

    def xSync(self, flags):
        super().xSync(flags)


class _Disk(apsw.VFS):
    def __init__(self):
        super().__init__("steps", "unix", makedefault=True)

    def xOpen(self, name, flags):
        return _File(name, flags)

    def xDelete(self, name, sync):
        super().xDelete(name, sync)


def count_steps(die_at):
    """From now on every thread of this process counts its steps; gives what has been counted."""
    numbers = itertools.count(1)
    seen = [0]

    def hook(frame, event, called):
        if event != "c_call":
            return
        name = called.__name__
        owner = getattr(called, "__self__", None)
        by_python = name in _PYTHON_STEPS and (
            called.__module__ == "posix" or type(owner).__module__ == "_io"
        )
        if by_python or name in _SQLITE_STEPS:
            seen[0] = next(numbers)
            if seen[0] == die_at:
                os.kill(os.getpid(), signal.SIGKILL)

    threading.setprofile(hook)
    sys.setprofile(hook)
    return seen


async def start(folder):
    """A start: the first, or one after a crash."""
    store = SqliteStore(folder / "conversations.db")
    await store.open()
    await store.close()


async def turns(folder):
    """Questions and replies, from the first byte to the end; says what the store has confirmed."""
    store = SqliteStore(folder / "conversations.db")
    await store.open()
    with (folder / ACKNOWLEDGED).open("a", encoding="utf-8", buffering=1) as said:
        for number in range(2):
            record = replace(new_record(f"turn {number}"), id=_new_id())
            asked = replace(question(record, f"asked {number}"), id=_new_id())
            reply = replace(reply_to(asked), id=_new_id())
            await store.begin_turn(record, [asked, reply], reply.id)
            print(asked.id, f"complete {asked.text}", file=said)
            text = ""
            for piece in range(CHUNKS):
                await store.append_chunk(reply.id, f" {piece:06}", "")
                text += f" {piece:06}"
                print(reply.id, f"interrupted {text}", file=said)
            await store.finish_reply(replace(reply, text=text, status=Status.COMPLETE))
            print(reply.id, f"complete {text}", file=said)
    await store.close()


async def migrate(folder):
    """The first start of a later version."""
    store = SqliteStore(folder / "conversations.db", migrations=FUTURE)
    await store.open()
    await store.close()


async def backup(folder):
    """A backup, while something else is written."""
    store = SqliteStore(folder / "conversations.db")
    await store.open()
    (first, *_) = await store.summaries()
    await asyncio.gather(store.backup(), store.rename(first.id, "renamed"))
    await store.close()


async def restore(folder):
    """The newest backup in the library's place."""
    (newest, *_) = sorted((folder / "backups").glob("*.db"), reverse=True)
    store = SqliteStore(folder / "conversations.db")
    await store.restore(newest)
    await store.close()


async def settings(folder):
    """Settings changed one after the other."""
    file = TomlSettingsFile(folder / "settings.toml")
    for number in range(3):
        file.write({"chat.temperature": OTHER_TEMPERATURE, "chat.reply_limit": 100 + number})


def _new_id():
    return os.urandom(16).hex()


VERBS = {verb.__name__: verb for verb in (start, turns, migrate, backup, restore, settings)}


def acknowledged(folder):
    """What the child had been told is stored: the last word on each message."""
    try:
        lines = (folder / ACKNOWLEDGED).read_text(encoding="utf-8").splitlines(keepends=True)
    except FileNotFoundError:
        return {}
    return dict(line[:-1].split(" ", 1) for line in lines if line.endswith("\n"))


def _child(order, results):
    if "die_at" in order:
        disk = _Disk()
        seen = count_steps(order["die_at"])
    else:
        disk, seen = None, [0]
    try:
        asyncio.run(VERBS[order["verb"]](Path(order["folder"])))
        sys.setprofile(None)
        os.write(results, json.dumps({"steps": seen[0]}).encode())
    except BaseException:
        sys.setprofile(None)
        os.write(results, json.dumps({"error": traceback.format_exc()}).encode())
    del disk
    os._exit(0)


def _do(order):
    reader, writer = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(reader)
        _child(order, writer)
    os.close(writer)
    if "die_after_s" in order:
        time.sleep(order["die_after_s"])
        os.kill(pid, signal.SIGKILL)
    _, status = os.waitpid(pid, 0)
    with os.fdopen(reader) as results:
        told = json.loads(results.read() or "{}")
    return {"died": os.waitstatus_to_exitcode(status) == -signal.SIGKILL, **told}


def main():
    import tomlkit  # noqa: F401  # what the children would each load again

    for line in sys.stdin:
        print(json.dumps(_do(json.loads(line))), flush=True)


if __name__ == "__main__":
    main()
