"""What becomes of a file that a person has written, when the program changes a setting."""

import errno
import os
import signal
import stat
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
import tomlkit
from hypothesis import example, given
from hypothesis import strategies as st

from desktop_assistant.adapters.settings_file import TomlSettingsFile, replacing
from desktop_assistant.adapters.settings_file.editing import edit
from desktop_assistant.adapters.settings_file.folder_lock import locked
from desktop_assistant.adapters.settings_file.reading import UnreadableError, flat
from desktop_assistant.domain.errors import AssistantError, InvalidInputError, ProblemCode
from desktop_assistant.settings import schema
from desktop_assistant.settings.declaration import SettingValue

ROOT = Path(__file__).resolve().parents[3]
BY_HAND = """\
# My settings

[appearance]      # at night
theme = "dark"
reading_size = 17 # my eyes

[chat]
# terse, and fast
stream = true     # keep this comment
future_option = [1, 2]

[providers.work]
name = "Work"
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "settings.toml"


def failure(file: TomlSettingsFile, changes: dict[str, SettingValue]) -> AssistantError:
    with pytest.raises(AssistantError) as caught:
        file.write(changes)
    return caught.value


def test_only_what_is_changed_changes(path: Path) -> None:
    path.write_text(BY_HAND)

    TomlSettingsFile(path).write({"chat.stream": False}, removed=("appearance.theme",))

    changed = BY_HAND.replace("stream = true ", "stream = false").replace('theme = "dark"\n', "")
    assert path.read_text().split() == changed.split()
    assert "stream = false     # keep this comment" in path.read_text()


def test_new_entries_come_in_tables_of_their_own(path: Path) -> None:
    path.write_text(BY_HAND)
    file = TomlSettingsFile(path)

    file.write({"providers.home.name": "Home", "providers.work.model": "m", "retries.count": 0})

    text = path.read_text()
    assert '[providers.home]\nname = "Home"' in text
    assert '[providers.work]\nname = "Work"\nmodel = "m"' in text
    assert "[retries]\ncount = 0" in text
    assert [problem.params["key"] for problem in file.load().problems] == ["chat.future_option"]


def test_an_emptied_table_goes_unless_somebody_wrote_into_it(path: Path) -> None:
    path.write_text("[providers.a]\nname = 'A'\n[providers.b]\n# mine\nname = 'B'\n")

    TomlSettingsFile(path).write({}, removed=("providers.a.name", "providers.b.name"))

    assert "providers.a" not in path.read_text()
    assert "[providers.b]\n# mine" in path.read_text()


def test_unset_is_no_entry(path: Path) -> None:
    path.write_text("[chat]\ntemperature = 0.5\nstream = false\n")

    TomlSettingsFile(path).write({"chat.temperature": None})

    assert path.read_text() == "[chat]\nstream = false\n"


def test_a_text_of_several_lines_stays_readable(path: Path) -> None:
    prompt = 'Be brief.\nSay "no" with \\ and """.\n'

    TomlSettingsFile(path).write({"chat.system_prompt": prompt})

    assert 'system_prompt = """Be brief.\nSay "no"' in path.read_text()
    assert TomlSettingsFile(path).load().settings.get(schema.SYSTEM_PROMPT) == prompt


def test_a_new_file_explains_itself_and_is_private(tmp_path: Path) -> None:
    file = TomlSettingsFile(tmp_path / "data" / "settings.toml")
    before = os.umask(0o000)
    try:
        file.write({"chat.stream": False})
    finally:
        os.umask(before)

    assert file.path.read_text().startswith("# Settings of Desktop Assistant.")
    assert stat.S_IMODE(file.path.parent.stat().st_mode) == 0o700
    assert {stat.S_IMODE(f.stat().st_mode) for f in file.path.parent.iterdir()} == {0o600}
    assert file.load().settings.chosen() == {"chat.stream": False}


def test_its_stamp_tells_that_somebody_wrote(path: Path) -> None:
    file = TomlSettingsFile(path)
    assert file.stamp() is None
    TomlSettingsFile(path).write({"retries.count": 1})
    first = file.stamp()
    assert first == file.stamp() is not None
    TomlSettingsFile(path).write({"retries.count": 2})
    assert file.stamp() != first


