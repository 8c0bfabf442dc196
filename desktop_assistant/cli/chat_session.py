"""``chat``: a conversation in the terminal, line by line."""

import re
from argparse import Namespace
from collections.abc import Awaitable, Callable
from dataclasses import replace

from desktop_assistant.chat.endpoints import require_local_model
from desktop_assistant.chat.reply import Reply
from desktop_assistant.chat.state import ConversationState, PathEntry
from desktop_assistant.cli.branches import branches_of, leaves_of
from desktop_assistant.cli.chat_json import JsonVoice
from desktop_assistant.cli.chat_text import TextVoice
from desktop_assistant.cli.chat_voice import ChatVoice
from desktop_assistant.cli.context import CliContext, ExitCode
from desktop_assistant.cli.follow import follow
from desktop_assistant.cli.interrupts import end_was_asked_for
from desktop_assistant.cli.line_editor import LineEditor
from desktop_assistant.cli.request_options import (
    is_streamed,
    missing_provider_remark,
    send_options,
)
from desktop_assistant.cli.terminal_text import visible
from desktop_assistant.domain.errors import AssistantError, ProblemCode, problem
from desktop_assistant.domain.ids import ConversationId, MessageId
from desktop_assistant.domain.messages import Message, Role
from desktop_assistant.settings.providers import LOCAL

_COMMAND = re.compile(r"/([A-Za-z?]+)(?:\s+(.*))?", re.DOTALL)
_ASKING = ("edit", "retry")
"""Commands that are answered by a reply."""


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
        self._editor = LineEditor(context, is_plain=args.json)
        self._voice: ChatVoice = JsonVoice(context)
        if not args.json:
            self._voice = TextVoice(context, is_interactive=self._editor.is_interactive)
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
        remark = await missing_provider_remark(self._controller, self._id, self._options)
        if remark is not None:
            self._context.notice(remark)
        await self._voice.greet(self._state(), self._model_name(), await self._end())
        while not end_was_asked_for() and (line := await self._next()) is not None:
            command = _COMMAND.fullmatch(line.strip())
            if command is not None and command[1] in ("quit", "exit"):
                return
            try:
                await self._do(line, command)
            except AssistantError as error:
                self._context.complain(error.info)
                await self._voice.failed(error, asked=command is None or command[1] in _ASKING)
        await self._voice.left()

    async def _do(self, line: str, command: re.Match[str] | None) -> None:
        if command is None:
            if line.strip():
                await self._answer(
                    lambda: self._controller.send(self._id, line, options=self._options)
                )
        elif command[1] in self._commands:
            await self._commands[command[1]]((command[2] or "").strip())
        else:
            raise _mistake(f"There is no command /{command[1]}", "/help lists them.")

    async def _next(self) -> str | None:
        """The next line; on a terminal a backslash at its end takes the following one in."""
        line = await self._editor.line("\nYou: ")
        while line is not None and self._editor.is_interactive and line.endswith("\\"):
            more = await self._editor.line("...  ")
            line = f"{line[:-1]}\n{more or ''}"
        return line

    async def _answer(self, begin: Callable[[], Awaitable[Reply]]) -> None:
        view = self._voice.reply_view(
            self._model_name(), streamed=is_streamed(self._options, self._controller)
        )
        await follow(self._controller, begin, view, self._context.complain)

    # Commands

    async def _edit(self, text: str) -> None:
        question = self._last_question()
        if question is None:
            raise _mistake("There is no question yet")
        if not text:
            text = await self._new_words((await self._message(question)).text)
        if text.strip():
            await self._answer(lambda: self._controller.edit(question, text, options=self._options))

    async def _new_words(self, old: str) -> str:
        """The question in other words; empty if the user thought better of it."""
        if not self._editor.is_interactive:
            raise _mistake("The new words must follow /edit in the same line")
        if self._editor.can_prefill and "\n" not in old:
            return await self._editor.line("\nEdit: ", prefill=old) or ""
        await self._context.out.write(f"\nThe question was:\n{visible(old)}\n")
        return await self._editor.line("New words (none leaves it): ") or ""

    async def _retry(self, _: str) -> None:
        last = self._state().active_leaf_id
        if last is None:
            raise _mistake("There is no question yet")
        await self._answer(lambda: self._controller.regenerate(last, options=self._options))

    async def _branches(self, number: str) -> None:
        record = await self._controller.library.record(self._id)
        leaves = leaves_of(record)
        if not number:
            branches = await branches_of(self._controller, record)
            await self._voice.branches(self._state(), branches)
        elif number.isdecimal() and 1 <= int(number) <= len(leaves):
            leaf = leaves[int(number) - 1]
            await self._controller.show_message(leaf.id)
            await self._voice.branch_shown(self._state(), int(number), leaf, await self._end())
        else:
            raise _mistake(f"There is no branch {number}", "/branches lists them.")

    async def _system(self, text: str) -> None:
        if not text:
            await self._voice.system_prompt(await self._system_prompt())
            return
        prompt = {"none": "", "default": None}.get(text, text)
        self._options = replace(self._options, system_prompt=None)
        await self._controller.set_system_prompt(self._id, prompt)
        await self._voice.system_prompt_changed(await self._system_prompt())

    async def _system_prompt(self) -> str:
        if self._options.system_prompt is not None:
            return self._options.system_prompt
        return await self._controller.system_prompt_now(self._id)

    async def _model(self, name: str) -> None:
        if not name:
            await self._tell_model()
            return
        provider_id = self._options.provider_id or self._state().choice.provider_id
        if self._options.provider is None and provider_id == LOCAL:
            require_local_model(self._controller.settings.current, name)
        if self._options.provider is not None or self._is_temporary:
            self._options = replace(self._options, model=name, provider_id=provider_id)
        else:
            await self._controller.set_model(self._id, provider_id, name)
            self._options = replace(self._options, model=None, provider_id=None)
        await self._voice.model_changed(self._model_name())

    async def _tell_model(self) -> None:
        names: list[str] = []
        try:
            if self._options.provider is None:
                provider_id = self._options.provider_id or self._state().choice.provider_id
                names = [model.id for model in await self._controller.models(provider_id)]
        finally:
            await self._voice.model(self._model_name(), names)

    async def _new(self, _: str) -> None:
        state = await self._controller.new_conversation(temporary=self._is_temporary)
        self._controller.leave(self._id)
        self._id = state.id
        await self._voice.began(state)

    async def _help(self, _: str) -> None:
        await self._voice.help()

    # Where the conversation is

    async def _end(self) -> list[Message]:
        """The end of the visible branch: its last question and what came after."""
        path = self._state().path
        begin = next((i for i in reversed(range(len(path))) if _is_question(path[i])), 0)
        return await self._controller.messages(self._id, [e.node.id for e in path[begin:]])

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


def _mistake(what: str, expected: str = "") -> AssistantError:
    return problem(ProblemCode.BAD_ARGUMENT, what=what, expected=expected)


def _is_question(entry: PathEntry) -> bool:
    return entry.node.role is Role.USER
