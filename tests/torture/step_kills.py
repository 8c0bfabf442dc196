"""Kills processes at every step they take on files: starts, replies, migrations, backups, settings.

A kind of work is first done once undisturbed, to count its steps; then it is done again and again
on fresh copies of the same folder and killed before a step by chance, or at a time by chance. What
is left is looked at through the code of the next start.
"""

import asyncio
import json
import random
import shutil
import subprocess
import sys
import time
import tomllib
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import apsw

from desktop_assistant.adapters.settings_file import TomlSettingsFile
from desktop_assistant.adapters.sqlite_store import SqliteStore
from desktop_assistant.domain.errors import AssistantError
from desktop_assistant.domain.messages import Status
from tests.contract.store_contract_values import new_record, stored_turn
from tests.fakes.program import ROOT
from tests.torture.figures import Figures
from tests.torture.library_look import Look, look_into, settings_fault
from tests.torture.step_child import ACKNOWLEDGED, FUTURE, OTHER_TEMPERATURE, acknowledged

TURNS_BEFORE = 30
LONG_TEXT = "The moon pulls at the sea. " * 200
SETTINGS = (
    "# kept by hand\n[chat]\ntemperature = 0.5  # as I like it\n\n"
    '[providers.mine]\nbase_url = "http://127.0.0.1:1/v1"\n'
)


class Nursery:
    """Where the children come from; a context."""

    def __enter__(self) -> "Nursery":
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.torture.step_child"],
            cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        return self

    def __exit__(self, *_: object) -> None:
        self._process.stdin.close()
        self._process.wait(30)
        self._process.stdout.close()

    def order(self, verb: str, folder: Path, **how: float) -> dict:
        """Has it done; tells how it ended.

        Raises:
            RuntimeError: if it failed by itself.
        """
        self._process.stdin.write(json.dumps({"verb": verb, "folder": str(folder), **how}) + "\n")
        self._process.stdin.flush()
        told = json.loads(self._process.stdout.readline())
        if "error" in told:
            raise RuntimeError(told["error"])
        return told


@dataclass(frozen=True)
class Work:
    """A kind of work, what it starts from, and what must hold however it is killed."""

    name: str
    verb: str
    template: Path
    judge: Callable[[Path], list[str]]


def kill_at_steps(folder: Path, kills: int, seed: int) -> Figures:
    """Kills so many times in all, in turn over all kinds of work."""
    figures = Figures("SIGKILL at a step of work on files")
    for name in ("kills", "integrity failures", "leftover files of killed work"):
        figures.count(name, 0)
    dice = random.Random(seed)
    with Nursery() as nursery:
        works = _works(folder / "templates", nursery)
        measured = {work.name: _undisturbed(nursery, work, folder) for work in works}
        for number in range(kills):
            work = works[number % len(works)]
            steps, seconds = measured[work.name]
            at_a_step = dice.random() < 0.7
            how = (
                {"die_at": dice.randint(1, steps)}
                if at_a_step
                else {"die_after_s": dice.uniform(0, seconds)}
            )
            place = _copy(work, folder / "work")
            if nursery.order(work.verb, place, **how)["died"]:
                figures.count("kills")
                figures.count(f"  {work.name}, {steps} steps")
            for fault in _judged(work, place):
                figures.fault("integrity failures", f"{work.name} {how}: {fault}")
            left = [*place.glob(".*"), *place.glob("backups/.*")]
            figures.count("leftover files of killed work", len(left))
    return figures


def _judged(work: Work, place: Path) -> list[str]:
    try:
        return work.judge(place)
    except AssistantError as error:
        return [f"the next start fails: {error} {error.info.detail or ''}"]


def _undisturbed(nursery: Nursery, work: Work, folder: Path) -> tuple[int, float]:
    """How many steps the work has, and how long it takes."""
    steps = nursery.order(work.verb, _copy(work, folder / "work"), die_at=0)["steps"]
    place = _copy(work, folder / "work")
    began = time.monotonic()
    nursery.order(work.verb, place)
    return steps, time.monotonic() - began


def _copy(work: Work, place: Path) -> Path:
    shutil.rmtree(place, ignore_errors=True)
    shutil.copytree(work.template, place)
    return place


