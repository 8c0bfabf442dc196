"""Backup and restore through the real program on real files."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest


@pytest.fixture
def backed_up(program, asking):
    """A library with one conversation, its backup, and a second conversation since."""
    assert program.run("ask", *asking, "Early tides").code == 0
    program.backup = program.run("backup").out.strip()
    assert program.run("ask", *asking, "Late tides").code == 0
    program.library = program.data_dir / "conversations.db"
    return program


def titles(program):
    return {row["title"] for row in program.run("conversations", "list", "--json").json}


def test_there_and_back_again(backed_up):
    shown = backed_up.run("restore")
    assert shown.code == 0, shown.err
    assert backed_up.backup in shown.out
    assert titles(backed_up) == {"Early tides", "Late tides"}

    done = backed_up.run("restore", "--yes", "--json")
    assert done.code == 0, done.err
    assert titles(backed_up) == {"Early tides"}

    assert backed_up.run("restore", done.json["kept_as"], "--yes").code == 0
    assert titles(backed_up) == {"Early tides", "Late tides"}


def damage(library):
    library.write_bytes(b"\xff" * 8192)


def make_newer(library):
    with closing(sqlite3.connect(library)) as database:
        database.execute("PRAGMA user_version = 99")


@pytest.mark.parametrize(
    ("break_it", "words"), [(damage, "is damaged"), (make_newer, "saved by a newer version")]
)
def test_a_library_that_cannot_be_opened_comes_back(backed_up, break_it, words):
    break_it(backed_up.library)
    broken = backed_up.library.read_bytes()
    shown = backed_up.run("restore")
    assert shown.code == 0, shown.err
    assert words in shown.out
    assert backed_up.library.read_bytes() == broken

    done = backed_up.run("restore", "--yes", "--json")
    assert done.code == 0, done.err
    assert titles(backed_up) == {"Early tides"}
    assert Path(done.json["kept_as"]).read_bytes() == broken
    assert backed_up.run("doctor", "--json").json["findings"]


def test_not_under_an_open_library(backed_up):
    with backed_up.on_terminal("chat", "--provider", "local") as other:
        other.expect("/help")
        refused = backed_up.run("restore", "--yes")
        assert (refused.code, refused.out) == (4, "")
        assert "Another program holds the conversation database" in refused.err
        assert backed_up.run("restore").code == 0
    assert titles(backed_up) == {"Early tides", "Late tides"}


def test_a_damaged_library_is_not_backed_up(backed_up):
    damage(backed_up.library)
    refused = backed_up.run("backup")
    assert (refused.code, refused.out) == (4, "")
    assert "is damaged" in refused.err
    listed = backed_up.run("restore", "--list", "--json").json
    assert [row["path"] for row in listed] == [backed_up.backup]
    assert listed[0]["is_whole"] is True
    assert Path(backed_up.backup).stat().st_mode & 0o777 == 0o600
