"""The real program on a desktop of its own."""

import pytest

from tests.end2end.desktop import Desktop, missing_parts
from tests.end2end.window_program import Program


@pytest.fixture(scope="session", autouse=True)
def _whole_desktop():
    missing = missing_parts()
    assert not missing, f"these system programs are missing, `make test` installs them: {missing}"


@pytest.fixture
def desktop(tmp_path):
    with Desktop(tmp_path) as made:
        yield made


@pytest.fixture
def desktop_with_keyring(tmp_path):
    with Desktop(tmp_path, keyring=True) as made:
        yield made


@pytest.fixture
def launch(tmp_path):
    """Starts the program; what is still running at the end is ended."""
    started = []

    def start(desktop, *arguments, shows="Message", **options):
        data_dir = tmp_path / "data"
        program = Program(desktop, data_dir, *arguments, **options)
        started.append(program)
        program.agent.find(shows)
        return program

    yield start
    for program in started:
        program.end()
