"""The commands and options of the terminal. The help texts here are the user's manual for it."""

import argparse
from typing import TYPE_CHECKING

from desktop_assistant import __version__
from desktop_assistant.cli.arguments import PROGRAM, Parser, PromptParser, seconds, text
from desktop_assistant.cli.chat_help import CHAT_COMMANDS, CHAT_KEYS

if TYPE_CHECKING:
    from argparse import _SubParsersAction

    Commands = _SubParsersAction[Parser]

_LAYOUT = argparse.RawDescriptionHelpFormatter
_ABOUT = """\
Chat with language models, from a window or from the terminal.

Without a command the window opens. The commands use the same conversations,
settings and keys as the window, also while it is open.
"""
_AFTER = f"""\
examples:
  {PROGRAM} ask "Why is the sky blue?"
  git diff | {PROGRAM} ask "Write a commit message for this change"
  {PROGRAM} chat
  {PROGRAM} key set openai
  {PROGRAM} doctor

exit codes:
  0    done; for a reply: whole, or cut at its length limit
  2    bad arguments or settings; nothing was sent
  3    a reply was interrupted or filtered after some text had come
  4    failed
  130  stopped with Ctrl+C; what had been written is stored

All state is in one data folder: --data-dir, or the environment variable
DESKTOP_ASSISTANT_DATA_DIR, or the platform's folder for user data.
"""
_ASK_AFTER = f"""\
examples:
  {PROGRAM} ask "Why is the sky blue?"
  {PROGRAM} ask --system "Answer as a pirate" Tell me about the moon
  git diff | {PROGRAM} ask "Review this"       the question, then the piped text
  {PROGRAM} ask - < letter.txt                 the question is in the file
  {PROGRAM} ask --conversation ID "And then?"  goes on where it was left
  {PROGRAM} ask --parent ID "Say it simpler"   answers to that very message
  {PROGRAM} ask --base-url http://127.0.0.1:11434/v1 --model llama3.2 Hello
  {PROGRAM} ask --base-url https://api.example.org/v1 --key-env EXAMPLE_KEY Hello

The answer goes to standard output and nothing else does; remarks and errors
go to standard error. Ctrl+C stops the reply and keeps what was written; a
second Ctrl+C ends the program at once. If the reader of a pipe goes away
(| head -1), the answer is still received and stored.

With --json standard output carries JSON Lines in UTF-8, one object a line:
  {{"event":"started", "conversation_id", "user_message_id", "message_id",
   "parent_message_id"}}
  {{"event":"delta", "text"}}   pieces of the answer; joined they equal the
                              final text exactly. Thinking comes as a delta
                              with an empty text and a field "reasoning".
                              With --no-stream there are none.
  {{"event":"retrying", "attempt", "of", "in_s", "reason"}}
  {{"event":"finished", "status", "message_id", "parent_message_id",
   "conversation_id", "text", "reasoning", "model", "finish_reason",
   "usage":{{"input_tokens","output_tokens","estimated"}},
   "error":{{"kind","title","hint","detail"}}}}
message_id is the reply and parent_message_id, in both events, the question it
answers, which is also user_message_id. To go on, give the message_id to
--parent. status is complete, limit, filtered, stopped, interrupted or failed.
usage and error are null if there is nothing to tell.
"""
_CHAT_AFTER = f"""\
Type a question and press Enter.
{CHAT_KEYS}
in the conversation:
{CHAT_COMMANDS}
Nothing is ever overwritten: /edit and /retry start a branch beside the old one.
With piped input every line is a question, and the end of input is the end.
"""
_RESTORE_AFTER = f"""\
examples:
  {PROGRAM} restore --list
  {PROGRAM} restore                       shows what the newest backup would do
  {PROGRAM} restore --yes                 restores it

Nothing is lost: what was there is put aside in the data folder, unchanged, and
can be restored in the same way.
"""
_SETTINGS_AFTER = f"""\
examples:
  {PROGRAM} settings list
  {PROGRAM} settings set chat.provider openai
  {PROGRAM} settings set chat.temperature 0.3
  {PROGRAM} settings unset chat.temperature
  {PROGRAM} settings set providers.ollama.base_url http://127.0.0.1:11434/v1
  {PROGRAM} settings set providers.ollama.needs_key false

A provider is added by setting its base URL under a name of your choice.
The settings are in settings.toml in the data folder, which may also be edited.
"""
_KEY_AFTER = f"""\
examples:
  {PROGRAM} key set openai                asks for the key without showing it
  pass show openai | {PROGRAM} key set openai
  {PROGRAM} key status

A key is kept in the system's keyring and nowhere else, and is sent only to the
address its provider had when the key was saved. A key is never taken from the
command line, where other users could read it.
"""


