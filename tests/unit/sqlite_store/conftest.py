"""A library in memory, without threads: the functions that read and write it, called directly."""

import pytest

from desktop_assistant.adapters.sqlite_store.library import empty_in_memory
from desktop_assistant.adapters.sqlite_store.migrations import MIGRATIONS


@pytest.fixture
def database():
    database = empty_in_memory(MIGRATIONS)
    yield database
    database.close()
