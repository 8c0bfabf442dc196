"""``backup`` and ``restore``: copies of the library, and the way back to one."""

from argparse import Namespace
from pathlib import Path

from desktop_assistant.chat.backups import BackupInfo, RestorePreview
from desktop_assistant.cli.context import CliContext, ExitCode
from desktop_assistant.cli.conversations import local_time
from desktop_assistant.cli.json_output import backup_object, json_document, restore_object
from desktop_assistant.cli.terminal_text import one_line, table
from desktop_assistant.domain.errors import ProblemCode, problem

_WHOLE_PATHS = 100_000
"""Columns that a path may take in a table: one that is cut is of no use."""


async def backup(args: Namespace, context: CliContext) -> int:
    """Makes a verified copy of the library and prints where it is.

    Raises:
        AssistantError: if the library cannot be used or the copy not be written.
    """
    report = await context.controller.start()
    if report.notice is not None:
        context.complain(report.notice)
        if report.damaged_file is not None:  # a copy of the empty library would help nobody
            return ExitCode.FAILED
    made = await context.controller.backups.make()
    text = json_document(backup_object(made)) if args.json else f"{made.path}\n"
    await context.out.write(text)
    return ExitCode.OK


async def restore(args: Namespace, context: CliContext) -> int:
    """Lists backups, shows what restoring one would do, or restores it.

    The library is not opened: this is for one that cannot be, too.

    Raises:
        InvalidInputError: for options that exclude each other, or a file that is not there.
        AssistantError: if there is nothing that can be restored, or the library is in use.
    """
    if args.list:
        if args.yes or args.file is not None:
            raise problem(
                ProblemCode.BAD_ARGUMENT,
                what="--list restores nothing",
                expected="Leave out the file and --yes, or --list.",
            )
        return await _list(context, as_json=args.json)
    backups = context.controller.backups
    path = await backups.newest_whole() if args.file is None else _existing(args.file)
    preview = await backups.preview(path)
    if not args.yes:
        if args.json:
            await context.out.write(json_document(restore_object(preview)))
            return ExitCode.OK
        await context.out.write(_told(preview))
        context.notice("Nothing was changed. To restore this backup, add --yes.")
        return ExitCode.OK
    kept_as = await backups.restore(path)
    if args.json:
        text = json_document(restore_object(preview, restored=True, kept_as=kept_as))
    else:
        text = f"Restored: {_described(preview.backup)}\n"
        if kept_as is not None:
            text += f"The library that was there is kept as: {one_line(str(kept_as))}\n"
    await context.out.write(text)
    return ExitCode.OK


async def _list(context: CliContext, *, as_json: bool) -> int:
    backups = context.controller.backups
    found = [await backups.describe(info.path) for info in await backups.list()]
    if as_json:
        await context.out.write(json_document([backup_object(info) for info in found]))
    elif found:
        head = ("MADE", "CONVERSATIONS", "MESSAGES", "SIZE", "STATE", "FILE")
        rows = [_row(info) for info in found]
        await context.out.write(table(head, rows, widest=_WHOLE_PATHS))
    else:
        context.notice("There are no backups yet. Make one with: desktop-assistant backup")
    return ExitCode.OK


def _row(info: BackupInfo) -> tuple[str, ...]:
    return (
        local_time(info.made_at),
        str(info.conversations),
        str(info.messages),
        _size(info.size_bytes),
        "whole" if info.is_whole else "unusable",
        str(info.path),
    )


def _existing(name: str) -> Path:
    path = Path(name).absolute()
    if not path.is_file():
        raise problem(
            ProblemCode.BAD_ARGUMENT,
            what=f"There is no file {path}",
            expected="See: desktop-assistant restore --list",
        )
    return path


def _told(preview: RestorePreview) -> str:
    lines = [f"Backup: {_described(preview.backup)}"]
    if preview.backup.newest_title:
        lines.append(f"Its newest conversation: {one_line(preview.backup.newest_title)}")
    lines.append(f"The library now: {_now(preview)}")
    if preview.current is not None:
        lines.append(
            "Only in the library now: "
            + _counted(preview.conversations_only_now, preview.messages_only_now)
        )
        count = _number(preview.conversations_only_then, "conversation")
        lines.append(f"Only in the backup: {count}")
    if preview.kept_as is not None:
        lines.append(f"The library now would be kept as: {one_line(str(preview.kept_as))}")
    return "\n".join(lines) + "\n"


def _described(info: BackupInfo) -> str:
    counts = _counted(info.conversations, info.messages)
    return (
        f"{one_line(str(info.path))}\n"
        f"  from {local_time(info.made_at)}, {counts}, {_size(info.size_bytes)}"
    )


def _now(preview: RestorePreview) -> str:
    if preview.current is not None:
        return _counted(preview.current.conversations, preview.current.messages)
    if preview.current_problem is not None:
        return f"cannot be read. {one_line(preview.current_problem.title)}."
    return "there is none"


def _counted(conversations: int, messages: int) -> str:
    return f"{_number(conversations, 'conversation')}, {_number(messages, 'message')}"


def _number(count: int, thing: str) -> str:
    return f"1 {thing}" if count == 1 else f"{count} {thing}s"


def _size(size_bytes: int) -> str:
    return f"{size_bytes / 1_000_000:.1f} MB"