def build_parser() -> argparse.ArgumentParser:
    """The parser of everything that follows the program's name."""
    parser = Parser(
        prog=PROGRAM, description=_ABOUT, epilog=_AFTER, formatter_class=_LAYOUT, allow_abbrev=False
    )
    _add_data_dir(parser)
    parser.add_argument(
        "--version", action="version", version=f"{PROGRAM} {__version__}", help="print the version"
    )
    commands: Commands = parser.add_subparsers(
        dest="command", metavar="COMMAND", title="commands", parser_class=Parser
    )
    _add_chat(commands)
    _add_ask(commands)
    _add_conversations(commands)
    _add_backup(commands)
    _add_restore(commands)
    _add_settings(commands)
    _add_key(commands)
    _add_doctor(commands)
    return parser


def _add_chat(commands: "Commands") -> None:
    parser = _command(
        commands, "chat", "a conversation in the terminal",
        about="Holds a conversation in the terminal.", after=_CHAT_AFTER,
    )  # fmt: skip
    _add_request_options(parser)
    parser.add_argument(
        "--conversation", metavar="ID", type=text, help="go on with this conversation"
    )


def _add_ask(commands: "Commands") -> None:
    # argparse makes a command's parser by its group's class; this one needs another class.
    parser = PromptParser(
        prog=f"{PROGRAM} ask",
        description="Asks one question and prints the answer.",
        epilog=_ASK_AFTER,
        usage=f"{PROGRAM} ask [OPTIONS] [PROMPT ...] [-]",
        formatter_class=_LAYOUT,
        allow_abbrev=False,
    )
    commands.add_parser("ask", help="one question, its answer on standard output")
    commands.choices["ask"] = parser
    _add_data_dir(parser)
    parser.add_argument(
        "prompt", nargs="*", metavar="PROMPT", type=text,
        help="the question, quoted or not; a final - adds standard input below it, and so does "
        "input that is piped",
    )  # fmt: skip
    parser.add_argument(
        "--conversation", metavar="ID", type=text,
        help="go on at the end of this conversation's active branch",
    )  # fmt: skip
    parser.add_argument(
        "--parent", metavar="MESSAGE_ID", type=text,
        help="answer to this message; a new branch if it was answered before",
    )  # fmt: skip
    _add_request_options(parser)
    _add_json(parser, "print events as JSON Lines instead of the text; see below")


