"""``conversations``: the library, for people and scripts."""

from argparse import Namespace
from datetime import datetime

from desktop_assistant.chat.state import ConversationState, PathEntry
from desktop_assistant.cli.context import CliContext, ExitCode
from desktop_assistant.cli.json_output import (
    conversation_object,
    deleted_object,
    hit_object,
    json_document,
    summary_object,
)
from desktop_assistant.cli.terminal_text import one_line, table, visible
from desktop_assistant.domain.ids import ConversationId
from desktop_assistant.domain.messages import Message, Role, Status
from desktop_assistant.ports.conversation_store import ConversationSummary, SearchHit

_NO_TITLE = "(no title)"
_READ_AT_ONCE = 200


async def conversations(args: Namespace, context: CliContext) -> int:
    """Runs one action on the library; returns the exit code.

    Raises:
        AssistantError: for an unknown id, or if the library cannot be used.
    """
    actions = {
        "list": _list,
        "show": _show,
        "rename": _rename,
        "delete": _delete,
        "undelete": _undelete,
        "search": _search,
    }
    await context.out.write(await actions[args.action](args, context))
    return ExitCode.OK


async def _list(args: Namespace, context: CliContext) -> str:
    if args.deleted:
        return await _list_deleted(args, context)
    summaries = await context.controller.library.summaries()
    if args.json:
        return json_document([summary_object(summary) for summary in summaries])
    if not summaries:
        context.notice("There are no conversations yet.")
        return ""
    head = ("ID", "UPDATED", "BRANCHES", "TITLE")
    return table(head, [_row(s) for s in summaries], columns=context.out.columns)


async def _list_deleted(args: Namespace, context: CliContext) -> str:
    summaries = await context.controller.library.deleted_summaries()
    if args.json:
        return json_document([deleted_object(summary) for summary in summaries])
    if not summaries:
        context.notice("The trash is empty.")
        return ""
    rows = [
        (s.id, local_time(s.deleted_at or 0.0), str(s.branches), s.title or _NO_TITLE)
        for s in summaries
    ]
    return table(("ID", "DELETED", "BRANCHES", "TITLE"), rows, columns=context.out.columns)


def _row(summary: ConversationSummary) -> tuple[str, ...]:
    title = summary.title or _NO_TITLE
    if summary.pinned:
        title = f"{title} (pinned)"
    return (summary.id, local_time(summary.updated_at), str(summary.branches), title)


async def _show(args: Namespace, context: CliContext) -> str:
    conversation_id = ConversationId(args.id)
    if args.json:
        return await _whole(conversation_id, context)
    state = await context.controller.open(conversation_id)
    ids = [entry.node.id for entry in state.path]
    messages = await context.controller.messages(state.id, ids)
    parts = [_heading(state)]
    parts += [_readable(entry, m) for entry, m in zip(state.path, messages, strict=True)]
    text = "\n\n".join(parts) + "\n"
    return visible(text) if context.out.is_tty else text


async def _whole(conversation_id: ConversationId, context: CliContext) -> str:
    record = await context.controller.library.record(conversation_id)
    ids = [node.id for node in sorted(record.nodes, key=lambda node: node.position)]
    messages: list[Message] = []
    for begin in range(0, len(ids), _READ_AT_ONCE):
        part = ids[begin : begin + _READ_AT_ONCE]
        messages += await context.controller.messages(conversation_id, part)
    return json_document(conversation_object(record, messages))


async def _rename(args: Namespace, context: CliContext) -> str:
    conversation_id = (await context.controller.library.record(ConversationId(args.id))).id
    await context.controller.library.rename(conversation_id, " ".join(args.title))
    title = (await context.controller.library.record(conversation_id)).title
    if args.json:
        return json_document({"id": conversation_id, "title": title})
    return f"Renamed to: {one_line(title)}\n"


async def _delete(args: Namespace, context: CliContext) -> str:
    conversation_id = ConversationId(args.id)
    title = (await context.controller.library.record(conversation_id)).title
    await context.controller.library.delete(conversation_id)
    if args.json:
        return json_document({"id": conversation_id, "deleted": True})
    context.notice(f"Undo with: desktop-assistant conversations undelete {conversation_id}")
    return f"Moved to the trash: {one_line(title or _NO_TITLE)}\n"


async def _undelete(args: Namespace, context: CliContext) -> str:
    conversation_id = ConversationId(args.id)
    await context.controller.library.undelete(conversation_id)
    title = (await context.controller.library.record(conversation_id)).title
    if args.json:
        return json_document({"id": conversation_id, "deleted": False})
    return f"Taken out of the trash: {one_line(title or _NO_TITLE)}\n"


async def _search(args: Namespace, context: CliContext) -> str:
    query = " ".join(args.query)
    hits = await context.controller.library.search(query)
    if args.json:
        return json_document([hit_object(hit) for hit in hits])
    if not hits:
        context.notice(f"Nothing contains “{one_line(query)}”.")
        return ""
    return "\n".join(_hit(hit) for hit in hits)


def _hit(hit: SearchHit) -> str:
    where = one_line(hit.title or _NO_TITLE)
    if not hit.on_active_branch:
        where = f"{where} (on another branch)"
    ids = (
        hit.conversation_id if hit.message_id is None else f"{hit.conversation_id} {hit.message_id}"
    )
    return f"{where}\n  {one_line(hit.snippet)}\n  {ids}\n"


def _heading(state: ConversationState) -> str:
    branches = "1 branch" if state.branches == 1 else f"{state.branches} branches"
    return f"{one_line(state.title or _NO_TITLE)}\n{state.id}, {branches}"


def _readable(entry: PathEntry, message: Message) -> str:
    author = "You" if message.role is Role.USER else one_line(message.model or "Reply")
    notes = [local_time(message.created_at)]
    if entry.versions > 1:
        notes.append(f"version {entry.version} of {entry.versions}")
    if message.status is not Status.COMPLETE:
        notes.append(message.status.value)
    error = f"\n({message.error.title}. {message.error.hint})" if message.error else ""
    return f"{author} ({', '.join(notes)}):\n{message.text.rstrip()}{error}".rstrip()


def local_time(seconds: float) -> str:
    """A moment as this computer's clock shows it: ``2026-11-24 07:34``."""
    return datetime.fromtimestamp(seconds).astimezone().strftime("%Y-%m-%d %H:%M")
