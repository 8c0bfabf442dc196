"""Keeps the services in use, so that connections are used again; brings the SDK in when needed."""

import asyncio
from collections import OrderedDict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib import import_module
from typing import TYPE_CHECKING, TypeAlias

from desktop_assistant.adapters.openai_client.proxies import Proxy, proxy_for
from desktop_assistant.ports.model_client import Endpoint

if TYPE_CHECKING:
    from desktop_assistant.adapters.openai_client.service import Service

_MOST_KEPT = 8

_Key: TypeAlias = tuple[Endpoint, Proxy | None, tuple[str, ...]]


class Services:
    """Services by endpoint. A changed key, address, proxy or trust is another service."""

    def __init__(self) -> None:
        self._kept: OrderedDict[_Key, Service] = OrderedDict()

    @asynccontextmanager
    async def use(self, endpoint: Endpoint) -> AsyncIterator["Service"]:
        """The service of an endpoint, for the length of one request.

        Raises:
            AssistantError: if its proxy or its certificates cannot be used.
        """
        service = await self._get(endpoint)
        service.users += 1
        try:
            await self._make_room()
            yield service
        finally:
            service.users -= 1

    async def load(self) -> None:
        """Imports the SDK on a worker thread."""
        await asyncio.to_thread(_load)

    async def close(self) -> None:
        """Closes all services."""
        while self._kept:
            _, service = self._kept.popitem()
            await service.close()

    async def _get(self, endpoint: Endpoint) -> "Service":
        key = await asyncio.to_thread(_key, endpoint)
        service = self._kept.get(key)
        if service is None:
            made = await asyncio.to_thread(_make, key)
            # Another request may have made it meanwhile; ours has no connection yet.
            service = self._kept.setdefault(key, made)
        self._kept.move_to_end(key)
        return service

    async def _make_room(self) -> None:
        idle = [key for key, service in self._kept.items() if not service.users]
        surplus = max(0, len(self._kept) - _MOST_KEPT)
        for service in [self._kept.pop(key) for key in idle[:surplus]]:
            await service.close()


def _load() -> None:
    import_module("desktop_assistant.adapters.openai_client.service")


def _key(endpoint: Endpoint) -> _Key:
    # Asks the system, which on some systems takes a while.
    from desktop_assistant.adapters.openai_client.tls import trusted_by_environment

    return endpoint, proxy_for(endpoint), trusted_by_environment()


def _make(key: _Key) -> "Service":
    from desktop_assistant.adapters.openai_client.service import Service

    endpoint, proxy, _ = key
    return Service(endpoint, proxy)
