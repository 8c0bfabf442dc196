"""Files that the user asked for, on a real disk."""

import errno
import os
import stat
import sys
from pathlib import Path

import pytest

from desktop_assistant.adapters.saved_files import DiskFiles
from desktop_assistant.domain.errors import AssistantError, InvalidInputError, ProblemCode

posix = pytest.mark.skipif(sys.platform == "win32", reason="modes and links as on POSIX")


def names_in(folder):
    return [path.name for path in folder.iterdir()]


@pytest.fixture
def files():
    return DiskFiles()


async def test_a_new_file(files, tmp_path):
    path = tmp_path / "a.html"
    await files.write(path, b"one", replace=False)
    assert path.read_bytes() == b"one"
    assert names_in(tmp_path) == ["a.html"]


@posix
@pytest.mark.parametrize("mask", [0o000, 0o022, 0o077])
async def test_it_is_private_whatever_the_umask(files, tmp_path, mask):
    before = os.umask(mask)
    try:
        await files.write(tmp_path / "a", b"x", replace=False)
        await files.write(tmp_path / "a", b"y", replace=True)
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o600


async def test_a_file_that_is_there_is_replaced_only_if_wanted(files, tmp_path):
    path = tmp_path / "a"
    path.write_bytes(b"mine")
    with pytest.raises(InvalidInputError) as refused:
        await files.write(path, b"new", replace=False)
    assert refused.value.info.code is ProblemCode.FILE_EXISTS
    assert path.read_bytes() == b"mine"
    await files.write(path, b"new", replace=True)
    assert path.read_bytes() == b"new"
    assert names_in(tmp_path) == ["a"]


@posix
async def test_a_name_that_somebody_takes_meanwhile(files, tmp_path, monkeypatch):
    path = tmp_path / "a"
    link = os.link

    def late(new, target):
        target.write_bytes(b"theirs")
        link(new, target)

    monkeypatch.setattr(os, "link", late)
    with pytest.raises(InvalidInputError) as refused:
        await files.write(path, b"ours", replace=False)
    assert refused.value.info.code is ProblemCode.FILE_EXISTS
    assert path.read_bytes() == b"theirs"
    assert names_in(tmp_path) == ["a"]


async def test_a_disk_without_links(files, tmp_path, monkeypatch):
    def refuse(*_):
        raise OSError(errno.EPERM, "no links")

    monkeypatch.setattr(os, "link", refuse)
    await files.write(tmp_path / "a", b"x", replace=False)
    assert (tmp_path / "a").read_bytes() == b"x"


@posix
async def test_a_link_is_followed(files, tmp_path):
    (tmp_path / "real").write_bytes(b"old")
    (tmp_path / "link").symlink_to("real")
    await files.write(tmp_path / "link", b"new", replace=True)
    assert (tmp_path / "real").read_bytes() == b"new"
    assert (tmp_path / "link").is_symlink()


@posix
async def test_a_device_is_written_to_and_stays(files):
    await files.write(Path(os.devnull), b"x", replace=True)
    assert Path(os.devnull).is_char_device()


@pytest.mark.parametrize("name", ["missing/a", "file/a", ".", "x" * 300, "loop"])
async def test_places_where_nothing_can_be_written(files, tmp_path, name):
    (tmp_path / "file").write_bytes(b"")
    if sys.platform != "win32":
        (tmp_path / "loop").symlink_to("loop")
    with pytest.raises(InvalidInputError) as refused:
        await files.write(tmp_path / name, b"x", replace=True)
    assert refused.value.info.code is ProblemCode.FILE_UNWRITABLE
    assert "The system says: " in refused.value.info.hint


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, ProblemCode.FILE_DISK_FULL),
        (errno.EIO, ProblemCode.FILE_NOT_SAVED),
        (errno.EROFS, ProblemCode.FILE_UNWRITABLE),
    ],
)
async def test_a_disk_that_fails_changes_nothing(files, tmp_path, monkeypatch, number, code):
    (tmp_path / "a").write_bytes(b"mine")

    def fail(_):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(AssistantError) as failed:
        await files.write(tmp_path / "a", b"new", replace=True)
    assert failed.value.info.code is code
    assert (tmp_path / "a").read_bytes() == b"mine"
    assert names_in(tmp_path) == ["a"]
