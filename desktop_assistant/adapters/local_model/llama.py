"""The port ``LocalModel``: one llama.cpp server, started at the first use."""

import asyncio
import secrets
from pathlib import Path

from desktop_assistant.adapters.local_model.model_files import ModelFile, chosen_model_file
from desktop_assistant.adapters.local_model.order import Order
from desktop_assistant.adapters.local_model.server_process import ServerProcess
from desktop_assistant.domain.errors import AssistantError, ProblemCode
from desktop_assistant.domain.secret import Secret
from desktop_assistant.ports.local_model import (
    LocalModelOptions,
    LocalModelState,
    LocalModelStatus,
)
from desktop_assistant.ports.model_client import Endpoint
from desktop_assistant.settings.providers import LOCAL_MODEL_NAME

_START_LIMIT_S = 180.0
"""A large model file on a slow disk takes its time; the user can stop the reply meanwhile."""
_END_GRACE_S = 2.0


class LlamaLocalModel:
    """Runs at most one server; a server that died or whose options changed is replaced."""

    def __init__(
        self,
        options: LocalModelOptions | None = None,
        *,
        log_file: Path | None = None,
        start_limit_s: float = _START_LIMIT_S,
        end_grace_s: float = _END_GRACE_S,
    ) -> None:
        self._options = options or LocalModelOptions()
        self._log_file = log_file
        self._start_limit_s = start_limit_s
        self._end_grace_s = end_grace_s
        self._server: ServerProcess | None = None
        self._changing_server = asyncio.Lock()

    async def load(self) -> None:
        """Nothing is left to do: what takes long was the import of this module."""

    @property
    def status(self) -> LocalModelStatus:
        """What is known now; looks for the model file, and starts nothing."""
        try:
            file = chosen_model_file(self._options.model_file)
        except AssistantError as error:
            missing = error.info.code is ProblemCode.LOCAL_MODEL_NOT_INSTALLED
            state = LocalModelState.NOT_INSTALLED if missing else LocalModelState.FAILED
            return LocalModelStatus(state, LOCAL_MODEL_NAME, None, error.info)
        server = self._server
        if server is None or not self._fits(server, file):
            return LocalModelStatus(LocalModelState.IDLE, file.name, file.path)
        if server.has_ended:
            info = server.failure.info
            return LocalModelStatus(LocalModelState.FAILED, file.name, file.path, info)
        state = LocalModelState.READY if server.is_ready else LocalModelState.STARTING
        return LocalModelStatus(state, file.name, file.path, pid=server.pid)

    def configure(self, options: LocalModelOptions) -> None:
        """Takes new options; a running server that differs is replaced at the next use."""
        self._options = options

    async def endpoint(self) -> Endpoint:
        """Where the running server answers; starts it if need be.

        Callers at the same time share one start, and one that is cancelled does not stop it.

        Raises:
            AssistantError: if it is not installed, the file is bad, or it does not start.
        """
        async with self._changing_server:
            server = await self._current_server()
        port = await server.port(self._start_limit_s)
        return Endpoint(
            name=server.order.model_name,
            base_url=f"http://127.0.0.1:{port}/v1",
            key=Secret(server.order.token),
            proxy="none",
        )

    async def stop(self) -> None:
        """Ends the child process, if there is one."""
        async with self._changing_server:
            await self._end_server()

    async def _current_server(self) -> ServerProcess:
        file = chosen_model_file(self._options.model_file)
        server = self._server
        if server is None or server.is_leaving or not self._fits(server, file):
            await self._end_server()
            server = self._server = ServerProcess(self._order(file), self._log_file)
        return server

    async def _end_server(self) -> None:
        if self._server is not None:
            await self._server.end(self._end_grace_s)
            self._server = None

    def _order(self, file: ModelFile, token: str = "") -> Order:
        return Order(
            token=token or secrets.token_urlsafe(32),
            model_file=str(file.path),
            model_name=file.name,
            shipped=file.shipped,
            threads=self._options.threads,
            context_tokens=self._options.context_tokens,
        )

    def _fits(self, server: ServerProcess, file: ModelFile) -> bool:
        return server.order == self._order(file, server.order.token)
