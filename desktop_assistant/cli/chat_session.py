"""``chat``: a conversation in the terminal."""

import re
from argparse import Namespace
from collections.abc import Awaitable, Callable
from dataclasses import replace

from desktop_assistant import __version__
from desktop_assistant.chat.endpoints import require_local_model
from desktop_assistant.chat.reply import Reply
from desktop_assistant.chat.state import ConversationState, PathEntry
from desktop_assistant.cli.branches import branch_table, leaves_of
from desktop_assistant.cli.chat_help import CHAT_COMMANDS, CHAT_KEYS
from desktop_assistant.cli.context import CliContext, ExitCode
from desktop_assistant.cli.follow import follow
from desktop_assistant.cli.interrupts import end_was_asked_for
from desktop_assistant.cli.line_editor import LEAVE_HINT, LineEditor
from desktop_assistant.cli.request_options import is_streamed, send_options
from desktop_assistant.cli.terminal_text import one_line, shortened, visible
from desktop_assistant.cli.text_view import TextView
from desktop_assistant.domain.errors import AssistantError
from desktop_assistant.domain.ids import ConversationId, MessageId
from desktop_assistant.domain.messages import Message, Role
from desktop_assistant.settings.providers import LOCAL

_COMMAND = re.compile(r"/([A-Za-z?]+)(?:\s+(.*))?", re.DOTALL)
_TITLE_WIDTH = 60


async def chat(args: Namespace, context: CliContext) -> int:
    """Holds a conversation until its end of input; returns the exit code.

    Raises:
        AssistantError: for options that cannot be used, or a library that cannot.
    """
    controller = context.controller
    if args.conversation is None:
        state = await controller.new_conversation(temporary=args.temporary)
    else:
        state = await controller.open(ConversationId(args.conversation))
    session = ChatSession(args, context, state)
    await session.hold()
    return ExitCode.STOPPED if end_was_asked_for() else ExitCode.OK


