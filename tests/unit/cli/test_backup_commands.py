"""``backup`` and ``restore`` on fakes: what they say, and that nothing happens without --yes."""

from pathlib import Path

import pytest

from desktop_assistant.domain.errors import ProblemCode, problem
from desktop_assistant.ports.conversation_store import OpenReport

INFO = [
    "path", "made_at", "conversations", "messages", "newest_title", "size_bytes", "is_whole",
]  # fmt: skip


@pytest.fixture
async def backed_up(terminal, monkeypatch):
    """One backup with ``Early``, a library with ``Late`` in addition."""
    monkeypatch.setattr(Path, "is_file", lambda path: path in terminal.parts.store.copies)
    await terminal.run("ask", "Early")
    outcome = await terminal.run("backup")
    assert outcome.code == 0
    await terminal.run("ask", "Late")
    terminal.backup = outcome.out.strip()
    return terminal


async def titles(terminal):
    rows = (await terminal.run("conversations", "list", "--json")).json
    return {row["title"] for row in rows}


async def test_backup_prints_the_path(backed_up):
    assert Path(backed_up.backup) in backed_up.parts.store.copies
    made = (await backed_up.run("backup", "--json")).json
    assert list(made) == INFO
    assert (made["conversations"], made["messages"], made["newest_title"]) == (2, 4, "Late")
    assert made["is_whole"] is True
    assert made["made_at"].endswith("Z")


async def test_an_emptied_library_is_not_backed_up(terminal):
    notice = problem(ProblemCode.STORAGE_DAMAGED, kept="/x.db").info
    terminal.parts.store.open_report = OpenReport(notice=notice, damaged_file=Path("/x.db"))
    outcome = await terminal.run("backup")
    assert (outcome.code, outcome.out) == (4, "")
    assert "damaged" in outcome.err
    assert not terminal.parts.store.copies


async def test_other_notices_are_no_hindrance(terminal):
    notice = problem(ProblemCode.STORAGE_READ_ONLY, path="/x.db").info
    terminal.parts.store.open_report = OpenReport(notice=notice)
    outcome = await terminal.run("backup")
    assert outcome.code == 0
    assert "cannot be written" in outcome.err


async def test_a_backup_that_fails_is_told(terminal):
    terminal.parts.store.failing["backup"] = problem(ProblemCode.STORAGE_FULL)
    outcome = await terminal.run("backup", "--json")
    assert (outcome.code, outcome.out) == (4, "")
    assert "The disk is full" in outcome.err


async def test_the_list(backed_up):
    await backed_up.run("backup")
    backed_up.parts.store.damaged.add(Path(backed_up.backup))
    outcome = await backed_up.run("restore", "--list")
    head, newest, oldest = outcome.out.splitlines()
    assert head.split() == ["MADE", "CONVERSATIONS", "MESSAGES", "SIZE", "STATE", "FILE"]
    assert newest.split()[2:6] == ["2", "4", "0.0", "MB"]
    assert newest.split()[6] == "whole"
    assert oldest.split()[6:] == ["unusable", backed_up.backup]
    rows = (await backed_up.run("restore", "--list", "--json")).json
    assert [list(row) for row in rows] == [INFO, INFO]
    assert [row["is_whole"] for row in rows] == [True, False]


async def test_an_empty_list(terminal):
    outcome = await terminal.run("restore", "--list")
    assert (outcome.code, outcome.out) == (0, "")
    assert "There are no backups yet" in outcome.err
    assert (await terminal.run("restore", "--list", "--json")).json == []
    for yes in ([], ["--yes"]):
        outcome = await terminal.run("restore", *yes)
        assert (outcome.code, outcome.out) == (4, "")
        assert "no backup that can be restored" in outcome.err


async def test_without_yes_it_only_shows(backed_up):
    outcome = await backed_up.run("restore")
    assert outcome.code == 0
    lines = outcome.out.splitlines()
    assert lines[0] == f"Backup: {backed_up.backup}"
    assert lines[1].endswith(", 1 conversation, 2 messages, 0.0 MB")
    assert lines[2:] == [
        "Its newest conversation: Early",
        "The library now: 2 conversations, 4 messages",
        "Only in the library now: 1 conversation, 2 messages",
        "Only in the backup: 0 conversations",
        "The library now would be kept as: /conversations.replaced-DATE-TIME.db",
    ]
    assert "Nothing was changed" in outcome.err
    shown = (await backed_up.run("restore", backed_up.backup, "--json")).json
    assert list(shown) == [
        "restored", "backup", "current", "current_error", "conversations_only_in_current",
        "messages_only_in_current", "conversations_only_in_backup", "kept_as",
    ]  # fmt: skip
    assert shown["restored"] is False
    assert shown["current"] == {"conversations": 2, "messages": 4}
    assert shown["conversations_only_in_current"] == 1
    assert await titles(backed_up) == {"Early", "Late"}


async def test_with_yes_it_restores(backed_up):
    outcome = await backed_up.run("restore", "--yes")
    assert outcome.code == 0
    assert outcome.out.startswith(f"Restored: {backed_up.backup}\n")
    assert "is kept as: /conversations.replaced-1.db" in outcome.out
    assert await titles(backed_up) == {"Early"}


async def test_restoring_for_scripts(backed_up):
    done = (await backed_up.run("restore", backed_up.backup, "--yes", "--json")).json
    assert done["restored"] is True
    assert done["kept_as"] == "/conversations.replaced-1.db"
    assert await titles(backed_up) == {"Early"}


async def test_a_library_that_cannot_be_read_is_told(backed_up):
    backed_up.parts.store.current_problem = problem(ProblemCode.STORAGE_DAMAGED, kept="/x").info
    outcome = await backed_up.run("restore")
    assert outcome.code == 0
    assert "The library now: cannot be read. The conversation database is damaged." in outcome.out
    assert "Only in" not in outcome.out
    shown = (await backed_up.run("restore", "--json")).json
    assert (shown["current"], shown["current_error"]["kind"]) == (None, "storage")


async def test_the_newest_whole_one_is_taken(backed_up):
    newer = (await backed_up.run("backup")).out.strip()
    assert (await backed_up.run("restore", "--json")).json["backup"]["path"] == newer
    backed_up.parts.store.damaged.add(Path(newer))
    shown = (await backed_up.run("restore", "--json")).json
    assert shown["backup"]["path"] == backed_up.backup
    outcome = await backed_up.run("restore", newer, "--yes")
    assert (outcome.code, outcome.out) == (4, "")
    assert "The backup cannot be restored" in outcome.err


async def test_a_file_that_is_not_there(terminal):
    outcome = await terminal.run("restore", "/nowhere.db", "--yes")
    assert (outcome.code, outcome.out) == (2, "")
    assert "There is no file /nowhere.db" in outcome.err


@pytest.mark.parametrize("other", ["--yes", "/some.db"])
async def test_the_list_restores_nothing(backed_up, other):
    outcome = await backed_up.run("restore", "--list", other)
    assert (outcome.code, outcome.out) == (2, "")
    assert "--list restores nothing" in outcome.err
    assert await titles(backed_up) == {"Early", "Late"}


async def test_a_library_in_use_is_told(backed_up):
    backed_up.parts.store.failing["restore"] = problem(ProblemCode.STORAGE_BUSY)
    outcome = await backed_up.run("restore", "--yes")
    assert (outcome.code, outcome.out) == (4, "")
    assert "Another program holds the conversation database" in outcome.err