def _works(templates: Path, nursery: Nursery) -> list[Work]:
    templates.mkdir()
    empty = templates / "empty"
    empty.mkdir(mode=0o700)
    library = templates / "library"
    asyncio.run(_fill(library))
    crashed = templates / "crashed"
    shutil.copytree(library, crashed)
    nursery.order("turns", crashed, die_after_s=0.2)
    while not any(words.startswith("interrupted") for words in acknowledged(crashed).values()):
        shutil.rmtree(crashed)
        shutil.copytree(library, crashed)
        steps = nursery.order("turns", _fresh(library, templates / "count"), die_at=0)["steps"]
        nursery.order("turns", crashed, die_at=steps * 3 // 4)
    plain = templates / "settings"
    plain.mkdir(mode=0o700)
    (plain / "settings.toml").write_text(SETTINGS, encoding="utf-8")
    return [
        Work("first start", "start", empty, _judge_first_start),
        Work("questions and replies", "turns", library, _judge_turns),
        Work("start after a crash", "start", crashed, _judge_turns),
        Work("migration", "migrate", library, _judge_migration),
        Work("backup", "backup", library, _judge_backup),
        Work("restoring a backup", "restore", crashed, _judge_restore),
        Work("settings", "settings", plain, _judge_settings),
    ]


def _fresh(template: Path, place: Path) -> Path:
    shutil.rmtree(place, ignore_errors=True)
    shutil.copytree(template, place)
    return place


async def _fill(folder: Path) -> None:
    """A library of format 1 with a backup that lacks its last conversation."""
    store = SqliteStore(folder / "conversations.db")
    await store.open()
    for number in range(TURNS_BEFORE):
        await stored_turn(store, new_record(f"before {number}"), reply_text=LONG_TEXT)
    await store.backup()
    await stored_turn(store, new_record("after the backup"), reply_text=LONG_TEXT)
    await store.close()


def _look(place: Path) -> Look:
    return asyncio.run(look_into(place))


def _judge_first_start(place: Path) -> list[str]:
    look = _look(place)
    faults = [fault for fault in look.faults() if fault != "no whole backup is left"]
    if look.messages or list(place.glob("*.damaged*")):
        faults.append("the first start is not a first start any more")
    return faults


def _judge_library(look: Look) -> list[str]:
    """What was there before is there, word for word."""
    faults = look.faults()
    replies = [m for m in look.messages.values() if m.text == LONG_TEXT]
    if len(replies) != TURNS_BEFORE + 1:
        faults.append(f"{len(replies)} of {TURNS_BEFORE + 1} earlier replies are left")
    return faults


def _judge_turns(place: Path) -> list[str]:
    look = _look(place)
    faults = _judge_library(look)
    for message_id, words in acknowledged(place).items():
        status, _, text = words.partition(" ")
        message = look.messages.get(message_id)
        if message is None:
            faults.append(f"{words!r} was confirmed and is gone")
        elif status == Status.COMPLETE and (message.status, message.text) != (status, text):
            faults.append(f"{words!r} was confirmed and is {message.status} {message.text!r}")
        elif not message.text.startswith(text):
            faults.append(f"{words!r} was confirmed and is {message.text!r}")
    return faults


def _judge_migration(place: Path) -> list[str]:
    path = place / "conversations.db"
    with closing(apsw.Connection(str(path))) as connection:
        ((version,),) = connection.execute("PRAGMA user_version").fetchall()
        tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_schema")]
        ((changed,),) = connection.execute("SELECT count(*) FROM bodies WHERE text LIKE '%!'")
    faults = []
    if (version, "tags" in tables, bool(changed)) not in {(1, False, False), (2, True, True)}:
        faults.append(f"half a migration: format {version}, {changed} texts changed")
    look = asyncio.run(look_into(place, FUTURE))
    texts = [message.text for message in look.messages.values()]
    if texts.count(f"{LONG_TEXT}!") != TURNS_BEFORE + 1:
        faults.append("the next start does not finish the migration")
    return faults + look.faults()


def _judge_backup(place: Path) -> list[str]:
    return _judge_library(_look(place))


def _judge_restore(place: Path) -> list[str]:
    """Either library is in its place, and the other one is not lost."""
    look = _look(place)
    earlier = [m for m in look.messages.values() if m.text == LONG_TEXT]
    if len(earlier) == TURNS_BEFORE + 1:
        return _judge_turns(place)
    faults = look.faults()
    if len(earlier) != TURNS_BEFORE:
        faults.append(f"neither library is there: {len(earlier)} earlier replies")
    before = place / "before"
    for file in place.glob("conversations.replaced-*"):
        shutil.copytree(place / "backups", before / "backups", dirs_exist_ok=True)
        file.rename(before / f"conversations.db{file.name.partition('.db')[2]}")
    shutil.move(place / ACKNOWLEDGED, before)
    return faults + _judge_turns(before)


def _judge_settings(place: Path) -> list[str]:
    path = place / "settings.toml"
    fault = settings_fault(path)
    if fault is not None:
        return [fault]
    text = path.read_text(encoding="utf-8")
    values = tomllib.loads(text)
    faults = []
    if values["chat"]["temperature"] not in (0.5, OTHER_TEMPERATURE):
        faults.append(f"temperature is {values['chat']['temperature']}")
    if values["providers"]["mine"] != {"base_url": "http://127.0.0.1:1/v1"}:
        faults.append("another setting changed")
    if "# kept by hand" not in text or "# as I like it" not in text:
        faults.append("a comment is gone")
    file = TomlSettingsFile(path)
    file.write({"chat.temperature": 0.25})
    if file.load().problems or "0.25" not in path.read_text(encoding="utf-8"):
        faults.append("it cannot be changed any more")
    return faults
