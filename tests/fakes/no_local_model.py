"""Built-in models for tests: one that is not installed and one that is said to run already."""

from desktop_assistant.domain.errors import ProblemCode, problem
from desktop_assistant.ports.local_model import (
    LocalModelOptions,
    LocalModelState,
    LocalModelStatus,
)
from desktop_assistant.ports.model_client import Endpoint

MODEL_NAME = "Tiny model"


class NoLocalModel:
    """As on a computer where the extra was not installed."""

    def __init__(self) -> None:
        self.options = LocalModelOptions()
        self.is_stopped = False

    async def load(self) -> None:
        """Is ready."""

    @property
    def status(self) -> LocalModelStatus:
        """Not installed."""
        missing = problem(ProblemCode.LOCAL_MODEL_NOT_INSTALLED).info
        return LocalModelStatus(LocalModelState.NOT_INSTALLED, MODEL_NAME, None, missing)

    def configure(self, options: LocalModelOptions) -> None:
        """Remembers the options."""
        self.options = options

    async def endpoint(self) -> Endpoint:
        """Fails: there is none."""
        raise problem(ProblemCode.LOCAL_MODEL_NOT_INSTALLED)

    async def stop(self) -> None:
        """Takes note."""
        self.is_stopped = True


class PretendLocalModel(NoLocalModel):
    """Starts at the first use; a scripted model client then answers for it."""

    def __init__(self) -> None:
        super().__init__()
        self._state = LocalModelState.IDLE

    @property
    def status(self) -> LocalModelStatus:
        """Idle until it was used."""
        return LocalModelStatus(self._state, MODEL_NAME, None)

    async def endpoint(self) -> Endpoint:
        """An address nobody listens at."""
        self._state = LocalModelState.READY
        return Endpoint(name="Built-in model", base_url="http://127.0.0.1:1/v1")

    async def stop(self) -> None:
        """Back to idle."""
        await super().stop()
        self._state = LocalModelState.IDLE
