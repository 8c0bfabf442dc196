"""Changes that take long are in force at once, and on the disk in the end."""

import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from desktop_assistant.adapters.settings_file import TomlSettingsFile, UnhurriedSettingsFile
from desktop_assistant.domain.errors import AssistantError, InvalidInputError, ProblemCode, problem
from desktop_assistant.settings import schema

TEMPERATURE, STREAM = schema.TEMPERATURE.key, schema.STREAM.key


class SlowFile(TomlSettingsFile):
    """Waits before it writes until it may, and then perhaps fails."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.may_write = threading.Event()
        self.fails = False

    def write(self, changes, *, removed=()):
        assert self.may_write.wait(30)
        if self.fails:
            raise problem(ProblemCode.SETTINGS_NOT_SAVED, path=str(self.path), reason="full")
        super().write(changes, removed=removed)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "settings.toml"


@pytest.fixture
def slow(path):
    return SlowFile(path)


@pytest.fixture
def file(slow):
    unhurried = UnhurriedSettingsFile(slow, patience_s=0.01)
    yield unhurried
    slow.may_write.set()
    settled(unhurried)


def settled(file):
    """Waits for what is written in the background."""
    writer: ThreadPoolExecutor = file._writer
    writer.submit(lambda: None).result(30)


def test_a_healthy_disk_is_waited_for(path: Path) -> None:
    file = UnhurriedSettingsFile(TomlSettingsFile(path), patience_s=30)
    file.write({TEMPERATURE: 0.5})
    assert "temperature = 0.5" in path.read_text()
    assert file.path == path
    with pytest.raises(InvalidInputError):
        file.write({TEMPERATURE: "hot"})
    path.write_text("this = = is no toml")
    with pytest.raises(AssistantError) as caught:
        file.write({TEMPERATURE: 1.0})
    assert caught.value.info.code is ProblemCode.SETTINGS_UNREADABLE
    assert path.read_text() == "this = = is no toml"


def test_a_slow_disk_holds_nobody_up(file, slow, path) -> None:
    path.write_text("[chat]\nreply_limit = 7\nstream = false\n")
    file.write({TEMPERATURE: 0.5, schema.REPLY_LIMIT.key: None}, removed=(STREAM,))
    file.write({TEMPERATURE: 0.75})

    settings = file.load().settings
    assert settings.get(schema.TEMPERATURE) == 0.75
    assert settings.get(schema.REPLY_LIMIT) is None
    assert settings.get(schema.STREAM)
    assert "temperature" not in path.read_text()

    slow.may_write.set()
    settled(file)
    assert TomlSettingsFile(path).load() == file.load()
    assert "temperature = 0.75" in path.read_text()


def test_a_late_failure_is_told_until_writing_works_again(file, slow, path, caplog) -> None:
    slow.fails = True
    file.write({TEMPERATURE: 0.5})
    assert file.load().problems == ()
    slow.may_write.set()
    settled(file)
    assert [p.code for p in file.load().problems] == [ProblemCode.SETTINGS_NOT_SAVED]
    assert file.load().settings.get(schema.TEMPERATURE) is None
    assert "could not be written after all" in caplog.text

    slow.fails = False
    again = UnhurriedSettingsFile(slow, patience_s=30)
    again.write({TEMPERATURE: 1.0})
    file._patience_s = 30
    file.write({TEMPERATURE: 1.0})
    assert file.load().problems == ()


def test_a_late_failure_gives_another_stamp(file, slow) -> None:
    before = file.stamp()
    slow.fails = True
    file.write({TEMPERATURE: 0.5})
    slow.may_write.set()
    settled(file)
    assert file.stamp() != before
