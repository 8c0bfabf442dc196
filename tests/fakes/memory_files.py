"""Files that the user has asked for, in memory."""

from dataclasses import dataclass, field
from pathlib import Path

from desktop_assistant.domain.errors import AssistantError, ProblemCode, problem


@dataclass
class MemoryFiles:
    """Stands for the disk."""

    written: dict[Path, bytes] = field(default_factory=dict)
    failing: AssistantError | None = None
    """What the next write raises."""

    async def write(self, path: Path, content: bytes, *, replace: bool) -> None:
        if self.failing is not None:
            error, self.failing = self.failing, None
            raise error
        if path in self.written and not replace:
            raise problem(ProblemCode.FILE_EXISTS, path=str(path))
        self.written[path] = content