def _add_request_options(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add(
        "--system", metavar="TEXT", type=text,
        help="the system prompt; a new conversation keeps it, in an existing one it counts for "
        "this call. An empty one sends none",
    )  # fmt: skip
    add("--no-stream", action="store_true", help="get the reply whole instead of bit by bit")
    add(
        "--model",
        metavar="NAME",
        type=text,
        help="the model to ask; else the default of conversation or provider (a bare "
        "--base-url is asked for gpt-4.1)",
    )
    add("--provider", metavar="NAME", type=text, help="the provider to ask, such as openai")
    add(
        "--base-url", metavar="URL", type=text,
        help="ask the OpenAI-compatible service at this address, for this call only; without "
        "--key-env no key is sent. With --provider its model, proxy and certificate file are used",
    )  # fmt: skip
    add(
        "--key-env", metavar="VAR", type=text,
        help="take the key from this environment variable; it goes to the --base-url, or else "
        "the provider's address, and nowhere else",
    )  # fmt: skip
    add("--temporary", action="store_true", help="store nothing")
    add(
        "--timeout", metavar="S", type=seconds,
        help="the longest wait for the first text and between two texts, in seconds",
    )  # fmt: skip


def _add_conversations(commands: "Commands") -> None:
    actions = _group(
        commands, "conversations", "list, show, rename, delete and search conversations",
        about="The library of conversations. An ID is what the list shows.",
    )  # fmt: skip
    _add_json(
        _command(
            actions, "list", "all conversations, pinned and newest first",
            about="Lists all conversations: pinned ones first, then the most recently used.",
        ),
        "print an array of id, title, updated_at, branches, pinned",
    )  # fmt: skip
    show = _command(
        actions, "show", "the active branch of a conversation",
        about="Prints the active branch of a conversation, or with --json all of its branches.",
    )  # fmt: skip
    show.add_argument("id", metavar="ID", type=text, help="the conversation")
    _add_json(show, "print one object with every message of every branch")
    rename = _command(
        actions, "rename", "give a conversation another title",
        about="Gives a conversation another title.",
    )  # fmt: skip
    rename.add_argument("id", metavar="ID", type=text, help="the conversation")
    rename.add_argument("title", metavar="TITLE", nargs="+", type=text, help="the new title")
    _add_json(rename, "print an object of id and title")
    delete = _command(
        actions, "delete", "move a conversation to the trash",
        about="Moves a conversation to the trash: gone from lists and searches, not from the disk.",
    )  # fmt: skip
    delete.add_argument("id", metavar="ID", type=text, help="the conversation")
    _add_json(delete, "print an object of id and deleted")
    search = _command(
        actions, "search", "find text in all messages and titles",
        about="Finds messages and titles that contain the text, on any branch, newest first.\n"
        "The text is taken literally; upper and lower case are the same.",
    )  # fmt: skip
    search.add_argument("query", metavar="QUERY", nargs="+", type=text, help="what to look for")
    _add_json(
        search,
        "print an array of conversation_id, message_id, title, snippet, on_active_branch; "
        "message_id is null where the title matched",
    )


def _add_backup(commands: "Commands") -> None:
    parser = _command(
        commands, "backup", "make a verified copy of all conversations",
        about="Copies the library into the folder of backups, checks the copy and prints its\n"
        "path. The newest seven are kept. The window makes one a day by itself.",
    )  # fmt: skip
    _add_json(
        parser,
        "print an object of path, made_at, conversations, messages, newest_title, size_bytes, "
        "is_whole",
    )


def _add_restore(commands: "Commands") -> None:
    parser = _command(
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
    _add_json(
        parser,
        "print an object of restored, backup, current, current_error, "
        "conversations_only_in_current, messages_only_in_current, conversations_only_in_backup, "
        "kept_as; with --list an array of backups",
    )


def _add_settings(commands: "Commands") -> None:
    actions = _group(
        commands, "settings", "see and change every setting",
        about="Every setting of the window's dialog.", after=_SETTINGS_AFTER,
    )  # fmt: skip
    _add_json(
        _command(
            actions, "list", "all settings with their values and meanings",
            about="Lists all settings with their values, defaults and meanings.",
        ),
        "print an array of key, value, default, is_set, type, choices, help",
    )  # fmt: skip
    get = _command(actions, "get", "the value of a setting", about="Prints a setting's value.")
    get.add_argument("key", metavar="KEY", type=text, help="such as chat.model")
    _add_json(get, "print an object like those of the list")
    change = _command(actions, "set", "change a setting", about="Changes a setting.")
    change.add_argument("key", metavar="KEY", type=text, help="such as chat.model")
    change.add_argument("value", metavar="VALUE", type=text, help="its new value")
    _add_json(change, "print the setting as get does, with its new value")
    unset = _command(
        actions, "unset", "put a setting back to its default",
        about="Puts a setting back to its default.",
    )  # fmt: skip
    unset.add_argument("key", metavar="KEY", type=text, help="such as chat.model")
    _add_json(unset, "print the setting as get does, with its default")


def _add_key(commands: "Commands") -> None:
    actions = _group(
        commands, "key", "keep keys in the system's keyring",
        about="Keys of providers.", after=_KEY_AFTER,
    )  # fmt: skip
    keep = _command(
        actions, "set", "keep the key of a provider",
        about="Asks for the key of a provider without showing it, or reads it from standard input.",
    )  # fmt: skip
    keep.add_argument("provider", metavar="PROVIDER", type=text, help="such as openai")
    # Taken only to be refused: argparse's own words about it would repeat a key.
    keep.add_argument("in_argv", nargs="*", type=text, help=argparse.SUPPRESS)
    _add_json(keep, "print an object of provider and saved")
    delete = _command(
        actions, "delete", "forget the key of a provider", about="Forgets the key of a provider."
    )
    delete.add_argument("provider", metavar="PROVIDER", type=text, help="such as openai")
    _add_json(delete, "print an object of provider and deleted")
    _add_json(
        _command(
            actions, "status", "the keyring and which providers have a key",
            about="Tells whether keys can be kept here and which providers have one.\n"
            "Of a key at most the last four characters are shown.",
        ),
        "print an object of state, backend, problem, providers",
    )  # fmt: skip


def _add_doctor(commands: "Commands") -> None:
    parser = _command(
        commands, "doctor", "what works on this computer",
        about="Looks at keyring, database, display, providers, built-in model, data folder,\n"
        "settings, clock and proxies, and says what to do where something is amiss.\n"
        "Nothing is changed and nothing is sent. Ends with 4 if something is broken.",
    )  # fmt: skip
    _add_json(parser, "print one object: version, and findings of name, state, summary, hint")


def _group(
    commands: "Commands", name: str, short: str, *, about: str, after: str = ""
) -> "Commands":
    parser = _command(commands, name, short, about=about, after=after)
    return parser.add_subparsers(
        dest="action", metavar="ACTION", title="actions", required=True, parser_class=Parser
    )


def _command(commands: "Commands", name: str, short: str, *, about: str, after: str = "") -> Parser:
    parser = commands.add_parser(
        name,
        help=short,
        description=about,
        epilog=after or None,
        formatter_class=_LAYOUT,
        allow_abbrev=False,
    )
    _add_data_dir(parser)
    return parser


def _add_data_dir(parser: argparse.ArgumentParser) -> None:
    # No default: it may stand before or behind the command, and a default would overwrite it.
    parser.add_argument(
        "--data-dir", metavar="DIR", default=argparse.SUPPRESS, help="where all state is kept"
    )


def _add_json(parser: argparse.ArgumentParser, meaning: str) -> None:
    parser.add_argument("--json", action="store_true", help=meaning)
