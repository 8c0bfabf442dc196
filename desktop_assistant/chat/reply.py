"""A reply under way, as its caller holds it."""

import asyncio
from dataclasses import dataclass

from desktop_assistant.domain.ids import ConversationId, MessageId
from desktop_assistant.domain.messages import Message


@dataclass(frozen=True, slots=True)
class Reply:
    """Question and answer are stored; the answer is being written."""

    conversation_id: ConversationId
    user_message_id: MessageId
    message_id: MessageId
    task: asyncio.Task[Message]

    async def wait(self) -> Message:
        """The final message; cancelling the wait does not stop the reply."""
        return await asyncio.shield(self.task)