def test_the_strictest_umask_leaves_us_our_own_file(path: Path) -> None:
    before = os.umask(0o777)
    try:
        TomlSettingsFile(path).write({"chat.stream": False})
    finally:
        os.umask(before)

    assert {stat.S_IMODE(file.stat().st_mode) for file in path.parent.iterdir()} == {0o600}


def test_taking_out_what_is_not_there_makes_no_file(path: Path) -> None:
    TomlSettingsFile(path).write({}, removed=("chat.stream",))

    assert not path.exists()


def test_without_a_change_the_file_is_not_touched(path: Path) -> None:
    path.write_text(BY_HAND)
    before = path.stat()

    TomlSettingsFile(path).write({"chat.stream": True}, removed=("retries.count",))

    assert path.stat().st_ino == before.st_ino


def test_changes_made_by_hand_meanwhile_are_kept(path: Path) -> None:
    file = TomlSettingsFile(path)
    file.write({"chat.stream": False})
    path.write_text(path.read_text() + '\n[log]\nlevel = "debug" # for now\n')

    file.write({"chat.stream": True})

    assert file.load().settings.chosen() == {"chat.stream": True, "log.level": "debug"}
    assert "# for now" in path.read_text()


def test_a_link_stays_a_link(path: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "dotfiles"
    elsewhere.mkdir()
    (elsewhere / "assistant.toml").write_text(BY_HAND)
    path.symlink_to(elsewhere / "assistant.toml")

    TomlSettingsFile(path).write({"chat.stream": False})

    assert path.is_symlink()
    assert "stream = false" in (elsewhere / "assistant.toml").read_text()


@pytest.mark.parametrize(
    "content", [b"[chat]\nstream = tru\n", b"\xff", b"chat = 3 # mine\n", b""], ids=repr
)
def test_a_file_that_cannot_be_changed_is_left_as_it_is(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    file = TomlSettingsFile(path)
    if not content:
        file.write({"chat.stream": False})
        assert path.read_text().strip() == "[chat]\nstream = false"
        return

    error = failure(file, {"chat.stream": False})

    assert error.info.code is ProblemCode.SETTINGS_UNREADABLE
    assert isinstance(error, InvalidInputError)
    assert str(path) in error.info.hint
    assert path.read_bytes() == content
    assert {entry.name for entry in path.parent.iterdir()} == {path.name, f"{path.name}.lock"}


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"chat.colour": "red"}, ProblemCode.UNKNOWN_SETTING),
        ({"chat.top_p": 2}, ProblemCode.BAD_SETTING),
    ],
)
def test_what_is_no_setting_is_not_written(
    path: Path, changes: dict[str, SettingValue], code: ProblemCode
) -> None:
    assert failure(TomlSettingsFile(path), changes).info.code is code
    assert not path.exists()


@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EROFS])
def test_a_disk_that_takes_nothing_leaves_the_file(
    path: Path, monkeypatch: pytest.MonkeyPatch, error: int
) -> None:
    def refuse(_descriptor: int) -> None:
        raise OSError(error, os.strerror(error))

    path.write_text(BY_HAND)
    monkeypatch.setattr(replacing.os, "fsync", refuse)

    problem = failure(TomlSettingsFile(path), {"chat.stream": False}).info

    assert problem.code is ProblemCode.SETTINGS_NOT_SAVED
    assert os.strerror(error) in problem.hint
    assert path.read_text() == BY_HAND
    assert {entry.name for entry in path.parent.iterdir()} == {path.name, f"{path.name}.lock"}


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "taken").touch()
    file = TomlSettingsFile(tmp_path / "taken" / "settings.toml")

    assert failure(file, {"chat.stream": False}).info.code is ProblemCode.SETTINGS_NOT_SAVED


def test_a_program_that_never_gives_the_lock_back_does_not_hang_us(path: Path) -> None:
    with locked(path.with_name("settings.toml.lock"), 1):
        error = failure(TomlSettingsFile(path, lock_limit_s=0.02), {"chat.stream": False})

    assert error.info.code is ProblemCode.SETTINGS_NOT_SAVED
    assert "another program is changing it" in error.info.hint


