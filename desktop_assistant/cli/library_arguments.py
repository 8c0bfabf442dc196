"""The options of what reads and changes the library: conversations, backups."""

from desktop_assistant.cli.arguments import (
    PROGRAM,
    Commands,
    add_command,
    add_group,
    add_json,
    text,
)

_EXPORT_AFTER = f"""\
examples:
  {PROGRAM} export ID                            Markdown, on standard output
  {PROGRAM} export ID --output talk.pdf
  {PROGRAM} export ID --output talk.html --leaf MESSAGE_ID
  {PROGRAM} export ID --format pdf | lp          to the printer

Only what a reader of the conversation sees is written. A PDF needs no display.
"""
_RESTORE_AFTER = f"""\
examples:
  {PROGRAM} restore --list
  {PROGRAM} restore                       shows what the newest backup would do
  {PROGRAM} restore --yes                 restores it

Nothing is lost: what was there is put aside in the data folder, unchanged, and
can be restored in the same way.
"""


def add_conversations(commands: Commands) -> None:
    """Adds ``conversations``."""
    actions = add_group(
        commands, "conversations", "list, show, rename, delete, undelete and search",
        about="The library of conversations. An ID is what the list shows.",
    )  # fmt: skip
    listing = add_command(
        actions, "list", "all conversations, pinned and newest first",
        about="Lists all conversations: pinned ones first, then the most recently used.",
    )  # fmt: skip
    listing.add_argument("--deleted", action="store_true", help="list what is in the trash instead")
    add_json(
        listing,
        "print an array of id, title, updated_at, branches, pinned; with --deleted also deleted_at",
    )
    show = add_command(
        actions, "show", "the active branch of a conversation",
        about="Prints the active branch of a conversation, or with --json all of its branches.",
    )  # fmt: skip
    show.add_argument("id", metavar="ID", type=text, help="the conversation")
    add_json(show, "print one object with every message of every branch")
    rename = add_command(
        actions, "rename", "give a conversation another title",
        about="Gives a conversation another title.",
    )  # fmt: skip
    rename.add_argument("id", metavar="ID", type=text, help="the conversation")
    rename.add_argument("title", metavar="TITLE", nargs="+", type=text, help="the new title")
    add_json(rename, "print an object of id and title")
    delete = add_command(
        actions, "delete", "move a conversation to the trash",
        about="Moves a conversation to the trash: no other command knows it any more, except\n"
        "list --deleted and undelete. It is still on the disk.",
    )  # fmt: skip
    delete.add_argument("id", metavar="ID", type=text, help="the conversation")
    add_json(delete, "print an object of id and deleted")
    undelete = add_command(
        actions, "undelete", "take a conversation out of the trash",
        about="Takes a conversation out of the trash, with everything that was in it.",
    )  # fmt: skip
    undelete.add_argument("id", metavar="ID", type=text, help="the conversation")
    add_json(undelete, "print an object of id and deleted")
    search = add_command(
        actions, "search", "find text in all messages and titles",
        about="Finds messages and titles that contain the text, on any branch, newest first.\n"
        "The text is taken literally; upper and lower case are the same.",
    )  # fmt: skip
    search.add_argument("query", metavar="QUERY", nargs="+", type=text, help="what to look for")
    add_json(
        search,
        "print an array of conversation_id, message_id, title, snippet, on_active_branch; "
        "message_id is null where the title matched",
    )


def add_export(commands: Commands) -> None:
    """Adds ``export``."""
    parser = add_command(
        commands, "export", "a branch as PDF, HTML or Markdown",
        about="Writes one branch of a conversation, the visible one if none is named, as a\n"
        "document: Markdown with every text as it came, one page of HTML that loads\n"
        "nothing, or a PDF that looks like the window in light.",
        after=_EXPORT_AFTER,
    )  # fmt: skip
    parser.add_argument("id", metavar="ID", type=text, help="the conversation")
    parser.add_argument(
        "--format", choices=("pdf", "html", "markdown"),
        help="else as the file's name ends; on standard output Markdown",
    )  # fmt: skip
    parser.add_argument(
        "--output", metavar="FILE", type=text,
        help="where to write, readable by you alone; - is standard output, as without it",
    )  # fmt: skip
    parser.add_argument(
        "--leaf", metavar="MESSAGE_ID", type=text,
        help="the last message of the branch; any message will do",
    )  # fmt: skip
    parser.add_argument("--force", action="store_true", help="replace a file that is there already")
    add_json(
        parser,
        "print an object of conversation_id, leaf_id, title, format, output, messages, size_bytes, "
        "pages (null without pages) about the file",
    )


def add_backup(commands: Commands) -> None:
    """Adds ``backup``."""
    parser = add_command(
        commands, "backup", "make a verified copy of all conversations",
        about="Copies the library into the folder of backups, checks the copy and prints its\n"
        "path. The newest seven are kept. The window makes one a day by itself.",
    )  # fmt: skip
    add_json(
        parser,
        "print an object of path, made_at, conversations, messages, newest_title, size_bytes, "
        "is_whole",
    )


def add_restore(commands: Commands) -> None:
    """Adds ``restore``."""
    parser = add_command(
        commands, "restore", "go back to a backup, after showing what that means",
        about="Puts a backup in the place of the conversations there are now. Without --yes\n"
        "it shows what would be done and changes nothing. Works where the library is\n"
        "damaged or from a newer version, too; not while the window or another command\n"
        "has it open.",
        after=_RESTORE_AFTER,
    )  # fmt: skip
    parser.add_argument(
        "file", metavar="FILE", nargs="?", type=text,
        help="the backup; else the newest one that is whole",
    )  # fmt: skip
    parser.add_argument("--list", action="store_true", help="list all backups and restore none")
    parser.add_argument("--yes", action="store_true", help="restore it")
    add_json(
        parser,
        "print an object of restored, backup, current, current_error, "
        "conversations_only_in_current, messages_only_in_current, conversations_only_in_backup, "
        "kept_as; with --list an array of backups",
    )
