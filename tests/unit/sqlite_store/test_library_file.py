"""What a file's first bytes tell, and how files get their names."""

import os
from datetime import UTC, datetime

import pytest

from desktop_assistant.adapters.sqlite_store import library_file, private_files
from desktop_assistant.adapters.sqlite_store.library_file import (
    APPLICATION_ID,
    DamagedFileError,
    LibraryFile,
    parse_header,
)

MOMENT = datetime(2026, 11, 24, 7, 34, 28, tzinfo=UTC)


def header(page_size=4096, pages=2, application_id=APPLICATION_ID, version=1):
    fields = bytearray(100)
    fields[:16] = b"SQLite format 3\0"
    for value, offset, length in (
        (page_size, 16, 2),
        (pages, 28, 4),
        (version, 60, 4),
        (application_id, 68, 4),
    ):
        fields[offset : offset + length] = value.to_bytes(length, "big")
    return bytes(fields)


def test_a_header_is_read():
    found = parse_header(header(pages=3, version=2))
    assert (found.size, found.user_version) == (3 * 4096, 2)
    assert found.application_id == APPLICATION_ID
    assert parse_header(header(page_size=1)).page_size == 65536


@pytest.mark.parametrize("content", [b"", b"SQLite format 3\0", b"x" * 100])
def test_what_is_no_header(content):
    with pytest.raises(DamagedFileError):
        parse_header(content)


def test_a_short_file_is_whole_only_if_a_log_may_hold_the_rest(tmp_path):
    file = LibraryFile(tmp_path / "a.db")
    file.path.write_bytes(header(pages=2) + bytes(4096 - 100))
    with pytest.raises(DamagedFileError, match="end is missing"):
        file.read_header()
    file.wal.write_bytes(b"frames")
    assert file.read_header().page_count == 2


def test_creating_is_whole_or_not_at_all(tmp_path):
    file = LibraryFile(tmp_path / "a.db")

    def fail(draft):
        draft.write_bytes(b"half")
        raise OSError(28, "full")

    with pytest.raises(OSError, match="full"):
        file.create(fail)
    assert list(tmp_path.iterdir()) == []


def test_the_first_of_two_that_create_at_once_wins(tmp_path):
    file = LibraryFile(tmp_path / "a.db")

    def while_another_is_faster(draft):
        draft.write_bytes(b"mine")
        file.create(lambda other: other.write_bytes(b"theirs"))

    file.create(while_another_is_faster)
    assert file.path.read_bytes() == b"theirs"
    assert list(tmp_path.iterdir()) == [file.path]


@pytest.mark.skipif(os.name == "nt", reason="renames there")
@pytest.mark.parametrize("taken", [False, True])
def test_a_disk_without_hard_links(tmp_path, monkeypatch, taken):
    def refuse(*_):
        raise OSError(1, "no links here")

    monkeypatch.setattr(private_files.os, "link", refuse)
    file = LibraryFile(tmp_path / "a.db")
    if taken:
        file.path.write_bytes(b"theirs")
    file.create(lambda draft: draft.write_bytes(b"mine"))
    assert file.path.read_bytes() == (b"theirs" if taken else b"mine")
    assert list(tmp_path.iterdir()) == [file.path]


def test_a_file_without_a_suffix_is_put_aside_too(tmp_path):
    file = LibraryFile(tmp_path / "library")
    file.path.write_bytes(b"1")
    aside = file.put_aside("damaged", MOMENT)
    assert aside.name == "library.damaged-20261124-073428"


def test_a_log_is_put_aside_before_its_file(tmp_path, monkeypatch):
    """Left behind by a crash in between, it would be read into the next library."""
    file = LibraryFile(tmp_path / "a.db")
    for path in file.all:
        path.write_bytes(path.name.encode())
    real = type(file.path).rename

    def rename(path, target):
        if path == file.path:
            raise OSError(5, "cut off")
        return real(path, target)

    monkeypatch.setattr(type(file.path), "rename", rename)
    with pytest.raises(OSError, match="cut off"):
        file.put_aside("damaged", MOMENT)
    assert file.path.exists()
    assert not file.has_log


def test_the_mark_of_suspicion_is_best_effort(tmp_path):
    file = LibraryFile(tmp_path / "a.db")
    file.mark_suspect()
    file.mark_suspect()
    assert file.suspect.exists()
    LibraryFile(tmp_path / "nowhere" / "a.db").mark_suspect()


def test_access_is_withdrawn_and_never_granted(tmp_path):
    path = tmp_path / "a"
    path.touch()
    for before, after in ((0o644, 0o600), (0o444, 0o400), (0o600, 0o600), (0o000, 0o000)):
        path.chmod(before)
        private_files.withdraw_access(path)
        assert path.stat().st_mode & 0o777 == after
    private_files.withdraw_access(tmp_path / "missing")


def test_sizes(tmp_path):
    assert library_file.size_of(tmp_path / "missing") == 0
