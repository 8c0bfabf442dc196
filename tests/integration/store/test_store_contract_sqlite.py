"""The contract of every store, kept by ours in a file and in memory."""

import pytest

from desktop_assistant.adapters.sqlite_store import SqliteStore
from tests.contract.store_contract import StoreContract


class TestStoreInFile(StoreContract):
    @pytest.fixture
    async def store(self, tmp_path):
        store = SqliteStore(tmp_path / "conversations.db")
        await store.open()
        yield store
        await store.close()


class TestStoreInMemory(StoreContract):
    @pytest.fixture
    async def store(self):
        store = SqliteStore(None)
        await store.open()
        yield store
        await store.close()
