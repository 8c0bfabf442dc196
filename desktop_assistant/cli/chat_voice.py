"""How ``chat`` speaks, beside the replies: to people (``chat_text``) or scripts (``chat_json``)."""

from collections.abc import Sequence
from typing import Protocol

from desktop_assistant.chat.state import ConversationState
from desktop_assistant.cli.branches import Branch
from desktop_assistant.cli.follow import ReplyView
from desktop_assistant.domain.errors import AssistantError
from desktop_assistant.domain.messages import Message, MessageNode


class ChatVoice(Protocol):
    """What a conversation in the terminal has to say."""

    def reply_view(self, model_name: str, /, *, streamed: bool) -> ReplyView:
        """How the next reply is shown."""
        ...

    async def greet(
        self, state: ConversationState, model_name: str, end: Sequence[Message], /
    ) -> None:
        """The conversation begins, or goes on after these last messages."""
        ...

    async def branches(self, state: ConversationState, branches: Sequence[Branch], /) -> None:
        """All branches."""
        ...

    async def branch_shown(
        self, state: ConversationState, number: int, leaf: MessageNode, end: Sequence[Message], /
    ) -> None:
        """Another branch is the visible one; these are its last messages."""
        ...

    async def system_prompt(self, prompt: str, /) -> None:
        """The system prompt as it would be sent now."""
        ...

    async def system_prompt_changed(self, prompt: str, /) -> None:
        """It was changed, and would be sent like this."""
        ...

    async def model(self, model_name: str, models: Sequence[str], /) -> None:
        """The model in use and those that the provider offers."""
        ...

    async def model_changed(self, model_name: str, /) -> None:
        """Another model was chosen."""
        ...

    async def began(self, state: ConversationState, /) -> None:
        """A new conversation was begun."""
        ...

    async def help(self) -> None:
        """The list of commands."""
        ...

    async def failed(self, error: AssistantError, /, *, asked: bool) -> None:
        """A line could not be obeyed.

        Args:
            error: why.
            asked: whether the line asked for a reply, which did not even begin.
        """
        ...

    async def left(self) -> None:
        """The conversation is over."""
        ...
