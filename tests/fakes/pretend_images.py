"""Pictures from nowhere."""

from dataclasses import dataclass, field

from desktop_assistant.domain.errors import ProblemCode, problem


@dataclass
class PretendImages:
    """Stands for the web."""

    there: dict[str, bytes] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    async def fetch(self, address: str) -> bytes:
        self.asked.append(address)
        if address not in self.there:
            raise problem(ProblemCode.IMAGE_UNREACHABLE, host="nowhere")
        return self.there[address]
