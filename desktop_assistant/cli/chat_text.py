"""``chat`` for people: plain text, with prompts and labels where somebody sits at a terminal."""

from collections.abc import Sequence

from desktop_assistant import __version__
from desktop_assistant.chat.state import ConversationState
from desktop_assistant.cli.branches import Branch
from desktop_assistant.cli.chat_help import CHAT_COMMANDS, CHAT_KEYS
from desktop_assistant.cli.context import CliContext
from desktop_assistant.cli.conversations import local_time
from desktop_assistant.cli.follow import ReplyView
from desktop_assistant.cli.line_editor import LEAVE_HINT
from desktop_assistant.cli.terminal_text import one_line, shortened, table, visible
from desktop_assistant.cli.text_view import TextView
from desktop_assistant.domain.errors import AssistantError
from desktop_assistant.domain.messages import Message, MessageNode, Role

_TITLE_WIDTH = 60
_WIDEST_CELL = 40


class TextVoice:
    """Speaks to people; on a terminal with labels, in a pipe with nothing but the replies."""

    def __init__(self, context: CliContext, *, is_interactive: bool) -> None:
        self._context = context
        self._is_interactive = is_interactive

    def reply_view(self, model_name: str, *, streamed: bool) -> ReplyView:
        """The text as it comes, behind the model's name on a terminal."""
        return TextView(
            self._context,
            streamed=streamed,
            label=f"\n{one_line(model_name)}: " if self._is_interactive else "",
            tells_thinking=self._is_interactive,
        )

    async def greet(
        self, state: ConversationState, model_name: str, end: Sequence[Message]
    ) -> None:
        """Who answers, how to leave, and where it was left."""
        if not self._is_interactive:
            return
        await self._say(
            f"Desktop Assistant {__version__}, {one_line(model_name)}. "
            f"/help lists the commands. {LEAVE_HINT}\n"
        )
        if end:
            title = shortened(one_line(state.title), _TITLE_WIDTH)
            await self._say(f"Going on with “{title}”.\n")
            await self._recall(end)

    async def branches(self, _state: ConversationState, branches: Sequence[Branch]) -> None:
        """A table; the visible branch has a mark."""
        rows = [
            (
                f"{branch.number}{'*' if branch.is_active else ''}",
                local_time(branch.leaf.created_at),
                str(branch.length),
                " ".join(branch.question.split()),
                " ".join(branch.reply.split()),
            )
            for branch in branches
        ]
        if not rows:
            await self._say("There are no messages yet.\n")
            return
        head = ("BRANCH", "UPDATED", "MESSAGES", "LAST QUESTION", "REPLY")
        await self._say(table(head, rows, widest=_WIDEST_CELL, columns=self._context.out.columns))

    async def branch_shown(
        self, _state: ConversationState, _number: int, _leaf: MessageNode, end: Sequence[Message]
    ) -> None:
        """Its end."""
        await self._recall(end)

    async def system_prompt(self, prompt: str) -> None:
        """The prompt."""
        await self._say(f"{visible(prompt) or '(none)'}\n")

    async def system_prompt_changed(self, prompt: str) -> None:
        """Nothing: it was just typed."""

    async def model(self, model_name: str, models: Sequence[str]) -> None:
        """The model in use, and below it the offered ones."""
        await self._say(f"{one_line(model_name)}\n")
        await self._say("".join(f"  {one_line(name)}\n" for name in models))

    async def model_changed(self, model_name: str) -> None:
        """Nothing: it was just typed."""

    async def began(self, _state: ConversationState) -> None:
        """A remark on a terminal."""
        if self._is_interactive:
            await self._say("A new conversation.\n")

    async def help(self) -> None:
        """Commands and keys."""
        await self._say(f"{CHAT_COMMANDS}{CHAT_KEYS}")

    async def failed(self, error: AssistantError, *, asked: bool) -> None:
        """Nothing more: it was told on standard error."""

    async def left(self) -> None:
        """The shell's prompt comes on a line of its own."""
        if self._is_interactive:
            await self._say("\n")

    async def _recall(self, messages: Sequence[Message]) -> None:
        for message in messages:
            author = "You" if message.role is Role.USER else one_line(message.model or "Reply")
            await self._say(f"\n{author}: {visible(message.text).rstrip()}\n")

    async def _say(self, text: str) -> None:
        await self._context.out.write(text)
