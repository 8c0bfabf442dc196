"""How an exported document speaks; the window puts its own language in."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Protocol

from desktop_assistant.domain.attachments import AttachedText
from desktop_assistant.domain.messages import Message, Role, Status
from desktop_assistant.rendering.export.branch import Branch


@dataclass(frozen=True, slots=True)
class Ending:
    """What is said under a reply that is not simply whole."""

    tone: str
    """``error``, ``warning``, ``neutral``, or ``quiet`` for a line without a frame."""
    title: str
    text: str = ""
    on_one_line: bool = True
    """Whether title and text run on, instead of standing below each other."""


class Words(Protocol):
    """Every sentence of a document that is not the conversation's own."""

    @property
    def language(self) -> str:
        """As a language tag, such as ``en``."""
        ...

    @property
    def right_to_left(self) -> bool:
        """Whether the language is written so."""
        ...

    def title(self, branch: Branch) -> str:
        """The document's title."""
        ...

    def about(self, branch: Branch) -> str:
        """One line: date, models, number of messages."""
        ...

    def author(self, message: Message) -> str:
        """Who wrote a message."""
        ...

    def when(self, seconds: float) -> str:
        """A moment, given in seconds since the epoch, as a reader's clock shows it."""
        ...

    def version(self, number: int, count: int) -> str:
        """Which version of several it is."""
        ...

    def file(self, file: AttachedText) -> str:
        """What is said of an attached file beside its name."""
        ...

    def thought(self, seconds: float | None) -> str:
        """What stands over the reasoning."""
        ...

    def ending(self, message: Message) -> Ending | None:
        """What stands under a reply; ``None`` under one that is simply whole."""
        ...


class EnglishWords:
    """The words of the terminal."""

    language: Final = "en"
    right_to_left: Final = False

    def __init__(self, when: Callable[[float], str]) -> None:
        """Takes how moments are written."""
        self._when = when

    def title(self, branch: Branch) -> str:
        """The conversation's title."""
        return branch.title or "Untitled conversation"

    def about(self, branch: Branch) -> str:
        """Date, models and length."""
        count = len(branch.messages)
        length = "1 message" if count == 1 else f"{count:,} messages"
        return " · ".join([self._when(branch.written_at), *branch.models, length])

    def author(self, message: Message) -> str:
        """The user, or the model."""
        return "You" if message.role is Role.USER else message.model or "Assistant"

    def when(self, seconds: float) -> str:
        """As the terminal writes it."""
        return self._when(seconds)

    def version(self, number: int, count: int) -> str:
        """Counted from 1."""
        return f"version {number} of {count}"

    def file(self, file: AttachedText) -> str:
        """Its size."""
        return "1 byte" if file.size == 1 else f"{file.size:,} bytes"

    def thought(self, seconds: float | None) -> str:
        """With its duration, if that is known."""
        return "Thought" if seconds is None else f"Thought for {max(1, round(seconds))} s"

    def ending(self, message: Message) -> Ending | None:
        """How a reply ended, and why."""
        error = message.error
        why = "" if error is None else f"{error.title}. {error.hint}"
        match message.status:
            case Status.COMPLETE:
                return None
            case Status.FAILED if error is not None:
                return Ending("error", error.title, error.hint, on_one_line=False)
            case Status.FAILED:
                return Ending("error", "There is no reply", on_one_line=False)
            case Status.INTERRUPTED:
                return Ending("warning", "Interrupted.", why)
            case Status.LIMIT:
                return Ending("neutral", "Length limit.", "The end of the reply is missing.")
            case Status.FILTERED:
                hint = "" if error is None else error.hint
                return Ending("neutral", "The provider withheld this reply.", hint)
            case Status.STOPPED:
                return Ending("quiet", "Stopped by you")
            case _:  # no final state, so it is being written
                return Ending("quiet", "This reply was still being written")
