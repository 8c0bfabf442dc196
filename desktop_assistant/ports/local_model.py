"""The built-in model: a server of our own in a child process."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from desktop_assistant.domain.errors import ErrorInfo
from desktop_assistant.ports.model_client import Endpoint


class LocalModelState(StrEnum):
    """Where the child process is."""

    NOT_INSTALLED = "not_installed"
    IDLE = "idle"
    """Can be started; starts at the first use."""
    STARTING = "starting"
    READY = "ready"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class LocalModelStatus:
    """What the window and ``doctor`` tell about the built-in model."""

    state: LocalModelState
    model_name: str
    model_file: Path | None
    problem: ErrorInfo | None = None
    pid: int | None = None


@dataclass(frozen=True, slots=True)
class LocalModelOptions:
    """What the settings say about it."""

    model_file: str = ""
    """A GGUF file, or empty for the one that came with the app."""
    threads: int = 0
    context_tokens: int = 8192


class LocalModel(Protocol):
    """Starts the server at first use and never leaves it behind."""

    async def load(self) -> None:
        """Gets ready what takes long at the first look; starts nothing."""
        ...

    @property
    def status(self) -> LocalModelStatus:
        """What is known now, without starting anything."""
        ...

    def configure(self, options: LocalModelOptions) -> None:
        """Takes new options; a running server that differs is replaced at the next use."""
        ...

    async def endpoint(self) -> Endpoint:
        """Where the running server answers; starts it if need be (about a second).

        Raises:
            AssistantError: if it is not installed, the file is bad, or it does not start.
        """
        ...

    async def stop(self) -> None:
        """Ends the child process, if there is one."""
        ...
