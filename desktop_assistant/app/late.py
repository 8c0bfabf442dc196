"""Parts that are made at their first use, so that the first paint need not wait for their code.

Each stands for an adapter behind its port and forwards to it; what the adapter is, and why its
methods do what they do, the port says.
"""

import asyncio
from collections.abc import AsyncGenerator, Callable
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from desktop_assistant.domain.ids import ProviderId
    from desktop_assistant.domain.stream import StreamEvent
    from desktop_assistant.ports.local_model import LocalModel, LocalModelOptions, LocalModelStatus
    from desktop_assistant.ports.model_client import (
        Endpoint,
        ModelClient,
        ModelInfo,
        ModelRequest,
    )
    from desktop_assistant.ports.secret_store import KeyringStatus, SecretStore, StoredKey

T = TypeVar("T")


class _Late(Generic[T]):
    """Makes a part once."""

    def __init__(self, make: Callable[[], T]) -> None:
        self._make = make
        self._made: T | None = None

    @property
    def is_made(self) -> bool:
        """Whether it was used yet; what was not need not be closed."""
        return self._made is not None

    async def load(self) -> None:
        """Imports the part's code on a worker thread.

        It is the import that takes long. What is made there is thrown away, so that the part is
        always made on the thread that uses it, and once.
        """
        if not self.is_made:
            await asyncio.to_thread(self._make)

    @property
    def part(self) -> T:
        """The part."""
        if self._made is None:
            self._made = self._make()
        return self._made


class LateModelClient:
    """Stands for the client of model services."""

    def __init__(self, make: "Callable[[], ModelClient]") -> None:
        self._late = _Late(make)

    async def load(self) -> None:
        """Gets ready what takes long at first use."""
        await self._late.part.load()

    def stream(self, request: "ModelRequest") -> "AsyncGenerator[StreamEvent, None]":
        """The reply as events."""
        return self._late.part.stream(request)

    async def list_models(self, endpoint: "Endpoint") -> "list[ModelInfo]":
        """The provider's models."""
        return await self._late.part.list_models(endpoint)

    async def close(self) -> None:
        """Closes all connections."""
        if self._late.is_made:
            await self._late.part.close()


class LateSecretStore:
    """Stands for the keyring."""

    def __init__(self, make: "Callable[[], SecretStore]") -> None:
        self._late = _Late(make)

    async def get(self, provider_id: "ProviderId") -> "StoredKey | None":
        """A provider's key."""
        return await self._late.part.get(provider_id)

    async def set(self, provider_id: "ProviderId", key: "StoredKey") -> None:
        """Stores a key."""
        await self._late.part.set(provider_id, key)

    async def delete(self, provider_id: "ProviderId") -> bool:
        """Forgets a key."""
        return await self._late.part.delete(provider_id)

    async def status(self) -> "KeyringStatus":
        """Whether keys can be kept."""
        return await self._late.part.status()

    async def close(self) -> None:
        """Lets the keyring go."""
        if self._late.is_made:
            await self._late.part.close()


class LateLocalModel:
    """Stands for the built-in model."""

    def __init__(self, make: "Callable[[], LocalModel]") -> None:
        self._late = _Late(make)
        self._options: LocalModelOptions | None = None

    async def load(self) -> None:
        """Gets ready what takes long at the first look."""
        await self._late.load()

    @property
    def status(self) -> "LocalModelStatus":
        """What is known now."""
        return self._part().status

    def configure(self, options: "LocalModelOptions") -> None:
        """Takes new options."""
        self._options = options
        if self._late.is_made:
            self._late.part.configure(options)

    async def endpoint(self) -> "Endpoint":
        """Where the running server answers."""
        return await self._part().endpoint()

    async def stop(self) -> None:
        """Ends the child process, if there is one."""
        if self._late.is_made:
            await self._late.part.stop()

    def _part(self) -> "LocalModel":
        if not self._late.is_made and self._options is not None:
            self._late.part.configure(self._options)
        return self._late.part
