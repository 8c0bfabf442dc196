"""A reply as a person reads it: its text on standard output, everything else on standard error."""

from desktop_assistant.chat.events import (
    ChatEvent,
    ContextCut,
    ReplyDelta,
    ReplyRetrying,
    ReplyWaiting,
)
from desktop_assistant.chat.reply import Reply
from desktop_assistant.cli.context import CliContext
from desktop_assistant.cli.context_remark import context_remark
from desktop_assistant.cli.key_status import key_variables
from desktop_assistant.cli.terminal_text import visible
from desktop_assistant.domain.errors import ErrorKind, ProblemCode
from desktop_assistant.domain.messages import Message, Status

_REMARKS = {
    Status.LIMIT: "The reply reached the length limit, so its end is missing.",
    Status.FILTERED: "The provider withheld the reply or its end.",
}


class TextView:
    """Streams the answer, or prints it whole; exactly as it came, unless a terminal shows it."""

    def __init__(
        self,
        context: CliContext,
        *,
        streamed: bool,
        label: str = "",
        tells_thinking: bool = False,
    ) -> None:
        """Takes what it writes to.

        Args:
            context: the terminal.
            streamed: whether text is written as it comes, or whole at the end.
            label: what stands before the first text.
            tells_thinking: whether to say once that the model thinks.
        """
        self._context = context
        self._streamed = streamed
        self._label = label
        self._tells_thinking = tells_thinking
        self._ends_line = True

    async def started(self, _: Reply) -> None:
        """Nothing to show yet."""

    async def show(self, events: list[ChatEvent]) -> None:
        """Shows new text, and tells what keeps it from coming."""
        text: list[str] = []
        for event in events:
            match event:
                case ReplyDelta():
                    self._tell_thinking(event)
                    text.append(event.text)
                case ReplyRetrying():
                    self._context.notice(
                        f"{event.error.title}. Trying again in {event.in_s:.1f} s "
                        f"(attempt {event.attempt} of {event.of})."
                    )
                case ContextCut():
                    self._context.notice(context_remark(event))
                case ReplyWaiting(starting_local_model=True):
                    self._context.notice("Starting the built-in model …")
                case ReplyWaiting():
                    self._context.notice(f"No text for {event.seconds:.0f} s; waiting on.")
                case _:
                    pass
        if self._streamed:
            await self._write("".join(text))

    async def finished(self, message: Message) -> None:
        """Ends the answer's last line and tells how the reply ended, if it is not simply whole."""
        if not self._streamed:
            await self._write(message.text)
        if not self._ends_line:
            await self._context.out.write("\n")
        if message.note:
            self._context.notice(message.note)
        if message.error is not None:
            self._context.complain(message.error)
            self._offer_variable(message)
        elif message.status in _REMARKS:
            self._context.notice(_REMARKS[message.status])

    def _offer_variable(self, message: Message) -> None:
        """A key in the environment is never used by itself, but its name is worth a word."""
        if message.error is None or not (
            message.error.code is ProblemCode.KEY_MISSING or message.error.kind is ErrorKind.KEYRING
        ):
            return
        for name in key_variables(message.provider_id, self._context.environ):
            self._context.notice(f"{name} is set. To use it: --key-env {name}")

    async def _write(self, text: str) -> None:
        if not text:
            return
        self._ends_line = text.endswith("\n")
        out = self._context.out
        label, self._label = self._label, ""
        await out.write(label + (visible(text) if out.is_tty else text))

    def _tell_thinking(self, event: ReplyDelta) -> None:
        if self._tells_thinking and event.reasoning:
            self._tells_thinking = False
            self._context.notice("Thinking …")
