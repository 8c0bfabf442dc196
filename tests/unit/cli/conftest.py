import pytest

from tests.fakes.terminal import Terminal


@pytest.fixture
def terminal():
    return Terminal()
