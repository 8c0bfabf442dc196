"""The store for tests keeps the promises of the real one."""

import pytest

from tests.contract.store_contract import StoreContract
from tests.fakes.memory_store import MemoryStore


class TestFakeStore(StoreContract):
    @pytest.fixture
    async def store(self):
        made = MemoryStore()
        await made.open()
        yield made
        await made.close()
