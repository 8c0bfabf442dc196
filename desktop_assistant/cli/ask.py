"""``ask``: one question, its answer on standard output."""

from argparse import Namespace

from desktop_assistant.chat.options import SendOptions
from desktop_assistant.chat.reply import Reply
from desktop_assistant.chat.state import ConversationState
from desktop_assistant.cli.context import CliContext, ExitCode, exit_code_of
from desktop_assistant.cli.follow import ReplyView, follow
from desktop_assistant.cli.json_view import JsonView
from desktop_assistant.cli.line_editor import END_OF_INPUT
from desktop_assistant.cli.request_options import (
    is_streamed,
    missing_provider_remark,
    send_options,
)
from desktop_assistant.cli.text_view import TextView
from desktop_assistant.domain.errors import ErrorInfo, ProblemCode, problem
from desktop_assistant.domain.ids import ConversationId, MessageId

WAIT_QUIETLY_S = 1.0
GIVE_UP_S = 9.0
"""How long piped input may keep a question waiting that was given as an argument. A pipe that a
script left open by mistake would otherwise hold the answer up for ever."""

SAMPLE_QUESTION = "What can you help me with? Answer in one sentence."


async def ask(args: Namespace, context: CliContext) -> int:
    """Asks, shows the answer, and returns the exit code.

    Raises:
        AssistantError: if the question could not be asked at all.
    """
    question = await _question(args.prompt, context)
    state = await _conversation(args, context)
    options = send_options(args, context.environ, context.controller, state.choice.provider_id)
    remark = await missing_provider_remark(context.controller, state.id, options)
    if remark is not None:
        context.notice(remark)
    streamed = is_streamed(options, context.controller)
    view: ReplyView = TextView(context, streamed=streamed)
    if args.json:
        view = JsonView(context, streamed=streamed)
    return await _answer(context, state.id, question, args.parent, options, view)


async def ask_sample(context: CliContext) -> int:
    """Asks one question of our own, as a sign of life where nobody can type; nothing is stored."""
    state = await context.controller.new_conversation(temporary=True)
    await context.out.write(f"{SAMPLE_QUESTION}\n\n")
    view = TextView(context, streamed=True)
    options = SendOptions(stream=True)
    return context.ending(await _answer(context, state.id, SAMPLE_QUESTION, None, options, view))


async def _answer(
    context: CliContext,
    conversation_id: ConversationId,
    question: str,
    parent_id: MessageId | None,
    options: SendOptions,
    view: ReplyView,
) -> int:
    async def begin() -> Reply:
        return await context.controller.send(
            conversation_id, question, parent_id=parent_id, options=options
        )

    not_stored: list[ErrorInfo] = []
    message = await follow(context.controller, begin, view, not_stored.append)
    code = exit_code_of(message.status)
    for trouble in not_stored:
        context.complain(trouble)
        code = code or ExitCode.FAILED  # the answer was shown whole, and is not kept
    return code


async def _question(words: list[str], context: CliContext) -> str:
    """The prompt, with standard input below it if some is piped or asked for."""
    wants_input = words[-1:] == ["-"]
    prompt = " ".join(words[:-1] if wants_input else words)
    parts = [prompt]
    if wants_input or not context.is_stdin_tty:
        is_needed = wants_input or not prompt.strip()
        parts.append(await _piped(context, is_needed=is_needed))
    question = "\n\n".join(part for part in parts if part.strip())
    if not question:
        raise problem(ProblemCode.EMPTY_PROMPT)
    return question


async def _piped(context: CliContext, *, is_needed: bool) -> str:
    if is_needed:
        if context.is_stdin_tty:
            context.notice(f"Type or paste the text; {END_OF_INPUT} in an empty line ends it.")
        text = await context.source.read_all()
    else:
        text = await context.source.read_all(first_within_s=WAIT_QUIETLY_S)
        if text is None:
            context.notice("Waiting for text on standard input …")
            text = await context.source.read_all(first_within_s=GIVE_UP_S)
        if text is None:
            context.notice(
                f"Nothing came on standard input within {WAIT_QUIETLY_S + GIVE_UP_S:g} s, so the "
                "question is asked without it. Add - to wait for it as long as it takes."
            )
    return (text or "").rstrip("\r\n")


async def _conversation(args: Namespace, context: CliContext) -> ConversationState:
    """Where the question goes: a new conversation, the named one, or the one of the parent."""
    controller = context.controller
    if args.conversation is None and args.parent is None:
        return await controller.new_conversation(temporary=args.temporary)
    if args.temporary:
        raise problem(
            ProblemCode.BAD_ARGUMENT,
            what="--temporary cannot be combined with --conversation or --parent",
            expected="Of a temporary question nothing is stored that could be continued.",
        )
    if args.parent is None:
        return await controller.open(ConversationId(args.conversation))
    conversation_id = await controller.library.conversation_of(MessageId(args.parent))
    if args.conversation not in (None, conversation_id):
        raise problem(
            ProblemCode.BAD_ARGUMENT,
            what=f"The message {args.parent} is not part of conversation {args.conversation}",
            expected=f"It belongs to conversation {conversation_id}.",
        )
    return await controller.open(conversation_id)
