"""``chat --json``: every line of input is answered by JSON Lines.

Replies come as the events of ``ask --json``, everything else as one event of its own, so that a
script knows for each line when it has been answered.
"""

from collections.abc import Sequence

from desktop_assistant.chat.state import ConversationState
from desktop_assistant.cli.branches import Branch
from desktop_assistant.cli.chat_help import CHAT_COMMANDS
from desktop_assistant.cli.context import CliContext
from desktop_assistant.cli.follow import ReplyView
from desktop_assistant.cli.json_output import (
    JsonObject,
    error_object,
    json_line,
    never_started_event,
    utc_time,
)
from desktop_assistant.cli.json_view import JsonView
from desktop_assistant.domain.errors import AssistantError
from desktop_assistant.domain.messages import Message, MessageNode


class JsonVoice:
    """Speaks to scripts: nothing but JSON Lines on standard output."""

    def __init__(self, context: CliContext) -> None:
        self._context = context

    def reply_view(self, _model_name: str, *, streamed: bool) -> ReplyView:
        """The events of ``ask --json``."""
        return JsonView(self._context, streamed=streamed)

    async def greet(
        self, state: ConversationState, model_name: str, end: Sequence[Message]
    ) -> None:
        """Nothing: the first line of output answers the first line of input."""

    async def branches(self, state: ConversationState, branches: Sequence[Branch]) -> None:
        """``branches``: an array in the order of their numbers."""
        rows = [
            {
                "number": branch.number,
                "leaf_message_id": branch.leaf.id,
                "active": branch.is_active,
                "messages": branch.length,
                "updated_at": utc_time(branch.leaf.created_at),
                "question": branch.question,
                "reply": branch.reply,
            }
            for branch in branches
        ]
        await self._event("branches", conversation_id=state.id, branches=rows)

    async def branch_shown(
        self, state: ConversationState, number: int, leaf: MessageNode, _end: Sequence[Message]
    ) -> None:
        """``branch``: its number and leaf."""
        await self._event(
            "branch", conversation_id=state.id, number=number, leaf_message_id=leaf.id
        )

    async def system_prompt(self, prompt: str) -> None:
        """``system``."""
        await self._event("system", text=prompt)

    async def system_prompt_changed(self, prompt: str) -> None:
        """``system`` again, with what is sent from now on."""
        await self._event("system", text=prompt)

    async def model(self, model_name: str, models: Sequence[str]) -> None:
        """``model``: the one in use and the offered ones."""
        await self._event("model", model=model_name, models=list(models))

    async def model_changed(self, model_name: str) -> None:
        """``model``, without a list."""
        await self._event("model", model=model_name, models=None)

    async def began(self, state: ConversationState) -> None:
        """``new``: the id that the next question's conversation will have."""
        await self._event("new", conversation_id=state.id)

    async def help(self) -> None:
        """``help``: the commands as text."""
        await self._event("help", text=CHAT_COMMANDS)

    async def failed(self, error: AssistantError, *, asked: bool) -> None:
        """``finished`` with status failed for a question, ``error`` for a command."""
        if asked:
            await self._context.out.write(json_line(never_started_event(error.info)))
        else:
            await self._event("error", error=error_object(error.info))

    async def left(self) -> None:
        """Nothing: the end of output says it."""

    async def _event(self, name: str, **fields: object) -> None:
        event: JsonObject = {"event": name, **fields}
        await self._context.out.write(json_line(event))
