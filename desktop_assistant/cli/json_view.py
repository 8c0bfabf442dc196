"""A reply as a script reads it: JSON Lines, one event a line, each written as it happens."""

from desktop_assistant.chat.events import ChatEvent, ContextCut, ReplyDelta, ReplyRetrying
from desktop_assistant.chat.reply import Reply
from desktop_assistant.cli.context import CliContext
from desktop_assistant.cli.context_remark import context_remark
from desktop_assistant.cli.json_output import JsonObject, finished_event, json_line
from desktop_assistant.domain.messages import Message


class JsonView:
    """Writes ``started``, ``delta``, ``retrying`` and ``finished`` events.

    ``parent_message_id`` is always the parent of the reply: the question. Without streaming there
    are no ``delta`` events.
    """

    def __init__(self, context: CliContext, *, streamed: bool) -> None:
        self._context = context
        self._out = context.out
        self._streamed = streamed

    async def started(self, reply: Reply) -> None:
        """Question and reply are stored under these ids."""
        event = {
            "event": "started",
            "conversation_id": reply.conversation_id,
            "user_message_id": reply.user_message_id,
            "message_id": reply.message_id,
            "parent_message_id": reply.user_message_id,
        }
        await self._out.write(json_line(event))

    async def show(self, events: list[ChatEvent]) -> None:
        """All lines of a batch in one write."""
        lines = [json_line(line) for event in events for line in self._lines(event)]
        await self._out.write("".join(lines))

    async def finished(self, message: Message) -> None:
        """The whole reply once more, with its final state."""
        await self._out.write(json_line(finished_event(message)))

    def _lines(self, event: ChatEvent) -> list[JsonObject]:
        match event:
            case ReplyDelta() if self._streamed:
                return _delta_lines(event)
            case ReplyRetrying():
                return [
                    {
                        "event": "retrying",
                        "attempt": event.attempt,
                        "of": event.of,
                        "in_s": round(event.in_s, 3),
                        "reason": event.error.title,
                    }
                ]
            case ContextCut():
                self._context.notice(context_remark(event))
                return []
            case _:
                return []


def _delta_lines(event: ReplyDelta) -> list[JsonObject]:
    lines: list[JsonObject] = []
    if event.reasoning:
        lines.append({"event": "delta", "text": "", "reasoning": event.reasoning})
    if event.text:
        lines.append({"event": "delta", "text": event.text})
    return lines
