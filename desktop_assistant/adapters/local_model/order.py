"""What the app asks of the child process, and how the child answers: one line each way."""

import json
from dataclasses import asdict, dataclass, field
from typing import Final


@dataclass(frozen=True, slots=True)
class Order:
    """A model to be served. The token is chosen by the app and stays out of every ``repr``."""

    token: str = field(repr=False)
    model_file: str
    model_name: str
    shipped: bool
    """Whether it is the model that came with the app, whose habits are known."""
    threads: int
    """0 lets the child choose."""
    context_tokens: int

    def to_line(self) -> bytes:
        """As it is written to the child's standard input."""
        return json.dumps(asdict(self)).encode() + b"\n"

    @classmethod
    def from_line(cls, line: bytes) -> "Order":
        """As the child reads it."""
        return cls(**json.loads(line))

    def answer(self, port: int) -> bytes:
        """The child's line that says where it listens.

        It starts with a line break, since a log line may stand unfinished before it.
        """
        return f"\n{self.token} {port}\n".encode()

    def port_in(self, line: bytes) -> int | None:
        """The port, if a line of the child's output is its answer and no log line.

        A model file can put text into the log; it cannot forge this, not knowing the token.
        """
        token, _, port = line.decode("utf-8", "replace").strip().partition(" ")
        return int(port) if token == self.token and port.isdecimal() else None


SERVER_MODULE: Final = "desktop_assistant.adapters.local_model.server"
