"""``export``: a branch as a page of HTML, as Markdown, or as a PDF; in a file or on the output."""

from argparse import Namespace
from pathlib import Path

from desktop_assistant.cli.context import CliContext, ExitCode
from desktop_assistant.cli.conversations import local_time
from desktop_assistant.cli.json_output import JsonObject, json_document
from desktop_assistant.cli.terminal_text import one_line, visible
from desktop_assistant.domain.errors import ProblemCode, problem
from desktop_assistant.domain.ids import ConversationId, MessageId
from desktop_assistant.rendering.export.branch import Branch
from desktop_assistant.rendering.export.words import EnglishWords

_STANDARD_OUTPUT = "-"
_BY_SUFFIX = {
    ".html": "html",
    ".htm": "html",
    ".md": "markdown",
    ".markdown": "markdown",
    ".pdf": "pdf",
}


async def export(args: Namespace, context: CliContext) -> int:
    """Writes the document; returns the exit code.

    Raises:
        InvalidInputError: for an unknown id, options that exclude each other, or a file that
            exists already or cannot be written.
        AssistantError: if the file could not be saved, or no PDF can be made here.
    """
    path = _path(args.output)
    kind = args.format or _format_of(path)
    _check(args, context, path, kind)
    exports = context.controller.exports
    conversation_id = ConversationId(args.id)
    branch = await exports.branch(
        conversation_id, None if args.leaf is None else MessageId(args.leaf)
    )
    content, pages = await _written(branch, kind, context)
    if path is None:
        await _print(content, context)
        return ExitCode.OK
    await exports.save(path, content, replace=args.force)
    result: JsonObject = {
        "conversation_id": conversation_id,
        "leaf_id": branch.messages[-1].message.id,
        "title": branch.title,
        "format": kind,
        "output": str(path),
        "messages": len(branch.messages),
        "size_bytes": len(content),
        "pages": pages,
    }
    told = json_document(result) if args.json else f"{one_line(str(path))}\n"
    await context.out.write(told)
    return ExitCode.OK


def _path(output: str | None) -> Path | None:
    """The file to write; ``None`` is the standard output."""
    return None if output is None or output == _STANDARD_OUTPUT else Path(output).absolute()


def _format_of(path: Path | None) -> str:
    """What a file's name asks for; Markdown on the standard output."""
    if path is None:
        return "markdown"
    found = _BY_SUFFIX.get(path.suffix.lower())
    if found is None:
        raise problem(
            ProblemCode.BAD_ARGUMENT,
            what=f"The name {path.name} does not tell the format",
            expected="Name it with --format pdf, html or markdown.",
        )
    return found


def _check(args: Namespace, context: CliContext, path: Path | None, kind: str) -> None:
    """Says what cannot be done before anything is read."""
    if path is None and args.json:
        raise problem(
            ProblemCode.BAD_ARGUMENT,
            what="--json tells what was written to a file",
            expected="Name the file with --output.",
        )
    if path is None and kind == "pdf" and context.out.is_tty:
        raise problem(
            ProblemCode.BAD_ARGUMENT,
            what="A PDF is nothing for a terminal",
            expected="Name a file with --output, or hand it on with a pipe.",
        )
    if path is not None and path.is_file() and not args.force:
        raise problem(ProblemCode.FILE_EXISTS, path=str(path))


async def _written(branch: Branch, kind: str, context: CliContext) -> tuple[bytes, int | None]:
    """The document, and how many pages it has if it has pages."""
    exports = context.controller.exports
    if kind == "pdf":
        return await context.make_pdf(branch)
    words = EnglishWords(local_time)
    write = exports.html if kind == "html" else exports.markdown
    return (await write(branch, words)).encode("utf-8", "replace"), None


async def _print(content: bytes, context: CliContext) -> None:
    if context.out.is_tty:
        await context.out.write(visible(content.decode()))
    else:
        await context.out.write_bytes(content)
