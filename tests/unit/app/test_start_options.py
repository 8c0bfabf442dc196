import os
import socket
import stat
from pathlib import Path

import pytest

from desktop_assistant.app.display import is_terminal, missing_display
from desktop_assistant.app.options import start_options
from desktop_assistant.app.paths import data_folder
from desktop_assistant.app.resources import resources_folder
from desktop_assistant.app.surroundings import surroundings
from desktop_assistant.domain.errors import InvalidInputError


@pytest.mark.parametrize(
    ("arguments", "folder", "wants_window"),
    [
        ([], None, True),
        (["--data-dir", "/x y"], "/x y", True),
        (["--data-dir=/x"], "/x", True),
        (["ask", "--data-dir", "/x", "hi"], "/x", False),
        (["--data-dir"], None, False),
        (["--version"], None, False),
    ],
)
def test_what_matters_before_anything_is_loaded(arguments, folder, wants_window):
    options = start_options(arguments, {})
    assert options.data_dir == (Path(folder) if folder else None)
    assert options.wants_window is wants_window


def test_the_environment_names_a_folder_and_the_command_line_wins():
    environ = {"DESKTOP_ASSISTANT_DATA_DIR": "/env"}
    assert start_options([], environ).data_dir == Path("/env")
    assert start_options(["--data-dir", "/arg"], environ).data_dir == Path("/arg")
    assert start_options([], {"DESKTOP_ASSISTANT_DATA_DIR": ""}).data_dir is None


def test_the_data_folder_is_made_private_whatever_the_umask(tmp_path):
    old = os.umask(0)
    try:
        folder = data_folder(tmp_path / "a" / "Ünïcode dir")
    finally:
        os.umask(old)
    assert stat.S_IMODE(folder.root.stat().st_mode) == 0o700
    assert folder.database.parent == folder.root
    folder.root.chmod(0o755)
    data_folder(folder.root)
    assert stat.S_IMODE(folder.root.stat().st_mode) == 0o700


def test_files_put_there_by_hand_are_made_private_and_links_are_left_alone(tmp_path):
    folder, elsewhere = tmp_path / "data", tmp_path / "elsewhere.toml"
    folder.mkdir()
    for file in (folder / "settings.toml", elsewhere):
        file.write_text("")
        file.chmod(0o644)
    (folder / "linked.toml").symlink_to(elsewhere)
    data_folder(folder)
    assert stat.S_IMODE((folder / "settings.toml").stat().st_mode) == 0o600
    assert stat.S_IMODE(elsewhere.stat().st_mode) == 0o644


def test_a_folder_that_cannot_be_is_named(tmp_path):
    file = tmp_path / "file"
    file.write_text("")
    with pytest.raises(InvalidInputError, match="file"):
        data_folder(file)
    with pytest.raises(InvalidInputError, match="--data-dir"):
        data_folder(file / "below")


def test_no_display_is_told_in_one_sentence(tmp_path):
    assert missing_display({}, "linux") == ("There is no display here, so no window can be opened.")
    assert ":4711" in (missing_display({"DISPLAY": ":4711"}, "linux") or "")
    assert missing_display({}, "win32") is None
    assert missing_display({"QT_QPA_PLATFORM": "offscreen"}, "linux") is None
    assert missing_display({"DISPLAY": "far.example:0"}, "linux") is None
    wayland = {"WAYLAND_DISPLAY": "wayland-0", "XDG_RUNTIME_DIR": str(tmp_path)}
    assert missing_display(wayland, "linux") is not None
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(tmp_path / "wayland-0"))
        listening.listen()
        assert missing_display(wayland, "linux") is None


def test_a_closed_stream_is_no_terminal():
    reader, writer = os.pipe()
    assert not is_terminal(reader)
    os.close(reader)
    os.close(writer)
    assert not is_terminal(reader)


@pytest.mark.parametrize(
    ("environ", "language"),
    [
        ({}, "English"),
        ({"LANG": "C"}, "English"),
        ({"LANG": "de_DE.UTF-8"}, "German"),
        ({"LC_ALL": "", "LANG": "zh_CN"}, "Chinese"),
        ({"LC_ALL": "fr_FR", "LANG": "de_DE"}, "French"),
        ({"LANG": "xx_YY"}, "English"),
    ],
)
def test_what_the_prompts_variables_may_tell(environ, language):
    told = surroundings(environ, "linux")
    assert (told.language, told.system) == (language, "Linux")
    assert surroundings({}, "plan9").system == "plan9"


def test_the_resources_are_found():
    assert (resources_folder() / "icons" / "app-mark.svg").is_file()
    assert (resources_folder() / "theme" / "tokens.json").is_file()
