"""The options of ``ask`` and ``chat``. The help texts here are the user's manual for them."""

import argparse

from desktop_assistant.cli.arguments import (
    LAYOUT,
    PROGRAM,
    Commands,
    PromptParser,
    add_command,
    add_data_dir,
    add_json,
    seconds,
    text,
)
from desktop_assistant.cli.chat_help import CHAT_COMMANDS, CHAT_KEYS

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
go to standard error. Ctrl+C, or the signal TERM, stops the reply and keeps what was
written; a second one ends the program at once. If the reader of a pipe goes away
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

With --json every line is answered by JSON Lines in UTF-8: a question, /edit and
/retry by the events of "ask --json", of which "finished" is the last; every
other command by one event:
  {{"event":"branches", "conversation_id", "branches":[{{"number",
   "leaf_message_id", "active", "messages", "updated_at", "question", "reply"}}]}}
  {{"event":"branch", "conversation_id", "number", "leaf_message_id"}}
  {{"event":"system", "text"}}           {{"event":"model", "model", "models"}}
  {{"event":"new", "conversation_id"}}   {{"event":"help", "text"}}
  {{"event":"error", "error":{{"kind","title","hint","detail"}}}}
"""


def add_chat(commands: Commands) -> None:
    """Adds ``chat``."""
    parser = add_command(
        commands, "chat", "a conversation in the terminal",
        about="Holds a conversation in the terminal.", after=_CHAT_AFTER,
    )  # fmt: skip
    __add_request_options(parser)
    parser.add_argument(
        "--conversation", metavar="ID", type=text, help="go on with this conversation"
    )
    add_json(parser, "answer every line of input with JSON Lines; see below")


def add_ask(commands: Commands) -> None:
    """Adds ``ask``."""
    # argparse makes a command's parser by its group's class; this one needs another class.
    parser = PromptParser(
        prog=f"{PROGRAM} ask",
        description="Asks one question and prints the answer.",
        epilog=_ASK_AFTER,
        usage=f"{PROGRAM} ask [OPTIONS] [PROMPT ...] [-]",
        formatter_class=LAYOUT,
        allow_abbrev=False,
    )
    commands.add_parser("ask", help="one question, its answer on standard output")
    commands.choices["ask"] = parser
    add_data_dir(parser)
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
    __add_request_options(parser)
    add_json(parser, "print events as JSON Lines instead of the text; see below")


def __add_request_options(parser: argparse.ArgumentParser) -> None:
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
