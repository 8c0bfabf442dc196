"""What is made of a file that a person has written."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_assistant.adapters.settings_file import TomlSettingsFile
from desktop_assistant.domain.errors import ErrorInfo, ProblemCode
from desktop_assistant.settings import schema
from desktop_assistant.settings.providers import provider
from desktop_assistant.settings.values import Settings


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "settings.toml"


def only_problem(path: Path) -> ErrorInfo:
    loaded = TomlSettingsFile(path).load()
    [problem] = loaded.problems
    return problem


def test_without_a_file_the_defaults_are_in_force(path: Path) -> None:
    loaded = TomlSettingsFile(path).load()

    assert loaded.settings == Settings()
    assert loaded.problems == ()
    assert not path.exists()


def test_tables_of_any_form_are_keys(path: Path) -> None:
    path.write_text(
        """
        chat.stream = false
        [appearance]
        theme = "dark"   # at night
        [providers.work]
        name = "Work"
        base_url = "https://LLM.example.org/v1/"
        [providers]
        home = {name = "Home", needs_key = false}
        [timeouts]
        idle_s = 5
        """
    )

    loaded = TomlSettingsFile(path).load()

    assert loaded.problems == ()
    assert loaded.settings.get(schema.STREAM) is False
    assert loaded.settings.get(schema.THEME) == "dark"
    assert loaded.settings.get(schema.IDLE_TIMEOUT) == 5.0
    assert provider(loaded.settings, "work").base_url == "https://llm.example.org/v1"
    assert provider(loaded.settings, "home").needs_key is False


def test_the_marks_of_an_editor_on_windows_do_no_harm(path: Path) -> None:
    path.write_bytes("\ufeff[chat]\r\nstream = false\r\n".encode())

    loaded = TomlSettingsFile(path).load()

    assert loaded.settings.get(schema.STREAM) is False


@pytest.mark.parametrize(
    ("entry", "code", "key"),
    [
        ("chat.temperature = 3", ProblemCode.BAD_SETTING, "chat.temperature"),
        ("chat.temperature = nan", ProblemCode.BAD_SETTING, "chat.temperature"),
        ("chat.stream = 'yes'", ProblemCode.BAD_SETTING, "chat.stream"),
        ("chat.model = ['a']", ProblemCode.BAD_SETTING, "chat.model"),
        ("chat.model = 2026-01-01", ProblemCode.BAD_SETTING, "chat.model"),
        ("appearance.theme = 'pink'", ProblemCode.BAD_SETTING, "appearance.theme"),
        ("chat.colour = 'red'", ProblemCode.UNKNOWN_SETTING, "chat.colour"),
        ("chat.stream.x = 1", ProblemCode.UNKNOWN_SETTING, "chat.stream.x"),
        ("chat = 1", ProblemCode.UNKNOWN_SETTING, "chat"),
        ("[[providers]]\nname = 'x'", ProblemCode.UNKNOWN_SETTING, "providers"),
        ("[providers.BAD]\nname = 'x'", ProblemCode.UNKNOWN_SETTING, "providers.BAD.name"),
        ("'chat.stream' = false", ProblemCode.UNKNOWN_SETTING, '"chat.stream"'),
    ],
)
def test_a_bad_entry_is_named_and_the_rest_still_counts(
    path: Path, entry: str, code: ProblemCode, key: str
) -> None:
    path.write_text(f"log.level = 'debug'\n{entry}\n")

    loaded = TomlSettingsFile(path).load()

    [problem] = loaded.problems
    assert problem.code is code
    assert problem.params["key"] == key
    assert key in problem.title
    assert loaded.settings.chosen() == {"log.level": "debug"}


def test_each_bad_entry_is_named_once(path: Path) -> None:
    path.write_text("[chat]\nstream = 1\ntop_p = 7\n[unknown]\na = 1\nb = 2\n")

    problems = TomlSettingsFile(path).load().problems

    keys = [problem.params["key"] for problem in problems]
    assert keys == ["chat.stream", "chat.top_p", "unknown.a", "unknown.b"]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"[chat]\nstream = tru\n", "line 2: "),
        (b"[chat]\nstream = true\nstream = false\n", "line 3: "),
        (b"[chat", "at end of document"),
        (b"[chat]\nmodel = 'a\xff'\n", "line 2 is not UTF-8"),
        (b"\x00", "line 1: "),
        (b"x = " + b"9" * 5000, "digit"),
        (b"x = " + b"[" * 100_000, "nested too deeply"),
        (b"PK\x03\x04 a zip file", "line 1"),
    ],
)
def test_a_file_that_is_no_toml_is_told_with_its_place(
    path: Path, content: bytes, reason: str
) -> None:
    path.write_bytes(content)

    problem = only_problem(path)

    assert problem.code is ProblemCode.SETTINGS_UNREADABLE
    assert str(path) in problem.hint
    assert reason in problem.hint
    assert TomlSettingsFile(path).load().settings == Settings()


def test_a_folder_in_its_place(path: Path) -> None:
    path.mkdir()

    assert only_problem(path).params["reason"] == "Is a directory"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(path: Path) -> None:
    path.touch(mode=0o000)

    assert only_problem(path).params["reason"] == "Permission denied"


@given(content=st.binary(max_size=200))
def test_nothing_a_file_holds_raises(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    path = tmp_path_factory.getbasetemp() / "any.toml"
    path.write_bytes(content)

    loaded = TomlSettingsFile(path).load()

    assert loaded.settings.chosen() == {} or not loaded.problems


@pytest.mark.parametrize(
    ("entry", "shown"),
    [('stream = "true"', '"true"'), ("stream = 3", "3"), ("model = true", "True")],
)
def test_a_value_of_the_wrong_kind_is_told_as_it_is_written(tmp_path, entry, shown):
    path = tmp_path / "settings.toml"
    path.write_text(f"[chat]\n{entry}\n")
    [problem] = TomlSettingsFile(path).load().problems
    assert problem.params["value"] == shown
