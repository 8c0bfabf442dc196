import os
import socket
import stat
import threading

import pytest

from desktop_assistant.app.second_launch import raise_running_window
from desktop_assistant.app.window_instance import WindowInstance


@pytest.fixture
def listening(tmp_path, qtbot, qapp):
    made = []

    def start(folder=tmp_path):
        raised = []
        instance = WindowInstance(folder / "window.socket", lambda: raised.append(True), qapp)
        made.append(instance)
        return folder / "window.socket", raised

    yield start
    for instance in made:
        instance.close()
        instance.deleteLater()


def launch_again(qtbot, path):
    """A second launch, beside the event loop of the first."""
    answers = []
    thread = threading.Thread(target=lambda: answers.append(raise_running_window(path)))
    thread.start()
    qtbot.waitUntil(lambda: bool(answers))
    thread.join()
    return answers[0]


def test_a_second_launch_brings_the_window_forward(listening, qtbot):
    path, raised = listening()
    assert launch_again(qtbot, path)
    assert launch_again(qtbot, path)
    assert raised == [True, True]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_nobody_listens(tmp_path):
    assert not raise_running_window(tmp_path / "window.socket")
    assert not raise_running_window(tmp_path / ("x" * 150) / "window.socket")


def test_what_a_dead_window_left_is_taken_over(listening, qtbot, tmp_path):
    dead = socket.socket(socket.AF_UNIX)
    dead.bind(str(tmp_path / "window.socket"))
    dead.close()
    path, _ = listening()
    assert launch_again(qtbot, path)


def test_a_folder_with_a_long_name(listening, qtbot, tmp_path):
    folder = tmp_path / ("long" * 30)
    folder.mkdir()
    path, raised = listening(folder)
    assert launch_again(qtbot, path)
    assert raised == [True]


def test_other_words_are_dropped(listening, qtbot):
    path, raised = listening()
    with socket.socket(socket.AF_UNIX) as channel:
        channel.connect(str(path))
        channel.sendall(b"open something else" * 1000)
        channel.setblocking(False)

        def is_dropped():
            try:
                return channel.recv(10) == b""
            except BlockingIOError:
                return False
            except ConnectionResetError:
                return True

        qtbot.waitUntil(is_dropped)
    assert raised == []


def test_more_callers_than_there_is_room_for(listening, qtbot):
    path, raised = listening()
    silent = [socket.socket(socket.AF_UNIX) for _ in range(4)]
    for channel in silent:
        channel.connect(str(path))
        qtbot.wait(10)
    assert not launch_again(qtbot, path)
    for channel in silent:
        channel.close()
    qtbot.waitUntil(lambda: launch_again(qtbot, path))
    assert raised == [True]


def test_closing_leaves_nothing_behind(listening, qapp, tmp_path):
    instance = WindowInstance(tmp_path / "other.socket", lambda: None, qapp)
    assert (tmp_path / "other.socket").exists()
    instance.close()
    instance.close()
    assert not (tmp_path / "other.socket").exists()


def test_where_it_cannot_listen_there_is_no_such_service(qapp, tmp_path):
    file = tmp_path / "file"
    file.write_text("")
    instance = WindowInstance(file / "window.socket", lambda: None, qapp)
    instance.close()
    assert os.path.exists(file)  # noqa: PTH110
