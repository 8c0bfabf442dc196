"""Who is alive, told by locks that the system releases."""

import os

import pytest

from desktop_assistant.adapters.sqlite_store import presence as module
from desktop_assistant.adapters.sqlite_store.presence import Presence


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "locks"


@pytest.fixture
def present(folder):
    """Makes presences that are announced, and lets them leave in the end."""
    made = []

    def make():
        presence = Presence(folder)
        presence.announce()
        made.append(presence)
        return presence

    yield make
    for presence in made:
        presence.leave()


def die(presence):
    """As the system does for a dead process: the lock is gone, the file stays."""
    os.close(presence._descriptor)
    presence._descriptor = None


def test_the_living_are_seen_and_those_who_left_are_not(present):
    one, other = present(), present()
    assert one.is_alive(one.token)
    assert one.is_alive(other.token)
    assert one.others() == (True, False)
    other.leave()
    other.leave()
    assert not one.is_alive(other.token)
    assert not other.is_alive(other.token)
    assert one.others() == (False, False)


def test_the_dead_are_noticed_and_tidied_away_once(present, folder):
    one, other = present(), present()
    die(other)
    assert not one.is_alive(other.token)
    assert (folder / f"{other.token}.lock").exists()
    assert one.others() == (False, True)
    assert not (folder / f"{other.token}.lock").exists()
    assert one.others() == (False, False)


def test_other_files_are_left_alone(present, folder):
    one = present()
    for name in ("window.socket", "window.lock", "x.lock"):
        (folder / name).touch()
    assert one.others() == (False, False)
    assert len(list(folder.iterdir())) == 4


@pytest.mark.parametrize("token", [None, "", "../../etc/passwd", "A" * 16])
def test_what_is_no_token_is_nobody(present, token):
    assert not present().is_alive(token)


def test_a_lock_that_cannot_be_looked_at_may_be_held(present, folder):
    one = present()
    (folder / ("0" * 16 + ".lock")).mkdir()
    assert one.is_alive("0" * 16)
    assert one.others() == (True, False)


def test_a_lock_in_a_read_only_place_can_be_looked_at(present, monkeypatch):
    one, other = present(), present()
    real = os.open

    def refuse_writing(path, flags, *rest):
        if flags & os.O_RDWR:
            raise PermissionError(13, "no", str(path))
        return real(path, flags, *rest)

    monkeypatch.setattr(module.os, "open", refuse_writing)
    assert one.is_alive(other.token)
    die(other)
    assert not one.is_alive(other.token)


@pytest.mark.parametrize("tidied", ["before the lock", "after the lock"])
def test_a_file_tidied_away_while_it_is_made_is_made_again(folder, monkeypatch, tidied):
    """Between making and locking, another process may take the file for a dead one's."""
    presence = Presence(folder)
    first = presence.token
    real = module.try_lock
    calls = []

    def lock(descriptor):
        calls.append(descriptor)
        if len(calls) > 1:
            return real(descriptor)
        (folder / f"{first}.lock").unlink()
        return tidied == "after the lock" and real(descriptor)

    monkeypatch.setattr(module, "try_lock", lock)
    presence.announce()
    assert presence.token != first
    assert [file.stem for file in folder.iterdir()] == [presence.token]
    presence.leave()
    assert list(folder.iterdir()) == []