def writer(path: Path, program: str) -> "subprocess.Popen[bytes]":
    lines = f"""
import sys
from pathlib import Path
from desktop_assistant.adapters.settings_file import TomlSettingsFile
file = TomlSettingsFile(Path({str(path)!r}))
{program}
"""
    environment = {"PYTHONPATH": str(ROOT), "PATH": os.environ["PATH"]}
    return subprocess.Popen([sys.executable, "-c", lines], env=environment, stdout=subprocess.PIPE)


def test_two_programs_lose_nothing_of_each_other(path: Path) -> None:
    path.write_text(BY_HAND)
    writers = [
        writer(path, f"for n in range(25): file.write({{f'providers.{who}{{n}}.name': 'x'}})")
        for who in "ab"
    ]
    for process in writers:
        with process:
            assert process.wait(60) == 0

    entries = flat(path.read_text())

    assert flat(BY_HAND).items() <= entries.items()
    assert {f"providers.{who}{n}.name" for who in "ab" for n in range(25)} <= entries.keys()


@pytest.fixture
def busy_writer(path: Path) -> Iterator["subprocess.Popen[bytes]"]:
    path.write_text(BY_HAND)
    endless = """
n = 0
while True:
    file.write({"retries.count": n % 10})
    n += 1
    if n == 5: print(flush=True)
"""
    with writer(path, endless) as process:
        yield process
        process.kill()


@pytest.mark.parametrize("_attempt", range(5))
def test_a_program_killed_while_it_writes_leaves_a_whole_file(
    path: Path, busy_writer: "subprocess.Popen[bytes]", _attempt: int
) -> None:
    assert busy_writer.stdout is not None
    busy_writer.stdout.readline()

    busy_writer.send_signal(signal.SIGKILL)
    busy_writer.wait(20)

    entries = tomllib.loads(path.read_text())
    assert entries["retries"]["count"] in range(10)
    assert entries["providers"] == {"work": {"name": "Work"}}
    TomlSettingsFile(path).write({"retries.count": 1})  # its lock is free again


KEYS = st.sampled_from(
    ["chat.stream", "chat.model", "chat.x", "providers.a.name", "providers.b.name", "log.level"]
)
VALUES = st.one_of(st.booleans(), st.integers(-9, 9), st.floats(), st.text(max_size=20))


@st.composite
def documents(draw: st.DrawFn) -> str:
    """Entries in tables and as dotted keys, with comments, in any order."""
    at_the_top: list[str] = []
    tables: dict[str, list[str]] = {}
    for key, value in draw(st.dictionaries(KEYS, VALUES, max_size=5)).items():
        folder, name = key.rsplit(".", 1)
        written = tomlkit.item(value).as_string()
        comment = draw(st.sampled_from(["", "  # why", "\n# below"]))
        if draw(st.booleans()):
            at_the_top.append(f"{key} = {written}{comment}")
        else:
            tables.setdefault(folder, []).append(f"{name} = {written}{comment}")
    blocks = ["\n".join([f"[{folder}]", *lines]) for folder, lines in tables.items()]
    return "\n".join(["# top", *at_the_top, *draw(st.permutations(blocks)), ""])


def exactly(entries: dict[str, object]) -> dict[str, str]:
    return {key: repr(value) for key, value in entries.items()}


@given(
    text=documents(),
    changes=st.dictionaries(KEYS, VALUES, max_size=3),
    removed=st.lists(KEYS, max_size=2, unique=True),
)
@example("# top\nproviders.a.name = 1\nchat.x = 2\n[log]\n", {"providers.b.name": "B"}, [])
def test_any_change_of_any_file_gives_exactly_the_wanted_entries(
    text: str, changes: dict[str, SettingValue], removed: list[str]
) -> None:
    try:
        before = flat(text)
    except UnreadableError:
        return  # TOML does not allow one table in two places
    changes = {key: value for key, value in changes.items() if key not in removed}
    kept = {key: value for key, value in before.items() if key not in removed}

    edited = edit(text, changes, removed)

    assert exactly(flat(edited)) == exactly({**kept, **changes})
    assert edited.startswith("# top")
    if not removed:
        assert edited.count("# why") >= text.count("# why")
        assert edited.count("# below") >= text.count("# below")
