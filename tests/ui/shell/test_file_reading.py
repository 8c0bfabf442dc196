import os
import sys

import pytest

from desktop_assistant.ui.composer.file_reading import MOST_BYTES, Refusal, read_file, read_files


def test_text_is_read_as_it_is(tmp_path):
    path = tmp_path / "notes.txt"
    path.write_bytes("\ufeffOne\r\ntwo – 中文\n".encode())
    read = read_file(path)
    assert (read.name, read.text, read.refusal) == ("notes.txt", "One\ntwo – 中文", None)


@pytest.mark.parametrize(
    ("content", "refusal"),
    [
        (b"x" * MOST_BYTES, None),
        (b"x" * (MOST_BYTES + 1), Refusal.TOO_LARGE),
        (b"\xff\xfe\x00a", Refusal.NOT_TEXT),
        (b"text\x00more", Refusal.NOT_TEXT),
        (b"", None),
    ],
)
def test_what_is_no_small_text_is_refused(tmp_path, content, refusal):
    path = tmp_path / "file"
    path.write_bytes(content)
    assert read_file(path).refusal is refusal


def test_folders_and_missing_files_are_refused(tmp_path):
    assert read_file(tmp_path).refusal is Refusal.NO_FILE
    assert read_file(tmp_path / "missing").refusal is Refusal.UNREADABLE


@pytest.mark.skipif(sys.platform == "win32", reason="there are no named pipes in folders")
def test_a_pipe_that_never_ends_is_not_even_opened(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    assert read_file(tmp_path / "pipe").refusal is Refusal.NO_FILE


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such device")
def test_a_device_is_refused():
    from pathlib import Path

    assert read_file(Path("/dev/zero")).refusal is Refusal.NO_FILE


async def test_files_are_read_in_their_order(tmp_path):
    for name in ("b", "a"):
        (tmp_path / name).write_text(name)
    read = await read_files((tmp_path / "b", tmp_path / "a"))
    assert [file.text for file in read] == ["b", "a"]
