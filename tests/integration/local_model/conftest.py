"""What the tests of the built-in model share: the real server, and ways to watch a process."""

import os
import select
from collections.abc import AsyncIterator, Callable, Iterator

import httpx2
import pytest

from desktop_assistant.adapters.local_model.llama import LlamaLocalModel
from desktop_assistant.ports.model_client import Endpoint


@pytest.fixture
async def local_model() -> AsyncIterator[LlamaLocalModel]:
    model = LlamaLocalModel()
    yield model
    await model.stop()


@pytest.fixture
def watch() -> Iterator[Callable[[int], Callable[[], bool]]]:
    """``gone = watch(pid)`` while it lives; ``gone()`` waits for its end and tells if it came."""
    descriptors: list[int] = []

    def start(pid: int) -> Callable[[], bool]:
        descriptor = os.pidfd_open(pid)
        descriptors.append(descriptor)
        return lambda: bool(select.select([descriptor], [], [], 20)[0])

    yield start
    for descriptor in descriptors:
        os.close(descriptor)


@pytest.fixture
def client_for() -> Callable[[Endpoint], httpx2.AsyncClient]:
    def client(endpoint: Endpoint) -> httpx2.AsyncClient:
        assert endpoint.key is not None
        return httpx2.AsyncClient(
            base_url=endpoint.base_url,
            headers={"Authorization": f"Bearer {endpoint.key.reveal()}"},
            timeout=60,
            trust_env=False,
        )

    return client