class ChatSession:
    """One run of ``chat``; ``/new`` changes its conversation."""

    def __init__(self, args: Namespace, context: CliContext, state: ConversationState) -> None:
        self._context = context
        self._controller = context.controller
        self._editor = LineEditor(context)
        self._is_temporary: bool = state.is_temporary
        self._id = state.id
        self._options = send_options(
            args, context.environ, context.controller, state.choice.provider_id
        )
        self._commands: dict[str, Callable[[str], Awaitable[None]]] = {
            "edit": self._edit,
            "retry": self._retry,
            "branches": self._branches,
            "system": self._system,
            "model": self._model,
            "new": self._new,
            "help": self._help,
            "?": self._help,
        }

    async def hold(self) -> None:
        """Answers line by line until the end of input or ``/quit``."""
        if self._editor.is_interactive:
            await self._greet()
        while not end_was_asked_for() and (line := await self._next()) is not None:
            command = _COMMAND.fullmatch(line.strip())
            if command is not None and command[1] in ("quit", "exit"):
                return
            try:
                await self._do(line, command)
            except AssistantError as error:
                self._context.complain(error.info)
        if self._editor.is_interactive:
            await self._say("\n")

    async def _do(self, line: str, command: re.Match[str] | None) -> None:
        if command is None:
            if line.strip():
                await self._answer(
                    lambda: self._controller.send(self._id, line, options=self._options)
                )
        elif command[1] in self._commands:
            await self._commands[command[1]]((command[2] or "").strip())
        else:
            self._context.notice(f"There is no command /{command[1]}. /help lists them.")

    async def _next(self) -> str | None:
        """The next line; on a terminal a backslash at its end takes the following one in."""
        line = await self._editor.line("\nYou: ")
        while line is not None and self._editor.is_interactive and line.endswith("\\"):
            more = await self._editor.line("...  ")
            line = f"{line[:-1]}\n{more or ''}"
        return line

    async def _answer(self, begin: Callable[[], Awaitable[Reply]]) -> None:
        is_interactive = self._editor.is_interactive
        view = TextView(
            self._context,
            streamed=is_streamed(self._options, self._controller),
            label=f"\n{one_line(self._model_name())}: " if is_interactive else "",
            tells_thinking=is_interactive,
        )
        await follow(self._controller, begin, view, self._context.complain)

    # Commands

    async def _edit(self, text: str) -> None:
        question = self._last_question()
        if question is None:
            self._context.notice("There is no question yet.")
            return
        if not text:
            text = await self._new_words((await self._message(question)).text)
        if text.strip():
            await self._answer(lambda: self._controller.edit(question, text, options=self._options))

    async def _new_words(self, old: str) -> str:
        """The question in other words; empty if the user thought better of it."""
        if not self._editor.is_interactive:
            self._context.notice("The new words must follow /edit in the same line.")
            return ""
        if self._editor.can_prefill and "\n" not in old:
            return await self._editor.line("\nEdit: ", prefill=old) or ""
        await self._say(f"\nThe question was:\n{visible(old)}\n")
        return await self._editor.line("New words (none leaves it): ") or ""

    async def _retry(self, _: str) -> None:
        last = self._state().active_leaf_id
        if last is None:
            self._context.notice("There is no question yet.")
            return
        await self._answer(lambda: self._controller.regenerate(last, options=self._options))

    async def _branches(self, number: str) -> None:
        record = await self._controller.library.record(self._id)
        leaves = leaves_of(record)
        if not number:
            await self._say(await branch_table(self._controller, record, leaves))
        elif number.isdecimal() and 1 <= int(number) <= len(leaves):
            await self._controller.show_message(leaves[int(number) - 1].id)
            await self._recall()
        else:
            self._context.notice(f"There is no branch {number}. /branches lists them.")

    async def _system(self, text: str) -> None:
        if not text:
            shown = self._options.system_prompt
            if shown is None:
                shown = await self._controller.system_prompt_now(self._id)
            await self._say(f"{visible(shown) or '(none)'}\n")
            return
        prompt = {"none": "", "default": None}.get(text, text)
        self._options = replace(self._options, system_prompt=None)
        await self._controller.set_system_prompt(self._id, prompt)

    async def _model(self, name: str) -> None:
        if not name:
            await self._say(f"{one_line(self._model_name())}\n")
            await self._list_models()
            return
        provider_id = self._options.provider_id or self._state().choice.provider_id
        if self._options.provider is None and provider_id == LOCAL:
            require_local_model(self._controller.settings.current, name)
        if self._options.provider is not None or self._is_temporary:
            self._options = replace(self._options, model=name, provider_id=provider_id)
        else:
            await self._controller.set_model(self._id, provider_id, name)
            self._options = replace(self._options, model=None, provider_id=None)

    async def _list_models(self) -> None:
        if self._options.provider is not None:
            return
        provider_id = self._options.provider_id or self._state().choice.provider_id
        models = await self._controller.models(provider_id)
        await self._say("".join(f"  {one_line(model.id)}\n" for model in models))

    async def _new(self, _: str) -> None:
        state = await self._controller.new_conversation(temporary=self._is_temporary)
        self._controller.leave(self._id)
        self._id = state.id
        if self._editor.is_interactive:
            await self._say("A new conversation.\n")

    async def _help(self, _: str) -> None:
        await self._say(f"{CHAT_COMMANDS}{CHAT_KEYS}")

    # What is shown

    async def _greet(self) -> None:
        state = self._state()
        await self._say(
            f"Desktop Assistant {__version__}, {one_line(self._model_name())}. "
            f"/help lists the commands. {LEAVE_HINT}\n"
        )
        if state.path:
            title = shortened(one_line(state.title), _TITLE_WIDTH)
            await self._say(f"Going on with “{title}”.\n")
            await self._recall()

    async def _recall(self) -> None:
        """Shows the end of the branch: the last question and its reply."""
        path = self._state().path
        begin = next((i for i in reversed(range(len(path))) if _is_question(path[i])), 0)
        ids = [entry.node.id for entry in path[begin:]]
        for message in await self._controller.messages(self._id, ids):
            author = "You" if message.role is Role.USER else one_line(message.model or "Reply")
            await self._say(f"\n{author}: {visible(message.text).rstrip()}\n")

    async def _say(self, text: str) -> None:
        await self._context.out.write(text)

    def _state(self) -> ConversationState:
        state = self._controller.state(self._id)
        assert state is not None, "the conversation of this session is open"
        return state

    def _model_name(self) -> str:
        other = self._options.provider
        if other is not None:
            return self._options.model or other.model
        if self._options.model:
            return self._options.model
        if self._options.provider_id is not None:
            choice = self._state().choice
            if choice.provider_id != self._options.provider_id:
                return self._controller.provider(self._options.provider_id).model
        return self._state().choice.model

    def _last_question(self) -> MessageId | None:
        questions = [entry for entry in self._state().path if _is_question(entry)]
        return questions[-1].node.id if questions else None

    async def _message(self, message_id: MessageId) -> Message:
        (message,) = await self._controller.messages(self._id, [message_id])
        return message


def _is_question(entry: PathEntry) -> bool:
    return entry.node.role is Role.USER
